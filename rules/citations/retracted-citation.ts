/** Flags citations of publications that were retracted, as a list of retractions or their own title says. */
import type { Article, Block, Citation, Identifier, Placed, Reference, Sentence, Span } from '../article/article.js';
import type { Severity } from '../engine/finding.js';
import type { Resources, Retraction } from '../engine/resources.js';
import { defineRule, type FixSpec, type Report } from '../engine/rule.js';
import { addressesIn } from './addresses.js';

export const rule = defineRule<Record<never, never>, readonly Report[]>({
  meta: {
    id: 'retracted-citation',
    summary: 'Citations of retracted publications',
    why: 'A retracted paper is withdrawn from the record, mostly for error or fraud; a statement that rests on it rests on nothing.',
    sources: [
      { title: 'COPE: Retraction guidelines', url: 'https://publicationethics.org/guidance/guideline/retraction-guidelines' },
      { title: 'Retraction Watch Database (Crossref)', url: 'https://www.crossref.org/documentation/retrieve-metadata/retraction-watch/' },
      { title: 'ICMJE Recommendations: authors must not cite retracted articles unless they say so', url: 'https://www.icmje.org/recommendations/' },
    ],
    severity: 'error',
    fixable: 'suggestion',
    kinds: ['paragraph', 'list-item', 'heading', 'table-header', 'table-cell', 'html'],
    zones: ['body', 'quote', 'references', 'footnote'],
    options: {},
  },
  *checkBlock(block, { resources, severity }) {
    const reported: Span[] = [];
    for (const report of titlesSaying(block, severity)) {
      reported.push(report);
      yield report;
    }
    if (!resources.retractions) return;
    for (const citation of block.citations) {
      const hit = retractionOf(citation, resources);
      if (!hit || saysRetracted(sentenceOf(citation, block), block) || reported.some((one) => one.start < citation.end && one.end > citation.start)) continue;
      const span = placeOf(citation, hit.identifier, block);
      yield { ...span, ...said(hit.retraction, severity), fixes: citation.form === 'link' && citation.label && block.zone === 'body' ? [note(citation, block, hit.retraction)] : [] };
    }
  },
  *conclude(_facts: readonly Placed<readonly Report[]>[], article, { resources, severity }) {
    if (!resources.retractions) return;
    // Footnotes whose definition names the paper in a form that is no citation of its own, such as a bare address.
    for (const reference of article.references) {
      if (/retract|withdrawn|expression\s+of\s+concern/i.test(reference.text)) continue;
      const found = reference.identifiers.find((identifier) => resources.retractions!.find(normalised(identifier)));
      if (!found || coveredByBlocks(article, reference)) continue;
      yield { start: reference.start, end: reference.end, ...said(resources.retractions.find(normalised(found))!, severity) };
    }
  },
});

interface Hit {
  readonly identifier: Identifier | undefined;
  readonly retraction: Retraction;
}

function retractionOf(citation: Citation, resources: Resources): Hit | undefined {
  const list = resources.retractions!;
  const candidates: Identifier[] = citation.identifier ? [citation.identifier] : [];
  for (const key of citation.form === 'key' || citation.form === 'command' ? citation.keys : []) {
    const entry = resources.bibliography?.get(key);
    if (entry?.doi) candidates.push({ type: 'doi', value: entry.doi });
    if (entry?.pmid) candidates.push({ type: 'pmid', value: entry.pmid });
  }
  for (const identifier of candidates) {
    const retraction = list.find(normalised(identifier));
    if (retraction) return { identifier: citation.identifier, retraction };
  }
  return undefined;
}

/** DOIs know no case; an unbalanced bracket at the end is the sentence's. */
function normalised({ type, value }: Identifier): Identifier {
  return { type, value: type === 'doi' ? balanced(value.toLowerCase()) : value };
}

function balanced(value: string): string {
  const opened = (value.match(/\(/g) ?? []).length;
  const closed = (value.match(/\)/g) ?? []).length;
  return opened > closed ? value + ')'.repeat(opened - closed) : value;
}

function coveredByBlocks(article: Article, reference: Reference): boolean {
  return article.blocks.some(({ start, value }) => start < reference.end && start + value.text.length > reference.start && value.citations.some(({ identifier }) => identifier !== undefined));
}

function sentenceOf(citation: Citation, block: Block): Sentence | undefined {
  return block.sentences.find(({ citations }) => citations.includes(citation)) ?? block.sentences.find(({ start, end }) => citation.start >= start && citation.start < end);
}

function saysRetracted(sentence: Sentence | undefined, block: Block): boolean {
  const text = sentence ? block.prose.slice(sentence.start, sentence.end) + block.text.slice(sentence.end, sentence.end + 14) : block.prose;
  return /\bretract(?:ed|ion)\b|\bwithdrawn\b|\bexpression\s+of\s+concern\b/i.test(text);
}

/** The words to mark: the address, the number, the key. */
function placeOf(citation: Citation, identifier: Identifier | undefined, block: Block): Span {
  const address = addressesIn(block).find(({ start, end }) => start >= citation.start && end <= citation.end);
  if (address) return { start: address.start, end: address.end };
  const text = block.text.slice(citation.start, citation.end);
  for (const words of [identifier?.value, ...citation.keys]) {
    const at = words ? text.toLowerCase().indexOf(words.toLowerCase()) : -1;
    if (at !== -1) return { start: citation.start + at, end: citation.start + at + words!.length };
  }
  return { start: citation.start, end: citation.end };
}

const KINDS: Readonly<Record<Retraction['kind'], { readonly words: string; readonly severity?: Severity; readonly advice: string; readonly mark: string }>> = {
  retraction: { words: 'was retracted', advice: 'Find another source, or say that it was retracted.', mark: 'retracted' },
  withdrawal: { words: 'was withdrawn', advice: 'Find another source, or say that it was withdrawn.', mark: 'withdrawn' },
  'expression-of-concern': { words: 'is under an expression of concern', severity: 'warning', advice: 'Say so, or find another source.', mark: 'expression of concern' },
  correction: { words: 'was corrected', severity: 'information', advice: 'Check that the statement still holds.', mark: 'corrected' },
};

function said(retraction: Retraction, configured: Severity): Pick<Report, 'message' | 'severity' | 'data'> {
  const { words, severity = configured, advice } = KINDS[retraction.kind];
  const date = retraction.date === '' ? '' : ` (${retraction.date})`;
  const notice = retraction.notice === '' ? '' : ` Notice: ${retraction.notice}.`;
  return { message: `This publication ${words}${date}. ${advice}${notice}`, severity, data: { kind: retraction.kind } };
}

/** Says so behind the citation, outside brackets that hold nothing else. */
function note(citation: Citation, block: Block, { kind }: Retraction): FixSpec {
  const { mark } = KINDS[kind];
  const bracketed = block.text[citation.start - 1] === '(' && block.text[citation.end] === ')';
  const at = bracketed ? citation.end + 1 : citation.end;
  return { title: `Add “(${mark})”`, safety: 'suggestion', edits: [{ start: at, end: at, text: ` (${mark})` }] };
}

// As PubMed and publishers mark titles. The colon tells it from talk about retractions.
const TITLE = /(?:^|(?<=[\s.“"'([]))(?:RETRACTED(?:\s+ARTICLE)?|WITHDRAWN|Retracted(?:\s+[Aa]rticle)?|(?:Notice\s+of\s+)?[Rr]etraction(?:\s+(?:of|[Nn]otice(?:\s+to)?|[Nn]ote))?|[Ee]xpression\s+of\s+[Cc]oncern)(?=\s*:)/g;

/** Titles that say it themselves: of links, and in lists and footnotes. */
function* titlesSaying(block: Block, configured: Severity): Iterable<Report> {
  if (!/retract|withdrawn|expression/i.test(block.prose)) return;
  for (const match of block.prose.matchAll(TITLE)) {
    const start = match.index;
    const link = block.inlines.find(({ kind, label }) => kind === 'link' && label && start >= label.start && start < label.end);
    const listed = block.zone === 'references' || block.zone === 'footnote' || block.citations.some(({ form }) => form === 'identifier');
    if (!link && !listed) continue;
    const kind = /concern/i.test(match[0]) ? 'expression-of-concern' : /withdrawn/i.test(match[0]) ? 'withdrawal' : 'retraction';
    const span = link?.label && start === link.label.start + leadingSpace(block.prose.slice(link.label.start)) ? link.label : { start, end: start + match[0].length };
    yield { start: span.start, end: span.end, ...said({ kind, date: '', notice: '' }, configured) };
  }
}

function leadingSpace(text: string): number {
  return text.length - text.trimStart().length;
}
