/** Reads standard input: one article, or one JSON object a line. */
import { messageOf } from '../server/workspace/errors.js';
import { MAX_ARTICLE_BYTES } from '../server/workspace/text.js';

/** All of standard input. */
export async function readAll(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** A line of the input, or why it could not be read. */
export type InputLine = { readonly path: string } & ({ readonly text: string } | { readonly problem: string });

const NEWLINE = 10;

/**
 * The lines of a stream as `{path, text}`. Only `\n` ends a line: other separators may stand in JSON strings. Empty lines are
 * left out. A line above the size limit is skipped without being kept.
 */
export async function* readLines(stream: AsyncIterable<Uint8Array>): AsyncGenerator<InputLine> {
  let number = 0;
  let parts: Uint8Array[] = [];
  let size = 0;
  const take = (): InputLine | undefined => {
    number++;
    const line = size > LINE_LIMIT ? undefined : Buffer.concat(parts).toString('utf8');
    parts = [];
    size = 0;
    if (line === undefined) return { path: '', problem: `Line ${number} is longer than ${LINE_LIMIT / 1024 / 1024} MB.` };
    return line.trim() === '' ? undefined : parseLine(line, number);
  };
  for await (const chunk of stream) {
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      keep(chunk.subarray(from, at));
      from = at + 1;
      const line = take();
      if (line) yield line;
    }
    keep(chunk.subarray(from));
  }
  if (size > 0) {
    const line = take();
    if (line) yield line;
  }

  function keep(part: Uint8Array): void {
    size += part.length;
    if (size > LINE_LIMIT) parts = [];
    else if (part.length > 0) parts.push(part);
  }
}

/** JSON may spell a character with up to six. */
const LINE_LIMIT = MAX_ARTICLE_BYTES * 6;

function parseLine(line: string, number: number): InputLine {
  let value: unknown;
  try {
    value = JSON.parse(line.startsWith('\ufeff') ? line.slice(1) : line);
  } catch (error) {
    return { path: '', problem: `Line ${number} is not JSON: ${messageOf(error)}` };
  }
  const { path, text } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const name = typeof path === 'string' ? path : '';
  if (typeof text !== 'string' || typeof path !== 'string') return { path: name, problem: `Line ${number} must be {"path": "…", "text": "…"}.` };
  if (text.length > MAX_ARTICLE_BYTES) return { path: name, problem: `This text is too large (at most ${MAX_ARTICLE_BYTES / 1024 / 1024} MB can be checked). Split it.` };
  return { path: name, text };
}
