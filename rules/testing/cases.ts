/**
 * The form in which a rule's cases are written, beside the rule. A case marks the finding in the text with « and », so the
 * exact span is part of it, and gives the text after the first fix.
 */
import type { RuleChoice } from '../engine/config.js';
import type { Severity } from '../engine/finding.js';
import type { Resources } from '../engine/resources.js';

/** `«marked»` text alone (no fix is offered, or any), or with the text after the finding's first fix; `null`: no fix may be offered. */
export type BadCase = string | readonly [marked: string, fixed: string | null] | DetailedCase;

export interface DetailedCase {
  readonly marked: string;
  /** The text after the first fix of the first marked finding; `null`: no fix may be offered. */
  readonly fixed?: string | null;
  readonly severity?: Severity;
  readonly message?: RegExp;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly options?: RuleChoice;
  readonly resources?: Partial<Resources>;
  /** False for a case that is about a whole file (front matter, headings, references): it is run as it stands, not multiplied. */
  readonly anywhere?: boolean;
}

export interface Cases {
  readonly bad: readonly BadCase[];
  readonly ok: readonly (string | Omit<DetailedCase, 'marked' | 'fixed' | 'severity'> & { readonly text: string })[];
  /** True where all cases of the rule are about whole files. */
  readonly wholeFile?: boolean;
  /** Block kinds and zones where a case means something else; the multiplied form leaves them out (`heading`, `table`, `quote`, …). */
  readonly not?: readonly Setting[];
}

/** The places that each case is also run in. */
export type Setting = 'front-matter' | 'quote' | 'list' | 'table' | 'heading' | 'crlf' | 'emoji' | 'wrapped' | 'bold' | 'code' | 'disabled';

export function defineCases(cases: Cases): Cases {
  return cases;
}
