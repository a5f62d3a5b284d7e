/** What a report format is. */
import type { Severity } from '../../rules/index.js';
import type { JobResult } from '../../server/workspace/check.js';

/** A report, written piece by piece while results come in. */
export interface Format {
  begin(): string;
  result(result: JobResult): string;
  end(summary: Summary): string;
}

export interface Summary {
  readonly files: number;
  readonly findings: number;
  readonly claims: number;
  readonly unreadable: number;
  /** Problems that were fixed, and that a safe fix would mend. */
  readonly fixed: number;
  readonly fixable: number;
  readonly bySeverity: Readonly<Record<Severity, number>>;
  readonly byRule: Readonly<Record<string, number>>;
}
