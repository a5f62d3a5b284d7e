/** The repairs of `malformed-identifier` may be applied unseen: afterwards nothing is wrong, and a second run changes nothing. */
import { describe, expect, it } from 'vitest';
import { parseArticle } from '../article/parse.js';
import { resolveConfig } from '../engine/config.js';
import { applyEdits, editsFor } from '../engine/fixes.js';
import { createLinter } from '../engine/lint.js';
import type { AnyRule } from '../engine/rule.js';
import { readMarks } from '../testing/run-cases.js';
import { isDoi, isIsbn, isIssn, isOrcid, withoutTrailing } from './identifier-checks.js';
import { cases } from './malformed-identifier.cases.js';
import { rule } from './malformed-identifier.js';

const rules = [rule as unknown as AnyRule];
const linter = createLinter(rules, resolveConfig(rules));
const findingsIn = (text: string) => linter.lint(parseArticle(text)).findings;

describe('safe repairs', () => {
  const repaired = cases.bad.flatMap((one) => {
    const { text } = readMarks(typeof one === 'string' ? one : 'length' in one ? one[0] : one.marked);
    const edits = editsFor(findingsIn(text));
    return edits.length > 0 ? [[text, applyEdits(text, edits)] as const] : [];
  });
  it('are offered', () => expect(repaired.length).toBeGreaterThan(8));
  it.each(repaired)('%j', (_, fixed) => expect(findingsIn(fixed)).toEqual([]));
});

describe('identifiers', () => {
  it.each(['10.1000/xyz123', '10.1016/S0140-6736(97)11096-0', '10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2', '10.1000.10/123', '10/abc1d'])('%s is a DOI', (value) => expect(isDoi(value)).toBe(true));
  it.each(['10.1/x', '11.1000/x', '10.1000', '10.1000/', 'x', '10.1000/a b'])('%s is none', (value) => expect(isDoi(value)).toBe(false));
  it('checks the digits of books, journals and people', () => {
    expect([isIsbn('0-306-40615-2'), isIsbn('978 3 16 148410 0'), isIsbn('0-8044-2957-X'), isIsbn('0-306-40615-3'), isIsbn('12')]).toEqual([true, true, true, false, false]);
    expect([isIssn('0378-5955'), isIssn('2434-561X'), isIssn('0378-5956')]).toEqual([true, true, false]);
    expect([isOrcid('0000-0002-1825-0097'), isOrcid('0000-0002-9079-593X'), isOrcid('0000-0002-1825-0098')]).toEqual([true, true, false]);
  });
  it('takes off what belongs to the sentence', () => {
    expect(withoutTrailing('10.1000/x).')).toBe('10.1000/x');
    expect(withoutTrailing('10.1000/S1(97)2-3),')).toBe('10.1000/S1(97)2-3');
    expect(withoutTrailing('10.1000/a(1)')).toBe('10.1000/a(1)');
  });
});
