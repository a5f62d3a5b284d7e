/**
 * Cuts an article into stretches of consecutive blocks, each with what was worked out for it. A stretch in which nothing has
 * changed is taken over as it is, wherever an edit elsewhere has moved it: an edit costs one stretch, not the article.
 */
import type { Block, Placed } from '../article/article.js';

/** Consecutive blocks. Everything in it counts from the start of its first block. */
export interface Stretch<T> {
  readonly blocks: readonly Block[];
  /** Where each block starts. */
  readonly offsets: readonly number[];
  readonly value: T;
}

/** A stretch has about so many blocks: fewer cost more to put together, more cost more to make anew. */
const USUAL = 48;
const MOST = 2 * USUAL;
const LEAST = USUAL / 3;

/**
 * The stretches of an article, in order.
 * @param last those of the version before; the ones at either end whose blocks are the same objects at the same distances stay.
 * @param make works out what belongs to a new stretch from its blocks, placed from the start of the first.
 */
export function cutIntoStretches<T>(blocks: readonly Placed<Block>[], last: readonly Placed<Stretch<T>>[], make: (blocks: readonly Placed<Block>[]) => T): Placed<Stretch<T>>[] {
  const head: Stretch<T>[] = [];
  let from = 0;
  for (const { value: stretch } of last) {
    if (!stands(stretch, blocks, from)) break;
    head.push(stretch);
    from += stretch.blocks.length;
  }
  const tail: Stretch<T>[] = [];
  let to = blocks.length;
  for (let i = last.length - 1; i >= head.length; i--) {
    const stretch = last[i]!.value;
    const at = to - stretch.blocks.length;
    if (at < from || !stands(stretch, blocks, at)) break;
    tail.push(stretch);
    to = at;
  }
  // What would be too short on its own goes together with the stretch before or behind it.
  if (to > from && to - from < LEAST) {
    if (head.length > 0) from -= head.pop()!.blocks.length;
    else if (tail.length > 0) to += tail.pop()!.blocks.length;
  }
  const between = to - from;
  const pieces = between > MOST ? Math.round(between / USUAL) : between > 0 ? 1 : 0;
  const fresh = Array.from({ length: pieces }, (_, i) => makeStretch(blocks.slice(from + Math.floor((i * between) / pieces), from + Math.floor(((i + 1) * between) / pieces)), make));
  let at = 0;
  return [...head, ...fresh, ...tail.reverse()].map((value) => {
    const { start } = blocks[at]!;
    at += value.blocks.length;
    return { start, value };
  });
}

/** True where the stretch's own blocks, at the same distances, stand in the list from this index on. */
function stands({ blocks, offsets }: Stretch<unknown>, list: readonly Placed<Block>[], from: number): boolean {
  if (from + blocks.length > list.length) return false;
  const { start } = list[from]!;
  for (let i = 0; i < blocks.length; i++) {
    const placed = list[from + i]!;
    if (placed.value !== blocks[i] || placed.start - start !== offsets[i]) return false;
  }
  return true;
}

function makeStretch<T>(placed: readonly Placed<Block>[], make: (blocks: readonly Placed<Block>[]) => T): Stretch<T> {
  const base = placed[0]!.start;
  const relative = placed.map(({ start, value }) => ({ start: start - base, value }));
  return { blocks: relative.map(({ value }) => value), offsets: relative.map(({ start }) => start), value: make(relative) };
}
