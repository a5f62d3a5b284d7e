/** Tells English articles from others by their share of unknown words, for rules that would flood the others. */
import type { Block } from '../article/article.js';
import type { Resources } from '../engine/resources.js';
import { strangersIn } from './words.js';

/** How many words a block has, how many of them no list knows, and how many of these the rule has an explanation for. */
export interface Share {
  readonly total: number;
  readonly strangers: number;
  readonly explained: number;
}

export function shareOf(block: Block, resources: Resources, explained: number): Share {
  return { ...strangersIn(block, resources), explained };
}

/** An article in which more than this share of the words is unknown is in another language, or is no prose. */
const FOREIGN_SHARE = 0.15;
const FEWEST_WORDS = 32;
/** In such an article only a block of this many words, hardly any of them unknown, is read as English. */
const BLOCK_WORDS = 8;
const BLOCK_SHARE = 0.05;

/** True where the blocks together are no English text. Needs a dictionary: without one every word is unknown. */
export function isForeignText(shares: readonly Share[], { dictionary }: Resources): boolean {
  if (!dictionary) return false;
  const total = shares.reduce((sum, share) => sum + share.total, 0);
  return total >= FEWEST_WORDS && shares.reduce((sum, share) => sum + share.strangers, 0) > FOREIGN_SHARE * total;
}

const MOST_STRANGERS = 6;
const GIBBERISH_SHARE = 0.4;

/** A block of which so much is unknown that looking for what its words might mean is a waste of time. */
export function isGibberish({ total, strangers }: Pick<Share, 'total' | 'strangers'>, { dictionary }: Resources): boolean {
  return dictionary !== undefined && strangers > MOST_STRANGERS && strangers > GIBBERISH_SHARE * total;
}

/** An English block of a foreign article. */
export function isEnglishIsland({ total, strangers, explained }: Share): boolean {
  return total >= BLOCK_WORDS && strangers - explained <= BLOCK_SHARE * total;
}

/** A block of an English article that is in another language, or no prose. */
export function isForeignIsland({ total, strangers, explained }: Share): boolean {
  return strangers - explained > 2 && strangers - explained > FOREIGN_SHARE * total;
}
