/** The cue words that rules have with their default options. */
import { MOST_RULES, slotsOf, type CueTable } from './cue-table.js';
import type { AnyRule, OptionSchema, Rule } from './rule.js';

/** The table of all rules that have cue words, as they are with their default options. */
export function createCueTable(rules: readonly AnyRule[]): CueTable {
  const withWords = (rules as unknown as readonly Rule[]).flatMap(({ meta, cues }) => {
    const words = cueWords((typeof cues === 'function' ? cues(defaultsOf(meta.options) as never) : cues)?.words);
    return words ? [{ id: meta.id, words }] : [];
  }).slice(0, MOST_RULES);
  return { rules: withWords.map(({ id }) => id), slots: slotsOf(withWords.map(({ words }) => words)) };
}

const wordsRead = new WeakMap<() => Iterable<string>, readonly string[]>();

/** The words; where they are a function, read now and kept for the next gate. */
export function cueWords(words: Iterable<string> | (() => Iterable<string>) | undefined): Iterable<string> | undefined {
  if (typeof words !== 'function') return words;
  let read = wordsRead.get(words);
  if (!read) wordsRead.set(words, (read = [...words()]));
  return read;
}

/** True where a rule's cues are those of its default options. */
export function hasUsualCues({ meta, cues }: Rule, options: object): boolean {
  return typeof cues !== 'function' || JSON.stringify(Object.entries(defaultsOf(meta.options)).sort()) === JSON.stringify(Object.entries(options).sort());
}

function defaultsOf(options: Readonly<Record<string, OptionSchema>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(options).map(([name, schema]) => [name, schema.default]));
}
