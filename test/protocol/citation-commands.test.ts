/** The commands on references, over the protocol; the services they ask are played by a server on this machine. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { CalledOff, download } from '../../server/citations/download.js';
import { RETRACTION_LIST } from '../../server/citations/commands.js';
import { CLIENT_COMMANDS, COMMANDS, type FetchSummary } from '../../server/protocol.js';
import { replaceFile } from '../../server/workspace/node-files.js';
import { ROOT, startEditor, type Editor, type EditorOptions } from './editor.js';

const ARTICLE = `${ROOT}/article.md`;
const LIST = 'file:///storage/retraction-watch.csv';
const CSV = 'Record ID,Title,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,RetractionDate,Reason\n1,"A, B",10.1000/gone,0,Retraction,1/31/2020 0:00,"+Data"\n2,C,unavailable,123,Retraction,2/1/2020 0:00,x\n';

const WORK = {
  message: {
    title: ['Sleep and <i>melatonin</i> in older adults'],
    author: [{ family: 'Meyer', given: 'Anna' }, { family: 'Brandt', given: 'J. P.' }, { name: 'Sleep Study Group' }],
    'container-title': ['Journal of Sleep'],
    issued: { 'date-parts': [[2019, 5, 1]] },
    volume: '15',
    issue: '3',
    page: '123-130',
  },
};
const SUMMARY = { title: 'Tea and health.', authors: [{ name: 'Rossi M' }, { name: 'de la Cruz JP' }], source: 'J Tea', pubdate: '2021 Mar 3', volume: '2', issue: '', pages: '7-9', articleids: [{ idtype: 'pubmed', value: '31452104' }, { idtype: 'doi', value: '10.1000/tea' }] };

let server: Server;
let address: string;
let asked: string[];
let answer: (request: IncomingMessage, response: ServerResponse) => void;
const usual: typeof answer = ({ url = '' }, response) => {
  if (url === `/works/${encodeURIComponent('10.1000/sleep.1')}`) return void response.end(JSON.stringify(WORK));
  if (url.startsWith('/esummary.fcgi') && url.includes('id=31452104')) return void response.end(JSON.stringify({ result: { uids: ['31452104'], 31452104: SUMMARY } }));
  if (url.startsWith('/esummary.fcgi')) return void response.end(JSON.stringify({ result: { uids: ['1'], 1: { uid: '1', error: 'cannot get document summary' } } }));
  if (url === '/list.csv') return void response.end(CSV);
  response.statusCode = 404;
  response.end('Resource not found.');
};
beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked = [];
  answer = usual;
});

let editor: Editor;
let started = false;
afterEach(async () => {
  if (started) await editor.stop();
  started = false;
});
const start = async (text: string, { options = {}, settings = {}, ...more }: EditorOptions = {}): Promise<void> => {
  editor = await startEditor({ ...more, options: { endpoints: { crossref: address, pubmed: `${address}/` }, retractions: LIST, ...options }, settings: { retractionListUrl: `${address}/list.csv`, ...settings } });
  started = true;
  editor.current.onApply = (edit) => void editor.apply(edit);
  await editor.open(ARTICLE, text);
};
const at = (line: number, character: number): object => ({ line, character });

describe('renumber and sort', () => {
  test('renumbers marks and definitions, with the version', async () => {
    await start('A.[^3] B.[^1]\n\n[^1]: One.\n[^3]: Three.\n');
    expect(await editor.command(COMMANDS.renumberFootnotes, [ARTICLE])).toBe(4);
    expect(editor.text(ARTICLE)).toBe('A.[^1] B.[^2]\n\n[^2]: One.\n[^1]: Three.\n');
    expect(editor.applied[0]!.documentChanges).toMatchObject([{ textDocument: { version: 1 } }]);
    expect(await editor.command(COMMANDS.renumberFootnotes, [ARTICLE])).toBe(0);
  });

  test('sorts and merges', async () => {
    await start('A.[^3] B.[^1] C.[^2]\n\n[^1]: One.\n[^2]: doi:10.1000/x\n[^3]: Meyer. doi:10.1000/X\n');
    expect(await editor.command(COMMANDS.sortReferences, [ARTICLE])).toEqual({ merged: 1, moved: 2 });
    expect(editor.text(ARTICLE)).toBe('A.[^3] B.[^1] C.[^3]\n\n[^3]: Meyer. doi:10.1000/X\n[^1]: One.\n');
  });

  test.each([COMMANDS.renumberFootnotes, COMMANDS.sortReferences, COMMANDS.fetchReferences])('%s needs an open article', async (command) => {
    await start('A.');
    await expect(editor.command(command, [])).rejects.toThrow('needs the URI');
    await expect(editor.command(command, ['file:///none.md'])).rejects.toThrow('not open');
  });
});

describe('fetch reference details', () => {
  const BARE = 'A.[^1] B.[^2] C.[^3]\n\n[^1]: https://doi.org/10.1000/sleep.1\n[^2]: PMID: 31452104\n[^3]: Costa R. Own words. doi:10.1000/own\n';
  const MEYER = 'Meyer A, Brandt JP, Sleep Study Group. Sleep and melatonin in older adults. *Journal of Sleep*. 2019;15(3):123-130. doi:10.1000/sleep.1';
  const ROSSI = 'Rossi M, de la Cruz JP. Tea and health. *J Tea*. 2021;2:7-9. doi:10.1000/tea';
  const fetchAll = (...more: unknown[]): Promise<FetchSummary> => editor.command(COMMANDS.fetchReferences, [ARTICLE, ...more]) as Promise<FetchSummary>;

  test('writes out every bare identifier, and leaves what has words', async () => {
    await start(BARE);
    expect(asked).toEqual([]);
    expect(await fetchAll()).toEqual({ replaced: 2, problems: [], cancelled: false });
    expect(editor.text(ARTICLE)).toBe(`A.[^1] B.[^2] C.[^3]\n\n[^1]: ${MEYER}\n[^2]: ${ROSSI}\n[^3]: Costa R. Own words. doi:10.1000/own\n`);
    expect(asked).toHaveLength(2);
    expect(editor.progress.map(({ value }) => value.kind)).toEqual(expect.arrayContaining(['begin', 'end']));
  });

  test.each([
    ['on its definition', at(3, 8)],
    ['on its mark', at(0, 11)],
  ])('only that at the cursor, %s', async (_name, position) => {
    await start(BARE);
    expect(await fetchAll(position)).toMatchObject({ replaced: 1 });
    expect(editor.text(ARTICLE)).toContain(`[^1]: https://doi.org/10.1000/sleep.1\n[^2]: ${ROSSI}`);
  });

  test('entries of a numbered list', async () => {
    await start('A [1].\n\n## References\n\n1. doi:10.1000/sleep.1\n2. Rossi M. Tea.\n');
    await fetchAll();
    expect(editor.text(ARTICLE)).toContain(`1. ${MEYER}\n2. Rossi M. Tea.\n`);
  });

  test('what nobody knows is said, the others are written out', async () => {
    await start('A.[^1] B.[^2] C.[^3]\n\n[^1]: doi:10.1000/unknown\n[^2]: PMID: 1\n[^3]: PMID: 31452104\n');
    const { replaced, problems } = await fetchAll();
    expect(replaced).toBe(1);
    expect(problems).toEqual(['Crossref does not know the DOI 10.1000/unknown. Check it; some DOIs are registered elsewhere.', 'PubMed does not know the PMID 1. Check it.']);
    expect(editor.text(ARTICLE)).toContain('[^1]: doi:10.1000/unknown\n[^2]: PMID: 1\n');
  });

  test.each([
    ['nothing bare', 'A.[^1]\n\n[^1]: Costa R. Own words.\n', undefined, 'No reference is a bare'],
    ['words of its own', BARE, at(4, 8), 'has words of its own'],
  ])('%s: nothing is asked', async (_name, text, position, problem) => {
    await start(text);
    expect((await fetchAll(...(position ? [position] : []))).problems[0]).toContain(problem);
    expect(asked).toEqual([]);
  });

  test.each([
    ['an error', 503, '', /answered 503/],
    ['too many requests', 429, '', /asked too often/],
    ['no JSON', 200, '<html>', /something else than JSON/],
    ['JSON of another kind', 200, '{"message": [1]}', /does not know the DOI/],
  ])('a service that answers %s', async (_name, status, body, problem) => {
    await start('A.[^1]\n\n[^1]: doi:10.1000/sleep.1\n');
    answer = (_request, response) => {
      response.statusCode = status;
      response.end(body);
    };
    expect((await fetchAll()).problems[0]).toMatch(problem);
    expect(editor.text(ARTICLE)).toContain('[^1]: doi:10.1000/sleep.1\n');
  });

  test('offline', async () => {
    await start('A.[^1]\n\n[^1]: doi:10.1000/sleep.1\n', { options: { endpoints: { crossref: 'http://127.0.0.1:1' } } });
    expect((await fetchAll()).problems).toEqual(['127.0.0.1:1 can\'t be reached. Check the network connection.']);
  });

  test('can be called off, and then nothing changes', async () => {
    await start(BARE);
    answer = () => undefined;
    const running = fetchAll();
    const { token } = await editor.until(() => editor.progress.find(({ value }) => value.kind === 'begin'));
    await editor.client.sendNotification('window/workDoneProgress/cancel', { token });
    expect(await running).toEqual({ replaced: 0, problems: [], cancelled: true });
    expect(editor.applied).toEqual([]);
  });

  test('an edit meanwhile counts: the reference is written out where it stands then', async () => {
    await start('A.[^1]\n\n[^1]: doi:10.1000/sleep.1\n');
    let release = (): void => undefined;
    answer = (request, response) => void (release = () => usual(request, response));
    const running = fetchAll();
    await expect.poll(() => asked.length).toBe(1);
    await editor.type(ARTICLE, 'A.', 'First of all:\n\nA.');
    await editor.settle();
    release();
    expect(await running).toMatchObject({ replaced: 1 });
    expect(editor.text(ARTICLE)).toBe(`First of all:\n\nA.[^1]\n\n[^1]: ${MEYER}\n`);
  });
});

describe('update the list of retractions', () => {
  const ABOUT = 'Melatonin may help some people (doi:10.1000/gone).\n';
  const retracted = ({ diagnostics }: { diagnostics: { code?: unknown }[] }): boolean => diagnostics.some(({ code }) => code === 'retracted-citation');

  test('downloads it into the client’s storage, and it counts at once', async () => {
    await start(ABOUT);
    await editor.diagnostics(ARTICLE, (params) => !retracted(params));
    expect(asked).toEqual([]);
    expect(await editor.command(COMMANDS.updateRetractions)).toEqual({ size: 2, uri: LIST });
    await editor.diagnostics(ARTICLE, retracted);
    const stored = new TextDecoder().decode(editor.disk.get(LIST) as Uint8Array);
    expect(stored).toContain('10.1000/gone');
    expect(stored).not.toContain('+Data');
  });

  test('replaces the CSV that the configuration names', async () => {
    const config = { [`${ROOT}/.health-lint.json`]: '{ "retractions": "lists/rw.csv" }', [`${ROOT}/lists/rw.csv`]: 'OriginalPaperDOI,RetractionNature\n10.1000/other,Retraction\n' };
    await start(ABOUT, { files: config });
    await editor.diagnostics(ARTICLE, (params) => !retracted(params));
    expect(await editor.command(COMMANDS.updateRetractions, [ARTICLE])).toMatchObject({ uri: `${ROOT}/lists/rw.csv` });
    await editor.diagnostics(ARTICLE, retracted);
  });

  test.each([
    ['a JSON list', 'list.json', '[]', 'Only a CSV file in the workspace'],
    ['a file elsewhere', '../elsewhere.csv', 'x', 'Only a CSV file in the workspace'],
    ['another CSV', 'money.csv', 'Date,Sum\n', 'is no Retraction Watch list'],
  ])('never replaces %s', async (_name, path, content, reason) => {
    const uri = new URL(path, `${ROOT}/`).href;
    await start(ABOUT, { files: { [`${ROOT}/.health-lint.json`]: JSON.stringify({ retractions: path }), [uri]: content } });
    await expect(editor.command(COMMANDS.updateRetractions, [ARTICLE])).rejects.toThrow(reason);
    expect(asked).toEqual([]);
    expect(editor.disk.get(uri)).toBe(content);
  });

  test.each([
    ['is gone', 404, '', 'not at its address any more'],
    ['is a web page', 200, '<html>', 'no Retraction Watch CSV'],
    ['is empty', 200, CSV.split('\n')[0]!, 'empty list'],
  ])('a list that %s leaves the old one', async (_name, status, body, reason) => {
    await start(ABOUT, { files: { [LIST]: CSV } });
    answer = (_request, response) => {
      response.statusCode = status;
      response.end(body);
    };
    await expect(editor.command(COMMANDS.updateRetractions)).rejects.toThrow(reason);
    expect(editor.disk.get(LIST)).toBe(CSV);
  });

  test('can be called off', async () => {
    await start(ABOUT, { files: { [LIST]: CSV } });
    answer = (_request, response) => void response.write('Record ID,Title');
    const running = editor.command(COMMANDS.updateRetractions);
    const { token } = await editor.until(() => editor.progress.find(({ value }) => value.kind === 'begin'));
    await editor.client.sendNotification('window/workDoneProgress/cancel', { token });
    expect(await running).toEqual({ size: 0, uri: LIST });
    expect(editor.disk.get(LIST)).toBe(CSV);
  });
});

test('the manifest has every command, and the address that counts without a setting', () => {
  const { contributes } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { contributes: { commands: { command: string }[]; configuration: { properties: Record<string, { default: unknown; scope: string }> } } };
  const { addToDictionary: _ofQuickFixes, ...shown } = COMMANDS;
  expect(contributes.commands.map(({ command }) => command)).toEqual(expect.arrayContaining([...Object.values(shown), ...Object.values(CLIENT_COMMANDS)]));
  // A workspace must not say where to download from.
  expect(contributes.configuration.properties['healthLint.retractionListUrl']).toMatchObject({ default: RETRACTION_LIST, scope: 'application' });
});

describe('download', () => {
  const options = { signal: new AbortController().signal, limit: 100, notFound: 'none' };

  test('gives up on a server that does not answer, or stops in the middle', async () => {
    answer = () => undefined;
    await expect(download(address, { ...options, patience: 50 })).rejects.toThrow('did not answer within');
    answer = (_request, response) => void response.write('half');
    await expect(download(address, { ...options, patience: 50 })).rejects.toThrow('did not answer within');
  });

  test('gives up on too much', async () => {
    answer = (_request, response) => response.end('x'.repeat(101));
    await expect(download(address, options)).rejects.toThrow('more than 0 MB');
  });

  test('asks web servers only, and nobody once it is called off', async () => {
    await expect(download('file:///etc/hosts', options)).rejects.toThrow('no web address');
    await expect(download(address, { ...options, signal: AbortSignal.abort() })).rejects.toThrow(CalledOff);
    expect(asked).toEqual([]);
  });

  test('a file is replaced as a whole, and nothing is left beside it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'health-lint-write-'));
    try {
      const path = join(folder, 'deep/list.csv').replaceAll('\\', '/');
      await replaceFile(path, new TextEncoder().encode('one'));
      await replaceFile(path, new TextEncoder().encode('two'));
      expect(readFileSync(path, 'utf8')).toBe('two');
      expect(readdirSync(join(folder, 'deep'))).toEqual(['list.csv']);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
