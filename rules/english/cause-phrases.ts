/**
 * Claims that a phrase or clause of cause makes, whatever the verb: `Because of the ban, fewer children fell ill`,
 * `Thousands die each year as a result of smoke`, `The joint hurts because its lining is worn`. They count for the inventory.
 */
import type { Block, Sentence } from '../article/article.js';
import type { Claim } from './claim.js';
import { readingOf, type Range, type Reading, type Verb } from './clauses.js';
import { commitmentOf, quieter, type Level } from './commitment.js';
import { exposureAt, tokensIn, type Exposure } from './exposure.js';
import { isOneOf } from './one-of.js';
import { outcomeAt, type Outcome } from './outcome.js';
import { createPhrases } from './phrases.js';
import { claimWords } from './word-lists.js';
import type { Word } from './words.js';

/** `noun` = behind a noun it may be its attribute (`pneumonia due to Legionella`), so a comma or a verb must stand before. */
const CAUSES = createPhrases<'phrase' | 'noun' | 'clause'>([
  ['because of', 'phrase'],
  ['as a result of', 'phrase'],
  ['as a consequence of', 'phrase'],
  ['as a direct result of', 'phrase'],
  ['on account of', 'phrase'],
  ['by virtue of', 'phrase'],
  ['thanks to', 'phrase'],
  ['due to', 'noun'],
  ['owing to', 'noun'],
  ['because', 'clause'],
]);
/** What befalls somebody or something: no object need tell that health is meant. */
const BEFALLS = claimWords('befalls');
/** What is done in the surgery and in studies. */
const BY_PEOPLE = claimWords('by-people');
const NO_CAUSE = new Set(['document', 'research', 'people', 'agency', 'none']);

export function causeClaims(sentence: Sentence, block: Block | undefined): Claim[] {
  const reading = readingOf(sentence);
  const { words, verbs } = reading;
  if (verbs.length === 0) return [];
  const tokens = tokensIn(words);
  const claims: Claim[] = [];
  for (let i = 0; i < words.length; i++) {
    const cue = CAUSES.at(tokens, i);
    if (!cue) continue;
    const before = words[i - 1];
    const attributive = cue.value === 'noun' && before && before.lower !== ',' && before.class !== 'adv' && before.class !== 'verb';
    const host = attributive || before?.class === 'be' ? -1 : hostOf(reading, i);
    const claim = host < 0 ? undefined : claimAt(sentence, block, reading, { from: i, to: cue.to }, host, cue.value === 'clause');
    if (claim) claims.push(claim);
    i = cue.to - 1;
  }
  return claims;
}

/** The finite verb that the cause explains: of the clause before it, or behind the comma where it opens the sentence. */
function hostOf({ words, verbs }: Reading, cue: number): number {
  for (let k = verbs.length - 1; k >= 0; k--) if (verbs[k]!.group.kind === 'finite' && verbs[k]!.group.to <= cue && verbs[k]!.clause.marker < cue) return k;
  const comma = words.findIndex((word, j) => j > cue && word.lower === ',');
  return comma < 0 ? -1 : verbs.findIndex(({ group }) => group.kind === 'finite' && group.from > comma);
}

function claimAt(sentence: Sentence, block: Block | undefined, reading: Reading, cue: Range, host: number, clause: boolean): Claim | undefined {
  const { words, verbs } = reading;
  const verb = verbs[host]!;
  // `a disorder that occurs because of …` tells which one is meant.
  if (verb.clause.role === 'relative' && !verb.clause.loose) return undefined;
  const inside = clause ? verbs.findIndex(({ group }) => group.kind === 'finite' && group.from >= cue.to) : -1;
  if (clause && inside < 0) return undefined;
  const exposure: Exposure = exposureAt(sentence, clause ? verbs[inside]!.subject : { from: cue.to, to: phraseEnd(words, cue.to) }, block);
  if (!clause && NO_CAUSE.has(exposure.kind) && !isOneOf(exposure.name, 'ban bans law laws policy policies program programs programme programmes')) return undefined;
  const outcome = effectOf(sentence, verb);
  if (!outcome || (clause && !outcome.known)) return undefined;
  const committed = commitmentOf(reading, host);
  let level: Level = committed.level;
  // `may mislead, because a third of cases had it`: a reason for caution.
  if (clause && level === 'hedged') return undefined;
  if (inside >= 0) level = quieter(level, commitmentOf(reading, inside).level);
  if (isOneOf(words[cue.from - 1]?.lower, 'possibly perhaps probably presumably maybe likely')) level = quieter(level, 'hedged');
  return { exposure, outcome, relation: { kind: 'identity', verb: -1, lemma: words.slice(cue.from, cue.to).map(({ lower }) => lower).join(' '), class: 'inventory', polarity: '0', range: cue }, ...committed, level };
}

/** What is said to come about: a health matter in the host's clause, or a change that the verb itself names. */
function effectOf(sentence: Sentence, { subject, rest, group }: Verb): Outcome | undefined {
  const object = outcomeAt(sentence, rest);
  if (object.known) return object;
  // `Because signs are vague, the disease is often missed`: what people do about it.
  if (group.passive && BY_PEOPLE.has(group.lemma)) return undefined;
  const changed = outcomeAt(sentence, subject);
  if (object.blocked || changed.blocked) return undefined;
  return changed.known || BEFALLS.has(group.lemma) ? changed : undefined;
}

function phraseEnd(words: readonly Word[], from: number): number {
  let to = from;
  while (to < words.length && words[to]!.class !== 'punctuation') to++;
  return to;
}
