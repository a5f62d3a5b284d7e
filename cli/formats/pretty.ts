/** The report for people: each problem with its line, what to do about it, and what to do next. */
import { SEVERITIES, type Severity } from '../../rules/index.js';
import type { JobResult } from '../../server/workspace/check.js';
import type { FindingRecord } from '../../server/workspace/result.js';
import type { Colors } from './colors.js';
import type { Format, Summary } from './format.js';
import { excerptOf } from './excerpt.js';
import { count } from './words.js';

/** How the program was called, as far as the report says what to do next. */
interface Call {
  readonly colors: Colors;
  readonly fix: boolean;
  readonly stdin: boolean;
  readonly names: readonly string[];
}

export function prettyFormat({ colors, fix, stdin, names }: Call): Format {
  return {
    begin: () => '',
    result: (result) => block(result, colors),
    end: (summary) => ending(summary, { colors, fix, stdin, names }),
  };
}

function block({ path, error, findings, excerpts }: JobResult, colors: Colors): string {
  if (error !== undefined) return `${colors.underline(path)}\n  ${colors.red('not checked')}  ${error}\n\n`;
  if (!findings?.length) return '';
  return `${colors.underline(path)}\n${findings.map((finding, index) => entry(finding, excerpts?.[index] ?? '', colors)).join('')}\n`;
}

function entry(finding: FindingRecord, line: string, colors: Colors): string {
  const { severity, message, rule, fixes } = finding;
  const excerpt = excerptOf(finding, line);
  const margin = ' '.repeat(String(finding.line).length);
  const lines = [
    `  ${colors.dim(`${finding.line}:${finding.column}`)}  ${paint(severity, colors)(severity)}  ${message}  ${colors.dim(rule)}`,
    ...(excerpt.text.trim() === ''
      ? []
      : [
          `  ${colors.dim(`${finding.line} │`)} ${excerpt.text}`,
          `  ${margin} ${colors.dim('│')} ${' '.repeat(excerpt.start)}${paint(severity, colors)('~'.repeat(excerpt.length))}`,
        ]),
    ...(fixes[0] ? [`  ${margin} ${colors.dim('│')} ${colors.green(fixes[0].safety === 'safe' ? 'fix:' : 'idea:')} ${fixes[0].title}`] : []),
  ];
  return `${lines.join('\n')}\n`;
}

function paint(severity: Severity, colors: Colors): (text: string) => string {
  return { error: colors.red, warning: colors.yellow, information: colors.cyan, hint: colors.dim }[severity];
}

function ending({ files, findings, unreadable, fixed, fixable, bySeverity }: Summary, { colors, fix, stdin, names }: Call): string {
  const checked = count(files - unreadable, 'file');
  const unread = unreadable > 0 ? ` ${colors.red(`${count(unreadable, 'file')} could not be checked.`)}` : '';
  const mended = fix && fixed > 0 ? `${count(fixed, 'problem')} fixed. ` : '';
  if (files > 0 && files === unreadable) return `${mended}${unread.trimStart()}\n`;
  if (findings === 0) return files === 0 ? '' : `${mended}${unreadable > 0 ? '' : `${colors.green('✓')} `}No problems in ${checked}.${unread}\n`;
  const parts = SEVERITIES.filter((severity) => bySeverity[severity] > 0).map((severity) => label(severity, bySeverity[severity]));
  const next = [
    ...(fixable > 0 && !fix && !stdin ? [`${fixable} can be fixed safely: health-lint --fix ${names.join(' ') || '.'}`] : []),
    'What a rule means: health-lint explain RULE',
  ];
  return `${mended}${colors.bold(count(findings, 'problem'))} in ${checked}: ${parts.join(', ')}.${unread}\n${next.map((line) => colors.dim(`  ${line}`)).join('\n')}\n`;
}

function label(severity: Severity, number: number): string {
  return severity === 'information' ? `${number} for information` : count(number, severity);
}
