/** The packed dictionary: what it knows, how big and how quick it is, and that it works where there is no Node. */
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Dictionary } from '../../rules/engine/resources.js';
import { openDictionary } from '../../rules/lexicon/dictionary.js';
import { verdictOn } from '../../rules/terms/words.js';
// @ts-expect-error -- a script without types
import { packDictionary } from '../../scripts/pack-dictionary.mjs';

/** The data files and rule pages of a folder of the project. */
function textsIn(folder: string): string[] {
  const path = new URL(`../..${folder}`, import.meta.url).pathname;
  return (readdirSync(path, { recursive: folder === '/rules' }) as string[]).filter((name) => /\.(?:txt|md)$/.test(name)).map((name) => readFileSync(join(path, name), 'utf8'));
}

let bytes: Uint8Array;
let dictionary: Dictionary;

beforeAll(async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'health-lint-')), 'dictionary.bin');
  await (packDictionary as (file: string) => Promise<number>)(file);
  bytes = readFileSync(file);
  dictionary = openDictionary(bytes);
}, 120_000);

describe('the packed dictionary', () => {
  test('knows general English, and names only with their capital', () => {
    for (const word of ['the', 'patient', "don't", 'mother-in-law', 'hospital', 'Hospital', 'HOSPITAL', 'Paris', 'Alzheimer']) expect([word, dictionary.has(word)]).toEqual([word, true]);
    expect(dictionary.has('paris')).toBe(false);
    expect(dictionary.listOf!('paris')).toBe('general');
    expect(dictionary.listOf!('patient')).toBe('general');
  });

  test('knows scientific names as such', () => {
    for (const word of ['mitragyna', 'Mitragyna', 'speciosa', 'naloxone', 'somnifera', 'perforatum']) expect([word, dictionary.has(word)]).toEqual([word, true]);
    expect(dictionary.listOf!('perforatum')).toBe('scientific');
  });

  test('does not know misspellings, not even those that its sources have', () => {
    for (const word of ['recieve', 'seperate', 'tumeric', 'gingko', 'vitamine', 'arythmia', 'occured', 'withdrawl']) expect([word, dictionary.has(word)]).toEqual([word, false]);
  });

  test('takes hardly any random letters for a word', () => {
    let known = 0;
    for (let i = 0; i < 20_000; i++) {
      let word = '';
      for (let k = 0, seed = i * 7919 + 13; k < 9; k++, seed = (seed * 48271) % 2147483647) word += String.fromCharCode(97 + (seed % 26));
      if (dictionary.has(word)) known++;
    }
    expect(known).toBeLessThan(60);
  });

  test('says of words what the spelling rules find out themselves', () => {
    const { standingOf, ...rest } = dictionary;
    const bare = { words: new Set<string>(), dictionary: rest };
    const marked = { words: new Set<string>(), dictionary };
    const prose = ['/rules', '/rules/lexicon/data/spelling', '/rules/lexicon/data/terms', '/rules/lexicon/data/grammar'].flatMap(textsIn).join(' ');
    const words = [...new Set(prose.match(/[A-Za-z]+/g))];
    expect(words.filter((word) => standingOf!(word.toLowerCase()) === 'ordinary').length).toBeGreaterThan(3000);
    for (const word of words) expect([word, verdictOn(word, marked)]).toEqual([word, verdictOn(word, bare)]);
    for (const word of ['kratom', 'diabetes', 'dopamine']) expect([word, standingOf!(word)]).toEqual([word, 'term']);
    for (const word of ['ginkgo', 'Hypericum', 'recieve', 'xqzvkjw']) expect([word, standingOf!(word)]).toEqual([word, undefined]);
    expect(['kratom', 'kratoms'].filter((word) => dictionary.has(word) || dictionary.listOf!(word) === 'general')).toEqual([]);
  });

  test('suggests what was meant', () => {
    expect(dictionary.suggest!('recieve', 3)[0]).toBe('receive');
    expect(dictionary.suggest!('definately', 3)[0]).toBe('definitely');
    expect(dictionary.suggest!('parris', 5)).toContain('Paris');
    expect(dictionary.suggest!('recieve', 2)).toHaveLength(2);
    expect(dictionary.suggest!('xqzvkjw', 3)).toEqual([]);
  });

  test('survives any word', () => {
    for (const word of ['', "'", '-', 'é', 'β-carotene', '漢字', '\u{1F33F}', 'a'.repeat(10_000), '\0', 'con\nstructor', '__proto__']) {
      expect(() => dictionary.has(word)).not.toThrow();
      if (word.length < 100) expect(() => dictionary.suggest!(word, 3)).not.toThrow();
    }
  });

  test('is small and opens at once', () => {
    expect(bytes.byteLength).toBeLessThan(1_600_000);
    const start = performance.now();
    openDictionary(bytes);
    expect(performance.now() - start).toBeLessThan(30);
  });

  test('opens wherever its bytes lie in a buffer', () => {
    const shifted = new Uint8Array(bytes.byteLength + 1);
    shifted.set(bytes, 1);
    const other = openDictionary(shifted.subarray(1));
    expect(other.has('patient')).toBe(true);
    expect(other.listOf!('perforatum')).toBe('scientific');
  });

  test('says so where the bytes are something else', () => {
    expect(() => openDictionary(new Uint8Array(0))).toThrow(RangeError);
    expect(() => openDictionary(new Uint8Array(4096))).toThrow(RangeError);
    expect(() => openDictionary(bytes.subarray(0, 1000))).toThrow(RangeError);
  });
});
