/**
 * Gives each word of a sentence its class. Closed classes come from a list; whether `increases`, `reduced` or `balance` is a
 * verb is decided here, from its neighbours and from what every clause needs: one finite verb.
 *
 * - `Stress causes cancer` – a noun before, a noun behind, no other finite verb: verb.
 * - `the common causes of cancer` – adjective before: noun.
 * - `Patients treated with X had less pain` – a finite verb follows: `treated` is a participle.
 * - `an increased risk` – determiner before, noun behind: adjective.
 */
import type { Sentence } from '../article/article.js';
import causalVerbs from '../lexicon/data/grammar/causal-verbs.txt';
import functionWords from '../lexicon/data/grammar/function-words.txt';
import reporting from '../lexicon/data/grammar/reporting.txt';
import { readTable } from '../lexicon/table.js';
import { verbReading, type VerbForm, type VerbReading } from './inflection.js';
import { termAt } from '../lexicon/terms.js';
import { tokensOf, type Token } from './tokens.js';

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
  /** For verbs. */
  use?: VerbUse;
  form?: VerbForm;
  /** A contracted auxiliary or negation in the same token (`it'll`, `doesn't`). */
  clitic?: 'not' | 'will' | 'would' | 'have' | 'be';
  /** Part of a lexicon term of several words (`saw palmetto`): no verb. */
  inTerm?: boolean;
  /** True for a plural noun or pronoun, as far as its form tells. */
  plural?: boolean;
}

const CLASSES = new Map<string, string>();
const LISTED_NOUNS = new Set<string>();
const LISTED_ADJECTIVES = new Set<string>();
for (const [kind = '', words = ''] of readTable(functionWords)) {
  for (const word of words.split(' ')) {
    if (kind === 'noun') LISTED_NOUNS.add(word);
    else if (kind === 'adj') LISTED_ADJECTIVES.add(word);
    else if (!CLASSES.has(word)) CLASSES.set(word, kind);
  }
}
const PARTICLE_VERBS = new Set(readTable(causalVerbs).map(([lemma = '']) => lemma.split(' ').slice(0, 2).join(' ')).filter((lemma) => lemma.includes(' ')));
const REPORTING = new Set(readTable(reporting).map(([word]) => word ?? ''));
const BE = new Map([['am', 's'], ['is', 's'], ['are', 's'], ['was', 'past'], ['were', 'past'], ['be', 'base'], ['been', 'participle'], ['being', 'ing']] as const);
const CLITIC = /^(.+)'(ll|d|ve|re|s)$/;
const PRONOUNS_WITH_S = new Set(['it', 'he', 'she', 'that', 'there', 'what', 'who', 'here', 'this', 'how', 'where']);
const PLURAL_WORDS = new Set(['they', 'we', 'you', 'i', 'people', 'men', 'women', 'children', 'data', 'media', 'bacteria', 'these', 'those', 'many', 'some', 'few', 'others', 'mice', 'both', 'all', 'police']);
const SINGULAR_S = /(?:ss|us|is|itis|osis|(?:econom|phys|genet|eth|polit|mathemat|pediatr|obstetr|geriatr|kinet|dynam|orthoped|linguist|athlet|diabet)ics)$/;
/** Nouns whose `-s` form is nearly always a plural although a verb exists. */
const NOUN_FIRST = new Set(['level', 'rate', 'risk', 'effect', 'study', 'result', 'type', 'group', 'factor', 'age', 'dose', 'sample', 'trial', 'outcome', 'score', 'test', 'case', 'stage', 'model', 'drug', 'plant', 'tea', 'muscle', 'experience', 'study', 'record', 'report', 'program', 'patient', 'condition', 'figure', 'share', 'use', 'practice', 'function', 'base', 'time', 'pain', 'page', 'point', 'form', 'parent', 'process', 'measure', 'line', 'limit', 'research', 'change', 'interest', 'care', 'work', 'cost', 'head', 'gap', 'role', 'term', 'rule', 'hand', 'eye', 'face', 'date', 'state', 'source', 'sign', 'subject', 'pattern', 'issue', 'design', 'access', 'brand', 'market', 'stage', 'class', 'leaf']);
/** Words before `to` that make it a preposition: `exposure to stress`. */
const TO_PREPOSITION = new Set(['due', 'exposure', 'exposed', 'lead', 'leads', 'led', 'leading', 'contribute', 'contributes', 'contributed', 'contributing', 'related', 'compared', 'similar', 'linked', 'link', 'response', 'respond', 'responds', 'resistance', 'resistant', 'according', 'adherence', 'access', 'attributed', 'attributable', 'relative', 'sensitivity', 'sensitive', 'vulnerable', 'susceptible', 'susceptibility', 'addition', 'tied', 'equivalent', 'prior', 'owing', 'thanks', 'predispose', 'predisposes', 'subject', 'superior', 'inferior', 'rise', 'translate', 'translates', 'translated', 'adjusted', 'close', 'equal', 'addicted', 'bind', 'binds', 'return', 'harmful', 'beneficial', 'adapt', 'alternative']);

const cache = new WeakMap<Sentence, readonly Word[]>();

/** The words of a sentence with their classes; worked out once for each sentence object. Linear in the sentence's length. */
export function wordsOf(sentence: Sentence): readonly Word[] {
  let words = cache.get(sentence);
  if (!words) cache.set(sentence, (words = classify(tokensOf(sentence))));
  return words;
}

/** Classes for a run of tokens that is one sentence. */
export function classify(tokens: readonly Token[]): Word[] {
  const words = tokens.map(firstGuess);
  markTerms(words, tokens);
  const readings = words.map((word) => ((word.class === 'noun' || word.class === 'adj') && !word.inTerm ? verbReading(word.lower) : undefined));
  const levels: { finite: boolean; bare: boolean; past: boolean }[] = [{ finite: false, bare: false, past: false }];
  const outside: (typeof levels)[] = [];
  const top = () => levels[levels.length - 1]!;
  const open = () => levels.some((level) => !level.finite);
  const finite = (past: boolean) => {
    while (levels.length > 1 && top().finite && open()) levels.pop();
    top().finite = true;
    top().bare = false;
    top().past = past;
  };
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    const reading = readings[i];
    const state: State = { words, readings, i, finiteOpen: open(), nested: levels.filter((level) => !level.finite).length > 1, bareBefore: top().bare, pastBefore: top().past };
    if (word.class === 'that') resolveThat(word, words, i);
    else if (reading) decide(word, reading, state);
    else if (word.class === 'noun' && word.token.kind === 'word' && /[a-df-z]ed$/.test(word.lower) && !LISTED_NOUNS.has(word.lower)) decideEd(word, { lemma: word.lower, forms: PAST_FORMS, alsoNoun: false }, state);
    else if (word.class === 'noun' && /[a-z]{2}ing$/.test(word.lower) && !LISTED_NOUNS.has(word.lower)) asVerb(word, word.lower, 'ing', 'ing');
    if (word.clitic && word.clitic !== 'not') finite(false);
    switch (word.class) {
      case 'verb':
        if (word.use === 'finite') finite(word.form === 'past');
        if (word.use === 'bare' || (word.use === 'finite' && word.form === 'base')) top().bare = true;
        if (word.use === 'finite' && REPORTING.has(word.lemma)) levels.push({ finite: false, bare: false, past: false });
        break;
      case 'modal': case 'do':
        finite(word.lower.startsWith('did'));
        top().bare = true;
        break;
      case 'be': case 'have':
        if (word.form === 's' || word.form === 'past' || (word.form === 'base' && word.class === 'have' && !precededByModal(words, i))) finite(word.form === 'past');
        break;
      case 'to':
        top().bare = true;
        break;
      case 'sub': case 'wh': case 'that':
        levels.push({ finite: false, bare: false, past: false });
        break;
      case 'punctuation':
        if (/^[;:\u2013\u2014]$/.test(word.lower)) levels.splice(0, levels.length, { finite: false, bare: false, past: false });
        // `Since mint eases cramps, …`: the comma ends the clause that the first word opened.
        else if (word.lower === ',' && /^(?:since|after|before|until|as)$/.test(words[0]!.lower) && !words.slice(1, i).some((one) => one.lower === ',')) top().finite = false;
        else if (/^[([]$/.test(word.lower)) outside.push(levels.splice(0, levels.length, { finite: false, bare: false, past: false }));
        else if (/^[)\]]$/.test(word.lower) && outside.length > 0) levels.splice(0, levels.length, ...outside.pop()!);
        break;
      case 'conj':
        if (words[i - 1]?.lower === ',') levels.push({ ...top(), finite: false });
        break;
      default:
    }
  }
  return words;
}

const DITRANSITIVE = new Set(['give', 'offer', 'call', 'teach', 'show', 'assign', 'send', 'prescribe']);
/** Verbs whose participle makes compounds: `diet-induced obesity`, often written apart. */
const COMPOUND = new Set(['induce', 'base', 'relate', 'control', 'associate', 'derive', 'mediate', 'match', 'treat', 'center', 'feed', 'link']);
/** Verbs that are also nouns and stand well before a preposition: `the pain starts in the hip`. */
const INTRANSITIVE = new Set(['work', 'start', 'stop', 'rest', 'act', 'travel', 'fall', 'rise', 'drop', 'range', 'live', 'end', 'spread', 'travel', 'move', 'run', 'stay', 'stand', 'turn', 'help', 'sleep', 'look', 'point', 'target', 'matter', 'peak', 'deal', 'benefit', 'suffer', 'recover', 'interact', 'interest']);
const PAST_FORMS: ReadonlySet<VerbForm> = new Set(['past', 'participle'] as const);

interface State {
  readonly words: readonly Word[];
  readonly readings: readonly (VerbReading | undefined)[];
  readonly i: number;
  /** Some open clause still lacks its finite verb. */
  readonly finiteOpen: boolean;
  /** More than one does: a later finite verb may belong to the outer one (`Evidence that it helps is weak`). */
  readonly nested: boolean;
  /** A base form has been used after a modal, `to` or a plural subject: `and provide` may continue it. */
  readonly bareBefore: boolean;
  readonly pastBefore: boolean;
}

function firstGuess(token: Token): Word {
  const lower = token.lower;
  const word = (kind: WordClass, lemma = lower, more: Partial<Word> = {}): Word => ({ token, lower, class: kind, lemma, ...more });
  if (token.kind === 'punctuation') return word('punctuation');
  if (token.kind === 'number') return word('number');
  const kind = CLASSES.get(lower);
  if (kind === 'be') {
    const base = lower.replace(/n't$/, '');
    return word('be', 'be', { form: BE.get(base as 'is') ?? 's', ...(base !== lower ? { clitic: 'not' as const } : {}) });
  }
  if (kind === 'have' || kind === 'do') {
    const base = lower.replace(/n't$/, '');
    const form: VerbForm = /^(?:has|does)/.test(lower) ? 's' : /^(?:had|did)/.test(lower) ? 'past' : lower === 'having' ? 'ing' : 'base';
    return word(kind, kind, { form, ...(base !== lower ? { clitic: 'not' as const } : {}) });
  }
  if (kind === 'prepsub') return word('prep');
  if (kind) return word(kind as WordClass, lower, PLURAL_WORDS.has(lower) ? { plural: true } : {});
  if (lower.endsWith("n't")) return word('modal', lower === "can't" ? 'can' : lower === "won't" ? 'will' : lower.slice(0, -3), { clitic: 'not' });
  const clitic = lower.includes("'") ? CLITIC.exec(lower) : null;
  if (clitic && (clitic[2] !== 's' || PRONOUNS_WITH_S.has(clitic[1]!)) && CLASSES.has(clitic[1]!)) {
    const which = ({ ll: 'will', d: 'would', ve: 'have', re: 'be', s: 'be' } as const)[clitic[2] as 'll'];
    return word('pron', clitic[1]!, { clitic: which });
  }
  if (/'s?$/.test(lower)) return word('det', lower);
  if (LISTED_ADJECTIVES.has(lower)) return word('adj');
  const plural = PLURAL_WORDS.has(lower) || (/s$/.test(lower) && !SINGULAR_S.test(lower) && !(LISTED_NOUNS.has(lower) && !/[^s]s$/.test(lower)));
  if (LISTED_NOUNS.has(lower)) return word('noun', lower, plural && !/(?:betes|pes|bies|ses|ews|ness|ous)$/.test(lower) ? { plural: true } : {});
  if (/[a-z]{2}ly$/.test(lower) && !/(?:family|supply|anomaly|belly|assembly|fly|july|italy|reply|apply|^ally|bully|jelly|monopoly)$/.test(lower)) return word('adv');
  if (verbReading(lower)) return word('noun', lower, plural ? { plural: true } : {});
  if (/(?:ous|ful|less|ible|able|ical|ic|ive|ary|ular|ent|ant|al|-like|-free|-based|-term|-dose)$/.test(lower) && !/(?:ment|ival|tant|patient|agent|student|infant|adolescent|parent|plant|hospital|animal|antidepressant|stimulant|clinic|content|topic|metal|trial|removal|arrival|withdrawal|approval|antibiotic|mechanic|music|public|epidemic|pandemic|variable|vegetable|adjuvant|survival|renewal|percent|mental)$/.test(lower)) return word('adj');
  if (/(?:mental|experimental|environmental|fundamental)$/.test(lower)) return word('adj');
  return word('noun', lower, plural ? { plural: true } : {});
}

/** `turmeric`, `arthritic pain`: the last word of a lexicon term is a noun, whatever its ending looks like. */
function markTerms(words: readonly Word[], tokens: readonly Token[]): void {
  for (let i = 0; i < tokens.length; i++) {
    if (words[i]!.class !== 'adj' && words[i]!.class !== 'noun') continue;
    const term = termAt(tokens, i);
    if (!term) continue;
    const last = words[term.to - 1]!;
    if (last.class === 'adj') last.class = 'noun';
    if (term.to > i + 1) for (let j = i; j < term.to; j++) words[j]!.inTerm = true;
    i = term.to - 1;
  }
}

function resolveThat(word: Word, words: readonly Word[], i: number): void {
  const previous = words[i - 1];
  const next = words[i + 1];
  const nounNext = next && (next.class === 'noun' || next.class === 'adj');
  if (previous?.class === 'prep' || previous?.class === 'conj' && nounNext && !next.plural && verbLater(words, i) < 0) word.class = 'det';
  else if (!previous || previous.class === 'punctuation' && previous.lower !== ',') word.class = next && nounNext ? 'det' : 'pron';
}

function verbLater(words: readonly Word[], i: number): number {
  for (let j = i + 1; j < words.length && j < i + 12; j++) if (isAuxiliary(words[j]!) || (words[j]!.class === 'noun' && verbReading(words[j]!.lower))) return j;
  return -1;
}

function decide(word: Word, reading: VerbReading, state: State): void {
  const { forms } = reading;
  if (forms.has('ing')) decideIng(word, reading, state);
  else if (forms.has('s')) decideS(word, reading, state);
  else if (forms.has('base') && !(forms.has('participle') && afterBeOrHave(state))) decideBase(word, reading, state);
  else decideEd(word, reading, state);
}

/** `offering relief`, `is increasing`, but `a calming tea`, `the training`. */
function decideIng(word: Word, reading: VerbReading, { words, i }: State): void {
  const previous = words[i - 1];
  const next = words[i + 1];
  if (previous && (previous.class === 'det' || previous.class === 'number')) {
    if (LISTED_NOUNS.has(word.lower) || !next || next.class !== 'noun') return;
    word.class = 'adj';
    return;
  }
  if (LISTED_ADJECTIVES.has(word.lower) && next && (next.class === 'noun' || next.class === 'adj')) return;
  if (LISTED_NOUNS.has(word.lower)) {
    if (previous?.class === 'be' && next && (startsNounPhrase(next) || next.class === 'sub' || next.class === 'that')) asVerb(word, reading.lemma, 'ing', 'ing');
    return;
  }
  if (previous?.class === 'adj' && !isAuxiliary(words[i - 2] ?? word) && (!next || !startsNounPhrase(next))) return;
  asVerb(word, reading.lemma, 'ing', 'ing');
}

/** `causes`: verb in `Stress causes cancer`, noun in `the causes of cancer`. */
function decideS(word: Word, reading: VerbReading, state: State): void {
  const { words, i } = state;
  const before = skipAdverbs(words, i);
  const previous = words[before];
  const next = words[i + 1];
  const toVerb = () => asVerb(word, reading.lemma, 's', 'finite');
  if (previous && /^(?:this|that)$/.test(previous.lower) && previous.class === 'det') {
    // `this helps`: a plural noun would not agree with `this`.
    previous.class = 'pron';
    return toVerb();
  }
  if (previous && nominalContext(previous)) return;
  if (previous && previous.class === 'adj' && !(before < i - 1) && (reading.alsoNoun || LISTED_NOUNS.has(word.lower))) return;
  if (next && isAuxiliary(next) && next.lower !== 'having') return;
  if (!reading.alsoNoun && !(LISTED_NOUNS.has(word.lower) && previous?.class !== 'pron' && previous?.class !== 'wh')) return toVerb();
  if (reading.lemma === 'help' && state.readings[i + 1]?.forms.has('base') && !LISTED_NOUNS.has(next?.lower ?? '')) return toVerb();
  if (verbFollows(state)) return;
  const strong = isRelationWithParticle(reading.lemma, next);
  const first = (NOUN_FIRST.has(reading.lemma) || LISTED_NOUNS.has(word.lower)) && !strong;
  if (!previous) {
    if (i > 0 && !/ly$/.test(words[i - 1]!.lower)) return;
    if (next && startsNounPhrase(next) && !first && !finiteAhead(state)) toVerb();
    return;
  }
  if (previous.class === 'conj' || previous.lower === ',') {
    const determined = next && (next.class === 'det' || next.class === 'pron' || next.class === 'to' || strong || (((next.class === 'prep' && next.lower !== 'of') || next.class === 'adj' || next.class === 'noun' || next.class === 'adv') && !first));
    if (determined && (!state.finiteOpen || previous.class === 'conj') && verbBefore(words, i, 's')) toVerb();
    else if (determined && state.finiteOpen && previous.lower === ',' && !finiteAhead(state)) toVerb();
    return;
  }
  const direct = previous.class === 'pron' || previous.class === 'wh' || previous.class === 'that';
  if (!isNominal(previous) && !direct && !closes(previous)) return;
  if (!direct && isNominal(previous) && !subjectNumber(words, before).singular) return;
  if (!direct && (!state.finiteOpen || (finiteAhead(state) && !state.nested && !(strong && startsNounPhrase(words[i + 2] ?? word))))) return;
  if (!next || (next.class === 'punctuation' && !/["'“‘(]/.test(next.lower))) {
    if (direct) toVerb();
    return;
  }
  if (first && !direct && !(next.class === 'det' || next.class === 'pron' || (next.class === 'adj' && reading.lemma === 'change'))) return;
  if (next.class === 'conj' && !direct) return;
  if (next.class === 'prep' && !direct && !strong && !INTRANSITIVE.has(reading.lemma)) return;
  toVerb();
}

/** `action control seem to`: the next word can only be a verb, so this one is a noun. */
function verbFollows({ readings, words, i }: State): boolean {
  const reading = readings[i + 1];
  return Boolean(reading && !reading.alsoNoun && (reading.forms.has('base') || reading.forms.has('s')) && words[i + 1]!.class !== 'adj' && !LISTED_NOUNS.has(words[i + 1]!.lower));
}

/** `leads to`, `result in`, `act on`: a verb that the next word settles. */
function isRelationWithParticle(lemma: string, next: Word | undefined): boolean {
  return Boolean(next && PARTICLE_VERBS.has(`${lemma} ${next.lower}`));
}

/**
 * What numbers a subject that ends at `last` may have. The head may stand before a preposition or a participle:
 * `Use of sunbeds leads to …` agrees with `use`, `Antivirals for HCV improve …` with `antivirals`.
 */
function subjectNumber(words: readonly Word[], last: number): { readonly singular: boolean; readonly plural: boolean } {
  let singular = false;
  let plural = false;
  const note = (word: Word) => {
    if (word.class === 'pron' && !word.plural && word.lower !== 'it') plural = true;
    if (word.plural) plural = true;
    else singular = true;
  };
  note(words[last]!);
  for (let j = last - 1; j >= 0; j--) {
    const word = words[j]!;
    if (/^[;:()\u2014]$/.test(word.lower) || word.class === 'sub' || word.class === 'wh' || word.class === 'that' || (word.class === 'verb' && word.use === 'finite') || word.class === 'modal') break;
    if (word.lower === 'and') plural = true;
    if (word.lower === ',' && words[j + 1]?.class !== 'conj') continue;
    const behind = words[j + 1];
    if (word.class === 'noun' && behind && (behind.class === 'prep' || behind.class === 'to' || (behind.class === 'verb' && behind.use !== 'finite'))) note(word);
    if (word.class === 'verb' && word.use === 'ing' && (j === 0 || words[j - 1]!.class === 'punctuation')) singular = true;
  }
  return { singular, plural };
}

/** `increase`: after a modal, `to` or `help`; after a plural subject that has no verb yet; in coordination with such a verb. */
function decideBase(word: Word, reading: VerbReading, state: State): void {
  const { words, i } = state;
  const before = skipAdverbs(words, i);
  const previous = words[before];
  const next = words[i + 1];
  const listed = LISTED_NOUNS.has(word.lower) || LISTED_ADJECTIVES.has(word.lower) || reading.alsoNoun;
  if (!previous || (previous.class === 'punctuation' && !/^[,)\]"'\u2019\u201d%/&+-]$/.test(previous.lower))) {
    if (!listed || (next && (next.class === 'det' || next.class === 'pron') && word.class !== 'adj')) asVerb(word, reading.lemma, 'base', 'finite');
    return;
  }
  if (previous.class === 'modal' || previous.class === 'do' || (previous.clitic && previous.clitic !== 'be' && previous.clitic !== 'have' && previous.clitic !== 'not')) {
    if (LISTED_ADJECTIVES.has(word.lower) && next && startsNounPhrase(next) && verbReading(next.lower)) return;
    asVerb(word, reading.lemma, 'base', 'bare');
    return;
  }
  if (previous.class === 'to') {
    if (listed && TO_PREPOSITION.has(words[before - 1]?.lower ?? '') && before === i - 1) return;
    if (listed && next && (isAuxiliary(next) || next.lower === ',') && words[before - 1]?.class === 'noun' && NOUN_FIRST.has(reading.lemma)) return;
    asVerb(word, reading.lemma, 'base', 'bare');
    return;
  }
  if (previous.class === 'verb' && (previous.lemma === 'help' || previous.lemma === 'let') && (!listed || (next && startsNounPhrase(next)))) {
    asVerb(word, reading.lemma, 'base', 'bare');
    return;
  }
  if (/^(?:these|those|all|many|most|both|some|several)$/.test(previous.lower) && previous.class === 'det' && !listed && state.finiteOpen && next && startsNounPhrase(next)) {
    previous.class = 'pron';
    asVerb(word, reading.lemma, 'base', 'finite');
    return;
  }
  if (nominalContext(previous) || previous.class === 'adj') return;
  if (helpBefore(words, i) && (!reading.alsoNoun || previous.class === 'pron') && isNominal(previous)) {
    asVerb(word, reading.lemma, 'base', 'bare');
    return;
  }
  if (previous.class === 'conj' || previous.lower === ',') {
    const continues = state.bareBefore && (!listed || (next && (next.class === 'det' || next.class === 'pron' || (next.class === 'noun' && word.class !== 'adj' && !NOUN_FIRST.has(reading.lemma) && verbJustBefore(words, before)))));
    if (continues) asVerb(word, reading.lemma, 'base', state.words.slice(Math.max(0, i - 30), i).some((one) => one.class === 'modal' || one.class === 'to' || one.class === 'do' || one.clitic === 'will') ? 'bare' : 'finite');
    else if (previous.lower === ',' && state.finiteOpen && !listed && next && startsNounPhrase(next) && !finiteAhead(state) && words.slice(0, before).some((one) => one.plural)) asVerb(word, reading.lemma, 'base', 'finite');
    else if (reading.forms.has('past') && (state.finiteOpen || state.pastBefore) && next && startsNounPhrase(next)) asVerb(word, reading.lemma, 'past', 'finite');
    return;
  }
  const subject = isNominal(previous) || closes(previous) || previous.class === 'wh' || previous.class === 'that' || previous.class === 'pron';
  if (!subject) return;
  const strong = isRelationWithParticle(reading.lemma, next);
  const plural = previous.class === 'wh' || previous.class === 'that' || closes(previous) || subjectNumber(words, before).plural;
  if (!plural && listed) return;
  if (!plural && isNominal(previous) && previous.class !== 'pron') {
    if (reading.forms.has('past')) decideEd(word, reading, state);
    else if (!listed && state.finiteOpen && next && startsNounPhrase(next) && !finiteAhead(state)) asVerb(word, reading.lemma, 'base', 'finite');
    return;
  }
  if (!listed || previous.class === 'pron') {
    if (state.finiteOpen || previous.class === 'pron') asVerb(word, reading.lemma, 'base', 'finite');
    return;
  }
  if (!state.finiteOpen || (finiteAhead(state) && !state.nested) || verbFollows(state)) return;
  if (next && (startsNounPhrase(next) || strong || (next.class === 'prep' && previous.plural && next.lower !== 'of' && !NOUN_FIRST.has(reading.lemma)) || next.class === 'to' || next.class === 'adv') && !(NOUN_FIRST.has(reading.lemma) && !strong && next.class !== 'det' && next.class !== 'pron')) asVerb(word, reading.lemma, 'base', 'finite');
}

/** `reduced`: finite with a subject and no other verb, participle after be and have or behind a noun, adjective before one. */
function decideEd(word: Word, reading: VerbReading, state: State): void {
  const { words, i } = state;
  const before = skipAdverbs(words, i);
  const previous = words[before];
  const next = words[i + 1];
  const past = reading.forms.has('past');
  const participle = reading.forms.has('participle');
  const asFinite = () => asVerb(word, reading.lemma, 'past', 'finite');
  const asParticiple = () => (participle ? asVerb(word, reading.lemma, 'participle', 'participle') : asFinite());
  if (!participle) return asFinite();
  if (afterBeOrHave(state)) return asParticiple();
  if (!past) return asParticiple();
  const nounNext = next && (next.class === 'noun' || next.class === 'adj');
  if (!previous || (previous.class === 'punctuation' && previous.lower !== ',' && !closes(previous))) {
    if (nounNext) word.class = 'adj';
    else asParticiple();
    return;
  }
  if (nominalContext(previous) || previous.class === 'adj') {
    if (nounNext || previous.class === 'prep') word.class = 'adj';
    else asParticiple();
    return;
  }
  if (previous.class === 'verb' && previous.use === 'ing' && state.finiteOpen && (before < i - 1 || (next && next.class !== 'noun'))) return asFinite();
  if (previous.class === 'verb' || previous.class === 'be') {
    word.class = 'adj';
    return;
  }
  if (previous.class === 'conj') {
    if (nounNext && (words[before - 1]?.class === 'adj' || !words.slice(0, before).some((one) => (one.class === 'verb' && one.use === 'finite') || isAuxiliary(one)))) {
      word.class = 'adj';
      return;
    }
    if (state.pastBefore && !state.finiteOpen && verbBefore(words, i, 'past')) return asFinite();
    if (nounNext && !state.finiteOpen) word.class = 'adj';
    else if (state.finiteOpen && !finiteAhead(state)) asFinite();
    else asParticiple();
    return;
  }
  if (previous.class === 'wh' && nounNext && words[before - 1]?.class === 'prep' && finiteAhead(state)) {
    word.class = 'adj';
    return;
  }
  if (previous.class === 'pron' || previous.class === 'wh' || (previous.class === 'that' && previous.lower === 'that')) return asFinite();
  if (reading.lemma === 'age' && next?.class === 'number') return asParticiple();
  if (previous.lower === ',') {
    if (nounNext && words.slice(0, before).every((one) => one.class === 'adv' || one.class === 'conj' || one.class === 'punctuation')) {
      word.class = 'adj';
      return;
    }
    if (next?.class === 'prep' && !isRelationWithParticle(reading.lemma, next) && (next.lower === 'by' || state.words.slice(0, before).some((one) => one.class === 'noun') === false || candidateAhead(state))) return asParticiple();
    if (state.finiteOpen && !finiteAhead(state, true)) return asFinite();
    return asParticiple();
  }
  if (previous.class === 'to') return asParticiple();
  if (next?.lower === 'by' && !/^(?:\d|an?$|one|two|three|half|more|up)/.test(words[i + 2]?.lower ?? '')) return asParticiple();
  if (!state.finiteOpen) return asParticiple();
  // A participle behind its noun has no object: `the drug reduced pain and was safe`, but `patients treated with it were`.
  if (next && (next.class === 'det' || next.class === 'pron') && !/^(?:more|less|every|each|much|enough)$/.test(next.lower) && !DITRANSITIVE.has(reading.lemma)) return asFinite();
  if (nounNext && COMPOUND.has(reading.lemma) && before === i - 1) {
    word.class = 'adj';
    return;
  }
  if (nounNext && !COMPOUND.has(reading.lemma) && (before < i - 1 || /^(?:help|make|let|cause|enable|allow)$/.test(reading.lemma))) return asFinite();
  if (finiteAhead(state) && !state.nested) return asParticiple();
  asFinite();
}

function asVerb(word: Word, lemma: string, form: VerbForm, use: VerbUse): void {
  word.class = 'verb';
  word.lemma = lemma;
  word.form = form;
  word.use = use;
}

/** Index of the nearest word before `i` that is no adverb or `not`. */
function skipAdverbs(words: readonly Word[], i: number): number {
  let j = i - 1;
  while (j >= 0 && (words[j]!.class === 'adv' || words[j]!.class === 'not' || ((words[j]!.lower === 'both' || words[j]!.lower === 'all') && j > 0 && isNominal(words[j - 1]!)))) j--;
  return j;
}

/** Behind these stands a noun phrase, not a verb. */
function nominalContext(word: Word): boolean {
  return word.class === 'det' || word.class === 'prep' || word.class === 'number';
}

function isNominal(word: Word): boolean {
  return word.class === 'noun' || word.class === 'pron' || (word.class === 'verb' && word.use === 'ing');
}

function closes(word: Word): boolean {
  return /^[)\]"\u201d]$/.test(word.lower);
}

export function isAuxiliary(word: Word): boolean {
  return word.class === 'modal' || word.class === 'be' || word.class === 'have' || word.class === 'do';
}

/** May begin a noun phrase, as far as one word tells. */
export function startsNounPhrase(word: Word): boolean {
  return word.class === 'det' || word.class === 'noun' || word.class === 'adj' || word.class === 'number' || word.class === 'pron' || /^["“‘']$/.test(word.lower);
}

function afterBeOrHave({ words, i }: State): boolean {
  for (let j = i - 1; j >= 0 && j > i - 6; j--) {
    const word = words[j]!;
    if (word.class === 'be' || word.class === 'have' || word.clitic === 'have' || word.clitic === 'be' || word.lemma === 'get') return true;
    if (word.class !== 'adv' && word.class !== 'not' && word.lower !== 'both' && !(word.class === 'verb' && word.use === 'participle') && word.class !== 'conj') return false;
  }
  return false;
}

function precededByModal(words: readonly Word[], i: number): boolean {
  const previous = words[skipAdverbs(words, i)];
  return previous?.class === 'modal' || previous?.class === 'to' || previous?.clitic === 'will' || previous?.clitic === 'would';
}

/** True where an unmistakable finite verb follows in the same clause, not coordinated with this one. */
function finiteAhead({ words, readings, i }: State, acrossCommas = false): boolean {
  let depth = 0;
  for (let j = i + 1; j < words.length; j++) {
    const word = words[j]!;
    if (word.lower === '(') depth++;
    if (depth > 0) {
      if (word.lower === ')') depth--;
      continue;
    }
    if (word.class === 'sub' || word.class === 'wh' || word.class === 'that' && j > i + 1 || /^[;:()\u2014]$/.test(word.lower)) return false;
    if (word.lower === ',' && !acrossCommas) return false;
    if (word.class === 'that') return false;
    const previous = words[skipAdverbs(words, j)];
    if (previous?.class === 'conj') continue;
    if (word.class === 'modal' || word.class === 'do' || ((word.class === 'be' || word.class === 'have') && (word.form === 's' || word.form === 'past' || (word.class === 'have' && word.form === 'base' && previous?.class !== 'to' && previous?.class !== 'modal')))) return true;
    const reading = readings[j];
    if (LISTED_NOUNS.has(word.lower)) continue;
    if (!reading || !previous || nominalContext(previous) || previous.class === 'adj' || previous.class === 'to') continue;
    if (reading.forms.has('s') && !reading.alsoNoun) return true;
    if (reading.forms.has('past') && !reading.forms.has('participle') && !reading.forms.has('base')) return true;
    const nextOne = words[j + 1];
    if (reading.forms.has('past') && (isNominal(previous) || (acrossCommas && previous.lower === ',')) && nextOne && (nextOne.class === 'det' || nextOne.class === 'that')) return true;
    if (reading.forms.has('base') && !reading.alsoNoun && previous.plural && !LISTED_NOUNS.has(word.lower)) return true;
  }
  return false;
}

/** True where a later word may be the finite verb: behind a comma, before an object. */
function candidateAhead({ words, readings, i }: State): boolean {
  for (let j = i + 1; j < words.length - 1; j++) {
    const reading = readings[j];
    if (reading && !reading.forms.has('ing') && words[j - 1]!.lower === ',' && startsNounPhrase(words[j + 1]!)) return true;
  }
  return false;
}

function verbBefore(words: readonly Word[], i: number, form: VerbForm): boolean {
  for (let j = i - 1; j >= 0; j--) {
    const word = words[j]!;
    if (word.class === 'sub' || word.lower === ';') return false;
    if (word.class === 'verb' && word.use === 'finite') return word.form === form;
    if ((word.class === 'be' || word.class === 'have') && (word.form === form || (form === 's' && word.form === 's'))) return true;
  }
  return false;
}

function verbJustBefore(words: readonly Word[], i: number): boolean {
  return words.slice(Math.max(0, i - 6), i).some((word) => word.class === 'verb');
}

function helpBefore(words: readonly Word[], i: number): boolean {
  for (let j = i - 1; j >= 0 && j > i - 7; j--) {
    const word = words[j]!;
    if (word.class === 'verb' && /^(?:help|make|let)$/.test(word.lemma)) return true;
    if (word.class === 'punctuation' || word.class === 'prep') return false;
  }
  return false;
}
