/** The extension in desktop VS Code and on remote machines: the server is a process of its own. */
import { Uri, type ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateExtension, type HealthLintApi } from './extension.js';

export function activate(context: ExtensionContext): Promise<HealthLintApi> {
  const module = Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  // An edit of a long article makes many short-lived objects: a larger nursery spares pauses while somebody types.
  const server = { module, transport: TransportKind.ipc, options: { execArgv: ['--max-semi-space-size=64'] } };
  return activateExtension(context, { clientFiles: false }, (options) => new LanguageClient('healthLint', 'Health Lint', { run: server, debug: server }, options));
}
