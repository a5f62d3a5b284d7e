import { expect, test } from 'vitest';
import jargon from '../lexicon/data/wording/jargon.txt';
import { beginningOf, createLineFinder } from '../lexicon/line-finder.js';
import { readTable } from '../lexicon/table.js';
import { entries } from './jargon.js';

test('every form of an entry is found by how it begins', () => {
  const find = createLineFinder(jargon);
  for (const row of readTable(jargon)) {
    for (const [form] of entries([row])) {
      const beginning = beginningOf(form);
      expect(readTable(find(beginning).join('\n')), form).toContainEqual(row);
      // Also where the finder sorts the lines by their cells.
      expect(beginning, form).toBe(beginningOf(row[1]!));
    }
  }
});
