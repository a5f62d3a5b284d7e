/** Reads one leaf of the tree into segments: what becomes a block each. Everything here follows from the leaf's own text and what it asked `Lookup`. */
import type { BlockKind, Citation, Directive, Inline, Sentence, Span } from './article.js';
import { citationBlanks, findParenthesised, findTextCitations } from './citations.js';
import { scanInline } from './inline.js';
import { measureLanguage, type LanguageEvidence } from './language.js';
import type { Leaf } from './leaves.js';
import { lineRoles } from './lines.js';
import { blankSpans, ownCopy } from './prose.js';
import { findQuotations } from './quotations.js';
import type { InlineScan, Lookup } from './scan-state.js';
import { splitSentences } from './sentences.js';
import { BLOCK_ELEMENTS } from './tags.js';
import { opensReferences } from './titles.js';

/** A stretch of prose in a leaf; offsets inside it count from its own start. */
export interface Segment {
  /** Where it starts in the leaf. */
  readonly offset: number;
  /** The kind that it has by itself; undefined where the leaf decides (paragraph or list item). */
  readonly kind: BlockKind | undefined;
  readonly level: number;
  readonly text: string;
  readonly prose: string;
  readonly sentences: readonly Sentence[];
  readonly citations: readonly Citation[];
  readonly inlines: readonly Inline[];
  readonly language: LanguageEvidence;
  /** The name it gives the section below it, where it does: a heading, a bold-only paragraph, a bare heading line. */
  readonly title: string | undefined;
  /** True where it opens the list of sources. */
  readonly opensReferences: boolean;
  /** Offsets where a sentence ends whatever the punctuation; `(1)` and its like, which are citations only where the article numbers its sources. */
  readonly breaks: readonly number[];
  readonly parenthesised: readonly Citation[];
  /** True for a `Source: …` line: it gives the source of the block before it. */
  readonly sourceLine: boolean;
  /** True inside `<blockquote>`. */
  readonly quoted: boolean;
  /** For table cells: row (0 is the header) and column. */
  readonly row: number;
  readonly column: number;
}

/** What a leaf holds. */
export interface LeafReading {
  readonly segments: readonly Segment[];
  /** Suppression comments, in leaf offsets. */
  readonly directives: readonly Directive[];
}

const SOURCE_LINE = /^[\s>*_•–—-]*(?:(?:data |image |photo |table |figure |information )?sources?|adapted from|reprinted from|quelle)\s*:\s*\S/i;

/** Reads a leaf. `text` is the file's text between the leaf's ends. */
export function readLeaf(leaf: Leaf, text: string, mdx: boolean, lookup: Lookup): LeafReading {
  if (leaf.kind === 'code' || leaf.kind === 'link-definition' || leaf.kind === 'opaque') return { segments: [], directives: leaf.kind === 'opaque' ? directivesOf(text, mdx, lookup) : [] };
  const source = blankMarks(leaf, text);
  if (leaf.kind === 'table') return readTable(leaf, text, source, mdx, lookup);
  const html = leaf.kind === 'html';
  const scan = scanInline(source, { mdx, html }, lookup);
  if (leaf.alert) {
    // `> [!NOTE] Title`: the title is no part of the sentence below.
    scan.blanks.push(0, /^\s*\[![^\]]*\][+-]?/.exec(source)?.[0].length ?? 0);
    const feed = source.indexOf('\n');
    if (feed >= 0) scan.breaks.unshift({ start: feed + 1, end: feed + 1 });
  }
  if (leaf.kind === 'admonition-title') {
    const mark = /^(?:!!!|\?\?\?\+?)[ \t]+[\w\- \t]*/.exec(source)![0].length;
    scan.blanks.push(0, mark);
  }
  const prose = blankSpans(source, scan.blanks);
  const segments = html ? htmlSegments(text, prose, scan) : paragraphSegments(leaf, text, prose, scan);
  return { segments, directives: scan.directives };
}

function directivesOf(text: string, mdx: boolean, lookup: Lookup): readonly Directive[] {
  return text.includes('health') ? scanInline(text, { mdx, html: true }, lookup).directives : [];
}

/** The text with the marks of the leaf's containers and of the leaf itself turned to spaces. */
function blankMarks(leaf: Leaf, text: string): string {
  if (leaf.node.children.length === 0 || leaf.kind === 'table') return text;
  const spans: number[] = [];
  const cursor = leaf.node.cursor();
  if (!cursor.firstChild()) return text;
  do spans.push(cursor.from, cursor.to);
  while (cursor.nextSibling());
  return blankSpans(text, spans);
}

function paragraphSegments(leaf: Leaf, text: string, prose: string, scan: InlineScan): Segment[] {
  if (leaf.kind === 'heading') return segment({ text, prose, scan, start: 0, end: text.length, kind: 'heading', level: leaf.level, title: true });
  if (leaf.kind === 'admonition-title') return segment({ text, prose, scan, start: 0, end: text.length, kind: 'heading', level: 0, title: false });
  const segments: Segment[] = [];
  for (const role of lineRoles(prose, scan, leaf.item)) {
    segments.push(...segment({
      text, prose, scan, start: role.start, end: role.end,
      kind: role.heading ? 'heading' : role.plain ? 'paragraph' : undefined,
      level: 0, title: role.heading || (!leaf.item && isBoldOnly(prose, scan, role.start, role.end)), bare: !leaf.item,
    }));
  }
  return segments;
}

/** True where all words between the ends stand in one bold span that is no sentence: `**Side effects**`. */
function isBoldOnly(prose: string, scan: InlineScan, start: number, end: number): boolean {
  const strong = within(scan.inlines, start, end).find((inline) => inline.kind === 'strong');
  if (!strong) return false;
  const words = prose.slice(strong.start, strong.end).trim();
  if (words === '' || words.length > 200 || /[.!,;]$/.test(words) || words.includes('\n')) return false;
  return !/[\p{L}\p{N}]/u.test(prose.slice(start, strong.start)) && /^[\s:*_]*$/.test(prose.slice(strong.end, end));
}

const HTML_KINDS: Readonly<Record<string, BlockKind>> = { li: 'list-item', td: 'table-cell', th: 'table-header', h1: 'heading', h2: 'heading', h3: 'heading', h4: 'heading', h5: 'heading', h6: 'heading' };

/** Cuts a block of HTML at the tags of block elements. */
function htmlSegments(text: string, prose: string, scan: InlineScan): Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  let kind: BlockKind = 'html';
  let level = 0;
  let quotes = 0;
  let row = -1;
  let column = 0;
  const cut = (end: number): void => {
    if (end > at) segments.push(...segment({ text, prose, scan, start: at, end, kind, level, title: kind === 'heading', quoted: quotes > 0, row: kind.startsWith('table') ? row : -1, column }));
  };
  for (const tag of scan.tags) {
    if (!BLOCK_ELEMENTS.has(tag.name)) continue;
    cut(tag.start);
    at = tag.end;
    if (tag.name === 'blockquote') quotes = Math.max(0, quotes + (tag.closing ? -1 : 1));
    if (tag.name === 'tr' && !tag.closing) {
      row++;
      column = -1;
    }
    if ((tag.name === 'td' || tag.name === 'th') && !tag.closing) column++;
    kind = tag.closing ? 'html' : HTML_KINDS[tag.name] ?? (kind === 'list-item' && tag.name === 'p' ? kind : 'html');
    level = kind === 'heading' ? Number(tag.name[1]) : 0;
  }
  cut(text.length);
  return segments;
}

function readTable(leaf: Leaf, text: string, source: string, mdx: boolean, lookup: Lookup): LeafReading {
  const segments: Segment[] = [];
  const directives: Directive[] = [];
  let row = -1;
  let column = 0;
  leaf.node.cursor().iterate((node) => {
    if (node.name === 'Table') return true;
    if (node.name === 'TableHeader' || node.name === 'TableRow') {
      row++;
      column = text.charCodeAt(node.from) === 124 ? -1 : 0;
      return true;
    }
    if (node.name === 'TableDelimiter') column++;
    if (node.name === 'TableCell') {
      const cell = source.slice(node.from, node.to);
      const scan = scanInline(cell, { mdx, html: false }, lookup);
      for (const directive of scan.directives) directives.push({ ...directive, start: directive.start + node.from, end: directive.end + node.from });
      const prose = blankSpans(cell, scan.blanks);
      for (const part of segment({ text: cell, prose, scan, start: 0, end: cell.length, kind: row === 0 ? 'table-header' : 'table-cell', level: 0, title: false, row, column })) {
        segments.push({ ...part, offset: part.offset + node.from });
      }
    }
    return false;
  });
  return { segments, directives };
}

interface Cut {
  readonly text: string;
  readonly prose: string;
  readonly scan: InlineScan;
  readonly start: number;
  readonly end: number;
  readonly kind: BlockKind | undefined;
  readonly level: number;
  readonly title: boolean;
  /** True where a line without any mark may open the list of sources. */
  readonly bare?: boolean;
  readonly quoted?: boolean;
  readonly row?: number;
  readonly column?: number;
}

/** The segment between two offsets of a leaf; nothing where it holds no words and no citation. */
function segment(cut: Cut): Segment[] {
  const { scan, kind, level, title } = cut;
  let { start, end } = cut;
  while (end > start && isSpace(cut.text.charCodeAt(end - 1))) end--;
  while (start < end && isSpace(cut.text.charCodeAt(start))) start++;
  const words = cut.prose.slice(start, end);
  const marks = within(scan.citations, start, end);
  const hasWords = /[\p{L}\p{N}]/u.test(words);
  if (!hasWords && marks.length === 0) return [];
  const text = ownCopy(cut.text.slice(start, end));
  const inlines = within(scan.inlines, start, end).map((inline) => shiftInline(inline, start));
  const sourceLine = !title && SOURCE_LINE.test(words);
  const citations = findTextCitations(text, words, marks.map((mark) => ({ ...mark, start: mark.start - start, end: mark.end - start })), sourceLine);
  const prose = ownCopy(blankSpans(words, citationBlanks(words, citations)));
  const breaks = within(scan.breaks, start + 1, end).map((at) => at.start - start).filter((at) => endsLine(prose, at));
  const head = runInHead(prose, inlines);
  if (head > 0) breaks.unshift(head);
  const named = title && hasWords;
  const bare = kind === undefined && cut.bare === true && prose.length < 80 && !prose.includes('\n');
  return [{
    offset: start, kind, level, text, prose,
    sentences: splitSentences(prose, citations, breaks, text),
    citations,
    inlines: [...inlines, ...findQuotations(prose)].sort((a, b) => a.start - b.start || b.end - a.end),
    language: measureLanguage(prose),
    title: named ? prose.trim().replace(/\s+/g, ' ').replace(/\s*:$/, '') : undefined,
    opensReferences: (named || bare) && opensReferences(prose),
    breaks,
    parenthesised: findParenthesised(prose, citations),
    sourceLine,
    quoted: cut.quoted ?? false,
    row: cut.row ?? -1,
    column: cut.column ?? -1,
  }];
}

/** Where the bold head of a paragraph ends (`**Sleep:** text`, `**Sleep**: text`, `**Sleep.** Text`); 0 without one. */
function runInHead(prose: string, inlines: readonly Inline[]): number {
  const strong = inlines.find((inline) => inline.kind === 'strong');
  if (!strong || /[\p{L}\p{N}]/u.test(prose.slice(0, strong.start))) return 0;
  const words = prose.slice(strong.start, strong.end).trim();
  if (words === '' || words.length > 120) return 0;
  if (/[:.]$/.test(words)) return strong.end;
  const colon = /^\s*:/.exec(prose.slice(strong.end, strong.end + 12));
  return colon ? strong.end + colon[0].length : 0;
}

/** True where a hard line break also ends the sentence: a capital, a bullet or a number starts the next line. */
function endsLine(prose: string, at: number): boolean {
  const before = prose.slice(Math.max(0, at - 200), at).trimEnd();
  return !/[,;–—]$|\b(?:and|or|the|a|an|of|to|in|with|for|by)$/i.test(before) && /^\s*[\p{Lu}\p{N}•*–—\-\p{So}"“‘(]/u.test(prose.slice(at, at + 200));
}

/** The spans between two offsets. `spans` are in order of their starts; found by halving, so that many segments do not cost many scans. */
function within<T extends Span>(spans: readonly T[], start: number, end: number): T[] {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  const found: T[] = [];
  for (let i = low; i < spans.length && spans[i]!.start < end; i++) if (spans[i]!.end <= end) found.push(spans[i]!);
  return found;
}

function shiftInline(inline: Inline, by: number): Inline {
  return { ...inline, start: inline.start - by, end: inline.end - by, ...(inline.label ? { label: { start: inline.label.start - by, end: inline.label.end - by } } : {}) };
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}
