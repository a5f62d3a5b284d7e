/** Splits the prose of a block into sentences (catalogue 0.2). */
import type { Citation, Sentence } from './article.js';

/** Abbreviations behind which a sentence goes on, whatever follows. Lower case, without the last full stop. */
const NEVER_FINAL = new Set([
  'e.g', 'i.e', 'eg', 'ie', 'vs', 'dr', 'mr', 'mrs', 'ms', 'prof', 'st', 'mt', 'messrs', 'rev', 'hon', 'gen', 'col', 'lt', 'sgt', 'capt', 'sen', 'rep', 'gov',
  'spp', 'sp', 'subsp', 'ssp', 'var', 'cv', 'f', 'fig', 'figs', 'eq', 'eqs', 'ref', 'refs', 'tab', 'ca', 'cf', 'approx', 'resp', 'viz', 'dept', 'univ', 'bros', 'p.o', 'q.d', 'b.i.d', 't.i.d', 'q.i.d', 'i.v', 'i.m', 's.c',
  'incl', 'excl', 'aka', 'a.k.a', 'vol', 'ed', 'eds', 'pp', 'ch', 'chap', 'para', 'art', 'suppl', 'op', 'ibid',
]);
/** Abbreviations that may end a sentence: they do where a capital (or nothing) follows. */
const MAYBE_FINAL = new Set(['etc', 'al', 'inc', 'ltd', 'co', 'corp', 'jr', 'sr', 'u.s', 'u.k', 'u.s.a', 'e.u', 'u.n', 'a.m', 'p.m', 'ph.d', 'm.d', 'b.c', 'a.d', 'd.c', 'b.sc', 'm.sc', 'r.n', 'd.o', 'esq', 'no', 'nos', 'min', 'max', 'avg', 'wk', 'wks', 'mo', 'hr', 'hrs', 'sec', 'secs', 'mins', 'yr', 'yrs', 'lb', 'lbs', 'oz', 'tbsp', 'tsp', 'ft', 'in']);
const MONTH = new Set(['jan', 'feb', 'mar', 'apr', 'jun', 'jul', 'aug', 'sep', 'sept', 'oct', 'nov', 'dec']);

const STOP = /[.!?…。！？]+/g;
const CLOSERS = new Set(['"', "'", '”', '’', ')', ']', '»', '*', '_', '}']);

/** Where one sentence ends and the next may start; between them stand citations that are no words of either. */
interface Boundary {
  readonly end: number;
  readonly next: number;
}

/**
 * The sentences of `prose`. Offsets are in the block. A citation mark behind the full stop belongs to the sentence before it.
 * @param citations the block's citations, in order.
 * @param breaks offsets where a sentence ends whatever the punctuation: hard line breaks, bold run-in heads; in order.
 * @param text the source of the block, where the marks that the prose has lost still stand.
 */
export function splitSentences(prose: string, citations: readonly Citation[], breaks: readonly number[], text: string): Sentence[] {
  const boundaries: Boundary[] = [];
  const add = (end: number, next = end): void => {
    const last = boundaries.at(-1);
    if (!last || end >= last.next) boundaries.push({ end, next });
  };
  let forced = 0;
  let cited = 0;
  STOP.lastIndex = 0;
  for (let match = STOP.exec(prose); match; match = STOP.exec(prose)) {
    const stopEnd = match.index + match[0].length;
    while (cited < citations.length && citations[cited]!.end <= match.index) cited++;
    const end = sentenceEnd(prose, match.index, stopEnd, citations, cited, text);
    if (end < 0) continue;
    while (forced < breaks.length && breaks[forced]! <= match.index) add(breaks[forced++]!);
    const next = behindCitations(prose, end, citations, cited);
    add(end, next);
    STOP.lastIndex = Math.max(STOP.lastIndex, next);
  }
  while (forced < breaks.length) add(breaks[forced++]!);
  add(prose.length);
  const sentences: Sentence[] = [];
  let at = 0;
  for (const { end, next } of boundaries) {
    const span = trim(prose, at, end);
    at = next;
    if (span) sentences.push({ start: span[0], end: span[1], text: prose.slice(span[0], span[1]), question: isQuestion(prose, span[1]), citations: NONE });
  }
  if (citations.length === 0) return sentences;
  let citation = 0;
  return sentences.map((sentence, index) => {
    const limit = sentences[index + 1] ? openingOf(sentences[index + 1]!.start, citations, text) : Infinity;
    const own: Citation[] = [];
    while (citation < citations.length && citations[citation]!.start < limit) own.push(citations[citation++]!);
    return own.length > 0 ? { ...sentence, citations: own } : sentence;
  });
}

const NONE: readonly Citation[] = [];

/** Where the sentence that starts at `start` takes its citations from: a bare key in front of it, `@smith2020 found …`, is its subject. */
function openingOf(start: number, citations: readonly Citation[], text: string): number {
  for (const citation of citations) {
    if (citation.end > start) break;
    if (citation.form === 'key' && text.charCodeAt(citation.start) === 64 && text.slice(citation.end, start).trim() === '') return citation.start;
  }
  return start;
}

const POINTER = /^\W*(?:sources?|stud(?:y|ies)|refs?|references?|links?|here|citations?|pubmed|pmc|doi|cdc|nih|who|fda|nhs|ncbi|trial|review|paper|article|abstract|full text|read more)?\W*\d*\W*$/i;

/** The end of the citations that stand behind a full stop at `end` and before the next sentence; `end` itself without any. */
function behindCitations(prose: string, end: number, citations: readonly Citation[], from: number): number {
  let at = end;
  for (let i = from; i < citations.length; i++) {
    const citation = citations[i]!;
    if (citation.end <= at) continue;
    const gap = prose.slice(at, citation.start);
    if (gap.length > 40 || !/^\s*[([]?\s*$/.test(gap)) break;
    const open = /[([]/.test(gap);
    const mark = prose.charAt(citation.start);
    if (!open && citation.form === 'author-year' && mark !== '(' && mark !== '[') break;
    if (!open && citation.form === 'link' && prose.slice(citation.start, citation.end).trim() !== '' && !POINTER.test(prose.slice(citation.start, citation.end).trim())) break;
    if (!open && (citation.form === 'identifier' || citation.form === 'source-line') && mark !== '(') break;
    if (citation.form === 'placeholder' && prose.slice(citation.start, citation.end).trim() !== '') break;
    const close = open ? /^\s*[)\]]\.?/.exec(prose.slice(citation.end, citation.end + 20)) : /^\.?(?=\s|$)/.exec(prose.slice(citation.end, citation.end + 2));
    if (open && !close) break;
    at = citation.end + (close ? close[0].length : 0);
  }
  if (at === end) return end;
  const next = nextCharacter(prose, at);
  return next === '' || /[\p{Lu}\p{Lt}\p{Lo}\p{N}"'“‘«([•\-–—¿¡\p{So}#]/u.test(next) ? at : end;
}

function trim(prose: string, start: number, end: number): [number, number] | undefined {
  let from = start;
  let to = end;
  while (from < to && isSpace(prose.charCodeAt(from))) from++;
  while (to > from && isSpace(prose.charCodeAt(to - 1))) to--;
  return to > from && /[\p{L}\p{N}]/u.test(prose.slice(from, to)) ? [from, to] : undefined;
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0xfeff || code === 0x202f || (code >= 0x2000 && code <= 0x200b) || code === 0x3000;
}

function isQuestion(prose: string, end: number): boolean {
  return /[?？][!?"'”’)\]]*$/.test(prose.slice(Math.max(0, end - 6), end));
}

/** Where the sentence ends that the stop at `start` … `stopEnd` closes (behind closing quotes and brackets); -1 where it goes on. */
function sentenceEnd(prose: string, start: number, stopEnd: number, citations: readonly Citation[], from: number, text: string): number {
  const mark = prose.charCodeAt(stopEnd - 1);
  let end = stopEnd;
  while (end < prose.length && CLOSERS.has(prose.charAt(end))) end++;
  const next = nextCharacter(prose, end);
  if (next === '') return end;
  const glued = !isSpace(prose.charCodeAt(end)) && !citedAt(citations, from, end);
  if (mark === 0x3002 || mark === 0xff01 || mark === 0xff1f) return end;
  if (glued) {
    // `sleep.The` is a missing space; `3.5`, `U.S.A`, `example.com` and `e.g.this` are not sentence ends.
    return stopEnd === end && prose.charAt(start) === '.' && stopEnd - start === 1 && /[a-z]{3}$/.test(prose.slice(Math.max(0, start - 3), start)) && /^[A-Z][a-z]+\s/.test(prose.slice(end, end + 16)) ? end : -1;
  }
  const opens = /[\p{Lu}\p{Lt}\p{Lo}]/u.test(next);
  if (mark === 33 || mark === 63) return opens || /[\p{N}"'“‘«([–—•\-\p{So}]/u.test(next) ? end : -1;
  if (mark === 0x2026 || stopEnd - start > 1) return opens ? end : -1;
  // A citation mark right behind the stop says that the sentence is over, whatever the word.
  if (opens && citedAt(citations, from, end)) return end;
  if (end === stopEnd) {
    const word = wordBefore(prose, start);
    const lower = word.toLowerCase();
    if (NEVER_FINAL.has(lower) || (lower === 'med' && /\bDr\.\s*med$/.test(prose.slice(Math.max(0, start - 12), start)))) return -1;
    if (MAYBE_FINAL.has(lower)) return opens && !(lower === 'no' || lower === 'nos') || (lower === 'no' && opens) ? (abbreviationContinues(prose, lower, end) ? -1 : end) : -1;
    if (MONTH.has(lower) && /\d/.test(next)) return -1;
    if (/^\p{Lu}$/u.test(word)) return initialEnds(prose, start, end) ? end : -1;
    if (/^\d{1,3}$/.test(word) && lineStart(prose, start - word.length)) return -1;
  }
  if (opens || /[\p{N}"'“‘«([•\-–—¿¡\p{So}@#]/u.test(next)) return end;
  // A lower-case start: a new sentence only where a name spelt so, code, math or a bare key opens it.
  const opening = /^\s+\S{0,8}/.exec(text.slice(end, end + 60))?.[0].trim() ?? '';
  return /^(?:pH\b|mRNA|eGFR|iPhone|[`@$]|[αβγδ]-)/u.test(opening) ? end : -1;
}

/** `U.S. Food`, `U.S. Department`: a capital behind it is part of the name, unless a sentence opener follows. */
function abbreviationContinues(prose: string, lower: string, end: number): boolean {
  const rest = /^\s+([\p{L}'’]+)/u.exec(prose.slice(end, end + 40));
  if (!rest) return false;
  const opener = SENTENCE_OPENERS.has(rest[1]!.toLowerCase());
  if (/^(?:u\.s|u\.k|u\.s\.a|e\.u|u\.n|d\.c|jr|sr|ph\.d|m\.d)$/.test(lower)) return !opener;
  if (lower === 'al') return !opener && /^\s+\(/.test(prose.slice(end, end + 4));
  return false;
}

const SENTENCE_OPENERS = new Set(['the', 'a', 'an', 'it', 'its', 'this', 'that', 'these', 'those', 'they', 'he', 'she', 'we', 'you', 'i', 'in', 'on', 'at', 'for', 'with', 'by', 'from', 'as', 'if', 'when', 'while', 'although', 'though', 'because', 'since', 'however', 'but', 'and', 'or', 'so', 'there', 'here', 'some', 'many', 'most', 'all', 'no', 'not', 'one', 'other', 'another', 'such', 'researchers', 'studies', 'research', 'people', 'patients', 'after', 'before', 'during', 'under', 'over', 'both', 'each', 'more', 'our', 'their', 'his', 'her', 'my', 'your', 'what', 'which', 'who', 'how', 'why', 'where', 'do', 'does', 'is', 'are', 'can', 'may', 'taking', 'using', 'talk', 'ask', 'see', 'call']);

/** After a single capital: `M. speciosa` and `J. Smith` go on; `vitamin C. The`, `hepatitis B. It` end. */
function initialEnds(prose: string, start: number, end: number): boolean {
  const rest = /^\s+([\p{L}'’]+)/u.exec(prose.slice(end, end + 40));
  if (!rest || !/^\p{Lu}/u.test(rest[1]!)) return false;
  if (SENTENCE_OPENERS.has(rest[1]!.toLowerCase())) return true;
  return /(?:vitamins?|hepatitis|type|grade|class|group|influenza|factor|category|table|figure|plan|omega|coenzyme|schedule|part|appendix|step)\s+\p{Lu}$/iu.test(prose.slice(Math.max(0, start - 24), start));
}

function nextCharacter(prose: string, from: number): string {
  let i = from;
  while (i < prose.length && isSpace(prose.charCodeAt(i))) i++;
  return i < prose.length ? String.fromCodePoint(prose.codePointAt(i)!) : '';
}

function wordBefore(prose: string, at: number): string {
  return /[\p{L}\p{N}.]*$/u.exec(prose.slice(Math.max(0, at - 12), at))![0].replace(/^\.+/, '');
}

function lineStart(prose: string, at: number): boolean {
  return /(?:^|\n)[ \t]*$/.test(prose.slice(Math.max(0, at - 20), at));
}

function citedAt(citations: readonly Citation[], from: number, at: number): boolean {
  for (let i = from; i < citations.length && citations[i]!.start <= at; i++) if (citations[i]!.start === at) return true;
  return false;
}
