/** The spelling of a word as it is heard, and what the correction of far misspellings makes of it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { soundOf } from '../../rules/lexicon/sound.js';
import { correctionOf } from '../../rules/terms/corrections.js';
import { verdictOn } from '../../rules/terms/words.js';
import type { Resources } from '../../rules/engine/resources.js';

describe('the sound of a word', () => {
  test.each([
    ['numonitis', 'pneumonitis'],
    ['zerosis', 'xerosis'],
    ['kwetiapine', 'quetiapine'],
    ['nawsea', 'nausea'],
    ['rewmatism', 'rheumatism'],
    ['oftalmic', 'ophthalmic'],
    ['sirup', 'syrup'],
    ['flem', 'phlegm'],
  ])('%s sounds like %s', (wrong, right) => {
    expect(soundOf(wrong)).toBe(soundOf(right));
  });

  test.each([
    ['clonidine', 'clonazepam'],
    ['ileum', 'ilium'],
    ['cutaneous', 'cataneous'],
    ['naloxone', 'naltrexone'],
    ['thymine', 'thiamine'],
  ])('%s does not sound like %s', (one, other) => {
    expect(soundOf(one)).not.toBe(soundOf(other));
  });

  test('takes any letters, and never makes a word longer than x and z call for', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'), maxLength: 20 }), (word) => /^[a-z]*$/.test(soundOf(word)) && soundOf(word).length <= word.length * 2));
  });
});

describe('the correction of far misspellings', () => {
  /** Knows no word, so that every one is a stranger. */
  const resources: Resources = { words: new Set(), dictionary: { has: () => false, listOf: () => undefined } };
  const corrected = (raw: string): readonly string[] | undefined => {
    const verdict = verdictOn(raw, resources);
    return verdict ? correctionOf(verdict, resources)?.words : undefined;
  };

  test.each([
    ['kwetiapine', 'quetiapine'],
    ['numonitis', 'pneumonitis'],
    ['clozanepam', 'clonazepam'],
    ['dexmedetomadin', 'dexmedetomidine'],
    ['diagnotis', 'diagnosis'],
    ['Trulicty', 'Trulicity'],
  ])('%s is meant for %s', (wrong, right) => {
    expect(corrected(wrong)?.[0]).toBe(right);
  });

  test.each(['torin', 'corin', 'quinoa', 'kenalin', 'salurin', 'deliverin'])('%s is left alone', (word) => {
    expect(corrected(word)).toBeUndefined();
  });
});
