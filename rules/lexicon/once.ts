/** Tables that are built at their first use and kept: they cost nothing until a text needs them. */

/** The function, run once; later calls get the same value. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
