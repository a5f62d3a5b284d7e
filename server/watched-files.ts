/** Hears from the client what changes on disk. */
import type { Session } from './feature.js';

export function watchFiles({ connection, workspaceCheck }: Pick<Session, 'connection' | 'workspaceCheck'>): void {
  connection.onDidChangeWatchedFiles(({ changes }) => workspaceCheck.filesChanged(changes));
}
