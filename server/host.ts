/** What the session needs from where it runs: files, a dictionary, a clock. Node, a web worker and the tests each bring their own. */
import type { Connection } from 'vscode-languageserver';
import type { Dictionary } from '../rules/index.js';
import type { InitializationOptions } from './protocol.js';
import type { FileSystem } from './workspace/file-system.js';

export interface Clock {
  /** Runs `action` once after so many milliseconds; the answer calls it off. */
  after(milliseconds: number, action: () => void): () => void;
  /** Lets waiting messages in before a long job goes on. */
  breathe(): Promise<void>;
  /** Today as an ISO date. */
  today(): string;
}

export interface Host {
  /** Files by normalised URI (see `uris.ts`). */
  readonly files: FileSystem;
  readonly clock: Clock;
  /** Replaces a file as a whole, or makes it: nobody ever meets half of it. */
  write(uri: string, bytes: Uint8Array): Promise<void>;
  /** The dictionary, or undefined where there is none. Asked once. */
  dictionary(): Promise<Dictionary | undefined>;
}

/** Makes the host once the client has said what it can do. */
export type HostFactory = (connection: Connection, options: InitializationOptions) => Host;

/** The clock of the JavaScript host. */
export const systemClock: Clock = {
  after(milliseconds, action) {
    const timer = setTimeout(action, milliseconds);
    return () => clearTimeout(timer);
  },
  breathe: () => new Promise((resolve) => setTimeout(resolve, 0)),
  today: () => new Date().toISOString().slice(0, 10),
};
