/** Puts a source into an article: the mark at its place and, where the article's style has one, the reference. */
import type { Article, Citation, Reference } from '../article/article.js';
import type { Edit } from '../engine/finding.js';
import { definitionEdit, markPlaces, nextFootnoteNumber, outOfInlines, type CitationMark } from './footnotes.js';
import { sentenceAt, type PlacedSentence } from './search-query.js';

/** A source to insert. */
export interface InsertedSource {
  /** The key for Pandoc's and Manubot's marks: `meyer2019`, `doi:10.1000/x`. */
  readonly key: string;
  /** The reference as Markdown, on one line. */
  readonly reference: string;
  /** True for a source that the article lists already. */
  isListed(reference: Reference): boolean;
}

export interface InsertionPlace {
  /** In the file. */
  readonly offset: number;
  /** `sentence`: where the sentence at the offset takes its mark; `cursor`: at the offset itself, on the right side of punctuation. */
  readonly of: 'cursor' | 'sentence';
}

/**
 * The edits that cite a source, not overlapping, in order. The article's own style counts: `[@key]`, a footnote, an inline note, or a number with
 * an entry in the numbered list; a source that is listed already is pointed to. A `[citation needed]` of the sentence goes.
 * @param style `auto` takes what the article does; where it does not cite yet, a footnote.
 */
export function citeSource(article: Article, place: InsertionPlace, source: InsertedSource, style: CitationMark = 'auto'): readonly Edit[] {
  const placed = sentenceAt(article, place.offset);
  const ends = endsFor(article, place, placed);
  const kind = style === 'auto' ? article.context.citationStyle : style;
  const edits = kind === 'key' || kind === 'command' || kind === 'pandoc' ? keyEdits(article, place.offset, ends.before, source.key) : (numberEdits(article, kind, ends, source) ?? noteEdits(article, kind, ends.behind, source));
  return withoutPlaceholder(edits, placed && place.of === 'sentence' ? placed : undefined);
}

/** Where marks go, in file offsets: before the punctuation, and behind it. */
interface Ends {
  readonly before: number;
  readonly behind: number;
}

function endsFor({ text }: Article, { offset, of }: InsertionPlace, placed: PlacedSentence | undefined): Ends {
  if (placed && of === 'sentence') {
    const { before, behind } = markPlaces(placed.sentence, placed.block);
    return { before: placed.start + before, behind: behindMarks(text, placed.start + behind) };
  }
  const outside = (place: number): number => (placed ? placed.start + outOfInlines(place - placed.start, placed.block) : place);
  let at = outside(offset);
  // Behind a space the mark belongs to the words before it, unless the line is empty so far.
  while (/[ \t]/.test(text[at - 1] ?? '') && /\S/.test(text.slice(text.lastIndexOf('\n', at - 1) + 1, at))) at--;
  let core = at;
  while (/[.,;:!?…"'”’)*_]/.test(text[core - 1] ?? '') && core > (placed?.start ?? 0)) core--;
  const before = /[.,;:!?…]/.test(text.slice(core, at)) ? core : at;
  let behind = at;
  while (/[.,!?…"'”’]/.test(text[behind] ?? '')) behind++;
  return { before, behind: behindMarks(text, outside(behind)) };
}

/** Behind the footnote marks that stand there already. */
function behindMarks(text: string, at: number): number {
  const marks = /^(?:\[\^[^\]\s[]{1,200}\])+/.exec(text.slice(at, at + 400));
  return at + (marks?.[0].length ?? 0);
}

function keyEdits({ text, blocks }: Article, offset: number, before: number, key: string): Edit[] {
  const mark = `@${/^[\p{L}\p{N}_][\p{L}\p{N}_:.#$%&+?<>~/-]*$/u.test(key) && !/[.:/?]$/.test(key) ? key : `{${key}}`}`;
  const empty = text.slice(Math.max(0, offset - 2), offset + 3).indexOf('[@]');
  if (empty !== -1) {
    const start = Math.max(0, offset - 2) + empty;
    return [{ start, end: start + 3, text: `[${mark}]` }];
  }
  const beside = blocks
    .flatMap(({ start, value }) => value.citations.map((citation) => ({ form: citation.form, start: start + citation.start, end: start + citation.end })))
    .find(({ form, start, end }) => form === 'key' && text[end - 1] === ']' && ((offset > start && offset < end) || end === before));
  if (beside) return [{ start: beside.end - 1, end: beside.end - 1, text: `; ${mark}` }];
  return [{ start: before, end: before, text: `${gap(text, before)}[${mark}]` }];
}

function gap(text: string, at: number): string {
  return at === 0 || /[\s([{]/.test(text[at - 1]!) ? '' : ' ';
}

function noteEdits(article: Article, kind: string | undefined, at: number, source: InsertedSource): Edit[] {
  const listed = article.references.find((one) => one.kind === 'footnote' && source.isListed(one));
  if (listed) return [{ start: at, end: at, text: `[^${listed.key}]` }];
  if (kind === 'inline-note') return [{ start: at, end: at, text: `^[${source.reference}]` }];
  const label = String(nextFootnoteNumber(article));
  const definition = definitionEdit(article, [label]);
  const mark: Edit = { start: at, end: at, text: `[^${label}]` };
  // At the end of the text, or in the empty lines there, the definition comes behind the mark.
  if (definition.start <= at) return [{ ...mark, text: `${mark.text}${(definition.start === at && /^\s*/.exec(definition.text)![0]) || article.lineEnding.repeat(2)}[^${label}]: ${source.reference}` }];
  return [mark, { ...definition, text: definition.text + source.reference }];
}

/** A number and its entry at the end of the list; undefined where the article has no numbered list that can be carried on. */
function numberEdits(article: Article, kind: string | undefined, { before, behind }: Ends, source: InsertedSource): Edit[] | undefined {
  const { text, references, referencesSection, lineEnding } = article;
  if ((kind !== 'numeric' && kind !== 'superscript') || !referencesSection) return undefined;
  const entries = references.filter(({ kind: one, start, key }) => one === 'entry' && /^\d+$/.test(key) && start >= referencesSection.start && start < referencesSection.end);
  const listed = entries.find((one) => source.isListed(one));
  const last = entries.at(-1);
  const sample = lastMark(article, kind);
  if (!last || !sample) return undefined;
  const number = listed ? listed.key : String(Math.max(...entries.map(({ key }) => Number(key))) + 1);
  const mark = sample.text.replace(/\d[\d\s,;–-]*/, number).replace(SUPERSCRIPT, superscript(number));
  const at = sample.behind ? behind : before;
  const cited: Edit = { start: at, end: at, text: (sample.spaced ? gap(text, at) : '') + mark };
  if (listed) return [cited];
  const lineStart = text.lastIndexOf('\n', last.start - 1) + 1;
  const prefix = text.slice(lineStart, last.end).match(/^[ \t>]*(?:\\?\[\d+\\?\]:?|\d+[.):])[ \t]*/)?.[0];
  if (prefix === undefined) return undefined;
  const spread = /\n[ \t]*\r?\n[ \t>]*$/.test(text.slice(Math.max(0, lineStart - 20), lineStart)) && entries.length > 1;
  const entry: Edit = { start: last.end, end: last.end, text: lineEnding.repeat(spread ? 2 : 1) + prefix.replace(/\d+/, number) + source.reference };
  return [cited, entry].sort((a, b) => a.start - b.start);
}

const SUPERSCRIPT = /[¹²³⁰⁴-⁹][¹²³⁰⁴-⁹,⁻˒⸴-]*/;
const superscript = (number: string): string => [...number].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('');

/** How the article writes its numbers: the last mark, and whether it stands behind punctuation and after a space. */
function lastMark({ blocks }: Article, form: Citation['form']): { readonly text: string; readonly behind: boolean; readonly spaced: boolean } | undefined {
  for (const { value } of [...blocks].reverse()) {
    const mark = value.citations.findLast((one) => one.form === form);
    if (!mark || value.zone === 'references') continue;
    const text = value.text.slice(mark.start, mark.end);
    if (!/^\W*(?:<sup>)?\W*(?:\d[\d\s,;–-]*|[¹²³⁰⁴-⁹][¹²³⁰⁴-⁹,⁻˒⸴-]*)\W*(?:<\/sup>)?\W*$/.test(text)) return undefined;
    return { text, behind: /[.,!?]["'”’)]?\s?$/.test(value.text.slice(0, mark.start)), spaced: /\s/.test(value.text[mark.start - 1] ?? '') };
  }
  return undefined;
}

/** The edits with the sentence's promise of a source taken out. */
function withoutPlaceholder(edits: readonly Edit[], placed: PlacedSentence | undefined): readonly Edit[] {
  const promise = placed?.sentence.citations.find(({ form }) => form === 'placeholder');
  if (!placed || !promise) return edits;
  let from = promise.start;
  while (/[ \t]/.test(placed.block.text[from - 1] ?? '')) from--;
  const [start, end] = [placed.start + from, placed.start + promise.end];
  const inside = edits.filter((edit) => edit.start >= start && edit.end <= end);
  const others = edits.filter((edit) => !inside.includes(edit));
  return [...others, { start, end, text: inside.map(({ text }) => text).join('') }].sort((a, b) => a.start - b.start);
}
