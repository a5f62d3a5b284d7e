/** What a misspelt word was meant to be, among the curated terms. */
import type { Dictionary, Resources } from '../engine/resources.js';
import { distanceLimit, weightedDistance } from '../lexicon/distance.js';
import { variantOf } from '../lexicon/british.js';
import { fold } from '../lexicon/fold.js';
import { soundOf } from '../lexicon/sound.js';
import { stems, vocabulary } from '../lexicon/vocabulary.js';
import { oneStepAway } from './steps.js';
import type { Verdict } from './words.js';

export interface Correction {
  /** The right words as they are written within a sentence, best first. */
  readonly words: readonly string[];
  /** The weighted distance of the first; 0 where the misspelling is known by heart. */
  readonly distance: number;
  /** No other term lies about as near. */
  readonly unique: boolean;
}

/** Where another candidate is this much farther than the best, the best is meant. */
const MARGIN = 0.3;
/** A compound of known parts is rarely a slip, and may be written joined (`aminoacid`). */
const COMPOUND_LIMIT = 0.5;
/** By so much an ordinary word goes before one that only the lexicon has. */
const COMMON = 0.3;
/** Up to this distance nothing else need be asked. */
const SURE = 0.7;
/** How far apart in sound the name of a plant or substance and a slip of it may be, where the letters are not near. */
const DELICATE_SOUND = 0.5;
/** Words far off in letters must be this long, and lie within this weighted distance. */
const SHORTEST_HEARD = 6;
const farLimit = (length: number): number => (length <= 6 ? 1.7 : length === 7 ? 2.2 : length === 8 ? 2.4 : 3);
/** One of them may have a consonant that is not heard. */
const FAR_APART = 1;
const SHORTEST_SHUFFLED = 9;
const SYLLABLE = 3;
/** For sums of tenths. */
const SLACK = 1e-9;
/** Without a dictionary nobody vouches for ordinary words: only near slips of words that are long and do not look like English count. */
const BARE_LIMIT = 0.7;
const BARE_LENGTH = 7;
const ENGLISH_LOOK = /(?:ing|ings|ed|ly|er|ers|est|ency|ence|ences|ent|ents|ment|ments|ness|ful|less|able|ible|tion|tions|sion|sions|ality|ous|ive|ate|ated|ates|ity|ies|ise|ize|ally|ors?|ics?|als?)$/;
const ENGLISH_PLURAL = /[^s]s$/;
const BARE_PLURAL_LENGTH = 10;

const SCIENTIFIC_LIMIT = 0.7;
const DOUBLED = 0.4;
const DOUBLED_LENGTH = 9;
const FINAL_E_LENGTH = 7;

/**
 * What only the list of scientific names knows is right as a rule: there a vowel makes another substance. But a doubled letter in a
 * long word does not, nor does a final e, which is how other languages write the term (`curcumine`, `ketoconazol`).
 */
function isPlainSlip(wrong: string, right: string, distance: number): boolean {
  if (distance <= DOUBLED && wrong.length >= DOUBLED_LENGTH) return true;
  return wrong.length >= FINAL_E_LENGTH && (wrong === `${right}e` || right === `${wrong}e`) && /(?:in|ol|on|az|ic|yl|il|ac)e?$/.test(wrong);
}

const kept = new WeakMap<Verdict, Correction | null>();

/** The term that a word was meant to be, or undefined where it is none. Remembered with the verdict. */
export function correctionOf(verdict: Verdict, resources: Resources): Correction | undefined {
  let correction = kept.get(verdict);
  if (correction === undefined) kept.set(verdict, (correction = correct(verdict, resources) ?? null));
  return correction ?? undefined;
}

function correct({ folded, standing, misspellingOf, collocation }: Verdict, { dictionary }: Resources): Correction | undefined {
  if (misspellingOf !== undefined) return { words: [misspellingOf], distance: 0, unique: true };
  if (standing === 'term' || standing === 'general') return undefined;
  const words = vocabulary();
  if (words.isNeighbour(folded)) return undefined;
  const whole = standing === 'unknown' ? words.runTogether(folded) : undefined;
  if (whole) return { words: [whole], distance: 0, unique: true };
  if (folded.length < 5 || (!dictionary && (collocation || looksEnglish(folded)))) return undefined;
  const limit = standing === 'scientific' || standing === 'compound' ? capped(SCIENTIFIC_LIMIT) : dictionary ? boldLimit : capped(BARE_LIMIT);
  const found = ranked(candidates(folded, limit), folded, dictionary);
  const [best] = found;
  if (best && isMeant(best, folded, standing, dictionary)) {
    const rivals = found.filter(({ word, rank }) => word !== best.word && rank - best.rank < MARGIN);
    if (best.distance <= distanceLimit(folded.length) || rivals.length === 0) return { words: [...new Set([best, ...rivals].map(({ word }) => word))].slice(0, 4), distance: best.distance, unique: rivals.length === 0 && standing !== 'compound' };
  }
  return dictionary && (standing === 'unknown' || standing === 'compound') ? farCorrection(folded, standing, dictionary) : undefined;
}

/** Is the likeliest of the near words likely enough? */
function isMeant({ target, distance, rank }: Ranked, folded: string, standing: Verdict['standing'], dictionary: Dictionary | undefined): boolean {
  if (standing === 'scientific') return isPlainSlip(folded, target, distance);
  if (standing === 'compound') return distance <= COMPOUND_LIMIT && folded[0] === target[0] && vocabulary().has(target);
  const bold = distance > distanceLimit(folded.length);
  if (bold && (folded[0] !== target[0] || !dictionary)) return false;
  // What an ordinary word explains as well is no health term.
  if (!dictionary || distance <= SURE) return true;
  const heard = soundOf(folded);
  return !oneStepAway(folded, dictionary).some((other) => rankOf(other.distance, weightedDistance(heard, soundOf(other.word)), true) < rank - (bold ? 0 : MARGIN));
}

/** Spellings far off in letters: alike in sound, with the same letters in another order, or with a syllable missing. */
function farCorrection(folded: string, standing: Verdict['standing'], dictionary: Dictionary): Correction | undefined {
  if (folded.length < SHORTEST_HEARD) return undefined;
  const found = ranked(candidates(folded, farLimit, FAR_APART), folded, dictionary).filter(({ from, target, sound }) =>
    standing === 'compound' ? vocabulary().has(target) && isShuffled(from, target) : isShuffled(from, target) || isShortened(from, target) || sound <= soundLimit(folded.length),
  );
  const [best, next] = found;
  if (!best || (next && next.rank - best.rank < MARGIN)) return undefined;
  const heard = soundOf(folded);
  if (oneStepAway(folded, dictionary).some(({ word, distance }) => distance < best.distance && weightedDistance(heard, soundOf(word)) <= best.sound)) return undefined;
  return { words: [best.word], distance: best.distance, unique: true };
}

interface Ranked extends Candidate {
  /** The weighted distance between the two as they are heard. */
  readonly sound: number;
  /** The less the likelier: by letters and by sound, and ordinary words before rare ones. */
  readonly rank: number;
}

/** The candidates that may have been meant, likeliest first. */
function ranked(all: Iterable<Candidate>, folded: string, dictionary: Dictionary | undefined): readonly Ranked[] {
  const found: Ranked[] = [];
  const heard = new Map<string, string>();
  for (const candidate of all) {
    const { word, from, target, distance } = candidate;
    if (isDerived(folded, fold(word))) continue;
    if (!heard.has(from)) heard.set(from, soundOf(from));
    const sound = weightedDistance(heard.get(from)!, soundOf(target));
    const common = dictionary !== undefined && isCommon(target, from, distance, dictionary);
    const delicate = !common && vocabulary().isDelicate(target);
    if (delicate && distance > SURE && sound > DELICATE_SOUND) continue;
    found.push({ ...candidate, sound, rank: rankOf(distance, sound, common) + (delicate ? COMMON : 0) });
  }
  return found.sort((a, b) => a.rank - b.rank || a.word.length - b.word.length);
}

function rankOf(distance: number, sound: number, common: boolean): number {
  return (distance + sound) / 2 - (common ? COMMON : 0);
}

/** What a British form may have that its American one has not. */
const BRITISH = /[ao]e|our|is[aei]|ys[ei]|ll|sulph|[^aeiou]re/;

/** An ordinary word; the British form of one only where the misspelling has what is British in it (`haemorhage`). */
function isCommon(target: string, wrong: string, distance: number, { listOf }: Dictionary): boolean {
  if (!listOf) return false;
  const american = BRITISH.test(target) ? variantOf(target, (word) => listOf(word) === 'general') : undefined;
  return american === undefined ? listOf(target) === 'general' : weightedDistance(wrong, american) - distance >= MARGIN - SLACK;
}

/** A syllable is missing inside: `pharmokinetics`. */
function isShortened(wrong: string, right: string): boolean {
  const missing = right.length - wrong.length;
  if (wrong.length < SHORTEST_SHUFFLED || missing < 2 || missing > 3) return false;
  let same = 0;
  while (same < wrong.length && wrong[same] === right[same]) same++;
  return same >= SYLLABLE && wrong.length - same >= 2 && right.endsWith(wrong.slice(same));
}

/** The same letters in another order: `carbamezapine`. */
function isShuffled(wrong: string, right: string): boolean {
  const letters = (word: string): string => [...word].sort().join('');
  return wrong.length >= SHORTEST_SHUFFLED && wrong[0] === right[0] && letters(wrong) === letters(right);
}

function looksEnglish(folded: string): boolean {
  return folded.length < BARE_LENGTH || ENGLISH_LOOK.test(folded) || (folded.length < BARE_PLURAL_LENGTH && ENGLISH_PLURAL.test(folded));
}

type Limit = (length: number) => number;

function capped(cap: number): Limit {
  return (length) => Math.min(cap, distanceLimit(length));
}

/** How far to look for the origin of a word that a dictionary does not know. */
function boldLimit(length: number): number {
  if (length <= 5) return distanceLimit(length);
  return length <= 7 ? 1.1 : length <= 10 ? 1.6 : 1.8;
}

/** How far apart in sound a word of this length and a term may be that are far apart in letters. */
function soundLimit(length: number): number {
  if (length <= 7) return 0;
  return length <= 9 ? 0.4 : 0.7;
}

interface Candidate {
  /** As it is written, in the plural where the misspelling is one. */
  readonly word: string;
  /** The part of the misspelling that was compared, and what with. */
  readonly from: string;
  readonly target: string;
  readonly distance: number;
}

/** The two endings of Greek nouns are taken for each other: `diagnotis`. */
const ENDING_SLIP = 0.4;
const ENDING_LENGTH = 8;

function* candidates(folded: string, limit: Limit, apart?: number): Iterable<Candidate> {
  const words = vocabulary();
  for (const { word, distance } of words.near(folded, limit(folded.length), apart)) yield { word: words.shown(word), from: folded, target: word, distance };
  for (const stem of stems(folded)) {
    if (stem.length < 5) continue;
    for (const { word, distance } of words.near(stem, limit(stem.length), apart)) yield { word: pluralLike(words.shown(word), folded, stem), from: stem, target: word, distance };
  }
  const noun = folded.replace(/tis$/, 'sis');
  if (noun !== folded && noun.length >= ENDING_LENGTH && limit(noun.length) >= ENDING_SLIP && words.has(noun)) yield { word: words.shown(noun), from: noun, target: noun, distance: ENDING_SLIP };
}

/** Beginnings and links in which two or three letters make another term: `hypo` is no slip for `hyper`, ethyl none for methyl. */
const OPPOSED: readonly (readonly [RegExp, RegExp])[] = [
  [/^hypo/, /^hyper/],
  [/^di|di(?=methyl|ethyl)/, /^tri|tri(?=methyl|ethyl)/],
  [/methyl/, /(?<!m)ethyl/],
  [/^intra/, /^inter/],
  [/^ante/, /^anti/],
  [/ectomy$/, /o(?:s)?tomy$/],
];

function isOpposed(a: string, b: string): boolean {
  return OPPOSED.some(([one, other]) => (one.test(a) && !one.test(b) && other.test(b) && !other.test(a)) || (one.test(b) && !one.test(a) && other.test(a) && !other.test(b)));
}

/** `ibuprofeno`, `sertralina`: the term in a Romance language. */
function isRomance(wrong: string, right: string): boolean {
  return /[ao]$/.test(wrong) && (wrong.slice(0, -1) === right || `${wrong.slice(0, -1)}e` === right);
}

/** What makes another word of a term rather than a slip of it: `bronchodilatory`, `metabolizer`. */
const SUFFIX = /^(?:y|ic|al|ally|ous|ed|d|er|r|ers|rs|ing|like|ly|able|ary|ory|ity|ist|ists|ism|ian|ize|izes|ized|ise|ised|less|ful)$/;

export function isDerived(wrong: string, right: string): boolean {
  if (isRomance(wrong, right) || isOpposed(wrong, right)) return true;
  // Only behind an e can r and d be suffixes: `lipitorr` has its last letter twice.
  if (wrong.startsWith(right)) return SUFFIX.test(wrong.slice(right.length)) && (right.endsWith('e') || !/^[rd]/.test(wrong.slice(right.length)));
  // Whoever does something ends in -er or -or, by habit only.
  if (/[eo]rs?$/.test(wrong) && wrong.replace(/[eo](?=rs?$)/, '') === right.replace(/[eo](?=rs?$)/, '')) return false;
  if (stemOf(wrong) === stemOf(right) && stemOf(right).length >= 6) return true;
  const stem = right.replace(/(?:e|a|y|s)$/, '');
  return stem.length >= 5 && stem !== right && wrong.startsWith(stem) && SUFFIX.test(wrong.slice(stem.length)) && wrong.length - stem.length > 1;
}

function stemOf(word: string): string {
  return word.replace(/(?:emic|emia|ical|ically|ics?|ists?|y|ies|ians?|al|ous|ed|ing|ers?|ors?)$/, '');
}

/** The plural of a term, where the misspelling was a plural: `antibiotcs` is `antibiotics`. */
function pluralLike(term: string, wrong: string, stem: string): string {
  if (/sis$/.test(term)) return `${term.slice(0, -2)}es`;
  if (/(?:s|x|ch|sh)$/.test(term)) return wrong === `${stem}s` && /s$/.test(term) ? term : `${term}es`;
  return /[^aeiou]y$/.test(term) ? `${term.slice(0, -1)}ies` : `${term}s`;
}
