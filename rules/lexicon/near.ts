/** Finds the words of a list that lie near a misspelling, without walking the list. */
import { weightedDistance } from './distance.js';

export interface Near {
  readonly word: string;
  readonly distance: number;
}

/** Words by what they sound like. */
export interface NearIndex {
  /** Words within the weighted distance `limit`, nearest first; `apart` is how many consonants only one of the two may have (2: one stands for another). Costs some 0.1 ms. */
  find(wrong: string, limit: number, apart?: number): readonly Near[];
}

/** The words that start alike, one entry for each way to read them; column by column, so that a walk over them is quick. */
interface Column {
  readonly words: string[];
  readonly readings: string[];
  /** Which consonant signs each has, a bit each. */
  readonly signs: number[];
  /** The keys of each skeleton, worked out where the signs are near enough. */
  readonly keys: (readonly string[] | undefined)[];
}

/**
 * Indexes lower-case words. What the weighted distance counts as a small slip (vowels, doubling, silent h, letters heard alike)
 * leaves a word's skeleton of consonants as it is, and within any limit in use at most one consonant more may differ, not the first letter.
 * So the words with the same first sign are walked, a comparison of bits each; of the few that are left the skeletons and those with one
 * consonant left out (the deletion neighbourhood) are compared, and only then the distance is measured.
 */
export function createNearIndex(words: Iterable<string>): NearIndex {
  const byStart = new Map<string, Column>();
  for (const word of words) {
    for (const reading of readings(word)) {
      const start = startOf(reading);
      let column = byStart.get(start);
      if (!column) byStart.set(start, (column = { words: [], readings: [], signs: [], keys: [] }));
      column.words.push(word);
      column.readings.push(reading);
      column.signs.push(signsOf(reading));
      column.keys.push(undefined);
    }
  }
  return {
    find(wrong, limit, apart = 2) {
      const found: Near[] = [];
      const seen = new Set<string>();
      const reach = Math.min(FARTHEST, limit / CHEAPEST);
      for (const reading of readings(wrong)) {
        const column = byStart.get(startOf(reading));
        if (!column) continue;
        const own = signsOf(reading);
        const keys = neighbourhood(bonesOf(reading));
        const { signs } = column;
        for (let i = 0; i < signs.length; i++) {
          if (bitCount(signs[i]! ^ own) > apart) continue;
          const word = column.words[i]!;
          if (Math.abs(word.length - wrong.length) > reach || seen.has(word)) continue;
          const theirs = (column.keys[i] ??= neighbourhood(bonesOf(column.readings[i]!)));
          if (!theirs.some((key) => keys.includes(key))) continue;
          seen.add(word);
          const distance = weightedDistance(wrong, word, limit);
          if (distance <= limit) found.push({ word, distance });
        }
      }
      return found.sort((a, b) => a.distance - b.distance || Math.abs(a.word.length - wrong.length) - Math.abs(b.word.length - wrong.length) || (a.word < b.word ? -1 : 1));
    },
  };
}

/** No slip makes a word longer or shorter by more letters than this. */
const FARTHEST = 3;
/** The least that one letter more or less can cost. */
const CHEAPEST = 0.4;

/** One sign for each group of consonants that are heard alike; vowels and h fall away. */
const SIGN = new Map<string, string>();
for (const group of ['cksqxz', 'gj', 'f', 'm', 'n', 'd', 't', 'b', 'p', 'v', 'w', 'l', 'r']) for (const letter of group) SIGN.set(letter, group[0]!);
const SIGNS = [...new Set(SIGN.values())];
/** By character code. */
const BITS = Uint16Array.from({ length: 128 }, (_, code) => {
  const index = SIGNS.indexOf(SIGN.get(String.fromCharCode(code)) ?? '');
  return index < 0 ? 0 : 1 << index;
});

/** The consonants of a word by sound, without doubles: `diarrhea` and `diarea` are both `dr`. */
export function skeleton(word: string): string {
  return bonesOf(readings(word)[0]!);
}

function bonesOf(reading: string): string {
  let bones = '';
  for (const letter of reading) {
    const sign = SIGN.get(letter);
    if (sign !== undefined && bones[bones.length - 1] !== sign) bones += sign;
  }
  return bones;
}

/** How a word may be read: without its first letter where that may be silent, and with it, for the silent one may be all that is left (`poriasis`). */
function readings(word: string): readonly string[] {
  const plain = /ph|qu|gh/.test(word) ? word.replace(/ph/g, 'f').replace(/qu/g, 'k').replace(/gh/g, 'g') : word;
  return /^p[nst]/.test(plain) ? [plain.slice(1), plain] : [plain];
}

/** The sign of the first letter, or `a` for any vowel. */
function startOf(reading: string): string {
  const [first = ''] = reading;
  return SIGN.get(first) ?? (first === 'h' ? 'h' : 'a');
}

function signsOf(reading: string): number {
  let bits = 0;
  for (let i = 0; i < reading.length; i++) bits |= BITS[reading.charCodeAt(i)] ?? 0;
  return bits;
}

/** The bits that are set in 16 (Hacker's Delight, 5-1). */
function bitCount(bits: number): number {
  let count = bits - ((bits >> 1) & 0x5555);
  count = (count & 0x3333) + ((count >> 2) & 0x3333);
  count = (count + (count >> 4)) & 0x0f0f;
  return (count + (count >> 8)) & 0x1f;
}

function neighbourhood(bones: string): readonly string[] {
  const keys = [bones];
  for (let i = 0; bones.length > 1 && i < bones.length; i++) {
    // Where the neighbours of the one left out are alike, they fall together as doubles do.
    const key = bones.slice(0, bones[i - 1] === bones[i + 1] ? Math.max(0, i - 1) : i) + bones.slice(i + 1);
    if (!keys.includes(key)) keys.push(key);
  }
  return keys;
}
