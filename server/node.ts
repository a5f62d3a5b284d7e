#!/usr/bin/env node
/** The language server in Node: over standard input and output (`--stdio`), or over IPC from an editor. */
import { createConnection, ProposedFeatures, type Connection } from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { clientFiles, noFiles, writeThroughClient } from './client-files.js';
import { systemClock, type Host } from './host.js';
import { serve } from './session.js';
import { joinUri } from './uris.js';
import { openDictionary } from './workspace/dictionary.js';
import type { FileSystem } from './workspace/file-system.js';
import { locationOf, nodeFiles, replaceFile } from './workspace/node-files.js';
import { VERSION } from './workspace/version.js';

/** The path of a URI of scheme `file`. */
function local(uri: string): string | undefined {
  return uri.startsWith('file:') ? locationOf(URI.parse(uri).fsPath) : undefined;
}

/** Files of scheme `file` from the disk, others from the client if it answers for them. */
function filesFor(others: FileSystem): FileSystem {
  return {
    read(uri, limit) {
      const path = local(uri);
      return path === undefined ? others.read(uri) : nodeFiles.read(path, limit);
    },
    list(uri) {
      const path = local(uri);
      return path === undefined ? others.list(uri) : nodeFiles.list(path);
    },
    join: joinUri,
  };
}

function nodeHost(connection: Connection, { dictionary, clientFiles: answers }: { readonly dictionary?: string; readonly clientFiles?: boolean }): Host {
  const files = filesFor(answers ? clientFiles(connection) : noFiles);
  return {
    files,
    clock: systemClock,
    write(uri, bytes) {
      const path = local(uri);
      return path === undefined ? writeThroughClient(connection, uri, bytes) : replaceFile(path, bytes);
    },
    async dictionary() {
      const bytes = await files.read(dictionary ?? new URL('dictionary.bin', import.meta.url).href).catch(() => undefined);
      return bytes && openDictionary(bytes);
    },
  };
}

const connection = process.argv.some((argument) => /^--(?:stdio|node-ipc|socket|pipe|clientProcessId)/.test(argument))
  ? createConnection(ProposedFeatures.all)
  : undefined;
if (connection) serve(connection, nodeHost, VERSION);
else {
  process.stderr.write('health-lint-server is a language server: an editor starts it with --stdio. To check files, run health-lint.\n');
  process.exitCode = 2;
}
