/** Small rewordings that keep the sentence an editor's: a or an, capitals, one word less. */
import type { Edit } from '../engine/finding.js';
import { indefiniteArticle } from '../english/inflection.js';
import type { Token } from '../english/tokens.js';

/** The text with its first letter as a capital. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The text with a capital where the words that it replaces had one. */
export function likeCase(text: string, replaced: string): string {
  return /^[^\p{L}]*\p{Lu}/u.test(replaced) ? capitalized(text) : text;
}

/** Replaces the tokens `from` to `to` by `text`, mending an `a` or `an` before them and taking over a capital. */
export function replaceWords(tokens: readonly Token[], from: number, to: number, text: string): Edit[] {
  const first = tokens[from]!;
  const edit = { start: first.start, end: tokens[to - 1]!.end, text: likeCase(text, first.text) };
  const mended = mendArticle(tokens[from - 1], text);
  return mended ? [mended, edit] : [edit];
}

/**
 * Takes the tokens `from` to `to` out, with the white space behind them; the word that follows takes a capital over where they had one,
 * and an `a` or `an` before them is mended. Undefined where no word follows to close the gap.
 */
export function dropWords(tokens: readonly Token[], from: number, to: number): Edit[] | undefined {
  const next = tokens[to];
  if (!next || next.kind === 'punctuation') return undefined;
  const before = tokens[from - 1];
  const opens = !before || /^[.!?:]$/.test(before.text) || before.kind === 'punctuation';
  const lift = opens && /^\p{Lu}/u.test(tokens[from]!.text) && /^\p{Ll}/u.test(next.text);
  const edit: Edit = lift
    ? { start: tokens[from]!.start, end: next.start + 1, text: next.text.charAt(0).toUpperCase() }
    : { start: tokens[from]!.start, end: next.start, text: '' };
  const mended = mendArticle(before, next.text);
  return mended ? [mended, edit] : [edit];
}

function mendArticle(article: Token | undefined, next: string): Edit | undefined {
  if (!article || (article.lower !== 'a' && article.lower !== 'an')) return undefined;
  const right = indefiniteArticle(next);
  return right === article.lower ? undefined : { start: article.start, end: article.end, text: likeCase(right, article.text) };
}
