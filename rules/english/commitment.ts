/**
 * How firmly a verb is asserted (catalogue 0.4): the heart of the claim rules.
 *
 * - own words: `may ease` hedged, `can ease` can, `does not ease` negated, `does ease` emphatic, `often eases` frequency;
 * - the word it hangs on: `appears to ease` hedged, `is used to ease` purpose, `fails to ease` negated, `helps to ease` as firm as `helps`;
 * - the clause it stands in: `whether it eases` questioned, `argue that it eases` attributed, `if it eases` conditional;
 * - coordination and result participles share what governs the first: `may ease A and provide B, reducing C` is hedged throughout.
 * A hedge in another clause protects nothing: `Kava may be popular, but it relieves anxiety`.
 */
import catenatives from '../lexicon/data/grammar/catenatives.txt';
import hedges from '../lexicon/data/grammar/hedges.txt';
import { readTable } from '../lexicon/table.js';
import type { Clause, Range, Reading, Verb } from './clauses.js';
import { isOneOf } from './one-of.js';
import { REPORTING } from './verb-lists.js';
import type { Word } from './words.js';

/** From firm to silent; where several apply, the later one counts. */
export const COMMITMENTS = ['bare', 'frequency', 'can', 'attributed', 'hedged', 'negated', 'advice', 'purpose', 'conditional', 'questioned'] as const;
export type Level = (typeof COMMITMENTS)[number];
export type Commitment = Level | 'emphatic';

export interface Committed {
  readonly level: Level;
  /** `does increase`; counts only where the level is `bare` or `attributed`. */
  readonly emphatic: boolean;
  /** Index of the verb or noun that reports it (`studies show that`), -1 for none; `factive` where it is reported as found. */
  readonly factive: boolean;
  /** A hedge stands beside a negation (`does not appear to affect`), or `would` tells of what is not yet the case. */
  readonly hedged: boolean;
  /** A negation governs it, whatever else does: `not intended to treat`. */
  readonly denied: boolean;
}

const CATENATIVES = new Map<string, string>(readTable(catenatives).map(([form = '', effect = '']) => [form, effect]));
const STRONG_ADVERBS = new Set<string>();
const FREQUENCY_ADVERBS = new Set<string>();
/** `potential`, `possible` …: before an effect noun they hedge it. */
export const HEDGING_ADJECTIVES = new Set<string>();
for (const [cue = '', group] of readTable(hedges)) {
  if (group === 'adverb-strong') STRONG_ADVERBS.add(cue);
  if (group === 'adverb-approx' && !cue.includes(' ')) FREQUENCY_ADVERBS.add(cue);
  if (group === 'noun-adj' && !cue.includes(' ')) HEDGING_ADJECTIVES.add(cue);
}
const NEGATIVE_ADVERBS = new Set(['never', 'rarely', 'hardly', 'scarcely', 'seldom']);
const HEDGED_ADJECTIVES = new Set(['possible', 'likely', 'plausible', 'probable', 'conceivable', 'unlikely', 'theoretical', 'debatable']);
const OPEN_ADJECTIVES = new Set(['unclear', 'unknown', 'uncertain', 'controversial', 'doubtful', 'questionable', 'disputed']);
const ABILITY = new Set(['ability', 'abilities', 'capacity', 'power', 'capability']);
/** What is said of evidence that is wanting. */
const LACKING = /^(?:no|not|insufficient|inadequate|limited|little|scant|weak|poor|sparse|few|conflicting|low|low-quality|low-certainty)$/;
const THROUGH_OBJECT = new Set(['help', 'cause', 'allow', 'enable', 'lead', 'drive', 'make', 'get']);

/** Said plainly. */
export const BARE: Committed = { level: 'bare', emphatic: false, factive: false, hedged: false, denied: false };

const LEVEL = new Map<Level, number>(COMMITMENTS.map((level, index) => [level, index]));
const cache = new WeakMap<Reading['verbs'], Committed[]>();

/** The stronger silencer of two. */
export function quieter(a: Level, b: Level): Level {
  return LEVEL.get(a)! >= LEVEL.get(b)! ? a : b;
}

/** The commitment of the verb at this index of the reading. */
export function commitmentOf(reading: Reading, index: number): Committed {
  let known = cache.get(reading.verbs);
  if (!known) cache.set(reading.verbs, (known = []));
  let result = known[index];
  if (!result) {
    // Set first, so that a loop of hosts (which the clause reader should not build) ends.
    known[index] = BARE;
    result = work(reading, index);
    known[index] = result;
  }
  return result;
}

function work(reading: Reading, index: number): Committed {
  const { words, verbs } = reading;
  const verb = verbs[index]!;
  let level = ownLevel(words, verb);
  let factive = false;
  let emphatic = verb.group.emphatic;
  let denied = level === 'negated' || verb.group.negated;
  let hedged = level === 'hedged' || isOneOf(verb.group.modal, 'may might could would') || verb.group.adverbs.some((j) => STRONG_ADVERBS.has(words[j]!.lower));
  if (verb.coordinated >= 0 && sharesAuxiliary(words, verb, verbs[verb.coordinated]!)) {
    const first = commitmentOf(reading, verb.coordinated);
    return { level: quieter(level, first.level), emphatic, factive: first.factive, hedged: first.hedged || level === 'hedged', denied: first.denied || level === 'negated' };
  }
  if (verb.coordinated >= 0) {
    // `probably improves A and reduces B`: an adverb before the first verb covers the second; a modal would not.
    const first = verbs[verb.coordinated]!;
    if (!first.group.modal && verb.group.from === verb.group.head && commitmentOf(reading, verb.coordinated).level === 'hedged') level = quieter(level, 'hedged');
  }
  if (verb.group.kind !== 'finite') {
    const host = verb.host >= 0 ? commitmentOf(reading, verb.host) : undefined;
    const effect = hostEffect(reading, verb);
    denied ||= effect === 'negated' || (host?.denied ?? false);
    hedged ||= effect === 'hedged' || (host?.hedged ?? false);
    if (effect === 'through' || effect === 'factive') {
      if (host) level = quieter(level, host.level);
      factive = effect === 'factive' || (host?.factive ?? false);
      emphatic ||= host?.emphatic ?? false;
    } else {
      level = quieter(level, effect);
      if (host && LEVEL.get(host.level)! > LEVEL.get('can')!) level = quieter(level, host.level);
    }
  }
  if (level === 'bare' && isAccordingTo(reading, index)) level = 'attributed';
  const around = clauseLevel(reading, verb.clause);
  level = quieter(level, around.level);
  if (verb.clause.role === 'relative' && !verb.clause.loose) {
    const outer = verbBeforeMarker(reading, verb.clause);
    if (outer >= 0) {
      const outside = commitmentOf(reading, outer).level;
      if (LEVEL.get(outside)! >= LEVEL.get('hedged')! && !(outside === 'hedged' && plainWhich(words, verb.clause))) level = quieter(level, outside);
    }
  }
  return { level, emphatic, factive: factive || around.factive, hedged: around.level !== 'conditional' && (hedged || around.level === 'hedged'), denied: denied || around.level === 'negated' };
}

/** `drugs which can cause harm`: unlike `that` and `by which`, it adds a statement of its own. */
function plainWhich(words: readonly Word[], { marker }: Clause): boolean {
  return words[marker]?.lower === 'which' && words[marker - 1]?.class !== 'prep';
}

/** `According to the makers, it eases pain`; `It eases pain, they say`: somebody else's statement. */
function isAccordingTo({ words, verbs }: Reading, index: number): boolean {
  const verb = verbs[index]!;
  if (verb.group.kind !== 'finite') return false;
  if (words.some((word, i) => word.lower === 'according' && words[i + 1]?.lower === 'to')) return true;
  const last = verbs.at(-1)!;
  return last !== verb && last.group.kind === 'finite' && last.clause.role === 'main' && (last.group.to >= words.length - 4 || words[last.group.from - 1]?.lower === ',') && isOneOf(last.group.lemma, 'say claim argue believe think suggest report maintain contend insist') && (last.rest.to - last.rest.from < 2 || words[last.group.from - 1]?.lower === ',');
}

/** What the verb's own words say. */
function ownLevel(words: readonly Word[], verb: Verb): Level {
  const { group, subject, rest } = verb;
  let level: Level = 'bare';
  const modal = group.modal;
  if (modal === 'may' || modal === 'might' || modal === 'could') level = 'hedged';
  else if (modal === 'would') level = 'conditional';
  else if (modal === 'can') level = 'can';
  else if (modal === 'should' || modal === 'must' || modal === 'ought' || modal === 'shall') level = 'advice';
  if (group.copula && (group.lemma === 'seem' || group.lemma === 'appear')) level = quieter(level, 'hedged');
  if (group.kind === 'finite') level = quieter(level, callForResearch(words, verb));
  if (group.kind === 'finite' && words[group.head]!.form === 'base' && !modal && subject.from === subject.to && !group.copula && group.lemma !== 'do') level = 'advice';
  for (const j of group.adverbs) {
    const adverb = words[j]!.lower;
    if (STRONG_ADVERBS.has(adverb)) level = quieter(level, 'hedged');
    else if (FREQUENCY_ADVERBS.has(adverb)) level = quieter(level, 'frequency');
    else if (NEGATIVE_ADVERBS.has(adverb)) level = quieter(level, 'negated');
  }
  if (group.kind === 'finite') for (let j = Math.max(verb.clause.start, subject.from - 6); j < subject.from + 3 && j < group.from; j++) if (STRONG_ADVERBS.has(words[j]?.lower ?? '')) level = quieter(level, 'hedged');
  const notOnly = group.adverbs.some((j) => words[j]!.class === 'not' && words[j + 1]?.lower === 'only') || (words[group.to]?.lower === 'only' && group.negated);
  if (group.negated && !notOnly) level = quieter(level, 'negated');
  if (negativeSubject(words, subject.from, subject.to) || negativeObject(words, rest.from, rest.to)) level = quieter(level, 'negated');
  return level;
}

/** `deserves further study`, `Larger trials are needed`, `Future research may clarify`, `has yet to be shown`: what is wanted, not what is. */
function callForResearch(words: readonly Word[], { group, subject, rest }: Verb): Level {
  if (isOneOf(group.lemma, 'deserve warrant merit require need await') && (group.passive ? isResearch(words, subject) : isResearch(words, rest))) return 'advice';
  if (group.lemma === 'have' && words[group.to]?.lower === 'yet' && words[group.to + 1]?.class === 'to') return 'questioned';
  if (!isResearch(words, subject) || !words.slice(subject.from, subject.to).some(({ lower }) => isOneOf(lower, 'future further more additional larger prospective multicenter multicentre longitudinal randomised randomized'))) return 'bare';
  return group.modal || (group.copula && isOneOf(words[rest.from]?.lower, 'needed necessary warranted required essential important crucial desirable')) ? 'advice' : 'bare';
}

/** The first noun with its attributes names research: `more prospective studies`. */
function isResearch(words: readonly Word[], { from, to }: Range): boolean {
  for (let j = from; j < to && words[j]!.class !== 'prep'; j++) if (words[j]!.class === 'noun' && isOneOf(words[j]!.lower, 'study studies research trial trials investigation investigations work evaluation exploration attention confirmation validation examination assessment data evidence')) return true;
  return false;
}

function negativeSubject(words: readonly Word[], from: number, to: number): boolean {
  for (let j = from; j < to; j++) {
    const word = words[j]!;
    if (word.class === 'prep' && j > from) return false;
    if (isOneOf(word.lower, 'no none neither nothing nobody')) return true;
    if (word.lower === 'lack' && words[j + 1]?.lower === 'of' && words.slice(j + 2, to).some(({ lower }) => isOneOf(lower, 'evidence data effect efficacy effectiveness benefit association difference proof support studies'))) return true;
  }
  return false;
}

function negativeObject(words: readonly Word[], from: number, to: number): boolean {
  const first = words[from];
  if (!first || from >= to) return false;
  return first.lower === 'no' || first.lower === 'neither' || first.lower === 'nothing' || (first.lower === 'little' && isOneOf(words[from + 1]?.lower, 'to or if effect impact benefit evidence')) || (first.class === 'not' && words[from + 1]?.lower !== 'only');
}

/** `may ease A and provide B`: the second verb has no auxiliary of its own and stands in the form that the first one's asks for. */
function sharesAuxiliary(words: readonly Word[], verb: Verb, first: Verb): boolean {
  const head = words[verb.group.head]!;
  if (verb.group.kind !== 'finite') return true;
  if (verb.group.from !== verb.group.head) return false;
  return head.form === 'base' && (first.group.modal !== undefined || words[first.group.head]!.form === 'base');
}

/** What the word on which a non-finite verb hangs does to it. */
function hostEffect(reading: Reading, verb: Verb): Level | 'through' | 'factive' {
  const { words, verbs } = reading;
  const host = verbs[verb.host];
  const before = words[verb.group.from - 1];
  if (verb.group.kind === 'infinitive') {
    // `does little to prevent`, `did nothing to ease`, `does much to improve`
    const amount = host?.group.lemma === 'do' ? words[host.group.to]?.lower ?? '' : '';
    if (isOneOf(amount, 'little nothing')) return 'negated';
    if (amount === 'much') return 'through';
    if (host && verb.link === 'verb') {
      const effect = catenative(words, host, verb);
      if (effect) return effect;
      return host.group.kind === 'infinitive' && host.group.lemma === 'help' ? 'through' : 'purpose';
    }
    const noun = verb.link === 'noun' ? governingNoun(words, verb) : undefined;
    if (noun && ABILITY.has(noun)) return 'can';
    if (noun === 'potential' || noun === 'promise' || noun === 'opportunity' || noun === 'chance') return 'hedged';
    if (verb.link === 'noun' && isPastUse(words, host)) return 'through';
    if (host && verb.link === 'noun' && THROUGH_OBJECT.has(host.group.lemma) && host.group.to < verb.group.from) return 'through';
    if (host && verb.link === 'noun' && verb.subject.from === host.group.to && !host.group.passive && host.group.kind === 'finite') {
      const reported = effectLevel(REPORTING.get(host.group.lemma));
      return reported;
    }
    if (host && host.group.copula) {
      const effect = catenative(words, host, verb);
      if (effect) return effect;
    }
    return 'purpose';
  }
  if (verb.link === 'comma' || verb.link === 'coordination') return 'through';
  if (verb.link === 'preposition') {
    if (host?.group.passive && isOneOf(host.group.lemma, 'suspect accuse')) return 'hedged';
    if (before?.lower === 'without' || before?.lower === 'instead') return 'negated';
    if (before?.lower === 'for' || before?.lower === 'at') return host && host.group.passive ? 'purpose' : 'through';
    return 'through';
  }
  return 'through';
}

/** `is likely to`, `was found to`, `seems to`: the effect of the host by its form and head. */
function catenative(words: readonly Word[], host: Verb, verb: Verb): Level | 'through' | 'factive' | undefined {
  const { group } = host;
  let key = `${group.passive ? 'passive' : 'verb'} ${group.lemma}`;
  if (group.copula && group.lemma === 'be') {
    // `there is insufficient evidence to support …`
    const evidence = words.findIndex(({ lower }, j) => j >= group.to && j < verb.group.from && isOneOf(lower, 'evidence data information proof'));
    if (evidence >= 0) return group.negated || words.slice(group.to, evidence).some(({ lower }) => LACKING.test(lower)) ? 'questioned' : 'attributed';
    for (let j = verb.group.from - 1; j >= group.to; j--) {
      const effect = CATENATIVES.get(`adj ${words[j]!.lower}`);
      if (effect) return effectOf(effect);
    }
    return group.to === verb.group.from ? 'purpose' : undefined;
  }
  if (!CATENATIVES.has(key) && group.lemma === 'have') key = 'verb have';
  const effect = CATENATIVES.get(key);
  // `might one day be used to slow the disease`: a use that is hoped for promises its effect.
  if (effect === 'purpose' && key === 'passive use' && isOneOf(group.modal, 'may might could')) return 'hedged';
  return effect ? effectOf(effect) : undefined;
}

const PRACTITIONERS = /^(?:researchers?|surgeons?|doctors?|physicians?|clinicians?|teams?|groups?|engineers?|investigators?|authors?|veterinarians?|technicians?|[a-z]+(?:log|em|tic|ent|sic|nom|path)ists?)$/;

/** `Surgeons used stem cells to repair …`, `have used`: where practitioners tell what they did, the purpose was reached. */
export function isPastUse(words: readonly Word[], host: Verb | undefined): host is Verb {
  return host?.group.kind === 'finite' && host.group.lemma === 'use' && !host.group.passive && !host.group.negated && !host.group.modal && (host.group.past || host.group.perfect) && words.slice(host.subject.from, host.subject.to).some(({ lower }) => PRACTITIONERS.test(lower));
}

function effectOf(effect: string): Level | 'through' | 'factive' {
  if (effect === 'negate') return 'negated';
  if (effect === 'hedge') return 'hedged';
  return effect as Level | 'through' | 'factive';
}

/** The noun that an infinitive completes: `the ability of kratom to ease`, `the potential to ease`. */
export function governingNoun(words: readonly Word[], verb: Verb): string | undefined {
  for (let j = verb.group.from - 1; j >= 0 && j > verb.group.from - 9; j--) {
    const word = words[j]!;
    if (ABILITY.has(word.lower) || word.lower === 'potential') return word.lower;
    if (word.class === 'verb' && word.use !== 'ing' || word.class === 'punctuation' || word.class === 'be') break;
  }
  return words[verb.group.from - 1]?.lower;
}

/** What the clause's marker and governor say, and those around it. */
function clauseLevel(reading: Reading, clause: Clause): { level: Level; factive: boolean } {
  let level: Level = 'bare';
  let factive = false;
  for (let at: Clause | undefined = clause; at; at = at.parent) {
    if (at.role === 'question') {
      if (presupposes(reading, at)) factive = true;
      else level = quieter(level, 'questioned');
    }
    else if (at.role === 'condition') level = quieter(level, 'conditional');
    else if (at.role === 'complement') {
      const effect = complementEffect(reading, at);
      if (effect === 'factive') factive = true;
      else level = quieter(level, effect);
    }
  }
  return { level, factive };
}

/** `now know why it damages hearing`, or a heading `How exercise protects the brain`: the effect itself is taken for granted. */
function presupposes({ words, verbs }: Reading, clause: Clause): boolean {
  const marker = words[clause.marker]?.lower;
  if (marker !== 'how' && marker !== 'why') return false;
  const governor = verbs[clause.governor];
  // `Little is known about how it works`
  if (governor?.group.kind === 'finite' && isOneOf(words[governor.subject.to - 1]?.lower, 'little less much')) return false;
  if (!governor) return clause.marker === 0 && !verbs.some((verb) => verb.group.kind === 'finite' && verb.clause.role === 'main') && words.at(-1)?.lower !== '?';
  return isOneOf(governor.group.lemma, 'know explain show reveal discover demonstrate illustrate uncover describe') && !governor.group.negated && governor.group.kind === 'finite' && !governor.group.modal;
}

function complementEffect(reading: Reading, clause: Clause): Level | 'factive' {
  const { words, verbs } = reading;
  const governor = verbs[clause.governor];
  if (!governor) return nounEffect(words, clause.marker - 1);
  const { level } = commitmentOf(reading, clause.governor);
  if (LEVEL.get(level)! >= LEVEL.get('hedged')! && level !== 'purpose' && level !== 'advice') return level;
  if (governor.group.copula) {
    for (let j = clause.marker - 1; j >= governor.group.to; j--) {
      const word = words[j]!;
      if (HEDGED_ADJECTIVES.has(word.lower)) return 'hedged';
      if (OPEN_ADJECTIVES.has(word.lower)) return 'questioned';
      if (isOneOf(word.lower, 'important essential crucial vital imperative recommended')) return 'advice';
      if (word.class === 'noun' && REPORTING.has(word.lower.replace(/s$/, ''))) return nounEffect(words, j);
    }
    // `The hope is that it helps`
    const said = words[clause.marker - 1]?.class === 'be' ? governor.subject.to - 1 : -1;
    if (words[said]?.class === 'noun' && REPORTING.has(words[said].lower)) return nounEffect(words, said);
    return 'bare';
  }
  const effect = REPORTING.get(governor.group.lemma);
  return effect ? effectLevel(effect) : 'bare';
}

function nounEffect(words: readonly Word[], at: number): Level | 'factive' {
  const noun = words[at];
  if (!noun) return 'factive';
  for (let j = at - 1; j >= 0 && j > at - 5; j--) {
    const word = words[j]!;
    if (isOneOf(word.lower, 'no lack not')) return 'negated';
    if (isOneOf(word.lower, 'little insufficient limited weak inadequate scant')) return 'questioned';
    if (word.class === 'verb' || word.class === 'be') break;
  }
  // `Evidence that it helps is weak.`
  if (isOneOf(noun.lower, 'evidence') && words.some((word, k) => k > at && isOneOf(word.lower, 'weak limited poor insufficient lacking mixed scant inconclusive uncertain conflicting thin') && words.slice(Math.max(0, k - 3), k).some((one) => one.class === 'be'))) return 'questioned';
  return effectLevel(REPORTING.get(noun.lower) ?? REPORTING.get(noun.lower.replace(/s$/, '')));
}

function effectLevel(effect: string | undefined): Level | 'factive' {
  switch (effect) {
    case 'suggest': case 'opinion': return 'attributed';
    case 'hedge': return 'hedged';
    case 'question': return 'questioned';
    case 'aim': return 'purpose';
    case 'negate': return 'negated';
    default: return 'factive';
  }
}

/** The verb that governs a relative clause: the last one before it (`aims to find drugs that …`), or the one whose subject it is part of (`foods that … may help`). */
function verbBeforeMarker(reading: Reading, clause: Clause): number {
  for (let k = reading.verbs.length - 1; k >= 0; k--) {
    const verb = reading.verbs[k]!;
    if (verb.group.to <= clause.marker && verb.clause === clause.parent && (verb.group.kind === 'finite' || (verb.group.kind === 'infinitive' && verb.link === 'verb'))) return k;
  }
  // Not `kava, a root that …, may help`: an apposition is a statement of its own.
  return reading.verbs.findIndex(({ group, subject, clause: own }) => group.kind === 'finite' && own === clause.parent && subject.from < clause.marker && clause.marker < subject.to && !reading.words.slice(subject.from, clause.marker).some(({ lower }) => lower === ','));
}
