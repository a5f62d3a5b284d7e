/**
 * Finds misspelt species names. One half of a binomial that is right says what the other half must be, so the other half may be
 * much farther off than a word that stands alone.
 */
import type { Span } from '../article/article.js';
import { binomials, type Binomial } from '../lexicon/binomials.js';
import { distanceLimit, plainDistance, weightedDistance } from '../lexicon/distance.js';
import { fold } from '../lexicon/fold.js';
import type { Resources } from '../engine/resources.js';
import { once } from '../lexicon/once.js';
import { verdictOn, type Word } from './words.js';

/** A misspelt name. The span covers the wrong half, or the whole name where the wrong half is a word of its own or the form is wrong too. */
export interface SpeciesSlip extends Span {
  readonly binomial: Binomial;
  readonly right: string;
  readonly distance: number;
}

/** A word beside another, with what stands between them. */
interface Neighbour extends Span {
  readonly raw: string;
  readonly folded: string;
  readonly between: string;
}

/** Farther than this share of its length a half is not taken for a misspelling of the other half's partner. */
const ANCHORED = 0.45;
const SHARED_PREFIX = 5;
/** For a half that is an English word, or a name that the list of scientific names has. */
const ENGLISH_LIMIT = 1.1;
const SCIENTIFIC_LIMIT = 0.6;
const DOUBLING_LIMIT = 0.4;
const UNSURE_LIMIT = 1.1;
const TERM_LIMIT = 0.7;
/** `Streptococcus pneumonia` may be meant as an illness. */
const ILLNESS = new Set(['pneumonia', 'diphtheria']);
const RANKS = new Set(['sp', 'spp', 'ssp', 'subsp', 'var', 'species', 'genus', 'extract', 'and', 'or', 'is', 'are']);

const AFTER = once(() => /^([\s_\-\u2010\u2011]{1,8})(\p{L}[\p{L}\p{M}-]{2,})/u);
const BEFORE = once(() => /(\p{L}[\p{L}\p{M}]{2,})([\s_\-\u2010\u2011]{1,8})$/u);

/** The misspelt species name of which `word` is a part, if any. A name is found from its genus or, where that is wrong, from its epithet. */
export function speciesSlip(word: Word, prose: string, resources: Resources): SpeciesSlip | undefined {
  return (word.verdict.genus ? wrongEpithet(word, prose, resources) : undefined) ?? (word.verdict.epithet ? wrongGenus(word, prose, resources) : undefined);
}

function wrongEpithet(word: Word, prose: string, resources: Resources): SpeciesSlip | undefined {
  const next = wordAfter(prose, word.end);
  if (!next || next.folded.length < 4 || RANKS.has(next.folded)) return undefined;
  const genus = word.verdict.folded;
  if (binomials().find(genus, next.folded)) return undefined;
  if (next.folded.includes('-') && binomials().find(genus, next.folded.split('-')[0]!)) return undefined;
  const best = nearestHalf(next.folded, binomials().ofGenus(genus), 'epithet', standingOf(next.raw, resources));
  if (!best) return undefined;
  // Without a dictionary nobody knows whether the wrong half is a word of its own.
  const alone = resources.dictionary !== undefined && isUnknown(next.raw, resources) && word.raw === best.binomial.genus && /^\s+$/.test(next.between);
  return alone
    ? { start: next.start, end: next.end, binomial: best.binomial, right: best.binomial.epithet, distance: best.distance }
    : { start: word.start, end: next.end, binomial: best.binomial, right: nameOf(best.binomial), distance: best.distance };
}

function wrongGenus(word: Word, prose: string, resources: Resources): SpeciesSlip | undefined {
  const epithet = word.verdict.folded;
  const before = wordBefore(prose, word.start);
  if (!before || before.folded.length < 4) return undefined;
  if (binomials().ofGenus(before.folded).length > 0) return undefined;
  const best = nearestHalf(before.folded, binomials().ofEpithet(epithet), 'genus', standingOf(before.raw, resources));
  if (!best) return undefined;
  const alone = isUnknown(before.raw, resources) && /^\p{Lu}\p{Ll}/u.test(before.raw) && word.raw === epithet && /^\s+$/.test(before.between);
  return alone
    ? { start: before.start, end: before.end, binomial: best.binomial, right: best.binomial.genus, distance: best.distance }
    : { start: before.start, end: word.end, binomial: best.binomial, right: nameOf(best.binomial), distance: best.distance };
}

type Half = 'genus' | 'epithet';

function nearestHalf(wrong: string, among: readonly Binomial[], half: Half, standing: Standing) {
  let best: { readonly binomial: Binomial; readonly distance: number } | undefined;
  for (const binomial of among) {
    const right = binomial[half].toLowerCase();
    const distance = weightedDistance(wrong, right);
    const meant = sameStem(wrong, right) || isMeant(wrong, right, distance, standing, half);
    if (meant && (!best || distance < best.distance)) best = { binomial, distance };
  }
  return best;
}

function isMeant(wrong: string, right: string, distance: number, standing: Standing, half: Half): boolean {
  const prefix = commonPrefix(wrong, right) >= SHARED_PREFIX;
  if (standing === 'unsure') return distance <= UNSURE_LIMIT || (prefix && plainDistance(wrong, right) <= ANCHORED * right.length);
  if (standing === 'unknown') return distance <= distanceLimit(right.length) || prefix || plainDistance(wrong, right) <= ANCHORED * right.length;
  if (standing === 'term' && half === 'epithet') return distance <= TERM_LIMIT && !ILLNESS.has(wrong);
  if (standing === 'term') return prefix && plainDistance(wrong, right) <= ANCHORED * right.length;
  if (standing === 'scientific') return distance <= (right.length > 5 ? SCIENTIFIC_LIMIT : DOUBLING_LIMIT);
  return right.length > 4 && wrong[0] === right[0] && distance <= ENGLISH_LIMIT && !/(?:ed|ing)$/.test(wrong) && (!wrong.endsWith('s') || right.endsWith('s'));
}

const GENDER = /(?:us|um|on|os|a|is|e)$/;

/** The same Latin word in another gender: `somniferum` for `somnifera`. A genus has one gender, so only one of them is right. */
function sameStem(wrong: string, right: string): boolean {
  const stem = right.replace(GENDER, '');
  return wrong !== right && stem.length > 3 && GENDER.test(wrong) && wrong.replace(GENDER, '') === stem;
}

function commonPrefix(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

/** `known`: an ordinary English word; `unsure`: nobody knows the word, and there is no dictionary to ask. */
type Standing = 'known' | 'term' | 'scientific' | 'unknown' | 'unsure';

function standingOf(raw: string, resources: Resources): Standing {
  const verdict = verdictOn(raw, resources);
  if (!verdict) return isCuratedOnly(raw, resources) ? 'term' : 'known';
  if (verdict.standing === 'unknown' && !resources.dictionary) return 'unsure';
  return verdict.standing === 'general' || verdict.standing === 'compound' ? 'known' : verdict.standing;
}

/** A curated term that is no ordinary English word: `mitragynine` beside `speciosa` is meant for the genus. */
function isCuratedOnly(raw: string, { dictionary }: Resources): boolean {
  const folded = fold(raw);
  return !dictionary || (dictionary.listOf ? dictionary.listOf(folded) !== 'general' : !dictionary.has(folded));
}

function isUnknown(raw: string, resources: Resources): boolean {
  const standing = verdictOn(raw, resources)?.standing;
  return standing === 'unknown' || standing === 'scientific';
}

function nameOf({ genus, epithet }: Binomial): string {
  return `${genus} ${epithet}`;
}

/** The word right behind `end`, if only space, a hyphen or an underscore stands between. */
export function wordAfter(prose: string, end: number): Neighbour | undefined {
  const match = AFTER().exec(prose.slice(end, end + 60));
  if (!match) return undefined;
  const [, between, raw] = match as unknown as [string, string, string];
  const start = end + between.length;
  return { start, end: start + raw.length, raw, folded: fold(raw), between };
}

/** The word right before `start`, if only space, a hyphen or an underscore stands between. */
export function wordBefore(prose: string, start: number): Neighbour | undefined {
  const match = BEFORE().exec(prose.slice(Math.max(0, start - 60), start));
  if (!match) return undefined;
  const [, raw, between] = match as unknown as [string, string, string];
  const from = start - between.length - raw.length;
  return { start: from, end: from + raw.length, raw, folded: fold(raw), between };
}
