/** The frames in which a strong word is no claim of the writer's: negation, question, myth, somebody else's advertising, quotation, a source. */
import type { Block, Sentence, Span } from '../article/article.js';
import { bySentence } from '../article/sentence-memory.js';
import { SEVERITIES, type Severity } from '../engine/finding.js';
import { coveringCitations, hasPlaceholder } from '../citations/coverage.js';
import { claimsOf, directionOf } from '../english/claims.js';
import { readingOf } from '../english/clauses.js';
import { commitmentOf, type Level } from '../english/commitment.js';
import { createPhrases, type Phrases } from '../english/phrases.js';
import { tokensOf, type Token } from '../english/tokens.js';
import framesTable from '../lexicon/data/cues/frames.txt';
import { readList, readTable } from '../lexicon/table.js';

/** The words of a frame of `frames.txt`. */
function wordsOf(frame: string): Phrases<true> {
  const phrases = readTable(framesTable).flatMap(([kind, words]) => (kind === frame ? readList(words) : []));
  return createPhrases(phrases.map((phrase) => [phrase, true]));
}

const NEGATION = wordsOf('negation');
const QUESTION = wordsOf('question');
const MYTH = wordsOf('myth');
const ADVERTISED = wordsOf('advertised');

/** A run of tokens by index, half-open. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

const CLAUSE_MARKS = new Set([';', ':', '—', '–', '(', ')', '?', '!', '|', '[', ']']);
const JOINERS = new Set([
  'and', 'but', 'or', 'so', 'yet', 'while', 'whereas', 'although', 'though', 'because', 'since', 'as', 'if', 'when', 'which', 'who', 'where', 'however',
]);
/** No clause is longer in tokens; a text without punctuation must not cost more. */
const LONGEST = 100;
/** How many verbs or claims back one can reach. */
const NEAR = 8;
const LONE_JOINERS = new Set(['but', 'while', 'whereas', 'although', 'though', 'because', 'unless', 'until', 'which', 'who']);

/** The clause around a token: up to the nearest `;`, dash, bracket, comma with a joining word or participle, or subordinating word on either side. */
export function clauseAround(tokens: readonly Token[], index: number): Range {
  let from = index;
  while (from > 0 && index - from < LONGEST && !opensClause(tokens, from)) from--;
  let to = index + 1;
  while (to < tokens.length && to - index < LONGEST && !CLAUSE_MARKS.has(tokens[to]!.text) && !opensClause(tokens, to)) to++;
  return { from, to };
}

function opensClause(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  if (!before) return true;
  if (CLAUSE_MARKS.has(before.text)) return true;
  const { lower } = tokens[index]!;
  if (LONE_JOINERS.has(lower)) return true;
  return before.text === ',' && (JOINERS.has(lower) || /^[a-z]{3,}ing$/.test(lower) || closesOpening(tokens, index - 1));
}

const OPENERS = new Set([
  'although', 'though', 'while', 'whereas', 'because', 'since', 'as', 'if', 'when', 'unless', 'until', 'despite', 'with', 'without', 'after',
  'before', 'in', 'for', 'unlike', 'contrary', 'given', 'by', 'once', 'even',
]);

/** The comma that ends an opening phrase or clause (`Although not approved, …`). */
function closesOpening(tokens: readonly Token[], comma: number): boolean {
  let start = comma;
  while (start > 0 && comma - start < LONGEST && !CLAUSE_MARKS.has(tokens[start - 1]!.text) && tokens[start - 1]!.text !== ',') start--;
  const before = tokens[start - 1];
  return OPENERS.has(tokens[start]?.lower ?? '') && (!before || before.text !== ',');
}

/** Whether a negator stands in the clause before token `index`, or right there. */
export function isNegated(tokens: readonly Token[], index: number, clause = clauseAround(tokens, index)): boolean {
  for (let i = clause.from; i < index; i++) {
    const { lower } = tokens[i]!;
    if (lower.endsWith("n't")) return true;
    const phrase = NEGATION.at(tokens, i);
    if (!phrase || phrase.to > index || !denies(tokens, i)) continue;
    return true;
  }
  return false;
}

const SUBORDINATE_ONLY = new Set(['which', 'when', 'what', 'how']);

/** False where the word takes nothing back: `not only`, `no wonder`, `a little`, `no doubt`. */
function denies(tokens: readonly Token[], i: number): boolean {
  const { lower } = tokens[i]!;
  const next = tokens[i + 1]?.lower;
  if (lower === 'not') return next !== 'only';
  if (lower === 'no') return next !== 'wonder' && next !== 'doubt';
  if (lower === 'doubt') return tokens[i - 1]?.lower !== 'no';
  return !((lower === 'little' || lower === 'few') && tokens[i - 1]?.lower === 'a');
}

/** Whether the clause of token `index` asks, tests, seeks or supposes, up to that token: nothing is asserted there. */
export function isQuestioned(tokens: readonly Token[], index: number, clause = clauseAround(tokens, index)): boolean {
  for (let i = clause.from; i < index; i++) {
    const phrase = QUESTION.at(tokens, i);
    if (!phrase || phrase.to > index) continue;
    // A relative `which` or a `when` at the head of its own clause after a comma asserts.
    if (SUBORDINATE_ONLY.has(tokens[i]!.lower) && tokens[i - 1]?.text === ',') continue;
    return true;
  }
  return false;
}

/** Whether the sentence (or the heading above it) takes a claim up in order to refute it; worked out once for each sentence. */
export const isMythFrame = bySentence(
  (sentence, block) => MYTH.all(tokensOf(sentence)).length > 0 || /\b(?:myths?|misconceptions?|false|debunk\w*)\b/i.test(block.section),
);

/** Whether the words before token `index`, in its clause, report what others call or claim it (`touted as a …`, `products that claim to …`). */
export function isAdvertised(tokens: readonly Token[], index: number, clause = clauseAround(tokens, index)): boolean {
  for (let i = clause.from; i < index; i++) if (ADVERTISED.at(tokens, i)) return true;
  return false;
}

const QUOTED_WORDS = 3;

/**
 * How quotation marks bear on a span: `quoted` words (a block quote, or at least three words in quotation marks) are somebody
 * else's; a `scare` quotation of one or two words keeps the writer's distance; `own` words are the writer's.
 */
export function quotationOf(span: Span, block: Block): 'own' | 'quoted' | 'scare' {
  const around = block.inlines.find(({ kind, start, end }) => kind === 'quotation' && start <= span.start && span.end <= end);
  const words = around && block.prose.slice(around.start, around.end).match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu);
  if (words && words.length < QUOTED_WORDS) return 'scare';
  return words || block.zone === 'quote' ? 'quoted' : 'own';
}

/** One step less severe; a hint stays a hint. */
export function oneLower(severity: Severity): Severity {
  return SEVERITIES[Math.min(SEVERITIES.length - 1, SEVERITIES.indexOf(severity) + 1)]!;
}

/** Whether a source covers the sentence. A promise of one (`[citation needed]`) is none. */
export function isCited(sentence: Sentence, block: Block): boolean {
  return coveringCitations(sentence, block).length > 0;
}

/** Whether a source is given or promised. */
export function isSourced(sentence: Sentence, block: Block): boolean {
  return isCited(sentence, block) || hasPlaceholder(sentence, block);
}

/** How firmly the verb is asserted in whose phrase (or subject) token `index` stands; undefined where the sentence has no such verb near. */
export function levelAt(sentence: Sentence, index: number): Level | undefined {
  const reading = readingOf(sentence);
  const { verbs } = reading;
  const last = lastAtOrBefore(verbs, index, ({ group }) => group.from);
  for (let i = last; i >= 0 && i > last - NEAR; i--) {
    const { group, rest } = verbs[i]!;
    if (index < Math.max(group.to, rest.to)) return commitmentOf(reading, i).level;
  }
  const next = verbs[last + 1];
  return next && next.subject.from <= index && index < next.subject.to ? commitmentOf(reading, last + 1).level : undefined;
}

/** Index of the last item whose place is at or before `place`; the items are in order. -1 for none. */
function lastAtOrBefore<T>(items: readonly T[], place: number, placeOf: (item: T) => number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (placeOf(items[middle]!) <= place) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Whether the clause of token `index` asks, tests or supposes. */
export function isOpen(sentence: Sentence, index: number): boolean {
  const level = levelAt(sentence, index);
  return level === 'questioned' || level === 'conditional';
}

/** Whether the verb beside the adverb at token `index` does harm: a warning is not watered down. */
export function harmsBehind(sentence: Sentence, block: Block, index: number): boolean {
  const claims = claimsOf(sentence, block);
  const last = lastAtOrBefore(claims, index + 1, ({ relation }) => relation.range.from);
  for (let i = last; i >= 0 && i > last - NEAR; i--) if (index < claims[i]!.relation.range.to && directionOf(claims[i]!) === 'harm') return true;
  return false;
}
