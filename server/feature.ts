/** What a feature of the server is given: a feature is a function `register…(session)` that adds its handlers to the connection. */
import type { Connection } from 'vscode-languageserver';
import type { ClientTraits } from './client-traits.js';
import type { Configuration } from './configuration.js';
import type { Diagnostics } from './diagnostics.js';
import type { Documents } from './documents.js';
import type { Folders } from './folders.js';
import type { Host } from './host.js';
import type { WorkspaceCheck } from './workspace-check.js';

/** One conversation with an editor, as every feature may use it. */
export interface Session {
  readonly connection: Connection;
  readonly client: ClientTraits;
  readonly host: Host;
  readonly folders: Folders;
  readonly documents: Documents;
  readonly configuration: Configuration;
  readonly diagnostics: Diagnostics;
  readonly workspaceCheck: WorkspaceCheck;
}
