/** Files through the client, for a server that has none of its own or does not know their scheme. */
import type { Connection } from 'vscode-languageserver';
import { METHODS, type FileParams, type FolderEntry, type WriteParams } from './protocol.js';
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

/** `Host.write` through the client. */
export async function writeThroughClient(connection: Connection, uri: string, bytes: Uint8Array): Promise<void> {
  let binary = '';
  // In pieces: a whole file as arguments of one call would be too many.
  for (let i = 0; i < bytes.length; i += 0x8000) binary += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  await connection.sendRequest(METHODS.writeFile, { uri, base64: btoa(binary) } satisfies WriteParams);
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
