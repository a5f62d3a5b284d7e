/** What a feature of the server is given: a feature is a function `register…(session)` that adds its handlers to the connection. */
import type { Basis } from './basis.js';
import type { Configuration } from './configuration.js';
import type { Diagnostics } from './diagnostics.js';
import type { WorkspaceCheck } from './workspace-check.js';

/** One conversation with an editor, as every feature may use it. */
export interface Session extends Basis {
  readonly configuration: Configuration;
  readonly diagnostics: Diagnostics;
  readonly workspaceCheck: WorkspaceCheck;
}
