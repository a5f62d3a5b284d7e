/** A word of a sentence with its class: closed classes from a list, the rest by its look. Whether a word is a verb is decided in verb-or-noun. */
import functionWords from '../lexicon/data/grammar/function-words.txt';
import { rememberWords } from '../lexicon/once.js';
import { readTable } from '../lexicon/table.js';
import { verbReading, type VerbForm, type VerbReading } from './inflection.js';
import { isOneOf } from './one-of.js';
import type { Token } from './tokens.js';

export type WordClass =
  | 'det' | 'pron' | 'prep' | 'conj' | 'sub' | 'wh' | 'that' | 'to' | 'not' | 'modal' | 'be' | 'have' | 'do' | 'there'
  | 'adv' | 'adj' | 'noun' | 'number' | 'verb' | 'punctuation';

/** How a verb is used: it carries its clause, or hangs on another word. `bare` is the base form after a modal, `to` or `help`. */
export type VerbUse = 'finite' | 'bare' | 'participle' | 'ing';

export interface Word {
  readonly token: Token;
  readonly lower: string;
  class: WordClass;
  /** Dictionary form: for verbs and auxiliaries the base form. */
  lemma: string;
  /** What a noun or adjective could be as a verb, by its spelling. */
  readonly verb: VerbReading | undefined;
  /** For verbs. */
  use: VerbUse | undefined;
  form: VerbForm | undefined;
  /** A contracted auxiliary or negation in the same token (`it'll`, `doesn't`). */
  readonly clitic: 'not' | 'will' | 'would' | 'have' | 'be' | undefined;
  /** Part of a lexicon term of several words (`saw palmetto`): no verb. */
  inTerm: boolean | undefined;
  /** True for a plural noun or pronoun, as far as its form tells. */
  readonly plural: boolean | undefined;
}

const CLASSES = new Map<string, string>();
/** Nouns and adjectives whose look or use as a verb misleads. */
export const LISTED_NOUNS = new Set<string>();
export const LISTED_ADJECTIVES = new Set<string>();
for (const [kind = '', words = ''] of readTable(functionWords)) {
  for (const word of words.split(' ')) {
    if (kind === 'noun') LISTED_NOUNS.add(word);
    else if (kind === 'adj') LISTED_ADJECTIVES.add(word);
    else if (!CLASSES.has(word)) CLASSES.set(word, kind);
  }
}
const BE = new Map([['am', 's'], ['is', 's'], ['are', 's'], ['was', 'past'], ['were', 'past'], ['be', 'base'], ['been', 'participle'], ['being', 'ing']] as const);
const CLITIC = /^(.+)'(ll|d|ve|re|s)$/;
const PRONOUNS_WITH_S = new Set(['it', 'he', 'she', 'that', 'there', 'what', 'who', 'here', 'this', 'how', 'where']);
const PLURAL_WORDS = new Set(['they', 'we', 'you', 'i', 'people', 'men', 'women', 'children', 'data', 'media', 'bacteria', 'these', 'those', 'many', 'some', 'few', 'others', 'mice', 'both', 'all', 'police']);
const SINGULAR_S = /(?:ss|us|is|itis|osis|(?:econom|phys|genet|eth|polit|mathemat|pediatr|obstetr|geriatr|kinet|dynam|orthoped|linguist|athlet|diabet)ics)$/;
/** Listed nouns in -s that are no plurals: `diabetes`, `rabies`. */
const NO_PLURAL = /(?:betes|pes|bies|ses|ews|ness|ous)$/;
const NO_ADVERB = /(?:family|supply|anomaly|belly|assembly|multiply|^rely|comply|imply|^rally|tally|fly|july|italy|reply|apply|^ally|bully|jelly|monopoly)$/;
const ADJECTIVE_ENDING = /(?:ous|ful|less|ible|able|ical|ic|ive|ary|ular|ent|ant|al|-like|-free|-based|-term|-dose)$/;
const NO_ADJECTIVE = /(?:ment|ival|tant|patient|agent|student|infant|adolescent|parent|plant|hospital|animal|antidepressant|stimulant|clinic|content|topic|metal|trial|removal|arrival|withdrawal|approval|antibiotic|mechanic|music|public|epidemic|pandemic|variable|vegetable|adjuvant|survival|renewal|percent|mental)$/;

/** What a word is by its spelling alone. */
interface Look {
  readonly class: WordClass;
  readonly lemma: string;
  readonly form: VerbForm | undefined;
  readonly clitic: Word['clitic'];
  readonly plural: boolean | undefined;
  readonly verb: VerbReading | undefined;
}

/** The class of a word taken alone; a word that can be a verb starts as a noun. */
export function firstGuess(token: Token): Word {
  const { lower, kind } = token;
  const look = kind === 'word' ? ABBREVIATIONS.get(token.text) ?? lookOf(lower) : undefined;
  // All words have their properties in one order: the engine reads such objects fastest.
  return {
    token,
    lower,
    class: look ? look.class : (kind as 'number' | 'punctuation'),
    lemma: look ? look.lemma : lower,
    verb: look?.verb,
    use: undefined,
    form: look?.form,
    clitic: look?.clitic,
    inTerm: undefined,
    plural: look?.plural,
  };
}

/** Names that only their capitals tell from other words: `the WHO advises`, `US adults`, `AIDS drugs`. */
const ABBREVIATIONS: ReadonlyMap<string, Look> = new Map(
  ['US', 'WHO', 'IT', 'AIDS'].map((name) => [name, { class: 'noun', lemma: name.toLowerCase(), form: undefined, clitic: undefined, plural: undefined, verb: undefined }]),
);

const lookOf = rememberWords((lower): Look => {
  const { class: kind, lemma = lower, ...more } = classOf(lower);
  const open = kind === 'noun' || kind === 'adj';
  return { class: kind, lemma, form: more.form, clitic: more.clitic, plural: more.plural, verb: open ? verbReading(lower) : undefined };
});

function classOf(lower: string): Partial<Look> & Pick<Look, 'class'> {
  const kind = CLASSES.get(lower);
  if (kind === 'be') {
    const base = lower.replace(/n't$/, '');
    return { class: 'be', lemma: 'be', form: BE.get(base as 'is') ?? 's', clitic: base !== lower ? 'not' : undefined };
  }
  if (kind === 'have' || kind === 'do') {
    const form: VerbForm = /^(?:has|does)/.test(lower) ? 's' : /^(?:had|did)/.test(lower) ? 'past' : lower === 'having' ? 'ing' : 'base';
    return { class: kind, lemma: kind, form, clitic: lower.endsWith("n't") ? 'not' : undefined };
  }
  if (kind === 'prepsub') return { class: 'prep' };
  if (kind) return { class: kind as WordClass, plural: PLURAL_WORDS.has(lower) || undefined };
  if (lower.endsWith("n't")) return { class: 'modal', lemma: lower === "can't" ? 'can' : lower === "won't" ? 'will' : lower.slice(0, -3), clitic: 'not' };
  const clitic = lower.includes("'") ? CLITIC.exec(lower) : null;
  if (clitic && (clitic[2] !== 's' || PRONOUNS_WITH_S.has(clitic[1]!)) && CLASSES.has(clitic[1]!)) {
    return { class: 'pron', lemma: clitic[1]!, clitic: ({ ll: 'will', d: 'would', ve: 'have', re: 'be', s: 'be' } as const)[clitic[2] as 'll'] };
  }
  // `Alzheimer s disease`: the apostrophe was lost.
  if (/'s?$/.test(lower) || lower === 's') return { class: 'det' };
  if (LISTED_ADJECTIVES.has(lower)) return { class: 'adj' };
  return openClassOf(lower);
}

/** Adverbs and adjectives by their endings; whatever else is not listed is a noun until its neighbours tell. */
function openClassOf(lower: string): Partial<Look> & Pick<Look, 'class'> {
  const plural = looksPlural(lower) || undefined;
  if (LISTED_NOUNS.has(lower)) return { class: 'noun', plural: (plural && !NO_PLURAL.test(lower)) || undefined };
  if (/[a-z]{2}ly$/.test(lower) && !NO_ADVERB.test(lower)) return { class: 'adv' };
  if (verbReading(lower)) return { class: 'noun', plural };
  if ((ADJECTIVE_ENDING.test(lower) && !NO_ADJECTIVE.test(lower)) || /(?:mental|experimental|environmental|fundamental)$/.test(lower)) return { class: 'adj' };
  return { class: 'noun', plural };
}

function looksPlural(lower: string): boolean {
  if (PLURAL_WORDS.has(lower)) return true;
  return lower.endsWith('s') && !SINGULAR_S.test(lower) && !(LISTED_NOUNS.has(lower) && !/[^s]s$/.test(lower));
}

/** Makes the word a verb in this form and use. */
export function asVerb(word: Word, lemma: string, form: VerbForm, use: VerbUse): void {
  word.class = 'verb';
  word.lemma = lemma;
  word.form = form;
  word.use = use;
}

/** Index of the nearest word before `i` that is no adverb or `not`. */
export function skipAdverbs(words: readonly Word[], i: number): number {
  let j = i - 1;
  while (j >= 0 && (words[j]!.class === 'adv' || joinsAdverbs(words, j) || words[j]!.class === 'not' || ((words[j]!.lower === 'both' || words[j]!.lower === 'all') && j > 0 && isNominal(words[j - 1]!)))) j--;
  return j;
}

/** `quickly and safely lowers`: the conjunction between two adverbs. */
export function joinsAdverbs(words: readonly Word[], i: number): boolean {
  return words[i]!.class === 'conj' && words[i + 1]?.class === 'adv' && words[i - 1]?.class === 'adv';
}

/** Behind these stands a noun phrase, not a verb. */
export function nominalContext(word: Word): boolean {
  return word.class === 'det' || word.class === 'prep' || word.class === 'number';
}

/** Can be the end of a subject. */
export function isNominal(word: Word): boolean {
  return word.class === 'noun' || word.class === 'pron' || (word.class === 'verb' && word.use === 'ing');
}

/** A closing bracket or quotation mark. */
export function closes(word: Word): boolean {
  return isOneOf(word.lower, ') ] " \u201d');
}

/** A modal, be, have or do. */
export function isAuxiliary(word: Word): boolean {
  return word.class === 'modal' || word.class === 'be' || word.class === 'have' || word.class === 'do';
}

/** May begin a noun phrase, as far as one word tells. */
export function startsNounPhrase(word: Word): boolean {
  return word.class === 'det' || word.class === 'noun' || word.class === 'adj' || word.class === 'number' || word.class === 'pron' || isOneOf(word.lower, '" \u201c \u2018 \'');
}

/** `while pregnant`, `if untreated`: an adverbial without a verb, which opens no clause. */
export function opensNoClause(words: readonly Word[], i: number): boolean {
  const next = words[i + 1];
  const after = words[i + 2];
  // `Whether taken as a pill or eaten, …`
  if (i === 0 && words[0]!.lower === 'whether' && /(?:ed|en|wn)$/.test(next?.lower ?? '')) return true;
  return words[i]!.class === 'sub' && !isOneOf(words[i]!.lower, 'how why because whether') && next?.class === 'adj' && (!after || !['noun', 'adj', 'pron', 'conj'].includes(after.class) || verbReading(after.lower)?.alsoNoun === false);
}

/** `the food we eat`, `the way parents talk`: a clause that hangs on a noun without a marker begins at this word. */
export function opensContactClause(words: readonly Word[], i: number): boolean {
  const previous = words[i - 1];
  const word = words[i]!;
  if (previous?.class !== 'noun') return false;
  if (previous.lower === 'way' && words[i - 2]?.lower === 'the') return startsNounPhrase(word) && !word.clitic;
  return word.class === 'pron' && !word.clitic && isOneOf(word.lower, 'we they you he she i') && i > 1 && words.slice(0, i - 1).every(({ class: kind }) => kind === 'det' || kind === 'adj' || kind === 'noun');
}
