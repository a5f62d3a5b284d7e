/** What all parts of the server stand on. */
import type { Connection } from 'vscode-languageserver';
import type { ClientTraits } from './client-traits.js';
import type { Documents } from './documents.js';
import type { Folders } from './folders.js';
import type { Host } from './host.js';

/** One conversation with an editor before anything is configured. */
export interface Basis {
  readonly connection: Connection;
  readonly client: ClientTraits;
  readonly host: Host;
  readonly folders: Folders;
  readonly documents: Documents;
}
