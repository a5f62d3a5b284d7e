/** Small sets of words that the wording rules share, by name. */
import wordSets from '../lexicon/data/wording/word-sets.txt';
import { once } from '../lexicon/once.js';
import { readTable } from '../lexicon/table.js';

const sets: () => ReadonlyMap<string, ReadonlySet<string>> = once(
  () => new Map(readTable(wordSets).map(([name = '', words = '']) => [name, new Set(words.split(' ').map((word) => word.replaceAll('_', ' ')))])),
);

/** The words of a set, lower case. Throws where there is no set of that name: a mistake in the program, not in a text. */
export function wordSet(name: string): ReadonlySet<string> {
  const set = sets().get(name);
  if (!set) throw new Error(`No set of words is called ${JSON.stringify(name)}`);
  return set;
}
