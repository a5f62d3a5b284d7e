/** Finds the words of a list that lie near a misspelling, without walking the list. */
import { weightedDistance } from './distance.js';

export interface Near {
  readonly word: string;
  readonly distance: number;
}

/** Words by what they sound like. */
export interface NearIndex {
  /** Words within the weighted distance `limit`, nearest first. Costs some 10 to 50 microseconds. */
  find(wrong: string, limit: number): readonly Near[];
}

/**
 * Indexes lower-case words. What the weighted distance counts as a small slip (vowels, doubling, silent h, letters heard alike)
 * leaves a word's skeleton of consonants as it is, and within any limit in use at most one consonant more may differ; so it is enough to look up
 * the skeleton and the skeletons with one consonant left out (the deletion neighbourhood), and to measure what is found.
 */
export function createNearIndex(words: Iterable<string>): NearIndex {
  const bySkeleton = new Map<string, string[]>();
  for (const word of words) {
    for (const key of neighbourhood(skeleton(word))) {
      const list = bySkeleton.get(key);
      if (list) list.push(word);
      else bySkeleton.set(key, [word]);
    }
  }
  return {
    find(wrong, limit) {
      const found: Near[] = [];
      const seen = new Set<string>();
      for (const key of neighbourhood(skeleton(wrong))) {
        for (const word of bySkeleton.get(key) ?? []) {
          if (seen.has(word)) continue;
          seen.add(word);
          const distance = weightedDistance(wrong, word, limit);
          if (distance <= limit) found.push({ word, distance });
        }
      }
      return found.sort((a, b) => a.distance - b.distance || Math.abs(a.word.length - wrong.length) - Math.abs(b.word.length - wrong.length) || (a.word < b.word ? -1 : 1));
    },
  };
}

/** One sign for each group of consonants that are heard alike; vowels and h fall away. */
const SIGN = new Map<string, string>();
for (const group of ['cksqxz', 'gj', 'mn', 'dt', 'bp', 'fvw', 'l', 'r']) for (const letter of group) SIGN.set(letter, group[0]!);

/** The consonants of a word by sound, without doubles: `diarrhea` and `diarea` are both `dr`. */
export function skeleton(word: string): string {
  let bones = '';
  const spelling = word.replace(/ph/g, 'f').replace(/^p(?=[nst])/, '').replace(/qu/g, 'k').replace(/gh/g, 'g');
  for (const letter of spelling) {
    const sign = SIGN.get(letter) ?? '';
    if (sign && bones[bones.length - 1] !== sign) bones += sign;
  }
  return bones;
}

function neighbourhood(bones: string): ReadonlySet<string> {
  const keys = new Set([bones]);
  if (bones.length > 1) for (let i = 0; i < bones.length; i++) keys.add(bones.slice(0, bones[i - 1] === bones[i + 1] ? Math.max(0, i - 1) : i) + bones.slice(i + 1));
  return keys;
}
