/** Builds prose: a block's text with everything that is not words turned to spaces, at the same length. */

/** `text` with the spans (start, end, start, end …; any order, may overlap) turned to spaces. Line ends stay. */
export function blankSpans(text: string, spans: readonly number[]): string {
  if (spans.length === 0) return text;
  const order: number[] = [];
  let sorted = true;
  for (let i = 0; i < spans.length; i += 2) {
    order.push(i);
    if (i > 0 && spans[i]! < spans[i - 2]!) sorted = false;
  }
  if (!sorted) order.sort((a, b) => spans[a]! - spans[b]!);
  let out = '';
  let at = 0;
  for (const i of order) {
    const start = Math.max(at, spans[i]!);
    const end = Math.min(text.length, spans[i + 1]!);
    if (end <= start) continue;
    out += text.slice(at, start) + spaces(text, start, end);
    at = end;
  }
  return out + text.slice(at);
}

function spaces(text: string, start: number, end: number): string {
  const feed = text.indexOf('\n', start);
  if (feed < 0 || feed >= end) return ' '.repeat(end - start);
  return text.slice(start, end).replace(/[^\r\n]/g, ' ');
}

/** A copy of a slice that does not keep the whole text alive. */
export function ownCopy(slice: string): string {
  return slice.length < 13 ? slice : (' ' + slice).slice(1);
}
