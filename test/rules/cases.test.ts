/** Every rule's cases and page examples, run in every place where prose lives. */
import { describe, expect, test } from 'vitest';
import { rules } from '../../rules/registry.generated.js';
import type { Cases } from '../../rules/testing/cases.js';
import { exampleOf, readPage } from '../../rules/testing/page.js';
import { runCase, type CaseFailure } from '../../rules/testing/run-cases.js';

const caseFiles = import.meta.glob<{ cases: Cases }>('../../rules/*/*.cases.ts', { eager: true });
const pages = import.meta.glob<{ default: string }>('../../rules/*/*.md', { eager: true });

const byId = <T>(files: Record<string, T>, extension: string): Map<string, T> =>
  new Map(Object.entries(files).map(([path, file]) => [path.slice(path.lastIndexOf('/') + 1, -extension.length), file]));

const casesOf = byId(caseFiles, '.cases.ts');
const pageOf = byId(pages, '.md');

const report = (failures: readonly CaseFailure[]): string =>
  failures.map(({ setting, expected, got, text }) => `in ${setting}: ${JSON.stringify(text)}\n  expected ${expected}\n  got      ${got}`).join('\n');

describe.each(rules.map((rule) => ({ id: rule.meta.id, rule })))('$id', ({ id, rule }) => {
  const cases = casesOf.get(id)?.cases;
  const page = pageOf.get(id)?.default;

  test('has a page and, where it checks anything, cases', () => {
    expect(page, 'page').toBeDefined();
    if (rule.checkSentence ?? rule.checkBlock ?? rule.collect ?? rule.conclude) expect(cases, 'cases').toBeDefined();
  });

  test('has a page that tells what, wrong, right and sources', () => {
    const { title, wrong, right, sections } = readPage(page!);
    expect(title).toBe(id);
    expect(sections).toContain('Sources');
    expect(wrong.length).toBeGreaterThan(0);
    expect(right.length).toBeGreaterThan(0);
    if (Object.keys(rule.meta.options).length > 0) {
      expect(sections).toContain('Options');
      for (const option of Object.keys(rule.meta.options)) expect(page).toContain(`\`${option}\``);
    }
  });

  if (!cases) return;
  test.each(cases.bad.map((one) => ({ name: typeof one === 'string' ? one : 'length' in one ? one[0] : one.marked, one })))('finds: $name', ({ one }) => {
    expect(report(runCase(rule, one, 'bad', cases))).toBe('');
  });
  test.each(cases.ok.map((one) => ({ name: typeof one === 'string' ? one : one.text, one })))('is silent: $name', ({ one }) => {
    expect(report(runCase(rule, one, 'ok', cases))).toBe('');
  });
  // Pages about whole files show excerpts, which are no cases by themselves.
  if (!cases.wholeFile) {
    test('its page tells the truth', () => {
      const { wrong, right } = readPage(page!);
      const failures = [...wrong.map((item) => runCase(rule, exampleOf(item), 'bad', cases)), ...right.map((item) => runCase(rule, item, 'ok', cases))];
      expect(report(failures.flat())).toBe('');
    });
  }
  test('offers a fix somewhere, if and only if it says so', () => {
    const fixes = cases.bad.filter((one) => typeof one !== 'string' && ('length' in one ? one[1] !== null : typeof one.fixed === 'string'));
    expect(fixes.length > 0).toBe(rule.meta.fixable !== 'no');
  });
});
