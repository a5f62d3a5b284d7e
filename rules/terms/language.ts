/** Tells English articles from others by their share of unknown words, for rules that would flood the others. */
import type { Block, Placed } from '../article/article.js';
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

/** What a stretch of blocks comes to: its share, and the facts of the blocks that have slips. */
export interface Tally<F> {
  readonly share: Pick<Share, 'total' | 'strangers'>;
  readonly found: readonly Placed<F>[];
}

/** Adds up the blocks of a stretch. */
export function tally<F extends Share & { readonly slips: readonly unknown[] }>(facts: readonly Placed<F>[]): Tally<F> {
  return { share: sum(facts.map(({ value }) => value)), found: facts.filter(({ value }) => value.slips.length > 0) };
}

/** Adds up stretches; the facts are placed where the stretches' starts count from. */
export function addUp<F>(stretches: readonly Placed<Tally<F>>[]): Tally<F> {
  return {
    share: sum(stretches.map(({ value }) => value.share)),
    found: stretches.flatMap(({ start: base, value }) => value.found.map(({ start, value: fact }) => ({ start: base + start, value: fact }))),
  };
}

function sum(shares: readonly Pick<Share, 'total' | 'strangers'>[]): Pick<Share, 'total' | 'strangers'> {
  return shares.reduce((all, { total, strangers }) => ({ total: all.total + total, strangers: all.strangers + strangers }), { total: 0, strangers: 0 });
}

/** An article in which more than this share of the words is unknown is in another language, or is no prose. */
const FOREIGN_SHARE = 0.15;
const FEWEST_WORDS = 32;
/** In such an article only a block of this many words, hardly any of them unknown, is read as English. */
const BLOCK_WORDS = 8;
const BLOCK_SHARE = 0.05;

/** True where an article of so many words, so many of them unknown, is no English text. Needs a dictionary: without one every word is unknown. */
export function isForeignText({ total, strangers }: Pick<Share, 'total' | 'strangers'>, { dictionary }: Resources): boolean {
  return dictionary !== undefined && total >= FEWEST_WORDS && strangers > FOREIGN_SHARE * total;
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
