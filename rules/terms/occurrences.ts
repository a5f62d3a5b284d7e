/** Finds where a block uses a thing that has several forms, and whether the place says anything about the form the writer prefers. */
import type { Block, Inline, Span } from '../article/article.js';
import type { Resources } from '../engine/resources.js';
import { binomials } from '../lexicon/binomials.js';
import { fold } from '../lexicon/fold.js';
import { once } from '../lexicon/once.js';
import { formsOpenedBy, type Form } from './forms.js';
import { isCodeLike } from './places.js';
import { inlinesAround, isTitleCase, mannerOf, opensSentence, sentenceAt } from './position.js';
import { notableWords, type Word } from './words.js';

/** One use of a form. Offsets are in the block. */
export interface Occurrence extends Span {
  readonly form: Form;
  /** The form's label; for a difference in case `lower` or `capital`. */
  readonly label: string;
  readonly written: string;
  /** False in a heading: counts as use, but says nothing about case. */
  readonly running: boolean;
  /** The name is explained by its other name right here: `acetaminophen (paracetamol)`. */
  readonly glossed: boolean;
}

/** The uses of all known forms in a block, in order; none in quotations, in titles of works and in the list of sources. */
export function occurrencesIn(block: Block, resources: Resources): readonly Occurrence[] {
  const found: Occurrence[] = [];
  for (const word of notableWords(block, resources)) {
    if (!word.verdict.lead) continue;
    const matches = formsAt(word, block.prose);
    for (const match of matches) {
      if (isQuoted(match, block) || isCodeLike(block.prose, match)) continue;
      const one = occurrence(match, block);
      if (one) found.push(one);
    }
  }
  return found;
}

interface Match extends Span {
  readonly form: Form;
}

/** The longest match of each difference at a word. */
function formsAt(word: Word, prose: string): Match[] {
  const best = new Map<string, Match>();
  const { folded } = word.verdict;
  for (const key of new Set([fold(word.raw), folded, ...(folded.endsWith('s') ? [folded.slice(0, -1)] : [])])) {
    for (const form of formsOpenedBy(key)) {
      const end = matchEnd(form, word, key, prose);
      if (end < 0) continue;
      const known = best.get(form.difference);
      if (!known || end > known.end) best.set(form.difference, { start: word.start, end, form });
    }
  }
  return [...best.values()];
}

const NEXT = once(() => /^([\s-]+)([\p{L}\p{M}]+(?:['\u2019]\p{L}+)?)/u);

/** What may follow the last letters of a form in its last word. */
const REST = /^(?:'s?)?$/;
const PLURAL_REST = /^(?:es|s)?(?:'s?)?$/;

/** Where the form ends that begins with `word`, without a possessive ending; a common noun may have a plural s. -1 where it does not stand there. */
function matchEnd(form: Form, word: Word, key: string, prose: string): number {
  let end = word.end - word.verdict.ending.length;
  if (fold(word.raw) === key) end = word.end;
  if (word.verdict.folded.length > key.length && (form.words.length > 1 || form.difference !== 'case')) return -1;
  for (const [index, expected] of form.words.entries()) {
    if (index === 0) continue;
    const next = NEXT().exec(prose.slice(end, end + 40));
    const found = fold(next?.[2] ?? '');
    const rest = found.startsWith(expected) ? found.slice(expected.length) : '?';
    const plural = form.difference === 'case' && index === form.words.length - 1;
    if (!next || !(plural ? PLURAL_REST : REST).test(rest)) return -1;
    end += next[0].length - (/'s?$/.exec(rest)?.[0].length ?? 0);
  }
  return isJoinedAs(form.text, prose.slice(word.start, end)) ? end : -1;
}

/** A hyphen is part of the form: `side-effect` is not `side effect`. */
function isJoinedAs(text: string, written: string): boolean {
  return /-/.test(text) === /-/.test(written.replace(/[\u2010\u2011]/g, '-'));
}

function occurrence({ start, end, form }: Match, block: Block): Occurrence | undefined {
  const written = block.prose.slice(start, end);
  const letters = written.replace(/[^\p{L}]/gu, '');
  if (letters.length > 1 && letters === letters.toUpperCase()) return undefined;
  const heading = block.kind === 'heading' || block.kind === 'table-header';
  const base = { start, end, form, written, glossed: isGlossed({ start, end }, form, block.prose) };
  if (form.difference !== 'case') {
    if (form.difference === 'region' && /^\p{Lu}/u.test(written) && !opensSentence(start, block) && !heading && isBesideCapital(start, end, block)) return undefined;
    return { ...base, label: form.label, running: !heading };
  }
  if (/^\p{Ll}/u.test(written)) return { ...base, label: 'lower', running: !heading };
  if (heading || isFragment(start, block) || opensSentence(start, block) || isInTitle(start, block) || isBesideCapital(start, end, block) || opensItem(start, block) || isTaxon({ start, end }, block) || isInLabel({ start, end }, block)) return undefined;
  if (/^\s*\(\s*\p{Lu}{2,}/u.test(block.prose.slice(end, end + 12))) return undefined;
  return { ...base, label: 'capital', running: true };
}

const LABEL = 60;

/** In the head of a labelled line (`Gastrointestinal Symptoms: nausea`) or right behind a code that opens it (`HCRT Orexin`): such capitals say nothing. */
function isInLabel({ start, end }: Span, block: Block): boolean {
  const from = sentenceAt(start, block)?.start ?? 0;
  if (start - from > LABEL) return false;
  const before = block.prose.slice(from, start);
  const codes = before.match(/[\p{L}\p{N}.-]+/gu) ?? [];
  if (codes.every((code) => /\p{N}/u.test(code) || (code.length > 1 && code === code.toUpperCase()))) return true;
  return !/[,;.!?](?:\s|$)/.test(before) && /^(?:[\s/&-]+\p{Lu}[\p{L}\p{M}'\u2019-]*){0,3}(?:\s*\([^)\n]{1,20}\))?\s*(?::(?:\s|$)|\s[\u2013\u2014-]\s)/u.test(block.prose.slice(end, end + LABEL)) && isTitleCase(block.prose.slice(from, end));
}

const LONGEST_TITLE = 200;

function isShortTitle({ start, end }: Span, block: Block): boolean {
  return end - start <= LONGEST_TITLE && isTitleCase(block.prose.slice(start, end));
}

function isRunIn(kind: Inline['kind']): boolean {
  return kind === 'link' || kind === 'emphasis' || kind === 'strong';
}

/** Behind a bold lead-in, as in **Kratom:** or at the start of a link that opens the sentence. */
function opensItem(start: number, block: Block): boolean {
  return inlinesAround({ start, end: start + 1 }, block).some(({ kind, start: from }) => isRunIn(kind) && start <= from + 3 && opensSentence(from, block));
}

function isInTitle(start: number, block: Block): boolean {
  const sentence = sentenceAt(start, block);
  if (sentence && mannerOf(sentence).title) return true;
  return inlinesAround({ start, end: start + 1 }, block).some((inline) => isRunIn(inline.kind) && isShortTitle(inline, block));
}

/** Too short for a sentence: a label or a cell of a table, in which capitals mean little. */
const SENTENCE_WORDS = 4;
const LINE = 120;
const CELL_WORDS = 8;

function isFragment(start: number, block: Block): boolean {
  const sentence = sentenceAt(start, block);
  if (!sentence || mannerOf(sentence).words < (block.kind === 'table-cell' ? CELL_WORDS : SENTENCE_WORDS)) return true;
  // A row of a table that the parser did not take for one.
  const line = block.text.slice(Math.max(0, start - LINE), start + LINE);
  return /\|[^|\n]*\|/.test(line.slice(line.lastIndexOf('\n', Math.min(start, LINE)) + 1).split('\n')[0]!);
}

const FOLLOWING = once(() => /^(?:[\s,/(-]+(?:and|or|of|for|in|the|on|with|to|a|an|&))*[\s,/(-]+(?:\p{Lu}[\p{L}\p{M}]|\p{Lu}\b)/u);
const PRECEDING = once(() => /(?:^|[^\p{L}\p{M}\p{N}])(\p{Lu}[\p{L}\p{M}\p{N}'\u2019./-]*)[)\]'\u2019",\s-]*[\s,/(-](?:(?:and|or|of|for|in|the|on|with|to|a|an|&)[\s,/(-]+)*$/u);
const REACH = 50;

/** `American Kratom Association`, `the Journal of Pain`: part of a longer name or title, where the next capital stands but small words away. */
function isBesideCapital(start: number, end: number, block: Block): boolean {
  const { prose } = block;
  if (FOLLOWING().test(prose.slice(end, end + REACH))) return true;
  const from = Math.max(0, start - REACH);
  const before = PRECEDING().exec(prose.slice(from, start));
  return before !== null && !opensSentence(from + before.index + before[0].indexOf(before[1]!), block);
}

/** The capital is that of a genus: in italics, or with an epithet or `spp.` behind it. */
function isTaxon({ start, end }: Span, block: Block): boolean {
  const word = fold(block.prose.slice(start, end));
  const species = binomials().ofGenus(word);
  if (species.length === 0) return false;
  const next = /^\s+(?:[×x]\s*)?([\p{L}-]+)/u.exec(block.prose.slice(end, end + 40))?.[1] ?? '';
  if (/^(?:spp?|species|ssp|subsp|genus)$/.test(next) || binomials().find(word, next) || /(?:us|um|is|ii|ae|ensis)$/.test(next)) return true;
  if (/\bgenus\s+$/.test(block.prose.slice(Math.max(0, start - 12), start))) return true;
  return inlinesAround({ start, end }, block).some(({ kind }) => kind === 'emphasis');
}

/** Somebody else's words, or the title of a work in italics. */
function isQuoted(span: Span, block: Block): boolean {
  if (block.zone === 'quote') return true;
  return inlinesAround(span, block).some((inline) => {
    if (inline.kind === 'quotation') return true;
    return inline.kind === 'emphasis' && inline.end - inline.start > span.end - span.start + 4 && isShortTitle(inline, block);
  });
}

const GLOSS = /[(/=[]|\b(?:also|called|known|aka|or|formerly|previously|synonyms?|syn|brand|sold|marketed|generic|named?|such\s+as)\b/i;
const GLOSS_REACH = 60;

/** True where the thing's other form stands close by and is introduced as such. */
function isGlossed({ start, end }: Span, form: Form, prose: string): boolean {
  if (form.difference !== 'name' && form.difference !== 'brand' && form.difference !== 'binomial') return false;
  const from = Math.max(0, start - GLOSS_REACH);
  const around = prose.slice(from, end + GLOSS_REACH);
  const folded = around.toLowerCase();
  for (const other of form.others.values()) {
    const at = folded.indexOf(other.toLowerCase());
    if (at < 0) continue;
    const between = at < start - from ? around.slice(at + other.length, start - from) : around.slice(end - from, at);
    if (GLOSS.test(between)) return true;
  }
  return false;
}
