/**
 * Claims of headlines and fragments, which leave the finite verb out: `Yoga as effective as drugs for back pain`,
 * `Smog now leading cause of death`, `Drug not boosting survival`, `Pain eased by heat`. They count for the inventory; findings are made in sentences.
 */
import type { Block, Sentence } from '../article/article.js';
import type { Claim } from './claims.js';
import { readingOf, type Reading } from './clauses.js';
import { commitmentOf, type Committed } from './commitment.js';
import { exposureAt, type Exposure } from './exposure.js';
import { outcomeAt } from './outcome.js';
import { EVALUATIVE_ADJECTIVES, RELATION_NOUNS, relationVerb } from './relations.js';
import { agentOf } from './verbal-claims.js';
import type { Word } from './words.js';

const BARE: Committed = { level: 'bare', emphatic: false, factive: false, hedged: false, denied: false };
const REPORTS = new Set(['find', 'show', 'say', 'suggest', 'reveal', 'report', 'deem', 'prove', 'confirm', 'conclude']);
const NO_CAUSE = new Set(['people', 'agency', 'document', 'research', 'none']);

export function headlineClaims(sentence: Sentence, block: Block | undefined): Claim[] {
  const reading = readingOf(sentence);
  const { words, verbs } = reading;
  const finite = verbs.filter(({ group }) => group.kind === 'finite');
  if (finite.some(({ group }) => !REPORTS.has(group.lemma))) return [];
  const from = finite[0] && finite[0].group.from < words.length / 2 ? finite[0].group.to : 0;
  const claims: Claim[] = [];
  for (let i = from > 0 ? from : 1; i < words.length; i++) {
    const claim = predicateAt(sentence, block, reading, from, i);
    if (claim) {
      claims.push(claim);
      break;
    }
  }
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
  const predicative = before.class === 'noun' || (i === from && before.class === 'verb') || before.class === 'adv' || before.class === 'not' || /^(?:as|more|less|most|equally)$/.test(before.lower);
  const exposure = (): Exposure => exposureAt(sentence, { from, to: i }, block);
  const build = (lemma: string, polarity: '+' | '-' | '0', kind: 'evaluation' | 'identity', to: number): Claim | undefined => {
    const by = exposure();
    if (NO_CAUSE.has(by.kind) && !(by.kind === 'none' && i - from < 3)) return undefined;
    return { exposure: by, outcome: outcomeAt(sentence, { from: to, to: words.length }), relation: { kind, verb: -1, lemma, class: 'direct', polarity, range: { from: i, to } }, ...BARE, ...(negatedBefore(words, from, i) ? { level: 'negated' as const } : {}) };
  };
  if (adjective && predicative && (i > from || (i === from && from > 1)) && (!next || next.class === 'prep' || next.class === 'punctuation' || next.class === 'conj' || next.class === 'to') && !(word.lower === 'important' && next?.class !== 'prep')) return build(word.lower, adjective.polarity, 'evaluation', i + 1);
  if ((word.lower === 'better' || word.lower === 'worse' || word.lower === 'best') && (next?.lower === 'than' || next?.lower === 'for') && (before.class !== 'det' || before.lower === 'no')) return build(word.lower, '+', 'evaluation', i + 2);
  if ((word.lower === 'help' || RELATION_NOUNS.get(word.lower)?.class === 'effect') && next?.class === 'prep' && /^(?:no|little|any)$/.test(before.lower)) return build(word.lower, '+', 'evaluation', i + 2);
  // `Poor diet to blame for …`, `Virus behind …`
  if (word.lower === 'to' && next?.lower === 'blame' && before.class === 'noun') return build('be to blame', '-', 'identity', i + 2);
  if (word.lower === 'behind' && before.class === 'noun' && next && words[from]!.class !== 'det' && !words.slice(from, i).some(({ lower }) => /^(?:science|story|stories|reasons?|truth|idea|mechanisms?|secrets?|facts?|theory|people|logic)$/.test(lower))) return build('be behind', '-', 'identity', i + 1);
  const noun = RELATION_NOUNS.get(word.lower);
  if (noun?.class === 'cause' && next && /^(?:of|for)$/.test(next.lower)) {
    for (let j = i - 1; j > from && j > i - 5; j--) if (words[j]!.class === 'adv' && words[j - 1]!.class === 'noun') return build(word.lower, noun.polarity, 'identity', i + 2);
  }
  return undefined;
}

function negatedBefore(words: readonly Word[], from: number, to: number): boolean {
  return words.slice(from, to).some((word) => word.class === 'not' || word.lower === 'no');
}
