/** Bibliographies in an editor, over the protocol and with the real rules: completion, hover, jumps, quick fixes, inserting. */
import { afterEach, describe, expect, test } from 'vitest';
import { FileChangeType, type CompletionList, type Hover, type Location, type WorkspaceEdit } from 'vscode-languageserver-protocol/node';
import { METHODS } from '../../server/protocol.js';
import { ROOT, startEditor, type Editor, type EditorOptions } from './editor.js';

const ARTICLE = `${ROOT}/article.md`;
const REFS = `${ROOT}/refs.bib`;
const BIB = `@article{meyer2019sleep,
  title = {Sleep and melatonin in older adults},
  author = {Meyer, Anna and Brandt, J. P. and Costa, Rui},
  journal = {Journal of Sleep},
  year = 2019,
  doi = {10.1000/sleep.1}
}

@book{rossi2021, title = {Tea and Health}, author = {Rossi, Marta}, year = 2021, publisher = {A Press}}
`;
const RETRACTIONS = JSON.stringify([{ doi: '10.1000/sleep.1', kind: 'retraction', date: '2022-03-01', notice: '10.1000/notice' }]);

let editor: Editor;
afterEach(() => editor.stop());
const start = async (text: string, options: EditorOptions = {}, uri = ARTICLE): Promise<string> => {
  editor = await startEditor({ files: { [REFS]: BIB }, ...options });
  const marked = text.indexOf('|');
  await editor.open(uri, marked === -1 ? text : text.slice(0, marked) + text.slice(marked + 1));
  return uri;
};
const positionIn = (marked: string): { line: number; character: number } => {
  const before = marked.slice(0, marked.indexOf('|')).split('\n');
  return { line: before.length - 1, character: before.at(-1)!.length };
};
const ask = <T>(method: string, marked: string, more: object = {}, uri = ARTICLE): Promise<T> => editor.client.sendRequest(`textDocument/${method}`, { textDocument: { uri }, position: positionIn(marked), ...more });
const codes = (uri = ARTICLE): unknown[] => editor.latest(uri)!.diagnostics.map(({ code }) => code);

describe('completion', () => {
  const complete = async (marked: string, options?: EditorOptions): Promise<CompletionList | null> => {
    await start(marked, options);
    return ask<CompletionList | null>('completion', marked);
  };

  test('offers the keys behind @, found by title and authors too', async () => {
    const list = await complete('Tea helps [@me|].');
    expect(list!.items[0]).toMatchObject({
      label: 'meyer2019sleep',
      detail: 'Meyer et al. 2019',
      documentation: 'Sleep and melatonin in older adults\nJournal of Sleep\ndoi:10.1000/sleep.1',
      textEdit: { newText: 'meyer2019sleep', range: { start: { line: 0, character: 12 }, end: { line: 0, character: 14 } } },
    });
    expect(list!.items[0]!.filterText).toContain('melatonin in older adults');
    expect(list!.items[0]!.filterText).toContain('brandt');
  });

  test.each([
    ['Tea helps [@meyer2019sleep; @|].', ['meyer2019sleep', 'rossi2021']],
    ['Tea helps [|].', ['meyer2019sleep', 'rossi2021']],
    ['As @|', ['meyer2019sleep', 'rossi2021']],
    ['Tea helps [@rossi|', ['rossi2021']],
    ['Mail a@|b.org.', []],
    ['A `[@|]` in code.', []],
    ['```\n[@|]\n```', []],
    ['A [link][|].', []],
    ['One.[^1] A [|]\n\n[^1]: A.\n', []],
    ['Tea.[^|]\n\n[^one]: A.\n', ['one']],
  ])('%j offers %j', async (marked, keys) => {
    expect(((await complete(marked))?.items ?? []).map(({ label }) => label).sort()).toEqual(keys);
  });

  test('a bracket gets the whole mark', async () => {
    const list = await complete('Tea helps [|].');
    expect(list!.items[0]!.textEdit).toMatchObject({ newText: '@meyer2019sleep' });
    expect(list!.items[0]!.filterText).toMatch(/^@/);
  });

  test('without a bibliography there is nothing to offer, and the editor goes on', async () => {
    expect((await complete('Tea helps [@|].', { files: {} }))?.items).toEqual([]);
  });
});

describe('which bibliography', () => {
  const keys = async (): Promise<string[]> => (await editor.client.sendRequest<{ key: string }[]>(METHODS.bibliography, { textDocument: { uri: ARTICLE } })).map(({ key }) => key);

  test('the article’s own, from its front matter, instead of the nearest', async () => {
    await start('---\nbibliography: deep/own.json\n---\n\nTea.', { files: { [REFS]: BIB, [`${ROOT}/deep/own.json`]: '[{"id": "own1", "title": "Own"}]' } });
    expect(await keys()).toEqual(['own1']);
  });

  test('with that of the configuration', async () => {
    await start('---\nbibliography: own.json\n---\n\nTea.', { files: { [REFS]: BIB, [`${ROOT}/own.json`]: '[{"id": "own1"}]', [`${ROOT}/.health-lint.json`]: '{ "bibliography": ["refs.bib"] }' } });
    expect(await keys()).toEqual(['own1', 'meyer2019sleep', 'rossi2021']);
  });

  test('a change on disk counts at once; one that changes nothing checks nothing anew', async () => {
    await start('Tea helps some [@rossi2022].');
    await editor.diagnostics(ARTICLE, ({ diagnostics }) => diagnostics.some(({ message }) => String(message).includes('did you mean “rossi2021”')));
    const shown = editor.published.length;
    await editor.changeFile(REFS, BIB, FileChangeType.Changed);
    await editor.settle();
    expect(editor.published.length).toBe(shown);
    await editor.changeFile(REFS, BIB.replace('rossi2021', 'rossi2022'), FileChangeType.Changed);
    await editor.diagnostics(ARTICLE, () => !codes().includes('unresolved-citation'));
  });

  test('one that comes later counts, too', async () => {
    await start('Tea helps some [@rossi2022].', { files: {} });
    await editor.diagnostics(ARTICLE);
    await editor.changeFile(REFS, BIB, FileChangeType.Created);
    await editor.diagnostics(ARTICLE, () => codes().includes('unresolved-citation'));
  });

  test('one that is missing is named in the log, once; no key is called unknown for it', async () => {
    await start('Tea helps some [@nobody2000].', { files: { [`${ROOT}/.health-lint.json`]: '{ "bibliography": ["none.bib"], "retractions": "none.csv" }' } });
    await editor.diagnostics(ARTICLE);
    await editor.until(() => (editor.logs.length >= 2 ? true : undefined));
    expect(editor.logs.filter((line) => line.includes('none.bib'))).toHaveLength(1);
    expect(editor.logs.filter((line) => line.includes('none.csv'))).toHaveLength(1);
    expect(codes()).not.toContain('unresolved-citation');
    const { diagnostics } = await editor.diagnostics(`${ROOT}/.health-lint.json`, (params) => params.diagnostics.length === 2);
    expect(diagnostics[0]).toMatchObject({ severity: 2, message: 'none.bib: There is no such bibliography; correct its path or remove it.', range: { start: { character: 20 }, end: { character: 28 } } });
    await editor.changeFile(`${ROOT}/none.bib`, BIB, FileChangeType.Created);
    await editor.diagnostics(`${ROOT}/.health-lint.json`, (params) => params.diagnostics.length === 1);
  });

  test('one that the article names itself and that is missing or malformed is marked there', async () => {
    await start('---\nbibliography: [none.bib, broken.json]\n---\n\nTea.', { files: { [`${ROOT}/broken.json`]: '{ "a": 1 }' } });
    const { diagnostics } = await editor.diagnostics(ARTICLE);
    expect(diagnostics.slice(0, 2)).toMatchObject([
      { severity: 2, message: 'none.bib: There is no such bibliography; correct its path or remove it.', range: { start: { line: 1, character: 15 } } },
      { severity: 2, message: 'broken.json: This is no list of CSL items.', range: { start: { line: 1, character: 25 } } },
    ]);
  });
});

test('a retracted publication is found through its key', async () => {
  await start('Melatonin may help some people [@meyer2019sleep].', { files: { [REFS]: BIB, [`${ROOT}/.health-lint.json`]: '{ "retractions": "list.json" }', [`${ROOT}/list.json`]: RETRACTIONS } });
  await editor.diagnostics(ARTICLE, () => codes().includes('retracted-citation'));
});

test('the downloaded list counts where no other is named, and need not be there', async () => {
  const options = { retractions: 'file:///storage/list.csv' };
  await start('Melatonin may help some people (doi:10.1000/gone).', { options });
  await editor.diagnostics(ARTICLE);
  await editor.settle();
  expect(editor.logs).toEqual([]);
  await editor.changeFile('file:///storage/list.csv', 'OriginalPaperDOI,RetractionNature\n10.1000/gone,Retraction\n', FileChangeType.Created);
  await editor.diagnostics(ARTICLE, () => codes().includes('retracted-citation'));
});

describe('hover', () => {
  const hover = async (marked: string, options?: EditorOptions): Promise<string | undefined> => {
    await start(marked, options);
    const found = await ask<Hover | null>('hover', marked);
    return found ? (found.contents as { value: string }).value : undefined;
  };

  test.each([
    ['Tea [@ros|si2021; @meyer2019sleep].', 'Rossi M. Tea and Health. *A Press*. 2021.'],
    ['Tea [@rossi2021; @mey|er2019sleep].', 'Meyer A, Brandt JP, Costa R. Sleep and melatonin in older adults. *Journal of Sleep*. 2019. doi:10.1000/sleep.1'],
    ['Tea.[^|1]\n\n[^1]: Rossi, *Tea*.\n', 'Rossi, *Tea*.'],
    ['Tea is nice [|1].\n\n## References\n\n1. Rossi M. Tea.\n', 'Rossi M. Tea.'],
    ['Tea (doi:10.10|00/other).', 'DOI [10.1000/other](https://doi.org/10.1000/other)'],
    ['Tea (PMID: 12|345678).', 'PMID [12345678](https://pubmed.ncbi.nlm.nih.gov/12345678)'],
    ['Tea [@nobo|dy].', undefined],
    ['Te|a.', undefined],
  ])('%j says %j', async (marked, text) => expect(await hover(marked)).toBe(text));

  test('a retraction comes first', async () => {
    const text = await hover('Tea [@mey|er2019sleep].', { files: { [REFS]: BIB, [`${ROOT}/list.json`]: RETRACTIONS, [`${ROOT}/.health-lint.json`]: '{ "retractions": "list.json" }' } });
    expect(text).toMatch(/^\*\*Retracted\*\* 2022-03-01, notice \[10\.1000\/notice\]/);
    expect(text).toContain('Meyer A');
  });

  test('an identifier that the bibliography knows is written out', async () => {
    expect(await hover('Tea (doi:10.1000/SLEEP|.1).')).toMatch(/^Meyer A, .*\n\nDOI \[10/);
  });
});

describe('jumps', () => {
  const at = (line: number, character: number, to: number): Location['range'] => ({ start: { line, character }, end: { line, character: to } });

  test.each([
    ['Tea [@ros|si2021].', [{ uri: REFS, range: at(8, 6, 15) }]],
    ['Tea.[^|a]\n\n[^a]: Rossi.\n', [{ uri: ARTICLE, range: at(2, 0, 5) }]],
    ['Tea is nice [|2].\n\n## References\n\n1. Rossi M. Tea.\n2. Meyer.\n', [{ uri: ARTICLE, range: at(5, 3, 9) }]],
    ['Tea [@nobo|dy].', []],
  ])('from %j', async (marked, places) => {
    await start(marked);
    expect(await ask('definition', marked)).toEqual(places);
  });

  test('all places that cite the same', async () => {
    const marked = 'Tea.[^a] Two.[^b]\n\nThree.[^A]\n\n[^|a]: Rossi.\n[^b]: B.\n';
    await start(marked);
    const places = await ask<Location[]>('references', marked, { context: { includeDeclaration: true } });
    expect(places.map(({ range }) => [range.start.line, range.start.character])).toEqual([[4, 0], [0, 6], [2, 8]]);
  });

  test('of a key, with its entry', async () => {
    const marked = 'Tea [@rossi2021]. More [@meyer2019sleep; @ro|ssi2021, p. 3].\n';
    await start(marked);
    const places = await ask<Location[]>('references', marked, { context: { includeDeclaration: true } });
    expect(places.map(({ uri, range }) => [uri, range.start.character])).toEqual([[REFS, 6], [ARTICLE, 6], [ARTICLE, 42]]);
  });
});

describe('quick fixes for a sentence without a source', () => {
  const TEXT = 'Studies show that melatonin reduces sleep latency by 12% in older adults.\n';
  const titles = async (options: EditorOptions): Promise<string[]> => {
    await start(TEXT, options);
    await editor.diagnostics(ARTICLE);
    return (await editor.actions(ARTICLE, 'Studies show that melatonin reduces sleep latency by 12%')).map(({ title }) => title);
  };

  test('offer the bibliography, an identifier and searches, once', async () => {
    const all = await titles({ options: { citations: true } });
    expect(all.filter((title) => title.includes('…') || title.startsWith('Search'))).toEqual(['Pick a source from the bibliography …', 'Insert a DOI, PMID or URL …', 'Search PubMed for this claim', 'Search Cochrane for this claim']);
    const search = (await editor.actions(ARTICLE, '12%')).find(({ title }) => title === 'Search PubMed for this claim');
    expect(search!.command).toMatchObject({ command: 'healthLint.searchPubMed', arguments: ['melatonin AND (sleep latency)'] });
  });

  test('so does a claim that no source covers; one that is covered needs none', async () => {
    await start('Turmeric reduces joint pain.\n\nGinger reduces nausea.[^1]\n\n[^1]: Rossi M. Ginger.\n', { options: { citations: true } });
    await editor.diagnostics(ARTICLE);
    expect((await editor.actions(ARTICLE, 'Turmeric reduces')).map(({ title }) => title)).toContain('Search PubMed for this claim');
    expect((await editor.actions(ARTICLE, 'Ginger reduces')).map(({ title }) => title)).not.toContain('Search PubMed for this claim');
  });

  test('no bibliography, no picking; a client without the commands gets none', async () => {
    expect(await titles({ files: {}, options: { citations: true } })).not.toContain('Pick a source from the bibliography …');
    await editor.stop();
    expect((await titles({})).filter((title) => title.startsWith('Search'))).toEqual([]);
  });
});

describe('inserting', () => {
  const cite = async (marked: string, source: object, of = 'cursor'): Promise<string> => {
    await start(marked);
    const applied: WorkspaceEdit[] = [];
    editor.current.onApply = (edit) => {
      applied.push(edit);
      void editor.apply(edit);
    };
    expect(await editor.client.sendRequest(METHODS.cite, { textDocument: { uri: ARTICLE }, position: positionIn(marked), of, source })).toBe(true);
    expect(applied[0]!.documentChanges).toMatchObject([{ textDocument: { uri: ARTICLE, version: 1 } }]);
    return editor.text(ARTICLE);
  };
  const ROSSI = 'Rossi M. Tea and Health. *A Press*. 2021.';

  test.each([
    ['Tea helps|.\n', { key: 'rossi2021' }, `Tea helps.[^1]\n\n[^1]: ${ROSSI}\n`],
    ['One.[^1] Tea helps|.\n\n[^1]: ' + ROSSI + '\n', { key: 'rossi2021' }, `One.[^1] Tea helps.[^1]\n\n[^1]: ${ROSSI}\n`],
    ['One [@meyer2019sleep]. Tea helps|.\n', { key: 'rossi2021' }, 'One [@meyer2019sleep]. Tea helps [@rossi2021].\n'],
    ['---\nbibliography: refs.bib\n---\nTea helps|.\n', { key: 'rossi2021' }, '---\nbibliography: refs.bib\n---\nTea helps [@rossi2021].\n'],
    ['Tea helps|.\n', { text: 'https://doi.org/10.1000/abc' }, 'Tea helps.[^1]\n\n[^1]: doi:10.1000/abc\n'],
    ['One [@meyer2019sleep]. Tea helps|.\n', { text: '10.1000/abc' }, 'One [@meyer2019sleep]. Tea helps [@doi:10.1000/abc].\n'],
  ])('%j with %j', async (marked, source, after) => expect(await cite(marked, source)).toBe(after));

  test('what names no source is refused', async () => {
    await start('Tea|.');
    const request = (source: object): Promise<unknown> => editor.client.sendRequest(METHODS.cite, { textDocument: { uri: ARTICLE }, position: { line: 0, character: 3 }, of: 'cursor', source });
    await expect(request({ text: 'nonsense' })).rejects.toThrow('neither a DOI');
    await expect(request({ key: 'nobody' })).rejects.toThrow('no entry “nobody”');
    expect(await editor.client.sendRequest(METHODS.isSource, { text: '10.1000/abc' })).toBe(true);
    expect(await editor.client.sendRequest(METHODS.isSource, { text: 'nonsense' })).toBe(false);
  });

  test('the words to search for at a place', async () => {
    await start('Kratom may increase dopamine| release.');
    expect(await editor.client.sendRequest(METHODS.searchQuery, { textDocument: { uri: ARTICLE }, position: { line: 0, character: 10 } })).toBe('kratom AND (dopamine release)');
  });
});
