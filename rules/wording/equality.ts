/**
 * Runs retext-equality on those texts that can hold one of its words, with the rules and phrases that our list switches on.
 * A gate built from the same list decides; it may let a text through for nothing, but never holds one back.
 */
import { retext } from 'retext';
import retextEquality from 'retext-equality';
import { once } from '../lexicon/once.js';
import { readList, readTable } from '../lexicon/table.js';
import triage from '../lexicon/data/wording/retext-equality-triage.tsv';

export type EqualityGroup = 'gender' | 'ability' | 'group' | 'colour';

/** A rule of the package as our list wants it run. */
export interface EqualityRow {
  readonly id: string;
  readonly group: EqualityGroup;
  /** The phrases of the rule that are looked for, as the package spells them. */
  readonly phrases: readonly string[];
  /** What to offer instead, best first; may be empty. */
  readonly offered: readonly string[];
}

/** A phrase that the package found. Offsets are in the text. */
export interface EqualityMatch {
  readonly start: number;
  readonly end: number;
  readonly row: EqualityRow;
}

/** The rules that run, by id of the package. */
export const equalityRows: () => ReadonlyMap<string, EqualityRow> = once(() => {
  const rows = new Map<string, EqualityRow>();
  for (const [id, action, , group, phrases, offered] of readTable(triage)) {
    if (!id || action !== 'on') continue;
    rows.set(id, { id, group: group as EqualityGroup, phrases: readList(phrases), offered: readList(offered).filter((words) => words !== '-') });
  }
  return rows;
});

/** A phrase in the form in which the package compares words: no hyphen, no apostrophe, lower case. */
interface FoldedPhrase {
  readonly words: readonly string[];
  /** Which of them is looked for first: the longest, as long words are rare. */
  readonly cue: number;
}

const phrasesByCue = once(() => {
  const byCue = new Map<string, FoldedPhrase[]>();
  for (const row of equalityRows().values()) {
    for (const phrase of row.phrases) {
      const words = phrase.split(' ').map(fold);
      const cue = words.reduce((longest, word, index) => (word.length > words[longest]!.length ? index : longest), 0);
      const list = byCue.get(words[cue]!);
      if (list) list.push({ words, cue });
      else byCue.set(words[cue]!, [{ words, cue }]);
    }
  }
  return byCue;
});

/** The words that wake the rule up, and what a word with a hyphen or apostrophe inside must begin with to be one of them (`man-made`). */
export const equalityCues = {
  words: (): Iterable<string> => phrasesByCue().keys(),
  pattern: (text: string): boolean => JOINED.test(text) && joined().test(text),
};

const JOINED = /[-'’][a-z]/i;
const joined = once(() => new RegExp(`(?<![a-z0-9])(?:${beginnings([...phrasesByCue().keys()], BEGINNING)})[-'’][a-z]`, 'i'));

/** How many letters of a beginning are looked at: a longer pattern lets hardly less through and takes long to compile. */
const BEGINNING = 3;

/** A pattern for every proper beginning of the words, letters shared as in a trie, so that most text fails at its first letter; behind `depth` letters anything goes. */
function beginnings(words: readonly string[], depth: number): string {
  const byLetter = new Map<string, string[]>();
  for (const word of words) {
    if (word.length < 2) continue;
    const list = byLetter.get(word.charAt(0));
    if (list) list.push(word.slice(1));
    else byLetter.set(word.charAt(0), [word.slice(1)]);
  }
  return [...byLetter]
    .map(([letter, rests]) => {
      const more = depth > 1 ? beginnings(rests, depth - 1) : rests.some((rest) => rest.length > 1) ? "[a-z'’-]*" : '';
      return more === '' ? letter : `${letter}(?:['’-]?(?:${more}))?`;
    })
    .join('|');
}

const WORD = once(() => /[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*/gu);
const JOINT = /[-'’]/;

/** True where the text may hold one of the phrases. Linear; never false where the package would find one. */
export function mayMatch(text: string): boolean {
  const byCue = phrasesByCue();
  const words = text.match(WORD()) ?? [];
  const matches = (index: number, wanted: string): boolean => {
    const word = words[index];
    return word !== undefined && (fold(word) === wanted || (JOINT.test(word) && word.toLowerCase().split(JOINT).includes(wanted)));
  };
  return words.some((word, index) => {
    const forms = JOINT.test(word) ? [fold(word), ...word.toLowerCase().split(JOINT)] : [word.toLowerCase()];
    return forms.some((form) => byCue.get(form)?.some((phrase) => phrase.words.every((wanted, at) => matches(index + at - phrase.cue, wanted))));
  });
}

/** How the package compares words. */
function fold(word: string): string {
  return word.toLowerCase().replace(/[-'’]/g, '');
}

/** The package with everything but our phrases switched off (it takes phrases to ignore, so all others are named) and pairs such as `policemen and policewomen` accepted. */
const processor = once(() => {
  const run = new Set([...equalityRows().values()].flatMap((row) => row.phrases));
  const ignore = readTable(triage).flatMap(([, , , , , , rest]) => readList(rest)).filter((phrase) => !run.has(phrase));
  return retext().use(retextEquality, { ignore, binary: true }).freeze();
});

/** What the package finds in a text, in order, gate or not. The text must be prose. */
export function equalityMatches(text: string): EqualityMatch[] {
  const matches: EqualityMatch[] = [];
  for (const { place, ruleId } of processor().processSync(text).messages) {
    const row = ruleId === undefined ? undefined : equalityRows().get(ruleId);
    if (!row || !place || !('start' in place)) continue;
    const { start, end } = place;
    if (start.offset !== undefined && end.offset !== undefined) matches.push({ start: start.offset, end: end.offset, row });
  }
  return matches.sort((a, b) => a.start - b.start || a.end - b.end);
}
