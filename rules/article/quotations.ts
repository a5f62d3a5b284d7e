/** Finds words in quotation marks: somebody else's, or words at arm's length. */
import type { Inline } from './article.js';

const CLOSING: Readonly<Record<string, string>> = { '“': '”', '„': '“', '«': '»', '‘': '’' };

/** Quotations in a block's prose, marks included. A mark without its pair opens nothing; straight quotes pair by the space around them. */
export function findQuotations(prose: string): Inline[] {
  const found: Inline[] = [];
  let open = -1;
  let closing = '';
  for (let i = nextMark(prose, 0); i >= 0; i = nextMark(prose, i + 1)) {
    const char = prose.charAt(i);
    if (open >= 0 && char === closing && !(char === '’' && /\p{L}/u.test(prose.charAt(i + 1))) && (char !== '"' || !/\s/.test(prose.charAt(i - 1)) || !opensAt(prose, i))) {
      if (i > open + 1) found.push({ kind: 'quotation', start: open, end: i + 1 });
      open = -1;
      continue;
    }
    if (open >= 0 && closing !== '’') continue;
    if (char === '"' ? opensAt(prose, i) : CLOSING[char] !== undefined) {
      open = i;
      closing = CLOSING[char] ?? '"';
    }
  }
  return found;
}

const MARKS = /["“”„«»‘’]/g;

function nextMark(prose: string, from: number): number {
  MARKS.lastIndex = from;
  return MARKS.exec(prose)?.index ?? -1;
}

/** A straight quote opens behind a space, a bracket or a dash and before a word. An inch mark (`5" tall`) stands behind a digit. */
function opensAt(prose: string, at: number): boolean {
  return (at === 0 || /[\s([{—–-]/.test(prose.charAt(at - 1))) && /\S/.test(prose.charAt(at + 1));
}
