/** Flags DOIs, PubMed numbers and other identifiers that cannot be right, and links that lead nowhere. */
import type { Block, Placed, Span } from '../article/article.js';
import type { Severity } from '../engine/finding.js';
import { defineRule, type Report } from '../engine/rule.js';
import { addressesIn } from './addresses.js';
import { isDoi, isIsbn, isIssn, isOrcid, withoutTrailing } from './identifier-checks.js';

interface Options {
  readonly tracking: boolean;
}

type Problem = Omit<Report, 'start' | 'end'> & Span;

// Nothing in a block can be wrong without one of these.
const GATE = /doi|pmid|pmc(?:id)?\s?:?\s?\d|\bnct|isbn|issn|orcid|pubmed|\]\(\s*\)|utm_/i;

export const rule = defineRule<Options, readonly Report[]>({
  meta: {
    id: 'malformed-identifier',
    summary: 'DOIs, PubMed and trial numbers that cannot be right, and links without an address',
    why: 'A reader who follows a broken identifier finds nothing, and the statement it stands behind is as good as unsourced.',
    sources: [
      { title: 'Crossref: DOIs and matching regular expressions', url: 'https://www.crossref.org/blog/dois-and-matching-regular-expressions/' },
      { title: 'Crossref DOI display guidelines', url: 'https://www.crossref.org/display-guidelines/' },
      { title: 'ISO 2108 (ISBN), ISO 3297 (ISSN), ISO 7064 (ORCID iD)' },
    ],
    severity: 'error',
    fixable: 'safe',
    kinds: ['paragraph', 'list-item', 'heading', 'table-header', 'table-cell', 'html'],
    zones: ['body', 'quote', 'references', 'footnote'],
    options: {
      tracking: { type: 'boolean', description: 'Report tracking parameters (utm_…) in addresses, as a hint.', default: true },
    },
  },
  *checkBlock(block, context) {
    if (!GATE.test(block.text)) return;
    const text = withoutCode(block);
    yield* inAddresses(block, context.options.tracking);
    yield* inText(text, addressesIn(block));
  },
  *conclude(_facts: readonly Placed<readonly Report[]>[], article, context) {
    // Definitions of reference links stand outside the blocks.
    for (const definition of article.linkDefinitions.values()) {
      for (const href of definition.hrefs) {
        const start = article.text.indexOf(href, definition.start);
        if (start === -1 || start >= definition.end) continue;
        for (const problem of problemsOfAddress(href, context.options.tracking)) yield at(problem, start);
      }
    }
  },
});

/** The block's text with code, comments and the like turned to spaces, so that offsets stay. */
function withoutCode(block: Block): string {
  let text = block.text.replace(/<!--[^]*?(?:-->|$)/g, (comment) => ' '.repeat(comment.length));
  for (const { kind, start, end } of block.inlines) if (kind === 'code') text = text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
  return text;
}

function* inAddresses(block: Block, tracking: boolean): Iterable<Report> {
  for (const place of addressesIn(block)) {
    if (place.href === '') {
      yield { start: place.start, end: place.end, message: 'This link has no address, so it leads nowhere. Add the address or take the link out.' };
      continue;
    }
    const { label } = place.link;
    const words = label ? block.prose.slice(label.start, label.end).trim() : '';
    for (const problem of problemsOfAddress(place.href, tracking, words)) yield at(problem, place.start);
  }
}

function at(problem: Problem, offset: number): Report {
  return {
    ...problem,
    start: problem.start + offset,
    end: problem.end + offset,
    fixes: (problem.fixes ?? []).map((fix) => (typeof fix.edits === 'function' ? fix : { ...fix, edits: fix.edits.map((edit) => ({ ...edit, start: edit.start + offset, end: edit.end + offset })) })),
  };
}

/** What is wrong with one address, in offsets of the address itself; the weightiest problem only. */
function problemsOfAddress(href: string, tracking: boolean, label = ''): Problem[] {
  const all = { start: 0, end: href.length };
  const doi = /^(https?):\/\/(dx\.|www\.)?doi\.org\/(.*)$/is.exec(href);
  if (doi) return problemOfDoiAddress(href, doi[1]!.toLowerCase(), doi[2], doi[3]!);
  const pubmed = /^https?:\/\/(?:www\.)?(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov\/pubmed|pubmed\.gov)\/?([^/?#]*)\/?([?#].*)?$/i.exec(href);
  if (pubmed) {
    const id = pubmed[1]!;
    if (/^\d+$/.test(id) && (id.length > 8 || /^0+$/.test(id))) return [{ ...all, message: `${id} can't be a PubMed number: those have one to eight digits. Look it up again.` }];
    if (id === '' && !pubmed[2] && label !== '' && !/pubmed|medline|database|search/i.test(label)) {
      return [{ ...all, message: 'This leads to the front page of PubMed, not to a paper. Add the number of the paper.', severity: 'information' }];
    }
  }
  const trial = /clinicaltrials\.gov\/[^\s]*?\b(NCT\d+)\b/i.exec(href);
  if (trial && trial[1]!.length !== 11) return [{ ...all, message: trialMessage(trial[1]!) }];
  const orcid = /orcid\.org\/([\dX]{4}(?:-[\dX]{4}){3})/i.exec(href);
  if (orcid && !isOrcid(orcid[1]!)) return [{ ...all, message: checkMessage('ORCID iD', orcid[1]!) }];
  const clean = href.replace(/([?&])utm_[a-z_]+=[^&#]*/gi, '$1').replace(/([?&])&+/g, '$1').replace(/[?&]+(?=#|$)/, '');
  if (tracking && clean !== href) {
    return [{
      ...all,
      message: 'The address carries tracking parameters (utm_…) that say nothing about the source. Leave them out.',
      severity: 'hint',
      fixes: [{ title: 'Remove the tracking parameters', safety: 'safe', edits: [{ ...all, text: clean }] }],
    }];
  }
  return [];
}

function problemOfDoiAddress(href: string, scheme: string, prefix: string | undefined, path: string): Problem[] {
  const all = { start: 0, end: href.length };
  const value = repaired(path);
  const wanted = `https://doi.org/${value}`;
  const fix = isDoi(value) ? [{ title: `Change to ${wanted}`, safety: 'safe' as const, edits: [{ ...all, text: wanted }] }] : [];
  if (value !== path) return [{ ...all, message: `${reasonOf(path)} Readers who follow it find nothing.`, ...(fix.length > 0 ? { fixes: fix } : {}) }];
  if (isPlaceholder(path)) return [{ ...all, message: 'This DOI is a placeholder. Put in the real one, or take it out.' }];
  if (path === '') return [];
  if (!isDoi(decoded(path).replace(/[?#].*$/, ''))) return [{ ...all, message: doiMessage(path) }];
  if (scheme === 'http' || prefix) return [{ ...all, message: 'This is the old form of a DOI link. The form to use is https://doi.org/….', severity: 'hint' as Severity, fixes: fix }];
  return [];
}

/** A DOI with the usual slips mended: a second prefix, a dash that is no hyphen, spaces, the sentence's punctuation. */
function repaired(path: string): string {
  return withoutTrailing(
    path
      .replace(/^(?:(?:https?:)?\/\/(?:dx\.)?doi\.org\/|doi:\s*|doi\.org\/)+/i, '')
      .replace(/[\u2010-\u2015\u2212]/g, '-')
      .replace(/(?:\s|%20)+/g, '')
      .replace(/[\u200b-\u200d\u2060\ufeff]/g, ''),
  );
}

function reasonOf(path: string): string {
  if (/^(?:(?:https?:)?\/\/(?:dx\.)?doi\.org|doi:|doi\.org)/i.test(path)) return 'The prefix stands twice in this DOI link.';
  if (/[\u2010-\u2015\u2212]/.test(path)) return 'This DOI has a dash where a hyphen must stand.';
  if (/\s|%20|[\u200b-\u200d\u2060\ufeff]/.test(path)) return 'There is a space in this DOI.';
  return 'The sentence’s punctuation has got into this DOI link.';
}

function doiMessage(value: string): string {
  return `“${value}” can't be a DOI: those begin with 10., a number of four to nine digits and a slash. Copy it again from the paper.`;
}

function trialMessage(value: string): string {
  return `${value} can't be a trial number: ClinicalTrials.gov numbers are NCT and eight digits. Look it up again.`;
}

function checkMessage(what: string, value: string): string {
  return `${value} can't be an ${what}: its check digit doesn't fit. A digit is wrong or two have changed places.`;
}

function isPlaceholder(value: string): boolean {
  return /^(?:10\.)?(?:x{2,}|X{2,}|0{4,}|\?{2,}|#{2,}|\.{3}|…|tbd|tba|todo|n\/a|none|pending|xxxx)(?:[/.x0?#…-]|$)/i.test(value) || /^10\.\d*x{2,}|^10\.\d+\/(?:x{3,}|\?{2,}|\.{3}|…|tbd|todo)/i.test(value);
}

function decoded(path: string): string {
  return path.replace(/%3C/gi, '<').replace(/%3E/gi, '>').replace(/%2F/gi, '/').replace(/%28/gi, '(').replace(/%29/gi, ')').replace(/%3A/gi, ':').replace(/%3B/gi, ';');
}

const IN_TEXT = new RegExp(
  [
    String.raw`(?<doi>\bdoi\s*:\s*(?:https?:\/\/(?:dx\.)?doi\.org\/)?)(?<doiValue>[^\s"“”{}|\\^]+)`,
    String.raw`(?<url>\bhttps?:\/\/(?:dx\.|www\.)?doi\.org\/[^\s"“”|\\^]+)`,
    String.raw`\bPMID\s*:?\s*#?\s*(?<pmid>PMC\d+|\d+|TBD|TBA|TODO|x{2,}|\?{1,8})(?!\w)`,
    String.raw`\bPMC(?:ID)?(?:\s*:\s*)?(?:PMC)?(?<pmc>\d+)\b`,
    String.raw`\b(?<nct>NCT\s?\d+)\b`,
    String.raw`\bISBN(?:-1[03])?\s*:?\s*(?<isbn>[\dX](?:[\s–‐‑-]?[\dX]){7,17})\b`,
    String.raw`\b(?:e-?)?ISSN\s*:?\s*(?<issn>\d{4}[–‐‑-]?\d{3}[\dX])\b`,
    String.raw`\bORCID(?:\s*iD)?\s*:?\s*(?<orcid>\d{4}-\d{4}-\d{4}-\d{3}[\dX])\b`,
  ].join('|'),
  'gi',
);

/** Identifiers that stand in running text. What is part of a link's address was looked at there. */
function* inText(text: string, links: readonly Span[]): Iterable<Report> {
  for (const match of text.matchAll(IN_TEXT)) {
    const start = match.index;
    if (links.some((link) => start < link.end && start + match[0].length > link.start)) continue;
    const problem = problemInText(match);
    if (problem) yield at(problem, start);
  }
}

function problemInText(match: RegExpExecArray): Problem | undefined {
  const groups = match.groups ?? {};
  const all = { start: 0, end: match[0].length };
  if (groups['url'] !== undefined) {
    const url = withoutTrailing(groups['url'].replace(/[<>\]]+.*$/, ''));
    return problemsOfAddress(url, false)[0];
  }
  if (groups['doiValue'] !== undefined) {
    const value = withoutTrailing(groups['doiValue']);
    const end = groups['doi']!.length + value.length;
    if (isPlaceholder(value)) return { start: 0, end, message: 'This DOI is a placeholder. Put in the real one, or take it out.' };
    const mended = repaired(value);
    if (mended !== value && isDoi(mended)) {
      return { start: 0, end, message: reasonOf(value), fixes: [{ title: `Change to doi:${mended}`, safety: 'safe', edits: [{ start: 0, end, text: `doi:${mended}` }] }] };
    }
    return /^[\d.]+\/\S/.test(value) && !isDoi(value) ? { start: 0, end, message: doiMessage(value) } : undefined;
  }
  const { pmid, pmc, nct, isbn, issn, orcid } = groups;
  if (pmid !== undefined) {
    if (/^\d{1,8}$/.test(pmid) && !/^0+$/.test(pmid)) return undefined;
    if (/^PMC/i.test(pmid)) return { ...all, message: `${pmid} is a PubMed Central number, not a PubMed number. Name it PMCID, or give the PMID.` };
    return { ...all, message: /^\d/.test(pmid) ? `${pmid} can't be a PubMed number: those have one to eight digits. Look it up again.` : 'This PubMed number is a placeholder. Put in the real one, or take it out.' };
  }
  // Shorter ones after bare letters are something else: a cell line, a house number.
  if (pmc !== undefined) return pmc.length > 8 || (pmc.length < 5 && /:/.test(match[0])) ? { ...all, message: `PMC${pmc} can't be a PubMed Central number: those have five to eight digits. Look it up again.` } : undefined;
  if (nct !== undefined) {
    const value = nct.replace(/\s/g, '');
    if (!/\d{4}/.test(value)) return undefined;
    if (value.length !== 11) return { ...all, message: trialMessage(value) };
    return value !== nct ? { ...all, message: 'A trial number is written without a space.', severity: 'hint', fixes: [{ title: `Change to ${value}`, safety: 'safe', edits: [{ ...all, text: value }] }] } : undefined;
  }
  if (isbn !== undefined) return isIsbn(isbn) ? undefined : { ...all, message: checkMessage('ISBN', isbn) };
  if (issn !== undefined) return isIssn(issn) ? undefined : { ...all, message: checkMessage('ISSN', issn) };
  if (orcid !== undefined) return isOrcid(orcid) ? undefined : { ...all, message: checkMessage('ORCID iD', orcid) };
  return undefined;
}
