/** What a misspelt everyday word was meant to be, where only one word comes into question. */
import type { Dictionary, Resources } from '../engine/resources.js';
import generalTable from '../lexicon/data/spelling/general.txt';
import { readTable } from '../lexicon/table.js';
import { vocabulary } from '../lexicon/vocabulary.js';
import { isDerived } from './corrections.js';
import { oneStepAway } from './steps.js';
import type { Verdict } from './words.js';

export interface GeneralCorrection {
  readonly word: string;
  /** The misspelling is in the list of frequent ones. */
  readonly listed: boolean;
}

/** An unknown word is taken for a slip where it is this long, lies this near to one word and clearly farther from all others. */
const SHORTEST = 6;
const LIMIT = 0.7;
const LONG = 7;
const LONG_LIMIT = 1.1;
const MARGIN = 0.4;
/** New words of science look like slips of others: `pyroptosis`. */
const SCIENTIFIC_LOOK = /(?:osis|itis|emia|opathy|oma|ase|ome|omics?|ide|ine|oid|ium|ism|ology|philia|genic)s?$/;

const kept = new WeakMap<Verdict, GeneralCorrection | null>();

/** The word that was meant, or undefined where that is not nearly certain. Remembered with the verdict. */
export function generalCorrection(verdict: Verdict, { dictionary }: Resources): GeneralCorrection | undefined {
  if (!dictionary) return correct(verdict, dictionary);
  let correction = kept.get(verdict);
  if (correction === undefined) kept.set(verdict, (correction = correct(verdict, dictionary) ?? null));
  return correction ?? undefined;
}

function correct({ folded }: Verdict, dictionary: Dictionary | undefined): GeneralCorrection | undefined {
  const listed = misspellings().get(folded) ?? plural(misspellings().get(folded.replace(/s$/, '')));
  if (listed !== undefined) return { word: listed, listed: true };
  if (!dictionary || folded.length < SHORTEST || vocabulary().isNeighbour(folded) || !/^[a-z]+$/.test(folded)) return undefined;
  const [best, next] = oneStepAway(folded, dictionary);
  if (!best || best.distance > (folded.length >= LONG && !SCIENTIFIC_LOOK.test(folded) ? LONG_LIMIT : LIMIT) || (next && next.distance - best.distance < MARGIN) || isDerived(folded, best.word)) return undefined;
  return { word: best.word, listed: false };
}

function plural(word: string | undefined): string | undefined {
  return word && `${word}s`;
}

let list: ReadonlyMap<string, string> | undefined;

function misspellings(): ReadonlyMap<string, string> {
  return (list ??= new Map(readTable(generalTable).map(([wrong = '', right = '']) => [wrong, right])));
}
