/** The language server as a process, as any editor starts it: `health-lint-server --stdio`. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter, type ProtocolConnection, type PublishDiagnosticsParams } from 'vscode-languageserver-protocol/node';
import { bundle, NODE } from './bundle.js';

let folder: string;
let script: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'health-lint-server-'));
  script = join(folder, 'server.mjs');
  await bundle({ ...NODE, entryPoints: ['server/node.ts'], outfile: script });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const exitCode = (child: ChildProcessWithoutNullStreams): Promise<number | null> => new Promise((resolve) => child.on('exit', resolve));

describe('the process', () => {
  test('reads files and configuration from disk, checks the workspace, and ends when told to', async () => {
    writeFileSync(join(folder, '.health-lint.json'), '{ "rules": { "test-claim": "off" } }');
    writeFileSync(join(folder, 'closed (1).md'), 'Kratmo.');
    const child = spawn(process.execPath, [script, '--stdio']);
    const ended = exitCode(child);
    const connection: ProtocolConnection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
    const published: PublishDiagnosticsParams[] = [];
    let heard: (() => void) | undefined;
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      published.push(params);
      heard?.();
    });
    connection.listen();
    const uri = pathToFileURL(folder).href;
    await connection.sendRequest('initialize', { processId: process.pid, rootUri: uri, capabilities: {}, workspaceFolders: [{ uri, name: 'test' }] });
    await connection.sendNotification('initialized', {});
    const first = new Promise<void>((resolve) => (heard = resolve));
    await connection.sendNotification('textDocument/didOpen', { textDocument: { uri: `${uri}/open.md`, languageId: 'markdown', version: 7, text: 'Kratmo cures.' } });
    await first;
    expect(published[0]).toMatchObject({ uri: `${uri}/open.md`, version: 7, diagnostics: [{ code: 'test-spelling' }] });
    expect(await connection.sendRequest('workspace/executeCommand', { command: 'healthLint.checkWorkspace' })).toEqual({ files: 1, findings: 1, unreadable: 0, cancelled: false });
    expect(decodeURIComponent(published.at(-1)!.uri)).toBe(`${uri}/closed (1).md`);
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    expect(await ended).toBe(0);
    connection.dispose();
  });

  test('started by hand, it says what it is for', async () => {
    const child = spawn(process.execPath, [script]);
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    expect(await exitCode(child)).toBe(2);
    expect(said).toContain('--stdio');
  });
});
