/** The rules as a retext plugin: messages, places and replacements as other plugins of unified give them. */
import { retext } from 'retext';
import retextEnglish from 'retext-english';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { retextHealth, type RetextHealthOptions } from './retext.js';

function messagesOf(text: string, options?: RetextHealthOptions) {
  return retext().use(retextHealth, options ?? {}).processSync(text).messages;
}

const TEXT = 'First line.\n\nMany alcoholics need support.';

test('a finding is a message of the file', () => {
  const message = messagesOf(TEXT).find(({ ruleId }) => ruleId === 'stigmatizing-language');
  expect(message).toMatchObject({
    source: 'health-lint',
    fatal: false,
    actual: 'alcoholics',
    expected: ['people with alcohol use disorder'],
    line: 3,
    column: 6,
    place: { start: { line: 3, column: 6, offset: 18 }, end: { line: 3, column: 16, offset: 28 } },
  });
  expect(message?.url).toMatch(/^https:/);
  expect(message?.note).toMatch(/\w/);
});

test('severity becomes fatal, and rules can be moved or switched off', () => {
  const fatal = (choice: NonNullable<RetextHealthOptions['rules']>[string]) => messagesOf(TEXT, { rules: { 'stigmatizing-language': choice } }).find(({ ruleId }) => ruleId === 'stigmatizing-language')?.fatal;
  expect(fatal('error')).toBe(true);
  expect(fatal('warning')).toBe(false);
  const messages = messagesOf(TEXT, { rules: { 'stigmatizing-language': 'off' } });
  expect(messages.some(({ ruleId }) => ruleId === 'stigmatizing-language')).toBe(false);
  const information = messagesOf(TEXT, { rules: { 'stigmatizing-language': 'information' } }).find(({ ruleId }) => ruleId === 'stigmatizing-language');
  expect(information).toBeDefined();
  expect(information?.fatal).toBeUndefined();
});

test('the url can point to the pages', () => {
  const message = messagesOf(TEXT, { pages: 'https://example.org/rules/' }).find(({ ruleId }) => ruleId === 'stigmatizing-language');
  expect(message?.url).toBe('https://example.org/rules/stigmatizing-language.md');
});

test('lines end with CR, LF or both', () => {
  const message = messagesOf('One.\r\n\r\nThe policeman came.').find(({ ruleId }) => ruleId === 'insensitive-wording');
  expect(message).toMatchObject({ line: 3, column: 5, actual: 'policeman', expected: ['officer', 'police officer'] });
});

test('runs beside other plugins and suppression comments hold', () => {
  const file = unified().use(retextEnglish).use(retextHealth).use(function () {
    this.compiler = () => '';
  }).processSync('<!-- health-lint-disable stigmatizing-language -->\n\nMany alcoholics need support.');
  expect(file.messages.filter(({ ruleId }) => ruleId === 'stigmatizing-language')).toEqual([]);
});
