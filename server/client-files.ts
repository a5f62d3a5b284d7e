/** Files through the client, for a server that has none of its own or does not know their scheme. */
import type { Connection } from 'vscode-languageserver';
import { METHODS, type FileParams, type FolderEntry } from './protocol.js';
import { joinUri } from './uris.js';
import type { FileSystem } from './workspace/file-system.js';

export function clientFiles(connection: Connection): FileSystem {
  return {
    async read(uri) {
      const answer = await connection.sendRequest<{ base64: string } | null>(METHODS.readFile, { uri } satisfies FileParams);
      return answer ? bytesOf(answer.base64) : undefined;
    },
    async list(uri) {
      return (await connection.sendRequest<FolderEntry[] | null>(METHODS.readFolder, { uri } satisfies FileParams)) ?? undefined;
    },
    join: joinUri,
  };
}

/** No files at all: a client in a browser that does not answer for them. */
export const noFiles: FileSystem = {
  read: () => Promise.resolve(undefined),
  list: () => Promise.resolve(undefined),
  join: joinUri,
};

function bytesOf(base64: string): Uint8Array {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
