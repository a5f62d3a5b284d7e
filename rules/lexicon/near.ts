/** Finds the words of a list that lie near a misspelling, without walking the list. */
import { weightedDistance } from './distance.js';

export interface Near {
  readonly word: string;
  readonly distance: number;
}

/** Words by what they sound like. */
export interface NearIndex {
  /** Words within the weighted distance `limit`, nearest first; `apart` is how many consonants only one of the two may have (2: one stands for another). Costs some 10 to 50 microseconds. */
  find(wrong: string, limit: number, apart?: number): readonly Near[];
}

interface Entry {
  readonly word: string;
  /** Which consonant signs the word has, a bit each. */
  readonly signs: number;
}

/**
 * Indexes lower-case words. What the weighted distance counts as a small slip (vowels, doubling, silent h, letters heard alike)
 * leaves a word's skeleton of consonants as it is, and within any limit in use at most one consonant more may differ, not the first letter; so it is
 * enough to look up the skeleton and the skeletons with one consonant left out (the deletion neighbourhood), and to measure what is found.
 * The index of each first letter is built when it is first asked for.
 */
export function createNearIndex(words: Iterable<string>): NearIndex {
  const byStart = new Map<string, string[]>();
  for (const word of words) for (const start of new Set(readings(word).map(startOf))) push(byStart, start, word);
  const indexes = new Map<string, Map<string, Entry[]>>();
  const indexOf = (start: string): Map<string, Entry[]> => {
    let index = indexes.get(start);
    if (!index) {
      indexes.set(start, (index = new Map()));
      for (const word of byStart.get(start) ?? []) {
        for (const reading of readings(word).filter((one) => startOf(one) === start)) {
          const bones = bonesOf(reading);
          const entry: Entry = { word, signs: signsOf(bones) };
          for (const key of neighbourhood(bones)) push(index, key, entry);
        }
      }
    }
    return index;
  };
  return {
    find(wrong, limit, apart = 2) {
      const found: Near[] = [];
      const seen = new Set<string>();
      const reach = Math.min(FARTHEST, limit / CHEAPEST);
      for (const reading of readings(wrong)) {
        const bones = bonesOf(reading);
        const signs = signsOf(bones);
        const index = indexOf(startOf(reading));
        for (const key of neighbourhood(bones)) {
          for (const entry of index.get(key) ?? []) {
            if (Math.abs(entry.word.length - wrong.length) > reach || bitCount(entry.signs ^ signs) > apart || seen.has(entry.word)) continue;
            seen.add(entry.word);
            const distance = weightedDistance(wrong, entry.word, limit);
            if (distance <= limit) found.push({ word: entry.word, distance });
          }
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
const BIT = new Map(SIGNS.map((sign, index) => [sign, 1 << index]));

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

function signsOf(bones: string): number {
  let bits = 0;
  for (const sign of bones) bits |= BIT.get(sign)!;
  return bits;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest; rest &= rest - 1) count++;
  return count;
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

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
