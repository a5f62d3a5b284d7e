/** The fixes that give a sentence a place for its source: a footnote with an empty definition, `[citation needed]`, or a Pandoc mark. */
import type { Article, ArticleContext, Block, Sentence, Span } from '../article/article.js';
import type { Edit } from '../engine/finding.js';
import type { FixSpec } from '../engine/rule.js';

/** How sources are to be marked; `auto` takes what the article already does. */
export type CitationMark = 'auto' | 'footnote' | 'pandoc' | 'placeholder';

/** The next number that no footnote of the article has: one more than the highest. */
export function nextFootnoteNumber(article: Article): number {
  let next = nextNumbers.get(article);
  if (next === undefined) {
    next = 1;
    for (const [, digits] of article.text.matchAll(/\[\^(\d{1,6})\]/g)) next = Math.max(next, Number(digits) + 1);
    nextNumbers.set(article, next);
  }
  return next;
}

/** Every finding of an article asks for the same number. */
const nextNumbers = new WeakMap<Article, number>();

/** The edit that adds footnote definitions at the end of the file, after a blank line unless the last thing there is one. Line ends are the file's. */
export function definitionEdit(article: Article, labels: readonly string[]): Edit {
  const end = article.text.trimEnd().length;
  const last = article.references.reduce<Span | undefined>((found, one) => (one.kind === 'footnote' && (!found || one.end > found.end) ? one : found), undefined);
  const behindDefinition = last !== undefined && article.text.slice(last.end, Math.max(last.end, end)).trim() === '' && end > 0;
  const gap = end === 0 ? '' : behindDefinition ? article.lineEnding : article.lineEnding + article.lineEnding;
  return { start: end, end, text: gap + labels.map((label) => `[^${label}]: `).join(article.lineEnding) };
}

/** Where a mark for a sentence goes, in block offsets: before its final punctuation, and behind it together with closing quotes and markup. */
export interface MarkPlaces {
  readonly before: number;
  readonly behind: number;
}

/**
 * Footnote marks stand after full stops and commas, before colons and semicolons (AMA, Chicago); bracketed ones before all of them.
 * A place inside a link or emphasis that ends there moves behind it.
 */
export function markPlaces(sentence: Sentence, block: Block): MarkPlaces {
  const { text } = block;
  let end = sentence.end;
  while (end > sentence.start && /\s/.test(text[end - 1]!)) end--;
  let core = end;
  while (core > sentence.start && /["'”’»*_)\]~]/.test(text[core - 1]!) && !/\w/.test(block.prose[core - 1]!)) core--;
  const stop = core;
  while (core > sentence.start && /[.!?:;,…]/.test(text[core - 1]!)) core--;
  const noStop = core === stop;
  const colon = /[:;]/.test(text[core] ?? '');
  return { before: outOfInlines(noStop ? end : core, block), behind: outOfInlines(colon ? core : end, block) };
}

/** Moves a place out of links, code and images; out of emphasis only at its very end. */
export function outOfInlines(at: number, block: Block): number {
  let place = at;
  for (const inline of block.inlines) {
    if (inline.kind === 'quotation' || place <= inline.start || place >= inline.end) continue;
    const atEnd = /^[*_~]*$/.test(block.text.slice(place, inline.end));
    if (inline.kind === 'link' || inline.kind === 'code' || inline.kind === 'image' || atEnd) place = inline.end;
  }
  return place;
}

/**
 * The fixes for a sentence without a source, the article's own style first. None of them makes up a source: the definition stays empty,
 * to be filled in by the writer.
 * @param reportStart the start of the report in the block, from which the engine knows the place in the file.
 */
export function citationFixes(sentence: Sentence, block: Block, context: ArticleContext, style: CitationMark, placeholder: string, reportStart: number): FixSpec[] {
  const { before, behind } = markPlaces(sentence, block);
  const spaced = /\s$/.test(block.text.slice(0, before)) ? '' : ' ';
  const footnote: FixSpec = {
    title: 'Insert a footnote for the source',
    safety: 'suggestion',
    edits: (article, place) => {
      const label = String(nextFootnoteNumber(article));
      const at = place.start - reportStart + behind;
      const mark: Edit = { start: at, end: at, text: `[^${label}]` };
      const definition = definitionEdit(article, [label]);
      return definition.start === at ? [{ start: at, end: at, text: mark.text + definition.text }] : [mark, definition];
    },
  };
  const needed: FixSpec = { title: `Insert “${placeholder}”`, safety: 'suggestion', edits: [{ start: before, end: before, text: `${spaced}${placeholder}` }] };
  const pandoc: FixSpec = { title: 'Insert “[@]” for a bibliography key', safety: 'suggestion', edits: [{ start: before, end: before, text: `${spaced}[@]` }] };
  const chosen = style === 'auto' ? styleOf(context) : style;
  if (chosen === 'pandoc') return [pandoc, needed, footnote];
  if (chosen === 'placeholder') return [needed, footnote];
  return [footnote, needed];
}

/** The article's own way of citing as far as a fix can follow it; a number or a link needs a source to begin with. */
export function styleOf(context: ArticleContext): Exclude<CitationMark, 'auto'> {
  switch (context.citationStyle) {
    case 'key':
    case 'command':
      return 'pandoc';
    case 'footnote':
    case 'inline-note':
    case undefined:
      return 'footnote';
    default:
      return 'placeholder';
  }
}

/** Takes a definition out of the file together with its line; a blank line that only set it apart goes, too. */
export function removalEdit(text: string, definition: Span): Edit {
  const before = text.slice(0, definition.start);
  const end = definition.start + text.slice(definition.start, definition.end).trimEnd().length;
  if (text.slice(end).trim() === '') return { start: before.trimEnd().length, end, text: '' };
  const apart = /(?:^|\n[ \t]*\r?\n)$/.test(before);
  const behind = (apart ? /^[ \t]*(?:\r?\n[ \t]*)*\r?\n/ : /^[ \t]*\r?\n/).exec(text.slice(end));
  return { start: definition.start, end: end + (behind?.[0].length ?? 0), text: '' };
}

/** A footnote mark or definition with its label. */
interface Labelled extends Span {
  readonly key: string;
}

/**
 * The edits that number footnotes in the order of their first marks; undefined where they are so already, or where labels are words,
 * missing or double, so that numbering them anew could mix them up.
 */
export function renumberingEdits(article: Article, marks: readonly Labelled[], definitions: readonly Labelled[]): { readonly first: Span | undefined; readonly edits: readonly Edit[] } | undefined {
  const labels = new Set(definitions.map(({ key }) => key));
  if (labels.size < 2 || labels.size < definitions.length || definitions.some(({ key }) => !/^\d+$/.test(key))) return undefined;
  const order = [...new Set(marks.map(({ key }) => key))];
  if (order.length !== labels.size || order.some((key) => !labels.has(key))) return undefined;
  const next = new Map(order.map((key, i) => [key, String(i + 1)]));
  if (order.every((key) => next.get(key) === key)) return undefined;
  const places = [...marks, ...definitions].sort((a, b) => a.start - b.start);
  const edits = places.flatMap(({ start, key }): Edit[] => {
    const at = article.text.indexOf(`[^${key}]`, start);
    return at === -1 || next.get(key) === key ? [] : [{ start: at + 2, end: at + 2 + key.length, text: next.get(key)! }];
  });
  // A mark that stands where no prose is would be left behind.
  const all = article.text.match(/\[\^\d+\]/g)?.length ?? 0;
  const first = marks.find(({ key }) => next.get(key) !== key);
  return all === places.length ? { first, edits } : undefined;
}
