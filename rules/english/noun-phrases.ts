/** Finds the noun phrase that a stretch of words begins with, and its head: `the alkaloids in kratom leaves` → alkaloids. */
import type { Range } from './clauses.js';
import { isOneOf } from './one-of.js';
import { opensContactClause, type Word } from './words.js';

export interface NounPhrase extends Range {
  /** Index of the head noun; -1 where there is none. */
  readonly head: number;
  /** End of the phrase with its prepositional attributes (`of …`, `in …`). */
  readonly fullTo: number;
}

/**
 * The first noun phrase of a range. Opening adverbs, conjunctions and prepositional phrases (`In rats, …`) are passed over where
 * `subject` is true; appositions and participles behind the head are left out.
 */
export function nounPhrase(words: readonly Word[], range: Range, subject: boolean): NounPhrase | undefined {
  let from = range.from;
  if (subject) from = pastOpening(words, range);
  while (from < range.to && skippable(words[from]!)) from++;
  if (from >= range.to) return undefined;
  from = pastQuantity(words, from, range.to);
  const first = words[from]!;
  let to = from;
  if ((first.class === 'verb' && first.use === 'ing') || ((first.class === 'have' || first.class === 'be') && first.form === 'ing')) {
    while (to < range.to && words[to]!.lower !== ',') to++;
    return { from, to, head: from, fullTo: to };
  }
  while (to < range.to && inPhrase(words, to, from)) to++;
  while (to > from && (words[to - 1]!.class === 'conj' || words[to - 1]!.class === 'punctuation')) to--;
  if (to === from) return undefined;
  let head = -1;
  for (let j = from; j < to; j++) {
    const word = words[j]!;
    if (word.class === 'conj' || word.lower === ',') break;
    if (word.class === 'noun' || word.class === 'pron' || (word.class === 'number' && head < 0)) head = j;
  }
  if (head < 0) head = to - 1;
  let fullTo = to;
  while (fullTo < range.to && (words[fullTo]!.class === 'prep' || inPhrase(words, fullTo, from) || (words[fullTo]!.class === 'verb' && words[fullTo]!.use === 'participle') || words[fullTo]!.class === 'conj')) fullTo++;
  return { from, to, head, fullTo };
}

/** `more than half of all strokes`: the strokes are meant. */
function pastQuantity(words: readonly Word[], from: number, to: number): number {
  let at = from;
  if (isOneOf(words[at]!.lower, 'more less fewer') && words[at + 1]?.lower === 'than') at += 2;
  if (at + 2 >= to) return from;
  const quantity = /^(?:half|third|quarter|most|many|majority|two-thirds|percent|cent|%|one|two|three|some|several|each|both)$/;
  for (let j = at; j < at + 3 && j + 2 < to; j++) {
    // `1 in 40 children`, `one in five of them`
    if (words[j + 1]!.lower === 'in' && (words[j + 2]!.class === 'number' || isOneOf(words[j + 2]!.lower, 'two three four five six seven eight nine ten twenty'))) return j + 3 < to ? j + (words[j + 3]!.lower === 'of' ? 4 : 3) : from;
    if (quantity.test(words[j]!.lower) && words[j + 1]!.lower === 'of') return j + 2;
    if (words[j]!.class !== 'det' && words[j]!.class !== 'number' && words[j]!.class !== 'adv' && !isOneOf(words[j]!.lower, 'two three one per')) return from;
  }
  return from;
}

function pastOpening(words: readonly Word[], range: Range): number {
  let from = range.from;
  for (let round = 0; round < 4; round++) {
    while (from < range.to && (skippable(words[from]!) || words[from]!.class === 'punctuation')) from++;
    const first = words[from];
    if (!first || from >= range.to) return from;
    const opening = first.class === 'prep' || isOneOf(first.lower, 'thanks due owing compared similar contrary according relative') && words[from + 1]?.class === 'to' || first.class === 'sub' || first.class === 'to' || (first.class === 'verb' && first.use === 'participle') || (first.class === 'adv');
    if (!opening) return from;
    const comma = commaAfter(words, from, range.to);
    if (comma < 0) return first.class === 'prep' ? afterBarePhrase(words, from, range) : from;
    from = comma + 1;
  }
  return from;
}

/** `In mice the herb …`: where no comma closes the phrase, a determiner or pronoun behind its noun opens the subject. */
function afterBarePhrase(words: readonly Word[], from: number, range: Range): number {
  for (let j = from + 2; j < range.to; j++) if ((words[j]!.class === 'det' || words[j]!.class === 'pron') && words[j - 1]!.class === 'noun' && !/'s?$/.test(words[j]!.lower)) return j;
  return range.from;
}

function commaAfter(words: readonly Word[], from: number, to: number): number {
  for (let j = from; j < to; j++) if (words[j]!.lower === ',') return j;
  return -1;
}

function skippable(word: Word): boolean {
  return word.class === 'conj' || word.class === 'adv' || word.class === 'not' || isOneOf(word.lower, '" \u201c \u2018 \' (') || (word.class === 'punctuation' && /^[^\p{L}\p{P}]/u.test(word.lower));
}

function inPhrase(words: readonly Word[], at: number, from: number): boolean {
  const word = words[at]!;
  if (at > from && opensContactClause(words, at)) return false;
  if (word.class === 'det' || word.class === 'adj' || word.class === 'noun' || word.class === 'number' || word.class === 'pron') return true;
  if (word.class === 'adv') return words[at + 1]?.class === 'adj' || words[at + 1]?.class === 'noun';
  if (word.class === 'conj' || isOneOf(word.lower, '/ % & + \' " \u2018 \u2019 \u201c \u201d -')) return at > from && ['det', 'adj', 'noun', 'number'].includes(words[at + 1]?.class ?? '');
  if (word.class === 'verb' && word.use === 'ing') return words[at - 1]?.class === 'adj' || words[at - 1]?.class === 'noun' && words[at + 1]?.class === 'noun' && at === from + 1;
  return word.lower === ',' && at > from && ['det', 'adj', 'noun'].includes(words[at + 1]?.class ?? '') && listGoesOn(words, at);
}

/** `ginger, turmeric and garlic`: only where a conjunction comes within a few words. */
function listGoesOn(words: readonly Word[], comma: number): boolean {
  for (let j = comma + 1; j < words.length && j < comma + 8; j++) {
    if (words[j]!.lower === 'and' || words[j]!.lower === 'or') return true;
    if (!['det', 'adj', 'noun', 'number'].includes(words[j]!.class) && words[j]!.lower !== ',') return false;
  }
  return false;
}
