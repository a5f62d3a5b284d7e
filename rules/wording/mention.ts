/** Tells words that the article uses from words that it only quotes or speaks about. */
import type { Block, Span } from '../article/article.js';
import { tokenize } from '../english/tokens.js';
import { once } from '../lexicon/once.js';

/** Words that announce a word as a word: `the term addict`, `phrases such as clean needle`. */
const NAMING = new Set(['word', 'words', 'term', 'terms', 'phrase', 'phrases', 'label', 'labels', 'wording', 'slur', 'slurs']);
/** What may stand between such a word and the word it names. */
const BETWEEN = new Set(['such', 'as', 'like', 'the', 'a', 'an', ':', ',', 'and', 'or', 'of', '(', 'e.g', 'ie', 'is', 'are']);
/** Headings and table heads over lists of words to avoid. */
const WORD_LIST = /\b(?:instead of|words? to avoid|avoid (?:saying|using|these)|do not say|don['’]t say|not this|terms? to avoid|language matters|words matter|preferred (?:term|language)|stigmati[sz]ing (?:term|language|word))/i;

const DOUBLE = /[“"„«][^“”"„«»]{1,600}[”"»]/g;
// A single quotation mark opens behind a space or bracket and closes before a space or punctuation, so apostrophes are left alone.
const SINGLE = once(() => /(?<![^\s([—–-])[‘'](?=\S)[^‘’'\n]{1,200}(?:['’](?=[\p{L}])[^‘’'\n]{1,200}){0,8}['’](?![\p{L}\p{N}])/gu);

const cache = new WeakMap<Block, readonly Span[]>();

/** The stretches of a block that stand in quotation marks, marks included, in order and without overlaps; worked out once for each block. */
export function quotationsOf(block: Block): readonly Span[] {
  let spans = cache.get(block);
  if (!spans) {
    const found: Span[] = block.inlines.filter((inline) => inline.kind === 'quotation');
    if (/[“"„«]/.test(block.prose)) for (const match of block.prose.matchAll(DOUBLE)) found.push({ start: match.index, end: match.index + match[0].length });
    if (/[‘']/.test(block.prose)) for (const match of block.prose.matchAll(SINGLE())) found.push({ start: match.index, end: match.index + match[0].length });
    const open = openQuotation(block.prose, found);
    if (open) found.push(open);
    spans = merged(found);
    cache.set(block, spans);
  }
  return spans;
}

/** The spans in order, overlapping ones joined. */
function merged(spans: readonly Span[]): readonly Span[] {
  const joined: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && span.start < last.end) joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else joined.push(span);
  }
  return joined;
}

/** True where one of the spans, which are in order, overlaps. Logarithmic. */
function isOverlapped(spans: readonly Span[], { start, end }: Span): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.end <= start) low = middle + 1;
    else high = middle;
  }
  return low < spans.length && spans[low]!.start < end;
}

/** A quotation that goes on in the next paragraph: its mark opens and nothing closes it. */
function openQuotation(prose: string, closed: readonly Span[]): Span | undefined {
  const spans = merged(closed);
  for (const match of prose.matchAll(/(?<![^\s([—–-])[“"](?=\S)/g)) {
    if (!isOverlapped(spans, { start: match.index, end: match.index + 1 })) return { start: match.index, end: prose.length };
  }
  return undefined;
}

/** True where the words are somebody else's (in quotation marks) or are spoken about (`the term addict`, italics behind `word`, a list of words to avoid). */
export function isMentioned(block: Block, span: Span): boolean {
  if (isOverlapped(quotationsOf(block), span)) return true;
  if (WORD_LIST.test(block.section) || WORD_LIST.test(block.leadIn)) return true;
  const before = block.prose.slice(Math.max(0, span.start - 80), span.start);
  const tokens = tokenize(before.slice(before.search(/(?:^|\s)\S/)));
  for (let i = tokens.length - 1; i >= Math.max(0, tokens.length - 4); i--) {
    if (NAMING.has(tokens[i]!.lower)) return isNaming(tokens.slice(i + 1).map((token) => token.lower), block, span);
    if (!BETWEEN.has(tokens[i]!.lower)) return false;
  }
  return false;
}

/** `terms such as addict`, `the word addict` and *addict* in italics name a word; `in terms of addicts` does not. */
function isNaming(between: readonly string[], block: Block, span: Span): boolean {
  if (between.includes('of')) return block.inlines.some((inline) => inline.kind === 'emphasis' && inline.start < span.end && span.start < inline.end);
  return true;
}
