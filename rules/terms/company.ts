/** Finds slips that only a word's company gives away: real words in the wrong place, and terms pulled apart. */
import type { Span } from '../article/article.js';
import type { Resources } from '../engine/resources.js';
import { fold } from '../lexicon/fold.js';
import { collocations } from '../lexicon/collocations.js';
import { once } from '../lexicon/once.js';
import { vocabulary } from '../lexicon/vocabulary.js';
import { BEGINNINGS } from './beginnings.js';
import { verdictOn, type Word } from './words.js';

/** What stands there and what should. Offsets are in the block. */
export interface Misplaced extends Span {
  readonly wrong: string;
  readonly right: string;
}

/** A collocation of the list whose first word this is, with its company. */
export function collocationAt(word: Word, prose: string): Misplaced | undefined {
  for (const key of [word.verdict.folded + fold(word.verdict.ending), word.verdict.folded]) {
    for (const { wrong, from, to, right, after, before } of collocations().get(key) ?? []) {
      const spans = follow(word, wrong, prose);
      if (!spans) continue;
      const end = spans.at(-1)!.end;
      if ((after.size > 0 || before.size > 0) && !hasCompany(prose, word.start, end, after, before)) continue;
      const start = spans[from]!.start;
      return { start, end: spans[to - 1]!.end, wrong: prose.slice(start, spans[to - 1]!.end), right };
    }
  }
  return undefined;
}

/** The places of these words, of which `word` is the first; undefined where others stand there. */
function follow(word: Word, wrong: readonly string[], prose: string): readonly Span[] | undefined {
  const spans: Span[] = [word];
  for (const expected of wrong.slice(1)) {
    const { end } = spans.at(-1)!;
    const next = NEXT().exec(prose.slice(end, end + 40));
    if (!next || fold(next[2]!) !== expected) return undefined;
    spans.push({ start: end + next[1]!.length, end: end + next[0].length });
  }
  return spans;
}

const NEXT = once(() => /^([\s-]+)([\p{L}\p{M}]+(?:['\u2019]\p{L}+)?)/u);
const NEXT_TWO = once(() => /^[\s-]+([\p{L}\p{M}'\u2019]+)(?:[\s-]+([\p{L}\p{M}'\u2019]+))?/u);
const LAST_TWO = once(() => /(?:([\p{L}\p{M}'\u2019]+)[\s-]+)?([\p{L}\p{M}'\u2019]+)[\s-]+$/u);

function hasCompany(prose: string, start: number, end: number, after: ReadonlySet<string>, before: ReadonlySet<string>): boolean {
  const [, next = '', second = ''] = NEXT_TWO().exec(prose.slice(end, end + 60)) ?? [];
  if (after.has(fold(next)) || after.has(`${fold(next)}-${fold(second)}`)) return before.size === 0 || after.size > 0;
  const [, far = '', near = ''] = LAST_TWO().exec(prose.slice(Math.max(0, start - 60), start)) ?? [];
  return before.has(fold(near)) || before.has(`${fold(far)} ${fold(near)}`) || before.has(`${fold(far)}-${fold(near)}`);
}

const SHORTEST_JOINED = 8;
const SPLIT = once(() => /^(\s+)(\p{Ll}[\p{L}\p{M}]+)(?![\p{L}\p{M}\p{N}'\u2019-])/u);

/** A term that was written as two words, of which the first or second is none: `gluco samine`. */
export function splitTermAt(word: Word, prose: string, resources: Resources): Misplaced | undefined {
  const { verdict } = word;
  const stray = verdict.standing === 'unknown' && verdict.misspellingOf === undefined;
  if (word.hyphened || verdict.ending || (!stray && !BEGINNINGS.has(verdict.folded))) return undefined;
  const next = SPLIT().exec(prose.slice(word.end, word.end + 40));
  if (next) {
    const joined = verdict.folded + fold(next[2]!);
    if (isTerm(joined)) return misplaced(word.start, word.end + next[0].length, joined, prose);
  }
  const before = stray ? /(?<![\p{L}\p{M}\p{N}'\u2019-])(\p{L}[\p{L}\p{M}]*)\s+$/u.exec(prose.slice(Math.max(0, word.start - 40), word.start)) : null;
  if (before && (before[1]!.length > 2 || verdictOn(before[1]!, resources) === null)) {
    const joined = fold(before[1]!) + verdict.folded;
    if (isTerm(joined)) return misplaced(word.start - before[0].length, word.end, joined, prose);
  }
  return undefined;
}

function isTerm(joined: string): boolean {
  return joined.length >= SHORTEST_JOINED && vocabulary().has(joined);
}

function misplaced(start: number, end: number, joined: string, prose: string): Misplaced {
  return { start, end, wrong: prose.slice(start, end), right: vocabulary().shown(joined) };
}
