/** Flags citations that point nowhere and sources that nothing points to. */
import type { Article, Block, Placed, Span } from '../article/article.js';
import { defineRule, type Report } from '../engine/rule.js';
import type { Bibliography } from '../engine/resources.js';
import { authorYearReports, unusedEntries } from './author-years.js';
import { nearestKey } from './near-key.js';
import { footnoteMark, footnoteReports, type FootnoteMark } from './unresolved-footnotes.js';
import { byClass, usesIn, usesOf, type Use, type UsesByClass } from './uses.js';

interface Options {
  readonly unused: boolean;
  readonly placeholders: boolean;
}

/** What a block says about sources, in block offsets. */
interface Fact {
  readonly uses: readonly Use[];
  readonly links: readonly LooseLink[];
}

/** The same of a stretch, in offsets of the stretch. */
interface Digest {
  readonly uses: UsesByClass;
  readonly marks: readonly FootnoteMark[];
  readonly links: readonly LooseLink[];
}

export const rule = defineRule<Options, Fact, Digest>({
  meta: {
    id: 'unresolved-citation',
    summary: 'Footnotes, keys and numbers that point nowhere, and sources that nothing points to',
    why: 'A mark without its source looks like evidence and gives none; it is also the usual sign of a reference lost while editing.',
    sources: [
      { title: 'AMA Manual of Style, 11th ed., 3: References' },
      { title: 'ICMJE Recommendations: references are numbered in the order in which they are first mentioned', url: 'https://www.icmje.org/recommendations/' },
      { title: 'Pandoc User’s Guide: footnotes, citations', url: 'https://pandoc.org/MANUAL.html' },
    ],
    severity: 'error',
    fixable: 'suggestion',
    kinds: ['paragraph', 'list-item', 'heading', 'table-header', 'table-cell', 'html'],
    zones: ['body', 'quote', 'references', 'footnote'],
    languages: 'any',
    options: {
      unused: { type: 'boolean', description: 'Report footnote definitions and list entries that nothing points to.', default: true },
      placeholders: { type: 'boolean', description: 'Report, once for the article, how many sources are still to be added ([citation needed], empty footnotes).', default: true },
    },
  },
  collect(block) {
    const links = looseLinks(block);
    return block.citations.length > 0 || links.length > 0 ? { uses: usesIn(block), links } : undefined;
  },
  digest(facts) {
    const uses = byClass(facts.map(({ start, value }) => ({ start, value: value.uses })));
    return {
      uses,
      marks: (uses.footnote ?? []).map(footnoteMark),
      links: facts.flatMap(({ start, value }) => value.links.map((link) => ({ ...link, start: link.start + start, end: link.end + start }))),
    };
  },
  *conclude(facts, article, { options, severity, resources }) {
    const uses = facts.map(({ start, value }): Placed<UsesByClass> => ({ start, value: value.uses }));
    yield* footnoteReports(article, facts.map(({ start, value }) => ({ start, value: value.marks })), options, severity);
    if (resources.bibliography && !resources.bibliography.incomplete) yield* keys(usesOf(uses, 'key'), resources.bibliography);
    yield* numbers(article, usesOf(uses, 'number'), options);
    if (article.references.some(({ kind }) => kind === 'entry')) {
      yield* authorYearReports(article, usesOf(uses, 'author-year'));
      if (options.unused) yield* unusedEntries(article, usesOf(uses, 'number', 'author-year', 'key', 'other'));
    }
    yield* undefinedLinks(article, facts);
    if (options.placeholders) yield* placeholders(usesOf(uses, 'placeholder'));
  },
});

// Cross-references to figures and the like, and keys that are identifiers themselves, are in no bibliography.
const OTHER_KEY = /^(?:fig|tbl|tab|table|sec|eq|lst|thm|lem|cor|def|exm|exr|prp|suppl?|app|nte|tip|wrn|doi|pmid|pmcid|pmc|url|https?|arxiv|isbn|wikidata|raw|tag|clinicaltrials)[:-]/i;

function* keys(uses: readonly Use[], bibliography: Bibliography): Iterable<Report> {
  const known = bibliography.entries.map(({ key }) => key);
  for (const { citation, start, end, text } of uses) {
    const missing = citation.keys.filter((key) => !OTHER_KEY.test(key) && !bibliography.get(key));
    for (const key of missing) {
      const at = citation.keys.length > 1 ? text.indexOf(key) : -1;
      const span = at === -1 ? { start, end } : { start: start + at, end: start + at + key.length };
      const near = nearestKey(key, known);
      const place = start + text.indexOf(key);
      yield {
        ...span,
        message: `The bibliography has no entry “${key}”${near === undefined ? '' : `; did you mean “${near}”?`}. Add it, or correct the key.`,
        ...(near === undefined ? {} : { fixes: [{ title: `Change to “${near}”`, safety: 'suggestion' as const, edits: [{ start: place, end: place + key.length, text: near }] }] }),
      };
    }
  }
}

function* numbers(article: Article, marks: readonly Use[], options: Options): Iterable<Report> {
  if (marks.length === 0) return;
  const count = article.context.numberedReferences;
  if (!article.context.hasReferences) {
    const plain = marks.filter(({ citation }) => citation.form === 'numeric');
    if (plain.length > 0 && article.references.length === 0) {
      yield { start: plain[0]!.start, end: plain[0]!.end, message: `Numbers such as ${plain[0]!.text} point to a list of sources, but the article has none. Add the list.`, severity: 'warning' };
    }
    return;
  }
  if (count === 0) return;
  const listed = new Set(article.references.filter(({ kind }) => kind === 'entry').map(({ key }) => key));
  let highest = 0;
  let disorder: Use | undefined;
  for (const use of marks) {
    const beyond = use.citation.keys.find((key) => /^\d+$/.test(key) && Number(key) > count && !listed.has(key));
    if (beyond !== undefined) yield { start: use.start, end: use.end, message: `The list of sources ends at ${count}: there is no number ${beyond}. Correct the number or add the source.` };
    for (const key of use.citation.keys) {
      const value = Number(key);
      if (!(value <= count)) continue;
      if (value > highest + 1) disorder ??= use;
      highest = Math.max(highest, value);
    }
  }
  if (disorder && options.unused && !isAlphabetical(article)) {
    yield { start: disorder.start, end: disorder.end, message: 'Sources are numbered in the order in which the text first mentions them; this number comes too early.', severity: 'hint' };
  }
}

/** A list in the order of its authors' names is numbered by that order. */
function isAlphabetical(article: Article): boolean {
  const names = article.references.filter(({ kind }) => kind === 'entry').map(({ text }) => text.replace(/^\W+/, '').toLowerCase().slice(0, 12));
  return names.length > 2 && names.every((name, i) => i === 0 || names[i - 1]! <= name);
}

// `[text][label]` or `[text][]` that stayed plain text, because nothing defines the label.
const REFERENCE_LINK = /(?<![\w\]\\!])\[([^\][\n]{2,200})\]\[([^\][\n]{0,100})\]/g;

/** Words in brackets that are a link if the article defines their label. The place is that of the label's brackets. */
interface LooseLink extends Span {
  /** As labels are compared. */
  readonly name: string;
}

/** In block offsets. */
function looseLinks(block: Block): LooseLink[] {
  if (!block.prose.includes('][')) return [];
  return [...block.prose.matchAll(REFERENCE_LINK)].flatMap((match): LooseLink[] => {
    const [whole, text = '', label = ''] = match;
    const name = (label === '' ? text : label).trim().toLowerCase().replace(/\s+/g, ' ');
    const end = match.index + whole.length;
    if (!/\p{L}.*\p{L}/u.test(name) || /^[\^@]/.test(name) || block.citations.some((one) => one.start < end && one.end > match.index)) return [];
    return [{ name, start: end - label.length - 2, end }];
  });
}

function* undefinedLinks({ linkDefinitions }: Article, stretches: readonly Placed<Digest>[]): Iterable<Report> {
  for (const { start: base, value } of stretches) {
    for (const { name, start, end } of value.links) {
      if (linkDefinitions.has(name)) continue;
      yield { start: base + start, end: base + end, message: `Nothing defines the link “${name}”, so readers see the brackets instead of a link. Add a line “[${name}]: address”.` };
    }
  }
}

function* placeholders(uses: readonly Use[]): Iterable<Report> {
  // A bare `TODO` may be about anything.
  const open = uses.filter(({ text }) => /cit|ref|sourc|stud|\bcn\b|whom|link|\?/i.test(text));
  if (open.length === 0) return;
  const [first, ...rest] = open;
  yield {
    start: first!.start,
    end: first!.end,
    message: open.length === 1 ? 'One source is still to be added, here.' : `${open.length} sources are still to be added, the first one here.`,
    severity: 'information',
    related: rest.slice(0, 9).map(({ start, end }) => ({ start, end, message: 'A source is still to be added' })),
  };
}
