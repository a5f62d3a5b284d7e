/** JUnit's XML, which most CI servers read: a file is a suite, a finding a failed case. */
import type { Format } from './format.js';
import { escapeMarkup as escape } from './xml.js';

export function junitFormat(): Format {
  return {
    begin: () => '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="health-lint">\n',
    result({ path, error, findings = [] }) {
      const cases =
        error !== undefined
          ? [`    <testcase name="readable" classname="${escape(path)}"><error message="${escape(error)}"/></testcase>\n`]
          : findings.length === 0
            ? [`    <testcase name="no problems" classname="${escape(path)}"/>\n`]
            : findings.map(
                ({ rule, line, column, severity, message }) =>
                  `    <testcase name="${escape(rule)} (${line}:${column})" classname="${escape(path)}"><failure type="${severity}" message="${escape(message)}">${escape(`${path}:${line}:${column}: ${severity}: ${message} (${rule})`)}</failure></testcase>\n`,
              );
      const failures = error === undefined ? findings.length : 0;
      return `  <testsuite name="${escape(path)}" tests="${cases.length}" failures="${failures}" errors="${error === undefined ? 0 : 1}" skipped="0" time="0">\n${cases.join('')}  </testsuite>\n`;
    },
    end: () => '</testsuites>\n',
  };
}
