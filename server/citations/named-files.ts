/** Shows what is wrong with a bibliography or a list of retractions at the place where it is named. */
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver';
import type { Span } from '../../rules/index.js';
import { SOURCE } from '../protocol.js';
import { linesOf } from '../workspace/lines.js';
import type { ResourceProblem } from '../workspace/sources/sources.js';

/** The problems of files that a text names between `start` and `end`, each on the file's name. */
export function namedFileProblems(text: string, { start, end }: Span, problems: readonly ResourceProblem[]): Diagnostic[] {
  if (problems.length === 0) return [];
  const lines = linesOf(text);
  const position = (offset: number): { line: number; character: number } => {
    const { line, column } = lines.at(offset);
    return { line, character: column };
  };
  return problems.flatMap(({ location, message }): Diagnostic[] => {
    const name = fileName(location);
    const at = text.indexOf(name, start);
    if (name === '' || at === -1 || at + name.length > end) return [];
    return [{ source: SOURCE, code: 'configuration', severity: DiagnosticSeverity.Warning, message: `${name}: ${message}`, range: { start: position(at), end: position(at + name.length) } }];
  });
}

function fileName(location: string): string {
  const name = location.slice(location.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
