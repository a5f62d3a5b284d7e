/** The web worker's server: bundled for the browser, run in a worker that has what a web worker has, files through the client. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AbstractMessageReader, AbstractMessageWriter, createProtocolConnection, type DataCallback, type Disposable, type Message, type PublishDiagnosticsParams } from 'vscode-languageserver-protocol/node';
import { bundle } from './bundle.js';

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'health-lint-browser-'));
  await bundle({ platform: 'browser', format: 'iife', target: 'es2022', external: ['stream'], mainFields: ['module', 'main'], entryPoints: ['server/browser.ts'], outfile: join(folder, 'server.js') });
  // Node's own globals that a browser lacks go away, so that nothing leans on them.
  const shim = `const { parentPort } = require('node:worker_threads');
globalThis.postMessage = (message) => parentPort.postMessage(message);
const target = new EventTarget();
globalThis.addEventListener = target.addEventListener.bind(target);
parentPort.on('message', (data) => globalThis.onmessage?.({ data }));
const script = require('node:fs').readFileSync(require('node:path').join(__dirname, 'server.js'), 'utf8');
delete globalThis.process; delete globalThis.Buffer; delete globalThis.setImmediate;
(0, eval)(script);`;
  writeFileSync(join(folder, 'worker.cjs'), shim);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

class WorkerReader extends AbstractMessageReader {
  constructor(private readonly worker: Worker) {
    super();
  }
  listen(callback: DataCallback): Disposable {
    this.worker.on('message', callback);
    return { dispose: () => this.worker.off('message', callback) };
  }
}

class WorkerWriter extends AbstractMessageWriter {
  constructor(private readonly worker: Worker) {
    super();
  }
  async write(message: Message): Promise<void> {
    this.worker.postMessage(message);
  }
  end(): void {}
}

test('checks documents and the workspace with files that the client reads', async () => {
  const files = new Map([
    ['vscode-vfs://host/repo/.health-lint.json', '{ "rules": { "test-claim": "off" } }'],
    ['vscode-vfs://host/repo/closed.md', 'Kratmo \u{1f33f} cures.'],
  ]);
  const worker = new Worker(join(folder, 'worker.cjs'));
  const connection = createProtocolConnection(new WorkerReader(worker), new WorkerWriter(worker));
  connection.onRequest('healthLint/readFile', ({ uri }: { uri: string }) => {
    const text = files.get(uri);
    return text === undefined ? null : { base64: Buffer.from(text).toString('base64') };
  });
  connection.onRequest('healthLint/readFolder', ({ uri }: { uri: string }) =>
    uri === 'vscode-vfs://host/repo' ? [{ name: 'closed.md', type: 'file' }, { name: '.health-lint.json', type: 'file' }] : null,
  );
  const published: PublishDiagnosticsParams[] = [];
  const first = new Promise<void>((resolve) => {
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      published.push(params);
      resolve();
    });
  });
  connection.listen();
  const uri = 'vscode-vfs://host/repo';
  await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {}, initializationOptions: { clientFiles: true }, workspaceFolders: [{ uri, name: 'repo' }] });
  await connection.sendNotification('initialized', {});
  await connection.sendNotification('textDocument/didOpen', { textDocument: { uri: `${uri}/open.md`, languageId: 'markdown', version: 3, text: 'Kratmo cures.' } });
  await first;
  expect(published).toMatchObject([{ uri: `${uri}/open.md`, version: 3, diagnostics: [{ code: 'test-spelling' }] }]);
  expect(await connection.sendRequest('workspace/executeCommand', { command: 'healthLint.checkWorkspace' })).toEqual({ files: 1, findings: 1, unreadable: 0, cancelled: false });
  expect(published.at(-1)).toMatchObject({ uri: `${uri}/closed.md`, diagnostics: [{ code: 'test-spelling' }] });
  connection.dispose();
  await worker.terminate();
});
