/** What an edit has changed in a text. */

/** A range of the text before, and what it has become. */
export interface Change {
  readonly from: number;
  readonly oldTo: number;
  readonly newTo: number;
}

/** The one range in which two texts differ, by their common ends. Compares in blocks, which the engine does as fast as memory allows. */
export function changedRange(before: string, after: string): Change {
  const shorter = Math.min(before.length, after.length);
  const step = 4_096;
  let from = 0;
  while (from + step <= shorter && before.slice(from, from + step) === after.slice(from, from + step)) from += step;
  while (from < shorter && before.charCodeAt(from) === after.charCodeAt(from)) from++;
  let back = 0;
  const most = shorter - from;
  while (back + step <= most && before.slice(before.length - back - step, before.length - back) === after.slice(after.length - back - step, after.length - back)) back += step;
  while (back < most && before.charCodeAt(before.length - 1 - back) === after.charCodeAt(after.length - 1 - back)) back++;
  return { from, oldTo: before.length - back, newTo: after.length - back };
}

/** The start of the paragraph before the one that holds `at`: a block may end where it does because of the lines that follow it. */
export function paragraphsBefore(text: string, at: number): number {
  return blankLineBefore(text, blankLineBefore(text, at));
}

function blankLineBefore(text: string, at: number): number {
  for (let feed = text.lastIndexOf('\n', at - 1); feed > 0; feed = text.lastIndexOf('\n', feed - 1)) {
    let i = feed - 1;
    while (i >= 0 && isBlank(text.charCodeAt(i))) i--;
    if (i < 0 || text.charCodeAt(i) === 10) return Math.max(0, i);
  }
  return 0;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 13 || code === 62;
}

/** The end of the line that holds `at`, its line feed included. */
export function endOfLineAt(text: string, at: number): number {
  const feed = text.indexOf('\n', at);
  return feed < 0 ? text.length : feed + 1;
}
