/** The list of retext-equality's rules is complete and true to the package, and the gate in front of it holds nothing back. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
// The package does not export its patterns; the list must follow them, so the test reads them where they lie.
import { patterns } from '../../node_modules/retext-equality/lib/patterns-en.js';
import { createGate } from '../engine/gate.js';
import triage from '../lexicon/data/wording/retext-equality-triage.tsv';
import { readList, readTable } from '../lexicon/table.js';
import { equalityCues, equalityMatches, equalityRows, mayMatch } from './equality.js';

interface Pattern {
  readonly id: string;
  readonly inconsiderate: Readonly<Record<string, string>>;
}

const rows = readTable(triage);
const phrases = [...equalityRows().values()].flatMap((row) => row.phrases);
const gate = createGate([equalityCues]);

/** Both gates, as the engine and the rule pass a text through them. */
function isLetThrough(text: string): boolean {
  const awake = new Uint8Array(1);
  gate.scan(text, awake);
  return awake[0] === 1 && mayMatch(text);
}

test('every rule of the package is sorted, with all of its phrases', () => {
  const package_ = (patterns as readonly Pattern[]).map(({ id, inconsiderate }) => [id, Object.keys(inconsiderate).sort()]);
  const ours = rows.map(([id, , , , run, , rest]) => [id, [...readList(run), ...readList(rest)].sort()]);
  const byId = (a: unknown[], b: unknown[]): number => (String(a[0]) < String(b[0]) ? -1 : 1);
  expect(ours.sort(byId)).toEqual(package_.sort(byId));
});

test('each row has an action and a reason, and what runs has a group', () => {
  for (const [id, action, why, group] of rows) {
    expect(['on', 'ours', 'off'], id).toContain(action);
    expect(why, id).not.toBe('');
    if (action === 'on') expect(['gender', 'ability', 'group', 'colour'], id).toContain(group);
  }
});

test.each(phrases)('finds and lets through: %s', (phrase) => {
  const text = `We heard about ${phrase} there.`;
  expect(equalityMatches(text).length).toBeGreaterThan(0);
  expect(isLetThrough(text)).toBe(true);
});

test('phrases that are left alone are not found', () => {
  const left = rows.flatMap(([, , , , , , rest]) => readList(rest)).filter((phrase) => !phrase.includes('*'));
  for (const phrase of left) expect(equalityMatches(`We heard about ${phrase} there.`).filter(({ start, end }) => end - start === phrase.length), phrase).toEqual([]);
});

test('gated = ungated, whatever stands between and inside the words', () => {
  const joint = fc.constantFrom('', '', '', '-', "'", '’', '--', '.', '\u2010');
  const gap = fc.constantFrom(' ', '  ', '\n', ', ', '-', ' - ', '—', '/', '. ', '" ', '’s ', "'", '_', '\u00a0');
  const word = fc.oneof(
    fc.constantFrom(...phrases.flatMap((phrase) => phrase.split(' '))),
    fc.constantFrom(...phrases),
    fc.constantFrom('the', 'a', 'of', 'and', 'kratom', 'may', 'Dr.', '10', 'mg', 'don’t'),
  );
  const broken = fc.tuple(word, joint, fc.nat(8)).map(([text, mark, at]) => text.slice(0, at) + (at > 0 && at < text.length ? mark : '') + text.slice(at));
  const cased = fc.tuple(broken, fc.boolean()).map(([text, upper]) => (upper ? text.charAt(0).toUpperCase() + text.slice(1) : text));
  fc.assert(
    fc.property(fc.array(fc.tuple(cased, gap), { minLength: 1, maxLength: 8 }), (parts) => {
      const text = parts.map(([words, space]) => words + space).join('');
      if (!isLetThrough(text)) expect(equalityMatches(text)).toEqual([]);
    }),
    { numRuns: 1500 },
  );
});
