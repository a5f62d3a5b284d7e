/** Remembers what has been worked out for a sentence. */
import type { Block, Sentence } from './article.js';

/**
 * The function, run once for each sentence as long as it stands in the same block. A sentence outlives its block where only the
 * block's surroundings change (the heading above, the line that leads in), and what is said of it may change with them.
 */
export function bySentence<T>(work: (sentence: Sentence, block: Block) => T): (sentence: Sentence, block: Block) => T {
  const kept = new WeakMap<Sentence, { readonly block: Block; readonly value: T }>();
  return (sentence, block) => {
    let known = kept.get(sentence);
    if (known?.block !== block) kept.set(sentence, (known = { block, value: work(sentence, block) }));
    return known.value;
  };
}
