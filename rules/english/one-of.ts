/** Asks whether a word is one of a few, where a list of its own would tear a sentence of grammar apart: `isOneOf(next, 'in among')`. */

const sets = new Map<string, ReadonlySet<string>>();

/** True for a word of this list, whose words are divided by spaces. Each list is read once. */
export function isOneOf(word: string | undefined, list: string): boolean {
  if (word === undefined) return false;
  let set = sets.get(list);
  if (!set) sets.set(list, (set = new Set(list.split(' '))));
  return set.has(word);
}
