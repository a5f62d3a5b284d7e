/** Findings as other programs read them: plain data with offsets, lines and columns. The shapes are the command line's contract. */
import type { Finding, Fix, Severity } from '../../rules/index.js';
import { linesOf, type Lines } from './lines.js';

/** A finding. Offsets are UTF-16 code units, half-open; lines and columns start at 1. */
export interface FindingRecord {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly fixes: readonly Fix[];
  readonly data?: Readonly<Record<string, unknown>>;
}

/** Findings of a text as records. */
export function recordsOf(text: string, findings: readonly Finding[]): FindingRecord[] {
  if (findings.length === 0) return [];
  const lines = linesOf(text);
  return findings.map((finding) => recordOf(finding, lines));
}

function recordOf({ rule, severity, message, start, end, fixes, data }: Finding, lines: Lines): FindingRecord {
  const from = lines.at(start);
  const to = lines.at(end);
  return {
    rule,
    severity,
    message,
    start,
    end,
    line: from.line + 1,
    column: from.column + 1,
    endLine: to.line + 1,
    endColumn: to.column + 1,
    fixes: fixes.map(({ title, safety, edits }) => ({ title, safety, edits: edits.map((edit) => ({ start: edit.start, end: edit.end, text: edit.text })) })),
    ...(data ? { data } : {}),
  };
}
