/** What rules about a whole article share: where to mark it, and whether a file is an article at all. */
import type { Article, Span } from '../article/article.js';

/** The place to mark for a finding about the whole article: the heading's line if it opens with one, else the first words of its text. */
export function titleSpan(article: Article): Span {
  const body = article.blocks[0];
  if (!body) return { start: 0, end: 0 };
  if (body.value.kind === 'heading') return lineAround(article.text, body.start);
  const words = /^\W*(?:\S+\s+){0,3}\S+/.exec(body.value.text.slice(0, 120));
  return { start: body.start, end: body.start + (words ? words[0].length : Math.min(1, body.value.text.length)) };
}

/** The line in which an offset stands, without its indentation and line end. */
export function lineAround(text: string, offset: number): Span {
  let start = text.lastIndexOf('\n', offset - 1) + 1;
  let end = text.indexOf('\n', offset);
  if (end === -1) end = text.length;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  while (start < end && /\s/.test(text[start]!)) start++;
  return { start, end };
}
