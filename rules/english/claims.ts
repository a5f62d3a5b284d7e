/**
 * Claims: who does what to whose health, and how firmly. The claim rules, the inventory and parts of the citation rules read these.
 *
 * The net is wide: a claim may have an exposure or outcome that no lexicon knows. Findings take only those with `known`.
 */
import type { Block, Sentence, Span } from '../article/article.js';
import { bySurroundings } from '../article/sentence-memory.js';
import { associationClaims } from './association-claims.js';
import { causeClaims } from './cause-phrases.js';
import type { Claim, Direction, Strength } from './claim.js';
import { readingOf, type Range } from './clauses.js';
import type { Commitment } from './commitment.js';
import { experimentClaims } from './experiment-claims.js';
import { LOOKED_BACK } from './exposure.js';
import { headlineClaims } from './headline-claims.js';
import { isTitle } from './headline-verbs.js';
import { nominalClaims } from './nominal-claims.js';
import { isOneOf } from './one-of.js';
import { HARMFUL_VERBS, HELPFUL_VERBS } from './relations.js';
import { titleAssociations } from './title-associations.js';
import { titleClaims } from './title-claims.js';
import { verbalClaims } from './verbal-claims.js';
import { isAuxiliary, startsNounPhrase } from './words.js';

export type { Claim, Direction, Relation, RelationKind, Strength } from './claim.js';

/** Reads claims of one kind out of a sentence. With `block`, pronouns and lists without a subject are looked up around it. */
type Reader = (sentence: Sentence, block: Block | undefined) => readonly Claim[];

/** What the grammar of a sentence states: its verbs, and the nouns and adjectives that its verbs assert. Findings are made of these. */
const STATED: readonly Reader[] = [verbalClaims, nominalClaims];

/**
 * What is told besides, from what is said nearly outright to what is only set side by side: titles, which leave the verb out or use one of
 * no list; phrases of cause; what was done and what came of it; comparisons. Each counts only where none of the above has said the same
 * from the same word on, and most look at few sentences: at lines without a full stop, or where a word of theirs stands.
 */
const TOLD_BESIDES: readonly Reader[] = [headlineClaims, titleClaims, titleAssociations, causeClaims, experimentClaims, associationClaims];

/**
 * The claims of a sentence, from left to right; worked out once for each sentence and what stands around it: the sentences before, to which
 * a pronoun refers, and the lines that name what a list is about. Linear in the sentence's length.
 */
export const claimsOf: (sentence: Sentence, block?: Block) => readonly Claim[] = bySurroundings(readClaims, (sentence, { kind, leadIn, section, sentences }) => {
  const index = sentences.indexOf(sentence);
  return [kind, leadIn, section, ...sentences.slice(Math.max(0, index - LOOKED_BACK), Math.max(0, index)).map(({ text }) => text)].join('\n');
});

const NO_CLAIMS: readonly Claim[] = [];

function readClaims(sentence: Sentence, block: Block | undefined): readonly Claim[] {
  const claims: Claim[] = [];
  for (const reader of STATED) for (const claim of reader(sentence, block)) claims.push(claim);
  const stated = claims.length;
  for (const reader of TOLD_BESIDES) for (const claim of reader(sentence, block)) if (!claims.some((other, k) => k < stated && isSaidBy(claim, other))) claims.push(claim);
  if (claims.length === 0) return NO_CLAIMS;
  claims.sort((a, b) => a.relation.range.from - b.relation.range.from);
  const asked = askedUpTo(sentence);
  return asked > 0 ? claims.map((claim): Claim => (claim.relation.range.from < asked ? { ...claim, level: 'questioned' } : claim)) : claims;
}

/** What the verb or noun has been read to say as firmly is not said again by the title or the sentence that it stands in. */
function isSaidBy(claim: Claim, other: Claim): boolean {
  return claim.relation.range.from === other.relation.range.from && strengthOf(claim) === strengthOf(other);
}

/** `Is coffee good for the heart?`, `What causes gout?`, in titles without a mark too: the word index up to which it is asked; 0 where nothing is. */
function askedUpTo(sentence: Sentence): number {
  const { words } = readingOf(sentence);
  const first = words[0];
  if (!first || (!isAuxiliary(first) && !isOneOf(first.lower, 'what which who')) || words[1]?.class === 'not' || first.clitic === 'not') return 0;
  const mark = words.findIndex(({ lower }) => lower === '?');
  if (mark > 0) return mark;
  const inverted = first.class === 'do' || (first.class === 'be' && first.form !== 'base' && first.form !== 'ing') || isOneOf(first.lower, 'can could should would');
  return inverted && isTitle(words) && words[1] !== undefined && startsNounPhrase(words[1]) ? words.length : 0;
}

/** How strong a claim speaks, on the four-step scale. Negation keeps the class (`does not improve` speaks of cause and effect). */
export function strengthOf({ relation, level, hedged }: Claim): Strength {
  if (level === 'questioned' || level === 'purpose' || level === 'advice' || (level === 'conditional' && !hedged)) return 'none';
  if (relation.class === 'associational') return 'correlational';
  // `would prevent thousands of deaths`
  if (level === 'conditional') return 'conditional';
  return level === 'hedged' || (level === 'negated' && hedged) ? 'conditional' : 'direct';
}

/** The commitment as it is shown to people. */
export function commitmentLabel({ level, emphatic }: Claim): Commitment {
  return emphatic && (level === 'bare' || level === 'attributed') ? 'emphatic' : level;
}

const UNWANTED = /(?:cancers?|cancer cells?|tumou?rs?|tumou?r growth|metastas[ie]s|virus(?:es)?|bacteria|biofilms?|plaque|germs?|parasites?|infections?|candida|cravings?|addiction)$/;

/** Benefit or harm, from the verb's own leaning and polarity and the outcome's valence. */
export function directionOf({ relation, outcome, exposure }: Pick<Claim, 'relation' | 'outcome' | 'exposure'>): Direction {
  if (HARMFUL_VERBS.has(relation.lemma)) {
    if (outcome.valence !== 'bad' || relation.polarity !== '-') return 'harm';
    // `disrupts REM sleep` is a warning; only of a tumour or a germ it would be good news.
    return relation.lemma === 'destroy' || (isOneOf(relation.lemma, 'damage weaken disrupt') && UNWANTED.test(outcome.name)) ? 'benefit' : 'harm';
  }
  if (exposure.kind === 'condition') return 'harm';
  if (HELPFUL_VERBS.has(relation.lemma)) return 'benefit';
  if (relation.kind === 'effect' || relation.kind === 'evaluation') {
    if (relation.polarity !== '0') return relation.polarity === '+' ? 'benefit' : 'harm';
    return 'unclear';
  }
  if (outcome.valence === 'open' || relation.polarity === '0') return 'unclear';
  return (relation.polarity === '+') === (outcome.valence === 'good') ? 'benefit' : 'harm';
}

/** The words of a range as a span of the block. */
export function spanOf(sentence: Sentence, range: Range): Span {
  const { words } = readingOf(sentence);
  return { start: words[range.from]!.token.start, end: words[range.to - 1]!.token.end };
}
