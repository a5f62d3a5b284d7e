import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Block, Placed } from '../article/article.js';
import { cutIntoStretches, type Stretch } from './stretches.js';

/** Blocks are told apart by identity alone. */
const block = (name: string): Block => ({ text: name }) as Block;
const ALL = Array.from({ length: 400 }, (_, i) => block(String(i)));

const placed = (blocks: readonly Block[], gap: (index: number) => number): Placed<Block>[] => {
  let start = 0;
  return blocks.map((value, index) => {
    start += gap(index);
    return { start, value };
  });
};
/** What a stretch comes to: enough to see whether it was made from other blocks than it claims. */
const make = (blocks: readonly Placed<Block>[]): string => blocks.map(({ start, value }) => `${start}:${value.text}`).join(' ');
const flat = (stretches: readonly Placed<Stretch<string>>[]): Placed<Block>[] =>
  stretches.flatMap(({ start, value }) => value.blocks.map((one, i) => ({ start: start + value.offsets[i]!, value: one })));

test('holds every block in its place after any edits, and each stretch is what its own blocks come to', () => {
  const edit = fc.record({ at: fc.nat(400), remove: fc.nat(60), insert: fc.nat(60), gapAt: fc.nat(400) });
  fc.assert(
    fc.property(fc.nat(400), fc.array(edit, { maxLength: 8 }), (length, edits) => {
      let blocks = ALL.slice(0, length);
      let stretches = cutIntoStretches(placed(blocks, () => 2), [], make);
      for (const { at, remove, insert, gapAt } of edits) {
        blocks = [...blocks.slice(0, at), ...ALL.slice(0, insert), ...blocks.slice(at + remove)];
        const list = placed(blocks, (index) => (index === gapAt ? 7 : 2));
        stretches = cutIntoStretches(list, stretches, make);
        expect(flat(stretches)).toEqual(list);
        for (const { value } of stretches) expect(value.value).toBe(make(value.blocks.map((one, i) => ({ start: value.offsets[i]!, value: one }))));
      }
    }),
  );
});

test('an edit makes one stretch anew, and moves the others as they are', () => {
  const before = cutIntoStretches(placed(ALL, () => 2), [], make);
  const changed = [...ALL.slice(0, 200), block('new'), ...ALL.slice(201)];
  const after = cutIntoStretches(placed(changed, (index) => (index === 200 ? 5 : 2)), before, make);
  expect(after.filter(({ value }) => !before.some((old) => old.value === value))).toHaveLength(1);
  expect(before.length).toBeGreaterThan(5);
});
