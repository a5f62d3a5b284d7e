/** Claims that a passive verb makes: `is relieved by kava`, `can be prevented with vaccines`, `is attributed to smoking`. */
import type { Claim } from './claim.js';
import type { Range } from './clauses.js';
import { exposureAt } from './exposure.js';
import { isOneOf } from './one-of.js';
import { outcomeAt } from './outcome.js';
import type { VerbTold } from './verb-told.js';
import { claimWords } from './word-lists.js';
import type { Word } from './words.js';

/** In the passive these name the cause behind their preposition. */
const TRACED = new Set(['attribute to', 'ascribe to', 'blame on', 'trace to', 'trace back to', 'pin on', 'put down to', 'chalk up to']);
/** What an illness does to those who have it. */
const BEFALLS = claimWords('afflicts');
/** What is done to an illness or its bearer, so that `with` names the means. */
const MENDED = new Set(['alleviate', 'avert', 'avoid', 'block', 'boost', 'cure', 'cut', 'delay', 'ease', 'eliminate', 'eradicate', 'halt', 'halve', 'heal', 'improve', 'lower', 'minimise', 'minimize', 'pass on', 'prevent', 'reduce', 'relieve', 'repair', 'restore', 'reverse', 'shorten', 'slow', 'spread', 'stop', 'strengthen', 'transmit', 'undo', 'weaken']);

/** What acts stands behind the verb, what is acted on is its subject. */
export function passiveClaim(told: VerbTold): Claim | undefined {
  const { sentence, block, verb, match, relation, common } = told;
  const { group, subject, rest } = verb;
  const { lemma } = match.verb;
  if (group.kind === 'participle' && verb.link !== 'coordination') return undefined;
  const behind: Range = { from: match.to, to: Math.max(match.to, rest.to) };
  const range: Range = { from: group.from, to: match.to };
  if (lemma === 'involve in') {
    const part = outcomeAt(sentence, behind);
    // `a part of the brain that is involved in speech` only tells which part.
    if (!part.known || (verb.clause.role === 'relative' && !verb.clause.loose)) return undefined;
    return { exposure: exposureAt(sentence, subject, block), outcome: part, relation: { ...relation, kind: 'verb', range }, ...common };
  }
  if (TRACED.has(lemma)) {
    // `The rise is attributed to smoking`
    const origin = exposureAt(sentence, behind, block);
    return origin.kind === 'document' || origin.kind === 'research' ? undefined : { exposure: origin, outcome: outcomeAt(sentence, subject), relation: { ...relation, kind: 'passive', range }, ...common };
  }
  if (lemma === 'require for' || lemma === 'need for') {
    // `is required for wound repair`: of a process; of a patient or a diagnosis it is advice.
    const need = outcomeAt(sentence, behind);
    const source = exposureAt(sentence, subject, block);
    return !need.known || need.condition || need.blocked || (source.kind !== 'unknown' && source.kind !== 'physiology') ? undefined : { exposure: source, outcome: need, relation: { ...relation, kind: 'identity', range }, ...common };
  }
  const by = agentOf(told.reading.words, rest);
  return by < 0 ? withoutAgent(told) : withAgent(told, by);
}

/** `was affected`; `can be prevented with …` tells a means: counted, not reported (`is treated with` is use, not effect). */
function withoutAgent({ sentence, block, reading, verb, match, relation, common }: VerbTold): Claim | undefined {
  const { group, subject, rest } = verb;
  if (group.kind !== 'finite') return undefined;
  const range: Range = { from: group.from, to: group.to };
  if (match.verb.class === 'soft' && isOneOf(match.verb.lemma, 'affect impact influence impair')) {
    return { exposure: exposureAt(sentence, { from: 0, to: 0 }), outcome: outcomeAt(sentence, subject), relation: { ...relation, kind: 'passive', range }, ...common };
  }
  // `Thousands of deaths could be averted`
  if (isOneOf(group.modal, 'could might') && isOneOf(match.verb.lemma, 'prevent avert avoid save cure cut reduce lower reverse halve spare') && outcomeAt(sentence, subject).known) {
    return { exposure: exposureAt(sentence, { from: 0, to: 0 }), outcome: outcomeAt(sentence, subject), relation: { ...relation, class: 'inventory', kind: 'passive', range }, ...common };
  }
  const means = MENDED.has(match.verb.lemma) ? meansOf(reading.words, rest) : -1;
  if (means < 0) return undefined;
  return { exposure: exposureAt(sentence, { from: means + 1, to: rest.to }, block), outcome: outcomeAt(sentence, subject), relation: { ...relation, class: 'inventory', kind: 'passive', range }, ...common };
}

/** `is relieved by kava`. */
function withAgent({ sentence, block, verb, match, relation, common }: VerbTold, by: number): Claim | undefined {
  const { group, subject, rest } = verb;
  const exposure = exposureAt(sentence, { from: by + 1, to: rest.to }, block);
  const outcome = outcomeAt(sentence, subject);
  if (exposure.kind === 'document' || exposure.kind === 'research' || exposure.kind === 'none' || outcome.blocked) return undefined;
  // `children affected by asthma`: those who have it.
  if (exposure.kind === 'condition' && BEFALLS.has(match.verb.lemma) && exposureAt(sentence, subject).kind === 'people') return undefined;
  // `goals were achieved by many patients`, `results are limited by bias`: nothing acts on health.
  if (match.verb.class === 'inventory' && (exposure.kind === 'people' || (!match.verb.anyObject && !outcome.known))) return undefined;
  return { exposure, outcome, relation: { ...relation, kind: 'passive', range: { from: group.from, to: by === rest.from ? by + 1 : group.to } }, ...common };
}

/** Word index of the `by` that names an agent; -1 where there is none. */
export function agentOf(words: readonly Word[], rest: Range): number {
  for (let j = rest.from; j < rest.to; j++) if (words[j]!.lower === 'by' && !isAmount(words, j + 1)) return j;
  return -1;
}

/** `by 30%`, `by a third`, `by half`, `by two days`: how much, not by whom; but `by two drugs`, `by an excess of salt`. */
function isAmount(words: readonly Word[], i: number): boolean {
  const first = words[i]?.lower ?? '';
  const second = words[i + 1];
  if (/^(?:\d|half|up|about|approximately|nearly|almost)/.test(first)) return true;
  if (isOneOf(first, 'a an')) return second?.class === 'number' || isOneOf(second?.lower, 'factor mean median third quarter half margin average few point percentage year month week day hour');
  return isOneOf(first, 'one two three four five six seven eight nine ten') && (!second || isOneOf(second.lower, 'third thirds quarter quarters fifth fifths percent percentage per point points times year years month months week weeks day days hour hours minute minutes pound pounds kilogram kilograms kg order orders and to or fold') || second.class === 'punctuation');
}

function meansOf(words: readonly Word[], rest: Range): number {
  for (let j = rest.from; j < rest.to && j < rest.from + 4; j++) if (isOneOf(words[j]!.lower, 'with through via using')) return j;
  return -1;
}
