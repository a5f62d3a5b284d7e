import { expect, test } from 'vitest';
import { applyEdits, editsFor } from './fixes.js';
import type { Edit, Finding } from './finding.js';

const finding = (...edits: Edit[]): Finding => ({ rule: 'r', severity: 'warning', message: '', start: edits[0]!.start, end: edits[0]!.end, fixes: [{ title: '', safety: 'safe', edits }] });

test('applies edits in any order', () => {
  expect(applyEdits('abc', [{ start: 2, end: 3, text: 'C' }, { start: 0, end: 0, text: '>' }])).toBe('>abC');
});

test('refuses edits that overlap', () => {
  expect(() => applyEdits('abc', [{ start: 0, end: 2, text: '' }, { start: 1, end: 3, text: '' }])).toThrow(RangeError);
});

test('leaves the later of two overlapping fixes for another run', () => {
  const first = { start: 0, end: 3, text: 'x' };
  const second = { start: 2, end: 5, text: 'y' };
  const third = { start: 5, end: 6, text: 'z' };
  expect(editsFor([finding(first), finding(second), finding(third)])).toEqual([first, third]);
});

test('a fix with several edits goes in whole or not at all', () => {
  const first = { start: 4, end: 5, text: 'x' };
  expect(editsFor([finding(first), finding({ start: 0, end: 1, text: 'a' }, { start: 4, end: 5, text: 'b' })])).toEqual([first]);
});

test('suggestions are never applied unseen', () => {
  const one = finding({ start: 0, end: 1, text: 'a' });
  expect(editsFor([{ ...one, fixes: [{ ...one.fixes[0]!, safety: 'suggestion' }] }])).toEqual([]);
});
