/** What the citation rules share: hosts, coverage, cue phrases, near keys, dates, places of marks. */
import { describe, expect, it } from 'vitest';
import { parseArticle } from '../article/parse.js';
import { resolveConfig } from '../engine/config.js';
import { applyEdits } from '../engine/fixes.js';
import { createLinter } from '../engine/lint.js';
import type { AnyRule } from '../engine/rule.js';
import { tokenize } from '../english/tokens.js';
import { cuePhrasesOf } from './cue-phrases.js';
import { ageInMonths, readDate } from './dates.js';
import { appendParagraph, isArticle } from './document.js';
import { definitionEdit, markPlaces, nextFootnoteNumber, removalEdit } from './footnotes.js';
import { cases } from './missing-citation.cases.js';
import { rule as missingCitation } from './missing-citation.js';
import { nearestKey } from './near-key.js';
import { addressOf, hostMatches, isHomePage, kindOfHost } from './source-hosts.js';
import { readMarks } from '../testing/run-cases.js';

describe('hosts', () => {
  it.each([
    ['pubmed.ncbi.nlm.nih.gov', 'publication'],
    ['cdc.gov', 'agency'],
    ['health.gov.au', 'agency'],
    ['medicine.stanford.edu', 'university'],
    ['en.wikipedia.org', 'wiki'],
    ['someone.substack.com', 'blog'],
    ['best-kratom-shop.com', 'shop'],
    ['shop.example.com', 'shop'],
    ['restore-sleep.org', undefined],
    ['bishop.example', undefined],
    ['example.org', undefined],
  ])('%s is %s', (host, kind) => expect(kindOfHost(host)).toBe(kind));
  it('takes addresses apart', () => {
    expect(addressOf('https://www.Example.org:8080/a?b#c')).toEqual({ host: 'example.org', path: '/a?b#c' });
    expect(addressOf('//example.org/a')?.host).toBe('example.org');
    for (const href of ['/about', '#top', '../a.md', 'mailto:a@b.org', '', 'javascript:x']) expect(addressOf(href)).toBeUndefined();
    expect(['', '/', '/?x=1', '/index.html', '/a'].map((path) => isHomePage({ host: 'a.b', path }))).toEqual([true, true, true, true, false]);
    expect([hostMatches('a.b.org', 'b.org'), hostMatches('ab.org', 'b.org'), hostMatches('a.gov', '.gov'), hostMatches('a.b.org', '*.b.org')]).toEqual([true, false, true, true]);
  });
});

describe('cue phrases', () => {
  const reasons = (text: string): string[] => cuePhrasesOf(tokenize(text)).map(({ reason, from, to }) => `${reason} ${from}-${to}`);
  it('finds the longest of the alternatives', () => {
    expect(reasons('it has also been well documented that')).toEqual(['research-attribution 0-7']);
    expect(reasons('the drug is more effective than placebo')).toEqual(['comparative 3-6']);
    expect(reasons('nothing here')).toEqual([]);
  });
});

describe('near keys', () => {
  it.each([
    ['smith2019', 'smith2020', 'smith2020'],
    ['simth2020', 'smith2020', 'smith2020'],
    ['lee', 'leo', 'leo'],
    ['lee', 'park', undefined],
    ['smith2020', 'jones1999', undefined],
  ])('%s is near %s: %s', (wanted, known, found) => expect(nearestKey(wanted, [known])).toBe(found));
  it('does not choose between two', () => expect(nearestKey('smith202', ['smith2020', 'smith2021'])).toBeUndefined());
});

describe('dates', () => {
  it.each([
    ['2025-03-01', '2025-03-01'],
    ['2025-03-01T10:00:00Z', '2025-03-01'],
    ['2025-03', '2025-03-01'],
    ['March 1, 2025', '2025-03-01'],
    ['1st March 2025', '2025-03-01'],
    ['Sept 2025', '2025-09-01'],
    ['31.12.2024', '2024-12-31'],
    ['12/31/2024', '2024-12-31'],
    [2024, '2024-01-01'],
    ['soon', undefined],
    ['2025-13-01', undefined],
    ['YYYY-MM-DD', undefined],
    [true, undefined],
  ])('%s is %s', (value, date) => expect(readDate(value)).toBe(date));
  it('counts whole months', () => expect([ageInMonths('2024-01-31', '2024-02-29'), ageInMonths('2023-11-22', '2025-11-22'), ageInMonths('2023-11-23', '2025-11-22')]).toEqual([0, 24, 23]));
});

describe('marks', () => {
  const places = (text: string): string => {
    const { value: block } = parseArticle(text).blocks[0]!;
    const { before, behind } = markPlaces(block.sentences.at(-1)!, block);
    return applyEdits(block.text, before === behind ? [{ start: before, end: before, text: '▲▼' }] : [{ start: before, end: before, text: '▲' }, { start: behind, end: behind, text: '▼' }]);
  };
  it.each([
    ['Naps help.', 'Naps help▲.▼'],
    ['Naps help', 'Naps help▲▼'],
    ['Three things help:', 'Three things help▲▼:'],
    ['He said “naps help.”', 'He said “naps help▲.”▼'],
    ['**Naps help.**', '**Naps help▲.**▼'],
    ['[Naps help.](/naps)', '[Naps help.](/naps)▲▼'],
    ['Naps help (a lot).', 'Naps help (a lot)▲.▼'],
  ])('%s: %s', (text, marked) => expect(places(text)).toBe(marked));
  it('numbers and defines footnotes', () => {
    expect(nextFootnoteNumber(parseArticle('A.[^1] B.[^7]\n\n[^a]: x'))).toBe(8);
    expect(definitionEdit(parseArticle('A.\r\n'), ['1']).text).toBe('\r\n\r\n[^1]: ');
    expect(definitionEdit(parseArticle('A.[^1]\n\n[^1]: x\n'), ['2', '3']).text).toBe('\n[^2]: \n[^3]: ');
  });
  it('takes definitions out with their line', () => {
    const removed = (text: string): string => {
      const article = parseArticle(text);
      return applyEdits(text, [removalEdit(text, article.references[0]!)]);
    };
    expect(removed('A.\n\n[^1]: x\n\nB.\n')).toBe('A.\n\nB.\n');
    expect(removed('A.\n\n[^1]: x\n[^2]: y\n')).toBe('A.\n\n[^2]: y\n');
    expect(removed('A.\r\n\r\n[^1]: x\r\n')).toBe('A.\r\n');
  });
});

describe('articles', () => {
  it.each([
    ['# Valerian\n\nA plant.', true],
    ['# README\n\nA plant.', false],
    ['# Changelog\n\nA plant.', false],
    ['# Valerian data\n\n## Installation\n\nx\n\n## License\n\nMIT', false],
    ['# Valerian\n\n## Usage\n\nAs a tea.', true],
  ])('%j: %s', (text, is) => expect(isArticle(parseArticle(text))).toBe(is));
  it('adds paragraphs before sources and footnotes', () => {
    const added = (text: string): string => applyEdits(text, [appendParagraph(parseArticle(text), 'P.')]);
    expect(added('A.')).toBe('A.\n\nP.');
    expect(added('A.\n\n## References\n\n- B\n')).toBe('A.\n\nP.\n\n## References\n\n- B\n');
    expect(added('A.[^1]\n\n[^1]: B\n')).toBe('A.[^1]\n\nP.\n\n[^1]: B\n');
  });
});

describe('the gate of missing-citation', () => {
  const rule = missingCitation as unknown as AnyRule;
  const free = { ...missingCitation, cues: undefined } as unknown as AnyRule;
  it('hides nothing', () => {
    const gated = createLinter([rule], resolveConfig([rule]));
    const ungated = createLinter([free], resolveConfig([free]));
    for (const one of [...cases.bad, ...cases.ok]) {
      const { text } = readMarks(typeof one === 'string' ? one : 'length' in one ? one[0] : 'marked' in one ? one.marked : one.text);
      const places = (linter: typeof gated): string => linter.lint(parseArticle(text)).findings.map(({ start, end }) => `${start}-${end}`).join(' ');
      expect(places(gated), text).toBe(places(ungated));
    }
  });
});
