/** Every health claim of an article, with its strength and its sources: what `health-lint claims` and the editor list. */
import type { Article, Block, Citation, Sentence, Span } from '../article/article.js';
import { coveringCitations } from '../citations/coverage.js';
import { claimsOf, commitmentLabel, directionOf, strengthOf, type Claim, type Direction, type Strength } from '../english/claims.js';
import { readingOf, type Range } from '../english/clauses.js';
import type { Commitment } from '../english/commitment.js';

/** A claim of an article. Offsets are in the file (UTF-16, half-open). */
export interface ArticleClaim extends Span {
  /** The words from exposure to outcome, as the source has them. */
  readonly text: string;
  readonly sentence: Span;
  /** What acts, as the sentence names it; empty where it does not. */
  readonly exposure: string;
  /** The words that relate the two: `may reduce`, `is effective for`. */
  readonly relation: string;
  /** What is acted on; empty where the sentence does not name it. */
  readonly outcome: string;
  /** On the scale of Yu, Li & Wang (EMNLP 2019). */
  readonly strength: Strength;
  readonly commitment: Commitment;
  readonly direction: Direction;
  /** The sources that cover the sentence; empty where it stands alone. */
  readonly sources: readonly ClaimSource[];
}

/** A source as the article gives it. Offsets are in the file. */
export interface ClaimSource extends Span {
  readonly form: Citation['form'];
  readonly keys: readonly string[];
  readonly href?: string;
  readonly label?: string;
  readonly identifier?: Citation['identifier'] & object;
}

/**
 * The claims of an article's running text, tables and quotations, in the order of the file; none from its list of sources.
 * The net is wider than that of the findings: a claim counts although a lexicon may not know its exposure or outcome.
 */
export function claimsIn(article: Article): ArticleClaim[] {
  const found: ArticleClaim[] = [];
  for (const { start, value: block } of article.blocks) {
    if (!block.english || block.zone === 'references' || block.zone === 'footnote') continue;
    for (const sentence of block.sentences) {
      if (sentence.question) continue;
      found.push(...claimsOfSentence(sentence, block).map((claim) => describe(claim, sentence, block, start, article.text)));
    }
  }
  return found;
}

/** One claim for each verb group: the strongest. */
function claimsOfSentence(sentence: Sentence, block: Block): Claim[] {
  const order: readonly Strength[] = ['direct', 'conditional', 'correlational', 'none'];
  const byVerb = new Map<string, Claim>();
  for (const claim of claimsOf(sentence, block)) {
    const key = claim.relation.verb >= 0 ? `v${claim.relation.verb}` : `w${claim.relation.range.from}`;
    const known = byVerb.get(key);
    if (!known || order.indexOf(strengthOf(claim)) < order.indexOf(strengthOf(known))) byVerb.set(key, claim);
  }
  return [...byVerb.values()].filter((claim) => strengthOf(claim) !== 'none' || claim.exposure.known);
}

function describe(claim: Claim, sentence: Sentence, block: Block, base: number, text: string): ArticleClaim {
  const { words } = readingOf(sentence);
  const span = (range: Range | undefined): Span | undefined =>
    range && range.to > range.from ? { start: words[range.from]!.token.start, end: words[range.to - 1]!.token.end } : undefined;
  const named = (range: Range | undefined): string => {
    const place = span(range);
    return place ? block.prose.slice(place.start, place.end).replace(/\s+/g, ' ').trim() : '';
  };
  const parts = [claim.exposure.range, claim.relation.range, claim.outcome.range].flatMap((range) => span(range) ?? []);
  const start = base + Math.min(...parts.map((part) => part.start));
  const end = base + Math.max(...parts.map((part) => part.end));
  return {
    start,
    end,
    text: text.slice(start, end),
    sentence: { start: base + sentence.start, end: base + sentence.end },
    exposure: named(claim.exposure.range) || claim.exposure.name,
    relation: named(claim.relation.range),
    outcome: named(claim.outcome.range),
    strength: strengthOf(claim),
    commitment: commitmentLabel(claim),
    direction: directionOf(claim),
    sources: coveringCitations(sentence, block).map((citation) => sourceOf(citation, base)),
  };
}

function sourceOf({ start, end, form, keys, href, label, identifier }: Citation, base: number): ClaimSource {
  return { start: base + start, end: base + end, form, keys, ...(href === undefined ? {} : { href }), ...(label === undefined ? {} : { label }), ...(identifier ? { identifier } : {}) };
}
