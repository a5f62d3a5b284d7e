/**
 * Reads the packed dictionary: general English as a minimal automaton (exact, can be walked for suggestions) and the much larger list of
 * scientific names as a fingerprint filter (membership only; one unknown word in 1,024 passes as known). Both are used as they lie in the file.
 *
 * File, little endian: a header of `HEADER` 32-bit words, the automaton's edges, the low eight bits of the filter's fingerprints, a byte each,
 * and their high two bits, four in a byte.
 */
import type { Dictionary, Standing } from '../engine/resources.js';
import { weightedDistance } from './distance.js';

export const MAGIC = 0x34444c48;
/** Magic, edges, filter seed, filter segment length, filter segments, bytes of the filter, root edge, unused. */
export const HEADER = 8;

/** The letters that an edge can carry, by code; 0 is none. */
export const ALPHABET = "\0abcdefghijklmnopqrstuvwxyz'-";

/** An edge: the letter in bits 0 to 4, flags, and the index of the target's first edge from bit 10 on (0: the target has none). */
export const LAST = 1 << 5;
/** A word ends here: written in lower case, or with a capital only. */
export const WORD = 1 << 6;
export const NAME = 1 << 7;
/** The standing of the word that ends here (see `Standing`): 0 is none. A word with a standing alone is none of the dictionary's words. */
export const STANDING_SHIFT = 8;
export const STANDINGS: readonly (Standing | undefined)[] = [undefined, 'ordinary', 'term', 'general'];
export const TARGET_SHIFT = 10;

/**
 * Opens a packed dictionary (see `scripts/pack-dictionary.mjs`). Takes no copy where the bytes are aligned to four.
 * @throws {RangeError} if the bytes are no dictionary of this version.
 */
export function openDictionary(bytes: Uint8Array): Dictionary {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const head = aligned.byteLength >= HEADER * 4 ? new Uint32Array(aligned.buffer, aligned.byteOffset, HEADER) : undefined;
  if (head?.[0] !== MAGIC || aligned.byteLength < HEADER * 4 + head[1]! * 4 + head[5]!) throw new RangeError('Not a dictionary of this version: build it again');
  const [, edgeCount = 0, seed = 0, segmentLength = 0, segments = 0, filterBytes = 0, root = 0] = head;
  const edges = new Uint32Array(aligned.buffer, aligned.byteOffset + HEADER * 4, edgeCount);
  const fingerprints = new Uint8Array(aligned.buffer, aligned.byteOffset + (HEADER + edgeCount) * 4, filterBytes);
  const listOf = (word: string): 'general' | 'scientific' | undefined => {
    const plain = word.toLowerCase();
    if (flagsOf(edges, root, plain) & (WORD | NAME)) return 'general';
    return inFilter(fingerprints, seed, segmentLength, segments, plain) ? 'scientific' : undefined;
  };
  return {
    listOf,
    has(word) {
      const plain = word.toLowerCase();
      const flags = flagsOf(edges, root, plain) & (WORD | NAME);
      if (flags) return plain !== word || (flags & WORD) !== 0;
      return listOf(word) !== undefined;
    },
    standingOf: (word) => STANDINGS[flagsOf(edges, root, word) >>> STANDING_SHIFT],
    suggest: (word, limit) => suggest(edges, root, word.toLowerCase(), limit),
  };
}

const CODE = new Uint8Array(128);
for (let code = 1; code < ALPHABET.length; code++) CODE[ALPHABET.charCodeAt(code)] = code;

/** The word flags at the end of this word's path, or 0. */
function flagsOf(edges: Uint32Array, root: number, word: string): number {
  let at = root;
  let edge = 0;
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i);
    const code = unit < 128 ? CODE[unit]! : 0;
    if (code === 0 || (i > 0 && at === 0)) return 0;
    for (;;) {
      edge = edges[at]!;
      if ((edge & 31) === code) break;
      if (edge & LAST) return 0;
      at++;
    }
    at = edge >>> TARGET_SHIFT;
  }
  return edge & (WORD | NAME | (3 << STANDING_SHIFT));
}

/** Longer names than this are not in the filter: hardly any article has one, and they would take a tenth of it. */
export const LONGEST = 18;

/** Two independent 32-bit hashes of a word (after Murmur3's mixer). Shared with the packing script. */
export function hashWord(word: string, seed: number): readonly [number, number] {
  let a = 0x9e3779b1 ^ seed;
  let b = 0x85ebca77 ^ Math.imul(seed, 0xc2b2ae35);
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x85ebca6b);
    b = Math.imul(b ^ unit, 0xc2b2ae35);
    a ^= a >>> 15;
    b ^= b >>> 13;
  }
  return [finish(a ^ (b >>> 7)), finish(b ^ (a << 9))];
}

function finish(hash: number): number {
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * The three slots of a word in a binary fuse filter (Graf and Lemire 2022) and its fingerprint: the slots lie in three neighbouring
 * segments, the first of which is chosen by one hash, the places in them by the other. Shared with the packing script.
 */
export function slotsOf([a, b]: readonly [number, number], segmentLength: number, segments: number): readonly [number, number, number, number] {
  const mask = segmentLength - 1;
  const segment = Math.floor((a / 0x100000000) * (segments - 2)) * segmentLength;
  const c = finish(a ^ Math.imul(b, 0x9e3779b1));
  return [segment + (b & mask), segment + segmentLength + ((b >>> 16 ^ c) & mask), segment + 2 * segmentLength + ((c >>> 8) & mask), (a ^ b >>> 20 ^ c >>> 3) & 0x3ff];
}

function inFilter(fingerprints: Uint8Array, seed: number, segmentLength: number, segments: number, word: string): boolean {
  if (segments < 3) return false;
  const [x, y, z, fingerprint] = slotsOf(hashWord(word, seed), segmentLength, segments);
  const high = segments * segmentLength;
  const bits = (slot: number): number => fingerprints[slot]! | (((fingerprints[high + (slot >> 2)]! >> ((slot & 3) << 1)) & 3) << 8);
  return (bits(x) ^ bits(y) ^ bits(z)) === fingerprint;
}

/** How many plain steps a suggestion may be away. */
const STEPS = 2;

/** General words within two plain steps of a misspelling, by weighted distance. Takes one to three milliseconds. */
function suggest(edges: Uint32Array, root: number, word: string, limit: number): readonly string[] {
  const found: (readonly [word: string, distance: number])[] = [];
  const rows: Uint8Array[] = [Uint8Array.from({ length: word.length + 1 }, (_, j) => j)];
  const walk = (first: number, prefix: string): void => {
    const depth = prefix.length + 1;
    const row = (rows[depth] ??= new Uint8Array(word.length + 1));
    for (let at = first; ; at++) {
      const edge = edges[at]!;
      const letter = ALPHABET[edge & 31]!;
      if (fillRow(row, rows[depth - 1]!, rows[depth - 2], word, letter, prefix[depth - 2]) <= STEPS) {
        const text = prefix + letter;
        if (edge & (WORD | NAME) && row[word.length]! <= STEPS) {
          found.push([edge & WORD ? text : text.charAt(0).toUpperCase() + text.slice(1), weightedDistance(word, text)]);
        }
        const target = edge >>> TARGET_SHIFT;
        if (target) walk(target, text);
      }
      if (edge & LAST) break;
    }
  };
  walk(root, '');
  return found.sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1)).slice(0, limit).map(([text]) => text);
}

/** One row of the optimal string alignment table: `letter` (behind `previous`) against the whole word. Returns the least value in it. */
function fillRow(row: Uint8Array, last: Uint8Array, before: Uint8Array | undefined, word: string, letter: string, previous: string | undefined): number {
  let least = (row[0] = last[0]! + 1);
  for (let j = 1; j <= word.length; j++) {
    const same = word[j - 1] === letter;
    let cost = Math.min(last[j - 1]! + (same ? 0 : 1), last[j]! + 1, row[j - 1]! + 1);
    if (before && j > 1 && previous === word[j - 1] && letter === word[j - 2]) cost = Math.min(cost, before[j - 2]! + 1);
    row[j] = cost;
    if (cost < least) least = cost;
  }
  return least;
}
