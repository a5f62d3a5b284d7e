/** Small rewordings that keep the sentence an editor's: a or an, capitals, one word less, and the markup whole. */
import type { Block, Inline } from '../article/article.js';
import type { Edit } from '../engine/finding.js';
import type { FixSpec } from '../engine/rule.js';
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

const SMALL_WORDS = /^(?:a|an|the|of|in|on|for|to|and|or|by|as|at|that|not)$/;

/** Whether these are the words of a headline in which every longer word has a capital. */
function isTitleCase(tokens: readonly Token[]): boolean {
  const long = tokens.filter(({ kind, text }) => kind === 'word' && text.length > 3);
  return long.length > 2 && long.every(({ text }) => !/^\p{Ll}/u.test(text));
}

/** A replacement for the tokens `from` to `to` as the sentence would write it: with their capital, in a headline with capitals throughout. */
function written(tokens: readonly Token[], from: number, text: string): string {
  const replaced = tokens[from]!.text;
  const inside = tokens[from - 1]?.kind === 'word';
  if (!/^\p{Lu}/u.test(replaced) || !(inside || isTitleCase(tokens))) return likeCase(text, replaced);
  return text.split(' ').map((word, i) => (i > 0 && SMALL_WORDS.test(word) ? word : capitalized(word))).join(' ');
}

/** Replaces the tokens `from` to `to` by `text`, mending an `a` or `an` before them and taking over their capitals. */
export function replaceWords(tokens: readonly Token[], from: number, to: number, text: string): Edit[] {
  const edit = { start: tokens[from]!.start, end: tokens[to - 1]!.end, text: written(tokens, from, text) };
  const mended = mendArticle(tokens[from - 1], text);
  return mended ? [mended, edit] : [edit];
}

/** The fix that puts `text` in place of the tokens `from` to `to`; its title shows the words. */
export function replacing(tokens: readonly Token[], from: number, to: number, text: string): FixSpec {
  return { title: `Change to “${written(tokens, from, text)}”`, safety: 'suggestion', edits: replaceWords(tokens, from, to, text) };
}

/**
 * Takes the tokens `from` to `to` out, with the white space behind them; the word that follows takes a capital over where they had one,
 * and an `a` or `an` before them is mended. Undefined where no word follows to close the gap.
 */
export function dropWords(tokens: readonly Token[], from: number, to: number): Edit[] | undefined {
  const next = tokens[to];
  if (!next || next.kind === 'punctuation') return undefined;
  const before = tokens[from - 1];
  const opens = !before || before.kind === 'punctuation';
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

/** The fix that takes the tokens `from` to `to` out, or none where that would leave a stray `and` or comma. */
export function dropping(tokens: readonly Token[], from: number, to: number): FixSpec[] {
  const before = tokens[from - 1];
  const next = tokens[to];
  if (next && (/^(?:and|or|but)$/.test(next.lower) || (next.text === ',' && tokens[to + 1]?.kind === 'word'))) return [];
  if (before && (/^(?:and|or)$/.test(before.lower) || before.text === ',')) return [];
  const edits = next
    && next.kind !== 'punctuation' ? dropWords(tokens, from, to) : before ? [{ start: before.end, end: tokens[to - 1]!.end, text: '' }] : undefined;
  if (!edits) return [];
  return [{ title: `Remove “${tokens.slice(from, to).map(({ text }) => text).join(' ')}”`, safety: 'suggestion', edits }];
}

/** The fixes that leave the block's markup whole; an edit is moved to the edge of an emphasis where that mends it, and no link is swallowed. */
export function soundFixes(fixes: readonly FixSpec[], block: Block): FixSpec[] {
  const markup = block.inlines.filter(({ kind }) => kind !== 'quotation');
  if (markup.length === 0) return [...fixes];
  return fixes.flatMap((fix): FixSpec[] => {
    if (typeof fix.edits === 'function') return [fix];
    const edits = fix.edits.map((edit) => soundEdit(edit, markup, block));
    return edits.every((edit) => edit !== undefined) ? [{ ...fix, edits }] : [];
  });
}

function soundEdit(edit: Edit, markup: readonly Inline[], block: Block): Edit | undefined {
  let { start, end } = edit;
  for (const inline of markup) {
    if (end <= inline.start || start >= inline.end) continue;
    const words = contentOf(inline, block);
    if (words.start <= start && end <= words.end) continue;
    const emphasis = inline.kind === 'emphasis' || inline.kind === 'strong' || inline.kind === 'strikethrough';
    if (!emphasis) return undefined;
    if (start <= words.start && words.end <= end) {
      start = Math.min(start, inline.start);
      end = Math.max(end, inline.end);
    } else if (start < inline.start && end === words.start && edit.text === '') end = inline.start;
    else return undefined;
  }
  return { start, end, text: edit.text };
}

/** What the reader sees of an inline. */
function contentOf({ start, end }: Inline, block: Block): { readonly start: number; readonly end: number } {
  const shown = block.prose.slice(start, end);
  const lead = shown.length - shown.trimStart().length;
  return { start: start + lead, end: start + lead + shown.trim().length };
}
