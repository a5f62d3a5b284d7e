/** Workflow commands of GitHub Actions: findings show up beside the lines of a pull request. */
import type { Severity } from '../../rules/index.js';
import type { Format } from './format.js';
import { count } from './words.js';

const LEVEL: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' };

export function githubFormat(): Format {
  return {
    begin: () => '',
    result({ path, error, findings }) {
      if (error !== undefined) return `::error file=${property(path)},title=Health Lint::${data(error)}\n`;
      return (findings ?? [])
        .map(({ severity, line, column, endLine, endColumn, rule, message }) => {
          // GitHub takes columns only where a finding stays on its line.
          const columns = line === endLine ? `,col=${column},endColumn=${endColumn}` : '';
          return `::${LEVEL[severity]} file=${property(path)},line=${line},endLine=${endLine}${columns},title=${property(rule)}::${data(message)}\n`;
        })
        .join('');
    },
    end: ({ findings, files }) => `${count(findings, 'problem')} in ${count(files, 'file')}\n`,
  };
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
