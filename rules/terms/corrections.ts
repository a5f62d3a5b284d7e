/** What a misspelt word was meant to be, among the curated terms. */
import type { Resources } from '../engine/resources.js';
import { distanceLimit } from '../lexicon/distance.js';
import { fold } from '../lexicon/fold.js';
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
  const limit = standing === 'scientific' ? capped(SCIENTIFIC_LIMIT) : dictionary ? boldLimit : capped(BARE_LIMIT);
  const found = [...candidates(folded, limit)].filter(({ word }) => !isDerived(folded, fold(word))).sort((a, b) => a.distance - b.distance || a.word.length - b.word.length);
  const best = found[0];
  if (!best || (standing === 'scientific' && !isPlainSlip(folded, fold(best.word), best.distance))) return undefined;
  const rivals = found.filter(({ word, distance }) => word !== best.word && distance - best.distance < MARGIN);
  // Beyond the usual limit only where nothing else comes into question, no nearer ordinary word either.
  if (best.distance > distanceLimit(folded.length) && (rivals.length > 0 || folded[0] !== fold(best.word)[0] || !dictionary || oneStepAway(folded, dictionary).some(({ distance }) => distance < best.distance))) return undefined;
  return { words: [...new Set([best, ...rivals].map(({ word }) => word))].slice(0, 4), distance: best.distance, unique: rivals.length === 0 };
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
  return length <= 7 ? 1.1 : 1.6;
}

function* candidates(folded: string, limit: Limit): Iterable<{ readonly word: string; readonly distance: number }> {
  const words = vocabulary();
  for (const { word, distance } of words.near(folded, limit(folded.length))) yield { word: words.shown(word), distance };
  for (const stem of stems(folded)) {
    if (stem.length < 5) continue;
    for (const { word, distance } of words.near(stem, limit(stem.length))) yield { word: pluralLike(words.shown(word), folded, stem), distance };
  }
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
  if (wrong.startsWith(right)) return SUFFIX.test(wrong.slice(right.length));
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
