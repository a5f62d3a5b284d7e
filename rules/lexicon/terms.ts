/** The curated terms: what exposures and outcomes are called. */
import { createPhrases, type PhraseMatch } from '../english/phrases.js';
import { tokensOf, type Token } from '../english/tokens.js';
import type { Sentence } from '../article/article.js';
import anatomy from './data/terms/anatomy.txt';
import biomarkers from './data/terms/biomarkers.txt';
import brands from './data/terms/brands.txt';
import conditions from './data/terms/conditions.txt';
import drugs from './data/terms/drugs.txt';
import microbes from './data/terms/microbes.txt';
import plants from './data/terms/plants.txt';
import supplements from './data/terms/supplements.txt';
import variants from './data/terms/spelling-variants.txt';
import { readList, readTable } from './table.js';

export type TermKind = 'plant' | 'supplement' | 'drug' | 'brand' | 'microbe' | 'condition' | 'biomarker' | 'anatomy';

export interface Term {
  /** As the lexicon spells it. */
  readonly name: string;
  readonly kind: TermKind;
  /** Finer group of the data file; for a plant or microbe, its accepted binomial; for a brand, the generic name. */
  readonly group: string;
}

/** Every term with its plain plural, in American and British spelling, with Greek letters written out and not; built at the first use. */
const phrases = once(() =>
  createPhrases(
    allTerms().flatMap((term): [string, Term][] => {
      const name = term.name.replace(/\u2019/g, "'");
      const forms = new Set([name, british(name), greek(name)].flatMap((one) => [one, plural(one)]));
      return [...forms].map((form): [string, Term] => [form, term]);
    }),
  ),
);

/** The terms of a sentence from left to right, longest first; worked out once for each sentence object. */
export function termsOf(sentence: Sentence): readonly PhraseMatch<Term>[] {
  let found = cache.get(sentence);
  if (!found) cache.set(sentence, (found = phrases().all(tokensOf(sentence))));
  return found;
}
const cache = new WeakMap<Sentence, readonly PhraseMatch<Term>[]>();

/** The longest term that starts at this token. */
export function termAt(tokens: readonly Token[], index: number): PhraseMatch<Term> | undefined {
  return phrases().at(tokens, index);
}

/** Every term of the lexicon, in the order of its files. */
export const allTerms: () => readonly Term[] = once(() => [...terms()]);

function* terms(): Iterable<Term> {
  for (const [common, binomial, synonyms] of readTable(plants)) {
    for (const name of [...readList(common), ...readList(binomial), ...readList(synonyms)]) yield { name, kind: 'plant', group: binomial ?? '' };
  }
  for (const [binomial, common, synonyms] of readTable(microbes)) {
    for (const name of [...readList(binomial), ...readList(common), ...readList(synonyms)]) yield { name, kind: 'microbe', group: binomial ?? '' };
  }
  const plain: readonly (readonly [TermKind, string])[] = [['drug', drugs], ['supplement', supplements], ['condition', conditions], ['biomarker', biomarkers], ['brand', brands], ['anatomy', anatomy]];
  for (const [kind, table] of plain) for (const [name, group] of readTable(table)) if (name) yield { name, kind, group: group ?? '' };
}

/** British spellings by the American one. */
const britishForms = once(() => new Map(readTable(variants).flatMap(([american = '', other = '', kind]) => (kind === 'region' ? [[american.toLowerCase(), other] as const] : []))));

function british(name: string): string {
  return britishForms().get(name.toLowerCase()) ?? name.replace(/\p{L}+/gu, (word) => britishForms().get(word.toLowerCase()) ?? word);
}

const GREEK: Readonly<Record<string, string>> = { alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ', kappa: 'κ', mu: 'μ' };

function greek(name: string): string {
  return name.replace(/(?<![\p{L}])(?:alpha|beta|gamma|delta|kappa|mu)(?![\p{L}])/gu, (letter) => GREEK[letter]!);
}

function plural(name: string): string {
  if (/[aeiouylp]sis$/.test(name)) return `${name.slice(0, -2)}es`;
  if (/[^aeiou]y$/.test(name)) return `${name.slice(0, -1)}ies`;
  return /(?:s|x|ch|sh)$/.test(name) ? `${name}es` : `${name}s`;
}

function once<T>(make: () => T): () => T {
  let value: T | undefined;
  return () => (value ??= make());
}
