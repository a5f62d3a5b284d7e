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
const TOKEN = /-{2,3}|[\p{L}\p{M}\u00ad\u200b-\u200d\u2060]+(?:(?!--)[-\u2010\u2011'\u2019.\p{N}]*[\p{L}\p{M}\p{N}\u00ad\u200b-\u200d\u2060]+)*|\p{N}+(?:[.,:]\p{N}+)*(?:-?\p{L}[\p{L}\p{M}\p{N}-]*\p{L}|\p{L})?|[^\s\p{L}\p{M}\p{N}]/uy;
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
  for (let at = skipSpace(text, 0); at < text.length; ) {
    const end = endOfToken(text, at);
    const raw = text.slice(at, end);
    const { lower, kind } = spellingOf(raw);
    tokens.push({ start: base + at, end: base + end, text: raw, lower, kind });
    at = skipSpace(text, end);
  }
  return tokens;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && isSpace(text.charCodeAt(at))) at++;
  return at;
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || (code > 127 && /\s/.test(String.fromCharCode(code)));
}

/** Where the token ends that starts here. Most are plain words or marks, which need no expression. */
function endOfToken(text: string, start: number): number {
  let at = start;
  while (isPlainLetter(text.charCodeAt(at))) at++;
  if (at === start ? isLoneMark(text.charCodeAt(at)) : endsWord(text, at)) return Math.max(at, start + 1);
  TOKEN.lastIndex = start;
  return TOKEN.test(text) ? TOKEN.lastIndex : start + 1;
}

/** What stands at `at` can't go on a word: a space or a mark that is neither hyphen nor apostrophe, perhaps behind a full stop. */
function endsWord(text: string, at: number): boolean {
  const next = text.charCodeAt(at);
  return next === FULL_STOP ? !mayGoOn(text.charCodeAt(at + 1)) : !mayGoOn(next);
}

const FULL_STOP = 46;

function mayGoOn(code: number): boolean {
  return code > 127 || isPlainLetter(code) || (code >= 48 && code <= 57) || code === 39 || code === 45 || code === FULL_STOP;
}

function isLoneMark(code: number): boolean {
  return code > 32 && code < 127 && !mayGoOn(code);
}

function isPlainLetter(code: number): boolean {
  const small = code | 0x20;
  return small >= 97 && small <= 122;
}

/** Lower case, typographic apostrophe as `'`, special hyphens as `-`, two or three hyphens as a dash, invisible characters left out: how lexicons spell. */
export function normalize(word: string): string {
  return word.replace(INVISIBLE, '').replace(/\u2019/g, "'").replace(/[\u2010\u2011]/g, '-').replace(/^--+$/, '\u2014').toLowerCase();
}

function kindOf(raw: string): Token['kind'] {
  if (/^\p{N}/u.test(raw)) return /\p{L}/u.test(raw) ? 'word' : 'number';
  return /[\p{L}\p{M}]/u.test(raw) ? 'word' : 'punctuation';
}
