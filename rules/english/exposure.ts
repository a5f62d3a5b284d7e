/**
 * Is this subject something that may act on health (a plant, drug, food, behaviour …), and if not, what is it?
 *
 * - `kratom tea`, `the alkaloids in the leaf`, `drinking green tea every day`, `this therapy`: exposures;
 * - `it`, `they`: whatever the sentences before were about;
 * - `doctors`, `the FDA`, `this article`, `the study`, `dopamine`: not.
 */
import type { Block, Sentence } from '../article/article.js';
import { byWords } from '../article/sentence-memory.js';
import { termAt, type Term } from '../lexicon/terms.js';
import { readingOf, type Range } from './clauses.js';
import { nounPhrase } from './noun-phrases.js';
import { isOneOf } from './one-of.js';
import { claimWords, exposurePhrases } from './word-lists.js';
import type { PhraseMatch } from './phrases.js';
import { tokensOf, type Token } from './tokens.js';
import type { Word } from './words.js';

/** `unknown` is a subject that the lexicons don't know; the ones behind it can't be the cause in a health claim. */
export type ExposureKind =
  | 'plant' | 'supplement' | 'drug' | 'vaccine' | 'behaviour' | 'food' | 'device' | 'product'
  | 'unknown' | 'physiology' | 'condition' | 'people' | 'agency' | 'document' | 'research' | 'none';

export interface Exposure {
  readonly kind: ExposureKind;
  /** True for the kinds that make a finding: something people take, do or are given. */
  readonly known: boolean;
  /** Word indices in the sentence; undefined where the sentence does not name it. */
  readonly range: Range | undefined;
  /** Dictionary form of the head or term, lower case: the key by which the same exposure is found again. */
  readonly name: string;
  readonly plural: boolean;
}

const lists = exposurePhrases;
/** Biomarkers that are also sold without a prescription, so that they can be the exposure. What insulin does by itself is physiology. */
const SOLD = new Set(['melatonin', 'glycine', 'gaba', 'd-serine', 'l-dopa', 'dhea', 'phenethylamine']);
const HORMONE = /\b(?:insulin|testosterone|o?estrogen|progesterone|oxytocin|thyroxine|thyroid hormone|growth hormone|hormone)\b/;
/** What a hormone is given as; a `booster` or `supplement` of it is a product. */
const PRESCRIBED = claimWords('prescribed');
/** Heads that name medicines as a class: approved ones, as far as a word tells. */
const MEDICINE = claimWords('medicine');
const SERVING = claimWords('serving');
const ANAPHORS = new Set(['it', 'they', 'this', 'these', 'both', 'all']);
/** Nothing that acts is named. */
export const NO_EXPOSURE: Exposure = { kind: 'none', known: false, range: undefined, name: '', plural: false };

/** How many sentences back a pronoun is looked up. */
export const LOOKED_BACK = 3;

/** Reads the subject that stands in `range` of the sentence. With `block`, pronouns are looked up in the sentences before. */
export function exposureAt(sentence: Sentence, range: Range, block?: Block): Exposure {
  const { words } = readingOf(sentence);
  if (range.from >= range.to) return NO_EXPOSURE;
  const phrase = nounPhrase(words, range, true);
  if (!phrase) return NO_EXPOSURE;
  const head = words[phrase.head]!;
  const plural = head.plural === true || hasConjunction(words, phrase);
  const base = { range: { from: phrase.from, to: phrase.to }, plural };
  const demonstrative = words[phrase.from]!;
  if (phrase.to - phrase.from === 1 && (head.class === 'pron' || head.class === 'det') && ANAPHORS.has(demonstrative.lemma)) {
    const found = antecedentOf(sentence, phrase.from, block);
    const many = isOneOf(demonstrative.lemma, 'they these those both all');
    return found ? { ...found, range: base.range, plural: many } : { ...NO_EXPOSURE, range: base.range, plural: many, name: demonstrative.lemma };
  }
  if (head.class === 'verb' || head.class === 'have' || head.class === 'be') {
    const inside = findExposure(words, phrase.from, phrase.to);
    return inside ? { ...inside, ...base, plural: false, known: true } : { ...base, kind: 'unknown', known: false, name: head.lower, plural: false };
  }
  const kinds = classesAt(words, phrase, phrase.head);
  // `psychiatrists`, `cardiologists`: people by their ending.
  if (/(?:ologist|iatrist|ician|edist|scientist)s?$/.test(head.lower)) return { ...base, kind: 'people', known: false, name: head.lower };
  const blocked = kinds.find((kind): kind is 'people' | 'agency' | 'document' | 'research' => kind === 'people' || kind === 'agency' || kind === 'document' || kind === 'research');
  if (blocked) return { ...base, kind: blocked, known: false, name: head.lower };
  const headTerm = termEndingAt(words, phrase, phrase.head);
  if (headTerm && (headTerm.kind === 'condition' || headTerm.kind === 'biomarker') && !SOLD.has(headTerm.name.toLowerCase()) && !kinds.includes('behaviour')) {
    return { ...base, kind: headTerm.kind === 'condition' ? 'condition' : 'physiology', known: false, name: headTerm.name.toLowerCase() };
  }
  if (isOneOf(head.lower, 'deficiency deficiencies shortage withdrawal toxicity poisoning overdose addiction dependence exposure interaction interactions lack absence')) return { ...base, kind: 'condition', known: false, name: head.lower };
  // `insulin therapy`, `testosterone gel`: a hormone that is prescribed.
  const hormone = PRESCRIBED.has(head.lower) ? HORMONE.exec(words.slice(phrase.from, phrase.head).map(({ lower }) => lower).join(' '))?.[0] : undefined;
  if (hormone) return { ...base, kind: 'drug', known: true, name: hormone };
  const own = findExposure(words, phrase.from, phrase.head + 1);
  if (own && (own.at === phrase.head || kinds.includes('head') || kinds.includes('form') || kinds.includes('generic') || words[phrase.head - 1]?.class === 'noun' || kinds.length === 0)) return { ...own, ...base, known: true };
  if (kinds.includes('form') && phrase.head > phrase.from && words[phrase.head - 1]!.class === 'noun') return { ...base, kind: 'product', known: true, name: `${words[phrase.head - 1]!.lower} ${singular(head.lower)}` };
  const attribute = findExposure(words, phrase.to, phrase.fullTo);
  if (kinds.includes('generic') || kinds.includes('form')) return { ...base, kind: attribute?.kind ?? (MEDICINE.has(head.lower) ? 'drug' : 'product'), known: true, name: attribute?.name ?? singular(head.lower) };
  if (attribute && (kinds.includes('head') || kinds.includes('form') || isOneOf(head.lower, 'cup cups glass glasses handful amount amounts leaves combination kind type types form forms part parts effect effects properties addition inclusion course spoonful teaspoon tablespoon drop drops consumption use intake habit mix alkaloids diet'))) return { ...attribute, ...base, known: true };
  if (kinds.includes('head') && namesProduct(words, phrase.to, phrase.fullTo)) return { ...base, kind: 'product', known: true, name: singular(head.lower) };
  if (own) return { ...own, ...base, known: true };
  // `a single teaspoon a day`: a measure of what was named before.
  if (words.slice(phrase.from, phrase.to).some(({ lower }) => SERVING.has(lower))) {
    const measured = antecedentOf(sentence, phrase.from, block);
    if (measured) return { ...measured, ...base };
  }
  return { ...base, kind: 'unknown', known: false, name: singular(head.lower) };
}

/**
 * A quick look before a sentence is read: may its claims have a known exposure? It names one, or says `it`, `they`, `this`
 * and one of the three sentences before does.
 */
export function mayNameExposure(sentence: Sentence, block: Block): boolean {
  if (namesExposure(sentence)) return true;
  if (!tokensOf(sentence).some(({ lower }) => PRONOUN.test(lower))) return false;
  const index = block.sentences.indexOf(sentence);
  return block.sentences.slice(Math.max(0, index - LOOKED_BACK), Math.max(0, index)).some(namesExposure);
}

const PRONOUN = /^(?:it|they|this|these|both|all|it'(?:s|ll|d)|they'(?:re|ve|ll|d))$/;
const namesExposure = byWords((sentence) => {
  const tokens = tokensOf(sentence);
  return tokens.some((token, i) => {
    const term = termAt(tokens, i);
    if (term && isExposureTerm(term.value)) return true;
    if (lists().at(tokens, i)?.value.some((kind) => kindOfList(kind) !== undefined || kind === 'generic' || kind === 'form')) return true;
    if (!/'s?$/.test(token.lower)) return false;
    const owner = [{ ...token, lower: token.lower.replace(/'s?$/, '') }];
    const owned = termAt(owner, 0);
    return (owned !== undefined && isExposureTerm(owned.value)) || (lists().at(owner, 0)?.value.some((kind) => kindOfList(kind) !== undefined) ?? false);
  });
});

function shifted<V>(match: PhraseMatch<V> | undefined, by: number): PhraseMatch<V> | undefined {
  return match && { ...match, from: match.from + by, to: match.to + by };
}

/** `regular use of the gel`: a form or generic word in the attribute. */
function namesProduct(words: readonly Word[], from: number, to: number): boolean {
  if (words[from]?.lower !== 'of') return false;
  const tokens = tokensIn(words);
  for (let i = from; i < to; i++) if (lists().at(tokens, i)?.value.some((kind) => kind === 'form' || kind === 'generic')) return true;
  return false;
}

/** The exposure that stands anywhere in these words, the first one. */
export function findExposure(words: readonly Word[], from: number, to: number): (Omit<Exposure, 'range'> & { readonly at: number; readonly range: Range }) | undefined {
  const tokens = tokensIn(words);
  for (let i = from; i < to; i++) {
    // `turmeric's`: the owner is meant (but `St. John's wort` has its own apostrophe).
    const owner = /'s?$/.test(tokens[i]!.lower) ? [{ ...tokens[i]!, lower: tokens[i]!.lower.replace(/'s?$/, '') }] : undefined;
    const term = termAt(tokens, i) ?? (owner && shifted(termAt(owner, 0), i));
    const listed = lists().at(tokens, i) ?? (owner && shifted(lists().at(owner, 0), i));
    const listKind = listed && listed.to <= to ? listed.value.map(kindOfList).find((kind) => kind !== undefined) : undefined;
    if (term && term.to <= to && (!listed || term.to >= listed.to) && isExposureTerm(term.value)) {
      return { kind: term.value.kind as ExposureKind, known: true, name: term.value.name.toLowerCase(), plural: words[term.to - 1]!.plural === true, at: term.to - 1, range: { from: i, to: term.to } };
    }
    if (listed && listKind) {
      return { kind: listKind, known: true, name: tokens.slice(i, listed.to).map(({ lower }) => lower).join(' '), plural: words[listed.to - 1]!.plural === true, at: listed.to - 1, range: { from: i, to: listed.to } };
    }
    if (term) i = Math.min(term.to, to) - 1;
  }
  return undefined;
}

const tokenLists = new WeakMap<readonly Word[], readonly Token[]>();

/** The tokens of a sentence's words, kept: term look-ups come many to a sentence. */
export function tokensIn(words: readonly Word[]): readonly Token[] {
  let tokens = tokenLists.get(words);
  if (!tokens) tokenLists.set(words, (tokens = words.map(({ token }) => token)));
  return tokens;
}

function isExposureTerm(term: Term): boolean {
  return term.kind === 'plant' || term.kind === 'supplement' || term.kind === 'drug' || SOLD.has(term.name.toLowerCase());
}

function kindOfList(kind: string): ExposureKind | undefined {
  if (kind === 'drug-class') return 'drug';
  return kind === 'behaviour' || kind === 'food' || kind === 'device' || kind === 'vaccine' ? kind : undefined;
}

function classesAt(words: readonly Word[], phrase: Range, head: number): readonly string[] {
  const tokens = tokensIn(words);
  for (let i = Math.max(phrase.from, head - 3); i <= head; i++) {
    const found = lists().at(tokens, i);
    if (found && found.to === head + 1) return found.value;
  }
  return [];
}

function termEndingAt(words: readonly Word[], phrase: Range, head: number): Term | undefined {
  const tokens = tokensIn(words);
  for (let i = Math.max(phrase.from, head - 4); i <= head; i++) {
    const found = termAt(tokens, i);
    if (found && found.to === head + 1) return found.value;
  }
  return undefined;
}

/** What `it` or `they` stands for: an exposure earlier in the sentence, else the subject of the sentences before, nearest first. */
function antecedentOf(sentence: Sentence, at: number, block: Block | undefined): Exposure | undefined {
  const { words } = readingOf(sentence);
  const here = findExposure(words, 0, at);
  if (here) return here;
  if (!block) return undefined;
  const index = block.sentences.indexOf(sentence);
  for (let k = index - 1; k >= 0 && k >= index - LOOKED_BACK; k--) {
    const earlier = readingOf(block.sentences[k]!);
    const imperative = earlier.verbs[0];
    if (imperative && imperative.clause.role === 'main' && imperative.group.kind === 'finite' && imperative.subject.from === imperative.subject.to) {
      const named = findExposure(earlier.words, imperative.group.to, earlier.words.length);
      if (named) return named;
    }
    for (const verb of earlier.verbs) {
      if (verb.clause.role !== 'main' || verb.group.kind !== 'finite' || verb.subject.from >= verb.subject.to) continue;
      const found = findExposure(earlier.words, verb.subject.from, verb.subject.to);
      if (found) return found;
      const phrase = nounPhrase(earlier.words, verb.subject, true);
      if (phrase && lists().at(tokensIn(earlier.words), phrase.head)?.value.includes('generic')) return { kind: 'product', known: true, range: undefined, name: singular(earlier.words[phrase.head]!.lower), plural: false };
      if (phrase && earlier.words[phrase.head]!.class === 'noun') return undefined;
    }
  }
  return undefined;
}

function hasConjunction(words: readonly Word[], range: Range): boolean {
  for (let j = range.from; j < range.to; j++) if (words[j]!.lower === 'and') return true;
  return false;
}

/** `alkaloids` → alkaloid: good enough for a key. */
export function singular(noun: string): string {
  if (/ies$/.test(noun)) return `${noun.slice(0, -3)}y`;
  return /[^su]s$/.test(noun) && !/(?:is|us|ss)$/.test(noun) ? noun.slice(0, -1) : noun;
}
