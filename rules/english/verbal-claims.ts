/** Claims that a verb makes: `reduces pain`, `is relieved by kava`, `, reducing pain`, `the ability of kratom to ease pain`. */
import type { Block, Sentence } from '../article/article.js';
import type { Claim, RelationKind } from './claims.js';
import { readingOf, type Clause, type Range, type Reading, type Verb } from './clauses.js';
import { commitmentOf, governingNoun, isPastUse, type Committed } from './commitment.js';
import { exposureAt, type Exposure } from './exposure.js';
import { idiom } from './object-idioms.js';
import { isOneOf } from './one-of.js';
import { outcomeAt, type Outcome } from './outcome.js';
import { RELATION_NOUNS, relationVerb, type RelationMatch } from './relations.js';
import { topicOf } from './topic.js';
import type { Word } from './words.js';

/** Subjects that can't be the cause in a health claim. */
const NO_CAUSE = new Set(['document', 'research']);
/** Verbs that speak of a change rather than of an effect where no object follows: `risk increased in women`. */
const NEEDS_OBJECT = new Set(['absolute', 'direct', 'soft', 'inventory']);
const PROFESSIONALS = /^(?:doctors?|physicians?|nurses?|pharmacists?|surgeons?|therapists?|clinicians?|providers?|practitioners?|teams?|parents?|mothers?|researchers?|scientists?)$/;
/** Names for whatever is taken or done. */
const GENERIC = /^(?:drugs?|medicines?|medications?|treatments?|therap(?:y|ies)|supplements?|products?|pills?|remed(?:y|ies)|interventions?|procedures?|compounds?|substances?|chemicals?|foods?|diets?|devices?|vaccines?)$/;
const DISCOVERS = /^(?:identify|discover|find|develop|uncover|describe|isolate|create|pinpoint|reveal|exist|emerge)$/;
const TRIES = /^(?:look|search|hunt|screen|treat|feed|inject|administer|test|study|examine|evaluate|investigate|assess|compare|make|sell|market|approve|prescribe|give|receive|take|try|research|resist|use|need|want|seek)$/;
/** `factors known to affect the heart`: what these are is not told. */
const NAMELESS = /^(?:factors?|variables?|conditions?|things|characteristics?|features?|substances?|events?|circumstances|behaviou?rs?|drugs?|medications?|treatments?)$/;
/** In the passive these name the cause behind their preposition. */
const TRACED = new Set(['attribute to', 'ascribe to', 'blame on', 'trace to', 'trace back to', 'pin on', 'put down to', 'chalk up to']);
const ILLNESS = /^(?:disease|disorder|condition|syndrome|illness|problem|infection|disability|ailment|defect|abnormality|anomaly|complication|dementia|arthritis|deficiency)$/;
/** `helps doctors spot moles`: knowledge, no effect. */
const FINDS_OUT = /^(?:identify|determine|detect|diagnose|predict|distinguish|assess|differentiate|explain|define|track|monitor|find|spot|map|visualize|choose|decide|plan|study|screen|understand|discover)$/;
/** What an illness does to those who have it. */
const BEFALLS = /^(?:affect|hit|afflict|plague|burden|infect|impact|strike|beset|haunt|trouble|torment)$/;
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
  const { words, verbs } = reading;
  const { group } = verb;
  if (governsVerb(reading, index) || (match.verb.class !== 'associational' && inDefinition(reading, verb.clause))) return undefined;
  const common = withHost(reading, verb, commitmentOf(reading, index));
  const relation = { verb: index, lemma: match.verb.lemma, class: match.verb.class, polarity: match.verb.polarity };
  if (group.passive) {
    if (match.verb.class === 'associational') return associational(sentence, block, verb, match, relation, common);
    if (group.kind === 'participle' && verb.link !== 'coordination') return undefined;
    if (match.verb.lemma === 'involve in') {
      const part = outcomeAt(sentence, { from: match.to, to: Math.max(match.to, verb.rest.to) });
      // `a part of the brain that is involved in speech` only tells which part.
      if (!part.known || (verb.clause.role === 'relative' && !verb.clause.loose)) return undefined;
      return { exposure: exposureAt(sentence, subjectPhrase(verb), block), outcome: part, relation: { ...relation, kind: 'verb', range: { from: group.from, to: match.to } }, ...common };
    }
    if (TRACED.has(match.verb.lemma)) {
      // `The rise is attributed to smoking`
      const origin = exposureAt(sentence, { from: match.to, to: Math.max(match.to, verb.rest.to) }, block);
      return NO_CAUSE.has(origin.kind) ? undefined : { exposure: origin, outcome: outcomeAt(sentence, subjectPhrase(verb)), relation: { ...relation, kind: 'passive', range: { from: group.from, to: match.to } }, ...common };
    }
    if (match.verb.lemma === 'require for' || match.verb.lemma === 'need for') {
      // `is required for wound repair`: of a process; of a patient or a diagnosis it is advice.
      const need = outcomeAt(sentence, { from: match.to, to: Math.max(match.to, verb.rest.to) });
      const source = exposureAt(sentence, subjectPhrase(verb), block);
      return !need.known || need.condition || need.blocked || (source.kind !== 'unknown' && source.kind !== 'physiology') ? undefined : { exposure: source, outcome: need, relation: { ...relation, kind: 'identity', range: { from: group.from, to: match.to } }, ...common };
    }
    const by = agentOf(words, verb.rest);
    if (by < 0 && group.kind === 'finite' && match.verb.class === 'soft' && isOneOf(match.verb.lemma, 'affect impact influence impair')) {
      const affected = outcomeAt(sentence, subjectPhrase(verb));
      return { exposure: exposureAt(sentence, { from: 0, to: 0 }), outcome: affected, relation: { ...relation, kind: 'passive', range: { from: group.from, to: group.to } }, ...common };
    }
    if (by < 0) {
      const means = group.kind === 'finite' && /^(?:prevent|reduce|improve|cure|relieve|avoid|avert|lower|delay|reverse|slow|halve|cut|stop|block|ease|boost|restore|repair|heal|halt|minimi[sz]e|eliminate|eradicate|undo|weaken|strengthen|shorten|alleviate|transmit|spread|pass on)$/.test(match.verb.lemma) ? meansOf(words, verb.rest) : -1;
      if (means < 0) return undefined;
      // `can be prevented with …` tells a means: counted, not reported (`is treated with` is use, not effect).
      return { exposure: exposureAt(sentence, { from: means + 1, to: verb.rest.to }, block), outcome: outcomeAt(sentence, subjectPhrase(verb)), relation: { ...relation, class: 'inventory', kind: 'passive', range: { from: group.from, to: group.to } }, ...common };
    }
    const exposure = exposureAt(sentence, { from: by + 1, to: verb.rest.to }, block);
    const outcome = outcomeAt(sentence, subjectPhrase(verb));
    if (NO_CAUSE.has(exposure.kind) || exposure.kind === 'none' || outcome.blocked) return undefined;
    // `children affected by asthma`: those who have it.
    if (exposure.kind === 'condition' && BEFALLS.test(match.verb.lemma) && exposureAt(sentence, subjectPhrase(verb)).kind === 'people') return undefined;
    // `goals were achieved by many patients`, `results are limited by bias`: nothing acts on health.
    if (match.verb.class === 'inventory' && (exposure.kind === 'people' || (!match.verb.anyObject && !outcome.known))) return undefined;
    return { exposure, outcome, relation: { ...relation, kind: 'passive', range: { from: group.from, to: by === verb.rest.from ? by + 1 : group.to } }, ...common };
  }
  // `has little to do with falls`: the particle ends behind the inner verb.
  const inside = verbs.find(({ group: one }) => one.head >= group.to && one.head < match.to);
  const rest: Range = { from: match.to, to: Math.max(match.to, verb.rest.to, inside?.rest.to ?? 0) };
  // `accounts for a third of the variance`: statistics, no cause.
  const explained = /^(?:account for|explain)$/.test(match.verb.lemma) && words.slice(rest.from, rest.to).some(({ lower }) => isOneOf(lower, 'variance variation variability heterogeneity'));
  if (explained) return associational(sentence, block, verb, match, { ...relation, class: 'associational' }, common);
  if (match.verb.class === 'associational') return associational(sentence, block, verb, match, relation, common);
  let kind: RelationKind = 'verb';
  let from = group.from;
  let subject = verb.subject;
  if (group.kind === 'infinitive' && verb.link === 'noun' && verb.host >= 0 && verb.subject.from === verbs[verb.host]!.group.to) {
    from = group.from;
  } else if (group.kind === 'ing') {
    if (verb.link === 'comma' || (verb.link === 'coordination' || verb.coordinated >= 0) && resultParticiple(verbs, verb)) kind = 'participle';
    else if (verb.link === 'noun' && withAbsolute(words, verb)) {
      kind = 'participle';
      subject = { from: withAbsolute(words, verb), to: group.from };
    } else if (verb.link === 'noun' && /^(?:cause|lead to|result in)$/.test(match.verb.lemma)) {
      kind = 'attribute';
    } else if (verb.link === 'preposition' && words[group.from - 1]?.lower === 'by' && match.verb.class === 'direct') {
      // `works by reducing inflammation`: the manner is stated too.
      kind = 'attribute';
    } else {
      const host = successHost(words, verbs, verb);
      if (!host) return undefined;
      from = host.group.from;
      subject = host.subject;
    }
  } else if (group.kind === 'infinitive') {
    const start = chainStart(reading, verb) ?? usedTo(reading, verb);
    if (start) {
      from = start.group.from;
      subject = start.subject;
    } else {
      const noun = governingNoun(words, verb);
      if (!noun || !/^abilit|^capacit|^power$|^potential$|^capability$/.test(noun)) return undefined;
      kind = 'ability';
      const owner = ownerOf(words, group.from, noun);
      const holder = owner ? undefined : verbs[verb.host];
      if (!owner && !(holder?.group.lemma === 'have' && holder.group.kind === 'finite')) return undefined;
      // `has the ability to ease` is one more way to say `can`.
      if (!owner) kind = 'verb';
      from = owner ? owner.phrase.from : holder!.group.from;
      subject = owner ? owner.exposure : holder!.subject;
    }
  } else if (group.kind === 'participle') return undefined;
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
  const exposure: Exposure = listedSubject(reading, index, block) ?? exposureAt(sentence, subject, block);
  // `tests that can reveal reasons`, `proteins that have become`: a restrictive clause says which ones are meant.
  if (verb.clause.role === 'relative' && !verb.clause.loose && exposure.kind === 'unknown' && !outcome.known && !idiom(match.verb.lemma, words, rest)) return undefined;
  // `stems from a lack of sleep`: the cause may be named by any noun.
  if (NO_CAUSE.has(exposure.kind) || (outcome.blocked && !/ from$/.test(match.verb.lemma))) return undefined;
  if (onlyDescribes(reading, verb, exposure)) return undefined;
  // `an ultrasound that determines the risk of stroke`: found out, not brought about.
  if (match.verb.lemma === 'determine' && outcome.risk) return { exposure, outcome, relation: { ...relation, class: 'associational', kind: 'association', range: { from, to: match.to } }, ...common };
  // `age moderates the link between salt and gout`: what is changed is an association.
  if (match.verb.class !== 'direct' && outcome.range && RELATION_NOUNS.get(headOf(words, outcome.range))?.class === 'correlational' && isOneOf(headOf(words, outcome.range), 'association associations relation relations relationship relationships link links correlation correlations connection connections')) return { exposure, outcome, relation: { ...relation, class: 'associational', kind: 'association', range: { from, to: match.to } }, ...common };
  // `they allow their children to stay up`: mostly people.
  if (exposure.kind === 'none' && exposure.name === 'they' && match.verb.class === 'inventory' && !outcome.known) return undefined;
  if (exposure.kind === 'people' && !peopleChange(words, match, outcome, exposure, subject)) return undefined;
  if (exposure.kind === 'agency' && (!outcome.known || (match.verb.class === 'inventory' && !match.verb.anyObject)) && match.verb.lemma !== 'benefit from' && !isOneOf(exposure.name, 'ban bans law laws policy policies regulation regulations')) return undefined;
  if (LIGHT.has(match.verb.lemma) && outcome.range && RELATION_NOUNS.has(headOf(words, outcome.range))) return undefined;
  // `The benefit comes from the fat`, `The pain stems from …`: what an effect comes from is its cause, whatever that is.
  const traced = / from$/.test(match.verb.lemma) && match.verb.class === 'inventory' && (outcomeAt(sentence, subject).known || words.slice(subject.from, subject.to).some(({ lower }) => RELATION_NOUNS.get(lower)?.class === 'effect'));
  if (!match.verb.anyObject && !traced && !outcome.known && !(idiom(match.verb.lemma, words, rest))) return undefined;
  return { exposure, outcome, relation: { ...relation, kind, range: { from, to: match.to } }, ...common };
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
  if (verb.lemma === 'enable' && PROFESSIONALS.test(exposure.name)) return true;
  if (!outcome.known || !outcome.range) return false;
  // `Doctors treat gout with colchicine`: what is done, not what it does.
  if ((verb.class === 'direct' || verb.class === 'absolute') && PROFESSIONALS.test(exposure.name)) return verb.lemma !== 'treat';
  if (verb.class !== 'direct') return false;
  // `people who walk every day lower their weight`: what they do is told in the subject.
  if (words.slice(subject.from, subject.to).some((word) => word.lower === 'who' || (word.class === 'verb' && word.use !== 'finite'))) return true;
  return outcome.risk || words.slice(outcome.range.from, outcome.range.to).some(({ lower }) => lower === 'their' || lower === 'your' || lower === 'risk');
}

/** `Gout, a disease that destroys joints, …`, `It is a disorder in which …`: what kind of thing it is, not what the text found. */
function inDefinition({ words }: Reading, clause: Clause): boolean {
  for (let at: Clause | undefined = clause; at; at = at.parent) {
    if (at.role !== 'relative') continue;
    let j = at.marker - 1;
    if (words[j]?.class === 'prep') j--;
    if (!ILLNESS.test(words[j]?.lower ?? '')) continue;
    while (j > 0 && ['adj', 'noun', 'adv', 'number'].includes(words[j]!.class)) j--;
    if (isOneOf(words[j]?.lower, 'a an') && (isOneOf(words[j - 1]?.lower, ', )') || words[j - 1]?.class === 'be' || words[j - 1]?.class === 'adv')) return true;
  }
  return false;
}

type Common = Pick<Claim, 'level' | 'emphatic' | 'factive' | 'hedged' | 'denied'>;

/** `is associated with`, `correlates with`, `predicts`. */
function associational(sentence: Sentence, block: Block | undefined, verb: Verb, match: RelationMatch, relation: Omit<Claim['relation'], 'kind' | 'range'>, common: Common): Claim | undefined {
  const { words } = readingOf(sentence);
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
  if (verb.group.lemma === 'help' && FINDS_OUT.test(next.group.lemma)) return true;
  if (next.link !== 'verb') return false;
  // `may help recover drivers`: where the inner verb relates nothing, helping is the claim.
  const inner = relationVerb(reading.words, next.group)?.verb;
  if (verb.group.lemma === 'help') return (inner !== undefined && (inner.class !== 'inventory' || inner.anyObject));
  return verb.group.passive || verb.group.copula;
}

/** The finite verb from which a chain of `helps to`, `has been shown to`, `is likely to` leads to this infinitive. */
function chainStart(reading: Reading, verb: Verb): Verb | undefined {
  let at: Verb | undefined = verb;
  for (let step = 0; at && step < 6; step++) {
    if (at.group.kind === 'finite') return at;
    // `coffee found to reduce risk`, `a herb proven to ease pain`: the participle stands for a clause.
    if (at.group.kind === 'participle' && at.link === 'noun' && at !== verb) return NAMELESS.test(reading.words[at.group.from - 1]?.lower ?? '') ? undefined : at;
    if (at.coordinated >= 0) {
      const first: Verb = reading.verbs[at.coordinated]!;
      if (first.group.kind === 'finite' && at === verb) return { ...verb, subject: first.subject };
      const chain = chainStart(reading, first);
      return chain ? { ...verb, subject: chain.subject } : undefined;
    }
    const host: Verb | undefined = reading.verbs[at.host];
    if (host?.group.lemma === 'do' && isOneOf(reading.words[host.group.to]?.lower, 'little nothing much')) return host;
    if (!host || (at.link !== 'verb' && !(at.link === 'noun' && (isOneOf(host.group.lemma, 'help enable allow cause') || host.group.copula)))) return undefined;
    at = host;
  }
  return undefined;
}

/** `Surgeons used stem cells to repair …`: done, not only meant; the verb of use. */
function usedTo({ words, verbs }: Reading, verb: Verb): Verb | undefined {
  const host = verbs[verb.host];
  return verb.link === 'noun' && isPastUse(words, host) ? host : undefined;
}

/** `A molecule that blocks the receptor could ease itch`: what any such thing does is no firmer than what is said of it. */
function withHost(reading: Reading, { clause, subject, group }: Verb, own: Committed): Committed {
  if (clause.role !== 'relative' || clause.loose || own.level !== 'bare' || !isOneOf(reading.words[subject.from]?.lower, 'a an')) return own;
  const host = reading.verbs.findIndex((verb) => verb.clause === clause.parent && verb.group.kind === 'finite' && verb.group.from > group.from && verb.subject.from <= clause.marker);
  return host >= 0 && commitmentOf(reading, host).level === 'hedged' ? { ...own, level: 'hedged', hedged: true } : own;
}

/**
 * `Proteins that control growth are her subject`, `They tested a drug that lowers cholesterol`: the clause tells which nameless thing is
 * meant, and the sentence goes on to say something else. What is discovered or is said to be such a thing makes a statement.
 */
function onlyDescribes({ words, verbs }: Reading, { clause, group }: Verb, { known, name }: Exposure): boolean {
  if (clause.role !== 'relative' || clause.loose || isOneOf(group.modal, 'may might could') || (known && !GENERIC.test(name))) return false;
  const main = verbs.find((verb) => verb.clause === clause.parent && verb.group.kind === 'finite' && verb.group.from > group.from && verb.subject.from <= clause.marker && clause.marker < verb.subject.to);
  if (main) return !DISCOVERS.test(main.group.lemma);
  const before = verbs.findLast((verb) => verb.clause === clause.parent && verb.group.to <= clause.marker);
  return before !== undefined && (TRIES.test(before.group.lemma) || (before.group.kind === 'infinitive' && words[clause.marker - 1]?.class === 'noun' && isOneOf(words[antecedentStart(words, clause.marker)]?.lower, 'the these those')));
}

function antecedentStart(words: readonly Word[], marker: number): number {
  let from = marker - 1;
  while (from > 0 && words[from]!.class !== 'det' && ['noun', 'adj', 'number'].includes(words[from]!.class)) from--;
  return from;
}

/** `succeeded in restoring sight`, `is capable of slowing growth`: the finite verb on which a preposition and -ing hang. */
function successHost(words: readonly Word[], verbs: readonly Verb[], verb: Verb): Verb | undefined {
  const host = verbs[verb.host];
  if (verb.link !== 'preposition' || host?.group.kind !== 'finite') return undefined;
  const preposition = words[verb.group.from - 1]?.lower;
  const succeeds = preposition === 'in' && host.group.lemma === 'succeed' && verb.group.from - 1 === host.group.to;
  // `is suspected of promoting colitis`, `is credited with saving lives`
  const suspected = host.group.passive && ((preposition === 'of' && isOneOf(host.group.lemma, 'suspect accuse')) || (preposition === 'with' && host.group.lemma === 'credit') || (preposition === 'for' && host.group.lemma === 'blame'));
  if (suspected) return host;
  const capable = preposition === 'of' && host.group.copula && isOneOf(words[verb.group.from - 2]?.lower, 'capable incapable');
  return succeeds || capable ? host : undefined;
}

function resultParticiple(verbs: readonly Verb[], verb: Verb): boolean {
  const first = verbs[verb.coordinated];
  return Boolean(first && (first.link === 'comma' || first.group.progressive));
}

/** `with its active compounds affecting dopamine`: index of the noun phrase behind `with`; 0 where there is none. */
function withAbsolute(words: readonly Word[], verb: Verb): number {
  for (let j = verb.group.from - 1; j > 0 && j > verb.group.from - 12; j--) {
    if (words[j]!.lower === 'with' && (words[j - 1]?.lower === ',' || j === 0)) return j + 1;
    if (words[j]!.class === 'verb' || words[j]!.class === 'punctuation' && words[j]!.lower !== '-') return 0;
  }
  return 0;
}

/** Who has the ability: `the ability of kratom to`, `kratom's ability to`. `phrase` is what a finding marks. */
function ownerOf(words: readonly Word[], to: number, noun: string): { readonly phrase: Range; readonly exposure: Range } | undefined {
  let at = to - 1;
  while (at >= 0 && words[at]!.lower !== noun) at--;
  if (at < 0) return undefined;
  if (words[at + 1]?.lower === 'of') {
    const from = words[at - 1]?.class === 'det' || words[at - 1]?.class === 'adj' ? at - 1 : at;
    return { phrase: { from: words[from - 1]?.class === 'det' ? from - 1 : from, to }, exposure: { from: at + 2, to } };
  }
  for (let j = at - 1; j >= 0 && j > at - 5; j--) {
    const word = words[j]!;
    if (/'s?$/.test(word.lower) || isOneOf(word.lower, 'its their')) {
      let from = j;
      while (from > 0 && ['adj', 'noun', 'det'].includes(words[from - 1]!.class)) from--;
      return { phrase: { from, to }, exposure: { from, to: j + 1 } };
    }
  }
  return undefined;
}

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

/** The subject of a passive verb is what is acted on. */
function subjectPhrase(verb: Verb): Range {
  return verb.subject;
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
