/** References written out, inserted, renumbered and sorted. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseArticle } from '../article/parse.js';
import { applyEdits } from '../engine/fixes.js';
import { citeSource, type InsertionPlace } from './insertion.js';
import { authorsAndYear, formatReference } from './reference-style.js';
import { renumberFootnotes } from './renumber.js';
import { searchQuery, sentenceAt } from './search-query.js';
import { sortReferences } from './sort-references.js';
import { bareIdentifier, isSameSource, readSource, referenceText, sourceKey } from './source-input.js';

describe('a reference', () => {
  const details = { title: 'Sleep in older adults', authors: ['Meyer, Anna', 'Brandt, J. P.'], year: '2019', container: 'J Sleep' };

  test.each([
    [{ ...details, doi: '10.1000/x' }, 'Meyer A, Brandt JP. Sleep in older adults. *J Sleep*. 2019. doi:10.1000/x'],
    [{ ...details, volume: '15', issue: '3', pages: '1-9', pmid: '7' }, 'Meyer A, Brandt JP. Sleep in older adults. *J Sleep*. 2019;15(3):1-9. PMID: 7'],
    [{ title: 'Does it *work*?', authors: ['World Health Organization'], year: '2020', url: 'https://who.int/x' }, 'World Health Organization. Does it \\*work\\*? 2020. https://who.int/x'],
    [{ title: '<i>Mitragyna</i> &amp; sleep\n in <sub>2</sub> trials', authors: ['de la Cruz, Jean-Paul', 'O’Neil, Mary Ann', 'Li, JP'], year: '' }, 'de la Cruz JP, O’Neil MA, Li JP. Mitragyna & sleep in 2 trials.'],
    [{ title: 'T', authors: ['A, A', 'B, B', 'C, C', 'D, D', 'E, E', 'F, F', 'G, G'], year: '2001' }, 'A A, B B, C C, et al. T. 2001.'],
    [{ title: '', authors: [], year: '' }, ''],
  ])('%j', (input, expected) => expect(formatReference(input)).toBe(expected));

  test('authors and year in short', () => {
    expect(authorsAndYear(details)).toBe('Meyer & Brandt 2019');
    expect(authorsAndYear({ authors: ['A, A', 'B, B', 'C, C'], year: '' })).toBe('A et al.');
    expect(authorsAndYear({ authors: [], year: '2019' })).toBe('2019');
  });
});

test.each([
  ['10.1000/xyz.1', 'doi:10.1000/xyz.1'],
  ['https://doi.org/10.1000/xyz', 'doi:10.1000/xyz'],
  ['doi: 10.1000/xyz', 'doi:10.1000/xyz'],
  [' 31452104 ', 'pmid:31452104'],
  ['PMID: 31452104', 'pmid:31452104'],
  ['https://pubmed.ncbi.nlm.nih.gov/31452104/', 'pmid:31452104'],
  ['https://www.nih.gov/news?x=1', 'url:https://www.nih.gov/news?x=1'],
  ['sleep', undefined],
  ['10.1000/', undefined],
  ['https://nowhere', undefined],
  ['two words 10.1000/x', undefined],
  ['', undefined],
])('%s is %s', (text, key) => {
  const source = readSource(text);
  expect(source && sourceKey(source)).toBe(key);
});

test.each([
  ['doi:10.1000/x', 'doi'],
  ['https://doi.org/10.1000/x', 'doi'],
  ['PMID: 123', 'pmid'],
  ['<https://pubmed.ncbi.nlm.nih.gov/123/>', 'pmid'],
  ['Meyer A. Title. doi:10.1000/x', undefined],
  ['doi:10.1000/x, PMID: 123', undefined],
  ['NCT12345678', undefined],
])('%s alone is %s', (text, type) => {
  const { references } = parseArticle(`A.[^1]\n\n[^1]: ${text}\n`);
  expect(bareIdentifier(references[0]!)?.type).toBe(type);
});

const NEW = { type: 'doi', value: '10.1000/new' } as const;
const cite = (marked: string, of: InsertionPlace['of'] = 'cursor', given: NonNullable<ReturnType<typeof readSource>> = NEW): string => {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const edits = citeSource(parseArticle(text), { offset, of }, { key: sourceKey(given), reference: referenceText(given), isListed: (one) => isSameSource(one, given) });
  return applyEdits(text, edits);
};

describe('inserting', () => {
  test.each([
    ['nothing cited yet: a footnote behind the full stop', 'Tea helps|.', 'Tea helps.[^1]\n\n[^1]: doi:10.1000/new'],
    ['behind the stop and the space', 'Tea helps. |Then more.\n', 'Tea helps.[^1] Then more.\n\n[^1]: doi:10.1000/new\n'],
    ['in the middle of a sentence', 'Tea| helps.\n', 'Tea[^1] helps.\n\n[^1]: doi:10.1000/new\n'],
    ['out of a link', 'See [the te|a](https://x.org).\n', 'See [the tea](https://x.org).[^1]\n\n[^1]: doi:10.1000/new\n'],
    ['the next footnote', 'One.[^1] Tea helps.|\n\n[^1]: A.\n', 'One.[^1] Tea helps.[^2]\n\n[^1]: A.\n[^2]: doi:10.1000/new\n'],
    ['a footnote that says it already', 'One.[^1] Tea helps.|\n\n[^1]: https://doi.org/10.1000/NEW\n', 'One.[^1] Tea helps.[^1]\n\n[^1]: https://doi.org/10.1000/NEW\n'],
    ['behind another mark', 'One|.[^1]\n\n[^1]: A.\n', 'One.[^1][^2]\n\n[^1]: A.\n[^2]: doi:10.1000/new\n'],
    ['an empty file', '|', '[^1]\n\n[^1]: doi:10.1000/new'],
    ['an empty line at the end', '# Tea\n\n|', '# Tea\n\n[^1]\n\n[^1]: doi:10.1000/new'],
    ['an item of a list', '- Tea helps|\n- Two[^1]\n\n[^1]: A.\n', '- Tea helps[^2]\n- Two[^1]\n\n[^1]: A.\n[^2]: doi:10.1000/new\n'],
    ['behind bold', '**Tea helps|.** More.\n', '**Tea helps.**[^1] More.\n\n[^1]: doi:10.1000/new\n'],
    ['a superscript number', 'A.<sup>1</sup> Tea helps|.\n\n## References\n\n1. A.\n', 'A.<sup>1</sup> Tea helps.<sup>2</sup>\n\n## References\n\n1. A.\n2. doi:10.1000/new\n'],
    ['a superscript character', 'One is so.¹ Tea helps|.\n\n## References\n\n[1] A.\n\n[2] B.\n', 'One is so.¹ Tea helps.³\n\n## References\n\n[1] A.\n\n[2] B.\n\n[3] doi:10.1000/new\n'],
    ['Windows line ends', 'Tea helps|.\r\n', 'Tea helps.[^1]\r\n\r\n[^1]: doi:10.1000/new\r\n'],
    ['a Pandoc article', 'One [@a2020]. Tea helps.|\n', 'One [@a2020]. Tea helps [@doi:10.1000/new].\n'],
    ['beside another key', 'One [@a2020]|.\n', 'One [@a2020; @doi:10.1000/new].\n'],
    ['inside a mark', 'One [@a20|20].\n', 'One [@a2020; @doi:10.1000/new].\n'],
    ['an empty mark', 'One [@a2020]. Two [@|].\n', 'One [@a2020]. Two [@doi:10.1000/new].\n'],
    ['an inline note', 'One.^[A.] Tea helps|.\n', 'One.^[A.] Tea helps.^[doi:10.1000/new]\n'],
    ['a numbered list', 'One is so [1]. Tea helps|.\n\n## References\n\n1. Smith J. A.\n', 'One is so [1]. Tea helps [2].\n\n## References\n\n1. Smith J. A.\n2. doi:10.1000/new\n'],
    ['a number that is there', 'One is so [1]. Tea helps|.\n\n## References\n\n1. Smith J. A. doi:10.1000/new\n', 'One is so [1]. Tea helps [1].\n\n## References\n\n1. Smith J. A. doi:10.1000/new\n'],
  ])('%s', (_name, before, after) => expect(cite(before)).toBe(after));

  test.each([
    ['the end of its sentence', 'Te|a helps adults. And more.\n', 'Tea helps adults.[^1] And more.\n\n[^1]: doi:10.1000/new\n'],
    ['in place of a promise', 'Te|a helps adults [citation needed].\n', 'Tea helps adults.[^1]\n\n[^1]: doi:10.1000/new\n'],
  ])('a sentence: %s', (_name, before, after) => expect(cite(before, 'sentence')).toBe(after));
});

describe('renumbering footnotes', () => {
  const renumbered = (text: string): string => applyEdits(text, renumberFootnotes(parseArticle(text)));

  test.each([
    ['by first use', 'A.[^3] B.[^1] C.[^3]\n\n[^1]: one\n[^3]: three\n', 'A.[^1] B.[^2] C.[^1]\n\n[^2]: one\n[^1]: three\n'],
    ['names stay', 'A.[^x] B.[^7]\n\n[^x]: ex\n[^7]: seven\n', 'A.[^x] B.[^1]\n\n[^x]: ex\n[^1]: seven\n'],
    ['unused ones come last', 'A.[^5]\n\n[^2]: two\n[^5]: five\n', 'A.[^1]\n\n[^2]: two\n[^1]: five\n'],
    ['a mark without a definition takes part', 'A.[^2] B.[^1]\n\n[^1]: one\n', 'A.[^1] B.[^2]\n\n[^2]: one\n'],
    ['a number in code stays', 'A.[^2] `[^1]` B.[^1]\n\n[^1]: one\n[^2]: two\n', 'A.[^2] `[^1]` B.[^1]\n\n[^1]: one\n[^2]: two\n'],
    ['in order', 'A.[^1] B.[^2]\n\n[^1]: one\n[^2]: two\n', 'A.[^1] B.[^2]\n\n[^1]: one\n[^2]: two\n'],
    ['ten and more', 'A.[^11] B.[^2]\n\n[^2]: two\n[^11]: eleven\n', 'A.[^1] B.[^2]\n\n[^2]: two\n[^1]: eleven\n'],
  ])('%s', (_name, before, after) => expect(renumbered(before)).toBe(after));
});

describe('sorting references', () => {
  const sorted = (text: string): string => applyEdits(text, sortReferences(parseArticle(text)).edits);

  test.each([
    ['by first use', 'A.[^b] B.[^a]\n\n[^a]: Aa\n[^b]: Bb\n    more\n\nText.\n', 'A.[^b] B.[^a]\n\n[^b]: Bb\n    more\n[^a]: Aa\n\nText.\n'],
    ['the same DOI', 'A.[^1] B.[^2] C.[^3]\n\n[^1]: https://doi.org/10.1000/X\n[^2]: Meyer A. Title. doi:10.1000/x\n[^3]: Other.\n', 'A.[^2] B.[^2] C.[^3]\n\n[^2]: Meyer A. Title. doi:10.1000/x\n[^3]: Other.\n'],
    ['the same words', 'A.[^1] B.[^2]\n\n[^1]: Meyer,  Title.\n[^2]: Meyer, Title\n', 'A.[^1] B.[^1]\n\n[^1]: Meyer,  Title.\n'],
    ['pages keep them apart', 'A.[^1] B.[^2]\n\n[^1]: Meyer, p. 3. doi:10.1000/x\n[^2]: Meyer, p. 9. doi:10.1000/x\n', 'A.[^1] B.[^2]\n\n[^1]: Meyer, p. 3. doi:10.1000/x\n[^2]: Meyer, p. 9. doi:10.1000/x\n'],
    ['empty ones are not the same', 'A.[^1] B.[^2]\n\n[^1]: \n[^2]: \n', 'A.[^1] B.[^2]\n\n[^1]: \n[^2]: \n'],
    ['unused ones come last', 'A.[^2]\n\n[^1]: one\n\n[^2]: two\n', 'A.[^2]\n\n[^2]: two\n\n[^1]: one\n'],
    ['in code they stay', 'A.[^1] B.[^2] `[^2]`\n\n[^1]: doi:10.1000/x\n[^2]: doi:10.1000/x\n', 'A.[^1] B.[^2] `[^2]`\n\n[^1]: doi:10.1000/x\n[^2]: doi:10.1000/x\n'],
  ])('%s', (_name, before, after) => expect(sorted(before)).toBe(after));

  test('says what it did', () => {
    expect(sortReferences(parseArticle('A.[^2] B.[^1] C.[^3]\n\n[^1]: one\n[^2]: two\n[^3]: one\n'))).toMatchObject({ merged: 1, moved: 2 });
  });
});

describe('for any article', () => {
  const label = fc.constantFrom('1', '2', '3', '4', '12', 'a', 'Note');
  const words = fc.constantFrom('Tea helps', 'doi:10.1000/x', 'Meyer A. T. doi:10.1000/x', 'PMID: 7', 'Meyer, p. 3. doi:10.1000/x', 'See [^2] there', '');
  const mark = fc.tuple(fc.constantFrom('Tea helps.', 'More of it,', '`code`'), label).map(([text, key]) => `${text}[^${key}]`);
  const definition = fc.tuple(label, words, fc.boolean()).map(([key, text, more]) => `[^${key}]: ${text}${more ? '\n\n    And more.' : ''}`);
  const articles = fc
    .tuple(fc.array(fc.array(mark, { minLength: 1, maxLength: 4 }).map((marks) => marks.join(' ')), { maxLength: 4 }), fc.array(definition, { maxLength: 6 }), fc.constantFrom('\n', '\n\n'), fc.constantFrom('', '\n', '\n\n`[^3]` in code.\n'))
    .map(([paragraphs, definitions, between, end]) => [...paragraphs, definitions.join(between)].join('\n\n') + end);

  /** For each mark in the text its label's definition, as words without marks. */
  const meanings = (text: string): string[] => {
    const { blocks, references } = parseArticle(text);
    const definitions = references.filter(({ kind }) => kind === 'footnote');
    return blocks
      .filter(({ value }) => value.zone !== 'footnote')
      .flatMap(({ value }) => value.citations.filter(({ form }) => form === 'footnote'))
      .map(({ keys }) => definitions.find(({ key }) => key.toLowerCase() === keys[0]!.toLowerCase())?.text.replace(/\[\^.*?\]/g, '') ?? 'nothing');
  };

  test('renumbering keeps what every mark means, and a second time changes nothing', () => {
    fc.assert(
      fc.property(articles, (text) => {
        const once = applyEdits(text, renumberFootnotes(parseArticle(text)));
        expect(meanings(once)).toEqual(meanings(text));
        expect(renumberFootnotes(parseArticle(once))).toEqual([]);
      }),
    );
  });

  test('sorting leaves no mark without its source, and a second time changes nothing', () => {
    fc.assert(
      fc.property(articles, (text) => {
        const once = applyEdits(text, sortReferences(parseArticle(text)).edits);
        const [before, after] = [meanings(text), meanings(once)];
        expect(after.length).toBe(before.length);
        for (const [index, meaning] of before.entries()) {
          if (meaning === after[index]) continue;
          // What was merged names the same publication.
          expect(/10\.1000\/x|PMID: 7/.exec(after[index]!)?.[0]).toBe(/10\.1000\/x|PMID: 7/.exec(meaning)?.[0] ?? meaning);
        }
        expect(applyEdits(once, sortReferences(parseArticle(once)).edits)).toBe(once);
      }),
    );
  });
});

test.each([
  ['Turmeric |reduces joint pain in adults.', 'turmeric AND (joint pain)'],
  ['Studies show that kratom may increase dopamine release.|', 'kratom AND (dopamine release)'],
  ['About 40% of adults with insomnia| take melatonin.', 'insomnia AND melatonin'],
  ['Researchers have linked poor sleep| to a higher risk of dementia.', 'sleep AND dementia'],
  ['It| also improves mood.', 'mood'],
  ['A survey| counted nine hundred households.', 'survey counted hundred households'],
])('%s is looked for as %s', (marked, query) => {
  const placed = sentenceAt(parseArticle(marked.replace('|', '')), marked.indexOf('|'));
  expect(placed && searchQuery(placed)).toBe(query);
});
