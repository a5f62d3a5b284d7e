/** Where an offset lies in a block: its sentence, the markup around it, the start of a sentence. Each question takes logarithmic time. */
import type { Block, Inline, Sentence, Span } from '../article/article.js';
import { lastStart } from '../article/in-order.js';
import { byWords } from '../article/sentence-memory.js';

/** The sentence in which an offset lies, or undefined between sentences. */
export function sentenceAt(offset: number, { sentences }: Block): Sentence | undefined {
  const found = sentences[lastStart(sentences, offset)];
  return found && offset < found.end ? found : undefined;
}

interface Nested {
  readonly ordered: readonly Inline[];
  /** The farthest end of this one and all before it. */
  readonly reach: readonly number[];
}

const nested = new WeakMap<Block, Nested>();

/** The inline markup that covers a span, outermost last. */
export function inlinesAround(span: Span, block: Block): readonly Inline[] {
  if (block.inlines.length === 0) return block.inlines;
  let known = nested.get(block);
  if (!known) {
    const ordered = [...block.inlines].sort((a, b) => a.start - b.start || b.end - a.end);
    const reach: number[] = [];
    for (const { end } of ordered) reach.push(Math.max(end, reach.at(-1) ?? 0));
    nested.set(block, (known = { ordered, reach }));
  }
  const found: Inline[] = [];
  for (let i = lastStart(known.ordered, span.start); i >= 0 && known.reach[i]! >= span.end; i--) if (known.ordered[i]!.end >= span.end) found.push(known.ordered[i]!);
  return found;
}

const FARTHEST = 200;

/** True for the first word of a sentence, and for one behind a colon, dash, bracket or opening quotation mark. */
export function opensSentence(start: number, block: Block): boolean {
  const from = sentenceAt(start, block)?.start ?? 0;
  const least = Math.max(from, start - FARTHEST);
  let at = start;
  while (at > least && !/[\p{L}\p{N}]/u.test(block.prose.charAt(at - 1))) at--;
  return at === from || /[:“"‘'(\[\u2014\u2013|•·]\s*$/u.test(block.prose.slice(at, start)) || !/\p{L}/u.test(block.prose.slice(Math.max(from, at - FARTHEST), at));
}

const SMALL = new Set('a an and as at but by for from in into is nor of on or per so than that the to up via vs with your what why how'.split(' '));

/** Articles, short prepositions and conjunctions: lower case in a headline. */
export function isSmallWord(word: string): boolean {
  return SMALL.has(word.toLowerCase());
}

/** A line in which nearly all words are capitalised, as in headlines. */
export function isTitleCase(text: string): boolean {
  let big = 0;
  let small = 0;
  for (const [word] of text.matchAll(/\p{L}[\p{L}\p{M}'\u2019]*/gu)) {
    if (isSmallWord(word)) continue;
    if (/^\p{Lu}/u.test(word)) big++;
    else small++;
  }
  return big > 1 && small * 4 <= big;
}

interface Manner {
  readonly title: boolean;
  readonly words: number;
}

/** Whether a sentence is a headline, and how many words it has; worked out once for each sentence. */
export const mannerOf: (sentence: Sentence) => Manner = byWords(({ text }) => ({ title: isTitleCase(text), words: text.match(/[\p{L}\p{M}\p{N}'\u2019-]+/gu)?.length ?? 0 }));
