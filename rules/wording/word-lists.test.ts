/** The smaller lists of the wording rules are well formed. */
import { expect, test } from 'vitest';
import { verbForms } from '../english/inflection.js';
import abbreviations from '../lexicon/data/wording/abbreviations.txt';
import jargon from '../lexicon/data/wording/jargon.txt';
import wordSets from '../lexicon/data/wording/word-sets.txt';
import { readList, readTable } from '../lexicon/table.js';
import { indefiniteArticle } from '../english/inflection.js';
import { replace } from './replacement.js';

const repeated = (values: readonly string[]): string[] => values.filter((value, index) => values.indexOf(value) !== index);

test('abbreviations: each once, with a long form or known', () => {
  const rows = readTable(abbreviations);
  expect(repeated(rows.map(([short]) => short!))).toEqual([]);
  for (const [short, long, many] of rows) {
    expect(short).toMatch(/^e?[A-Z]{2,6}$/);
    expect(long, short).toMatch(/^(?:-|\p{L}[\p{L}\p{N}' ,/-]{3,})$/u);
    if (long === '-') expect(many, short).toBeUndefined();
  }
});

test('jargon: each once, with plain words in the same number', () => {
  const rows = readTable(jargon);
  expect(repeated(rows.map(([, words]) => words!))).toEqual([]);
  for (const [kind, words = '', plain = ''] of rows) {
    expect(['verb', 'noun', 'word'], words).toContain(kind);
    if (kind === 'noun') expect(plain.split('/').length, words).toBe(words.split('/').length);
    if (kind === 'verb') for (const word of readList(plain)) expect(verbForms(word).past, word).toMatch(/^\p{L}+(?: \p{L}+)?$/u);
  }
});

test('sets of words: each once, no word twice, lower case', () => {
  const rows = readTable(wordSets);
  expect(repeated(rows.map(([name]) => name!))).toEqual([]);
  for (const [name, words = ''] of rows) {
    expect(repeated(words.split(' ')), name).toEqual([]);
    expect(words, name).toBe(words.toLowerCase());
  }
});

test.each([
  ['older adult', 'an'], ['unit', 'a'], ['unusual', 'an'], ['urinary', 'a'], ['using', 'a'], ['European', 'a'], ['hour', 'an'], ['RCT', 'an'], ['UTI', 'a'], ['SSRI', 'an'], ['one', 'a'], ['person', 'a'],
])('the article before %s is %s', (word, article) => {
  expect(indefiniteArticle(word)).toBe(article);
});

test('the article changes with the word behind it, and only then', () => {
  const fixed = (text: string, word: string, by: string): string => {
    const start = text.indexOf(word);
    return replace(text, { start, end: start + word.length }, by).reduceRight((result, edit) => result.slice(0, edit.start) + edit.text + result.slice(edit.end), text);
  };
  expect(fixed('An addict came.', 'addict', 'person')).toBe('A person came.');
  expect(fixed('He met a  policeman.', 'policeman', 'officer')).toBe('He met an  officer.');
  expect(fixed('Hepatitis A policeman', 'policeman', 'officer')).toBe('Hepatitis A officer');
  expect(fixed('The policeman came.', 'policeman', 'officer')).toBe('The officer came.');
});
