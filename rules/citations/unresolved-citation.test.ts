/** The fixes of `unresolved-citation` leave the article whole: what they mend is gone, and no other fault comes of it. */
import { describe, expect, it } from 'vitest';
import { parseArticle } from '../article/parse.js';
import { resolveConfig } from '../engine/config.js';
import { applyEdits } from '../engine/fixes.js';
import { createLinter } from '../engine/lint.js';
import type { AnyRule } from '../engine/rule.js';
import { readMarks } from '../testing/run-cases.js';
import { cases } from './unresolved-citation.cases.js';
import { rule } from './unresolved-citation.js';

const rules = [rule as unknown as AnyRule];

describe('fixes of unresolved-citation', () => {
  const bad = cases.bad.map((one) => (typeof one === 'string' ? { marked: one } : 'length' in one ? { marked: one[0] } : one));
  it.each(bad.map((one) => [one.marked, one]))('%j', (_, one) => {
    const { text } = readMarks(one.marked);
    const resources = { words: new Set<string>(), ...('resources' in one ? one.resources : {}) };
    const linter = createLinter(rules, resolveConfig(rules), resources);
    const messages = (source: string): string[] => linter.lint(parseArticle(source)).findings.map(({ message }) => message);
    const { findings } = linter.lint(parseArticle(text));
    for (const finding of findings) {
      for (const fix of finding.fixes) {
        const left = messages(applyEdits(text, fix.edits));
        expect(left).not.toContain(finding.message);
        const others = findings.filter((other) => other !== finding).map(({ message }) => message);
        // A new definition is empty, and is said to be; an order of numbers or an unused one may have been hidden by the fault.
        const fresh = left.filter((message) => !others.includes(message) && !/still empty|not numbered in the order|Nothing points to the footnote/.test(message));
        expect(fresh).toEqual([]);
      }
    }
  });
});
