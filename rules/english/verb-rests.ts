/** How far the phrase behind a verb goes: `lowers [the risk of stroke and death], a study finds`. */
import { isOneOf } from './one-of.js';
import type { Verb } from './reading.js';
import { REPORTING } from './verb-lists.js';
import { startsNounPhrase, type Word } from './words.js';

/** A verb that is still being read: how it hangs may change, and what stands behind it is found last. */
export type Draft = Omit<Verb, 'rest' | 'link'> & Pick<{ -readonly [K in keyof Verb]: Verb[K] }, 'rest' | 'link'>;

/** Says of each verb what stands behind it, up to the next finite verb's clause, a closing comma or the end. */
export function setRests(words: readonly Word[], verbs: readonly Draft[]): void {
  for (const verb of verbs) {
    if (verb.link === 'comma' && verb.group.kind === 'ing' && isSubject(verb, verbs)) verb.link = 'start';
    const from = verb.group.to;
    let to = beforeAttribution(words, from, phraseEnd(words, from));
    while (to > from && (words[to - 1]!.class === 'punctuation' || words[to - 1]!.class === 'conj')) to--;
    verb.rest = { from, to };
  }
}

/** `, delaying surgery may raise the risk`: what looks like a result participle is the subject of the next verb. */
function isSubject({ group: own }: Draft, verbs: readonly Draft[]): boolean {
  return verbs.some(({ group, subject, clause }) => group.kind === 'finite' && clause.role !== 'relative' && group.from >= own.to && subject.from === own.from);
}

function phraseEnd(words: readonly Word[], from: number): number {
  let to = from;
  while (to < words.length && !endsPhrase(words, to)) to++;
  return to;
}

function endsPhrase(words: readonly Word[], i: number): boolean {
  const word = words[i]!;
  switch (word.class) {
    case 'sub': case 'wh': case 'that': case 'modal': case 'do':
      return true;
    case 'verb':
      return word.use === 'finite';
    case 'be': case 'have':
      return word.form === 's' || word.form === 'past';
    case 'conj':
      return verbAfter(words, i);
    case 'punctuation':
      if (word.lower === ',') return !listContinues(words, i) && !joinsAdjectives(words, i);
      return isOneOf(word.lower, '; : ( ) \u2014');
    default:
      return false;
  }
}

/** `a sore, stiff joint` */
function joinsAdjectives(words: readonly Word[], comma: number): boolean {
  const after = words[comma + 2]?.class;
  return words[comma - 1]!.class === 'adj' && words[comma + 1]?.class === 'adj' && (after === 'noun' || after === 'adj');
}

/** `… lowers the risk of stroke, a study finds`; headlines leave the comma and the article out: what says so is not part of the object. */
function beforeAttribution(words: readonly Word[], from: number, to: number): number {
  const verb = words[to];
  if (!verb || verb.class !== 'verb' || verb.use !== 'finite' || !REPORTING.has(verb.lemma)) return to;
  let at = to;
  if (isOneOf(words[at - 1]?.lower, 'study studies research researcher researchers report reports expert experts scientist scientists survey analysis review trial doctor doctors')) at--;
  while (at > from && at < to && (words[at - 1]!.class === 'det' || words[at - 1]!.class === 'adj')) at--;
  return at > from ? at : to;
}

/** `pain, nausea and fatigue`: the comma goes on a list of nouns. */
function listContinues(words: readonly Word[], comma: number): boolean {
  for (let j = comma + 1; j < words.length && j < comma + 7; j++) {
    const word = words[j]!;
    if (word.class === 'conj') return !verbAfter(words, j) && words[j + 1] !== undefined && startsNounPhrase(words[j + 1]!);
    if (word.lower === ',') return j > comma + 1;
    if (!startsNounPhrase(word) && word.class !== 'prep') return false;
  }
  return false;
}

function verbAfter(words: readonly Word[], conjunction: number): boolean {
  let j = conjunction + 1;
  while (j < words.length && (words[j]!.class === 'adv' || words[j]!.class === 'not')) j++;
  const word = words[j];
  return Boolean(word && (word.class === 'verb' && word.use !== 'ing' || word.class === 'modal' || word.class === 'be' || word.class === 'have' || word.class === 'do' || (word.class === 'verb' && word.use === 'ing' && j > conjunction + 1)));
}
