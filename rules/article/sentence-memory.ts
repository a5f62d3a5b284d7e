/** Remembers what has been worked out for a sentence, also where an edit to its block makes it a new object. */
import type { Block, Sentence } from './article.js';

/** Sentences that have the words of one of the version before, which may have stood at another place of its block. */
const twins = new WeakMap<Sentence, Sentence>();

/**
 * Pairs the sentences of a block that an edit has made with those of blocks that are gone, so that only sentences whose words have
 * changed are read again.
 * @param gone by their text.
 */
export function pairWithGone(sentences: readonly Sentence[], gone: ReadonlyMap<string, Sentence>): void {
  for (const sentence of sentences) {
    const twin = gone.get(sentence.text);
    if (!twin || twin.question !== sentence.question) continue;
    twins.set(sentence, twin);
    // What nobody has asked for in a whole version is let go, and with it the version before that.
    twins.delete(twin);
  }
}

/**
 * The function, run once for each sentence. What it says must follow from the words of the sentence alone.
 * @param moved turns what was said of the same words at another place into what is said here; only what names places needs it.
 */
export function byWords<T>(work: (sentence: Sentence) => T, moved: (value: T, sentence: Sentence, by: number) => T = (value) => value): (sentence: Sentence) => T {
  const kept = new WeakMap<Sentence, { readonly value: T }>();
  return (sentence) => {
    let known = kept.get(sentence);
    if (!known) {
      const twin = twins.get(sentence);
      const old = twin && kept.get(twin);
      kept.set(sentence, (known = { value: old ? moved(old.value, sentence, sentence.start - twin.start) : work(sentence) }));
    }
    return known.value;
  };
}

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

/**
 * The function, run once for each sentence as long as its surroundings are the same, also where the same words stand at another place.
 * @param surroundings all that the function looks at besides the sentence, in words; what it returns must not name places of the block.
 */
export function bySurroundings<T>(work: (sentence: Sentence, block: Block | undefined) => T, surroundings: (sentence: Sentence, block: Block) => string): (sentence: Sentence, block?: Block) => T {
  const kept = new WeakMap<Sentence, { readonly block: Block | undefined; readonly around: string; readonly value: T }>();
  return (sentence, block) => {
    const own = kept.get(sentence);
    if (own && own.block === block) return own.value;
    const around = block ? surroundings(sentence, block) : '';
    const twin = own ? undefined : twins.get(sentence);
    const old = own ?? (twin && kept.get(twin));
    const known = { block, around, value: old?.around === around ? old.value : work(sentence, block) };
    kept.set(sentence, known);
    return known.value;
  };
}
