/** The health claims of an article as other programs read them; the shape is the command line's contract. */
import type { Article, Block, Citation, Sentence, Span } from '../../rules/index.js';
import { coveringCitations } from '../../rules/citations/coverage.js';
import { claimsOf, commitmentLabel, directionOf, spanOf, strengthOf, type Claim, type Direction, type Strength } from '../../rules/english/claims.js';
import type { Range } from '../../rules/english/clauses.js';
import { linesOf, type Lines } from './lines.js';

/** A claim. Offsets are UTF-16 code units into the file's text, half-open; line and column start at 1. */
export interface ClaimRecord extends Span {
  readonly text: string;
  readonly sentence: Span;
  /** The words of the article; empty where the sentence does not name it. */
  readonly exposure: string;
  readonly relation: string;
  readonly outcome: string;
  readonly strength: Strength;
  readonly commitment: string;
  readonly direction: Direction;
  /** Keys, addresses or identifiers of the sources that cover the sentence. */
  readonly sources: readonly string[];
  readonly line: number;
  readonly column: number;
}

/** Every claim of an article, in its order; quoted words and lists of sources are somebody else's and are left out. */
export function claimRecords(article: Article): ClaimRecord[] {
  const lines = linesOf(article.text);
  return article.blocks.flatMap(({ start, value: block }) => {
    if (!block.english || block.zone !== 'body') return [];
    return block.sentences.flatMap((sentence) => claimsOf(sentence, block).map((claim) => recordOf(claim, sentence, block, start, lines)));
  });
}

function recordOf(claim: Claim, sentence: Sentence, block: Block, offset: number, lines: Lines): ClaimRecord {
  const ranges = [claim.exposure.range, claim.relation.range, claim.outcome.range].filter((range) => range !== undefined);
  const spans = ranges.map((range) => spanOf(sentence, range));
  const start = Math.min(...spans.map((span) => span.start));
  const end = Math.max(...spans.map((span) => span.end));
  const words = (range: Range | undefined): string => {
    if (!range) return '';
    const span = spanOf(sentence, range);
    return block.prose.slice(span.start, span.end).replace(/\s+/g, ' ').trim();
  };
  const place = lines.at(offset + start);
  return {
    start: offset + start,
    end: offset + end,
    text: block.text.slice(start, end),
    sentence: { start: offset + sentence.start, end: offset + sentence.end },
    exposure: words(claim.exposure.range) || claim.exposure.name,
    relation: words(claim.relation.range),
    outcome: words(claim.outcome.range),
    strength: strengthOf(claim),
    commitment: commitmentLabel(claim),
    direction: directionOf(claim),
    sources: [...new Set(coveringCitations(sentence, block).flatMap(namesOf))],
    line: place.line + 1,
    column: place.column + 1,
  };
}

function namesOf({ identifier, keys, href, label }: Citation): readonly string[] {
  if (identifier) return [`${identifier.type}:${identifier.value}`];
  if (keys.length > 0) return keys;
  return href ? [href] : label ? [label] : [];
}
