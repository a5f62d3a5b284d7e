/** Where bracketed things end: destinations, notes, braces, formulas, addresses. Each looks ahead a bounded way. */

/** The end of `[…]` that starts at `at`, brackets balanced, within 3,000 characters; -1 without one. */
export function matchingBracket(text: string, at: number): number {
  let depth = 0;
  const limit = Math.min(text.length, at + 3_000);
  for (let i = at; i < limit; i++) {
    const code = text.charCodeAt(i);
    if (code === 92) i++;
    else if (code === 91) depth++;
    else if (code === 93 && --depth === 0) return i + 1;
  }
  return -1;
}

/** The end of `{…}` that starts at `at`, braces balanced, within 5,000 characters; -1 without one. */
export function matchingBrace(text: string, at: number): number {
  let depth = 0;
  const limit = Math.min(text.length, at + 5_000);
  for (let i = at; i < limit; i++) {
    const code = text.charCodeAt(i);
    if (code === 123) depth++;
    else if (code === 125 && --depth === 0) return i + 1;
  }
  return -1;
}

/** `(destination "title")` at `at`: its end and the destination; undefined where it is no link. */
export function inlineDestination(text: string, at: number): { end: number; href: string } | undefined {
  let i = skipSpace(text, at + 1);
  let href: string;
  if (text.charCodeAt(i) === 60) {
    const close = text.slice(i, i + 4_000).search(/[>\n]/);
    if (close < 0 || text.charAt(i + close) !== '>') return undefined;
    href = text.slice(i + 1, i + close);
    i += close + 1;
  } else {
    const start = i;
    let depth = 0;
    const limit = Math.min(text.length, i + (text.startsWith('data:', i) ? 5_000_000 : 4_000));
    for (; i < limit; i++) {
      const code = text.charCodeAt(i);
      if (code === 92) i++;
      else if (code <= 32) break;
      else if (code === 40) depth++;
      else if (code === 41 && depth-- === 0) break;
    }
    href = text.slice(start, Math.min(i, text.length));
  }
  let end = skipSpace(text, i);
  const quote = text.charCodeAt(end);
  if (end > i && (quote === 34 || quote === 39 || quote === 40)) {
    const close = titleEnd(text, end, quote === 40 ? 41 : quote);
    if (close < 0) return undefined;
    end = skipSpace(text, close);
  }
  return text.charCodeAt(end) === 41 ? { end: end + 1, href } : undefined;
}

function titleEnd(text: string, at: number, close: number): number {
  const limit = Math.min(text.length, at + 2_000);
  for (let i = at + 1; i < limit; i++) {
    const code = text.charCodeAt(i);
    if (code === 92) i++;
    else if (code === close) return i + 1;
  }
  return -1;
}

function skipSpace(text: string, from: number): number {
  const limit = Math.min(text.length, from + 200);
  let i = from;
  while (i < limit) {
    const code = text.charCodeAt(i);
    if (code !== 32 && code !== 9 && code !== 10 && code !== 13) break;
    i++;
  }
  return i;
}

/** The end of `$…$` at `at` where it is math and not two prices; -1 otherwise (Pandoc's rule, and no three plain words between). */
export function mathEnd(text: string, at: number): number {
  if (/\s/.test(text.charAt(at + 1))) return -1;
  if (/[\w$\\]/.test(text.charAt(at - 1))) return -1;
  const limit = Math.min(text.length, at + 400);
  for (let i = at + 1; i < limit; i++) {
    const code = text.charCodeAt(i);
    if (code === 92) i++;
    else if (code === 10 && /^[ \t\r]*\n/.test(text.slice(i + 1, i + 50))) return -1;
    else if (code === 36) {
      if (/\s/.test(text.charAt(i - 1))) return -1;
      if (/\d/.test(text.charAt(i + 1))) return -1;
      const content = text.slice(at + 1, i);
      if (/^\d/.test(content) && !/[\\^_={}+<>]/.test(content) && !/^[\d.,]+$/.test(content)) return -1;
      if (!/[\\^_={}]/.test(content) && /[A-Za-z]{2,}\s+[A-Za-z]{2,}\s+[A-Za-z]{2,}/.test(content)) return -1;
      return i + 1;
    }
  }
  return -1;
}

/** The length of a bare address without the punctuation that belongs to the sentence (GFM's rule). */
export function urlLength(url: string, inBrackets: boolean): number {
  let end = url.length;
  const bracket = inBrackets ? url.indexOf(']') : -1;
  if (bracket >= 0) end = bracket;
  let balance = 0;
  for (let i = 0; i < end; i++) balance += url[i] === '(' ? 1 : url[i] === ')' ? -1 : 0;
  while (end > 0) {
    const last = url.charAt(end - 1);
    if (/[?!.,:;*_~'’”\]|]/.test(last)) end--;
    else if (last === ')' && balance < 0) {
      end--;
      balance++;
    } else break;
  }
  return end;
}
