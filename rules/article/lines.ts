/** Cuts a paragraph where its lines are something of their own: bare headings glued on by lazy continuation, whole paragraphs on one line each, `Source:` lines. */
import type { InlineScan } from './scan-state.js';
import { opensReferences } from './titles.js';

/** A stretch of whole lines. `plain`: a paragraph even inside a list item, since it only ran into the item for want of a blank line. */
export interface LineGroup {
  readonly start: number;
  readonly end: number;
  readonly heading: boolean;
  readonly plain: boolean;
}

const FUNCTION_WORDS = new Set(['a', 'an', 'the', 'and', 'or', 'but', 'nor', 'of', 'in', 'on', 'at', 'to', 'for', 'from', 'with', 'by', 'as', 'vs', 'via', 'into', 'over', 'under', 'per', 'its', 'is', 'are', 'be', 'that', 'than', 'between', 'through', 'during', 'without', 'within', 'their', 'your', 'his', 'her', 'our', 'this', 'these', 'those', 'such', 'can', 'may', 'about', 'after', 'before', 'when', 'while', 'if', 'how', 'who', 'what', 'which', 'not', 'no', 'so']);
const FINITE = /\b(?:is|are|was|were|am|be|been|has|have|had|may|might|can|could|will|would|shall|should|must|do|does|did|cannot|isn['’]t|aren['’]t|don['’]t|doesn['’]t|it['’]s|helps?|shows?|suggests?|increases?|reduces?|causes?|contains?|includes?|makes?|works?|takes?|acts?|found|seems?|appears?|remains?|becomes?|provides?|offers?|lowers?|improves?|prevents?|treats?|leads?|affects?|supports?|need|needs|know|known|say|says|said)\b/i;
const SOURCE_START = /^[ \t]*(?:(?:data |image )?sources?)\s*:\s*\S/i;
/** A line this long is a paragraph of its own; nobody wraps there. */
const LONG_LINE = 250;

interface Line {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

/** Groups a paragraph's lines. One group, the whole paragraph, in the common case. */
export function lineRoles(prose: string, scan: InlineScan, item: boolean): LineGroup[] {
  if (!prose.includes('\n')) return [{ start: 0, end: prose.length, heading: false, plain: false }];
  const lines = splitLines(prose);
  const widest = lines.reduce((width, line) => Math.max(width, line.end - line.start), 0);
  const groups: LineGroup[] = [];
  const itemTexts = new Set<string>();
  let start = 0;
  let plain = false;
  const close = (end: number, heading: boolean): void => {
    if (end <= start) return;
    groups.push({ start, end, heading, plain: plain && !heading });
    start = end;
  };
  const isInside = insideSpans(scan);
  const hasLink = linkedLines(scan);
  let fresh = true;
  lines.forEach((line, index) => {
    const next = lines[index + 1];
    if (!next || isInside(next.start)) {
      fresh = false;
      return;
    }
    const stopped = /[.!?…:][)\]"'”’*_\s]*$/.test(line.words);
    if (fresh && (opensReferences(line.words) || (!hasLink(line) && isHeadingLine(line, next, widest, itemTexts)))) {
      const first = groups.length === 0 && start === 0 && index === 0;
      close(line.start, false);
      // The first line of a list item is the item; what is glued on below it is not.
      close(next.start, !(item && first));
      if (item && first) itemTexts.add(line.words);
      plain = item;
      fresh = true;
      return;
    }
    // `Sources:` right below the last line of an entry, before a list.
    const opensList = index + 2 === lines.length && next.words.endsWith(':') && opensReferences(next.words);
    if (SOURCE_START.test(next.words) || opensList || (stopped && line.end - line.start >= LONG_LINE && /^\s*[\p{Lu}"“]/u.test(next.words))) {
      close(next.start, false);
      plain = item && (line.end - line.start >= LONG_LINE);
      fresh = true;
      return;
    }
    fresh = stopped;
  });
  close(prose.length, false);
  return groups;
}

function splitLines(prose: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start < prose.length) {
    const feed = prose.indexOf('\n', start);
    const end = feed < 0 ? prose.length : feed;
    lines.push({ start, end, words: prose.slice(start, end).trim() });
    start = end + 1;
  }
  return lines;
}

/** Says whether an offset stands inside code, a link, emphasis …; to be asked in ascending order. */
function insideSpans(scan: InlineScan): (at: number) => boolean {
  const spans = [...scan.solid, ...scan.inlines].sort((a, b) => a.start - b.start);
  let i = 0;
  let furthest = 0;
  return (at) => {
    while (i < spans.length && spans[i]!.start < at) furthest = Math.max(furthest, spans[i++]!.end);
    return furthest > at;
  };
}

/** Says whether a line holds a link: an entry of a list of links, no heading. To be asked in ascending order. */
function linkedLines(scan: InlineScan): (line: Line) => boolean {
  const links = scan.inlines.filter(({ kind }) => kind === 'link');
  let i = 0;
  return (line) => {
    while (i < links.length && links[i]!.end <= line.start) i++;
    return i < links.length && links[i]!.start < line.end;
  };
}

/** True for a line that is a heading nobody marked: no stop at its end, a capital below it, and Title Case or no finite verb. */
function isHeadingLine(line: Line, next: Line, widest: number, itemTexts: ReadonlySet<string>): boolean {
  const { words } = line;
  if (words.length < 3 || words.length > 200 || /[.!?:;,–—-]$/.test(words) || !/^["“‘(]?[\p{Lu}\p{N}]/u.test(words)) return false;
  if (!/^["“‘(]?\p{Lu}/u.test(next.words)) return false;
  // A line that stops where the next word would not have fitted was wrapped.
  const nextWord = /^\S+/.exec(next.words)?.[0].length ?? 0;
  if (line.end - line.start + 1 + nextWord > widest) return false;
  if (itemTexts.has(words)) return true;
  const list = words.split(/\s+/);
  const last = list.at(-1)!.toLowerCase();
  if (FUNCTION_WORDS.has(last)) return false;
  if (isTitleCase(list)) return true;
  return list.length < 15 && widest >= LONG_LINE && !FINITE.test(words);
}

/** Two or more words, all capitalised but the small ones. */
function isTitleCase(words: readonly string[]): boolean {
  const big = words.filter((word) => /^["“‘(]?\p{L}/u.test(word) && !FUNCTION_WORDS.has(word.toLowerCase()));
  return big.length >= 2 && big.filter((word) => /^["“‘(]?\p{Lu}/u.test(word)).length >= big.length * 0.9;
}
