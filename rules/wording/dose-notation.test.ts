/** The safe fixes of dose-notation settle: applied once, they leave nothing to fix and bring up nothing new. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseArticle } from '../article/parse.js';
import { resolveConfig } from '../engine/config.js';
import { applyEdits, editsFor } from '../engine/fixes.js';
import { createLinter } from '../engine/lint.js';
import type { AnyRule } from '../engine/rule.js';
import { DOSE_KINDS, doseRows } from './dose-rows.js';
import { rule } from './dose-notation.js';

const rules = [rule as unknown as AnyRule];
const linter = createLinter(rules, resolveConfig(rules));
const findingsOf = (text: string) => linter.lint(parseArticle(text)).findings;

test('every row has a kind, forms and words to write', () => {
  for (const { kind, forms, instead } of doseRows()) {
    expect(DOSE_KINDS).toContain(kind);
    expect(forms.length, String(forms)).toBeGreaterThan(0);
    expect(instead.length, String(forms)).toBeGreaterThan(0);
  }
});

test('safe fixes settle in one run', () => {
  const number = fc.constantFrom('1', '2', '1.0', '10.00', '.5', '0.5', '12', '4000', '25000', '100000', '1.5', '2.0');
  const space = fc.constantFrom('', ' ', ' ');
  const unit = fc.constantFrom('mg', 'mgs', 'mg.', 'mcg', 'µg', 'U', 'u', 'IU', 'cc', 'mL', 'g', 'units', 'ug', 'gm', 'tablets', 'mg/5 mL', 'µg/L', 'mg/10 mg');
  const dose = fc.tuple(number, space, unit).map((parts) => parts.join(''));
  const word = fc.oneof(dose, dose, fc.constantFrom('qd', 'q.d.', 'BID', 'b.i.d.', 'PRN', 'of insulin', 'ibuprofen', 'MSO4', 'Take', 'daily', 'to', 'and', 'MS', 'HS', 'p.o.', '1/2 tablet', 'for pain', 'with food.', 'Then'));
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 7 }), (words) => {
      const text = `She should take ${words.join(' ')} now.`;
      const before = findingsOf(text);
      const fixed = applyEdits(text, editsFor(before));
      const after = findingsOf(fixed);
      expect(editsFor(after), `${text} -> ${fixed}`).toEqual([]);
      expect(after.length, `${text} -> ${fixed}`).toBeLessThanOrEqual(before.length);
    }),
    { numRuns: 3000 },
  );
});
