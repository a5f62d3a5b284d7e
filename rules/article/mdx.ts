/** Tells MDX from Markdown by its lines: an import, an export, a comment in braces. */
import type { Change } from './changes.js';

/** The words a line of MDX starts with, behind white space. */
const SIGNS = ['import ', 'export ', '{/*'];
const MDX_LINE = /^(?:import[ \t]+(?:[\w*{][^'"\n]{0,300}[ \t]from[ \t]+)?['"][^'"\n]{1,300}['"];?[ \t]*(?:\r|$)|export[ \t]+(?:const|let|default|function|async)[ \t]|\{\/\*)/;

/** Where the signs of MDX stand: `import … from '…'`, `export const …` or a comment in braces at the start of a line. */
export function findMdxSigns(text: string): number[] {
  const found: number[] = [];
  for (const sign of SIGNS) {
    for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) {
      if (!startsLine(text, at)) continue;
      const end = text.indexOf('\n', at);
      if (MDX_LINE.test(text.slice(at, end < 0 ? at + 700 : Math.min(end, at + 700)))) found.push(at);
    }
  }
  return found.sort((a, b) => a - b);
}

const FENCE = /^[ \t>*+-]{0,40}(`{3,}|~{3,})([^\n]*)$/gm;

/** Whether one of the signs stands in the text itself, from `from` on, and not in a fenced example of code. Reads the text only where there are signs. */
export function isMdx(text: string, signs: readonly number[], from: number): boolean {
  let next = signs.findIndex((at) => at >= from);
  if (next < 0) return false;
  FENCE.lastIndex = from;
  let open = '';
  for (let match = FENCE.exec(text); match; match = FENCE.exec(text)) {
    const [, marks = '', rest = ''] = match;
    for (; next < signs.length && signs[next]! < match.index; next++) if (open === '') return true;
    if (next >= signs.length) return false;
    if (open === '') open = marks.startsWith('`') && rest.includes('`') ? '' : marks;
    else if (marks.startsWith(open) && rest.trim() === '') open = '';
  }
  return open === '';
}

function startsLine(text: string, at: number): boolean {
  let i = at - 1;
  while (i >= at - 40 && (text.charCodeAt(i) === 32 || text.charCodeAt(i) === 9)) i--;
  const code = i < 0 ? 10 : text.charCodeAt(i);
  return code === 10 || code === 13 || code === 0xfeff;
}

/** The signs in a text after an edit, from those before it: only the lines that the edit touches are read. */
export function updateMdxSigns(before: readonly number[], text: string, change: Change): readonly number[] {
  const start = change.from === 0 ? 0 : text.lastIndexOf('\n', change.from - 1) + 1;
  const feed = text.indexOf('\n', change.newTo);
  const end = feed < 0 ? text.length : feed + 1;
  const inside = findMdxSigns(text.slice(start, end)).map((at) => at + start);
  if (before.length === 0) return inside;
  const shift = change.newTo - change.oldTo;
  return [...before.filter((at) => at < start), ...inside, ...before.map((at) => at + shift).filter((at) => at >= end)];
}
