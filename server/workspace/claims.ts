/** The health claims of an article as other programs read them; the shape is the command line's contract. */
import { claimsIn, type Article, type ArticleClaim, type ClaimSource } from '../../rules/index.js';
import { linesOf } from './lines.js';

/** A claim. Offsets are UTF-16 code units into the file's text, half-open; line and column start at 1. */
export interface ClaimRecord extends Omit<ArticleClaim, 'sources'> {
  /** Identifiers, keys or addresses of the sources that cover the sentence. */
  readonly sources: readonly string[];
  readonly line: number;
  readonly column: number;
}

/** Every claim of an article, in its order. */
export function claimRecords(article: Article): ClaimRecord[] {
  const lines = linesOf(article.text);
  return claimsIn(article).map((claim) => {
    const { line, column } = lines.at(claim.start);
    return { ...claim, sources: [...new Set(claim.sources.flatMap(namesOf))], line: line + 1, column: column + 1 };
  });
}

function namesOf({ identifier, keys, href, label }: ClaimSource): readonly string[] {
  if (identifier) return [`${identifier.type}:${identifier.value}`];
  if (keys.length > 0) return keys;
  return href ? [href] : label ? [label] : [];
}
