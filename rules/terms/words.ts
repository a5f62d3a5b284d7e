/** Reads a block word by word for the spelling rules: one scan, from which each of them takes what it needs. */
import type { Block, Span } from '../article/article.js';
import type { Resources } from '../engine/resources.js';
import { binomials } from '../lexicon/binomials.js';
import { variantOf } from '../lexicon/british.js';
import { once } from '../lexicon/once.js';
import { BEGINNINGS } from './beginnings.js';
import { formsOpenedBy } from './forms.js';
import { collocations } from '../lexicon/collocations.js';
import { fold } from '../lexicon/fold.js';
import { stems, vocabulary } from '../lexicon/vocabulary.js';

/** What is known about a word form, whatever its place. */
export interface Verdict {
  /** Lower case, diacritics folded, without a possessive ending. */
  readonly folded: string;
  /** The possessive ending that was cut off, as written: `'s`, `’s`, `'` or nothing. */
  readonly ending: string;
  /**
   * `term`: a curated term has it; `general`: ordinary English; `compound`: a known prefix before a known word;
   * `scientific`: only the large list of names knows it, which has errors of its own.
   */
  readonly standing: 'term' | 'general' | 'compound' | 'scientific' | 'unknown';
  /** The right word, as it is written, where this is a misspelling that is known by heart. */
  readonly misspellingOf: string | undefined;
  readonly genus: boolean;
  /** A genus with an English plural s. */
  readonly genera: boolean;
  readonly epithet: boolean;
  /** The word opens a phrase that the collocation list knows. */
  readonly collocation: boolean;
  /** The word opens one of several forms of a thing (see `forms`). */
  readonly lead: boolean;
}

/** A word that some spelling rule may care about. Offsets are in the block. */
export interface Word extends Span {
  readonly raw: string;
  readonly verdict: Verdict;
  /** The word is a part of a hyphenated one. */
  readonly hyphened: boolean;
}

interface Scan {
  readonly resources: Resources;
  readonly words: readonly Word[];
  /** How many words of three letters or more the block has. */
  readonly total: number;
}

const scans = new WeakMap<Block, Scan>();
const verdicts = new WeakMap<Resources, Map<string, Verdict | null>>();
const MOST_VERDICTS = 200_000;

/** The words of a block that are unknown, misspelt, part of a species name or open a suspicious phrase, in order; worked out once for each block. */
export function notableWords(block: Block, resources: Resources): readonly Word[] {
  return scanOf(block, resources).words;
}

/** How many words a block has, and how many of them no list knows: many strangers mean another language. */
export function strangersIn(block: Block, resources: Resources): { readonly total: number; readonly strangers: number } {
  const { words, total } = scanOf(block, resources);
  return { total, strangers: words.filter(({ verdict }) => verdict.standing === 'unknown' && verdict.misspellingOf === undefined).length };
}

function scanOf(block: Block, resources: Resources): Scan {
  let kept = scans.get(block);
  if (kept?.resources !== resources) scans.set(block, (kept = scan(block.prose, resources)));
  return kept;
}

/** What is known about a word form; null for an ordinary word that no spelling rule needs to look at. Remembered for each set of resources. */
export function verdictOn(raw: string, resources: Resources): Verdict | null {
  let known = verdicts.get(resources);
  if (!known) verdicts.set(resources, (known = new Map()));
  let verdict = known.get(raw);
  if (verdict === undefined) {
    if (known.size > MOST_VERDICTS) known.clear();
    verdict = judge(raw, resources);
    known.set(raw, verdict);
  }
  return verdict;
}

/** Shorter words are not judged, and longer ones are none. */
const SHORTEST = 3;
const LONGEST = 60;

function scan(prose: string, resources: Resources): Scan {
  const words: Word[] = [];
  let total = 0;
  const end = prose.length;
  for (let i = 0; i < end; ) {
    if (!isLetter(prose.charCodeAt(i))) {
      i++;
      continue;
    }
    const start = i;
    for (i++; i < end; i++) {
      const code = prose.charCodeAt(i);
      if (!isLetter(code) && !(isApostrophe(code) && i + 1 < end && isLetter(prose.charCodeAt(i + 1)))) break;
    }
    if (i - start < SHORTEST || i - start > LONGEST || isDigit(prose.charCodeAt(start - 1)) || isDigit(prose.charCodeAt(i))) continue;
    total++;
    const raw = prose.slice(start, i);
    const verdict = verdictOn(raw, resources);
    if (verdict) words.push({ start, end: i, raw, verdict, hyphened: isHyphen(prose.charCodeAt(start - 1)) || isHyphen(prose.charCodeAt(i)) });
  }
  return { resources, words, total };
}

const OTHER_SCRIPT = once(() => /[^\p{Script=Latin}\p{M}'\u2018\u2019\u00ad\u200b-\u200d\u2060]/u);
const POSSESSIVE = /['\u2019][sS]?$/;

function judge(raw: string, resources: Resources): Verdict | null {
  const noted = /^[A-Za-z]+$/.test(raw) ? resources.dictionary?.standingOf?.(raw.toLowerCase()) : undefined;
  if (noted === 'ordinary') return null;
  if (noted !== undefined) return leading(raw.toLowerCase(), resources, noted);
  if (!/^[\x00-\x7f]*$/.test(raw) && OTHER_SCRIPT().test(raw)) return null;
  const ending = POSSESSIVE.exec(raw)?.[0] ?? '';
  const whole = fold(raw);
  const folded = fold(raw.slice(0, raw.length - ending.length));
  if (folded.length < 3) return null;
  const lead = [folded, whole, folded.replace(/s$/, '')].some((word) => formsOpenedBy(word).length > 0);
  if (isUserWord(whole, resources) || isUserWord(folded, resources)) {
    return lead ? { ...leading(folded, resources, 'general'), ending } : null;
  }
  const words = vocabulary();
  const ofWhole = words.misspelling(whole);
  const misspellingOf = ofWhole ?? words.misspelling(folded) ?? wrongPlural(raw, folded, resources);
  const standing = misspellingOf === undefined ? standingOf(raw, folded, resources) : 'unknown';
  const genus = binomials().ofGenus(folded).length > 0;
  const genera = !genus && folded.endsWith('s') && binomials().ofGenus(folded.slice(0, -1)).length > 0;
  const epithet = binomials().ofEpithet(folded).length > 0;
  const collocation = collocations().has(folded) || collocations().has(whole) || BEGINNINGS.has(folded);
  if ((standing === 'term' || standing === 'general') && !genus && !genera && !epithet && !collocation && !lead) return null;
  return { folded: ofWhole === undefined ? folded : whole, ending: ofWhole === undefined ? ending : '', standing, misspellingOf, genus, genera, epithet, collocation, lead };
}

/** A right word that may begin one of several forms of a thing. What the user calls right counts as general English. */
function leading(folded: string, resources: Resources, standing: 'term' | 'general'): Verdict {
  return { folded, ending: '', standing: isUserWord(folded, resources) ? 'general' : standing, misspellingOf: undefined, genus: false, genera: false, epithet: false, collocation: false, lead: true };
}

/** `allergys`: a noun in -y takes -ies. A name keeps its y, so only words in lower case are judged. */
function wrongPlural(raw: string, folded: string, resources: Resources): string | undefined {
  if (!/[^aeiou]ys$/.test(folded) || raw !== folded || listOf(folded, raw, resources)) return undefined;
  const singular = folded.slice(0, -1);
  return vocabulary().has(singular) && singular.length > 4 ? `${singular.slice(0, -1)}ies` : undefined;
}

function isUserWord(folded: string, resources: Resources): boolean {
  return resources.words.has(folded) || stems(folded).some((stem) => resources.words.has(stem));
}

function standingOf(raw: string, folded: string, resources: Resources): Verdict['standing'] {
  if (vocabulary().has(folded)) return 'term';
  const list = listOf(folded, raw, resources);
  if (list === 'general') return list;
  const inflected = stems(folded).map((stem) => listOf(stem, stem, resources));
  if (inflected.includes('general')) return 'general';
  const isWord = (word: string): boolean => vocabulary().has(word) || listOf(word, word, resources) === 'general';
  if (variantOf(folded, isWord) !== undefined) return 'general';
  if (isCompound(folded, (word) => isWord(word) && !isNameOnly(word, resources))) return list ? 'general' : 'compound';
  return list === 'scientific' || inflected.includes('scientific') ? 'scientific' : 'unknown';
}

function listOf(folded: string, raw: string, { dictionary }: Resources): 'general' | 'scientific' | undefined {
  if (!dictionary) return undefined;
  if (dictionary.listOf) return dictionary.listOf(folded) ?? (raw === folded ? undefined : dictionary.listOf(raw));
  return dictionary.has(folded) || dictionary.has(raw) ? 'general' : undefined;
}

/** Prefixes that make new words freely, in medicine and in chemistry. */
const PREFIXES =
  'anti|auto|bio|cardio|chemo|co|counter|cyto|de|des|di|electro|endo|ex|extra|gastro|hemo|haemo|hepato|hetero|homo|hyper|hypo|immuno|inter|intra|iso|macro|mega|meta|micro|mid|mini|mono|multi|myo|nano|neo|nephro|neuro|non|nor|nutri|onco|out|over|para|patho|peri|pharmaco|phospho|photo|phyto|poly|post|pre|pro|proto|pseudo|psycho|quasi|radio|re|retro|semi|sero|socio|sub|super|supra|tele|tetra|thermo|thrombo|toxico|trans|tri|ultra|un|under|uni|uro|vaso|acetyl|amino|chloro|dehydro|deoxy|dihydro|fluoro|hydro|hydroxy|methoxy|methyl|nitro|oxo|oxy|tetrahydro'.split('|');

/** `Acton` is no part of a compound. */
function isNameOnly(word: string, { dictionary }: Resources): boolean {
  return dictionary !== undefined && !vocabulary().has(word) && !dictionary.has(word);
}

function isCompound(folded: string, isWord: (word: string) => boolean): boolean {
  return PREFIXES.some((prefix) => {
    if (!folded.startsWith(prefix) || folded.length < prefix.length + 4) return false;
    const rest = folded.slice(prefix.length);
    return [rest, ...stems(rest)].some((word) => word.length > 3 && isWord(word));
  });
}

/** Letters of Latin script with what may stand inside a word, and of any other alphabet (told apart later). */
function isLetter(code: number): boolean {
  if (code < 0x80) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  if (code < 0xc0) return code === 0xad || code === 0xaa || code === 0xb5 || code === 0xba;
  if (code < 0x2000) return code !== 0xd7 && code !== 0xf7;
  return (code >= 0x200b && code <= 0x200d) || code === 0x2060 || (code >= 0x2c00 && code < 0x2e00) || code >= 0x3040;
}

function isApostrophe(code: number): boolean {
  return code === 0x27 || code === 0x2019;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isHyphen(code: number): boolean {
  return code === 0x2d || code === 0x2010 || code === 0x2011;
}
