/** The workspace's folders: none, one or many. */
import type { InitializeParams, WorkspaceFolder } from 'vscode-languageserver';
import { normalUri } from './uris.js';
import { isWithin } from './workspace/file-system.js';

export interface Folders {
  /** Normalised URIs. */
  all(): readonly string[];
  /** The innermost folder that holds this URI. */
  of(uri: string): string | undefined;
  change(added: readonly WorkspaceFolder[], removed: readonly WorkspaceFolder[]): void;
}

export function createFolders({ workspaceFolders, rootUri }: InitializeParams): Folders {
  const uris = new Set((workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : [])).map(folderUri));
  return {
    all: () => [...uris],
    of(uri) {
      const normal = normalUri(uri);
      return [...uris].filter((folder) => isWithin(normal, folder)).sort((a, b) => b.length - a.length)[0];
    },
    change(added, removed) {
      for (const { uri } of removed) uris.delete(folderUri(uri));
      for (const { uri } of added) uris.add(folderUri(uri));
    },
  };
}

function folderUri(uri: string): string {
  return normalUri(uri).replace(/(?<=[^/:])\/$/, '');
}
