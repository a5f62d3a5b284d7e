/** What a list item or table cell without a subject is about: `Benefits of ginger` above `Reduces nausea`. */
import type { Block } from '../article/article.js';
import { findExposure, type Exposure } from './exposure.js';
import { tokenize } from './tokens.js';
import { classify } from './word-classes.js';

/** A line that already says how sure it is, whose statement it is, or that asks: what hangs on it is no plain claim. */
const OPEN = /\b(?:may|might|could|can|possible|possibly|potential|potentially|proposed|suggest\w*|claim\w*|alleged\w*|supposed\w*|purported\w*|reputed|traditional\w*|folk|reported\w*|stud(?:y|ies|ied)|research\w*|trials?|evidence|tested|testing|believe\w*|say|says|said|used|uses|why|whether|how|not|no|never|myths?|side\s+effects?|risks?|dangers?|interactions?|warnings?|unlike|versus|vs)\b|\?/i;
const cache = new WeakMap<Block, { readonly topic: Exposure | undefined }>();

/** The exposure that the line above the list, the column's head or the heading names; undefined where these leave it open. Kept for each block. */
export function topicOf(block: Block): Exposure | undefined {
  let known = cache.get(block);
  if (!known) cache.set(block, (known = { topic: find(block) }));
  return known.topic;
}

function find(block: Block): Exposure | undefined {
  if (block.kind !== 'list-item' && block.kind !== 'table-cell') return undefined;
  if (OPEN.test(block.leadIn) || OPEN.test(block.section)) return undefined;
  for (const line of [block.leadIn, block.section]) {
    if (line === '') continue;
    const words = classify(tokenize(line.slice(0, 300)));
    const found = findExposure(words, 0, words.length);
    // Two things in one line: no telling which is meant.
    if (found && findExposure(words, found.at + 1, words.length)) return undefined;
    if (found) return { kind: found.kind, known: true, range: undefined, name: found.name, plural: false };
  }
  return undefined;
}
