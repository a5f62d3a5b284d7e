/** Holds the data files of the lexicon to their form: enough rows, well-formed cells, no name twice, no misspelling among the right words. */
import { describe, expect, it } from 'vitest';
import anatomy from './data/terms/anatomy.txt';
import biomarkers from './data/terms/biomarkers.txt';
import brands from './data/terms/brands.txt';
import collocations from './data/terms/collocations.txt';
import conditions from './data/terms/conditions.txt';
import drugSynonyms from './data/terms/drug-synonyms.txt';
import drugs from './data/terms/drugs.txt';
import medicalGeneral from './data/terms/medical-general.txt';
import microbes from './data/terms/microbes.txt';
import misspellings from './data/terms/misspellings.txt';
import nearMisses from './data/terms/near-misses.txt';
import plants from './data/terms/plants.txt';
import spellingVariants from './data/terms/spelling-variants.txt';
import supplements from './data/terms/supplements.txt';
import readme from './README.md';
import { readList, readTable } from './table.js';

/** Each file with its least number of rows, how many columns a row may have, and which columns name things rightly. */
const FILES: readonly (readonly [name: string, text: string, rows: number, columns: readonly [least: number, most: number], names: readonly number[]])[] = [
  ['plants', plants, 600, [2, 5], [0, 1, 2, 4]],
  ['drugs', drugs, 1200, [2, 2], [0]],
  ['drug-synonyms', drugSynonyms, 60, [3, 3], [0, 1]],
  ['brands', brands, 350, [2, 2], [0, 1]],
  ['supplements', supplements, 800, [2, 2], [0]],
  ['conditions', conditions, 1000, [2, 2], [0]],
  ['biomarkers', biomarkers, 300, [2, 2], [0]],
  ['anatomy', anatomy, 300, [2, 2], [0]],
  ['microbes', microbes, 150, [2, 5], [0, 1, 2, 4]],
  ['spelling-variants', spellingVariants, 300, [3, 3], [0, 1]],
  ['medical-general', medicalGeneral, 500, [2, 2], [0]],
  ['misspellings', misspellings, 250, [2, 2], [1]],
  ['collocations', collocations, 80, [2, 2], [1]],
  ['near-misses', nearMisses, 200, [2, 2], [0]],
];

/** Files that name things: a name stands in one of them only. */
const TERM_FILES = new Set(['plants', 'drugs', 'brands', 'supplements', 'conditions', 'biomarkers', 'anatomy', 'microbes', 'medical-general', 'near-misses']);

/** The names that a row of a term file brings in; constituents, generics and diseases are another row's names. */
function namesOf(file: string, row: readonly string[]): readonly string[] {
  const cells = file === 'plants' || file === 'microbes' ? row.slice(0, 3) : row.slice(0, 1);
  return [...new Set(cells.flatMap(readList).map((name) => name.toLowerCase()))];
}

const wrongWords = new Set(readTable(misspellings).map(([wrong]) => wrong!.toLowerCase()));

describe.each(FILES)('%s.txt', (file, text, least, [fewest, most], nameColumns) => {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const rows = readTable(text);

  it(`has ${least} rows or more`, () => expect(rows.length).toBeGreaterThanOrEqual(least));

  it('is counted rightly in README.md', () => expect(readme).toContain(`| \`${file}.txt\` | ${rows.length.toLocaleString('en-US')} |`));

  it('opens with what it is, its columns, its origin and its licence', () => {
    const head = text.slice(0, text.search(/^[^#]/m));
    expect(head).toMatch(/^# .+\n# Columns \(tab\): /);
    expect(head).toContain('# Origin: own compilation');
    expect(head).toContain('# Licence: MIT');
  });

  it('has well-formed rows', () => {
    const odd = lines.filter((line) => {
      const cells = line.split('\t');
      if (cells.length < fewest || cells.length > most || cells[0] === '') return true;
      return cells.some((cell) => cell !== cell.trim() || / {2}|;\S|;;|; $|^;|;$/.test(cell)) || /[^\x20-\x7eäéèöüçãñóáíúκβγα×\t]/u.test(line);
    });
    expect(odd).toEqual([]);
  });

  it('has no row twice', () => expect(repeated(lines.map((line) => line.split('\t').slice(0, file === 'microbes' || file === 'plants' ? 3 : 1).join('\t').toLowerCase()))).toEqual([]));

  it('holds no word that misspellings.txt calls wrong', () => {
    const words = rows.flatMap((row) => nameColumns.flatMap((column) => (row[column] ?? '').toLowerCase().split(/[^\p{L}\p{N}'’-]+/u)));
    expect([...new Set(words.filter((word) => wrongWords.has(word)))]).toEqual([]);
  });
});

describe('the lexicon', () => {
  it('has each name in one place', () => {
    expect(repeated(FILES.filter(([file]) => TERM_FILES.has(file)).flatMap(([file, text]) => readTable(text).flatMap((row) => namesOf(file, row))))).toEqual([]);
  });

  it('writes species names as Genus epithet', () => {
    const species = [...readTable(plants), ...readTable(microbes).map(([binomial, , older]) => ['', binomial!, older ?? ''])].flatMap(([, binomial, synonyms]) => [...readList(binomial), ...readList(synonyms)]);
    expect(species.filter((name) => !/^[A-Z][a-z]+ (?:× )?[a-z]{2,}(?:-[a-z]+)*$/.test(name))).toEqual([]);
  });

  it('does not list a right name as a misspelling of a plant', () => {
    const right = new Set(FILES.filter(([file]) => TERM_FILES.has(file)).flatMap(([file, text]) => readTable(text).flatMap((row) => namesOf(file, row))));
    expect(readTable(plants).flatMap((row) => readList(row[3])).filter((wrong) => right.has(wrong.toLowerCase()))).toEqual([]);
  });

  it('has each constituent of a plant as a term of its own', () => {
    const known = new Set([drugs, supplements, biomarkers].flatMap((text) => readTable(text).map(([name]) => name!.toLowerCase())));
    expect(readTable(plants).flatMap((row) => readList(row[4])).filter((name) => !known.has(name.toLowerCase()))).toEqual([]);
  });

  it('has each disease of a microbe as a condition', () => {
    const known = new Set(readTable(conditions).map(([name]) => name!.toLowerCase()));
    expect(readTable(microbes).flatMap((row) => readList(row[4])).filter((name) => !known.has(name.toLowerCase()))).toEqual([]);
  });

  it('keeps old and new names of the same microbe together', () => {
    const row = readTable(microbes).find(([binomial]) => binomial === 'Lacticaseibacillus rhamnosus');
    expect(readList(row?.[2])).toContain('Lactobacillus rhamnosus');
  });

  it('pairs spellings that differ', () => {
    expect(readTable(spellingVariants).filter(([us, uk, kind]) => us === uk || !/^(?:region|form)$/.test(kind ?? ''))).toEqual([]);
  });

  it('corrects nothing to itself', () => {
    expect([...readTable(misspellings), ...readTable(collocations)].filter(([wrong, right]) => wrong!.toLowerCase() === right!.toLowerCase())).toEqual([]);
  });
});

function repeated(values: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return values.filter((value) => seen.has(value) || !seen.add(value));
}
