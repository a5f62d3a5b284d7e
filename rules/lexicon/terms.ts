/** The curated terms: what exposures and outcomes are called. */
import { createPhrases, type PhraseMatch, type Phrases } from '../english/phrases.js';
import { tokensOf, type Token } from '../english/tokens.js';
import type { Sentence } from '../article/article.js';
import { byWords } from '../article/sentence-memory.js';
import anatomy from './data/terms/anatomy.txt';
import biomarkers from './data/terms/biomarkers.txt';
import brands from './data/terms/brands.txt';
import conditions from './data/terms/conditions.txt';
import drugs from './data/terms/drugs.txt';
import microbes from './data/terms/microbes.txt';
import plants from './data/terms/plants.txt';
import supplements from './data/terms/supplements.txt';
import variants from './data/terms/spelling-variants.txt';
import { beginningOf, createLineFinder, type LineFinder } from './line-finder.js';
import { once, rememberWords } from './once.js';
import { readLines, readList, readTable } from './table.js';

export type TermKind = 'plant' | 'supplement' | 'drug' | 'brand' | 'microbe' | 'condition' | 'biomarker' | 'anatomy';

export interface Term {
  /** As the lexicon spells it. */
  readonly name: string;
  readonly kind: TermKind;
  /** Finer group of the data file; for a plant or microbe, its accepted binomial; for a brand, the generic name. */
  readonly group: string;
}

/** The terms of a sentence from left to right, longest first; worked out once for each sentence. */
export const termsOf: (sentence: Sentence) => readonly PhraseMatch<Term>[] = byWords((sentence) => termsIn(tokensOf(sentence)));

function termsIn(tokens: readonly Token[]): PhraseMatch<Term>[] {
  const found: PhraseMatch<Term>[] = [];
  for (let i = 0; i < tokens.length; ) {
    const match = termAt(tokens, i);
    if (match) found.push(match);
    i = match ? match.to : i + 1;
  }
  return found;
}

/** The longest term that starts at this token. */
export function termAt(tokens: readonly Token[], index: number): PhraseMatch<Term> | undefined {
  return index < tokens.length ? formsBehind(tokens[index]!.lower)?.at(tokens, index) : undefined;
}

/** True for a word that may begin a term. */
export function beginsTerm(word: string): boolean {
  return formsBehind(word) !== null;
}

/** The terms among which those are that this word begins; null for most words, which begin none. */
const formsBehind = rememberWords((word): Phrases<Term> | null => {
  const forms = formsWith(word);
  return forms.startsWith(word) ? forms : null;
});

const byBeginning = new Map<string, Phrases<Term>>();

/**
 * The terms that may begin with this word, each with its plain plural, in American and British spelling, with Greek letters written out and not.
 * They are put together for one beginning at a time, when a word with it is met: a short text needs few of them.
 */
function formsWith(word: string): Phrases<Term> {
  const beginning = beginningOf(word);
  let phrases = byBeginning.get(beginning);
  if (!phrases) byBeginning.set(beginning, (phrases = createPhrases(termsNear(beginning).flatMap(formsOf).filter(([form]) => beginningOf(form) === beginning))));
  return phrases;
}

function formsOf(term: Term): [string, Term][] {
  const name = term.name.replace(/\u2019/g, "'");
  const forms = new Set([name, british(name), greek(name)].flatMap((one) => [one, plural(one)]));
  return [...forms].map((form): [string, Term] => [form, term]);
}

/** The terms that may have this beginning in one of their forms. */
function termsNear(beginning: string): Term[] {
  const names = beginningsBehind(beginning);
  const found: Term[] = [];
  for (const table of tables()) {
    // A line has several names, most of which begin otherwise.
    for (const line of names.flatMap(table.lines)) for (const term of termsOn(line, table)) if (names.includes(beginningOf(term.name))) found.push(term);
  }
  return found;
}

/** How names begin that have a form with this beginning: `eso` (`esophagus`) for the `oes` of `oesophagus`, `co` (`CO`) for `cos`. */
function beginningsBehind(beginning: string): readonly string[] {
  const found = new Set([beginning]);
  for (const ending of ['s', 'es']) if (beginning.endsWith(ending) && beginning !== ending) found.add(beginning.slice(0, -ending.length));
  for (let at = 0; (at = variants.indexOf(`\t${beginning}`, at)) >= 0; at++) found.add(beginningOf(variants.slice(variants.lastIndexOf('\n', at) + 1, at)));
  for (const [name, letter] of Object.entries(GREEK)) if (letter === beginning) found.add(beginningOf(name));
  return [...found];
}

/** The terms whose names begin with these letters (see `beginningOf`), in the order of the files. */
export function termsBeginning(beginning: string): readonly Term[] {
  return tables().flatMap((table) => table.lines(beginning).flatMap((line) => termsOn(line, table)).filter(({ name }) => beginningOf(name) === beginning));
}

/** A data file: the kind of its terms, and which of a line's cells hold their names and their group. */
interface Table {
  readonly kind: TermKind;
  readonly text: string;
  readonly lines: LineFinder;
  readonly names: readonly number[];
  readonly group: number;
}

/** In this order: of equal forms the first counts. */
const tables: () => readonly Table[] = once(() => [
  tableOf('plant', plants, [0, 1, 2], 1),
  tableOf('microbe', microbes, [0, 1, 2], 0),
  tableOf('drug', drugs),
  tableOf('supplement', supplements),
  tableOf('condition', conditions),
  tableOf('biomarker', biomarkers),
  tableOf('brand', brands),
  tableOf('anatomy', anatomy),
]);

function tableOf(kind: TermKind, text: string, names: readonly number[] = [0], group = 1): Table {
  return { kind, text, lines: createLineFinder(text), names, group };
}

/** Every term of the lexicon, in the order of its files. */
export const allTerms: () => readonly Term[] = once(() => tables().flatMap((table) => readLines(table.text).flatMap((line) => termsOn(line, table))));

function termsOn(line: string, { kind, names, group }: Table): Term[] {
  const cells = line.split('\t');
  return names.flatMap((index) => readList(cells[index])).map((name) => ({ name, kind, group: cells[group]?.trim() ?? '' }));
}

/** British spellings by the American one. */
const britishForms = once(() => new Map(readTable(variants).flatMap(([american = '', other = '', kind]) => (kind === 'region' ? [[american.toLowerCase(), other] as const] : []))));

function british(name: string): string {
  const whole = britishForms().get(name.toLowerCase());
  if (whole !== undefined || /^[a-z]*$/.test(name)) return whole ?? name;
  return name.replace(/[a-z]+/gi, (word) => britishForms().get(word.toLowerCase()) ?? word);
}

const GREEK: Readonly<Record<string, string>> = { alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ', kappa: 'κ', mu: 'μ' };
const GREEK_NAME = /alpha|beta|gamma|delta|kappa|mu/;

function greek(name: string): string {
  if (!GREEK_NAME.test(name)) return name;
  return name.replace(/(?<![A-Za-z])(?:alpha|beta|gamma|delta|kappa|mu)(?![A-Za-z])/g, (letter) => GREEK[letter]!);
}

function plural(name: string): string {
  if (/[aeiouylp]sis$/.test(name)) return `${name.slice(0, -2)}es`;
  if (/[^aeiou]y$/.test(name)) return `${name.slice(0, -1)}ies`;
  return /(?:s|x|ch|sh)$/.test(name) ? `${name}es` : `${name}s`;
}
