/**
 * The gate: one pass over a sentence's words decides which rules need to look at it at all.
 * Most sentences have no cue; the costly work (clauses, claims, retext) runs only where one stands.
 */
import { hashWords, MOST_RULES, rulesWith, slotsOf, type CueTable, type Slots } from './cue-table.js';
import type { Cues } from './rule.js';
import { cueWords } from './usual-cues.js';

/** Says which rules (by index) may have something to say about a text. It may wake a rule for nothing, but never misses one. */
export interface Gate {
  /** Sets `awake[i]` to 1 for each rule `i` that has a cue in `text`. Linear in the text's length. */
  scan(text: string, awake: Uint8Array): void;
}

/** A table and the gate's rules by its bits; -1 for one that the gate hasn't got. */
interface Section {
  readonly slots: Slots;
  readonly indices: readonly number[];
}

/**
 * Builds the gate for rules in this order; a rule without cues is always awake.
 * @param known cue words that were worked out ahead of time, for the rules with these ids; without an id a rule's words are read.
 */
export function createGate(cues: readonly (Cues | undefined)[], known?: { readonly table: CueTable; readonly ids: readonly (string | undefined)[] }): Gate {
  const always: number[] = [];
  const patterns: { readonly index: number; readonly isIn: (text: string) => boolean }[] = [];
  const read: number[] = [];
  const inTable = known?.table.rules.map((id) => known.ids.indexOf(id)) ?? [];
  cues.forEach((cue, index) => {
    if (!cue) always.push(index);
    if (cue?.pattern) patterns.push({ index, isIn: testOf(cue.pattern) });
    if (cue?.words && !inTable.includes(index)) read.push(index);
  });
  const sections: Section[] = known ? [{ slots: known.table.slots, indices: inTable }] : [];
  for (let from = 0; from < read.length; from += MOST_RULES) {
    const indices = read.slice(from, from + MOST_RULES);
    sections.push({ slots: slotsOf(indices.map((index) => cueWords(cues[index]!.words)!)), indices });
  }
  return {
    scan(text, awake) {
      for (const index of always) awake[index] = 1;
      for (const { index, isIn } of patterns) if (!awake[index] && isIn(text)) awake[index] = 1;
      hashWords(text, (hash) => {
        for (const { slots, indices } of sections) {
          for (let mask = rulesWith(slots, hash); mask !== 0; mask &= mask - 1) {
            const index = indices[31 - Math.clz32(mask & -mask)]!;
            if (index >= 0) awake[index] = 1;
          }
        }
      });
    },
  };
}

function testOf(pattern: NonNullable<Cues['pattern']>): (text: string) => boolean {
  if (typeof pattern === 'function') return pattern;
  const own = new RegExp(pattern.source, pattern.flags.replace(/[gy]/g, ''));
  return (text) => own.test(text);
}
