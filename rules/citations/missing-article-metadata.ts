/** Flags articles that don't say who wrote and checked them and when, or whose dates are missing, wrong or old. */
import type { Article, Block, FrontMatter, Span } from '../article/article.js';
import type { Edit } from '../engine/finding.js';
import { defineRule, type FixSpec } from '../engine/rule.js';
import { rememberLast } from '../lexicon/once.js';
import { termsOf } from '../lexicon/terms.js';
import { ageInMonths, readDate } from './dates.js';
import { isArticle, lineAround, titleSpan } from './document.js';

interface Options {
  readonly maxAgeMonths: number;
  readonly required: readonly string[];
}

const FIELDS = ['author', 'reviewer', 'date'] as const;
type Field = (typeof FIELDS)[number];

const ALIASES: Readonly<Record<Field, readonly string[]>> = {
  author: ['author', 'authors', 'byline', 'by', 'writer', 'writers', 'written_by', 'creator', 'contributors'],
  reviewer: ['reviewer', 'reviewers', 'medically_reviewed_by', 'medical_reviewer', 'medical_reviewers', 'reviewed_by', 'fact_checker', 'fact_checked_by', 'clinical_reviewer', 'expert_reviewer', 'editor_medical'],
  date: ['date', 'published', 'publish_date', 'published_at', 'pub_date', 'last_reviewed', 'reviewed', 'review_date', 'date_reviewed', 'lastmod', 'updated', 'last_updated', 'modified', 'date_modified', 'last_modified', 'updated_at', 'medically_reviewed_on'],
};
const NAMES: Readonly<Record<Field, string>> = { author: 'an author', reviewer: 'a medical reviewer', date: 'a date of publication or review' };
const KEYS: Readonly<Record<Field, string>> = { author: 'author', reviewer: 'medically_reviewed_by', date: 'last_reviewed' };

const LONG_LINE = 120;

/** As visible text says it. */
const BYLINES: Readonly<Record<Field, RegExp>> = {
  author: /\b(?:written|authored|posted)\s+by\s+\S|\bauthors?\s*:\s*\S|(?:^|\n)\W*by\s+(?:Dr\.?\s+)?\p{Lu}\p{L}*\.?\s+\p{Lu}/iu,
  reviewer: /\b(?:medically\s+|clinically\s+|expert\s+|peer[\s-]+)?(?:reviewed|fact[\s-]checked|checked|approved)\s+by\s+\S|\b(?:medical\s+)?reviewers?\s*:\s*\S|\bfact[\s-]checker\s*:\s*\S/i,
  date: /\b(?:last\s+)?(?:updated|reviewed|modified|published|revised|checked)(?:\s+on)?\s*:?\s*(?:\d{1,2}[./\s]|\d{4}-|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\s)|\b(?:date|next\s+review)\s*:\s*\S/iu,
};

export const rule = defineRule<Options>({
  meta: {
    id: 'missing-article-metadata',
    summary: 'Health articles without author, medical reviewer or date, or with a wrong or old date',
    why: 'Readers and search engines judge health information by who stands behind it and how old it is.',
    sources: [
      { title: 'HONcode principles 1 (authority) and 4 (attribution)' },
      { title: 'Silberg W. M. et al. 1997. JAMA benchmarks: authorship, attribution, currency, disclosure', url: 'https://doi.org/10.1001/jama.1997.03540390074039' },
      { title: 'Google Search Quality Rater Guidelines (YMYL, E-E-A-T)', url: 'https://guidelines.raterhub.com/searchqualityevaluatorguidelines.pdf' },
      { title: 'DISCERN, questions 4 and 5', url: 'http://www.discern.org.uk' },
    ],
    severity: 'information',
    fixable: 'suggestion',
    options: {
      maxAgeMonths: { type: 'integer', description: 'From how many months on a date is old; 0 never.', default: 24, minimum: 0 },
      required: { type: 'array', description: 'What an article must say: author, reviewer, date.', default: FIELDS, items: { type: 'string', enum: FIELDS } },
    },
  },
  *conclude(_facts, article, { options, resources, severity }) {
    const { today } = resources;
    if (today === undefined || !isArticle(article) || isForeign(article)) return;
    const front = article.frontMatter;
    if (front?.problem !== undefined) return;
    const wrong = front ? [...wrongValues(front, article, options, today)] : [];
    if (wrong.length > 0) {
      for (const { message, ...span } of wrong) yield { ...span, message, severity };
      return;
    }
    // Without metadata, only what is plainly a health page is asked for some.
    if (!front && !(article.blocks.some(({ value }) => value.kind === 'heading') && article.blocks.some(({ value }) => namesTerm(value)))) return;
    const named = bylinesIn(edgesOf(article.text));
    const missing = FIELDS.filter((field) => options.required.includes(field) && !has(front, field) && !named.has(field));
    if (missing.length === 0) return;
    yield {
      ...(front ? lineAround(article.text, front.start) : firstLineOf(article)),
      message: `The article doesn't name ${listed(missing.map((field) => NAMES[field]))}. Readers want to know who stands behind health information and how old it is.`,
      severity,
      fixes: [front ? completion(front, article, missing) : newBlock(article, missing)],
      data: { missing },
    };
  },
});

function namesTerm({ kind, zone, english, sentences }: Block): boolean {
  if (!english || kind === 'table-header' || (zone !== 'body' && zone !== 'quote')) return false;
  return sentences.some((sentence) => termsOf(sentence).length > 0);
}

/** Metadata of pages in another language have names that are not known here. */
function isForeign({ blocks }: Article): boolean {
  return blocks.length > 0 && blocks.every(({ value }) => !value.english);
}

function has(front: FrontMatter | undefined, field: Field): boolean {
  return front !== undefined && entriesOf(front, field).length > 0;
}

/** The keys of the metadata that stand for a field, with their values, however they are spelt: `lastReviewed`, `last-reviewed`. */
function entriesOf(front: FrontMatter, field: Field): (readonly [key: string, value: unknown])[] {
  return Object.entries(front.data).filter(([key]) => ALIASES[field].includes(key.replace(/([a-z])([A-Z])/g, '$1_$2').replace(/[-\s]/g, '_').toLowerCase()));
}

function* wrongValues(front: FrontMatter, article: Article, options: Options, today: string): Iterable<Span & { readonly message: string }> {
  const line = (key: string): Span => lineOf(key, front, article.text);
  for (const field of FIELDS) {
    if (!options.required.includes(field)) continue;
    for (const [key, value] of entriesOf(front, field)) {
      if (isEmpty(value)) yield { ...line(key), message: `“${key}” is empty. Fill it in.` };
    }
  }
  const dates: { key: string; date: string }[] = [];
  for (const [key, value] of entriesOf(front, 'date')) {
    if (isEmpty(value)) continue;
    const date = readDate(value);
    if (date === undefined) yield { ...line(key), message: `“${key}” is no date that can be read. Write it as YYYY-MM-DD.` };
    else if (date > today) yield { ...line(key), message: `“${key}” lies in the future.` };
    else dates.push({ key, date });
  }
  const newest = dates.sort((a, b) => (a.date < b.date ? 1 : -1))[0];
  if (!newest || options.maxAgeMonths === 0) return;
  const age = ageInMonths(newest.date, today);
  if (age > options.maxAgeMonths) yield { ...line(newest.key), message: `The article was last looked at ${age} months ago. Check whether it still holds, and write down when you did.` };
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.every(isEmpty));
}

function lineOf(key: string, front: FrontMatter, text: string): Span {
  const escaped = key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const match = new RegExp(`^[ \\t]*["']?${escaped}["']?[ \\t]*[:=]`, 'm').exec(text.slice(front.body.start, front.body.end));
  return lineAround(text, match ? front.body.start + match.index + (match[0].length - match[0].trimStart().length) : front.start);
}

/** The fields that bylines in these lines give. Kept for the lines that were read last: hardly any edit touches them. */
const bylinesIn = rememberLast((lines: string): ReadonlySet<Field> => new Set(FIELDS.filter((field) => BYLINES[field].test(lines))));

/** The first and last lines of the text that have anything on them, where bylines stand. */
function edgesOf(text: string): string {
  const first: string[] = [];
  let from = 0;
  for (; from < text.length && first.length < FIRST_LINES; from = endOf(text, from) + 1) keepLine(text.slice(from, endOf(text, from)), first);
  const last: string[] = [];
  for (let to = text.length; to > from && last.length < LAST_LINES; ) {
    const start = Math.max(from, text.lastIndexOf('\n', to - 1) + 1);
    keepLine(text.slice(start, to), last);
    to = start - 1;
  }
  return [...first, ...last.reverse()].join('\n');
}

const FIRST_LINES = 14;
const LAST_LINES = 10;

function endOf(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

function keepLine(line: string, lines: string[]): void {
  if (line.trim() !== '') lines.push(line.endsWith('\r') ? line.slice(0, -1) : line);
}

/** The file's first line, unless that is a whole paragraph. */
function firstLineOf(article: Article): Span {
  const { text } = article;
  const start = text.search(/\S/);
  const line = lineAround(text, Math.max(0, text.charCodeAt(start) === 0xfeff ? start + 1 : start));
  return line.end - line.start > LONG_LINE ? titleSpan(article) : line;
}

/** Adds the missing fields before the closing fence. */
function completion(front: FrontMatter, article: Article, missing: readonly Field[]): FixSpec {
  const { lineEnding, text } = article;
  const lines = missing.map((field) => (front.format === 'toml' ? `${KEYS[field]} = ""` : `${KEYS[field]}: `));
  const at = front.body.end;
  const glued = at > front.body.start && text[at - 1] !== '\n';
  const edit: Edit = { start: at, end: at, text: (glued ? lineEnding : '') + lines.join(lineEnding) + (glued ? '' : lineEnding) };
  return { title: `Add ${missing.map((field) => KEYS[field]).join(', ')}`, safety: 'suggestion', edits: [edit] };
}

/** Puts a block of metadata before the text. */
function newBlock(article: Article, missing: readonly Field[]): FixSpec {
  const { lineEnding, text } = article;
  const heading = article.blocks.find(({ value }) => value.kind === 'heading')?.value.prose.replace(/\s+/g, ' ').trim() ?? '';
  const title = /[:#"'[\]{}]|^[-?&*!|>%@`]/.test(heading) ? JSON.stringify(heading) : heading;
  const lines = ['---', `title: ${title}`, ...missing.map((field) => (field === 'date' ? `${KEYS[field]}: YYYY-MM-DD` : `${KEYS[field]}: `)), '---', '', ''];
  const at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  return { title: 'Add metadata at the top', safety: 'suggestion', edits: [{ start: at, end: at, text: lines.join(lineEnding) }] };
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}
