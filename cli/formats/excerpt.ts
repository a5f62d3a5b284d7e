/** Cuts a source line down to what a terminal shows, with the finding in it. */
import type { FindingRecord } from '../../server/workspace/result.js';

export interface Excerpt {
  readonly text: string;
  /** Columns from 0 in `text`. */
  readonly start: number;
  readonly length: number;
}

/** The widest excerpt, in characters. */
const WIDTH = 100;

/** The part of a line around a finding; tabs and other control characters become spaces, so columns hold. */
export function excerptOf({ column, endColumn, line, endLine }: Pick<FindingRecord, 'column' | 'endColumn' | 'line' | 'endLine'>, source: string): Excerpt {
  const end = Math.max(column, endLine > line ? source.length : endColumn - 1);
  const before = Math.max(0, Math.min(column - 1 - 20, end - WIDTH));
  const from = source.length <= WIDTH ? 0 : before;
  const to = Math.min(source.length, from + WIDTH);
  const prefix = from > 0 ? '…' : '';
  const text = `${prefix}${source.slice(from, to)}${to < source.length ? '…' : ''}`.replace(/[\p{Cc}\p{Cf}]/gu, ' ');
  const start = Math.min(text.length, column - 1 - from + prefix.length);
  return { text, start: widthOf(text.slice(0, start)), length: Math.max(1, widthOf(text.slice(start, Math.max(start + 1, end - from + prefix.length)).slice(0, WIDTH))) };
}

/** Columns on a terminal: wide characters and emoji take two, combining marks none. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/\p{M}/u.test(character)) continue;
    width += /\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u.test(character) ? 2 : 1;
  }
  return width;
}
