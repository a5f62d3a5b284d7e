/** The extension from the inside of a real extension host: what a person meets, through the editor's own interface. */
import {
  CodeActionKind,
  commands,
  ConfigurationTarget,
  Diagnostic,
  DiagnosticSeverity,
  extensions,
  languages,
  Position,
  Range,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
  type CodeAction,
  type CompletionList,
  type Hover,
  type Location,
  type LocationLink,
  type TextEditor,
} from 'vscode';
import { equal, test, until } from './runner.js';

const folder = (): Uri => workspace.workspaceFolders![0]!.uri;
const file = (name: string): Uri => Uri.joinPath(folder(), name);
const ours = (uri: Uri): Diagnostic[] => languages.getDiagnostics(uri).filter(({ source }) => source === 'health-lint');
const codeOf = ({ code }: Diagnostic): string => String(typeof code === 'object' ? code.value : code);
const withCode = (uri: Uri, code: string): Diagnostic[] => ours(uri).filter((one) => codeOf(one) === code);

async function write(name: string, text: string): Promise<Uri> {
  await workspace.fs.writeFile(file(name), new TextEncoder().encode(text));
  return file(name);
}

async function open(uri: Uri): Promise<TextEditor> {
  return window.showTextDocument(await workspace.openTextDocument(uri));
}

/** The editor cancels a request when a provider registers meanwhile, so one that was cancelled is asked again. */
async function actionsAt(uri: Uri, range: Range, kind: CodeActionKind): Promise<CodeAction[]> {
  return until('code actions', async () => {
    try {
      return await commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', uri, range, kind.value);
    } catch (error) {
      if ((error as Error).name === 'Canceled') return undefined;
      throw error;
    }
  });
}

test('activates for Markdown and says what is wrong, where', async () => {
  await extensions.getExtension('vscode.markdown-language-features')?.activate();
  const uri = await write('inside.md', '# Kratom\n\nMitragynia speciosa is a tree. The leaf does increase dopamine.\n');
  await open(uri);
  const [spelling] = await until('a misspelling', () => withCode(uri, 'health-term-misspelling').length > 0 && withCode(uri, 'health-term-misspelling'));
  equal([spelling!.range.start.line, spelling!.range.start.character, spelling!.range.end.character], [2, 0, 10], 'range');
  equal(spelling!.severity, DiagnosticSeverity.Error, 'severity');
  equal(typeof spelling!.code === 'object' && spelling!.code.target.path.endsWith('/rules/health-term-misspelling.md'), true, 'link to the rule');
});

test('the link of a rule leads to a page that is there', async () => {
  const [spelling] = withCode(file('inside.md'), 'health-term-misspelling');
  const target = (spelling!.code as { target: Uri }).target;
  equal(new TextDecoder().decode(await workspace.fs.readFile(target)).startsWith('# health-term-misspelling'), true, 'page');
});

test('a quick fix changes the text, and the problem goes', async () => {
  const uri = file('inside.md');
  const [spelling] = withCode(uri, 'health-term-misspelling');
  const actions = await actionsAt(uri, spelling!.range, CodeActionKind.QuickFix);
  const fix = actions.find(({ title }) => title.includes('Mitragyna'));
  equal(fix?.isPreferred, true, 'preferred');
  equal(await workspace.applyEdit(fix!.edit!), true, 'edit applied');
  const document = await workspace.openTextDocument(uri);
  equal(document.lineAt(2).text.startsWith('Mitragyna speciosa is'), true, 'text');
  await until('the problem to go', () => withCode(uri, 'health-term-misspelling').length === 0);
  await document.save();
});

test('a claim can be hedged, and a rule can be switched off for a line', async () => {
  const uri = file('inside.md');
  const [claim] = await until('a claim', () => withCode(uri, 'unhedged-causal-claim').length > 0 && withCode(uri, 'unhedged-causal-claim'));
  const actions = await actionsAt(uri, claim!.range, CodeActionKind.QuickFix);
  equal(actions.some(({ title }) => title.includes('may increase')), true, 'hedge offered');
  const disable = actions.find(({ title }) => /disable/i.test(title) && /line/i.test(title));
  await workspace.applyEdit(disable!.edit!);
  await until('the claim to be silenced', () => withCode(uri, 'unhedged-causal-claim').length === 0);
});

test('all safe problems are fixed by one command', async () => {
  const uri = await write('fix-all.md', 'Some Mitragynia speciosa.\n\nMore Mitragynia speciosa.\n');
  await open(uri);
  await until('two problems', () => withCode(uri, 'health-term-misspelling').length === 2);
  await commands.executeCommand('healthLint.fixAllSafe');
  await until('no problem', () => withCode(uri, 'health-term-misspelling').length === 0);
  equal((await workspace.openTextDocument(uri)).getText().includes('Mitragynia'), false, 'text');
});

test('the workspace is checked, closed files too', async () => {
  const uri = await write('closed.md', 'The extract cures insomnia.\n');
  const summary = await commands.executeCommand<{ files: number }>('healthLint.checkWorkspace');
  equal(summary.files >= 3, true, 'files checked');
  await until('problems of the closed file', () => withCode(uri, 'cure-claim').length > 0);
});

test('a broken configuration is reported in its own file, and the articles are still checked', async () => {
  const uri = file('closed.md');
  const config = await write('.health-lint.json', '{ "rules": { "cure-clam": "off" } }');
  await open(uri);
  await until('the problem in the configuration', () => ours(config).some(({ message }) => message.includes('cure-claim')));
  equal(withCode(uri, 'cure-claim').length, 1, 'problems of the article');
  await write('.health-lint.json', '{ "rules": { "cure-claim": "off" } }');
  await until('the configuration to be in order', () => ours(config).length === 0);
  await until('the rule to be off', () => withCode(uri, 'cure-claim').length === 0);
  await workspace.fs.delete(config);
  await until('the rule to be on again', () => withCode(uri, 'cure-claim').length > 0);
});

test('a setting applies at once', async () => {
  const uri = file('closed.md');
  const settings = workspace.getConfiguration('healthLint');
  await settings.update('rules', { 'cure-claim': 'hint' }, ConfigurationTarget.Global);
  await until('the new severity', () => withCode(uri, 'cure-claim')[0]?.severity === DiagnosticSeverity.Hint);
  await settings.update('rules', undefined, ConfigurationTarget.Global);
  await until('the old severity', () => withCode(uri, 'cure-claim')[0]?.severity === DiagnosticSeverity.Error);
});

test('keys come from the bibliography beside the article: completed, shown, jumped to', async () => {
  const bib = await write('refs.bib', '@article{meyer2019,\n  title = {Sleep in older adults}, author = {Meyer, Anna}, journal = {J Sleep}, year = 2019\n}\n');
  const uri = await write('cited.md', 'Tea helps [@meyer2019].\n\nMore tea [@].\n');
  await open(uri);
  const key = await until('the key', async () => {
    const { items } = await commands.executeCommand<CompletionList>('vscode.executeCompletionItemProvider', uri, new Position(2, 11), '@');
    // The editor offers words of the text besides.
    return items.find(({ label, detail }) => label === 'meyer2019' && detail);
  });
  const range = key.range instanceof Range ? key.range : key.range?.inserting;
  equal([key.detail, range?.start.character], ['Meyer 2019', 11], 'completion');
  const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', uri, new Position(0, 15));
  const shown = hovers.flatMap(({ contents }) => contents.map((one) => (typeof one === 'string' ? one : one.value))).join('');
  equal(shown.includes('Meyer A. Sleep in older adults. *J Sleep*. 2019.'), true, 'hover');
  const [place] = await commands.executeCommand<(Location | LocationLink)[]>('vscode.executeDefinitionProvider', uri, new Position(0, 15));
  const target = place && ('targetUri' in place ? place.targetUri : place.uri);
  equal(target?.toString(), bib.toString(), 'definition');
});

test('a source that is picked goes in as the article cites', async () => {
  const { document, selection } = await open(file('cited.md'));
  equal(selection.active.line, 0, 'cursor');
  const done = commands.executeCommand('healthLint.insertCitation');
  await until('the key at the cursor', async () => {
    await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return document.lineAt(0).text.startsWith('[@meyer2019]');
  });
  await done;
  await document.save();
});

test('footnotes are renumbered by one command', async () => {
  const uri = await write('footnotes.md', 'One.[^2] Two.[^1]\n\n[^1]: Second.\n[^2]: First.\n');
  const { document } = await open(uri);
  await commands.executeCommand('healthLint.renumberFootnotes');
  await until('the new numbers', () => document.getText() === 'One.[^1] Two.[^2]\n\n[^2]: Second.\n[^1]: First.\n');
  await document.save();
});

test('an untitled article is checked as well', async () => {
  const document = await workspace.openTextDocument({ language: 'markdown', content: 'Mitragynia speciosa is a tree.\n' });
  await window.showTextDocument(document);
  await until('a problem', () => withCode(document.uri, 'health-term-misspelling').length > 0);
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, new Range(0, 0, 1, 0), '');
  await workspace.applyEdit(edit);
  await until('no problem', () => ours(document.uri).length === 0);
});

test('the server can be restarted', async () => {
  const uri = file('closed.md');
  await open(uri);
  await commands.executeCommand('healthLint.restartServer');
  await until('problems after the restart', () => withCode(uri, 'cure-claim').length > 0);
});
