/** One conversation with an editor: puts the parts together and answers `initialize`. Knows no Node and no browser. */
import {
  CodeActionKind,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  TextDocumentSyncKind,
  type Connection,
  type InitializeResult,
} from 'vscode-languageserver';
import { registerClaims } from './claims.js';
import { COMPLETION_TRIGGERS, registerCompletion } from './citations/completion.js';
import { registerInsertion } from './citations/insertion.js';
import { registerNavigation } from './citations/navigation.js';
import { traitsOf } from './client-traits.js';
import { registerCodeActions } from './code-actions.js';
import { registerCommands } from './commands.js';
import { createConfiguration } from './configuration.js';
import { createDiagnostics } from './diagnostics.js';
import { createDocuments } from './documents.js';
import { createFolders } from './folders.js';
import type { Session } from './feature.js';
import type { HostFactory } from './host.js';
import { ARTICLE_EXTENSIONS, COMMANDS, CONFIG_FILE, FIX_ALL_KIND, SECTION, SOURCE, SOURCE_EXTENSIONS } from './protocol.js';
import { watchFiles } from './watched-files.js';
import { createWorkspaceCheck } from './workspace-check.js';

/** Serves a connection until it closes; starts listening. */
export function serve(connection: Connection, createHost: HostFactory, version: string): void {
  const documents = createDocuments(connection);
  connection.onInitialize((params): InitializeResult => {
    const client = traitsOf(params);
    const host = createHost(connection, client.options);
    const folders = createFolders(params);
    const configuration = createConfiguration({ connection, client, host, folders, documents });
    const diagnostics = createDiagnostics({ connection, client, host, documents, configuration });
    const workspaceCheck = createWorkspaceCheck({ connection, client, host, folders, documents, configuration });
    const session: Session = { connection, client, host, folders, documents, configuration, diagnostics, workspaceCheck };
    watchFiles(session);
    for (const register of [registerCodeActions, registerCommands, registerClaims, registerCompletion, registerNavigation, registerInsertion]) register(session);
    // A client that refuses, or leaves before it has answered, is served without these notices.
    connection.onInitialized(() => void register(session).catch(() => undefined));
    return {
      serverInfo: { name: SOURCE, version },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        codeActionProvider: client.literalCodeActions ? { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL_KIND] } : false,
        completionProvider: { triggerCharacters: COMPLETION_TRIGGERS },
        hoverProvider: true,
        definitionProvider: true,
        referencesProvider: true,
        executeCommandProvider: { commands: Object.values(COMMANDS) },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });
  connection.listen();
}

/** Asks the client to tell us of what changes outside of documents. */
async function register({ connection, client, folders, workspaceCheck, configuration }: Session): Promise<void> {
  if (client.registersConfigurationChanges) await connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION });
  if (client.registersWatchedFiles) {
    await connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: [`**/*.{${[...ARTICLE_EXTENSIONS, ...SOURCE_EXTENSIONS].join(',')}}`, `**/${CONFIG_FILE}`].map((globPattern) => ({ globPattern })),
    });
  }
  if (client.workspaceFolders) {
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      folders.change(added, removed);
      workspaceCheck.leave(removed.map(({ uri }) => uri));
      configuration.changed();
    });
  }
}
