/** Code actions and commands, over the protocol. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { CodeAction } from 'vscode-languageserver-protocol/node';
import { COMMANDS } from '../../server/protocol.js';
import { ROOT, startEditor, type Editor, type EditorOptions } from './editor.js';

vi.mock('../../rules/registry.generated.js', () => import('./stub-rules.js'));

const ARTICLE = `${ROOT}/article.md`;
const CONFIG = `${ROOT}/.health-lint.json`;
let editor: Editor;
const start = async (options?: EditorOptions): Promise<Editor> => (editor = await startEditor(options));
afterEach(() => editor.stop());

const open = async (text: string, uri = ARTICLE, languageId = 'markdown'): Promise<void> => {
  await editor.open(uri, text, languageId);
  await editor.diagnostics(uri);
};
const titled = (actions: CodeAction[], title: string): CodeAction => {
  const found = actions.find((one) => one.title === title);
  if (!found) throw new Error(`No action “${title}” among ${actions.map((one) => one.title).join(' | ')}`);
  return found;
};
/** Applies an action and waits for what is shown then. */
const take = async (action: CodeAction, uri = ARTICLE) => {
  await editor.apply(action.edit!);
  await editor.settle();
  editor.clock.advance(150);
  const version = Math.max(...editor.published.filter((one) => one.uri === uri).map((one) => one.version ?? 0)) + 1;
  return editor.diagnostics(uri, (params) => params.version === version);
};

describe('quick fixes', () => {
  test('each fix of a finding is an action with its edit, bound to the version', async () => {
    await start();
    await open('Tea cures pain.');
    const actions = await editor.actions(ARTICLE, 'cures');
    expect(actions.slice(0, 2)).toMatchObject([
      { title: 'Change to “may help”', kind: 'quickfix', isPreferred: true, edit: { documentChanges: [{ textDocument: { uri: ARTICLE, version: 1 }, edits: [{ newText: 'may help' }] }] } },
      { title: 'Change to “might help”', kind: 'quickfix' },
    ]);
    expect(actions[1]!.isPreferred).toBeUndefined();
    expect(actions[0]!.diagnostics).toMatchObject([{ code: 'test-claim' }]);
  });

  test('a fix applies, and its problem is gone', async () => {
    await start();
    await open('Kratmo cures pain.');
    const { diagnostics } = await take(titled(await editor.actions(ARTICLE, 'Kratmo'), 'Change to “Kratom”'));
    expect(editor.text(ARTICLE)).toBe('Kratom cures pain.');
    expect(diagnostics.map(({ code }) => code)).toEqual(['test-claim']);
  });

  test('a cursor at the edge of a finding is enough; elsewhere there is nothing', async () => {
    await start();
    await open('Tea cures pain.');
    expect((await editor.actions(ARTICLE, 'Tea')).filter(({ kind }) => kind === 'quickfix')).toEqual([]);
    expect(await editor.actions(ARTICLE, ' pain')).not.toEqual([]);
  });

  test('an edit that has not been checked yet counts', async () => {
    await start();
    await open('Tea is nice.');
    await editor.type(ARTICLE, 'is nice', 'cures');
    const [action] = await editor.actions(ARTICLE, 'cures');
    expect(action).toMatchObject({ title: 'Change to “may help”', edit: { documentChanges: [{ textDocument: { version: 2 } }] } });
  });

  test('a client without document changes gets plain changes', async () => {
    await start({ capabilities: ({ workspace, ...rest }) => ({ ...rest, workspace: { ...workspace, workspaceEdit: {} } }) });
    await open('Tea cures pain.');
    expect((await editor.actions(ARTICLE, 'cures'))[0]!.edit).toMatchObject({ changes: { [ARTICLE]: [{ newText: 'may help' }] } });
  });

  test('all safe fixes of one rule, where there is more than one', async () => {
    await start();
    await open('Kratmo cures.\n\nMore kratmo.');
    await take(titled(await editor.actions(ARTICLE, 'Kratmo'), 'Fix all test-spelling problems in this file'));
    expect(editor.text(ARTICLE)).toBe('Kratom cures.\n\nMore kratom.');
    expect((await editor.actions(ARTICLE, 'cures')).map(({ title }) => title)).not.toContain('Fix all test-claim problems in this file');
  });
});

describe('kinds', () => {
  test.each([
    [['quickfix'], ['quickfix']],
    [['source.fixAll'], ['source.fixAll.healthLint']],
    [['source.fixAll.healthLint'], ['source.fixAll.healthLint']],
    [['source'], ['source.fixAll.healthLint']],
    [['refactor'], []],
    [['source.fixAll.eslint'], []],
    [['source.fix'], []],
    [undefined, ['quickfix', 'source.fixAll.healthLint']],
  ])('only %j gives %j', async (only, kinds) => {
    await start();
    await open('Kratmo cures. More kratmo.');
    const actions = await editor.actions(ARTICLE, 'Kratmo', only);
    expect([...new Set(actions.map(({ kind }) => kind))]).toEqual(kinds);
  });

  test('fix all applies safe fixes and leaves suggestions', async () => {
    await start();
    await open('Kratmo cures. More kratmo.');
    const [action] = await editor.actions(ARTICLE, 'cures', ['source.fixAll']);
    const { diagnostics } = await take(action!);
    expect(editor.text(ARTICLE)).toBe('Kratom cures. More kratom.');
    expect(diagnostics.map(({ code }) => code)).toEqual(['test-claim']);
    expect(await editor.actions(ARTICLE, 'cures', ['source.fixAll'])).toEqual([]);
  });
});

describe('suppressing', () => {
  const LINE = 'Disable test-claim for this line';
  const FILE = 'Disable test-claim for this file';
  const IN_LINE = '<!-- health-lint-disable-line test-claim -->';

  test.each([
    ['a paragraph', 'One.\nTea cures.\nTwo.', `One.\nTea cures. ${IN_LINE}\nTwo.`],
    ['a hard line break', 'Tea cures.  \nTwo.', `Tea cures. ${IN_LINE}  \nTwo.`],
    ['CRLF', 'Tea cures.\r\nTwo.\r\n', `Tea cures. ${IN_LINE}\r\nTwo.\r\n`],
    ['a list', '- Tea cures.\n- Two.', `- Tea cures. ${IN_LINE}\n- Two.`],
    ['a table', '| a | b |\n|---|---|\n| x | Tea cures. |\n', `| a | b |\n|---|---|\n| x | Tea cures. ${IN_LINE} |\n`],
  ])('a line in %s', async (_name, before, after) => {
    await start();
    await open(before);
    const { diagnostics } = await take(titled(await editor.actions(ARTICLE, 'cures'), LINE));
    expect(editor.text(ARTICLE)).toBe(after);
    expect(diagnostics).toEqual([]);
  });

  test('two rules on one line share a comment', async () => {
    await start();
    await open('Kratmo cures.');
    await take(titled(await editor.actions(ARTICLE, 'cures'), LINE));
    const { diagnostics } = await take(titled(await editor.actions(ARTICLE, 'Kratmo'), 'Disable test-spelling for this line'));
    expect(editor.text(ARTICLE)).toBe('Kratmo cures. <!-- health-lint-disable-line test-claim test-spelling -->');
    expect(diagnostics).toEqual([]);
  });

  test.each([
    ['plain', 'Tea cures.\n\nIt cures.\n', '<!-- health-lint-disable-file test-claim -->\n\nTea cures.\n\nIt cures.\n'],
    ['behind front matter', '---\ntitle: Tea\n---\nTea cures.\n', '---\ntitle: Tea\n---\n\n<!-- health-lint-disable-file test-claim -->\nTea cures.\n'],
  ])('a file, %s', async (_name, before, after) => {
    await start();
    await open(before);
    const { diagnostics } = await take(titled(await editor.actions(ARTICLE, 'cures'), FILE));
    expect(editor.text(ARTICLE)).toBe(after);
    expect(diagnostics).toEqual([]);
  });

  test('MDX has comments of its own', async () => {
    await start();
    const uri = `${ROOT}/a.mdx`;
    await open('Tea cures.', uri, 'mdx');
    const { diagnostics } = await take(titled(await editor.actions(uri, 'cures'), LINE), uri);
    expect(editor.text(uri)).toBe('Tea cures. {/* health-lint-disable-line test-claim */}');
    expect(diagnostics).toEqual([]);
  });
});

describe('words', () => {
  const add = async (): Promise<void> => {
    const { command } = titled(await editor.actions(ARTICLE, 'Kratmo'), 'Add “kratmo” to the workspace dictionary');
    expect(await editor.command(command!.command, command!.arguments)).toEqual({ uri: CONFIG });
  };

  test('go into the nearest configuration, comments and all', async () => {
    const before = '{\n  // Ours.\n  "words": ["kava"]\n}\n';
    await start({ files: { [CONFIG]: before } });
    await open('Kratmo.');
    await add();
    await editor.apply(editor.applied[0]!);
    const after = String(editor.disk.get(CONFIG));
    expect(after).toContain('// Ours.');
    expect(after.replace(/\s/g, '')).toContain('"words":["kava","kratmo"]');
    await editor.changeFile(CONFIG, after, 2);
    await editor.diagnostics(ARTICLE, ({ diagnostics }) => diagnostics.length === 0);
  });

  test('make a configuration where there is none', async () => {
    await start();
    await open('Kratmo.');
    await add();
    expect(editor.applied[0]!.documentChanges![0]).toEqual({ kind: 'create', uri: CONFIG, options: { ignoreIfExists: true } });
    await editor.apply(editor.applied[0]!);
    expect(JSON.parse(String(editor.disk.get(CONFIG)))).toEqual({ words: ['kratmo'] });
  });

  test('go to the person’s own settings, where the editor keeps them', async () => {
    await start({ options: { userWords: true } });
    const words: unknown[] = [];
    editor.client.onRequest('healthLint/addUserWord', (params) => {
      words.push(params);
      return null;
    });
    await open('Kratmo.');
    const { command } = titled(await editor.actions(ARTICLE, 'Kratmo'), 'Add “kratmo” to your own dictionary');
    await editor.command(command!.command, command!.arguments);
    expect(words).toEqual([{ word: 'kratmo' }]);
  });
});

describe('commands', () => {
  test('fix all safe problems', async () => {
    await start();
    editor.current.onApply = (edit) => void editor.apply(edit);
    await open('Kratmo cures. More kratmo.');
    expect(await editor.command(COMMANDS.fixAllSafe, [ARTICLE])).toBe(2);
    expect(editor.text(ARTICLE)).toBe('Kratom cures. More kratom.');
    expect(await editor.command(COMMANDS.fixAllSafe, [ARTICLE])).toBe(0);
  });

  test.each([
    [COMMANDS.fixAllSafe, [], 'needs the URI'],
    [COMMANDS.fixAllSafe, ['file:///nowhere.md'], 'is not open'],
    [COMMANDS.addToDictionary, [{}], 'needs { word'],
    ['healthLint.nonsense', [], 'no command'],
  ])('%s with %j is refused with a reason', async (command, args, reason) => {
    await start();
    await expect(editor.command(command, args)).rejects.toThrow(reason);
  });
});
