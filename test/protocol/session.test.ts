/** The language server, over the protocol: what an editor sees while a person writes. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { DiagnosticSeverity, FileChangeType } from 'vscode-languageserver-protocol/node';
import { CONFIG_FILE_NAME } from '../../rules/engine/config-file.js';
import { COMMANDS, CONFIG_FILE } from '../../server/protocol.js';
import { ROOT, startEditor, type Editor, type EditorOptions } from './editor.js';

vi.mock('../../rules/registry.generated.js', () => import('./stub-rules.js'));

const ARTICLE = `${ROOT}/article.md`;
const CONFIG = `${ROOT}/.health-lint.json`;
let editor: Editor;
const start = async (options?: EditorOptions): Promise<Editor> => (editor = await startEditor(options));
afterEach(() => editor.stop());

const rulesOf = (uri: string): unknown[] => editor.latest(uri)!.diagnostics.map(({ code }) => code);
const none = ({ diagnostics }: { diagnostics: unknown[] }): boolean => diagnostics.length === 0;
const some = ({ diagnostics }: { diagnostics: unknown[] }): boolean => diagnostics.length > 0;

describe('initialize', () => {
  test('says who it is and what it can do', async () => {
    await start();
    expect(CONFIG_FILE).toBe(CONFIG_FILE_NAME);
    expect(editor.initialized.serverInfo).toEqual({ name: 'health-lint', version: '1.2.3' });
    expect(editor.initialized.capabilities).toMatchObject({
      textDocumentSync: { openClose: true, change: 2, save: true },
      codeActionProvider: { codeActionKinds: ['quickfix', 'source.fixAll.healthLint'] },
      executeCommandProvider: { commands: Object.values(COMMANDS) },
    });
    expect(editor.initialized.capabilities.diagnosticProvider).toBeUndefined();
  });

  test('asks to hear of settings and files', async () => {
    await start();
    await editor.until(() => (editor.registrations.length >= 2 ? true : undefined));
    expect(editor.registrations.map(({ method }) => method).sort()).toEqual(['workspace/didChangeConfiguration', 'workspace/didChangeWatchedFiles']);
  });
});

describe('diagnostics', () => {
  test('an opened document is checked at once, with its version, source, code and page', async () => {
    await start({ options: { rulePages: 'file:///pages' } });
    await editor.open(ARTICLE, '# Kratom\n\nTea cures pain.\n');
    const { version, diagnostics } = await editor.diagnostics(ARTICLE);
    expect(version).toBe(1);
    expect(diagnostics).toEqual([
      {
        source: 'health-lint',
        code: 'test-claim',
        codeDescription: { href: 'file:///pages/test-claim.md' },
        severity: DiagnosticSeverity.Warning,
        message: '“cures” is a claim.',
        range: { start: { line: 2, character: 4 }, end: { line: 2, character: 9 } },
        relatedInformation: [{ message: 'The sentence', location: { uri: ARTICLE, range: expect.anything() as never } }],
      },
    ]);
  });

  test('an edit is checked after a pause; what comes before it is never shown', async () => {
    await start();
    await editor.open(ARTICLE, 'Tea is nice.');
    await editor.diagnostics(ARTICLE, none);
    await editor.type(ARTICLE, 'nice', 'kratmo');
    await editor.settle();
    editor.clock.advance(100);
    await editor.type(ARTICLE, 'Tea', 'Kratmo');
    await editor.settle();
    editor.clock.advance(149);
    await editor.settle();
    expect(editor.latest(ARTICLE)!.version).toBe(1);
    editor.clock.advance(1);
    const { version, diagnostics } = await editor.diagnostics(ARTICLE, some);
    expect(version).toBe(3);
    expect(diagnostics).toHaveLength(2);
    expect(editor.published.filter(({ uri }) => uri === ARTICLE).map((one) => one.version)).toEqual([1, 3]);
  });

  test('a check that was asked for an older text shows the newer one', async () => {
    await start();
    await editor.open(ARTICLE, 'Kratmo.');
    await editor.type(ARTICLE, 'Kratmo', 'Kratom');
    const { diagnostics, version } = await editor.diagnostics(ARTICLE);
    expect([version, diagnostics.length]).toEqual([2, 0]);
  });

  test('an edit moves what stands below it', async () => {
    await start();
    await editor.open(ARTICLE, 'One.\n\nTwo kratmo.\n');
    await editor.diagnostics(ARTICLE, some);
    await editor.type(ARTICLE, 'One.', 'One.\n\nAnd a half.');
    await editor.settle();
    editor.clock.advance(150);
    expect((await editor.diagnostics(ARTICLE, ({ version }) => version === 2)).diagnostics[0]!.range.start).toEqual({ line: 4, character: 4 });
  });

  test('closing clears', async () => {
    await start();
    await editor.open(ARTICLE, 'Kratmo.');
    await editor.diagnostics(ARTICLE, some);
    await editor.close(ARTICLE);
    await editor.diagnostics(ARTICLE, none);
  });

  test.each(['untitled:Untitled-1', 'vscode-vfs://github/a/b/article.md', 'file:///elsewhere/article.mdx'])('%s is checked like any other', async (uri) => {
    await start({ folders: null });
    await editor.open(uri, 'Kratmo.');
    await editor.diagnostics(uri, some);
  });

  test('a rule that fails is named in the log, once for a document; the others go on', async () => {
    await start();
    await editor.open(ARTICLE, 'Kratmo will explode.');
    await editor.diagnostics(ARTICLE, some);
    await editor.type(ARTICLE, 'will', 'may');
    await editor.settle();
    editor.clock.advance(150);
    await editor.diagnostics(ARTICLE, ({ version }) => version === 2);
    await editor.settle();
    expect(editor.logs.filter((line) => line.includes('test-broken'))).toHaveLength(1);
    expect(editor.logs[0]).toContain(ARTICLE);
    expect(rulesOf(ARTICLE)).toEqual(['test-spelling']);
  });

  test('a document too large to check while it is open says so', async () => {
    await start();
    await editor.open(ARTICLE, 'Kratmo. '.repeat(260_000));
    const { diagnostics } = await editor.diagnostics(ARTICLE);
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({ severity: DiagnosticSeverity.Information, message: expect.stringContaining('2.1 million characters, more than 2 million') as string });
  });

  test('on save only, where a person wants it so', async () => {
    await start({ settings: { run: 'onSave' } });
    await editor.open(ARTICLE, 'Fine.');
    await editor.diagnostics(ARTICLE, none);
    await editor.type(ARTICLE, 'Fine', 'Kratmo');
    await editor.settle();
    editor.clock.advance(1000);
    await editor.settle();
    expect(editor.latest(ARTICLE)!.version).toBe(1);
    await editor.save(ARTICLE);
    await editor.diagnostics(ARTICLE, some);
  });

  test('a client that wants it hears what to show in a status bar', async () => {
    await start({ options: { status: true } });
    const heard: unknown[] = [];
    editor.client.onNotification('healthLint/status', (status: unknown) => void heard.push(status));
    await editor.open(ARTICLE, 'Kratmo cures.');
    await editor.diagnostics(ARTICLE, some);
    await editor.settle();
    expect(heard).toEqual([{ uri: ARTICLE, version: 1, findings: { error: 1, warning: 1, information: 0, hint: 0 }, fixable: 1 }]);
  });
});

describe('configuration', () => {
  test('settings count, and a change applies at once', async () => {
    await start({ settings: { rules: { 'test-claim': 'off' } } });
    await editor.open(ARTICLE, 'Kratmo cures.');
    await editor.diagnostics(ARTICLE);
    expect(rulesOf(ARTICLE)).toEqual(['test-spelling']);
    await editor.changeSettings({ rules: { 'test-claim': 'error' }, words: ['Kratmo'] });
    const { diagnostics, version } = await editor.diagnostics(ARTICLE, ({ diagnostics: [first] }) => first?.code === 'test-claim');
    expect([version, diagnostics.length, diagnostics[0]!.severity]).toEqual([1, 1, DiagnosticSeverity.Error]);
    await editor.changeSettings({ enable: false });
    await editor.diagnostics(ARTICLE, none);
  });

  test('a client without `workspace/configuration` sends its settings', async () => {
    await start({ capabilities: ({ workspace, ...rest }) => ({ ...rest, workspace: { ...workspace, configuration: false } }), options: { settings: { rules: { 'test-claim': 'off' } } } });
    await editor.open(ARTICLE, 'Kratmo cures.');
    await editor.diagnostics(ARTICLE);
    expect(rulesOf(ARTICLE)).toEqual(['test-spelling']);
    await editor.changeSettings({ rules: { 'test-spelling': 'off' } });
    await editor.diagnostics(ARTICLE, ({ diagnostics: [first] }) => first?.code === 'test-claim');
  });

  test('the nearest file counts, and wins over the settings', async () => {
    await start({
      settings: { rules: { 'test-claim': 'hint', 'test-spelling': 'off' } },
      files: { [CONFIG]: '{ "rules": { "test-claim": "error" } }', [`${ROOT}/deep/.health-lint.json`]: '{ "rules": { "test-claim": { "severity": "information", "verbs": ["helps"] } } }' },
    });
    await editor.open(ARTICLE, 'Kratmo cures and helps.');
    expect((await editor.diagnostics(ARTICLE)).diagnostics).toMatchObject([{ code: 'test-claim', severity: DiagnosticSeverity.Error, range: { start: { character: 7 } } }]);
    const deep = `${ROOT}/deep/er/article.md`;
    await editor.open(deep, 'Kratmo cures and helps.');
    expect((await editor.diagnostics(deep)).diagnostics).toMatchObject([{ code: 'test-claim', severity: DiagnosticSeverity.Information, range: { start: { character: 17 } } }]);
  });

  test('nothing above the workspace folder is looked at', async () => {
    await start({ folders: [`${ROOT}/inner`], files: { [CONFIG]: '{ "rules": { "test-claim": "off" } }' } });
    await editor.open(`${ROOT}/inner/a.md`, 'Tea cures.');
    await editor.diagnostics(`${ROOT}/inner/a.md`, some);
  });

  test('a changed file applies at once', async () => {
    await start({ files: { [CONFIG]: '{}' } });
    await editor.open(ARTICLE, 'Tea cures.');
    await editor.diagnostics(ARTICLE, some);
    await editor.changeFile(CONFIG, '{ "rules": { "test-claim": "off" } }', FileChangeType.Changed);
    await editor.diagnostics(ARTICLE, none);
    await editor.changeFile(CONFIG, undefined, FileChangeType.Deleted);
    await editor.diagnostics(ARTICLE, some);
  });

  test('a broken file is reported in the file, what it said before goes on, and mending it clears', async () => {
    await start({ files: { [CONFIG]: '{ "rules": { "test-claim": "error" } }' } });
    await editor.open(ARTICLE, 'Tea cures.');
    await editor.diagnostics(ARTICLE, ({ diagnostics: [first] }) => first?.severity === DiagnosticSeverity.Error);
    await editor.changeFile(CONFIG, '{ "rules": { "test-claim": ', FileChangeType.Changed);
    const { diagnostics } = await editor.diagnostics(CONFIG, some);
    expect(diagnostics[0]).toMatchObject({ source: 'health-lint', severity: DiagnosticSeverity.Error });
    await editor.type(ARTICLE, 'Tea', 'Coffee');
    await editor.settle();
    editor.clock.advance(150);
    expect((await editor.diagnostics(ARTICLE, ({ version }) => version === 2)).diagnostics[0]!.severity).toBe(DiagnosticSeverity.Error);
    await editor.changeFile(CONFIG, '{ "rules": { "test-claim": "hint" } }', FileChangeType.Changed);
    await editor.diagnostics(CONFIG, none);
    await editor.diagnostics(ARTICLE, ({ diagnostics: [first] }) => first?.severity === DiagnosticSeverity.Hint);
  });

  test('a wrong name is marked where it stands; the rest of the file counts', async () => {
    await start({ files: { [CONFIG]: '{\n  "rules": {\n    "test-clam": "off",\n    "test-spelling": "off"\n  }\n}' } });
    await editor.open(ARTICLE, 'Kratmo cures.');
    await editor.diagnostics(ARTICLE);
    expect(rulesOf(ARTICLE)).toEqual(['test-claim']);
    const { diagnostics } = await editor.diagnostics(CONFIG, some);
    expect(diagnostics[0]!.range).toEqual({ start: { line: 2, character: 4 }, end: { line: 2, character: 15 } });
    expect(diagnostics[0]!.message).toContain('test-claim');
  });

  test('an open configuration counts as it is typed', async () => {
    await start({ files: { [CONFIG]: '{ "rules": {} }' } });
    await editor.open(ARTICLE, 'Tea cures.');
    await editor.diagnostics(ARTICLE, some);
    await editor.open(CONFIG, '{ "rules": {} }', 'jsonc');
    await editor.type(CONFIG, '{}', '{ "test-claim": "of" }');
    expect((await editor.diagnostics(CONFIG, some)).version).toBe(2);
    await editor.type(CONFIG, '"of"', '"off"');
    await editor.diagnostics(ARTICLE, none);
    await editor.diagnostics(CONFIG, none);
    await editor.close(CONFIG);
    await editor.diagnostics(ARTICLE, some);
  });

  test('files that the configuration leaves out are not checked', async () => {
    await start({ files: { [CONFIG]: '{ "ignore": ["drafts/"], "include": ["**/*.md"] }' } });
    for (const [name, expected] of [['drafts/a.md', 0], ['a.mdx', 0], ['b.md', 1]] as const) {
      await editor.open(`${ROOT}/${name}`, 'Tea cures.');
      expect((await editor.diagnostics(`${ROOT}/${name}`)).diagnostics, name).toHaveLength(expected);
    }
  });

  test('each folder of a workspace has its own configuration, and folders come and go', async () => {
    await start({ folders: ['file:///one', 'file:///two'], files: { 'file:///one/.health-lint.json': '{ "rules": { "test-claim": "off" } }' } });
    await editor.open('file:///one/a.md', 'Tea cures.');
    await editor.open('file:///two/a.md', 'Tea cures.');
    await editor.diagnostics('file:///one/a.md', none);
    await editor.diagnostics('file:///two/a.md', some);
  });
});

describe('bibliographies', () => {
  const BIB = '@article{smith, title = {Tea}, author = {Smith, A.}, year = 2020}';
  const unknown = ({ diagnostics }: { diagnostics: { message: unknown }[] }): string[] => diagnostics.map(({ message }) => String(message).replace(/.* (source-\w+)\./, '$1'));

  test('those that the configuration names, and no others', async () => {
    await start({ files: { [CONFIG]: '{ "bibliography": ["data/ours.bib"] }', [`${ROOT}/data/ours.bib`]: BIB, [`${ROOT}/other.bib`]: BIB.replace('smith', 'jones') } });
    await editor.open(ARTICLE, 'See source-smith and source-jones.');
    expect(unknown(await editor.diagnostics(ARTICLE))).toEqual(['source-jones']);
  });

  test('else the nearest; a change on disk counts at once', async () => {
    await start({ files: { [`${ROOT}/refs.bib`]: BIB } });
    await editor.open(`${ROOT}/deep/a.md`, 'See source-smith and source-jones.');
    expect(unknown(await editor.diagnostics(`${ROOT}/deep/a.md`))).toEqual(['source-jones']);
    await editor.changeFile(`${ROOT}/refs.bib`, BIB.replace('smith', 'jones'), FileChangeType.Changed);
    await editor.diagnostics(`${ROOT}/deep/a.md`, (params) => unknown(params)[0] === 'source-smith');
  });

  test('one that the article names itself is followed while it is typed', async () => {
    await start({ files: { [`${ROOT}/own.bib`]: BIB.replace('smith', 'jones'), [`${ROOT}/sub/refs.bib`]: BIB } });
    const uri = `${ROOT}/sub/a.md`;
    await editor.open(uri, '---\ntitle: Tea\n---\n\nSee source-smith and source-jones.');
    expect(unknown(await editor.diagnostics(uri))).toEqual(['source-jones']);
    await editor.type(uri, 'title: Tea', 'bibliography: ../own.bib');
    await editor.settle();
    editor.clock.advance(150);
    expect(unknown(await editor.diagnostics(uri, ({ version }) => version === 2))).toEqual(['source-smith']);
  });
});
