/** Reads files for a server that runs in a web worker and sees none itself. */
import { Disposable, FileSystemError, FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { METHODS, type FileParams, type FolderEntry, type WriteParams } from '../server/protocol.js';

export function answerFileRequests(client: BaseLanguageClient): Disposable {
  return Disposable.from(
    client.onRequest(METHODS.readFile, async ({ uri }: FileParams) => {
      const bytes = await orNull(workspace.fs.readFile(Uri.parse(uri)));
      return bytes && { base64: toBase64(bytes) };
    }),
    client.onRequest(METHODS.readFolder, async ({ uri }: FileParams) => {
      const entries = await orNull(workspace.fs.readDirectory(Uri.parse(uri)));
      return entries && entries.flatMap(([name, type]): FolderEntry[] => {
        if (type & FileType.Directory) return [{ name, type: 'folder' }];
        return type & FileType.File ? [{ name, type: 'file' }] : [];
      });
    }),
  );
}

/** Replaces files for the server: a draft beside the file takes its place once it is whole. */
export function answerWriteRequests(client: BaseLanguageClient): Disposable {
  return client.onRequest(METHODS.writeFile, async ({ uri, base64 }: WriteParams): Promise<null> => {
    const target = Uri.parse(uri);
    const draft = Uri.parse(`${uri}.tmp`);
    await workspace.fs.createDirectory(Uri.joinPath(target, '..'));
    await workspace.fs.writeFile(draft, Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)));
    await workspace.fs.rename(draft, target, { overwrite: true });
    return null;
  });
}

/** Null for what is not there; every other problem is the server's to report. */
async function orNull<T>(reading: Thenable<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return null;
    throw error;
  }
}

/** In pieces: a whole file as arguments of one call would be too many. */
function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let i = 0; i < bytes.length; i += 0x8000) binary += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(binary);
}
