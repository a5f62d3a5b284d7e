/** The extension in a browser: the server is a web worker. */
import { Uri, type ExtensionContext } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { activateExtension, type HealthLintApi } from './extension.js';

declare class Worker {
  constructor(address: string);
}

export function activate(context: ExtensionContext): Promise<HealthLintApi> {
  const address = Uri.joinPath(context.extensionUri, 'dist', 'browser', 'server.js').toString(true);
  return activateExtension(context, { clientFiles: true }, (options) => new LanguageClient('healthLint', 'Health Lint', new Worker(address) as never, options));
}
