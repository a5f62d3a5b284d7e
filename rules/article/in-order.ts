/** Finds a place among things that are in the order of the text, by halving. */
import type { Article, Block, Placed } from './article.js';

/** The index of the last that starts at or before an offset; -1 where none does. */
export function lastStart(ordered: readonly { readonly start: number }[], offset: number): number {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ordered[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The block that an offset of the file stands in, its end included. */
export function blockAt({ blocks }: Article, offset: number): Placed<Block> | undefined {
  const placed = blocks[lastStart(blocks, offset)];
  return placed && offset <= placed.start + placed.value.text.length ? placed : undefined;
}
