import { expect, test } from 'vitest';
import { readConfigFile } from './config-file.js';
import { resolveConfig, scaleSeverity } from './config.js';
import { defineRule, type AnyRule } from './rule.js';

const rules = [
  defineRule<{ strict: boolean; hosts: readonly string[]; level: string }>({
    meta: {
      id: 'first-rule', summary: '', why: '', sources: [], severity: 'warning', fixable: 'no',
      options: {
        strict: { type: 'boolean', default: false, description: '' },
        hosts: { type: 'array', items: { type: 'string' }, default: [], description: '' },
        level: { type: 'string', enum: ['a', 'b'], default: 'a', description: '' },
      },
      presets: { commerce: 'error' },
      presetOptions: { commerce: { strict: true } },
    },
  }),
  defineRule({ meta: { id: 'second-rule', summary: '', why: '', sources: [], severity: 'off', fixable: 'no', options: {} } }),
] as unknown as readonly AnyRule[];

/** The problems of a text, each as the words it points at and its message. */
const problems = (text: string): string[] => readConfigFile(text, rules).problems.map(({ start, end, message }) => `${text.slice(start, end)}: ${message}`);

test('reads comments, trailing commas and a byte-order mark', () => {
  const { config, problems: none } = readConfigFile('\ufeff// ours\n{ "extends": "strict", "words": ["kratomine",], /* x */ "rules": { "first-rule": { "severity": "error", "strict": true } } }', rules);
  expect(none).toEqual([]);
  expect(config).toEqual({ extends: 'strict', words: ['kratomine'], rules: { 'first-rule': { severity: 'error', strict: true } } });
});

test('an empty file is an empty configuration', () => {
  expect(readConfigFile('', rules)).toEqual({ config: {}, problems: [], malformed: false });
});

test('points at what is wrong and says what would be right', () => {
  expect(problems('{ "rules": { "fist-rule": "off" } }')).toEqual([expect.stringMatching(/^"fist-rule": There is no rule “fist-rule”. Did you mean “first-rule”\?/)]);
  expect(problems('{ "rules": { "first-rule": "fatal" } }')).toEqual([expect.stringMatching(/^"fatal": The value must be "off", "error"/)]);
  expect(problems('{ "rules": { "first-rule": { "strickt": true } } }')).toEqual([expect.stringMatching(/^"strickt": .*Did you mean “strict”\?/)]);
  expect(problems('{ "rules": { "first-rule": { "strict": "yes" } } }')).toEqual(['"yes": Option “strict” of first-rule must be a boolean.']);
  expect(problems('{ "rules": { "first-rule": { "hosts": [1] } } }')).toEqual(['[1]: Option “hosts” of first-rule must be a list of strings.']);
  expect(problems('{ "rules": { "first-rule": { "level": "c" } } }')).toEqual(['"c": Option “level” of first-rule must be one of a, b.']);
  expect(problems('{ "ruls": {} }')).toEqual([expect.stringMatching(/^"ruls": Unknown setting “ruls”. Did you mean “rules”\?/)]);
  expect(problems('{ "extends": "gentle" }')).toEqual(['"gentle": “extends” must be one of recommended, strict, commerce.']);
  expect(problems('[]')).toEqual(['[]: The configuration must be an object: { "rules": { … } }.']);
});

test('a syntax error keeps what could be understood', () => {
  const { config, problems: found } = readConfigFile('{ "words": ["a"], "rules": { "first-rule": "off" ', rules);
  expect(config).toEqual({ words: ['a'], rules: { 'first-rule': 'off' } });
  expect(found.length).toBeGreaterThan(0);
  expect(found[0]!.message).toMatch(/not valid JSON: close brace expected/);
});

test('presets and choices give severities and options', () => {
  expect([...resolveConfig(rules).rules]).toEqual([['first-rule', { severity: 'warning', options: { strict: false, hosts: [], level: 'a' } }]]);
  expect(resolveConfig(rules, 'strict').rules.get('first-rule')?.severity).toBe('error');
  expect(resolveConfig(rules, 'commerce').rules.get('first-rule')).toEqual({ severity: 'error', options: { strict: true, hosts: [], level: 'a' } });
  expect(resolveConfig(rules, 'commerce', { 'first-rule': { strict: false }, 'second-rule': 'hint' }).rules.get('first-rule')?.options.strict).toBe(false);
  expect(resolveConfig(rules, 'recommended', { 'second-rule': 'hint', 'first-rule': 'off' }).rules.has('first-rule')).toBe(false);
});

test('moving a rule up or down moves each of its reports', () => {
  expect(scaleSeverity('information', 'warning', 'error')).toBe('warning');
  expect(scaleSeverity('warning', 'warning', 'hint')).toBe('hint');
  expect(scaleSeverity('information', 'warning', 'hint')).toBe('hint');
  expect(scaleSeverity('error', 'off', 'warning')).toBe('error');
});
