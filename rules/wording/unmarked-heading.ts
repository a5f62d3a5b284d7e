/** Lines that look like headings but are not marked as such, so that neither readers of screens nor search engines see them. */
import type { Article, Block, Span } from '../article/article.js';
import { lastStart } from '../article/in-order.js';
import { defineRule, type FixSpec } from '../engine/rule.js';
import { hasFiniteVerb, isHeadingWording } from './heading-wording.js';

/** A line of a block that may be a heading. Offsets are in the block. */
interface Candidate extends Span {
  readonly title: string;
  readonly form: 'line' | 'bold';
  /** True where its block holds nothing else, so that what follows decides. */
  readonly alone: boolean;
}

/** What opens a note or names a person, not a section. */
const NOTE = /^(?:note|notes|warning|caution|important|tip|tips|disclaimer|disclosure|reminder|update|updated|edit|by|written by|reviewed by|medically reviewed|editor['’]s note|q|a|figure|fig|table|box|image|photo|credit)\b/i;
const MAX_WORDS = 18;

export const rule = defineRule<Record<never, never>, Candidate>({
  meta: {
    id: 'unmarked-heading',
    summary: 'A line that looks like a heading but is not marked as one',
    why: 'Without the mark a screen reader cannot jump to the section, a table of contents leaves it out, and the line runs into the text below it.',
    sources: [
      { title: 'WCAG 2.2, success criterion 1.3.1 Info and Relationships', url: 'https://www.w3.org/TR/WCAG22/#info-and-relationships' },
      { title: 'CommonMark: ATX headings', url: 'https://spec.commonmark.org/0.31.2/#atx-headings' },
    ],
    severity: 'information',
    fixable: 'suggestion',
    kinds: ['paragraph', 'heading'],
    zones: ['body', 'references'],
    options: {},
  },
  collect: candidateIn,
  *conclude(facts, article) {
    for (const { start, value } of facts) {
      const span = { start: start + value.start, end: start + value.end };
      if (!opensLine(article.text, span) || (value.alone && !goesOn(article, span))) continue;
      yield {
        ...span,
        ...(value.form === 'bold' ? { severity: 'hint' as const } : {}),
        message: `“${value.title}” looks like a heading but is ${value.form === 'bold' ? 'bold text' : 'part of the text'}. Mark it with “#”, so that readers can find the section.`,
        fixes: [markUp(article, span, value)],
      };
    }
  },
});

function candidateIn(block: Block): Candidate | undefined {
  if (block.kind === 'heading') return block.level === 0 && isPlain(block) ? lineOf(block, block.text.length, true) : undefined;
  return boldOnly(block) ?? bareLine(block);
}

/** No title of a note, no tag, no entry of a list of sources, no lead-in of a list. */
function isPlain(block: Block): boolean {
  return !/^(?:!!!|\?\?\?|[<[])/.test(block.text) && !/:\s*$/.test(block.text) && !block.inlines.some((inline) => inline.kind === 'link' || inline.kind === 'image');
}

/** The trimmed first line of a block, up to `end`. */
function lineOf(block: Block, end: number, alone: boolean): Candidate | undefined {
  const line = block.text.slice(0, end);
  const start = line.length - line.trimStart().length;
  const title = line.trim().replace(/\\$/, '').trimEnd();
  return title === '' ? undefined : { start, end: start + title.length, title, form: 'line', alone };
}

/** A paragraph whose words are all bold: `**Side effects**`. */
function boldOnly(block: Block): Candidate | undefined {
  const match = /^\s*(\*\*|__)(?![\s*_])([^\n]+?)\1\s*$/.exec(block.text);
  if (!match) return undefined;
  const title = match[2]!.trim();
  if (title.includes(match[1]!) || /[.!,;:]$/.test(title) || NOTE.test(title) || tooLong(title) || !/^["“‘(\d]*\p{Lu}/u.test(title)) return undefined;
  if (!/\p{L}{2}/u.test(block.prose)) return undefined;
  const start = block.text.length - block.text.trimStart().length;
  return { start, end: block.text.trimEnd().length, title, form: 'bold', alone: true };
}

/** The first line of a paragraph, or the whole of it, where its wording is a heading's. */
function bareLine(block: Block): Candidate | undefined {
  const feed = block.prose.search(/\r?\n/);
  const end = feed < 0 ? block.prose.length : feed;
  const words = block.prose.slice(0, end).trim();
  if (block.text.slice(0, end).trim() !== words || NOTE.test(words) || tooLong(words) || !isHeadingWording(words)) return undefined;
  if (feed >= 0 && !isProse(block, end)) return undefined;
  return lineOf(block, end, feed < 0);
}

function tooLong(title: string): boolean {
  return title.split(/\s+/).length > MAX_WORDS;
}

/** What stands below the line is a sentence: it starts with a capital, and has a finite verb or ends with a stop. */
function isProse(block: Block, from: number): boolean {
  const rest = block.prose.slice(from).trim();
  if (!/^["“‘(]?[\p{Lu}\p{N}]/u.test(rest)) return false;
  const first = /^[^\n]*/.exec(rest)![0].trim();
  return /[.!?:]["”’)]?$/.test(rest) && (first.split(/\s+/).length >= 3 || hasFiniteVerb(first));
}

/** The line starts at the margin: inside lists, tables and tags a heading can't stand. */
function opensLine(text: string, { start, end }: Span): boolean {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  return /^ {0,1}$/.test(text.slice(lineStart, start)) && /^[ \t\\]*(?:\r?\n|$)/.test(text.slice(end, end + 40));
}

/** Text follows that the line can be the heading of: not another such line, a heading, or the end. */
function goesOn(article: Article, { start }: Span): boolean {
  const next = article.blocks[lastStart(article.blocks, start) + 1];
  if (!next || next.value.kind === 'heading') return false;
  if (next.value.kind !== 'paragraph') return true;
  return /[.!?:…]["”’)\]*_]*\s*$/.test(next.value.text) || next.value.citations.length > 0 || next.value.sentences.length > 1;
}

/** Marks the line up, one level below the heading above, with blank lines around it. */
function markUp(article: Article, { start, end }: Span, { title }: Candidate): FixSpec {
  const { text, lineEnding } = article;
  const marks = '#'.repeat(levelFor(article, start));
  const lineEnd = end + /^[ \t\\]*/.exec(text.slice(end))![0].length;
  const before = start > 0 && !/(?:^|\n)[ \t]*\r?\n[ \t]*$/.test(text.slice(Math.max(0, start - 40), start)) ? lineEnding : '';
  const behind = text.slice(lineEnd, lineEnd + 40);
  const after = behind !== '' && !/^\r?\n[ \t]*(?:\r?\n|$)/.test(behind) ? lineEnding : '';
  return { title: `Change to “${marks} ${title}”`, safety: 'suggestion', edits: [{ start, end: lineEnd, text: `${before}${marks} ${title}${after}` }] };
}

/** One below the nearest marked heading above; 2 where there is none, as level 1 is the title. */
function levelFor(article: Article, start: number): number {
  for (let i = lastStart(article.blocks, start); i >= 0; i--) {
    const { value } = article.blocks[i]!;
    if (value.kind === 'heading' && value.level > 0) return Math.min(6, value.level + 1);
  }
  return 2;
}
