/** The language server in a web worker. It sees files through the client alone. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { clientFiles, noFiles, writeThroughClient } from './client-files.js';
import { systemClock } from './host.js';
import { serve } from './session.js';
import { openDictionary } from './workspace/dictionary.js';
import { VERSION } from './workspace/version.js';

// The worker's global scope; the project has no DOM types.
const scope = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0];

serve(
  createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope)),
  (connection, { dictionary, clientFiles: answers }) => {
    const files = answers ? clientFiles(connection) : noFiles;
    return {
      files,
      clock: systemClock,
      write: (uri, bytes) => writeThroughClient(connection, uri, bytes),
      async dictionary() {
        const bytes = dictionary === undefined ? undefined : await files.read(dictionary);
        return bytes && openDictionary(bytes);
      },
    };
  },
  VERSION,
);
