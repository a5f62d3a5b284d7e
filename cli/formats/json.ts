/** Reports for programs: one JSON document, or one JSON object a line. Both are written while results come in. */
import type { JobResult } from '../../server/workspace/check.js';
import type { Format, Summary } from './format.js';

/** `{"files": [...], "summary": {...}}`. */
export function jsonFormat(task: 'lint' | 'claims'): Format {
  let separator = '';
  return {
    begin: () => '{"files":[',
    result(result) {
      const text = `${separator}\n${JSON.stringify(publicPart(result))}`;
      separator = ',';
      return text;
    },
    end: (summary) => `\n],"summary":${JSON.stringify(publicSummary(summary, task))}}\n`,
  };
}

/** One result a line. */
export function ndjsonFormat(): Format {
  return { begin: () => '', result: (result) => `${JSON.stringify(publicPart(result))}\n`, end: () => '' };
}

/** What the contract names; with `--fix`, a text that came by standard input goes back as `text`. */
function publicPart({ path, error, findings, claims, fixed }: JobResult): unknown {
  if (error !== undefined) return { path, error };
  if (claims) return { path, claims };
  return { path, findings, ...(fixed ? { fixed: fixed.count } : {}), ...(fixed?.text === undefined ? {} : { text: fixed.text }) };
}

function publicSummary({ files, findings, claims, unreadable, bySeverity, byRule }: Summary, task: 'lint' | 'claims'): unknown {
  return task === 'claims' ? { files, claims, unreadable } : { files, findings, unreadable, bySeverity, byRule };
}
