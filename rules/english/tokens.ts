/** Words, numbers and punctuation of a sentence, with their places in the block. */
import type { Sentence, Span } from '../article/article.js';
import { byWords } from '../article/sentence-memory.js';
import { rememberWords } from '../lexicon/once.js';

/** A token. Offsets are in the block, like the sentence's own. */
export interface Token extends Span {
  readonly text: string;
  /** Lower case, `’` as `'`, soft hyphens and zero-width characters left out. */
  readonly lower: string;
  readonly kind: 'word' | 'number' | 'punctuation';
}

// A word keeps inner hyphens, apostrophes and full stops between letters (`e.g`, `U.S`), and a trailing `'s`, two hyphens are a dash; a number keeps its separators and sign of percent apart.
const TOKEN = /-{2,3}|[\p{L}\p{M}\u00ad\u200b-\u200d\u2060]+(?:(?!--)[-\u2010\u2011'\u2019.\p{N}]*[\p{L}\p{M}\p{N}\u00ad\u200b-\u200d\u2060]+)*|\p{N}+(?:[.,:]\p{N}+)*(?:-?\p{L}[\p{L}\p{M}\p{N}-]*\p{L}|\p{L})?|[^\s\p{L}\p{M}\p{N}]/gu;
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060]/g;

/** What a token is by its letters; of equal words all have the same `lower`, by which they are looked up in many lists. */
const spellingOf = rememberWords((raw): Pick<Token, 'lower' | 'kind'> => ({ lower: lowerCase(normalize(raw)), kind: kindOf(raw) }));
const lowerCase = rememberWords((word) => word);

/** The tokens of a sentence, in order; worked out once for each sentence. */
export const tokensOf: (sentence: Sentence) => readonly Token[] = byWords(
  ({ text, start }) => tokenize(text, start),
  (tokens, _sentence, by) => (by === 0 ? tokens : tokens.map(({ start, end, text, lower, kind }) => ({ start: start + by, end: end + by, text, lower, kind }))),
);

/** The normalised token at this index; empty before the first and behind the last. */
export function lowerAt(tokens: readonly Token[], index: number): string {
  return tokens[index]?.lower ?? '';
}

/** The tokens of a text that starts at offset `base`. Linear in the text's length. */
export function tokenize(text: string, base = 0): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const raw = match[0];
    const start = base + match.index;
    const { lower, kind } = spellingOf(raw);
    tokens.push({ start, end: start + raw.length, text: raw, lower, kind });
  }
  return tokens;
}

/** Lower case, typographic apostrophe as `'`, special hyphens as `-`, two or three hyphens as a dash, invisible characters left out: how lexicons spell. */
export function normalize(word: string): string {
  return word.replace(INVISIBLE, '').replace(/\u2019/g, "'").replace(/[\u2010\u2011]/g, '-').replace(/^--+$/, '\u2014').toLowerCase();
}

function kindOf(raw: string): Token['kind'] {
  if (/^\p{N}/u.test(raw)) return /\p{L}/u.test(raw) ? 'word' : 'number';
  return /[\p{L}\p{M}]/u.test(raw) ? 'word' : 'punctuation';
}
