/** Finds the lines of a data file that have a name with a certain beginning, without reading the rest of it. */
import { readLines } from './table.js';

/** By so many letters names are found. */
const LETTERS = 3;

/** So many beginnings are searched for in the text, a few microseconds each; with more, it pays to sort all lines by the beginnings on them. */
const SEARCHES = 24;

/** The first letters of a word, in lower case; of what starts with anything but a plain letter, that one character. */
export function beginningOf(word: string): string {
  let end = 0;
  while (end < LETTERS && isPlainLetter(word.charCodeAt(end))) end++;
  return word.slice(0, end || 1).toLowerCase();
}

/** Finds the lines with a name of this beginning in any of their cells or lists, and perhaps some others, in the order of the file. */
export type LineFinder = (beginning: string) => readonly string[];

/** @param text a data file (see `readTable`). */
export function createLineFinder(text: string): LineFinder {
  const lower = text.toLowerCase();
  let searches = 0;
  let sorted: ReadonlyMap<string, readonly string[]> | undefined;
  return (beginning) => {
    if (searches < SEARCHES) {
      searches++;
      return search(text, lower, beginning);
    }
    sorted ??= sortLines(text);
    return sorted.get(beginning) ?? [];
  };
}

function search(text: string, lower: string, beginning: string): string[] {
  const found: string[] = [];
  for (let at = lower.indexOf(beginning); at >= 0; at = lower.indexOf(beginning, at + 1)) {
    if (isPlainLetter(lower.charCodeAt(at - 1)) || beginningOf(lower.slice(at, at + LETTERS)) !== beginning) continue;
    const start = lower.lastIndexOf('\n', at) + 1;
    const end = lower.indexOf('\n', at);
    at = end < 0 ? text.length : end;
    if (text[start] !== '#') found.push(text.slice(start, at));
  }
  return found;
}

function sortLines(text: string): ReadonlyMap<string, readonly string[]> {
  const sorted = new Map<string, string[]>();
  for (const line of readLines(text)) {
    for (const name of line.split(/[\t;] */)) {
      const beginning = beginningOf(name);
      const lines = sorted.get(beginning);
      if (!lines) sorted.set(beginning, [line]);
      else if (lines[lines.length - 1] !== line) lines.push(line);
    }
  }
  return sorted;
}

function isPlainLetter(code: number): boolean {
  const lower = code | 0x20;
  return lower >= 97 && lower <= 122;
}
