/** Verb forms: from a form to its lemma, and from a lemma to the form a sentence needs. */
import causalVerbs from '../lexicon/data/grammar/causal-verbs.txt';
import generalVerbs from '../lexicon/data/grammar/verbs.txt';
import irregularVerbs from '../lexicon/data/grammar/irregular-verbs.txt';
import { once } from '../lexicon/once.js';
import { readList, readTable } from '../lexicon/table.js';

/** The forms of an English verb. `s` is the third person singular, `ing` the present participle and gerund. */
export type VerbForm = 'base' | 's' | 'past' | 'participle' | 'ing';

export interface VerbForms {
  readonly base: string;
  readonly s: string;
  readonly past: string;
  readonly participle: string;
  readonly ing: string;
}

/** What a word form can be as a verb. */
export interface VerbReading {
  readonly lemma: string;
  readonly forms: ReadonlySet<VerbForm>;
  /** True where the lemma is also a common noun or adjective (`increase`, `cause`): its neighbours decide. */
  readonly alsoNoun: boolean;
}

/** Verbs of more than one syllable whose last consonant doubles. */
const DOUBLING = new Set(
  'refer occur prefer commit permit submit omit transfer admit compel excel expel control regret incur recur transmit emit defer confer infer deter propel rebut equip remit abhor acquit overlap outfit kidnap format program enrol fulfil'.split(' '),
);

interface Verbs {
  /** In the order in which they count. */
  readonly lemmas: ReadonlySet<string>;
  /** Lemmas that have a form with another first letter: `go`, `be`. */
  readonly shifting: ReadonlySet<string>;
  /** Verbs that are also nouns or adjectives. */
  readonly nouns: ReadonlySet<string>;
  /** Irregular forms with their lemmas. */
  readonly irregular: readonly Spelling[];
}

type Spelling = readonly [word: string, form: VerbForm, lemma: string];

/** What `word` (lower case) can be as a verb; undefined where the lexicons know no such verb form. */
export function verbReading(word: string): VerbReading | undefined {
  const known = readingsWith(word.charAt(0));
  return known.get(word) ?? (BRITISH.test(word) ? known.get(word.replace(/ll(?=ed$|ing$)/, 'l').replace(/(?<=[iy])s(?=(?:e[sd]?|ing)$)/, 'z')) : undefined);
}

/** `fuelled`, `personalises`: read as the American spelling, where the lexicons have only that. */
const BRITISH = /(?:ll(?:ed|ing)|..[iy]s(?:e[sd]?|ing))$/;

/** All forms of a verb lemma: `give` → gives, gave, given, giving. Regular where the lexicon does not say otherwise. */
export function verbForms(lemma: string): VerbForms {
  const space = lemma.indexOf(' ');
  if (space < 0) return spelledForms().get(lemma) ?? regularForms(lemma);
  const { base, s, past, participle, ing } = verbForms(lemma.slice(0, space));
  const rest = lemma.slice(space);
  return { base: base + rest, s: s + rest, past: past + rest, participle: participle + rest, ing: ing + rest };
}

/** Spelt out letter by letter: capitals (`MRI`, `SSRIs`, `X-ray`), or letters before digits. Capitals said as a word are the exception. */
const INITIALS = /^(?:[A-Z]{2,}s?|[A-Z](?=[-\d]))(?![a-z])/;
/** Letters whose names begin with a vowel. */
const VOWEL_LETTER = /^[AEFHILMNORSX]/;
/** Initials that are said as one word and sound otherwise than they are spelt out. */
const WORD_INITIALS = new Map<string, 'a' | 'an'>([
  ['NASA', 'a'], ['NATO', 'a'], ['NICE', 'a'], ['NICU', 'a'], ['SARS', 'a'], ['MERS', 'a'], ['LASIK', 'a'], ['RAM', 'a'], ['ROM', 'a'], ['REM', 'a'],
  ['FODMAP', 'a'], ['FODMAPs', 'a'], ['SIDS', 'a'], ['FEMA', 'a'], ['HIPAA', 'a'], ['SAD', 'a'], ['MIND', 'a'], ['RICE', 'a'],
]);
const SILENT_H = /^(?:hour|honest|honou?r|heir)/;
/** Initials that begin with a small letter, or were put in small letters. */
const SMALL_INITIALS = /^(?:mrna|mri\b|nsaid|ssri|hiv\b)/;
/** Vowel letters that sound like `you` or `won`: `a unit`, `a European`, `a one-off`. */
const CONSONANT_SOUND = /^(?:unan|uni(?!n|m(?!od)|den|ss)|util|uto|ur[aeio]|ute|us[aeiu]|ubi|ufo|eu|ewe|one(?![a-z])|oneself|once)/;
/** Letters before a number or a hyphen are named: `an x-ray`, `a t-test`; `8`, `11` and `18` begin with a vowel. */
const NAMED_LETTER = /^[aefhilmnorsx](?:$|[-\d])/;
const VOWEL_NUMBER = /^(?:8|11(?!\d)|18(?!\d)|11[\s,]?\d{3}(?!\d)|18[\s,]\d{3}(?!\d))/;

/** `a` or `an` before this word or these words, by sound as far as spelling tells it. Capitals matter: `an MRI`, `a US study`. */
export function indefiniteArticle(next: string): 'a' | 'an' {
  const initials = INITIALS.exec(next)?.[0];
  if (initials) return WORD_INITIALS.get(initials) ?? (VOWEL_LETTER.test(initials) ? 'an' : 'a');
  const word = next.toLowerCase();
  if (VOWEL_NUMBER.test(word) || NAMED_LETTER.test(word) || SILENT_H.test(word) || SMALL_INITIALS.test(word)) return 'an';
  if (CONSONANT_SOUND.test(word)) return 'a';
  return /^[aeiou]/.test(word) ? 'an' : 'a';
}

/** The forms that the lexicons spell out: those of causal and of irregular verbs. */
const spelledForms = once((): ReadonlyMap<string, VerbForms> => {
  const forms = new Map<string, VerbForms>();
  for (const [lemma = '', , , base = '', s = '', past = '', participle = '', ing = ''] of readTable(causalVerbs)) {
    if (!lemma.includes(' ')) forms.set(lemma, { base, s, past, participle, ing });
  }
  for (const [base = '', past, participle] of readTable(irregularVerbs)) {
    const regular = AUXILIARIES.includes(base) ? regularForms(base) : (forms.get(base) ?? regularForms(base));
    forms.set(base, { ...regular, past: readList(past)[0] ?? regular.past, participle: readList(participle)[0] ?? regular.participle });
  }
  return forms;
});

const AUXILIARIES: readonly string[] = ['be', 'have', 'do'];

const verbs = once((): Verbs => {
  const nouns = new Set<string>();
  const general: string[] = [];
  for (const [kind, words = ''] of readTable(generalVerbs)) {
    for (const lemma of words.split(' ')) {
      if (kind === 'both') nouns.add(lemma);
      general.push(lemma);
    }
  }
  const causal = readTable(causalVerbs).map(([lemma = '']) => lemma).filter((lemma) => !lemma.includes(' '));
  const irregular: Spelling[] = [];
  const bases: string[] = [];
  for (const [base = '', past, participle] of readTable(irregularVerbs)) {
    bases.push(base);
    for (const form of readList(past)) irregular.push([form, 'past', base]);
    for (const form of readList(participle)) irregular.push([form, 'participle', base]);
  }
  const lemmas = new Set([...causal, ...general, ...AUXILIARIES, ...bases]);
  const shifting = new Set([...AUXILIARIES, ...spelledForms().keys()].filter((lemma) => FORMS.some((form) => verbForms(lemma)[form].charAt(0) !== lemma.charAt(0))));
  return { lemmas, shifting, nouns, irregular };
});

const readings = new Map<string, ReadonlyMap<string, VerbReading>>();

/** What each form with this first letter can be; a short text needs few letters. */
function readingsWith(initial: string): ReadonlyMap<string, VerbReading> {
  let known = readings.get(initial);
  if (!known) readings.set(initial, (known = readForms(initial)));
  return known;
}

/** Of a form of two lemmas the irregular one counts. */
function readForms(initial: string): ReadonlyMap<string, VerbReading> {
  const { lemmas, shifting, nouns, irregular } = verbs();
  const found = new Map<string, { lemma: string; forms: ReadonlySet<VerbForm>; alsoNoun: boolean }>();
  const note = (word: string, form: VerbForm, lemma: string): void => {
    if (word.charAt(0) !== initial) return;
    const known = found.get(word);
    if (!known) found.set(word, { lemma, forms: formSet(ONE.get(form)!), alsoNoun: nouns.has(lemma) });
    else if (known.lemma === lemma) known.forms = withForm(known.forms, form);
    else if (form === 'base') found.set(word, { lemma, forms: withForm(known.forms, form), alsoNoun: nouns.has(lemma) || known.alsoNoun });
  };
  for (const [word, form, lemma] of irregular) note(word, form, lemma);
  for (const lemma of lemmas) {
    if (lemma.charAt(0) !== initial && !shifting.has(lemma)) continue;
    const forms = verbForms(lemma);
    for (const form of FORMS) note(forms[form], form, lemma);
  }
  return found;
}

const FORMS = ['base', 's', 'past', 'participle', 'ing'] as const;
const ONE = new Map<VerbForm, number>(FORMS.map((form, bit) => [form, 1 << bit]));
const sets = new Map<number, ReadonlySet<VerbForm>>();

/** One set for all words that can be the same forms: there are thousands of words and a dozen sets. */
function formSet(bits: number): ReadonlySet<VerbForm> {
  let set = sets.get(bits);
  if (!set) sets.set(bits, (set = new Set(FORMS.filter((form) => bits & ONE.get(form)!))));
  return set;
}

function withForm(known: ReadonlySet<VerbForm>, form: VerbForm): ReadonlySet<VerbForm> {
  if (known.has(form)) return known;
  let bits = ONE.get(form)!;
  for (const one of known) bits |= ONE.get(one)!;
  return formSet(bits);
}

/** The regular forms of a lemma: e dropped, y to i, final consonant doubled in short verbs. */
function regularForms(lemma: string): VerbForms {
  if (lemma === 'be') return { base: 'be', s: 'is', past: 'was', participle: 'been', ing: 'being' };
  if (lemma === 'have') return { base: 'have', s: 'has', past: 'had', participle: 'had', ing: 'having' };
  if (lemma === 'do') return { base: 'do', s: 'does', past: 'did', participle: 'done', ing: 'doing' };
  const s = /[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}ies` : /(?:s|x|z|ch|sh|o)$/.test(lemma) ? `${lemma}es` : `${lemma}s`;
  const stem = doubles(lemma) ? lemma + lemma.at(-1)! : lemma;
  const past = /e$/.test(lemma) ? `${lemma}d` : /[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}ied` : `${stem}ed`;
  const ing = /ie$/.test(lemma) ? `${lemma.slice(0, -2)}ying` : /[^eoy]e$/.test(lemma) ? `${lemma.slice(0, -1)}ing` : `${stem}ing`;
  return { base: lemma, s, past, participle: past, ing };
}

function doubles(lemma: string): boolean {
  return DOUBLING.has(lemma) || /^[^aeiou]*(?:qu)?[aeiou][bdgklmnprtvz]$/.test(lemma);
}
