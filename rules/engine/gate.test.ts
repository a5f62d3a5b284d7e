import { expect, test } from 'vitest';
import { openCueTable, packCueTable } from './cue-table.js';
import { createCueTable, hasUsualCues } from './usual-cues.js';
import { createGate } from './gate.js';
import type { Cues, Rule } from './rule.js';

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

const ruleWith = (id: string, cues?: Cues | ((options: { readonly more: readonly string[] }) => Cues)): Rule =>
  ({ meta: { id, options: cues instanceof Function ? { more: { type: 'array', description: '', default: [] } } : {} }, ...(cues ? { cues } : {}) }) as unknown as Rule;

test('a table of cues survives packing and says what the rules say', () => {
  const rules = [
    ruleWith('always'),
    ruleWith('lazy', { words: () => ['cure', 'cures'] }),
    ruleWith('pattern', { pattern: (text) => text.includes('%') }),
    ruleWith('options', ({ more }) => ({ words: ['heal', ...more] })),
    ruleWith('list', { words: ['cures', 'side effects'] }),
  ];
  const packed = packCueTable(createCueTable(rules as never));
  const shifted = new Uint8Array(packed.length + 1);
  shifted.set(packed, 1);
  const table = openCueTable(shifted.subarray(1))!;
  expect(table.rules).toEqual(['lazy', 'options', 'list']);
  const scan = (text: string, gate: ReturnType<typeof createGate>): number[] => {
    const flags = new Uint8Array(rules.length);
    gate.scan(text, flags);
    return [...flags];
  };
  for (const more of [[], ['mend']]) {
    const cues = rules.map((rule) => (typeof rule.cues === 'function' ? rule.cues({ more } as never) : rule.cues));
    const ids = rules.map((rule) => (hasUsualCues(rule, rule.meta.id === 'options' ? { more } : {}) ? rule.meta.id : undefined));
    expect(ids[3]).toBe(more.length > 0 ? undefined : 'options');
    const known = createGate(cues, { table, ids });
    const read = createGate(cues);
    for (const text of ['It CURES.', 'a cure', 'no effect', 'side-effects', 'to heal or mend', '5 %', 'heal: cures']) expect(scan(text, known), text).toEqual(scan(text, read));
    // A table may know more rules than the gate.
    expect(scan('It cures.', createGate(cues.slice(0, 4), { table, ids: ids.slice(0, 4) }))).toEqual([1, 1, 0, 0, 0]);
  }
});

test('does not read words that a table has', () => {
  const rule = ruleWith('one', { words: ['cure'] });
  const table = createCueTable([rule] as never);
  const unread = { words: () => { throw new Error('read'); } };
  const flags = new Uint8Array(1);
  createGate([unread], { table, ids: ['one'] }).scan('a cure', flags);
  expect([...flags]).toEqual([1]);
});

test('knows more rules than a table has bits for', () => {
  const cues = Array.from({ length: 70 }, (_, i) => ({ words: [`word${i}`, 'all'] }));
  const flags = new Uint8Array(70);
  createGate(cues).scan('word0 word31 word32 word69', flags);
  expect([...flags.keys()].filter((i) => flags[i])).toEqual([0, 31, 32, 69]);
  createGate(cues).scan('all', flags);
  expect(flags.every((flag) => flag === 1)).toBe(true);
});

test('takes no other bytes for a table', () => {
  for (const bytes of [new Uint8Array(0), new Uint8Array(7), new Uint8Array(64), packCueTable({ rules: ['a'], slots: new Int32Array(4) }).subarray(0, -4)]) expect(openCueTable(bytes)).toBeUndefined();
});
