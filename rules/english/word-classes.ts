/** Gives each word of a sentence its class, from left to right, keeping count of which clauses still lack their finite verb. */
import type { Sentence } from '../article/article.js';
import { byWords } from '../article/sentence-memory.js';
import { rememberWords } from '../lexicon/once.js';
import { beginsTerm, termAt } from '../lexicon/terms.js';
import { findTitleVerb, settleAttribution } from './headline-verbs.js';
import { verbReading, type VerbForm, type VerbReading } from './inflection.js';
import { isOneOf } from './one-of.js';
import { innermost, lacking, openMain, passWord, type OpenClauses } from './open-clauses.js';
import { tokensOf, type Token } from './tokens.js';
import type { State } from './verb-neighbours.js';
import { decide, decideEd } from './verb-or-noun.js';
import { exposurePhrases, outcomePhrases } from './word-lists.js';
import { asVerb, firstGuess, isAuxiliary, LISTED_NOUNS, skipAdverbs, type Word } from './words.js';

export { isAuxiliary, isNominal, startsNounPhrase, type VerbUse, type Word, type WordClass } from './words.js';

const SMALL_NUMBERS = new Set(['half', 'one', 'two', 'three', 'four', 'five', 'ten']);
const TIMES = /^(?:years?|decades?|months?|weeks?|days?|hours?|minutes?|centur(?:y|ies))$/;
const PAST_FORMS: ReadonlySet<VerbForm> = new Set(['past', 'participle'] as const);

/** Nobody writes longer sentences; a list or table that was read as one must not cost more than its share. */
const LONGEST = 400;

/** The words of a sentence with their classes, the first 400; worked out once for each sentence. */
export const wordsOf: (sentence: Sentence) => readonly Word[] = byWords(
  (sentence) => classify(upTo(LONGEST, tokensOf(sentence))),
  (words, sentence, by) => (by === 0 ? words : words.map((word, index) => ({ ...word, token: tokensOf(sentence)[index]! }))),
);

function upTo<T>(most: number, list: readonly T[]): readonly T[] {
  return list.length > most ? list.slice(0, most) : list;
}

/** Classes for a run of tokens that is one sentence. */
export function classify(tokens: readonly Token[]): Word[] {
  const words = tokens.map(firstGuess);
  markTerms(words, tokens);
  markListed(words);
  const readings = words.map((word) => ((word.class === 'noun' || word.class === 'adj') && !word.inTerm ? word.verb : undefined));
  settleAttribution(words, readings);
  const clauses = openMain();
  for (let i = 0; i < words.length; i++) {
    settle(words, readings, i, clauses);
    passWord(clauses, words, i);
  }
  findTitleVerb(words, readings);
  return words;
}

/** Settles whether the word at `i` is a verb, by what stands around it and what its clause still lacks. */
function settle(words: readonly Word[], readings: readonly (VerbReading | undefined)[], i: number, clauses: OpenClauses): void {
  const word = words[i]!;
  const reading = readings[i];
  if (word.class === 'that') resolveThat(word, words, i);
  else if (reading) decide(word, reading, stateAt(words, readings, i, clauses));
  else if (word.class !== 'noun' || LISTED_NOUNS.has(word.lower)) return;
  else if (word.token.kind === 'word' && /[a-df-z]ed$/.test(word.lower)) decideEd(word, { lemma: word.lower, forms: PAST_FORMS, alsoNoun: false }, stateAt(words, readings, i, clauses));
  else if (words[i + 1]?.class === 'det' && /[a-z]{2}ing$/.test(word.lower)) asVerb(word, word.lower, 'ing', 'ing');
}

function stateAt(words: readonly Word[], readings: readonly (VerbReading | undefined)[], i: number, clauses: OpenClauses): State {
  const open = lacking(clauses);
  const { bare, past } = innermost(clauses);
  return { words, readings, i, finiteOpen: open > 0, nested: open > 1, bareBefore: bare, pastBefore: past };
}

/** True for a word that may begin a term or a listed exposure or outcome. */
const beginsListed = rememberWords((word) => beginsTerm(word) || exposurePhrases().startsWith(word) || outcomePhrases().startsWith(word));

/** `turmeric`, `arthritic pain`: the last word of a lexicon term is a noun, whatever its ending looks like. */
function markTerms(words: readonly Word[], tokens: readonly Token[]): void {
  for (let i = 0; i < tokens.length; i++) {
    if ((words[i]!.class !== 'adj' && words[i]!.class !== 'noun') || !beginsListed(words[i]!.lower)) continue;
    const term = longer(termAt(tokens, i), longer(exposurePhrases().at(tokens, i), outcomePhrases().at(tokens, i)));
    if (!term) continue;
    const last = words[term.to - 1]!;
    if (last.class === 'adj') last.class = 'noun';
    if (term.to > i + 1) for (let j = i; j < term.to; j++) words[j]!.inTerm = true;
    i = term.to - 1;
  }
}

/** Words of which the neighbours tell at once what they are. */
function markListed(words: readonly Word[]): void {
  for (let i = 0; i < words.length; i++) {
    switch (words[i]!.lower) {
      case 'about': case 'around': case 'over': case 'under':
        markApproximation(words, i);
        break;
      case 'likely':
        markLikely(words, i);
        break;
      case 'given':
        markGiven(words, i);
        break;
      default:
    }
  }
}

/** `about half of the risk`, `over 40 people`: no prepositions. */
function markApproximation(words: readonly Word[], i: number): void {
  const word = words[i]!;
  const next = words[i + 1];
  if (word.class === 'prep' && next && (next.class === 'number' || SMALL_NUMBERS.has(next.lower)) && !TIMES.test(words[i + 2]?.lower ?? '')) word.class = 'adv';
}

/** `has given rise to`, `were given insulin`: no preposition behind an auxiliary. */
function markGiven(words: readonly Word[], i: number): void {
  const before = words[skipAdverbs(words, i)];
  if (before?.class === 'have' || before?.class === 'be' || before?.clitic === 'have' || before?.clitic === 'be') asVerb(words[i]!, 'give', 'participle', 'participle');
}

/** `will likely lead to`, `is most likely caused by`: an adverb; `is likely to lead` keeps the adjective. */
function markLikely(words: readonly Word[], i: number): void {
  const next = words[i + 1];
  if (words[i]!.class !== 'adj' || !next) return;
  let j = i - 1;
  while (j > 0 && (words[j]!.class === 'adv' || isOneOf(words[j]!.lower, 'most more very'))) j--;
  const reading = next.inTerm ? undefined : verbReading(next.lower);
  const auxiliary = words[j] && (isAuxiliary(words[j]!) || words[j]!.clitic !== undefined);
  if (auxiliary ? reading || isAuxiliary(next) || isOneOf(next.lower, 'due attributable because') : words[j]?.class === 'noun' && reading && (words[j]!.plural ? reading.forms.has('base') : !reading.alsoNoun && reading.forms.has('s'))) for (let k = i; k > j; k--) words[k]!.class = 'adv';
}

function longer<A extends { readonly to: number }, B extends { readonly to: number }>(a: A | undefined, b: B | undefined): A | B | undefined {
  return !a || (b && b.to > a.to) ? b : a;
}

function resolveThat(word: Word, words: readonly Word[], i: number): void {
  const previous = words[i - 1];
  const next = words[i + 1];
  const nounNext = next && (next.class === 'noun' || next.class === 'adj');
  // `It turns out that …`: a particle, no preposition.
  if ((previous?.class === 'prep' && previous.lower !== 'out') || previous?.class === 'conj' && nounNext && !next.plural && verbLater(words, i) < 0) word.class = 'det';
  else if (!previous || previous.class === 'punctuation' && previous.lower !== ',') word.class = next && nounNext ? 'det' : 'pron';
}

function verbLater(words: readonly Word[], i: number): number {
  for (let j = i + 1; j < words.length && j < i + 12; j++) if (isAuxiliary(words[j]!) || (words[j]!.class === 'noun' && verbReading(words[j]!.lower))) return j;
  return -1;
}
