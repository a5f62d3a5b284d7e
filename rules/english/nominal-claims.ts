/** Claims that nouns and adjectives make: `is effective against`, `has an effect on`, `is a cause of`, `are more likely to`. */
import type { Block, Sentence } from '../article/article.js';
import type { Claim, RelationKind } from './claim.js';
import { readingOf, type Range, type Reading, type Verb } from './clauses.js';
import { commitmentOf, HEDGING_ADJECTIVES, quieter, type Level } from './commitment.js';
import { exposureAt, NO_EXPOSURE, type Exposure } from './exposure.js';
import { isOneOf } from './one-of.js';
import { NO_OUTCOME, outcomeAt, type Outcome } from './outcome.js';
import { EVALUATIVE_ADJECTIVES, RELATION_NOUNS, type RelationClass } from './relations.js';
import { claimWords } from './word-lists.js';
import type { Word } from './words.js';

/** Verbs that assert the effect noun which is their object. */
const EFFECT_VERBS = new Set(['have', 'hold', 'do', 'show', 'exert', 'provide', 'offer', 'produce', 'play', 'give', 'bring', 'yield', 'confer', 'demonstrate', 'make', 'find', 'reveal', 'confirm', 'observe', 'report', 'highlight', 'indicate', 'suggest', 'support', 'reinforce', 'cause', 'result', 'lead', 'see', 'prove', 'exhibit', 'display', 'achieve', 'experience', 'underline', 'underscore', 'emphasize', 'display', 'possess', 'carry', 'derive', 'mediate', 'document', 'take', 'exact', 'add']);
const NO_CAUSE = new Set(['people', 'document', 'research']);
/** Finding and foretelling is no effect: `useful in predicting`, `important for the early detection of`. */
const DIAGNOSTIC = /^(?:predict|identif|detect|diagnos|determin|assess|evaluat|measur|screen|distinguish|differentiat|monitor|stratif|estimat|classif|confirm)/;
const EFFICACY = claimWords('efficacy');
/** Verbs by which something is, or serves as, a treatment. */
const OFFERING = new Set(['offer', 'provide', 'give', 'make', 'represent', 'become', 'prove', 'have', 'hold', 'show', 'demonstrate', 'confirm', 'find', 'reveal', 'yield']);
const PRODUCING = new Set(['result', 'lead', 'cause', 'provide', 'produce', 'offer', 'achieve', 'bring', 'yield', 'mediate', 'exert', 'make', 'give', 'confer']);
/** `a range of benefits`: the noun behind `of` is what the verb brings. */
const QUANTITY = /^(?:range|number|variety|host|array|series|lot|lots|set|combination|multitude|wealth|cascade|plethora|spectrum|majority|couple|pair|kind|type|sort|degree|level|amount)s?$/;
const OPEN = /^(?:questionable|unclear|unknown|uncertain|unproven|controversial|debatable|doubtful|disputed|contested)$/;
const PROMISE = /^(?:promise|potential|hope|hopes)$/;

export function nominalClaims(sentence: Sentence, block: Block | undefined): Claim[] {
  const reading = readingOf(sentence);
  const claims: Claim[] = [];
  reading.verbs.forEach((verb, index) => {
    const working = worksBetter(sentence, block, reading, verb, index);
    if (working) claims.push(working);
    const possible = possibleFound(sentence, reading, verb, index);
    if (possible) claims.push(possible);
    const claim = verb.group.copula || servesAs(reading.words, verb) ? predicateClaim(sentence, block, reading, verb, index) : effectObject(sentence, block, reading, verb, index);
    if (claim) claims.push(claim);
    const subject = effectSubject(sentence, block, reading, verb, index);
    if (subject) claims.push(subject);
  });
  claims.push(...appositions(sentence, block, reading));
  return claims;
}

/** `Smoking, the leading cause of lung cancer, …`: an apposition states it as firmly as a sentence. */
function* appositions(sentence: Sentence, block: Block | undefined, { words, verbs }: Reading): Iterable<Claim> {
  for (let i = 2; i < words.length - 1; i++) {
    if (words[i + 1]!.lower !== 'of' || !isOneOf(words[i]!.lower, 'cause causes driver trigger')) continue;
    let from = i;
    while (from > 0 && ['det', 'adj', 'noun', 'number'].includes(words[from - 1]!.class)) from--;
    if (words[from - 1]?.lower !== ',' || words[from]!.class !== 'det' || from < 2) continue;
    if (verbs.some(({ group, rest }) => group.to <= from && from < rest.to && group.kind !== 'finite')) continue;
    let start = from - 1;
    while (start > 0 && ['det', 'adj', 'noun', 'number', 'prep'].includes(words[start - 1]!.class)) start--;
    const exposure = exposureAt(sentence, { from: start, to: from - 1 }, block);
    if (exposure.kind === 'none' || NO_CAUSE.has(exposure.kind)) continue;
    yield { exposure, outcome: outcomeAt(sentence, { from: i + 2, to: words.length }), relation: { kind: 'identity', verb: -1, lemma: 'cause', class: 'direct', polarity: '0', range: { from, to: i + 2 } }, level: 'bare', emphatic: false, factive: false, hedged: false, denied: false };
  }
}

/** `is effective for`, `is a cause of`, `is more likely to`, `is due to`. */
function predicateClaim(sentence: Sentence, block: Block | undefined, reading: Reading, verb: Verb, index: number): Claim | undefined {
  const { words } = reading;
  const common = commitmentOf(reading, index);
  const { level } = common;
  const following = reading.verbs[index + 1];
  if (verb.group.lemma !== 'be' && following?.host === index && following.link === 'verb') return undefined;
  const subject = verb.group.kind === 'finite' ? verb.subject : hostSubject(reading, verb);
  const from = verb.group.from;
  const build = (kind: RelationKind, lemma: string, relationClass: RelationClass, polarity: '+' | '-' | '0', to: number, outcome: Outcome, exposure?: Exposure, own: Level = level): Claim | undefined => {
    const by = exposure ?? exposureAt(sentence, subject, block);
    if (relationClass !== 'associational' && (NO_CAUSE.has(by.kind) || outcome.blocked)) return undefined;
    return { exposure: by, outcome, relation: { kind, verb: index, lemma, class: relationClass, polarity, range: { from, to } }, ...common, level: own };
  };
  const first = words[verb.rest.from];
  // `is of no benefit to older patients`
  if (first?.lower === 'of' && isOneOf(words[verb.rest.from + 1]?.lower, 'no little great limited some real much') && isOneOf(words[verb.rest.from + 2]?.lower, 'benefit help use value')) return build('evaluation', words[verb.rest.from + 2]!.lower, 'direct', '+', verb.rest.from + 3, outcomeAt(sentence, { from: verb.rest.from + 4, to: verb.rest.to }));
  // `could be why teens feel low`
  if (words[verb.group.to]?.lower === 'why' && verb.group.lemma === 'be' && level === 'hedged' && !sentence.question && subject.to - subject.from > 1 && verb.group.to + 1 < words.length) return build('identity', 'be why', 'inventory', '0', verb.group.to + 1, NO_OUTCOME);
  // `looks promising in mice`
  if (first?.lower === 'promising' && (!words[verb.rest.from + 1] || words[verb.rest.from + 1]!.class === 'prep' || words[verb.rest.from + 1]!.class === 'punctuation')) return build('evaluation', 'promising', 'direct', '+', verb.rest.from + 1, NO_OUTCOME, undefined, quieter(level, 'hedged'));
  if (first?.lower === 'behind' && verb.rest.from < verb.rest.to) return build('identity', 'be behind', 'inventory', '0', verb.rest.from + 1, outcomeAt(sentence, { from: verb.rest.from + 1, to: verb.rest.to }));
  if (first?.lower === 'to' && words[verb.rest.from + 1]?.lower === 'blame') return build('identity', 'be to blame', 'inventory', '-', verb.rest.from + 2, outcomeAt(sentence, { from: verb.rest.from + 3, to: verb.rest.to }));
  for (let j = verb.rest.from; j < verb.rest.to; j++) {
    const word = words[j]!;
    if (word.class === 'prep' && word.lower !== 'as') break;
    // `is unlikely to have an effect`: told at the inner verb.
    if (word.class === 'to' && (words[j + 1]?.use === 'bare' || words[j + 1]?.class === 'have')) break;
    const adjective = EVALUATIVE_ADJECTIVES.get(word.lower);
    if (adjective && word.class !== 'prep') {
      if (isExpletive(words, subject) && words.slice(j + 1, verb.rest.to + 1).some((one) => one.use === 'bare' || one.class === 'that')) return undefined;
      const preposition = prepositionAfter(words, j, verb.rest.to, adjective.prepositions);
      const marker = words.slice(j + 1, preposition >= 0 ? preposition : verb.rest.to).find((one) => RELATION_NOUNS.get(one.lower)?.class === 'correlational');
      if (marker || (preposition >= 0 && DIAGNOSTIC.test(words[preposition + 1]?.lower ?? '')) || (preposition >= 0 && words.slice(preposition + 2, preposition + 5).some(({ lower }) => DIAGNOSTIC.test(lower)))) return build('association', word.lower, 'associational', adjective.polarity, j + 1, NO_OUTCOME);
      // `a useful screening method for`: praise of a method, not of an effect.
      if (words[j + 1]?.class === 'noun' && !EFFICACY.has(word.lower)) continue;
      if (preposition >= 0) return build('evaluation', word.lower, 'direct', adjective.polarity, preposition + 1, outcomeAt(sentence, { from: preposition + 1, to: verb.rest.to }));
      if (adjective.prepositions.has('*') && words[j + 1]?.class !== 'noun') return build('evaluation', word.lower, 'direct', adjective.polarity, j + 1, NO_OUTCOME);
    }
    // `is as good as injections`
    if (word.lower === 'as' && EVALUATIVE_ADJECTIVES.has(words[j + 1]?.lower ?? '') && words[j + 2]?.lower === 'as') return build('evaluation', words[j + 1]!.lower, 'direct', EVALUATIVE_ADJECTIVES.get(words[j + 1]!.lower)!.polarity, j + 3, NO_OUTCOME);
    if (isOneOf(word.lower, 'better worse') && isOneOf(words[j + 1]?.lower, 'than for')) return build('evaluation', word.lower, 'direct', word.lower === 'better' ? '+' : '-', j + 2, NO_OUTCOME);
    if ((word.lower === 'due' || word.lower === 'attributable') && words[j + 1]?.class === 'to') return build('identity', 'due to', 'direct', '0', j + 2, outcomeAt(sentence, subject), exposureAt(sentence, { from: j + 2, to: verb.rest.to }, block));
    if (isOneOf(word.lower, 'likely prone related correlated associated linked predictive prognostic indicative proportional concordant unrelated dependent') && word.class !== 'adv' && !(word.lower === 'likely' && !isOneOf(words[j - 1]?.lower, 'more less as twice times equally most least'))) return build('association', word.lower, 'associational', '0', j + 1, NO_OUTCOME);
    const noun = RELATION_NOUNS.get(words[j + 1] ? `${word.lower} ${words[j + 1]!.lower}` : '') ?? RELATION_NOUNS.get(word.lower);
    if (word.lower === 'part' || (noun?.class === 'cause' && words[subject.to - 1]?.lower === 'there')) continue;
    if (noun && word.class === 'noun' && words[j + 1]?.class !== 'noun' || noun && RELATION_NOUNS.has(`${word.lower} ${words[j + 1]?.lower}`)) {
      const hedged = hedgedNoun(words, verb.rest.from, j) ? quieter(level, 'hedged') : level;
      const end = words[j + 1]?.class === 'prep' || words[j + 1]?.class === 'to' ? j + 2 : j + 1;
      if (noun!.class === 'correlational' || noun!.class === 'change') return build('association', word.lower, 'associational', '0', end, outcomeAt(sentence, { from: end, to: verb.rest.to }), undefined, hedged);
      // `There is no reliable way to tell`
      if (noun!.class === 'treatment' && words[end]?.use === 'bare' && (DIAGNOSTIC.test(words[end]!.lower) || isOneOf(words[end]!.lower, 'tell know find see study learn check test spot count describe explain compare'))) return undefined;
      if (noun!.class === 'cause' || (noun!.class === 'treatment' && ((hedged === 'hedged' && isOneOf(word.lower, 'treatment therapy remedy cure')) || treatmentPraised(words, verb.rest.from, j))) || (noun!.class === 'effect' && end > j + 1)) {
        return build('identity', word.lower, 'direct', noun!.polarity, end, outcomeAt(sentence, { from: end, to: verb.rest.to }), undefined, hedged);
      }
    }
  }
  return undefined;
}

/** `serves as a trigger for`, `acts as a shield against`: as good as `is`. */
function servesAs(words: readonly Word[], { group }: Verb): boolean {
  return isOneOf(group.lemma, 'serve act function') && !group.passive && words[group.to]?.lower === 'as';
}

/** `works better than`, `fares worse`, `works as well as`. */
function worksBetter(sentence: Sentence, block: Block | undefined, { words, verbs }: Reading, verb: Verb, index: number): Claim | undefined {
  if (!isOneOf(verb.group.lemma, 'work fare perform do') || verb.group.passive || (verb.group.kind !== 'finite' && !(verb.group.kind === 'infinitive' && verb.link === 'verb' && isOneOf(verbs[verb.host]?.group.lemma, 'appear seem'))) || !isOneOf(words[verb.group.to]?.lower, 'better best well worse as wonders by') || (verb.group.lemma !== 'work' && words[verb.group.to]?.lower === 'by')) return undefined;
  const exposure = exposureAt(sentence, verb.subject, block);
  if (NO_CAUSE.has(exposure.kind)) return undefined;
  return { exposure, outcome: NO_OUTCOME, relation: { kind: 'evaluation', verb: index, lemma: `${verb.group.lemma} ${words[verb.group.to]!.lower}`, class: 'direct', polarity: '+', range: { from: verb.group.from, to: verb.group.to + 1 } }, ...commitmentOf({ words, verbs }, index) };
}

/** `A potential treatment for gout has been identified`, `They found a possible cause of hives`: what is found may treat or cause it. */
function possibleFound(sentence: Sentence, reading: Reading, { group, subject, rest }: Verb, index: number): Claim | undefined {
  if (!isOneOf(group.lemma, 'find identify discover uncover pinpoint develop reveal unveil') || group.negated) return undefined;
  const { words } = reading;
  const { from, to } = group.passive ? subject : rest;
  for (let j = from; j < to && words[j]!.class !== 'prep' && words[j]!.class !== 'verb'; j++) {
    const noun = words[j]!.class === 'noun' && isOneOf(words[j + 1]?.lower, 'for of in against behind to') ? RELATION_NOUNS.get(words[j]!.lower) : undefined;
    if ((noun?.class !== 'treatment' && noun?.class !== 'cause') || !hedgedNoun(words, from, j)) continue;
    return { exposure: NO_EXPOSURE, outcome: outcomeAt(sentence, { from: j + 2, to }), relation: { kind: 'identity', verb: index, lemma: words[j]!.lower, class: 'inventory', polarity: noun.polarity, range: { from: group.from, to: group.to } }, ...commitmentOf(reading, index), level: 'hedged', hedged: true };
  }
  return undefined;
}

/** `has an effect on Y`, `provides benefits for Y`, `shows the effectiveness of X`. */
function effectObject(sentence: Sentence, block: Block | undefined, reading: Reading, verb: Verb, index: number): Claim | undefined {
  const { words } = reading;
  if (verb.group.kind === 'ing' && verb.link !== 'comma') return undefined;
  if (!EFFECT_VERBS.has(verb.group.lemma) || (verb.group.passive && !isOneOf(verb.group.lemma, 'find observe see show demonstrate report document'))) return undefined;
  const committed = commitmentOf(reading, index);
  const { level } = committed;
  const range = verb.group.passive ? verb.subject : verb.rest;
  for (let j = range.from; j < range.to && j < range.from + 12; j++) {
    const word = words[j]!;
    // `have changes marked by activation`: the participle begins something else.
    if (word.class === 'verb' && word.use === 'participle' && !verb.group.passive) break;
    // `provide evidence for the benefits of`
    if (word.class === 'prep' && j > range.from && !verb.group.passive && words[j - 1]?.class === 'noun' && !isOneOf(words[j - 1]!.lower, 'evidence proof support') && !(word.lower === 'of' && QUANTITY.test(words[j - 1]!.lower))) break;
    if (PROMISE.test(word.lower) && words[j + 1]?.class !== 'noun' && isOneOf(verb.group.lemma, 'have hold show offer demonstrate carry bring give raise provide') && !verb.group.passive) {
      // `holds promise for people with lupus`, `has potential as a painkiller`
      const holder = exposureAt(sentence, verb.group.kind === 'finite' ? verb.subject : hostSubject(reading, verb), block);
      const next = words[j + 1];
      if (!next || !isOneOf(next.lower, 'as for in against to') || words[j + 2]?.use === 'bare' || holder.kind === 'people' || holder.kind === 'agency') return undefined;
      return { exposure: NO_CAUSE.has(holder.kind) ? NO_EXPOSURE : holder, outcome: outcomeAt(sentence, { from: j + 2, to: range.to }), relation: { kind: 'effect', verb: index, lemma: word.lower, class: 'direct', polarity: '+', range: { from: verb.group.from, to: j + 2 } }, ...committed, level: quieter(level, 'hedged'), hedged: true };
    }
    const made = word.lower === 'difference' && verb.group.lemma === 'make' && isOneOf(words[j + 1]?.lower, 'to in for') ? RELATION_NOUNS.get('effect') : undefined;
    const noun = made ?? (word.class === 'noun' && words[j + 1]?.class !== 'noun' ? RELATION_NOUNS.get(word.lower) : undefined);
    if (!noun || (word.lower === 'part' && verb.group.lemma !== 'play') || (isOneOf(verb.group.lemma, 'take exact') && word.lower !== 'toll')) continue;
    const next = words[j + 1];
    // `Truck drivers were found to …`: people, no driver of anything.
    if (noun.class === 'cause' && next?.class !== 'prep') continue;
    const end = next?.class === 'prep' || next?.class === 'to' ? j + 2 : j + 1;
    const hedged = hedgedNoun(words, range.from, j) ? quieter(level, 'hedged') : level;
    const base = { ...committed, level: hedged };
    const relation = { verb: index, lemma: word.lower, polarity: polarityBefore(words, range.from, j, noun.polarity), range: { from: verb.group.from, to: Math.max(end, verb.group.to) } };
    const subject = verb.group.passive || next?.lower === 'of' ? exposureAt(sentence, { from: end, to: range.to }, block) : exposureAt(sentence, verb.group.kind === 'finite' ? verb.subject : hostSubject(reading, verb), block);
    const outcome = outcomeAt(sentence, { from: end, to: range.to });
    if (noun.class === 'correlational' || (noun.class === 'change' && !PRODUCING.has(verb.group.lemma))) return { exposure: subject, outcome, relation: { ...relation, kind: 'association', class: 'associational' }, ...base };
    // `suggests a new approach for`: proposed, not praised.
    if (noun.class === 'treatment' && (!OFFERING.has(verb.group.lemma) || !treatmentPraised(words, range.from, j))) continue;
    const reported = NO_CAUSE.has(subject.kind);
    if (reported && next?.lower !== 'of' && next?.lower !== 'on') continue;
    return { exposure: reported ? NO_EXPOSURE : subject, outcome, relation: { ...relation, kind: 'effect', class: 'direct' }, ...base };
  }
  return undefined;
}

/** `The effect of X on Y was significant`: the noun is the subject of what is said about it. */
function effectSubject(sentence: Sentence, block: Block | undefined, reading: Reading, verb: Verb, index: number): Claim | undefined {
  const { words } = reading;
  const happens = isOneOf(verb.group.lemma, 'persist last remain vary differ diminish extend disappear occur continue increase decrease exceed outweigh');
  if ((!verb.group.copula && !happens) || verb.group.kind !== 'finite' || verb.coordinated >= 0) return undefined;
  const { from, to } = verb.subject;
  for (let j = from; j < to; j++) {
    const word = words[j]!;
    if (word.class === 'prep') return undefined;
    const noun = word.class === 'noun' ? RELATION_NOUNS.get(word.lower) : undefined;
    if (!noun || (noun.class !== 'effect' && noun.class !== 'correlational' && noun.class !== 'cause') || words[j + 1]?.class !== 'prep') continue;
    if (noun.class === 'cause') {
      // `The main cause of gout is uric acid`: the predicate names the exposure.
      if (verb.group.lemma !== 'be' || word.lower !== 'cause' || EVALUATIVE_ADJECTIVES.has(words[verb.rest.from]?.lower ?? '') || isOneOf(words[verb.rest.from]?.lower, 'unknown unclear not complex multifactorial')) return undefined;
      const named = exposureAt(sentence, verb.rest, block);
      return named.kind === 'none' ? undefined : { exposure: named, outcome: outcomeAt(sentence, { from: j + 2, to }), relation: { kind: 'identity', verb: index, lemma: 'cause', class: 'direct', polarity: '0', range: { from: verb.group.from, to: verb.group.to } }, ...commitmentOf(reading, index) };
    }
    const said = words.slice(verb.rest.from, verb.rest.to).find((one) => isOneOf(one.lower, 'significant same greater larger smaller strong stronger weak modest small large mediated independent similar proportionate dose-dependent evident apparent pronounced consistent positive negative higher lower due minor clear robust substantial dramatic marked minimal negligible bigger limited'));
    if (!said && !happens) return undefined;
    // `the benefits remain questionable`, `its contribution is not clear`
    const rest = words.slice(verb.rest.from, verb.rest.to);
    if (rest.some(({ lower }) => OPEN.test(lower)) || (verb.group.negated && rest.some(({ lower }) => isOneOf(lower, 'clear evident apparent')))) return undefined;
    const exposure = exposureAt(sentence, { from: j + 2, to }, block);
    return { exposure, outcome: NO_OUTCOME, relation: { kind: noun.class === 'effect' ? 'effect' : 'association', verb: index, lemma: word.lower, class: noun.class === 'effect' ? 'direct' : 'associational', polarity: noun.polarity, range: { from: verb.group.from, to: verb.group.to } }, ...commitmentOf(reading, index) };
  }
  return undefined;
}

/** `It is important to …`: `it` stands for the infinitive. */
function isExpletive(words: readonly Word[], subject: Range): boolean {
  return subject.to - subject.from <= 2 && words[subject.to - 1]?.lemma === 'it';
}

function prepositionAfter(words: readonly Word[], at: number, to: number, wanted: ReadonlySet<string>): number {
  for (let j = at + 1; j < to && j < at + 10; j++) {
    const word = words[j]!;
    if (wanted.has(word.lower) && (word.class === 'prep' || word.class === 'to')) return j;
    if (word.class === 'punctuation') return -1;
  }
  return -1;
}

function hedgedNoun(words: readonly Word[], from: number, to: number): boolean {
  for (let j = from; j < to; j++) if (HEDGING_ADJECTIVES.has(words[j]!.lower) || isOneOf(words[j]!.lower, 'likely unlikely promising')) return true;
  return false;
}

/** `an effective treatment for`: a treatment noun is a claim only where it is praised. */
function treatmentPraised(words: readonly Word[], from: number, to: number): boolean {
  for (let j = from; j < to; j++) if (EVALUATIVE_ADJECTIVES.has(words[j]!.lower) || isOneOf(words[j]!.lower, 'viable reliable safe therapeutic attractive better best suitable feasible natural promising novel great possible potential new alternative main major only')) return true;
  return false;
}

function polarityBefore(words: readonly Word[], from: number, to: number, polarity: '+' | '-' | '0'): '+' | '-' | '0' {
  for (let j = from; j < to; j++) {
    if (isOneOf(words[j]!.lower, 'adverse negative harmful detrimental deleterious unfavorable unfavourable toxic bad')) return '-';
    if (isOneOf(words[j]!.lower, 'beneficial positive favorable favourable protective therapeutic good calming soothing healing')) return '+';
  }
  return polarity;
}

function hostSubject(reading: Reading, verb: Verb): Range {
  let at: Verb | undefined = verb;
  for (let step = 0; at && at.group.kind !== 'finite' && step < 5; step++) at = reading.verbs[at.host];
  return at?.subject ?? verb.subject;
}
