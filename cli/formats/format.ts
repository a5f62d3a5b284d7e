/** What a report format is, and how one is opened by its name. */
import type { Severity } from '../../rules/index.js';
import type { JobResult } from '../../server/workspace/check.js';
import type { Arguments } from '../arguments.js';

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

/** Loads one format; the others stay on disk. */
export async function openFormat({ format, command, color, fix, stdin, names }: Arguments): Promise<Format> {
  switch (format) {
    case 'json':
      return (await import('./json.js')).jsonFormat(command === 'claims' ? 'claims' : 'lint');
    case 'ndjson':
      return (await import('./json.js')).ndjsonFormat();
    case 'github':
      return (await import('./github.js')).githubFormat();
    case 'sarif':
      return (await import('./sarif.js')).sarifFormat();
    case 'junit':
      return (await import('./junit.js')).junitFormat();
    case 'html':
      return (await import('./html.js')).htmlFormat();
    default: {
      const stream = stdin && fix ? process.stderr : process.stdout;
      const { colorsFor } = await import('./colors.js');
      const colors = colorsFor(stream, color);
      if (command === 'claims') return (await import('./pretty-claims.js')).prettyClaimsFormat(colors);
      return (await import('./pretty.js')).prettyFormat({ colors, fix, stdin, names });
    }
  }
}
