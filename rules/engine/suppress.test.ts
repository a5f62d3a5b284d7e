import { expect, test } from 'vitest';
import { parseArticle } from '../article/parse.js';
import { resolveConfig } from './config.js';
import { createLinter } from './lint.js';
import { defineRule, type AnyRule } from './rule.js';
import { rule as unusedSuppression } from './unused-suppression.js';

const flag = (id: string, word: RegExp): AnyRule =>
  defineRule({
    meta: { id, summary: '', why: '', sources: [], severity: 'warning', fixable: 'no', options: {} },
    *checkBlock(block) {
      for (const { index, 0: found } of block.prose.matchAll(word)) yield { start: index, end: index + found.length, message: id };
    },
  }) as unknown as AnyRule;

const rules = [flag('bad-word', /\bbad\b/g), flag('worse-word', /\bworse\b/g), unusedSuppression as unknown as AnyRule];
const linter = createLinter(rules, resolveConfig(rules));
const lint = (text: string): string[] => linter.lint(parseArticle(text)).findings.map(({ rule, start }) => `${rule}@${text.slice(0, start).split('\n').length}`);

test('without comments everything is reported', () => {
  expect(lint('bad\n\nworse')).toEqual(['bad-word@1', 'worse-word@3']);
});

test('the next line that has anything on it is silenced, for the named rules', () => {
  expect(lint('<!-- health-lint-disable-next-line bad-word -->\nbad worse\n\nbad')).toEqual(['worse-word@2', 'bad-word@4']);
  expect(lint('<!-- health-lint-disable-next-line -->\n\nbad worse\n\nbad')).toEqual(['bad-word@5']);
});

test('the same line', () => {
  expect(lint('bad <!-- health-lint-disable-line bad-word -->\n\nbad')).toEqual(['bad-word@3']);
});

test('a stretch, until it is enabled again', () => {
  expect(lint('bad\n\n<!-- health-lint-disable bad-word -->\n\nbad\n\n<!-- health-lint-enable bad-word -->\n\nbad')).toEqual(['bad-word@1', 'bad-word@9']);
  expect(lint('bad\n\n<!-- health-lint-disable -->\n\nbad worse')).toEqual(['bad-word@1']);
});

test('the whole file, from anywhere in it', () => {
  expect(lint('bad\n\nworse\n\n<!-- health-lint-disable-file bad-word, worse-word -->')).toEqual([]);
});

test('a comment in MDX form', () => {
  expect(lint('import X from "x"\n\n{/* health-lint-disable-next-line bad-word */}\n\nbad')).toEqual([]);
});

test('a comment that hides nothing is reported, and one that names no rule', () => {
  expect(lint('<!-- health-lint-disable-next-line bad-word -->\n\nfine')).toEqual(['unused-suppression@1']);
  const [finding] = linter.lint(parseArticle('<!-- health-lint-disable-file bad-wrod -->\n\nbad')).findings;
  expect(finding?.message).toMatch(/no rule “bad-wrod”; did you mean “bad-word”\?/);
});

test('a comment for a rule that is switched off is not called unused', () => {
  const quiet = createLinter(rules, resolveConfig(rules, 'recommended', { 'bad-word': 'off' }));
  expect(quiet.lint(parseArticle('<!-- health-lint-disable-next-line bad-word -->\n\nbad')).findings).toEqual([]);
});
