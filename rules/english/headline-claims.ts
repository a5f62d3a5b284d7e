/**
 * Claims of headlines and fragments, which leave the finite verb out: `Yoga as effective as drugs for back pain`,
 * `Smog now leading cause of death`, `Drug not boosting survival`, `Pain eased by heat`. They count for the inventory; findings are made in sentences.
 */
import type { Block, Sentence } from '../article/article.js';
import type { Claim } from './claim.js';
import { readingOf, type Range, type Reading } from './clauses.js';
import { BARE, commitmentOf, HEDGING_ADJECTIVES } from './commitment.js';
import { exposureAt, type Exposure } from './exposure.js';
import { isTitle } from './headline-verbs.js';
import { isOneOf } from './one-of.js';
import { outcomeAt } from './outcome.js';
import { agentOf } from './passive-claims.js';
import { EVALUATIVE_ADJECTIVES, RELATION_NOUNS, relationVerb } from './relations.js';
import { hinted } from './verb-lists.js';
import { claimWords } from './word-lists.js';
import { isNominal, type Word } from './words.js';

const HEDGED = { level: 'hedged', hedged: true } as const;
const REPORTS = new Set(['highlight', 'underscore', 'underline', 'identify', 'pinpoint', 'discover', 'uncover', 'demonstrate', 'document', 'find', 'show', 'say', 'suggest', 'reveal', 'report', 'deem', 'prove', 'confirm', 'conclude']);
/** What something is to a disease, besides the nouns of the lexicon. */
const PREDICATE_NOUNS = claimWords('predicate-noun');
/** What tells of something else. */
const SIGNS = /^(?:clues?|signs?|hints?|omen)$/;
/** `The value of rest after a fall`: nouns that name a relation only as the head of a title. */
const NAMING_NOUNS = claimWords('naming-noun');
const FINDING = hinted('finding');
const NO_CAUSE = new Set(['people', 'agency', 'document', 'research', 'none']);

export function headlineClaims(sentence: Sentence, block: Block | undefined): Claim[] {
  const reading = readingOf(sentence);
  const { words, verbs } = reading;
  // A sentence with a verb of its own is no headline, but `Study finds …` may open one.
  if (verbs.some(({ group, clause }) => group.kind === 'finite' && clause.role !== 'relative' && !REPORTS.has(group.lemma))) return [];
  const first = verbs.find(({ group, clause }) => group.kind === 'finite' && clause.role !== 'relative');
  const from = first && first.group.from < words.length / 2 ? first.group.to : 0;
  const claims: Claim[] = [];
  for (let i = from > 0 ? from : 1; i < words.length; i++) {
    const claim = predicateAt(sentence, block, reading, from, i) ?? appositionAt(sentence, block, reading, from, i);
    if (claim) {
      claims.push(claim);
      break;
    }
  }
  const named = namedRelation(sentence, block, reading, from);
  if (named) claims.push(named);
  verbs.forEach((verb, index) => {
    const match = relationVerb(words, verb.group);
    if (!match || verb.group.from <= from || verb.link !== 'noun') return;
    const subject = { from, to: verb.group.from };
    const relation = { verb: index, lemma: match.verb.lemma, class: match.verb.class, polarity: match.verb.polarity };
    const committed = commitmentOf(reading, index);
    if (verb.group.kind === 'ing') {
      const exposure = exposureAt(sentence, subject, block);
      const outcome = outcomeAt(sentence, { from: match.to, to: verb.rest.to });
      if (NO_CAUSE.has(exposure.kind) || outcome.blocked || !outcome.range || (!match.verb.anyObject && !outcome.known)) return;
      claims.push({ exposure, outcome, relation: { ...relation, kind: 'participle', range: { from: verb.group.from, to: match.to } }, ...committed });
    } else if (verb.group.kind === 'participle') {
      const by = agentOf(words, verb.rest);
      if (by < 0) return;
      const exposure = exposureAt(sentence, { from: by + 1, to: verb.rest.to }, block);
      claims.push({ exposure, outcome: outcomeAt(sentence, subject), relation: { ...relation, kind: 'passive', range: { from: verb.group.from, to: by + 1 } }, ...committed });
    }
  });
  return claims;
}

/** `therapy [is] effective for …`, `smog [is] now a cause of …`. */
function predicateAt(sentence: Sentence, block: Block | undefined, reading: Reading, from: number, i: number): Claim | undefined {
  const { words } = reading;
  const word = words[i]!;
  const next = words[i + 1];
  const before = words[i - 1]!;
  const adjective = EVALUATIVE_ADJECTIVES.get(word.lower);
  const predicative = before.class === 'noun' || (i === from && before.class === 'verb') || before.class === 'adv' || before.class === 'not' || isOneOf(before.lower, 'as more less most equally');
  const exposure = (): Exposure => exposureAt(sentence, { from, to: i }, block);
  const build = (lemma: string, polarity: '+' | '-' | '0', kind: 'evaluation' | 'identity', to: number): Claim | undefined => {
    const by = exposure();
    if (NO_CAUSE.has(by.kind) && !(by.kind === 'none' && i - from < 3)) return undefined;
    return { exposure: by, outcome: outcomeAt(sentence, { from: to, to: words.length }), relation: { kind, verb: -1, lemma, class: 'direct', polarity, range: { from: i, to } }, ...BARE, ...(negatedBefore(words, from, i) ? { level: 'negated' as const } : hedgedBetween(words, from, i) ? HEDGED : {}) };
  };
  // `Shots safe and effective in pregnancy`, `Herb likely to help`, `Scan of little use in …`
  if (adjective && before.class === 'conj' && words[i - 2]?.class === 'adj' && words[i - 3]?.class === 'noun' && (!next || next.class === 'prep')) return build(word.lower, adjective.polarity, 'evaluation', i + 1);
  if (isOneOf(word.lower, 'likely set poised expected slated unlikely enough sufficient insufficient able') && next?.class === 'to' && before.class === 'noun' && !isOneOf(words[from - 1]?.lemma, 'identify pinpoint discover uncover')) {
    const inner = reading.verbs.find(({ group }) => group.from === i + 1);
    const match = inner && relationVerb(words, inner.group);
    // `Soot likely to be behind asthma cluster`
    const being = inner?.group.lemma === 'be' && words.slice(inner.rest.from, inner.rest.from + 4).some((one) => one.lower === 'behind' || EVALUATIVE_ADJECTIVES.has(one.lower) || RELATION_NOUNS.get(one.lower)?.class === 'cause');
    const claim = being ? build('be', '0', 'identity', inner.group.to) : match && match.verb.class !== 'associational' ? build(match.verb.lemma, '0', 'evaluation', match.to) : undefined;
    return claim && !isOneOf(word.lower, 'enough able sufficient insufficient') ? { ...claim, ...HEDGED } : claim;
  }
  if (isOneOf(word.lower, 'promising encouraging') && before.class === 'noun' && next?.class === 'prep') {
    const claim = build(word.lower, '+', 'evaluation', i + 1);
    return claim && { ...claim, ...HEDGED };
  }
  // `Heat to raise asthma bills`: what will come.
  const future = word.lower === 'to' && before.class === 'noun' && words.slice(from, i).every((one) => one.class === 'noun' || one.class === 'adj') ? reading.verbs.find(({ group }) => group.from === i) : undefined;
  const coming = future && relationVerb(words, future.group);
  if (coming && coming.verb.class !== 'associational' && coming.verb.anyObject) return build(coming.verb.lemma, coming.verb.polarity, 'evaluation', coming.to);
  if (word.lower === 'of' && before.class === 'noun' && i - from < 6 && next && isOneOf(next.lower, 'no little limited great real some') && isOneOf(words[i + 2]?.lower, 'help value benefit use')) return build(words[i + 2]!.lower, '+', 'evaluation', i + 3);
  // `Dog owners more active than others` compares groups, `more effective than` treatments.
  if (adjective && next?.lower === 'than' && isOneOf(word.lower, 'active healthy successful good bad hard')) return undefined;
  if (adjective && predicative && (i > from || (i === from && from > 1)) && (!next || next.class === 'prep' || next.class === 'punctuation' || next.class === 'conj' || next.class === 'to') && !(word.lower === 'important' && next?.class !== 'prep')) return build(word.lower, adjective.polarity, 'evaluation', i + 1);
  // `Scan better at spotting tumours`: finding is no effect.
  const finds = isOneOf(word.lower, 'better worse best good effective useful reliable accurate superior') && words.slice(i + 1, i + 8).some((one, k, near) => one.use === 'ing' && FINDING.has(one.lemma) && near[k - 1]?.class === 'prep');
  if (finds) {
    const claim = build(word.lower, '+', 'evaluation', i + 1);
    return claim && { ...claim, relation: { ...claim.relation, class: 'associational' } };
  }
  // `Gel better at preventing burns`
  if (isOneOf(word.lower, 'better worse best good') && next?.lower === 'at' && before.class === 'noun') {
    const inner = reading.verbs.find(({ group }) => group.from === i + 2);
    const match = inner && relationVerb(words, inner.group);
    if (match && match.verb.class !== 'associational') return build(word.lower, '+', 'evaluation', match.to);
  }
  if ((word.lower === 'better' || word.lower === 'worse' || word.lower === 'best') && (next?.lower === 'than' || next?.lower === 'for') && (before.class !== 'det' || before.lower === 'no')) return build(word.lower, '+', 'evaluation', i + 2);
  if ((word.lower === 'help' || RELATION_NOUNS.get(word.lower)?.class === 'effect') && next?.class === 'prep' && isOneOf(before.lower, 'no little any')) return build(word.lower, '+', 'evaluation', i + 2);
  // `Poor diet to blame for …`, `Virus behind …`
  if (word.lower === 'to' && next?.lower === 'blame' && (before.class === 'noun' || before.lower === ',')) return build('be to blame', '-', 'identity', i + 2);
  if (word.lower === 'behind' && before.class === 'noun' && next && words[from]!.class !== 'det' && !words.slice(from, i).some(({ lower }) => isOneOf(lower, 'science story stories reason reasons truth idea mechanism mechanisms secret secrets fact facts theory people logic'))) return build('be behind', '-', 'identity', i + 1);
  const noun = RELATION_NOUNS.get(word.lower);
  if (noun?.class === 'cause' && next && isOneOf(next.lower, 'of for')) {
    for (let j = i - 1; j > from && j > i - 5; j--) if (words[j]!.class === 'adv' && words[j - 1]!.class === 'noun') return build(word.lower, noun.polarity, 'identity', i + 2);
  }
  return undefined;
}

/** `Sugar a driver of tooth loss`, `Faulty enzyme the culprit in …`, `Leaf extract, a new treatment for malaria?`: a noun phrase as predicate. */
function appositionAt(sentence: Sentence, block: Block | undefined, { words }: Reading, from: number, i: number): Claim | undefined {
  const previous = words[i - 1]?.lower === ',' || words[i - 1]?.class === 'not' ? words[i - 2] : words[i - 1];
  const opens = words[i]!.class === 'det' ? isOneOf(words[i]!.lower, 'a an the') : isOneOf(words[i]!.lower, 'possible potential main major leading top key likely best worst') && words[i - 1]!.class === 'noun';
  if (i === from || !opens || !previous || !isNominal(previous)) return undefined;
  let head = i + 1;
  while (head < words.length && head < i + 6 && (words[head]!.class === 'adj' || words[head]!.class === 'adv' || (words[head]!.class === 'noun' && words[head + 1]?.class === 'noun'))) head++;
  const noun = words[head];
  const next = words[head + 1];
  if (noun?.class !== 'noun' || (next && next.class !== 'prep' && next.class !== 'to' && next.class !== 'punctuation')) return undefined;
  const known = RELATION_NOUNS.get(noun.lower);
  const remedy = PREDICATE_NOUNS.has(noun.lower);
  // `Counting calories the smart way`: a way is one to something.
  if (!remedy && (!known || known.class === 'change' || (known.class === 'treatment' && !next))) return undefined;
  const exposure = exposureAt(sentence, { from, to: words[i - 1]!.lower === ',' ? i - 1 : i }, block);
  if (NO_CAUSE.has(exposure.kind)) return undefined;
  const hedged = sentence.question || hedgedBetween(words, i, head);
  return {
    exposure,
    outcome: outcomeAt(sentence, { from: Math.min(head + 2, words.length), to: words.length }),
    relation: { kind: 'identity', verb: -1, lemma: noun.lower, class: known?.class === 'correlational' || SIGNS.test(noun.lower) ? 'associational' : 'direct', polarity: known?.polarity ?? '+', range: { from: i, to: head + 1 } },
    ...BARE,
    ...(hedged ? HEDGED : negatedBefore(words, from, i) ? { level: 'negated' as const } : {}),
  };
}

/** `The role of salt in stroke`, `New way to prevent falls`, `Benefits of an early walk after surgery`: the title is a noun phrase that names a relation. */
function namedRelation(sentence: Sentence, block: Block | undefined, reading: Reading, from: number): Claim | undefined {
  const { words, verbs } = reading;
  if (!isTitle(words) || sentence.question || verbs.some(({ group }) => group.kind === 'finite' && !REPORTS.has(group.lemma))) return undefined;
  let at = from;
  while (at < words.length && ['det', 'adj', 'adv', 'number'].includes(words[at]!.class)) at++;
  // `Key to muscle loss found`
  const isKey = words[at - 1]?.lower === 'key' && words[at]?.class === 'to';
  if (isKey) at--;
  while (words[at]?.class === 'noun' && words[at + 1]?.class === 'noun') at++;
  const noun = words[at];
  const next = words[at + 1];
  if (!noun || !next || (noun.class !== 'noun' && !isKey)) return undefined;
  const hedged = hedgedBetween(words, from, at);
  const build = (lemma: string, exposure: Exposure, outcome: Range): Claim => ({
    exposure,
    outcome: outcomeAt(sentence, outcome),
    relation: { kind: 'effect', verb: -1, lemma, class: 'inventory', polarity: '0', range: { from: at, to: at + 1 } },
    ...BARE,
    ...(hedged ? HEDGED : {}),
  });
  const known = RELATION_NOUNS.get(noun.lower);
  if (isKey) return build('key', exposureAt(sentence, { from, to: from }, block), { from: at + 2, to: words.length });
  // `New hope for migraine patients`
  if (isOneOf(noun.lower, 'hope hopes') && isOneOf(next.lower, 'for in against of')) {
    return { ...build('hope', exposureAt(sentence, { from, to: from }, block), { from: at + 2, to: words.length }), level: 'hedged', hedged: true };
  }
  // `Iron's role in sleep`, `Trigger for hives found`: what it is a trigger or role for is told.
  if ((known?.class === 'cause' && next.lower === 'for') || (known?.class === 'effect' && (isOneOf(next.lower, 'on in') || (next.lower === 'for' && isOneOf(noun.lower, 'role roles'))))) {
    return build(noun.lower, exposureAt(sentence, { from, to: at }, block), { from: at + 2, to: words.length });
  }
  if ((known?.class === 'effect' || known?.class === 'cause' || NAMING_NOUNS.has(noun.lower)) && next.lower === 'of') {
    const exposure = exposureAt(sentence, { from: at + 2, to: words.length }, block);
    return exposure.kind === 'none' || exposure.kind === 'research' || exposure.kind === 'document' ? undefined : build(noun.lower, exposure, { from: at + 2, to: words.length });
  }
  if (known?.class === 'treatment' && (next.lower === 'for' || next.class === 'to') && at > from) {
    const inner = verbs.find(({ group }) => group.from === at + 1 || group.from === at + 2);
    const match = inner && relationVerb(words, inner.group);
    if (next.class === 'to' ? !match || match.verb.class === 'associational' : !hedged && noun.lower !== 'remedy') return undefined;
    return build(noun.lower, exposureAt(sentence, { from, to: from }, block), inner ? { from: inner.group.to, to: words.length } : { from: at + 2, to: words.length });
  }
  return undefined;
}

/** `possible cause of`, `perhaps useful for`. */
function hedgedBetween(words: readonly Word[], from: number, to: number): boolean {
  return words.slice(from, to).some(({ lower }) => HEDGING_ADJECTIVES.has(lower) || isOneOf(lower, 'likely possibly potentially perhaps probably maybe'));
}

function negatedBefore(words: readonly Word[], from: number, to: number): boolean {
  return words.slice(from, to).some((word) => word.class === 'not' || word.lower === 'no');
}
