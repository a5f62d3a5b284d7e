/** The metadata at the top of a file: YAML between `---`, TOML between `+++`, and two such blocks in a row. */
import { parse as parseToml } from 'smol-toml';
import { LineCounter, parseDocument } from 'yaml';
import type { FrontMatter } from './article.js';

const OPEN = /^(---|\+\+\+)[ \t]*(?:\r\n|\n|\r)/;
/** Metadata is read up to this size; beyond it the text is kept out of the prose but not parsed. */
const MAX_PARSED = 200_000;

/** Where the front matter stands: each block's outer and inner span, in file offsets. The first block starts at the file's start (behind a byte-order mark). */
export interface FrontMatterRange {
  readonly start: number;
  readonly end: number;
  readonly blocks: readonly { readonly format: 'yaml' | 'toml'; readonly start: number; readonly end: number; readonly bodyStart: number; readonly bodyEnd: number }[];
}

/** Finds the front matter without parsing it. An opening fence without a closing one is no front matter. */
export function findFrontMatter(text: string): FrontMatterRange | undefined {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const blocks: FrontMatterRange['blocks'][number][] = [];
  let at = start;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code !== 45 && code !== 43) break;
    const open = OPEN.exec(text.slice(at, at + 200));
    if (!open) break;
    const bodyStart = at + open[0].length;
    const close = findFence(text, bodyStart, open[1]!);
    if (!close) break;
    // A rule above or between paragraphs is no metadata: a second block, or one that starts with a blank line, must look like `key: value`.
    const opening = text.slice(bodyStart, bodyStart + 300);
    if ((blocks.length > 0 || /^[ \t]*[\r\n]/.test(opening)) && !/^\s*["']?[\w-]+["']?\s*[:=]/.test(opening)) break;
    blocks.push({ format: open[1] === '---' ? 'yaml' : 'toml', start: at, end: close.end, bodyStart, bodyEnd: close.start });
    at = close.end;
    if (blocks.length === 2) break;
    const blank = /^(?:[ \t]*(?:\r\n|\n|\r))*/.exec(text.slice(at, at + 100))![0].length;
    at += blank;
  }
  const last = blocks.at(-1);
  return last ? { start, end: last.end, blocks } : undefined;
}

/** The closing fence at or after `from`: where its line starts, and where the next line starts. `...` closes YAML too. */
function findFence(text: string, from: number, fence: string): { start: number; end: number } | undefined {
  let line = from;
  while (line < text.length) {
    let end = line;
    while (end < text.length && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end++;
    const next = text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1;
    if (text.startsWith(fence, line) || (fence === '---' && text.startsWith('...', line))) {
      if (text.slice(line + 3, end).trim() === '') return { start: line, end: Math.min(next, text.length) };
    }
    line = next;
  }
  return undefined;
}

/** Parses what `findFrontMatter` found. Never throws: malformed metadata has empty `data` and a `problem`. */
export function readFrontMatter(text: string, range: FrontMatterRange): FrontMatter {
  let data: Record<string, unknown> = {};
  let problem: string | undefined;
  for (const block of range.blocks) {
    const body = text.slice(block.bodyStart, block.bodyEnd);
    const read = body.length > MAX_PARSED ? { data: {}, problem: 'The metadata is too long to be read.' } : block.format === 'yaml' ? readYaml(body) : readToml(body);
    data = { ...read.data, ...data };
    problem ??= read.problem;
  }
  const first = range.blocks[0]!;
  const last = range.blocks.at(-1)!;
  return {
    start: range.start,
    end: range.end,
    format: first.format,
    body: { start: first.bodyStart, end: last.bodyEnd },
    data,
    ...(problem === undefined ? {} : { problem }),
  };
}

interface Read {
  readonly data: Record<string, unknown>;
  readonly problem?: string;
}

function readYaml(body: string): Read {
  try {
    const lines = new LineCounter();
    const document = parseDocument(body, { lineCounter: lines, prettyErrors: false, strict: false, uniqueKeys: false, logLevel: 'silent' });
    const error = document.errors[0];
    if (error) return { data: {}, problem: `${error.message} (line ${lines.linePos(error.pos[0]).line} of the metadata)` };
    const value: unknown = document.toJS({ maxAliasCount: 100 });
    if (value === null || value === undefined) return { data: {} };
    return isRecord(value) ? { data: value } : { data: {}, problem: 'The metadata is not a list of “key: value”.' };
  } catch (error) {
    return { data: {}, problem: messageOf(error) };
  }
}

function readToml(body: string): Read {
  try {
    return { data: parseToml(body) };
  } catch (error) {
    return { data: {}, problem: messageOf(error) };
  }
}

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0]!;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
