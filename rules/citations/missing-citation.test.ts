/** The fixes of `missing-citation` do what they say: afterwards that finding is gone and nothing else has changed. */
import { describe, expect, it } from 'vitest';
import { parseArticle } from '../article/parse.js';
import { resolveConfig } from '../engine/config.js';
import { applyEdits } from '../engine/fixes.js';
import type { Finding } from '../engine/finding.js';
import { createLinter } from '../engine/lint.js';
import type { AnyRule } from '../engine/rule.js';
import { readMarks } from '../testing/run-cases.js';
import { cases } from './missing-citation.cases.js';
import { rule } from './missing-citation.js';

const rules = [rule as unknown as AnyRule];
const linter = createLinter(rules, resolveConfig(rules));
const findingsIn = (text: string): readonly Finding[] => linter.lint(parseArticle(text)).findings;

const TEXTS = [
  ...cases.bad.map((one) => readMarks(typeof one === 'string' ? one : 'length' in one ? one[0] : one.marked).text),
  // places where a mark is easily put wrong
  '',
  '**Trials show that naps help.**',
  '**Trials show that naps help**.',
  '_Trials show_ that naps help!',
  'He said: “Trials show that naps help.”',
  '(Trials show that naps help.)',
  '[Read on: trials show that naps help.](/naps)',
  'Trials show that naps help `every day`.',
  'Trials show that naps help; sleep is good.',
  '- Trials show that naps help\n- About 40% of adults nap for their health',
  '1. Trials show that naps help.\n2. Sleep well.\n',
  '| A | B |\n| --- | --- |\n| Trials show that naps help. | x |\n',
  '> Trials show that naps help.\n',
  '> - Trials show that naps help.\n>\n> More.\n',
  '    \n\nTrials show that naps help.   \n\n\n',
  'Trials show that naps help.\r\n\r\nAbout 40% of adults nap for their health.\r\n',
  '---\ntitle: Naps\n---\n\nTrials show that naps help.\n',
  'Trials show that naps help.\n\n```\ncode\n```\n',
  'Trials show that naps help.\n\n<!-- the end -->\n',
  'Trials show that naps help.\n\n- a list\n- at the end',
  'Trials show that naps help.\n\n[^1]: Defined and never used.\n',
  'Sleep well.[^3]\n\nTrials show that naps help.\n\n[^3]: Lee. 2020.\n    Goes on here.\n\n',
  '\u{1F634} Trials show that naps help.',
  'Trials show that naps help\nand that sleep\nis good.',
];

describe('fixes', () => {
  const seen = new Set<string>();
  it.each(TEXTS.map((text) => [text]))('of %j', (text) => {
    const before = findingsIn(text);
    before.forEach((finding, index) => {
      for (const fix of finding.fixes) {
        seen.add(fix.title);
        const fixed = applyEdits(text, fix.edits);
        const after = findingsIn(fixed);
        const reasons = before.filter((_, i) => i !== index).map(({ data }) => data?.['reason']).filter((reason) => reason !== 'no-sources' && reason !== 'untied-references');
        const left = after.map(({ data }) => data?.['reason']).filter((reason) => reason !== 'no-sources' && reason !== 'untied-references');
        expect(left, `${fix.title}: ${JSON.stringify(fixed)}`).toEqual(reasons);
        // Nothing but the marks was added, nothing was taken away.
        const added = fix.edits.map((edit) => edit.text).join('');
        expect(added).toMatch(/^(?:\[\^\d+\]\s*\[\^\d+\]: | ?\[citation needed\]| ?\[@\])$/);
        expect(fixed.length).toBe(text.length + added.length);
        if (text.includes('\r\n')) expect(added.replace(/\r\n/g, '')).not.toContain('\n');
        expect(fix.safety).toBe('suggestion');
      }
    });
  });
  it('offered each kind', () => {
    expect([...seen].sort()).toEqual(['Insert a footnote for the source', 'Insert “[@]” for a bibliography key', 'Insert “[citation needed]”']);
  });
});
