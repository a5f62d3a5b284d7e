/** The curated terms: what exposures and outcomes are called. */
import { createPhrases, type PhraseMatch, type Phrases } from '../english/phrases.js';
import { tokenize, tokensOf, type Token } from '../english/tokens.js';
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
import { once } from './once.js';
import { readList, readTable } from './table.js';

export type TermKind = 'plant' | 'supplement' | 'drug' | 'brand' | 'microbe' | 'condition' | 'biomarker' | 'anatomy';

export interface Term {
  /** As the lexicon spells it. */
  readonly name: string;
  readonly kind: TermKind;
  /** Finer group of the data file; for a plant or microbe, its accepted binomial; for a brand, the generic name. */
  readonly group: string;
}

/** The terms of a sentence from left to right, longest first; worked out once for each sentence object. */
export function termsOf(sentence: Sentence): readonly PhraseMatch<Term>[] {
  let found = cache.get(sentence);
  if (!found) cache.set(sentence, (found = termsIn(tokensOf(sentence))));
  return found;
}
const cache = new WeakMap<Sentence, readonly PhraseMatch<Term>[]>();

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
  return index < tokens.length ? formsWith(tokens[index]!.lower).at(tokens, index) : undefined;
}

const byInitial = new Map<string, Phrases<Term>>();

/**
 * The terms that may begin with this word, each with its plain plural, in American and British spelling, with Greek letters written out and not.
 * They are put together for one first letter at a time, when a word with it is met.
 */
function formsWith(word: string): Phrases<Term> {
  const initial = word.charAt(0);
  let phrases = byInitial.get(initial);
  if (!phrases) byInitial.set(initial, (phrases = createPhrases((termsByInitial().get(initial) ?? []).flatMap(formsOf))));
  return phrases;
}

function formsOf(term: Term): [string, Term][] {
  const name = term.name.replace(/\u2019/g, "'");
  const forms = new Set([name, british(name), greek(name)].flatMap((one) => [one, plural(one)]));
  return [...forms].map((form): [string, Term] => [form, term]);
}

/** The terms by the first letters that their spellings may have (`esophagus` is also under the o of `oesophagus`), in the order of the files. */
const termsByInitial = once(() => {
  const groups = new Map<string, Term[]>();
  const put = (initial: string, term: Term): void => {
    const group = groups.get(initial);
    if (group) group.push(term);
    else groups.set(initial, [term]);
  };
  const movable = new Set([...Object.keys(GREEK), ...britishInitials().keys()].map((word) => word.charAt(0)));
  for (const term of allTerms()) {
    const own = /^[\p{L}\p{N}]/u.test(term.name) ? term.name.charAt(0).toLowerCase() : (tokenize(term.name)[0]?.lower.charAt(0) ?? '');
    put(own, term);
    if (!movable.has(own)) continue;
    const first = /^[A-Za-z]*/.exec(term.name)![0];
    const other = GREEK[first] ?? britishInitials().get(first.toLowerCase());
    if (other !== undefined && other !== own) put(other, term);
  }
  return groups;
});

/** For the first word of an American spelling the initial of its British one, where that is another letter. */
const britishInitials = once(() => {
  const initials = new Map<string, string>();
  for (const [american, other] of britishForms()) {
    const initial = other.charAt(0).toLowerCase();
    if (initial !== american.charAt(0)) initials.set(/^[a-z]*/.exec(american)![0], initial);
  }
  return initials;
});

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
  const whole = britishForms().get(name.toLowerCase());
  if (whole !== undefined || /^[a-z]*$/.test(name)) return whole ?? name;
  return name.replace(/\p{L}+/gu, (word) => britishForms().get(word.toLowerCase()) ?? word);
}

const GREEK: Readonly<Record<string, string>> = { alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ', kappa: 'κ', mu: 'μ' };
const GREEK_NAME = /alpha|beta|gamma|delta|kappa|mu/;

function greek(name: string): string {
  if (!GREEK_NAME.test(name)) return name;
  return name.replace(/(?<![\p{L}])(?:alpha|beta|gamma|delta|kappa|mu)(?![\p{L}])/gu, (letter) => GREEK[letter]!);
}

function plural(name: string): string {
  if (/[aeiouylp]sis$/.test(name)) return `${name.slice(0, -2)}es`;
  if (/[^aeiou]y$/.test(name)) return `${name.slice(0, -1)}ies`;
  return /(?:s|x|ch|sh)$/.test(name) ? `${name}es` : `${name}s`;
}
