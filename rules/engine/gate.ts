/**
 * The gate: one pass over a sentence's words decides which rules need to look at it at all.
 * Most sentences have no cue; the costly work (clauses, claims, retext) runs only where one stands.
 */
import type { Cues } from './rule.js';

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** Says which rules (by index) may have something to say about a text. It may wake a rule for nothing, but never misses one. */
export interface Gate {
  /** Sets `awake[i]` to 1 for each rule `i` that has a cue in `text`. Linear in the text's length. */
  scan(text: string, awake: Uint8Array): void;
}

/** Builds the gate for rules in this order; a rule without cues is always awake. */
export function createGate(cues: readonly (Cues | undefined)[]): Gate {
  const byHash = new Map<number, number[]>();
  const patterns: { readonly index: number; readonly pattern: RegExp }[] = [];
  const always: number[] = [];
  cues.forEach((cue, index) => {
    if (!cue) {
      always.push(index);
      return;
    }
    for (const word of cue.words ?? []) {
      const hash = hashFirstRun(word);
      const list = byHash.get(hash);
      if (!list) byHash.set(hash, [index]);
      else if (!list.includes(index)) list.push(index);
    }
    if (cue.pattern) patterns.push({ index, pattern: new RegExp(cue.pattern.source, cue.pattern.flags.replace(/[gy]/g, '')) });
  });
  return {
    scan(text, awake) {
      for (const index of always) awake[index] = 1;
      for (const { index, pattern } of patterns) if (!awake[index] && pattern.test(text)) awake[index] = 1;
      let hash = FNV_OFFSET;
      let inWord = false;
      for (let i = 0; i <= text.length; i++) {
        const code = i < text.length ? foldedWordCode(text.charCodeAt(i)) : 0;
        if (code) {
          hash = Math.imul(hash ^ code, FNV_PRIME);
          inWord = true;
        } else if (inWord) {
          const list = byHash.get(hash);
          if (list) for (const index of list) awake[index] = 1;
          hash = FNV_OFFSET;
          inWord = false;
        }
      }
    },
  };
}

/**
 * The code unit folded to lower case where it belongs to a word, else 0. Beyond ASCII every unit counts as a letter but
 * spaces, dashes and quotation marks; upper case beyond ASCII is not folded, so a cue must not start with such a letter.
 */
function foldedWordCode(code: number): number {
  if (code >= 97 && code <= 122) return code;
  if (code >= 65 && code <= 90) return code + 32;
  if (code >= 48 && code <= 57) return code;
  if (code < 128 || code === 0xa0 || (code >= 0x2000 && code <= 0x206f) || code === 0xfeff || code === 0x3000) return 0;
  return code;
}

/** The hash of a cue's first run of word characters: `side-effect` and `side effects` both wake on `side`. */
function hashFirstRun(cue: string): number {
  let hash = FNV_OFFSET;
  let seen = false;
  for (let i = 0; i < cue.length; i++) {
    const code = foldedWordCode(cue.charCodeAt(i));
    if (code) {
      hash = Math.imul(hash ^ code, FNV_PRIME);
      seen = true;
    } else if (seen) break;
  }
  if (!seen) throw new Error(`A cue needs a letter or digit: ${JSON.stringify(cue)}`);
  return hash;
}
