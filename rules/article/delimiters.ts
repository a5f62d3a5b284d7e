/** Emphasis, strikethrough and code: which runs of delimiters belong together. */
import type { Inline } from './article.js';

/** A run of `*`, `_` or `~~` that may open or close something. */
export interface Run {
  readonly at: number;
  readonly code: number;
  readonly canOpen: boolean;
  readonly canClose: boolean;
  readonly original: number;
  count: number;
  /** How many marks have been used from the left (as closer) and from the right (as opener). */
  usedLeft: number;
  usedRight: number;
}

/** CommonMark's algorithm for delimiter runs, with the lower bounds that keep it linear. Blanks the marks that match; returns what they cover. */
export function matchRuns(runs: Run[], blanks: number[]): Inline[] {
  const found: Inline[] = [];
  const stack: Run[] = [];
  // For each kind of closer, the height of the stack below which no opener can be found.
  const floors = new Map<number, number>();
  for (const closer of runs) {
    if (closer.canClose) {
      while (closer.count > 0) {
        const kind = closer.code * 8 + (closer.canOpen ? 4 : 0) + (closer.original % 3);
        const floor = Math.min(floors.get(kind) ?? 0, stack.length);
        let at = stack.length - 1;
        while (at >= floor && !matches(stack[at]!, closer)) at--;
        if (at < floor) {
          floors.set(kind, stack.length);
          break;
        }
        const opener = stack[at]!;
        const size = closer.code === 126 ? 2 : opener.count >= 2 && closer.count >= 2 ? 2 : 1;
        stack.length = at + 1;
        const start = opener.at + opener.usedLeft + opener.count - size;
        const end = closer.at + closer.usedLeft + size;
        blanks.push(start, start + size, end - size, end);
        found.push({ kind: closer.code === 126 ? 'strikethrough' : size === 2 ? 'strong' : 'emphasis', start, end });
        opener.count -= size;
        closer.count -= size;
        closer.usedLeft += size;
        if (opener.count === 0) stack.pop();
      }
    }
    if (closer.canOpen && closer.count > 0) stack.push(closer);
  }
  return found;
}

function matches(opener: Run, closer: Run): boolean {
  if (opener.code !== closer.code || !opener.canOpen) return false;
  if (closer.code === 126) return true;
  const both = opener.canClose || closer.canOpen;
  return !(both && (opener.original + closer.original) % 3 === 0 && (opener.original % 3 !== 0 || closer.original % 3 !== 0));
}

/** For each length of a run of backticks, where such runs start; `next` answers in amortised constant time. */
export function backtickRuns(text: string): { next(size: number, from: number): number } {
  let bySize: Map<number, { starts: number[]; i: number }> | undefined;
  return {
    next(size, from) {
      if (!bySize) {
        bySize = new Map();
        for (let i = text.indexOf('`', from); i >= 0; ) {
          let end = i;
          while (text.charCodeAt(end) === 96) end++;
          const list = bySize.get(end - i);
          if (list) list.starts.push(i);
          else bySize.set(end - i, { starts: [i], i: 0 });
          i = text.indexOf('`', end);
        }
      }
      const list = bySize.get(size);
      if (!list) return -1;
      while (list.i < list.starts.length && list.starts[list.i]! < from) list.i++;
      return list.starts[list.i] ?? -1;
    },
  };
}
