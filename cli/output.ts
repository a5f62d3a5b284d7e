/** Writes to a stream and waits where the reader is slow; a reader that leaves (`| head`) ends the program quietly. */
import type { Writable } from 'node:stream';

export interface Output {
  write(text: string): Promise<void>;
  /** Waits until everything has been handed to the system. */
  end(): Promise<void>;
  /** True once the reader has left. */
  readonly closed: boolean;
}

/** How much is gathered before it is written, in UTF-16 units. */
const CHUNK = 1 << 16;

/** @param prompt true: every piece is written at once, for a reader that waits for it. */
export function createOutput(stream: Writable, prompt = false): Output {
  let closed = false;
  let gathered = '';
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    closed = true;
  });
  const flush = (): Promise<void> => {
    const text = gathered;
    gathered = '';
    if (closed || text === '') return Promise.resolve();
    return new Promise((resolve) => {
      if (stream.write(text, () => resolve())) resolve();
    });
  };
  return {
    async write(text) {
      gathered += text;
      if (prompt || gathered.length >= CHUNK) await flush();
    },
    async end() {
      await flush();
      await new Promise<void>((resolve) => (closed ? resolve() : stream.write('', () => resolve())));
    },
    get closed() {
      return closed;
    },
  };
}
