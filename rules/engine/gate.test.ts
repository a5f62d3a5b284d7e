import { expect, test } from 'vitest';
import { createGate } from './gate.js';

const awake = (text: string, ...cues: Parameters<typeof createGate>[0]): number[] => {
  const flags = new Uint8Array(cues.length);
  createGate(cues).scan(text, flags);
  return [...flags];
};

test('wakes on whole words in any case, and on the first part of a cue', () => {
  expect(awake('Kratom DOES increase it.', { words: ['does'] }, { words: ['crease'] }, undefined)).toEqual([1, 0, 1]);
  expect(awake('a side-effect', { words: ['side effects'] }, { words: ["it's"] })).toEqual([1, 0]);
  expect(awake('it’s understood', { words: ["it's understood"] })).toEqual([1]);
  expect(awake('the last', { words: ['last'] })).toEqual([1]);
});

test('wakes on a pattern, whatever its flags', () => {
  const cue = { pattern: /\d %/g };
  expect(awake('about 5 %', cue)).toEqual([1]);
  expect(awake('about 5 %', cue)).toEqual([1]);
});

test('refuses a cue without a letter', () => {
  expect(() => createGate([{ words: ['—'] }])).toThrow(/needs a letter/);
});
