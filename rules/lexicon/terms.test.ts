/** Every term is found by each of its forms, in a short text that searches the files and in a long one that has sorted them. */
import { describe, expect, it } from 'vitest';
import { tokenize } from '../english/tokens.js';
import conditions from './data/terms/conditions.txt';
import plants from './data/terms/plants.txt';
import { beginningOf, createLineFinder } from './line-finder.js';
import { readLines } from './table.js';
import { allTerms, termAt } from './terms.js';

const found = (text: string): string | undefined => termAt(tokenize(text), 0)?.value.name;

describe('terms', () => {
  it('finds every term by its name and in capitals', () => {
    const lost = allTerms().flatMap(({ name }) => [name, name.toUpperCase()]).filter((name) => {
      const tokens = tokenize(name);
      return termAt(tokens, 0)?.to !== tokens.length;
    });
    expect(lost).toEqual([]);
  });

  it.each([
    ['oesophagus', 'esophagus'],
    ['haemoglobin', 'hemoglobin'],
    ['β-carotene', 'beta-carotene'],
    ['diagnoses', undefined],
    ['2C-B', '2C-B'],
    ['es', undefined],
    ['s', undefined],
  ])('finds %s as %s', (text, name) => {
    expect(found(text)?.toLowerCase()).toBe(name?.toLowerCase());
  });
});

describe('the line finder', () => {
  it.each([['plants', plants], ['conditions', conditions]])('finds the same names in %s whether it searches or has sorted', (_, text) => {
    const sorted = createLineFinder(text);
    for (let i = 0; i < 100; i++) sorted('zzz');
    const names = readLines(text).flatMap((line) => line.split('\t')[0]!.split('; ')).filter((_name, index) => index % 10 === 0);
    for (const name of names) {
      const beginning = beginningOf(name);
      const holding = (lines: readonly string[]): readonly string[] => lines.filter((line) => line.split('\t')[0]!.split('; ').some((one) => beginningOf(one) === beginning));
      expect(holding(createLineFinder(text)(beginning)), name).toEqual(holding(sorted(beginning)));
    }
  });

  it('tells a name of one letter from a longer one, and ends on any text', () => {
    const find = createLineFinder('# co\nCO\tgas\ncold\tillness\n2C-B\tdrug');
    expect(find('co')).toEqual(['CO\tgas']);
    expect(find('col')).toEqual(['cold\tillness']);
    expect(find('2')).toEqual(['2C-B\tdrug']);
    expect(find('x')).toEqual([]);
  });
});
