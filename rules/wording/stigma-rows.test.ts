/** The list of stigmatising words is well formed, and every row names a guideline that is known. */
import { expect, test } from 'vitest';
import { createGate } from '../engine/gate.js';
import stigmatizing from '../lexicon/data/wording/stigmatizing.txt';
import { readTable } from '../lexicon/table.js';
import { GUIDELINES, STIGMA_KINDS, stigmaCues, stigmaRows } from './stigma-rows.js';

test('every row has a kind, words, a guideline and a level', () => {
  for (const row of stigmaRows()) {
    const name = `${row.kind} ${row.words}`;
    expect(STIGMA_KINDS, name).toContain(row.kind);
    expect(row.words, name).not.toBe('');
    expect(Object.keys(GUIDELINES), name).toContain(row.guideline);
    expect(['warning', 'information', 'strict'], name).toContain(row.level);
    expect(row.condition, name).toMatch(/^(?:|article|alone|drug|human|plural|nofix|notnoun|notbefore: \S.*)$/);
  }
});

test('every guideline has an address and is used', () => {
  const used = new Set(stigmaRows().map((row) => row.guideline));
  for (const [code, { url }] of Object.entries(GUIDELINES)) {
    expect(url, code).toMatch(/^https:\/\//);
    expect(used, code).toContain(code);
  }
});

test('labels have a plural, and both numbers say what to write', () => {
  for (const row of stigmaRows().filter(({ kind }) => kind === 'label' || kind === 'homograph')) {
    expect(row.plural, row.words).toBeDefined();
    expect(row.instead === undefined, row.words).toBe(row.insteadPlural === undefined);
    expect(row.insteadPlural ?? '', row.words).not.toMatch(/^(?:person|patient|man) /);
  }
});

test('no row says the same words of the same kind twice', () => {
  const keys = readTable(stigmatizing).map(([kind, words]) => `${kind} ${words?.toLowerCase()}`);
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});

test('the words of every row wake the rule', () => {
  const gate = createGate([{ words: stigmaCues() }]);
  for (const row of stigmaRows()) {
    if (row.kind === 'verb') continue;
    const forms = row.kind === 'abuse' ? [`${row.words} abuse`] : row.kind === 'victim' ? [`${row.words} victim`, `${row.words} victims`] : [row.words, row.words.replace(/ /g, '-'), ...(row.plural ? [row.plural] : [])];
    for (const form of forms) {
      const awake = new Uint8Array(1);
      gate.scan(`They met the ${form} there.`, awake);
      expect(awake[0], form).toBe(1);
    }
  }
});
