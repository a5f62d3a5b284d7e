import { describe, expect, it } from 'vitest';
import { rememberWords } from '../lexicon/once.js';
import { isOneOf } from './one-of.js';
import { tokenize } from './tokens.js';

const texts = (text: string) => tokenize(text).map((token) => token.text);

describe('tokens', () => {
  it.each([
    ['Kava helps, they say.', ['Kava', 'helps', ',', 'they', 'say', '.']],
    ['Ask e.g. the U.S. office.', ['Ask', 'e.g', '.', 'the', 'U.S', '.', 'office', '.']],
    ['Well-known, isn\u2019t it?', ['Well-known', ',', 'isn\u2019t', 'it', '?']],
    ['patients\u2019 own (two) "good" nights', ['patients', '\u2019', 'own', '(', 'two', ')', '"', 'good', '"', 'nights']],
    ['mood--and sleep', ['mood', '--', 'and', 'sleep']],
    ['3.5 mg, 40% of 1,200', ['3.5', 'mg', ',', '40', '%', 'of', '1,200']],
    ['B12 and na\u00efve T-cells', ['B12', 'and', 'na\u00efve', 'T-cells']],
    ['soft\u00adened\u00a0word\u2026end', ['soft\u00adened', 'word', '\u2026', 'end']],
    ['a/b&c=d', ['a', '/', 'b', '&', 'c', '=', 'd']],
    ['word.', ['word', '.']],
    ['word..more', ['word..more']],
    ['', []],
    [' \n\t ', []],
  ])('%j', (text, tokens) => {
    expect(texts(text)).toEqual(tokens);
  });

  it('stand where their words stand, and leave out nothing but space', () => {
    const text = '  Curcumin\u2019s \u201ceffect\u201d \ud83d\ude42 \u2014 \u0001 x\u200by 2\u20133 o\u2019clock\u2028etc.  ';
    let end = 0;
    for (const token of tokenize(text, 10)) {
      expect(text.slice(token.start - 10, token.end - 10)).toBe(token.text);
      expect(text.slice(end, token.start - 10)).toMatch(/^\s*$/);
      end = token.end - 10;
    }
    expect(text.slice(end)).toMatch(/^\s*$/);
  });
});

describe('isOneOf', () => {
  it('knows whole words only', () => {
    expect(isOneOf('in', 'in among')).toBe(true);
    expect(isOneOf('amon', 'in among')).toBe(false);
    expect(isOneOf('in among', 'in among')).toBe(false);
    expect(isOneOf(undefined, 'in among')).toBe(false);
  });
});

describe('rememberWords', () => {
  it('asks once for each word, and remembers that there is nothing', () => {
    const asked: string[] = [];
    const lengthOf = rememberWords((word) => {
      asked.push(word);
      return word.length > 2 ? word.length : null;
    });
    const long = 'electroencephalographically';
    for (const word of ['ab', 'abc', 'ab', 'abc', long, `${long} `.trim()]) expect(lengthOf(word)).toBe(word.length > 2 ? word.length : null);
    expect(asked).toEqual(['ab', 'abc', long]);
  });
});
