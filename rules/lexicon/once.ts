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
