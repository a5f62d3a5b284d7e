/** Excerpts of source lines: the underline stands below the words, however long or odd the line. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excerptOf } from './excerpt.js';

const on = (source: string, start: number, end: number): { text: string; marked: string } => {
  const { text, start: from, length } = excerptOf({ line: 1, endLine: 1, column: start + 1, endColumn: end + 1 }, source);
  return { text, marked: text.slice(from, from + length) };
};

describe('excerpt', () => {
  test('a short line is shown whole', () => expect(on('Tea cures pain.', 4, 9)).toEqual({ text: 'Tea cures pain.', marked: 'cures' }));

  test('a long line is cut around the words', () => {
    const source = `${'before '.repeat(100)}cures ${'after '.repeat(100)}`;
    const { text, marked } = on(source, 700, 705);
    expect(marked).toBe('cures');
    expect(text.length).toBeLessThanOrEqual(102);
    expect([text[0], text.at(-1)]).toEqual(['…', '…']);
  });

  test('wide characters take two columns', () => {
    const { start, length } = excerptOf({ line: 1, endLine: 1, column: 4, endColumn: 9 }, '😀 cures');
    expect([start, length]).toEqual([3, 5]);
  });

  test('control characters and tabs become spaces', () => expect(on('a\tb\u001b[31mc', 2, 3).text).toBe('a b [31mc'));

  test('a finding over several lines is underlined to the end of the first', () => {
    expect(excerptOf({ line: 1, endLine: 2, column: 5, endColumn: 3 }, 'Tea cures')).toMatchObject({ start: 4, length: 5 });
  });

  test('any place in any line gives an underline inside the excerpt', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), fc.nat(400), fc.nat(400), (source, a, b) => {
        const [start, end] = [Math.min(a, b, source.length), Math.min(Math.max(a, b), source.length)];
        const excerpt = excerptOf({ line: 1, endLine: 1, column: start + 1, endColumn: end + 1 }, source);
        expect(excerpt.text.length).toBeLessThanOrEqual(102);
        expect(excerpt.length).toBeGreaterThanOrEqual(1);
        expect(excerpt.start).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
