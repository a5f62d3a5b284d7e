/** Between the engine's offsets and the protocol's ranges. */
import { DiagnosticSeverity, type Diagnostic, type Range, type TextEdit } from 'vscode-languageserver';
import type { Edit, Finding, Severity, Span } from '../rules/index.js';
import { SOURCE } from './protocol.js';

/** What knows lines: an open document, or the text of a closed file. */
export interface Positions {
  readonly uri: string;
  positionAt(offset: number): { line: number; character: number };
}

/** What the client shows of a finding besides its range and message. */
export interface Presentation {
  readonly rulePages: string | undefined;
  readonly relatedInformation: boolean;
}

const SEVERITY: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export function rangeOf({ start, end }: Span, positions: Positions): Range {
  return { start: positions.positionAt(start), end: positions.positionAt(end) };
}

export function diagnosticOf(finding: Finding, positions: Positions, { rulePages, relatedInformation }: Presentation): Diagnostic {
  const { rule, severity, message, related, data } = finding;
  return {
    source: SOURCE,
    code: rule,
    severity: SEVERITY[severity],
    message,
    range: rangeOf(finding, positions),
    ...(rulePages ? { codeDescription: { href: `${rulePages.replace(/\/$/, '')}/${rule}.md` } } : {}),
    ...(relatedInformation && related?.length
      ? { relatedInformation: related.map((one) => ({ message: one.message, location: { uri: positions.uri, range: rangeOf(one, positions) } })) }
      : {}),
    ...(data ? { data } : {}),
  };
}

export function textEditOf(edit: Edit, positions: Positions): TextEdit {
  return { range: rangeOf(edit, positions), newText: edit.text };
}

/** A diagnostic about a whole file that could not be checked. */
export function noticeOf(message: string): Diagnostic {
  return { source: SOURCE, severity: DiagnosticSeverity.Information, message, range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } };
}
