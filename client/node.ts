/** The extension in desktop VS Code and on remote machines: the server is a process of its own. */
import { Uri, type ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateExtension, type HealthLintApi } from './extension.js';

export function activate(context: ExtensionContext): Promise<HealthLintApi> {
  const module = Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  const server = { module, transport: TransportKind.ipc };
  return activateExtension(context, { clientFiles: false }, (options) => new LanguageClient('healthLint', 'Health Lint', { run: server, debug: server }, options));
}
