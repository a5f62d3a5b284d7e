/** Claims that a verb makes: `reduces pain`, `is relieved by kava`, `, reducing pain`, `the ability of kratom to ease pain`. */
import type { Block, Sentence } from '../article/article.js';
import { actingSubject } from './acting-subjects.js';
import type { Claim } from './claim.js';
import { readingOf, type Range, type Reading, type Verb } from './clauses.js';
import { commitmentOf } from './commitment.js';
import { exposureAt, type Exposure } from './exposure.js';
import { idiom } from './object-idioms.js';
import { isOneOf } from './one-of.js';
import { outcomeAt, type Outcome } from './outcome.js';
import { agentOf, passiveClaim } from './passive-claims.js';
import { inDefinition, onlyDescribes, withHost } from './relative-clauses.js';
import { RELATION_NOUNS, relationVerb, type RelationMatch } from './relations.js';
import { topicOf } from './topic.js';
import type { VerbTold } from './verb-told.js';
import { claimWords } from './word-lists.js';
import type { Word } from './words.js';

/** Subjects that can't be the cause in a health claim. */
const NO_CAUSE = new Set(['document', 'research']);
/** Verbs that speak of a change rather than of an effect where no object follows: `risk increased in women`. */
const NEEDS_OBJECT = new Set(['absolute', 'direct', 'soft', 'inventory']);
const PROFESSIONALS = claimWords('professional');
/** `helps doctors spot moles`: knowledge, no effect. */
const FINDS_OUT = claimWords('finds-out');
/** Verbs whose subject alone can be told: `sleep matters`, `exercise pays off`. */
const INTRANSITIVE = new Set(['matter', 'pay off', 'work']);
/** Verbs that light nouns complete: `have an effect on` is read in nominal-claims. */
const LIGHT = new Set(['have', 'show', 'exert', 'provide', 'offer', 'produce', 'play', 'give', 'bring', 'yield', 'confer', 'demonstrate', 'make']);

export function verbalClaims(sentence: Sentence, block: Block | undefined): Claim[] {
  const reading = readingOf(sentence);
  const claims: Claim[] = [];
  reading.verbs.forEach((verb, index) => {
    const match = relationVerb(reading.words, verb.group);
    if (!match) return;
    const claim = claimOfVerb(sentence, block, reading, verb, index, match);
    if (claim) claims.push(claim);
  });
  return claims;
}

function claimOfVerb(sentence: Sentence, block: Block | undefined, reading: Reading, verb: Verb, index: number, match: RelationMatch): Claim | undefined {
  if (governsVerb(reading, index) || (match.verb.class !== 'associational' && inDefinition(reading, verb.clause))) return undefined;
  const common = withHost(reading, verb, commitmentOf(reading, index));
  const relation = { verb: index, lemma: match.verb.lemma, class: match.verb.class, polarity: match.verb.polarity };
  const told: VerbTold = { sentence, block, reading, verb, match, relation, common };
  if (match.verb.class === 'associational') return associational(told);
  return verb.group.passive ? passiveClaim(told) : activeClaim(told);
}

/** `Kava reduces pain` and whatever hangs on another verb or noun: `was shown to reduce pain`, `…, reducing pain`. */
function activeClaim(told: VerbTold): Claim | undefined {
  const { sentence, block, reading, verb, match, relation, common } = told;
  const { words, verbs } = reading;
  const { group } = verb;
  // `has little to do with falls`: the particle ends behind the inner verb.
  const inside = verbs.find(({ group: one }) => one.head >= group.to && one.head < match.to);
  const rest: Range = { from: match.to, to: Math.max(match.to, verb.rest.to, inside?.rest.to ?? 0) };
  // `accounts for a third of the variance`: statistics, no cause.
  if ((match.verb.lemma === 'account for' || match.verb.lemma === 'explain') && words.slice(rest.from, rest.to).some(({ lower }) => isOneOf(lower, 'variance variation variability heterogeneity'))) return associational({ ...told, relation: { ...relation, class: 'associational' } });
  const acting = actingSubject(reading, verb, match);
  if (!acting) return undefined;
  const { kind, subject, from } = acting;
  // `stop taking aspirin`: an end, not an effect.
  if (isOneOf(match.verb.lemma, 'stop avoid delay end maintain') && words[rest.from]?.use === 'ing' && isOneOf(exposureAt(sentence, subject, block).kind, 'people none')) return undefined;
  const outcome = outcomeAt(sentence, rest);
  // `leads a study of cancer`, but `leads teenagers to drink`; `gets a disease`, but `gets patients home`
  if (isOneOf(match.verb.lemma, 'lead get') && !idiom(match.verb.lemma, words, rest)) return undefined;
  // `the most common mutations that cause hearing loss`: the cause is what the noun is known by, not what is claimed.
  if (verb.clause.role === 'relative' && !verb.clause.loose && (match.verb.lemma === 'cause' || match.verb.lemma === 'affect') && !isOneOf(words[subject.from]?.lower, 'a an') && !exposureAt(sentence, subject, block).known) return undefined;
  if (INTRANSITIVE.has(match.verb.lemma) && (match.verb.lemma !== 'work' || group.negated || rest.from >= rest.to)) {
    const what = exposureAt(sentence, subject, block);
    return NO_CAUSE.has(what.kind) || (match.verb.lemma === 'work' && (what.kind === 'people' || what.kind === 'none')) ? undefined : { exposure: what, outcome, relation: { ...relation, kind, range: { from, to: match.to } }, ...common };
  }
  if (NEEDS_OBJECT.has(match.verb.class) && words[rest.from - 1]?.lower !== 'why' && !objectFollows(words, rest, match.verb.particle.length > 0)) return undefined;
  const exposure: Exposure = listedSubject(reading, relation.verb, block) ?? exposureAt(sentence, subject, block);
  // `tests that can reveal reasons`, `proteins that have become`: a restrictive clause says which ones are meant.
  if (verb.clause.role === 'relative' && !verb.clause.loose && exposure.kind === 'unknown' && !outcome.known && !idiom(match.verb.lemma, words, rest)) return undefined;
  // `stems from a lack of sleep`: the cause may be named by any noun.
  if (NO_CAUSE.has(exposure.kind) || (outcome.blocked && !/ from$/.test(match.verb.lemma))) return undefined;
  if (onlyDescribes(reading, verb, exposure)) return undefined;
  if (isOfAssociation(words, match, outcome)) return { exposure, outcome, relation: { ...relation, class: 'associational', kind: 'association', range: { from, to: match.to } }, ...common };
  if (!tellsEffect(told, subject, rest, exposure, outcome)) return undefined;
  return { exposure, outcome, relation: { ...relation, kind, range: { from, to: match.to } }, ...common };
}

/** What is changed or found out is itself an association. */
function isOfAssociation(words: readonly Word[], match: RelationMatch, outcome: Outcome): boolean {
  // `an ultrasound that determines the risk of stroke`: found out, not brought about.
  if (match.verb.lemma === 'determine' && outcome.risk) return true;
  // `age moderates the link between salt and gout`: what is changed is an association.
  return Boolean(match.verb.class !== 'direct' && outcome.range && RELATION_NOUNS.get(headOf(words, outcome.range))?.class === 'correlational' && isOneOf(headOf(words, outcome.range), 'association associations relation relations relationship relationships link links correlation correlations connection connections'));
}

/** It is said what happens to somebody's health, not what somebody does, has or says. */
function tellsEffect({ sentence, reading, match }: VerbTold, subject: Range, rest: Range, exposure: Exposure, outcome: Outcome): boolean {
  const { words } = reading;
  // `they allow their children to stay up`: mostly people.
  if (exposure.kind === 'none' && exposure.name === 'they' && match.verb.class === 'inventory' && !outcome.known) return false;
  if (exposure.kind === 'people' && !peopleChange(words, match, outcome, exposure, subject)) return false;
  if (exposure.kind === 'agency' && (!outcome.known || (match.verb.class === 'inventory' && !match.verb.anyObject)) && match.verb.lemma !== 'benefit from' && !isOneOf(exposure.name, 'ban bans law laws policy policies regulation regulations')) return false;
  if (LIGHT.has(match.verb.lemma) && outcome.range && RELATION_NOUNS.has(headOf(words, outcome.range))) return false;
  // `The benefit comes from the fat`, `The pain stems from …`: what an effect comes from is its cause, whatever that is.
  const traced = / from$/.test(match.verb.lemma) && match.verb.class === 'inventory' && (outcomeAt(sentence, subject).known || words.slice(subject.from, subject.to).some(({ lower }) => RELATION_NOUNS.get(lower)?.class === 'effect'));
  return match.verb.anyObject || traced || outcome.known || idiom(match.verb.lemma, words, rest);
}

/** `Reduces nausea and eases pain` in a list below `Benefits of ginger`: the line above names the subject. */
function listedSubject({ words, verbs }: Reading, index: number, block: Block | undefined): Exposure | undefined {
  const first = verbs[0];
  if (!block || !first || first.group.kind !== 'finite' || first.group.from !== first.group.head || words[first.group.head]!.form !== 's') return undefined;
  if (words.slice(0, first.group.from).some((word) => word.class !== 'punctuation' && word.class !== 'adv')) return undefined;
  const verb = verbs[index]!;
  return index === 0 || verb.host === 0 || verb.coordinated === 0 ? topicOf(block) : undefined;
}

/** `Women may reduce their risk by eating fish`: people count where what they do changes their own health. */
function peopleChange(words: readonly Word[], { verb }: RelationMatch, outcome: Outcome, exposure: Exposure, subject: Range): boolean {
  if (verb.lemma === 'benefit from') return true;
  if (verb.lemma === 'enable' && PROFESSIONALS.has(exposure.name)) return true;
  if (!outcome.known || !outcome.range) return false;
  // `Doctors treat gout with colchicine`: what is done, not what it does.
  if ((verb.class === 'direct' || verb.class === 'absolute') && PROFESSIONALS.has(exposure.name)) return verb.lemma !== 'treat';
  if (verb.class !== 'direct') return false;
  // `people who walk every day lower their weight`: what they do is told in the subject.
  if (words.slice(subject.from, subject.to).some((word) => word.lower === 'who' || (word.class === 'verb' && word.use !== 'finite'))) return true;
  return outcome.risk || words.slice(outcome.range.from, outcome.range.to).some(({ lower }) => lower === 'their' || lower === 'your' || lower === 'risk');
}

/** `is associated with`, `correlates with`, `predicts`. */
function associational({ sentence, block, reading, verb, match, relation, common }: VerbTold): Claim | undefined {
  const { words } = reading;
  let to = match.to;
  if (words[to]?.class === 'prep' || words[to]?.class === 'to') to++;
  // `a related, rarer disease`
  else if (verb.group.kind === 'participle') return undefined;
  // `costs related to smoking`: what they are about.
  if (verb.group.kind === 'participle' && verb.link === 'noun' && match.verb.lemma === 'relate') return undefined;
  const outcome = outcomeAt(sentence, { from: to, to: Math.max(to, verb.rest.to) });
  const exposure = exposureAt(sentence, verb.subject, block);
  // `…, a model predicts`: whose statement it is.
  if (isOneOf(relation.lemma, 'predict forecast estimate') && !verb.group.passive && (words[verb.group.to]?.class ?? 'punctuation') === 'punctuation') return undefined;
  // `was followed for four years`: kept under observation.
  if (relation.lemma === 'follow' && verb.group.passive && exposure.kind === 'people' && agentOf(words, verb.rest) < 0) return undefined;
  // `Few doctors follow the guidelines`, `to follow cells in real time`
  if (isOneOf(relation.lemma, 'follow accompany') && !verb.group.passive && (exposure.kind === 'people' || verb.group.kind === 'infinitive')) return undefined;
  return { exposure, outcome, relation: { ...relation, kind: 'association', range: { from: verb.group.from, to } }, ...common };
}

/** `helps relieve`: the claim is told at the inner verb. */
function governsVerb(reading: Reading, index: number): boolean {
  const next = reading.verbs[index + 1];
  const verb = reading.verbs[index]!;
  if (!next || next.host !== index || next.group.kind !== 'infinitive') return false;
  if (verb.group.lemma === 'help' && FINDS_OUT.has(next.group.lemma)) return true;
  if (next.link !== 'verb') return false;
  // `may help recover drivers`: where the inner verb relates nothing, helping is the claim.
  const inner = relationVerb(reading.words, next.group)?.verb;
  if (verb.group.lemma === 'help') return (inner !== undefined && (inner.class !== 'inventory' || inner.anyObject));
  return verb.group.passive || verb.group.copula;
}

/** Something that can be an object follows: not a preposition, adverb or the end. */
export function objectFollows(words: readonly Word[], rest: Range, particle: boolean): boolean {
  // `influences how the body stores fat`
  if (isOneOf(words[rest.from]?.lower, 'how whether what when where which who')) return true;
  for (let j = rest.from; j < rest.to; j++) {
    const word = words[j]!;
    if (word.class === 'adv') continue;
    if (isOneOf(word.lower, 'little much less more') && words[j + 1]?.lower !== 'than' && !['noun', 'adj'].includes(words[j + 1]?.class ?? '')) return false;
    if (word.class === 'prep' || word.class === 'to' || word.class === 'conj') return word.lower === 'from' && j === rest.from && particle;
    return word.class !== 'punctuation' || isOneOf(word.lower, '" \u201c \u2018 \'');
  }
  return false;
}

function headOf(words: readonly Word[], range: Range): string {
  let head = '';
  for (let j = range.from; j < range.to; j++) {
    if (words[j]!.class === 'conj' || words[j]!.lower === ',') break;
    if (words[j]!.class === 'noun') head = words[j]!.lower;
  }
  return head;
}
