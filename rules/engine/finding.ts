/** What the engine puts out: findings and fixes, in offsets of the file. */
import type { Span } from '../article/article.js';

export const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** `safe` may be applied unseen (fix-all, on save, `--fix`); a `suggestion` only by a person who has read it. */
export type FixSafety = 'safe' | 'suggestion';

/** Replaces `start` to `end` by `text`. */
export interface Edit extends Span {
  readonly text: string;
}

/** One way to mend a finding. `edits` are in file offsets, in order, and do not overlap. */
export interface Fix {
  readonly title: string;
  readonly safety: FixSafety;
  readonly edits: readonly Edit[];
}

/** Another place in the same file that explains the finding. Offsets are in the file (in a report: as its own). */
export interface Related extends Span {
  readonly message: string;
}

/** A problem in the text. Offsets are in the file. */
export interface Finding extends Span {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly fixes: readonly Fix[];
  readonly related?: readonly Related[];
  readonly data?: Readonly<Record<string, unknown>>;
}
