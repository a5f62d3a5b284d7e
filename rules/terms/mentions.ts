/** Finds species names in a block, however they are written. */
import type { Block, Span } from '../article/article.js';
import type { Resources } from '../engine/resources.js';
import { binomials, type Binomial } from '../lexicon/binomials.js';
import { fold } from '../lexicon/fold.js';
import { vocabulary } from '../lexicon/vocabulary.js';
import { inlinesAround } from './position.js';
import { wordAfter } from './species.js';
import { notableWords, type Word } from './words.js';

/** A species (or, for `genus`, a genus with `sp`, `spp` or a plural s). Offsets are in the block. */
export interface Mention extends Span {
  readonly genus: string;
  readonly epithet: string;
  readonly form: 'full' | 'abbreviated' | 'genus';
  /** How it should be written, where case or joint are wrong. */
  readonly right: string | undefined;
  /** For an abbreviated name: which full name is meant is certain enough to ask for it. */
  readonly full: boolean;
  /** Roman type is right here: the text around it is in italics. */
  readonly roman: boolean;
  /** The lexicon does not know this name; its look says that it is one. */
  readonly unsure: boolean;
}

const PARENTHESIZED = /\(\s*([A-Za-z]{4,})\s+([A-Za-z]{4,})\s*\)/g;
const LATIN = /(?:us|um|a|is|e|ii|i|ae|ens|ans|ora|ides|or|ix|ex|as)$/;
const MANY = /(?:\b(?:several|many|some|most|various|all|these|other|different|two|three|four|five|few)\s+|\bof\s+)$/i;

/** The species names of a block, in order. */
export function mentionsIn(block: Block, resources: Resources): readonly Mention[] {
  const { prose } = block;
  const found: Mention[] = [];
  const taken = new Set<number>();
  const take = (mention: Mention | undefined): void => {
    if (!mention || taken.has(mention.start) || taken.has(mention.end - 1)) return;
    for (let at = mention.start; at < mention.end; at++) taken.add(at);
    found.push(mention);
  };
  const words = notableWords(block, resources);
  for (const word of words) {
    if (word.verdict.genus) take(fullName(word, block) ?? genusAlone(word, prose));
    else if (word.verdict.epithet) take(abbreviatedName(word, block));
    else if (word.verdict.genera) take(pluralGenus(word));
  }
  const standing = new Map(words.map(({ start, verdict }) => [start, verdict]));
  for (const match of prose.includes('(') ? prose.matchAll(PARENTHESIZED) : []) take(introducedName(match, block, standing));
  return found.sort((a, b) => a.start - b.start);
}

function fullName(word: Word, block: Block): Mention | undefined {
  const { prose } = block;
  const next = wordAfter(prose, word.end);
  if (!next) return undefined;
  const parts = next.folded.split('-');
  const hyphened = binomials().find(word.verdict.folded, next.folded);
  const plain = hyphened ?? binomials().find(word.verdict.folded, parts[0]!);
  if (!plain) return undefined;
  const end = hyphened ? next.end : next.start + parts[0]!.length;
  return named(plain, word.start, end, block, isWellFormed(prose.slice(word.start, end), plain) ? undefined : nameOf(plain));
}

/** Names that are English words too: lower case and roman are right. */
const ALSO_ENGLISH = new Set(['aloe vera', 'ginkgo biloba', 'cannabis sativa', 'cannabis indica']);

export function isEnglishName({ genus, epithet }: { readonly genus: string; readonly epithet: string }): boolean {
  return ALSO_ENGLISH.has(`${genus} ${epithet}`.toLowerCase());
}

function isWellFormed(written: string, binomial: Binomial): boolean {
  const plain = written.replace(/\s+/g, ' ');
  return plain === nameOf(binomial) || (isEnglishName(binomial) && !/[-_]/.test(plain));
}

function named({ genus, epithet }: Binomial, start: number, end: number, block: Block, right: string | undefined): Mention {
  return { start, end, genus, epithet, form: 'full', right, full: false, roman: isReversed({ start, end }, block), unsure: false };
}

function nameOf({ genus, epithet }: Binomial): string {
  return `${genus} ${epithet}`;
}

/** Roman within italics: emphasis ends right before the name and begins right behind it. */
function isReversed({ start, end }: Span, block: Block): boolean {
  const before = start - /\s*$/.exec(block.prose.slice(Math.max(0, start - 8), start))![0].length;
  const after = end + /^\s*/.exec(block.prose.slice(end, end + 8))![0].length;
  const inItalics = (at: number): boolean => at >= 0 && inlinesAround({ start: at, end: at + 1 }, block).some(({ kind }) => kind === 'emphasis');
  return inItalics(before - 1) && inItalics(after) && !inItalics(start);
}

function abbreviatedName(word: Word, block: Block): Mention | undefined {
  const match = /(?:^|[^\p{L}\p{N}.])(\p{Lu})\.\s+$/u.exec(block.prose.slice(Math.max(0, word.start - 6), word.start));
  if (!match) return undefined;
  const initial = match[1]!;
  const known = binomials().ofEpithet(word.verdict.folded).filter(({ genus }) => genus.startsWith(initial));
  const [binomial] = known;
  if (!binomial || word.raw !== binomial.epithet) return undefined;
  const start = block.prose.lastIndexOf(initial, word.start - 2);
  const genera = new Set(known.map(({ genus }) => genus));
  return { start, end: word.end, genus: binomial.genus, epithet: binomial.epithet, form: 'abbreviated', right: undefined, full: genera.size === 1 && binomial.kingdom === 'plant', roman: isReversed({ start, end: word.end }, block), unsure: false };
}

/** `Mitragyna sp`, where the full stop is missing. */
function genusAlone(word: Word, prose: string): Mention | undefined {
  const next = /^(\s+)(spp?)(?![\p{L}\p{M}.])/u.exec(prose.slice(word.end, word.end + 20));
  if (!next || !/^\p{Lu}\p{Ll}/u.test(word.raw)) return undefined;
  const abbreviation = next[2] === 'spp' || MANY.test(prose.slice(Math.max(0, word.start - 20), word.start)) ? 'spp.' : 'sp.';
  return { start: word.start, end: word.end + next[0].length, genus: word.raw, epithet: '', form: 'genus', right: `${word.raw} ${abbreviation}`, full: false, roman: false, unsure: false };
}

/** `Mitragynas`: a Latin genus with an English plural. */
function pluralGenus(word: Word): Mention | undefined {
  if (!/^\p{Lu}\p{Ll}+s$/u.test(word.raw) || word.verdict.ending || word.verdict.standing === 'general' || vocabulary().isCommon(fold(word.raw.slice(0, -1)))) return undefined;
  const genus = word.raw.slice(0, -1);
  return { start: word.start, end: word.end, genus, epithet: '', form: 'genus', right: `${genus} species`, full: false, roman: false, unsure: true };
}

/** A species in parentheses that no lexicon knows, of a genus that it knows: `(withania Coagulans)`. */
function introducedName(match: RegExpExecArray, block: Block, standing: ReadonlyMap<number, Word['verdict']>): Mention | undefined {
  const [whole, genus = '', epithet = ''] = match;
  if (!LATIN.test(epithet) || !/^\p{Lu}?\p{Ll}+$/u.test(genus) || !/^\p{Lu}?\p{Ll}+$/u.test(epithet)) return undefined;
  const start = match.index + whole.indexOf(genus);
  const second = match.index + whole.lastIndexOf(epithet);
  const half = standing.get(second);
  if (!standing.get(start)?.genus || half === undefined || (half.standing !== 'scientific' && half.standing !== 'unknown' && !half.epithet)) return undefined;
  const name = { genus: genus.charAt(0).toUpperCase() + genus.slice(1).toLowerCase(), epithet: epithet.toLowerCase() };
  const right = `${name.genus} ${name.epithet}`;
  const end = second + epithet.length;
  return { start, end, ...name, form: 'full', right: genus === name.genus && epithet === name.epithet ? undefined : right, full: false, roman: isReversed({ start, end }, block), unsure: true };
}

