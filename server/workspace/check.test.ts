/** What the command line checks with, with the real rules: bibliographies and lists of retractions that articles and configurations name. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createChecker, type JobResult } from './check.js';
import { locationOf } from './node-files.js';
import type { Plan } from './plan.js';

let folder: string;
beforeEach(() => void (folder = locationOf(mkdtempSync(join(tmpdir(), 'health-lint-check-')))));
afterEach(() => rmSync(folder, { recursive: true }));

const PLAN: Plan = { preset: 'recommended', choices: {}, words: [], bibliography: [] };
const check = (plan: Plan, text: string): Promise<JobResult> =>
  createChecker({ task: 'lint', plans: [plan], fix: false, excerpts: false, dictionary: join(folder, 'none.bin'), today: '2026-01-31' }).run({ path: 'a.md', text, folder, plan: 0 });
const found = ({ findings }: JobResult): string[] => (findings ?? []).filter(({ rule }) => /^(?:retracted|unresolved)-citation$/.test(rule)).map(({ rule, message }) => `${rule}: ${message}`);

test('keys of an article’s own bibliography are looked up, also in the list of retractions', async () => {
  writeFileSync(join(folder, 'refs.bib'), '@article{meyer2019, title = {Sleep}, author = {Meyer, A.}, year = 2019, doi = {10.1000/Gone}}\n@book{rossi2021, title = {Tea}, year = 2021}');
  writeFileSync(join(folder, 'list.csv'), 'Record ID,OriginalPaperDOI,RetractionNature,RetractionDate\n1,10.1000/gone,Retraction,1/31/2020 0:00\n');
  const result = await check({ ...PLAN, retractions: join(folder, 'list.csv') }, '---\nbibliography: refs.bib\n---\n\nMelatonin may help some adults [@meyer2019; @rosi2021].\n');
  expect(result.problems).toBeUndefined();
  expect(result.ownFiles).toBe(true);
  expect(found(result)).toEqual([expect.stringContaining('retracted-citation: This publication was retracted (2020-01-31)'), expect.stringContaining('did you mean “rossi2021”')]);
});

test('a named file that is missing or malformed is a problem, and no key is unknown for it', async () => {
  writeFileSync(join(folder, 'list.csv'), 'a,b\n1,2\n');
  const result = await check({ ...PLAN, bibliography: [`${folder}/none.bib`], retractions: `${folder}/list.csv` }, 'Melatonin may help some adults [@meyer2019].\n');
  expect(found(result)).toEqual([]);
  expect(result.problems).toEqual([`${folder}/none.bib: There is no such bibliography; correct its path or remove it.`, expect.stringContaining('list.csv: This is no Retraction Watch CSV')]);
});
