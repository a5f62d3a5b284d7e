/** Checking a whole workspace, over the protocol. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { FileChangeType } from 'vscode-languageserver-protocol/node';
import { COMMANDS } from '../../server/protocol.js';
import { ROOT, startEditor, type Editor, type EditorOptions } from './editor.js';

vi.mock('../../rules/registry.generated.js', () => import('./stub-rules.js'));

let editor: Editor;
const start = async (options?: EditorOptions): Promise<Editor> => (editor = await startEditor(options));
afterEach(() => editor.stop());
const none = ({ diagnostics }: { diagnostics: unknown[] }): boolean => diagnostics.length === 0;
const some = ({ diagnostics }: { diagnostics: unknown[] }): boolean => diagnostics.length > 0;

const FILES = {
  [`${ROOT}/a.md`]: 'Kratmo.',
  [`${ROOT}/deep/b.markdown`]: 'Tea cures.\n\nKratmo.',
  [`${ROOT}/c.mdx`]: 'Fine.',
  [`${ROOT}/notes.txt`]: 'Kratmo.',
  [`${ROOT}/node_modules/x/README.md`]: 'Kratmo.',
  [`${ROOT}/out/built.md`]: 'Kratmo.',
  [`${ROOT}/.gitignore`]: 'out/\n',
};
const check = (more?: object): Promise<unknown> => editor.command(COMMANDS.checkWorkspace, [], more);

describe('check workspace', () => {
  test('shows the findings of closed files, without a version, and sums up', async () => {
    await start({ files: FILES });
    expect(await check()).toEqual({ files: 3, findings: 3, unreadable: 0, cancelled: false });
    expect(editor.latest(`${ROOT}/a.md`)).toMatchObject({ diagnostics: [{ code: 'test-spelling' }] });
    expect(editor.latest(`${ROOT}/a.md`)).not.toHaveProperty('version');
    expect(editor.latest(`${ROOT}/deep/b.markdown`)!.diagnostics[1]!.range.start).toEqual({ line: 2, character: 0 });
    expect(new Set(editor.published.map(({ uri }) => uri))).toEqual(new Set([`${ROOT}/a.md`, `${ROOT}/deep/b.markdown`]));
  });

  test('tells how far it is, and leaves open documents to their editor', async () => {
    await start({ files: FILES });
    await editor.open(`${ROOT}/a.md`, 'Kratmo. Kratmo.');
    await editor.diagnostics(`${ROOT}/a.md`);
    expect(await check()).toMatchObject({ findings: 4 });
    expect(editor.progress.map(({ value }) => value.kind)).toEqual(expect.arrayContaining(['begin', 'end']));
    expect(editor.published.filter(({ uri }) => uri === `${ROOT}/a.md`).map(({ version }) => version)).toEqual([1]);
  });

  test('can be called off', async () => {
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`${ROOT}/many/${i}.md`, 'Kratmo. '.repeat(200)]));
    await start({ files: many });
    const running = check();
    const { token } = await editor.until(() => editor.progress.find(({ value }) => value.kind === 'begin'));
    await editor.client.sendNotification('window/workDoneProgress/cancel', { token });
    const summary = (await running) as { files: number; cancelled: boolean };
    expect(summary.cancelled).toBe(true);
    expect(summary.files).toBeLessThan(300);
    await editor.until(() => editor.progress.find(({ value }) => value.kind === 'end'));
  });

  test('files that are no text are named, the others go on', async () => {
    await start({ files: { ...FILES, [`${ROOT}/bad.md`]: new Uint8Array([0x66, 0xff, 0xfe, 0x00, 0x01]), [`${ROOT}/latin.md`]: new Uint8Array([0x63, 0x61, 0x66, 0xe9]) } });
    expect(await check()).toMatchObject({ files: 5, findings: 3, unreadable: 2 });
    expect(editor.latest(`${ROOT}/bad.md`)!.diagnostics[0]!.message).toContain('binary');
    expect(editor.latest(`${ROOT}/latin.md`)!.diagnostics[0]!.message).toContain('UTF-8');
  });

  test('every folder of the workspace, each with its configuration', async () => {
    await start({
      folders: ['file:///one', 'file:///two'],
      files: { 'file:///one/.health-lint.json': '{ "ignore": ["*.md"] }', 'file:///one/a.md': 'Kratmo.', 'file:///two/a.md': 'Kratmo.', 'file:///three/a.md': 'Kratmo.' },
    });
    expect(await check()).toMatchObject({ files: 1, findings: 1 });
    await editor.client.sendNotification('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: [{ uri: 'file:///two', name: 'two' }] } });
    await editor.diagnostics('file:///two/a.md', none);
  });
});

describe('afterwards', () => {
  test('files that change, come and go are followed', async () => {
    await start({ files: FILES });
    await check();
    await editor.changeFile(`${ROOT}/c.mdx`, 'Kratmo.', FileChangeType.Changed);
    await editor.diagnostics(`${ROOT}/c.mdx`, some);
    await editor.changeFile(`${ROOT}/new.md`, 'Kratmo.', FileChangeType.Created);
    await editor.diagnostics(`${ROOT}/new.md`, some);
    await editor.changeFile(`${ROOT}/a.md`, undefined, FileChangeType.Deleted);
    await editor.diagnostics(`${ROOT}/a.md`, none);
    await editor.changeFile(`${ROOT}/node_modules/x/README.md`, 'Kratmo kratmo.', FileChangeType.Changed);
    await editor.settle();
    expect(editor.latest(`${ROOT}/node_modules/x/README.md`)).toBeUndefined();
  });

  test('before the first check nothing is followed', async () => {
    await start({ files: FILES });
    await editor.changeFile(`${ROOT}/a.md`, 'Kratmo.', FileChangeType.Changed);
    await editor.settle();
    expect(editor.published).toEqual([]);
  });

  test('a closed document goes back to what is on disk', async () => {
    await start({ files: FILES });
    await check();
    await editor.open(`${ROOT}/a.md`, 'Fine.');
    await editor.diagnostics(`${ROOT}/a.md`, none);
    await editor.close(`${ROOT}/a.md`);
    expect(await editor.diagnostics(`${ROOT}/a.md`, some)).not.toHaveProperty('version');
  });

  test('a changed configuration counts for closed files too', async () => {
    await start({ files: FILES });
    await check();
    await editor.changeFile(`${ROOT}/.health-lint.json`, '{ "rules": { "test-spelling": "off" } }', FileChangeType.Created);
    await editor.diagnostics(`${ROOT}/a.md`, none);
    await editor.diagnostics(`${ROOT}/deep/b.markdown`, ({ diagnostics }) => diagnostics.length === 1);
    await editor.changeFile(`${ROOT}/.health-lint.json`, undefined, FileChangeType.Deleted);
    await editor.diagnostics(`${ROOT}/a.md`, some);
  });
});
