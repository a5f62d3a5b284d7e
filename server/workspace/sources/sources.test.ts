import Papa from 'papaparse';
import { expect, test } from 'vitest';
import type { Entry, FileSystem } from '../file-system.js';
import { bibliographyPaths, nearestBibliographies } from './bibliography.js';
import { readBibtex } from './bibtex.js';
import { readCsl } from './csl.js';
import { condensedRetractions, readRetractions } from './retractions.js';
import { createSources } from './sources.js';

const BIB = `% a comment
@article{meyer2019,
  title = {Sleep and {DNA} in {\\"o}lder adults},
  author = {Meyer, Anna and Brandt, J. P.},
  journal = {A Journal},
  year = 2019,
  doi = {https://doi.org/10.1000/ABC}
}
@article{broken, title = {never closed
@book{ rossi:2021 , title="A Book", author="{World Health Organization}", date="2021-05" }
`;

test('BibTeX: names, accents, DOIs, places; a broken entry spoils only itself', () => {
  const { entries, problems } = readBibtex(BIB, 'refs.bib');
  expect(entries.map(({ key }) => key)).toEqual(['meyer2019', 'rossi:2021']);
  const [first, second] = entries;
  expect(first).toMatchObject({ title: 'Sleep and DNA in ölder adults', authors: ['Meyer, Anna', 'Brandt, J. P.'], year: '2019', doi: '10.1000/ABC', container: 'A Journal' });
  expect(second).toMatchObject({ year: '2021', authors: ['World Health Organization'] });
  for (const { key, offset } of entries) expect(BIB.slice(offset, offset + key.length)).toBe(key);
  expect(problems.length).toBe(1);
});

test('CSL: JSON and YAML, dates in every form', () => {
  const json = JSON.stringify([{ id: 'a1', title: 'T', author: [{ family: 'Meyer', given: 'Anna' }, { literal: 'WHO' }], issued: { 'date-parts': [[2019, 5]] }, DOI: '10.1000/x' }]);
  expect(readCsl(json, 'refs.json').entries[0]).toMatchObject({ key: 'a1', authors: ['Meyer, Anna', 'WHO'], year: '2019', doi: '10.1000/x', offset: json.indexOf('a1') });
  const yaml = 'references:\n- id: b2\n  title: T\n  issued: 2020-02-01\n  PMID: 123\n- id: 7\n';
  const { entries } = readCsl(yaml, 'refs.yaml');
  expect(entries).toMatchObject([{ key: 'b2', year: '2020', pmid: '123' }, { key: '7' }]);
  expect(yaml.slice(entries[0]!.offset).startsWith('b2')).toBe(true);
});

test('CSL: what is none says so', () => {
  expect(readCsl('{"a": 1}', 'x.json').problems).toEqual(['This is no list of CSL items.']);
  expect(readCsl('[{"id": ', 'x.json').problems.length).toBeGreaterThan(0);
});

const folder = (tree: Readonly<Record<string, string>>): FileSystem => ({
  read: (location) => Promise.resolve(location in tree ? new TextEncoder().encode(tree[location]) : undefined),
  list: (path) => {
    const names = Object.keys(tree).filter((one) => one.slice(0, one.lastIndexOf('/')) === path);
    return Promise.resolve(names.map((one): Entry => ({ name: one.slice(path.length + 1), type: 'file' })));
  },
  join: (path, name) => `${path}/${name}`,
});

test('the nearest bibliography above an article counts, up to the workspace folder', async () => {
  const files = folder({ '/w/refs.bib': BIB, '/w/a/package.json': '{}', '/w/a/b/article.md': '' });
  expect(await nearestBibliographies(files, '/w/a/b/article.md', '/w')).toEqual(['/w/refs.bib']);
  expect(await nearestBibliographies(files, '/w/a/b/article.md', '/w/a')).toEqual([]);
  expect(bibliographyPaths({ bibliography: ['a.bib', 3] })).toEqual(['a.bib']);
});

test('files that are missing or malformed are problems, the others are read', async () => {
  const sources = createSources(folder({ '/w/refs.bib': BIB, '/w/x.json': 'nonsense: [' }));
  const { bibliography, problems } = await sources.bibliography(['/w/refs.bib', '/w/x.json', '/w/none.bib', '/w/x.txt']);
  expect(bibliography?.incomplete).toBe(true);
  expect(bibliography?.get('meyer2019')?.year).toBe('2019');
  expect(problems.map(({ location }) => location)).toEqual(['/w/refs.bib', '/w/x.json', '/w/none.bib', '/w/x.txt']);
});

const HEADER = 'Record ID,Title,RetractionDate,RetractionDOI,RetractionPubMedID,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature';

test('retractions: the CSV of Retraction Watch', () => {
  const { list, size, problems } = readRetractions(
    `\ufeff${HEADER}\n1,"A, quoted ""title""",2/6/2010 0:00,10.1000/notice,0,10.1000/Paper,9500320,Retraction\n2,B,1/1/2020 0:00,unavailable,0,10.1000/b,0,Expression of concern\n3,B again,1/1/2021 0:00,,0,10.1000/b,0,Retraction\n4,C,1/1/2021 0:00,,0,10.1000/c,0,Reinstatement\n`,
  );
  expect(problems).toEqual([]);
  expect(size).toBe(2);
  expect(list.find({ type: 'doi', value: '10.1000/PAPER' })).toEqual({ kind: 'retraction', date: '2010-02-06', notice: '10.1000/notice' });
  expect(list.find({ type: 'pmid', value: '9500320' })?.kind).toBe('retraction');
  expect(list.find({ type: 'doi', value: '10.1000/b' })?.kind).toBe('retraction');
  expect(list.find({ type: 'doi', value: '10.1000/c' })).toBeUndefined();
});

test('retractions: a JSON list, and files that are neither', () => {
  expect(readRetractions('[{"doi": "https://doi.org/10.1000/x", "kind": "expression-of-concern", "date": "2020-01-31"}]').list.find({ type: 'doi', value: '10.1000/x' })).toMatchObject({ kind: 'expression-of-concern', date: '2020-01-31' });
  expect(readRetractions('{"a": 1}').problems[0]).toMatch(/must be a JSON list/);
  expect(readRetractions('[').problems[0]).toMatch(/not valid JSON/);
  expect(readRetractions('a,b\n1,2\n').problems[0]).toMatch(/no Retraction Watch CSV/);
});

test('what was read is kept until it is forgotten, and longer where its content is the same', async () => {
  const tree = { '/w/refs.bib': BIB, '/w/list.csv': `${HEADER}\n1,A,1/1/2020 0:00,,0,10.1000/a,0,Retraction\n` };
  let readings = 0;
  const files = folder(tree);
  const sources = createSources({ read: (location) => (readings++, files.read(location)) });
  const first = (await sources.bibliography(['/w/refs.bib'])).bibliography;
  const { list } = await sources.retractions('/w/list.csv');
  expect((await sources.bibliography(['/w/refs.bib'])).bibliography).toBe(first);
  expect(readings).toBe(2);
  for (const location of Object.keys(tree)) expect(sources.forget(location)).toBe(true);
  expect(sources.forget('/w/other.json')).toBe(false);
  expect((await sources.bibliography(['/w/refs.bib'])).bibliography).toBe(first);
  expect((await sources.retractions('/w/list.csv')).list).toBe(list);
  tree['/w/refs.bib'] = '@misc{other, title = {Other}}';
  sources.forget('/w/refs.bib');
  expect((await sources.bibliography(['/w/refs.bib'])).bibliography?.entries.map(({ key }) => key)).toEqual(['other']);
});

/** Lists of the database's shape: twenty columns, most of them long and not ours. */
const OTHERS = Array.from({ length: 12 }, (_, i) => `Other ${i}`);
const row = (i: number): string =>
  `${i},"A ""long"" title, number ${i} ${'and more words '.repeat(6)}",${1 + (i % 12)}/${1 + (i % 28)}/2019 0:00,10.1000/notice.${i},0,10.1000/paper.${i},${1e6 + i},Retraction,${OTHERS.map((name) => `"${name}; of this, and that;"`).join(',')}`;
const database = (rows: number): string => [[HEADER, ...OTHERS].join(','), ...Array.from({ length: rows }, (_, i) => row(i))].join('\r\n');

test('a list of 60,000 retractions is read faster than a general CSV reader splits it', () => {
  const text = database(60_000);
  const best = (action: () => unknown): number =>
    Math.min(
      ...[1, 2, 3].map(() => {
        const started = performance.now();
        action();
        return performance.now() - started;
      }),
    );
  expect(best(() => readRetractions(text)) / best(() => Papa.parse(text, { header: true }))).toBeLessThan(0.8);
  const { list, size } = readRetractions(text);
  expect(size).toBe(60_000);
  expect(list.find({ type: 'doi', value: '10.1000/paper.59999' })).toMatchObject({ date: '2019-12-24', notice: '10.1000/notice.59999' });
});

test('a condensed list says the same in less', () => {
  const text = database(50);
  const { csv, size } = condensedRetractions(`\ufeff${text}`);
  expect(size).toBe(50);
  expect(csv.length).toBeLessThan(text.length / 4);
  for (const value of ['10.1000/paper.0', '10.1000/paper.49']) expect(readRetractions(csv).list.find({ type: 'doi', value })).toEqual(readRetractions(text).list.find({ type: 'doi', value }));
  expect(() => condensedRetractions('<html>')).toThrow('no Retraction Watch CSV');
});
