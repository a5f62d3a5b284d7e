/** Values that are worked out at their first use and kept: they cost nothing until a text needs them. */

/** The function, run once; later calls get the same value. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** The function, run anew only where it is given another string than the last time. */
export function rememberLast<T>(work: (text: string) => T): (text: string) => T {
  let last: { readonly text: string; readonly value: T } | undefined;
  return (text) => (last?.text === text ? last : (last = { text, value: work(text) })).value;
}

/** So many words are kept; an article has some thousands. */
const MOST_WORDS = 20_000;
/** Longer ones are addresses and codes, which do not come again. */
const LONGEST_WORD = 40;

/** The function, run once for each word: a language repeats its words, and an article still more. Where they become too many, it begins anew. */
export function rememberWords<T extends NonNullable<unknown> | null>(work: (word: string) => T): (word: string) => T {
  let known = new Map<string, T>();
  return (word) => {
    let value = known.get(word);
    if (value !== undefined) return value;
    if (word.length > LONGEST_WORD) return work(word);
    if (known.size >= MOST_WORDS) known = new Map();
    const own = detached(word);
    known.set(own, (value = work(own)));
    return value;
  };
}

/** A copy: a long word that is cut out of a text would keep the whole text in memory. */
function detached(word: string): string {
  let copy = '';
  for (let at = 0; at < word.length; at += 12) copy += word.slice(at, at + 12);
  return copy;
}
