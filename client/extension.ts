/** What the extension does in every host: starts the server, and gives its commands, status and views a face. */
import { commands, EventEmitter, Uri, window, workspace, type ExtensionContext, type LogOutputChannel } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { ARTICLE_EXTENSIONS, ARTICLE_LANGUAGES, CONFIG_FILE, METHODS, SECTION, type InitializationOptions, type StatusParams } from '../server/protocol.js';
import { registerCitations } from './citations.js';
import { showClaims } from './claims-view.js';
import { runServerCommand } from './commands.js';
import { answerFileRequests, answerWriteRequests } from './files.js';
import { showStatus } from './status.js';

/** Makes the client of one host (Node or web worker); it is not started yet. */
export type CreateClient = (options: LanguageClientOptions) => BaseLanguageClient;

export interface HostOptions {
  /** True where the server cannot read files itself and asks the client for them. */
  readonly clientFiles: boolean;
}

/** What other extensions, and tests, get from `activate`. */
export interface HealthLintApi {
  readonly client: BaseLanguageClient;
}

/** Starts the language server and everything that shows what it finds. Resolves once the server is up. */
export async function activateExtension(context: ExtensionContext, host: HostOptions, createClient: CreateClient): Promise<HealthLintApi> {
  const output = window.createOutputChannel('Health Lint', { log: true });
  const client = createClient(clientOptions(context, host, output));
  // One listener for the connection, any number for what it says.
  const status = new EventEmitter<StatusParams>();
  context.subscriptions.push(
    output,
    client,
    commands.registerCommand('healthLint.showOutput', () => output.show()),
    commands.registerCommand('healthLint.restartServer', () => restart(client)),
    client.onRequest(METHODS.addUserWord, ({ word }: { readonly word: string }) => addUserWord(word)),
    status,
    client.onNotification(METHODS.status, (params: StatusParams) => status.fire(params)),
    showStatus(client, status.event),
    showClaims(client, status.event),
    registerCitations(client),
    answerWriteRequests(client),
  );
  if (host.clientFiles) context.subscriptions.push(answerFileRequests(client));
  await client.start();
  return { client };
}

function clientOptions(context: ExtensionContext, host: HostOptions, output: LogOutputChannel): LanguageClientOptions {
  const asset = (...path: string[]): string => Uri.joinPath(context.extensionUri, 'dist', ...path).toString();
  const initializationOptions: InitializationOptions = {
    rulePages: asset('rules'),
    dictionary: asset('dictionary.bin'),
    clientFiles: host.clientFiles,
    userWords: true,
    status: true,
    citations: true,
    retractions: Uri.joinPath(context.globalStorageUri, 'retraction-watch.csv').toString(),
  };
  return {
    documentSelector: [...ARTICLE_LANGUAGES.map((language) => ({ language })), { pattern: `**/${CONFIG_FILE}` }],
    initializationOptions,
    outputChannel: output,
    synchronize: {
      configurationSection: SECTION,
      fileEvents: [workspace.createFileSystemWatcher(`**/*.{${ARTICLE_EXTENSIONS.join(',')}}`), workspace.createFileSystemWatcher(`**/${CONFIG_FILE}`)],
    },
    middleware: { executeCommand: runServerCommand },
    progressOnInitialization: false,
  };
}

async function restart(client: BaseLanguageClient): Promise<void> {
  if (client.needsStop()) await client.stop();
  await client.start();
}

async function addUserWord(word: string): Promise<null> {
  const settings = workspace.getConfiguration(SECTION);
  const words = settings.inspect<string[]>('words')?.globalValue ?? [];
  if (!words.includes(word)) await settings.update('words', [...words, word].sort((a, b) => a.localeCompare(b)), true);
  return null;
}

