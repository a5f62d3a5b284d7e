/** What `workspace/executeCommand` can do. */
import {
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
  type CreateFile,
  type TextDocumentEdit,
  type WorkDoneProgressReporter,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { chooseFixes } from '../rules/index.js';
import { CITATION_COMMANDS } from './citations/commands.js';
import { documentEdit } from './code-actions.js';
import { textEditOf } from './convert.js';
import { COMMANDS, CONFIG_FILE, METHODS, type AddedToDictionary, type AddToDictionary } from './protocol.js';
import type { Session } from './feature.js';
import { normalUri } from './uris.js';
import { withWord } from './workspace/config-edit.js';
import { folderOf } from './workspace/file-system.js';
import { decodeText } from './workspace/text.js';

export function registerCommands(session: Session): void {
  const { connection } = session;
  connection.onExecuteCommand(async ({ command, arguments: args = [], workDoneToken }, token, progress) => {
    switch (command) {
      case COMMANDS.checkWorkspace:
        return checkWorkspace(session, token, workDoneToken === undefined ? undefined : progress);
      case COMMANDS.fixAllSafe:
        return fixAllSafe(session, args[0]);
      case COMMANDS.addToDictionary:
        return addToDictionary(session, args[0]);
      default: {
        const run = CITATION_COMMANDS[command];
        if (run) return run(session, args, { token, offered: workDoneToken === undefined ? undefined : progress });
        throw new ResponseError(LSPErrorCodes.RequestFailed, `There is no command ${command}.`);
      }
    }
  });
}

/** The progress that the client offered with the request, or one of our own; either can be called off. */
async function checkWorkspace({ connection, workspaceCheck }: Session, token: CancellationToken, offered: WorkDoneProgressReporter | undefined): Promise<unknown> {
  if (offered) return workspaceCheck.run(offered, [token]);
  const own = await connection.window.createWorkDoneProgress();
  return workspaceCheck.run(own, [token, own.token]);
}

async function fixAllSafe({ connection, client, documents, configuration }: Session, uri: unknown): Promise<number> {
  if (typeof uri !== 'string') throw wrongArguments(COMMANDS.fixAllSafe, 'the URI of an open document');
  const setup = await configuration.of(uri);
  const document = documents.get(uri);
  if (!document) throw new ResponseError(LSPErrorCodes.RequestFailed, `${uri} is not open.`);
  const { findings } = await documents.snapshot(document, setup);
  if (!setup.wanted) return 0;
  const { edits, mended } = chooseFixes(findings);
  if (edits.length === 0) return 0;
  const { applied, failureReason } = await connection.workspace.applyEdit({
    label: 'Fix all safe problems',
    edit: documentEdit(document, edits.map((edit) => textEditOf(edit, document)), client),
  });
  if (!applied) throw new ResponseError(LSPErrorCodes.RequestFailed, failureReason ?? 'The editor did not apply the fixes.');
  return mended;
}

async function addToDictionary(session: Session, argument: unknown): Promise<AddedToDictionary> {
  const { word, target, uri } = (argument ?? {}) as Partial<AddToDictionary>;
  if (typeof word !== 'string' || typeof uri !== 'string' || (target !== 'workspace' && target !== 'user')) {
    throw wrongArguments(COMMANDS.addToDictionary, '{ word, target, uri }');
  }
  const { connection, client } = session;
  if (target === 'user') {
    if (!client.options.userWords) throw new ResponseError(LSPErrorCodes.RequestFailed, 'This editor has no words of your own; add the word to the workspace.');
    await connection.sendRequest(METHODS.addUserWord, { word });
    return {};
  }
  const { edit, location } = await wordEdit(session, word, uri);
  if (!edit) return {};
  const { applied, failureReason } = await connection.workspace.applyEdit({ label: `Add “${word}” to the words`, edit });
  if (!applied) throw new ResponseError(LSPErrorCodes.RequestFailed, failureReason ?? `The editor did not change ${location}.`);
  return { uri: location };
}

/** The edit that adds a word to the nearest configuration file, or makes one in the workspace folder. */
async function wordEdit(session: Session, word: string, uri: string): Promise<{ readonly edit: WorkspaceEdit | undefined; readonly location: string }> {
  const { client, host, folders, documents, configuration } = session;
  const { loaded } = await configuration.of(uri);
  const folder = folders.of(uri) ?? folderOf(normalUri(uri));
  if (!loaded && folder === undefined) throw new ResponseError(LSPErrorCodes.RequestFailed, 'Save the document first: its words belong to the folder it is in.');
  const location = loaded?.location ?? host.files.join(folder!, CONFIG_FILE);
  const open = documents.get(location);
  const bytes = open ? undefined : await host.files.read(location);
  const config = open ?? TextDocument.create(location, 'jsonc', 0, bytes ? decodeText(bytes) : '');
  const edits = withWord(config.getText(), word).map((change) => textEditOf(change, config));
  if (edits.length === 0) return { edit: undefined, location };
  const mustCreate = !open && !bytes;
  if (mustCreate && !client.createsFiles) {
    throw new ResponseError(LSPErrorCodes.RequestFailed, `This editor can't create files: make ${location} with { "words": ["${word}"] }.`);
  }
  if (!client.documentChanges) return { edit: { changes: { [config.uri]: edits } }, location };
  const create: CreateFile[] = mustCreate ? [{ kind: 'create', uri: location, options: { ignoreIfExists: true } }] : [];
  const change: TextDocumentEdit = { textDocument: { uri: config.uri, version: open ? open.version : null }, edits };
  return { edit: { documentChanges: [...create, change] }, location };
}

function wrongArguments(command: string, wanted: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, `${command} needs ${wanted} as its argument.`);
}
