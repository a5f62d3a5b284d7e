/** Puts other words in the place of some, with capital and article as the sentence needs them. */
import type { Span } from '../article/article.js';
import { indefiniteArticle } from '../english/inflection.js';
import type { Edit } from '../engine/finding.js';
import type { FixSpec } from '../engine/rule.js';

/** The words with the first letter in the case of the words that they replace. Words in capitals throughout stay as offered. */
export function matchCase(replacement: string, original: string): string {
  const first = /\p{L}/u.exec(original)?.[0];
  if (!first || first !== first.toUpperCase() || first === first.toLowerCase()) return replacement;
  return capitalize(replacement);
}

/** The text with its first letter in upper case. */
export function capitalize(text: string): string {
  const first = String.fromCodePoint(text.codePointAt(0) ?? 32);
  return first.toUpperCase() + text.slice(first.length);
}

/** The edits that replace `span` of the prose, and turn `a` into `an` before it or the other way round where needed. */
export function replace(prose: string, span: Span, replacement: string): Edit[] {
  const edit = { start: span.start, end: span.end, text: replacement };
  const article = /(?<![\p{L}\p{N}'’.-])(an?)(\s+)$/iu.exec(prose.slice(Math.max(0, span.start - 12), span.start));
  if (!article) return [edit];
  const start = span.start - article[0].length;
  const right = indefiniteArticle(replacement);
  const written = article[1]!;
  if (written.toLowerCase() === right || isLetter(prose, start, written)) return [edit];
  const cased = written.startsWith('A') ? capitalize(right) : right;
  return [{ start, end: start + written.length, text: cased }, edit];
}

/** `vitamin A` and `hepatitis A` end in a letter, not in an article: a capital in the middle of a sentence. */
function isLetter(prose: string, start: number, written: string): boolean {
  return written === 'A' && /[\p{L}\p{N},]\s*$/u.test(prose.slice(Math.max(0, start - 10), start));
}

/**
 * A suggestion that shows the words it puts there, in the case of those it replaces.
 * @param opens false where the words don't open a sentence, so that a capital belongs to a name (`Type 2 diabetics`).
 */
export function suggestion(prose: string, span: Span, words: string, opens = true): FixSpec {
  const text = opens ? matchCase(words, prose.slice(span.start, span.end)) : words;
  return { title: `Change to “${text}”`, safety: 'suggestion', edits: replace(prose, span, text) };
}
