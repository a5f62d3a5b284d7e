/** A sentence in pieces, hyphenated words taken apart, with what the rows' matchers ask about neighbours and names. */
import type { Block, Sentence, Span } from '../article/article.js';
import type { Token } from '../english/tokens.js';
import { wordsOf, type Word } from '../english/word-classes.js';
import { wordSet } from './word-sets.js';

/** A word or a part of a hyphenated one. Offsets are in the block. A possessive `'s` is not part of `lower`. */
export interface Piece extends Token {
  readonly word: Word;
  /** True where a hyphen joins it to the piece before, or to the one behind. */
  readonly joinedBefore: boolean;
  readonly joinedAfter: boolean;
  readonly possessive: boolean;
}

/** A sentence with its block and pieces. */
export interface Line {
  readonly block: Block;
  readonly sentence: Sentence;
  readonly pieces: readonly Piece[];
  /** Most words begin with a capital, so that a capital tells no name. */
  readonly titleCase: boolean;
  /** Everything is in capitals. */
  readonly shouted: boolean;
}

/** Words for people: what an adjective such as `obese` describes. */
export const PEOPLE = wordSet('people');
const ONE_PERSON = wordSet('person');
const ORGANISATION = wordSet('organisation');

/** Cuts a sentence into pieces. */
export function readLine(sentence: Sentence, block: Block): Line {
  const pieces = wordsOf(sentence).flatMap(piecesOf);
  return {
    block,
    sentence,
    pieces: pieces.map((one, index) => (isPluralPossessive(one, pieces[index + 1]) ? { ...one, possessive: true } : one)),
    titleCase: block.kind === 'heading' || block.kind === 'table-header' || isTitleCase(pieces),
    shouted: sentence.text === sentence.text.toUpperCase(),
  };
}

function piecesOf(word: Word): Piece[] {
  const { token } = word;
  if (token.kind !== 'word' || !/[-\u2010\u2011]/.test(token.text)) return [piece(word, token.text, token.start, false, false)];
  const parts = [...token.text.matchAll(/[^-\u2010\u2011]+/g)];
  return parts.map((part, index) => piece(word, part[0], token.start + part.index, index > 0, index < parts.length - 1));
}

function piece(word: Word, text: string, start: number, joinedBefore: boolean, joinedAfter: boolean): Piece {
  const possessive = /['\u2019]s$/i.test(text);
  const bare = possessive ? text.slice(0, -2) : text;
  return { start, end: start + text.length, text, lower: lowerOf(bare), kind: word.token.kind, word, joinedBefore, joinedAfter, possessive };
}

function lowerOf(text: string): string {
  return text.replace(/[\u00ad\u200b-\u200d\u2060]/g, '').replace(/\u2019/g, "'").toLowerCase();
}

function isPluralPossessive(one: Piece, next: Piece | undefined): boolean {
  return next !== undefined && next.start === one.end && /^['\u2019]$/.test(next.text) && one.lower.endsWith('s');
}

/** The span of the pieces `from` to `to` (exclusive). */
export function spanOf({ pieces }: Line, from: number, to: number): Span {
  return { start: pieces[from]!.start, end: pieces[to - 1]!.end };
}

/** True where the word at `index` goes on with a noun phrase, so that the word before it describes it: `diabetic neuropathy`. */
export function isFollowedByNoun({ pieces }: Line, index: number): boolean {
  const next = pieces[index];
  if (!next) return false;
  if (next.joinedBefore) return true;
  const { word } = next;
  if (word.class === 'noun' || word.class === 'adj') return next.kind === 'word';
  return word.class === 'verb' && (word.use === 'ing' || word.use === 'participle') && startsNoun(pieces[index + 1]);
}

function startsNoun(piece: Piece | undefined): boolean {
  return piece?.word.class === 'noun';
}

/** True for a single person; `people`, `patients`, `men` are several. */
export function isOnePerson(word: string): boolean {
  return ONE_PERSON.has(word);
}

/** True where the pieces are part of a name: an institute, a journal, an act, a title. */
export function isPartOfName(line: Line, from: number, to: number): boolean {
  const { pieces } = line;
  const last = pieces[to - 1]!;
  const capital = (piece: Piece | undefined): boolean => piece !== undefined && /^\p{Lu}/u.test(piece.text);
  if (!capital(last) || line.shouted) return false;
  if (line.titleCase) return namesOrganisation(capitalisedRun(line, from, to));
  if (to - from === 1 && isOpening(pieces, from)) return capital(pieces[to]) && /^\p{Lu}\p{Ll}/u.test(pieces[to]!.text);
  return true;
}

function namesOrganisation(words: string): boolean {
  return words.toLowerCase().split(/[^\p{L}]+/u).some((word) => ORGANISATION.has(word));
}

/** The first word of the sentence, or the first behind a colon or dash. */
export function isOpening(pieces: readonly Piece[], index: number): boolean {
  for (let i = index - 1; i >= 0; i--) {
    if (pieces[i]!.kind === 'word' || pieces[i]!.kind === 'number') return false;
    if (/[:\u2014\u2013•]/.test(pieces[i]!.text)) return true;
  }
  return true;
}

function isTitleCase(pieces: readonly Piece[]): boolean {
  const words = pieces.filter((piece) => piece.kind === 'word' && piece.lower.length > 3);
  return words.length > 2 && words.filter((piece) => /^\p{Lu}/u.test(piece.text)).length >= words.length * 0.7;
}

/** The capitalised words around, with the small words of a name between them; twelve on each side are enough for a name. */
function capitalisedRun({ pieces, block }: Line, from: number, to: number): string {
  const [first, last] = [Math.max(0, from - 12), Math.min(pieces.length, to + 12)];
  const joins = (piece: Piece | undefined): boolean => piece !== undefined && (/^\p{Lu}/u.test(piece.text) || /^(?:of|on|for|and|the|in|&)$/i.test(piece.text));
  while (from > first && joins(pieces[from - 1])) from--;
  while (to < last && joins(pieces[to])) to++;
  return block.prose.slice(pieces[from]!.start, pieces[to - 1]!.end);
}
