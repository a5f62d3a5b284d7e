/** A report to open in a browser or to send round: one file, no scripts, nothing loaded from elsewhere. */
import type { JobResult } from '../../server/workspace/check.js';
import type { FindingRecord } from '../../server/workspace/result.js';
import type { Format, Summary } from './format.js';
import { count } from './words.js';
import { escapeMarkup as escape } from './xml.js';

const STYLE = `:root{color-scheme:light dark;--error:#b3261e;--warning:#8a5a00;--information:#0b57a4;--hint:#5f6368}
@media(prefers-color-scheme:dark){:root{--error:#f2b8b5;--warning:#f5c26b;--information:#a8c7fa;--hint:#bdc1c6}}
body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
h2{font-size:1.1rem;margin:2rem 0 .5rem;overflow-wrap:anywhere}ol{list-style:none;padding:0}
li{border-left:.25rem solid var(--hint);padding:.25rem .75rem;margin:.75rem 0}
.error{border-color:var(--error)}.warning{border-color:var(--warning)}.information{border-color:var(--information)}
b{text-transform:capitalize}.error b{color:var(--error)}.warning b{color:var(--warning)}.information b{color:var(--information)}
blockquote{margin:.5rem 0;font-family:ui-monospace,monospace;font-size:.9rem;overflow-wrap:anywhere;white-space:pre-wrap}
mark{padding:0 .1em}code{font-size:.9em}small{opacity:.8}table{border-collapse:collapse}td,th{padding:.1rem 1rem .1rem 0;text-align:left}`;

export function htmlFormat(): Format {
  return {
    begin: () =>
      `<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">\n<title>Health Lint report</title>\n<style>${STYLE}</style>\n<h1>Health Lint report</h1>\n`,
    result: section,
    end: ending,
  };
}

function section({ path, error, findings = [], excerpts }: JobResult): string {
  if (error === undefined && findings.length === 0) return '';
  const items = error === undefined ? findings.map((finding, index) => item(finding, excerpts?.[index] ?? '')) : [`<li class="error"><b>not checked</b> ${escape(error)}</li>`];
  return `<h2>${escape(path)}</h2>\n<ol>\n${items.join('\n')}\n</ol>\n`;
}

function item(finding: FindingRecord, line: string): string {
  const { severity, message, rule, fixes } = finding;
  const ideas = fixes.map(({ title, safety }) => `<br><small>${safety === 'safe' ? 'Fix' : 'Idea'}: ${escape(title)}</small>`).join('');
  return `<li class="${severity}"><b>${severity}</b> <small>${finding.line}:${finding.column}</small> ${escape(message)} <code>${escape(rule)}</code>${quote(finding, line)}${ideas}</li>`;
}

/** The source around the finding, with its words marked. */
function quote({ column, endColumn, line: first, endLine }: FindingRecord, line: string): string {
  if (line.trim() === '') return '';
  const start = column - 1;
  const end = endLine > first ? line.length : endColumn - 1;
  const from = Math.max(0, start - 80);
  const to = Math.min(line.length, Math.max(end, start) + 80);
  return `<blockquote>${from > 0 ? '…' : ''}${escape(line.slice(from, start))}<mark>${escape(line.slice(start, end))}</mark>${escape(line.slice(end, to))}${to < line.length ? '…' : ''}</blockquote>`;
}

function ending({ files, findings, unreadable, byRule }: Summary): string {
  const rows = Object.entries(byRule)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([rule, number]) => `<tr><td><code>${escape(rule)}</code></td><td>${number}</td></tr>`);
  const table = rows.length ? `<table>\n<tr><th>Rule</th><th>Problems</th></tr>\n${rows.join('\n')}\n</table>\n` : '';
  return `<h2>Summary</h2>\n<p>${count(findings, 'problem')} in ${count(files - unreadable, 'file')}.${unreadable ? ` ${count(unreadable, 'file')} could not be checked.` : ''}</p>\n${table}</html>\n`;
}
