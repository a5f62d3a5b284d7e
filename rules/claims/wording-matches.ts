/** Walks a sentence for the rules about wording, and gives what each of them needs to know of a match: its place, its words, whose words they are. */
import type { Block, Sentence, Span } from '../article/article.js';
import type { Severity } from '../engine/finding.js';
import type { FixSpec, Report } from '../engine/rule.js';
import { tokensOf, type Token } from '../english/tokens.js';
import { oneLower, quotationOf } from './frames.js';
import { soundFixes } from './rewording.js';

/** Tokens of a sentence, half-open. */
export interface TokenRange {
  readonly from: number;
  readonly to: number;
}

export interface WordingMatch<F extends TokenRange> {
  readonly found: F;
  readonly tokens: readonly Token[];
  /** In the block. */
  readonly span: Span;
  /** The words as a message shows them: on one line. */
  readonly words: string;
  /** Somebody else's words. */
  readonly quoted: boolean;
}

/**
 * The matches of `findAt` from left to right, without overlaps. Scare quotes (one or two words in quotation marks) are passed over.
 * @param findAt what starts at this token, if anything.
 */
export function* wordingMatches<F extends TokenRange>(
  sentence: Sentence,
  block: Block,
  findAt: (tokens: readonly Token[], index: number) => F | undefined,
): Iterable<WordingMatch<F>> {
  const tokens = tokensOf(sentence);
  for (let i = 0; i < tokens.length; ) {
    const found = findAt(tokens, i);
    if (!found) {
      i++;
      continue;
    }
    i = found.to;
    const span = { start: tokens[found.from]!.start, end: tokens[found.to - 1]!.end };
    const quotation = quotationOf(span, block);
    if (quotation === 'scare') continue;
    yield { found, tokens, span, words: block.prose.slice(span.start, span.end).replace(/\s+/g, ' '), quoted: quotation === 'quoted' };
  }
}

/** Place, severity and fixes of a report on a match: other people's words weigh less, and nobody rewrites them. */
export function reportOn<F extends TokenRange>({ span, quoted }: WordingMatch<F>, severity: Severity, fixes: readonly FixSpec[], block: Block): Pick<Report, 'start' | 'end'> & Required<Pick<Report, 'severity' | 'fixes'>> {
  return { ...span, severity: quoted ? oneLower(severity) : severity, fixes: quoted ? [] : soundFixes(fixes, block) };
}
