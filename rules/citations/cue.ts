/** What a cue is: the words in a sentence that call for a source, and why. */
import type { Block, Sentence, Span } from '../article/article.js';
import type { Severity } from '../engine/finding.js';
import type { Token } from '../english/tokens.js';
import type { CueMatch } from './cue-phrases.js';

/** The reasons in the order in which they go before each other. */
export const REASONS = [
  'statistic',
  'regulatory',
  'research-attribution',
  'dosage',
  'comparative',
  'mechanism',
  'quotation',
  'history',
  'established-knowledge',
  'finding',
] as const;
export type Reason = (typeof REASONS)[number];

/** A cue: the words that call for a source. Offsets are in the block. */
export interface Cue extends Span {
  readonly reason: Reason;
  /** How likely it is that an editor would ask for a source here, 0 to 1. */
  readonly confidence: number;
  /** Where this cue is weaker than its reason: the severity it may have at most. */
  readonly atMost?: Severity;
  /** For mechanisms: the verb group, so that a claim rule that marks it wins. */
  readonly focus?: Span;
}

/** What the cue finders read: a sentence with its tokens and cue phrases. */
export interface Reading {
  readonly sentence: Sentence;
  readonly block: Block;
  readonly tokens: readonly Token[];
  readonly phrases: readonly CueMatch[];
}

/** A cue over the tokens `from` to `to` (behind the last). */
export function cueOver(tokens: readonly Token[], from: number, to: number, cue: Omit<Cue, 'start' | 'end'>): Cue {
  return { ...cue, start: tokens[from]!.start, end: tokens[to - 1]!.end };
}
