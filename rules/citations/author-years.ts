/** Author-year citations against the list of sources at the end, both ways. */
import type { Article, Reference } from '../article/article.js';
import type { Report } from '../engine/rule.js';
import type { Use } from './uses.js';

/** From so many entries without a citation on, one note stands for all. */
const MANY = 3;

/** Author-year citations whose author and year no entry of the list has. `uses`: those citations, in file offsets. */
export function* authorYearReports(article: Article, uses: readonly Use[]): Iterable<Report> {
  const entries = entriesOf(article);
  if (entries.length === 0) return;
  const body = uses.filter((use) => use.english && !isInReferences(article, use));
  const known = body.some(({ citation }) => citation.keys.some((key) => entries.some((entry) => fits(entry, readKey(key) ?? NOBODY))));
  for (const use of body) {
    // A name with a year behind it may be anything (`Summer of Love (1967)`) where the article doesn't cite so elsewhere.
    if (!known && !/^[([]/.test(use.text)) continue;
    for (const key of use.citation.keys) {
      const reference = readKey(key);
      if (!reference || entries.some((entry) => fits(entry, reference))) continue;
      const sameAuthor = entries.find((entry) => hasName(entry, reference.name));
      yield {
        ...partOf(use, reference),
        message: sameAuthor
          ? `The list of sources has ${reference.name}, but not of ${reference.year}. Correct the year, or add the source.`
          : `The list of sources has no ${reference.name} ${reference.year}. Add the source, or correct the name.`,
        severity: 'information',
      };
    }
  }
}

/** Entries of the list that the text never cites, where it does cite by number or by author and year. `uses`: all marks, in file offsets. */
export function* unusedEntries(article: Article, uses: readonly Use[]): Iterable<Report> {
  const entries = entriesOf(article);
  const body = uses.filter((use) => !isInReferences(article, use));
  const numbers = new Set(body.filter(({ citation }) => citation.form === 'numeric' || citation.form === 'superscript').flatMap(({ citation }) => citation.keys));
  const names = body.filter(({ citation }) => citation.form === 'author-year').flatMap(({ citation }) => citation.keys).flatMap((key) => readKey(key) ?? []);
  const byNumber = numbers.size > 0 && article.context.numberedReferences > 0;
  if (!byNumber && names.length === 0) return;
  const idle = entries.filter((entry) => !(byNumber && numbers.has(entry.key)) && !names.some((name) => fits(entry, name)) && !linked(entry, body));
  // A list of which hardly anything is cited is further reading.
  if (idle.length === 0 || idle.length * 2 > entries.length) return;
  const message = (rest: string): string => `The text never cites this source${rest}. Cite it where it is used, or take it out.`;
  if (idle.length <= MANY) for (const { start, end } of idle) yield { start, end, message: message(''), severity: 'hint' };
  else yield { start: idle[0]!.start, end: idle[0]!.end, message: message(`, nor ${idle.length - 1} others of the list`), severity: 'hint', related: idle.slice(1, 10).map(({ start, end }) => ({ start, end, message: 'Not cited either' })) };
}

/** An entry of the list with its text as names are compared: without accents and capitals. */
interface Entry extends Reference {
  readonly plain: string;
}

function entriesOf(article: Article): readonly Entry[] {
  return article.references.filter(({ kind }) => kind === 'entry').map((entry) => ({ ...entry, plain: plainOf(entry.text) }));
}

function isInReferences(article: Article, { start }: Use): boolean {
  const section = article.referencesSection;
  return section !== undefined && start >= section.start && start < section.end;
}

interface AuthorYear {
  readonly name: string;
  readonly year: string;
}

const NOBODY: AuthorYear = { name: '\0', year: '\0' };

function readKey(key: string): AuthorYear | undefined {
  const match = /^(.+?)\s+((?:1[89]|20)\d\d)[a-z]?$/.exec(key);
  if (!match) return undefined;
  const name = match[1]!.replace(/\s+et\s+al\.?$/i, '').replace(/['’]s$/, '').trim();
  // An abbreviation is spelt out in the list; that can't be told from here.
  return /^[A-Z]{2,}$/.test(name) || name === '' ? undefined : { name, year: match[2]! };
}

function fits(entry: Entry, { name, year }: AuthorYear): boolean {
  return entry.text.includes(year) && hasName(entry, name);
}

function hasName({ plain }: Entry, name: string): boolean {
  return plain.includes(plainOf(name.split(/\s+/).at(-1)!));
}

function plainOf(text: string): string {
  return text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/[’]/g, "'").toLowerCase();
}

/** The words of one reference among several: `Lee, 2021` in `(Smith, 2019; Lee, 2021)`. */
function partOf({ start, text }: Use, { name, year }: AuthorYear): { start: number; end: number } {
  const at = text.lastIndexOf(year);
  const behind = text.indexOf(year) === at ? at : nearestBehind(text, name, year);
  return spanOf(start, text, name, year, behind);
}

/** Of several equal years, the one that the name stands before. */
function nearestBehind(text: string, name: string, year: string): number {
  return text.indexOf(year, Math.max(0, text.indexOf(name)));
}

function spanOf(start: number, text: string, name: string, year: string, at: number): { start: number; end: number } {
  const from = Math.max(0, at === -1 ? text.indexOf(name) : text.lastIndexOf(name, at));
  const end = at === -1 ? text.length : at + year.length + (/[a-z]/.test(text[at + year.length] ?? '') ? 1 : 0);
  return { start: start + from, end: start + end };
}

/** The text links to the very address or identifier of the entry. */
function linked(entry: Entry, uses: readonly Use[]): boolean {
  return uses.some(({ citation }) => {
    if (citation.href !== undefined && entry.hrefs.includes(citation.href)) return true;
    const identifier = citation.identifier;
    return identifier !== undefined && entry.identifiers.some(({ value }) => value.toLowerCase() === identifier.value.toLowerCase());
  });
}
