/** The weighted distance and the index of near misses. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { weightedDistance } from '../../rules/lexicon/distance.js';
import { createNearIndex } from '../../rules/lexicon/near.js';
import { vocabulary } from '../../rules/lexicon/vocabulary.js';

const word = fc.string({ unit: fc.constantFrom(...'abcdefghilmnoprstuyz'), minLength: 1, maxLength: 14 });

describe('the weighted distance', () => {
  test('is nothing between equal words, and positive between others', () => {
    fc.assert(fc.property(word, word, (a, b) => (a === b ? weightedDistance(a, b) === 0 : weightedDistance(a, b) > 0)));
  });

  test('does not depend on a limit that it stays under', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        const exact = weightedDistance(a, b);
        const limited = weightedDistance(a, b, 1.5);
        return exact <= 1.5 ? limited === exact : limited > 1.5;
      }),
    );
  });

  test.each([
    ['tumeric', 'turmeric', 1.1],
    ['ibuprophen', 'ibuprofen', 0.4],
    ['diarea', 'diarrhea', 0.9],
    ['cholestrol', 'cholesterol', 1],
    ['reumatic', 'rheumatic', 0.5],
    ['inflamation', 'inflammation', 0.4],
    ['seratonin', 'serotonin', 0.5],
    ['dopamien', 'dopamine', 0.7],
  ])('%s is near %s', (wrong, right, limit) => {
    expect(weightedDistance(wrong, right)).toBeLessThanOrEqual(limit + 1e-9);
  });

  test.each([
    ['ajmaline', 'ajmalicine'],
    ['quercitrin', 'quercetin'],
    ['dopexamine', 'dopamine'],
    ['methadone', 'methionine'],
    ['clonidine', 'clonazepam'],
  ])('%s is far from %s', (one, other) => {
    expect(weightedDistance(one, other)).toBeGreaterThan(1.1);
  });
});

describe('the index of near misses', () => {
  const words = ['turmeric', 'serotonin', 'ibuprofen', 'diarrhea', 'cholesterol', 'ashwagandha', 'arrhythmia', 'naloxone', 'naltrexone', 'mitragynine', 'speciogynine', 'eczema', 'psoriasis'];
  const index = createNearIndex(words);

  test('finds what a walk over all words finds, where the slip is one of vowels, doubling or one consonant', () => {
    const slip = fc.constantFrom(...words).chain((right) =>
      fc.tuple(fc.constant(right), fc.integer({ min: 1, max: right.length - 1 }), fc.constantFrom(...'aeioubdlmnrst'), fc.constantFrom('insert', 'delete', 'double')),
    );
    fc.assert(
      fc.property(slip, ([right, at, letter, kind]) => {
        const wrong = kind === 'insert' ? right.slice(0, at) + letter + right.slice(at) : kind === 'delete' ? right.slice(0, at) + right.slice(at + 1) : right.slice(0, at) + right[at]! + right.slice(at);
        const expected = words.filter((one) => weightedDistance(wrong, one) <= 1.1).sort();
        return JSON.stringify(index.find(wrong, 1.1).map((one) => one.word).sort()) === JSON.stringify(expected);
      }),
      { numRuns: 2000 },
    );
  });

  test.each(['poriasis', 'pasoriasis', 'sorriasis', 'plsoriasis'])('finds psoriasis for %s, whichever of its first letters is left', (wrong) => {
    expect(index.find(wrong, 1.6).map((one) => one.word)).toContain('psoriasis');
  });

  test('reads a lost vowel behind a p as lost, not the p as silent', () => {
    expect(createNearIndex(['potassium']).find('ptassium', 1.1).map((one) => one.word)).toEqual(['potassium']);
  });

  test('names the nearest first', () => {
    expect(index.find('naltrexon', 1.6)[0]?.word).toBe('naltrexone');
  });
});

describe('the vocabulary', () => {
  test('knows the inflections of its terms and the British forms', () => {
    for (const one of ['turmeric', 'alkaloids', "alzheimer's", 'haemoglobin', 'tumours', 'speciosa', 'ozempic']) expect([one, vocabulary().has(one)]).toEqual([one, true]);
  });

  test('has no misspelling among its own words', () => {
    for (const one of ['tumeric', 'gingko', 'abcess', 'arrythmia', 'opiod']) {
      expect([one, vocabulary().has(one)]).toEqual([one, false]);
      expect(vocabulary().misspelling(one)).toBeTruthy();
    }
  });
});
