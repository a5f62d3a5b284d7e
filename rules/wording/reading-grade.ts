/** Counts what the reading formulas need, and gives the grades of Flesch–Kincaid and SMOG. */
import { fleschKincaid } from 'flesch-kincaid';
import { smogFormula } from 'smog-formula';
import { syllable } from 'syllable';
import type { Sentence } from '../article/article.js';
import { byWords } from '../article/sentence-memory.js';
import { tokensOf } from '../english/tokens.js';
import { termsOf } from '../lexicon/terms.js';

/** The counts of some text. */
export interface Counts {
  readonly sentences: number;
  readonly words: number;
  readonly syllables: number;
  /** Words of three syllables or more. */
  readonly polysyllables: number;
}

export const NOTHING: Counts = { sentences: 0, words: 0, syllables: 0, polysyllables: 0 };
const TERM_SYLLABLES = 2;
const REMEMBERED = 20_000;

// Counting takes microseconds a word and texts repeat their words, so counts are kept; the limit keeps it a small table.
const remembered = new Map<string, number>();

function syllablesOf(word: string): number {
  let count = remembered.get(word);
  if (count === undefined) {
    count = Math.max(1, syllable(word));
    if (remembered.size < REMEMBERED) remembered.set(word, count);
  }
  return count;
}

/** How many words a sentence has. */
export function wordsIn(sentence: Sentence): number {
  return tokensOf(sentence).reduce((words, { kind }) => (kind === 'word' ? words + 1 : words), 0);
}

/** Counts a sentence. Words of lexicon terms count two syllables at most, as an article on mitragynine has to name it. */
export const countSentence: (sentence: Sentence) => Counts = byWords((sentence) => {
  const tokens = tokensOf(sentence);
  const inTerm = new Set<number>();
  for (const { from, to } of termsOf(sentence)) for (let i = from; i < to; i++) inTerm.add(i);
  let words = 0;
  let syllables = 0;
  let polysyllables = 0;
  tokens.forEach((token, index) => {
    if (token.kind !== 'word') return;
    const count = syllablesOf(token.lower);
    words++;
    syllables += inTerm.has(index) ? Math.min(TERM_SYLLABLES, count) : count;
    if (count >= 3 && !inTerm.has(index)) polysyllables++;
  });
  return { sentences: 1, words, syllables, polysyllables };
});

/** The sum of two counts. */
export function add(a: Counts, b: Counts): Counts {
  return { sentences: a.sentences + b.sentences, words: a.words + b.words, syllables: a.syllables + b.syllables, polysyllables: a.polysyllables + b.polysyllables };
}

/** US school grade by Flesch–Kincaid (Kincaid et al. 1975). */
export function gradeOf({ sentences, words, syllables }: Counts): number {
  return fleschKincaid({ sentence: sentences, word: words, syllable: syllables });
}

/** US school grade by SMOG (McLaughlin 1969). */
export function smogOf({ sentences, polysyllables }: Counts): number {
  return smogFormula({ sentence: sentences, polysillabicWord: polysyllables });
}
