/** Persistent identifiers of publications and trials in text, addresses and citation keys. */
import type { Identifier, Span } from './article.js';

const GATE = /10\.\d{4}|pmid|pmc|pubmed|nct\d|isrctn|arxiv|isbn/i;
const PATTERN = /(?:\bdoi\s*:?\s*)?\b10\.\d{4,9}\/(?:[^\s"'<>“”[\]{}|\\^]|<\d[^\s<>]{1,40}>){1,200}|\bPMID\s*:?\s*#?\d{1,9}\b|\bPMC(?:ID)?\s*:?\s*(?:PMC)?\d{4,9}\b|\bNCT\s?\d{8}\b|\bISRCTN\s?\d{8}\b|\barXiv\s*:\s*(?:\d{4}\.\d{4,5}|[a-z-]+\/\d{7})(?:v\d+)?|\bISBN(?:-1[03])?\s*:?\s*(?:97[89][- ]?)?\d(?:[- ]?\d){8}[- ]?[\dX]\b/gi;

export interface FoundIdentifier extends Span {
  readonly identifier: Identifier;
}

/** Identifiers that stand bare in a text, in order. */
export function findIdentifiers(text: string): FoundIdentifier[] {
  if (!GATE.test(text)) return [];
  const found: FoundIdentifier[] = [];
  for (const match of text.matchAll(PATTERN)) {
    const trimmed = withoutSentenceMarks(match[0]);
    const identifier = fromText(trimmed);
    if (identifier) found.push({ start: match.index, end: match.index + trimmed.length, identifier });
  }
  return found;
}

/** The match without the punctuation of the sentence around it; a closing bracket stays where its opening one is inside. */
function withoutSentenceMarks(raw: string): string {
  let end = raw.length;
  for (;;) {
    const last = raw.charAt(end - 1);
    if (last !== '' && '.,;:!?*_\'’”"'.includes(last)) end--;
    else if (last === ')' && count(raw, '(', end) < count(raw, ')', end)) end--;
    else return raw.slice(0, end);
  }
}

function count(text: string, char: string, end: number): number {
  let found = 0;
  for (let i = text.indexOf(char); i >= 0 && i < end; i = text.indexOf(char, i + 1)) found++;
  return found;
}

function fromText(raw: string): Identifier | undefined {
  const doi = /10\.\d{4,9}\/\S+/.exec(raw);
  if (doi && /^(?:doi|10\.)/i.test(raw)) return { type: 'doi', value: doi[0] };
  if (/^pmid/i.test(raw)) return { type: 'pmid', value: raw.replace(/\D/g, '') };
  if (/^pmc/i.test(raw)) return { type: 'pmcid', value: `PMC${raw.replace(/\D/g, '')}` };
  if (/^nct/i.test(raw)) return { type: 'nct', value: `NCT${raw.replace(/\D/g, '')}` };
  if (/^isrctn/i.test(raw)) return { type: 'isrctn', value: `ISRCTN${raw.replace(/\D/g, '')}` };
  if (/^arxiv/i.test(raw)) return { type: 'arxiv', value: raw.replace(/^arxiv\s*:\s*/i, '') };
  if (/^isbn/i.test(raw)) return { type: 'isbn', value: raw.replace(/^isbn(?:-1[03])?\s*:?/i, '').replace(/[^\dX]/gi, '').toUpperCase() };
  return undefined;
}

/** The identifier in an address or in a key such as `doi:10.1000/x` or `pmid:123`. */
export function identifierOf(address: string): Identifier | undefined {
  const source = address.includes('%') ? decode(address) : address;
  const doi = /(?:doi\.org\/|^doi:|\/doi\/(?:abs\/|full\/|pdf\/|epdf\/)?)(10\.\d{4,9}\/[^\s?#]+)/i.exec(source);
  if (doi) return { type: 'doi', value: doi[1]!.replace(/[.,;)]+$/, '') };
  const pmid = /(?:^pmid:|pubmed\.ncbi\.nlm\.nih\.gov\/|ncbi\.nlm\.nih\.gov\/pubmed\/(?:\?term=)?)(\d{1,9})\b/i.exec(source);
  if (pmid) return { type: 'pmid', value: pmid[1]! };
  const pmc = /(?:^pmcid:|^pmc:|\/pmc\/articles\/|pmc\.ncbi\.nlm\.nih\.gov\/articles\/)(?:PMC)?(\d{3,9})\b/i.exec(source);
  if (pmc) return { type: 'pmcid', value: `PMC${pmc[1]!}` };
  const nct = /\b(NCT\d{8})\b/i.exec(source);
  if (nct) return { type: 'nct', value: nct[1]!.toUpperCase() };
  const isrctn = /\b(ISRCTN\d{8})\b/i.exec(source);
  if (isrctn) return { type: 'isrctn', value: isrctn[1]!.toUpperCase() };
  const arxiv = /(?:^arxiv:|arxiv\.org\/(?:abs|pdf)\/)(\d{4}\.\d{4,5}|[a-z-]+\/\d{7})/i.exec(source);
  if (arxiv) return { type: 'arxiv', value: arxiv[1]! };
  const isbn = /^isbn:([\dX-]{10,17})$/i.exec(source);
  return isbn ? { type: 'isbn', value: isbn[1]!.replace(/-/g, '').toUpperCase() } : undefined;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
