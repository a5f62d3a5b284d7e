/** Judges a word by where it stands: in code-like text, in a foreign phrase, as somebody's name, at the start of a sentence. */
import type { Article, Block, Sentence, Span } from '../article/article.js';
import { blockAt } from '../article/in-order.js';
import { binomials } from '../lexicon/binomials.js';
import { fold } from '../lexicon/fold.js';
import { once } from '../lexicon/once.js';
import { termsOf } from '../lexicon/terms.js';
import { vocabulary } from '../lexicon/vocabulary.js';
import type { Correction } from './corrections.js';
import { inlinesAround, isSmallWord, mannerOf, opensSentence, sentenceAt } from './position.js';
import type { Word } from './words.js';

const CODE = once(() => /[@_\\=<>{}|~^$]|:\/\/|^#|^\/|^\.\.?\/|\p{L}\.\p{L}|\p{L}\/[^\s/]+\/|^--?\p{L}|::|\(\)/u);

/** True for a part of a file name, address, handle, hashtag or other code that stands in the text without markup. */
export function isCodeLike(prose: string, span: Span): boolean {
  let { start, end } = span;
  while (start > 0 && start > span.start - 80 && !separates(prose.charCodeAt(start - 1))) start--;
  while (end < prose.length && end < span.end + 80 && !separates(prose.charCodeAt(end))) end++;
  return end - start > span.end - span.start && CODE().test(prose.slice(start, end));
}

/** White space and dashes. */
function separates(code: number): boolean {
  return isSpace(code) || code === 0x2013 || code === 0x2014;
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || (code >= 0x2000 && code <= 0x200a) || code === 0x3000;
}

/** Beyond this distance a capitalised word within a sentence is taken for a name. */
const NAME_LIMIT = 0.7;
const NEIGHBOUR_BEFORE = once(() => /(\p{Lu}[\p{L}\p{M}'\u2019.]*)[\s-]+$/u);
const NEIGHBOUR_AFTER = once(() => /^[\s-]+(\p{Lu}[\p{L}\p{M}'\u2019]+)/u);
/** An eponym or genus that no capital calls for must lie this near. */
const PROPER_LIMIT = 0.4;
/** From this length on a lower-case word may lie farther from a genus: `lactobaccilus`. */
const LONG_PROPER = 7;
/** A brand may lie farther, where the sentence is about health: hardly any name there lies so near to one. */
const BRAND_LIMIT = 1.1;
const SHORTEST_BRAND = 6;
/** Shorter words in capitals are abbreviations. */
const SHORTEST_IN_CAPITALS = 7;

/** True where the word is probably somebody's or something's name: a capital within a sentence that the term does not call for. */
export function isName(word: Word, block: Block, correction: Correction): boolean {
  if (correction.distance > NAME_LIMIT && isGloss(word, block)) return true;
  const proper = /^\p{Lu}/u.test(correction.words[0]!);
  const before = NEIGHBOUR_BEFORE().exec(block.prose.slice(Math.max(0, word.start - 40), word.start))?.[1];
  if (!/^\p{Lu}/u.test(word.raw)) return (proper && correction.distance > (word.raw.length < LONG_PROPER ? PROPER_LIMIT : NAME_LIMIT + PROPER_LIMIT)) || (before !== undefined && isGenus(before));
  if (word.raw === word.raw.toUpperCase()) return word.raw.length < SHORTEST_IN_CAPITALS;
  const after = NEIGHBOUR_AFTER().exec(block.prose.slice(word.end, word.end + 40))?.[1];
  if (opensSentence(word.start, block) && after === undefined) return false;
  const besideName = (before !== undefined && !isSmallWord(before)) || after !== undefined;
  const sentence = sentenceAt(word.start, block);
  if (sentence && mannerOf(sentence).title) return proper ? besideName : correction.distance > NAME_LIMIT;
  return besideName || correction.distance > (sentence && isBrand(word, correction) && isOfHealth(sentence) ? BRAND_LIMIT : NAME_LIMIT);
}

/** Words of sentences about a medicine that somebody takes. */
const OF_MEDICINES =
  /\b(?:tak(?:e|es|ing|en)|took|dos(?:e|es|ed|ing|age)|mg|mcg|milligrams?|tablets?|pills?|capsules?|inject(?:s|ed|ing|ions?|ors?)?|patch(?:es)?|inhalers?|prescri(?:be|bes|bed|bing|ption|ptions|bers?)|drugs?|medicines?|medications?|meds|generic|brands?|sold|doctors?|physicians?|psychiatrists?|cardiologists?|oncologists?|pharmac(?:y|ies|ists?)|patients?|treat(?:s|ed|ing|ment|ments)?|therap(?:y|ies)|infusions?|antidepressants?|statins?|blockers?|inhibitors?|side\s+effects?|approved|FDA|EMA|label|switch(?:ed|ing)?|wean(?:ed|ing)?)\b/i;

function isOfHealth(sentence: Sentence): boolean {
  return OF_MEDICINES.test(sentence.text) || termsOf(sentence).length > 0;
}

/** A medicine's brand is always capitalised, so that the capital says nothing. */
function isBrand({ raw }: Word, { words, unique }: Correction): boolean {
  return unique && raw.length >= SHORTEST_BRAND && vocabulary().isBrand(fold(words[0]!));
}

const INTRODUCED = /\b(?:called|named|termed|dubbed|known(?:\s+\w+)?\s+as)\s+(?:an?\s+|the\s+)?["'\u2018\u201c]?$/i;

/** A word that is given as a name (`known as …`) or set apart in italics by itself is likely one of another language. */
function isGloss(word: Word, block: Block): boolean {
  return INTRODUCED.test(block.prose.slice(Math.max(0, word.start - 40), word.start)) || inlinesAround(word, block).some(({ kind, start, end }) => kind === 'emphasis' && end - start <= word.end - word.start + 2);
}

function isGenus(word: string): boolean {
  return binomials().ofGenus(word.toLowerCase()).length > 0;
}

/** True where the word at this index of the block's notable words stands in a run of words that are no English: at least two of its four neighbours are unknown too. */
export function isForeign(index: number, block: Block, words: readonly Word[]): boolean {
  const word = words[index]!;
  const near = (other: Word | undefined): boolean =>
    other !== undefined && (other.verdict.standing === 'unknown' || other.verdict.standing === 'scientific') && other.verdict.misspellingOf === undefined && gap(other, word, block.prose) <= 1;
  const strangers = [index - 2, index - 1, index + 1, index + 2].filter((i) => near(words[i])).length;
  if (strangers >= 2) return true;
  return strangers >= 1 && inlinesAround(word, block).some(({ kind }) => kind === 'emphasis');
}

/** How many words stand between two words of a block. */
function gap(a: Span, b: Span, prose: string): number {
  const [from, to] = a.start < b.start ? [a.end, b.start] : [b.end, a.start];
  if (to - from > 40) return 99;
  return prose.slice(from, to).match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}

/** So many places are looked at where a word may stand by itself; behind them it is taken for a part of others. */
const MOST_PLACES = 50;

/** Where the article first uses a word as it should be, as a whole word in its prose. */
export function firstUse(word: string, article: Article): Span | undefined {
  const { text } = article;
  const capital = word.charAt(0).toUpperCase() + word.slice(1);
  let first: Span | undefined;
  for (const form of new Set([word, word.toLowerCase(), capital])) {
    let at = text.indexOf(form);
    for (let tries = 0; at >= 0 && tries < MOST_PLACES && !(first && at > first.start); tries++, at = text.indexOf(form, at + 1)) {
      if (isWordPart(text, at - 1) || isWordPart(text, at + form.length)) continue;
      const placed = blockAt(article, at);
      if (placed?.value.prose.startsWith(form, at - placed.start)) {
        first = { start: at, end: at + form.length };
        break;
      }
    }
  }
  return first;
}

function isWordPart(prose: string, index: number): boolean {
  return index >= 0 && index < prose.length && /[\p{L}\p{M}\p{N}]/u.test(prose.charAt(index));
}
