/**
 * Titles name their verb sparingly, and it is often one that is a noun too: `Poverty changes infant brain`, `Ketamine works fast`.
 * Where the reading from left to right has found no verb that carries the title, the likeliest word becomes it.
 */
import type { VerbReading } from './inflection.js';
import { isOneOf } from './one-of.js';
import { hinted, PARTICLE_VERBS, RELATION_HEADS } from './verb-lists.js';
import { claimWords } from './word-lists.js';
import { asVerb, closes, isAuxiliary, isNominal, LISTED_ADJECTIVES, LISTED_NOUNS, skipAdverbs, startsNounPhrase, type Word } from './words.js';

/** Titles are short; the first sentence of a release is not. */
const LONGEST_TITLE = 24;
const NOUN_FIRST = hinted('noun-first');
const FINDING = hinted('finding');
const INTRANSITIVE = hinted('intransitive');
/** Verbs of change without an object. */
const CHANGES = claimWords('title-changes');
const SOURCE = claimWords('source');
const SOURCE_VERB = claimWords('source-verb');

/** A title or another line without a full stop, short enough to be one: it may leave articles, auxiliaries and colons out. */
export function isTitle(words: readonly Word[]): boolean {
  return words.length >= 2 && words.length <= LONGEST_TITLE && !isOneOf(words.at(-1)!.lower, '. ! ; : \u2026 " \u201d');
}

/** Gives a title that has no finite verb the verb that its neighbours allow; the words are changed in place. */
export function findTitleVerb(words: readonly Word[], readings: readonly (VerbReading | undefined)[]): void {
  if (!isTitle(words)) return;
  const end = clauseEnd(words);
  if (words[end]?.class === 'wh' && words.slice(0, end).every((word) => word.class === 'noun' || word.class === 'adj' || word.class === 'det')) return afterRelative(words, readings, end);
  const from = words.findIndex(({ lower }, i) => lower === ':' && i < 5) + 1;
  for (let i = from; i < end; i++) {
    const word = words[i]!;
    if (word.class === 'modal' || word.class === 'do' || (word.class === 'verb' && word.use === 'finite')) return;
    if ((word.class === 'be' || word.class === 'have') && (word.form === 's' || word.form === 'past' || (word.class === 'have' && word.form === 'base' && words[i - 1]?.class !== 'to'))) return;
    // `Drug use linked to …`: the participle is the predicate.
    if (word.class === 'verb' && word.use === 'participle' && i > from && words[i + 1] && (words[i + 1]!.class === 'prep' || words[i + 1]!.class === 'to')) return;
  }
  for (let i = from + 1; i < end - 1; i++) {
    const reading = readings[i];
    if (!reading || words[i]!.class !== 'noun' || !carries(words, readings, i, end)) continue;
    const form = reading.forms.has('s') ? 's' : 'base';
    asVerb(words[i]!, reading.lemma, form, 'finite');
    return;
  }
}

/** `Women who nap raise their risk`: behind the verb of the relative clause stands the one that the title hangs on. */
function afterRelative(words: readonly Word[], readings: readonly (VerbReading | undefined)[], marker: number): void {
  const plural = words[marker - 1]!.plural === true;
  let inner = -1;
  for (let i = marker + 1; i < words.length; i++) {
    const word = words[i]!;
    const carrier = word.class === 'modal' || word.class === 'be' || word.class === 'have' || word.class === 'do' || (word.class === 'verb' && word.use === 'finite');
    if (carrier && inner >= 0) return;
    if (carrier) inner = i;
    const reading = readings[i];
    const next = words[i + 1];
    if (carrier || inner < 0 || word.class !== 'noun' || !reading || !RELATION_HEADS.has(reading.lemma) || !next || !startsNounPhrase(next)) continue;
    if (words[i - 1]!.class === 'adj' || words[i - 1]!.class === 'det' || words[i - 1]!.class === 'prep' || !reading.forms.has(plural ? 'base' : 's')) continue;
    asVerb(word, reading.lemma, plural ? 'base' : 's', 'finite');
    return;
  }
}

/** Where the title's own clause ends: before `…, study finds` and before `when`, `that`, `who`. */
function clauseEnd(words: readonly Word[]): number {
  const source = attributionAt(words);
  if (source > 0) return source;
  const opened = words.findIndex((word, i) => i > 0 && (word.class === 'sub' || word.class === 'wh' || word.class === 'that'));
  return opened < 0 ? words.length : opened;
}

/**
 * `Falls rise with heat study finds`: titles put their source last, without a comma. Its verb is settled before the others are looked at,
 * lest it be taken for theirs.
 */
export function settleAttribution(words: readonly Word[], readings: (VerbReading | undefined)[]): void {
  const last = words.length - 1;
  const reading = readings[last];
  if (!reading || last < 3 || !isTitle(words) || !SOURCE_VERB.has(reading.lemma) || !SOURCE.has(words[last - 1]!.lower)) return;
  asVerb(words[last]!, reading.lemma, reading.forms.has('s') ? 's' : 'base', 'finite');
  readings[last] = undefined;
}

/** Index of the noun of a closing `study finds`; -1 where there is none. */
function attributionAt(words: readonly Word[]): number {
  const last = words.at(-1)!;
  return words.length > 3 && last.class === 'verb' && SOURCE_VERB.has(last.lemma) && SOURCE.has(words.at(-2)!.lower) ? words.length - 2 : -1;
}

/** `Rates of asthma rise`: the noun before the first preposition. */
function headIsPlural(words: readonly Word[], before: number): boolean {
  const at = words.findIndex(({ class: kind }) => kind === 'prep');
  return at > 0 && at < before && words[at - 1]!.plural === true;
}

/** A subject that agrees stands before it, and behind it what a verb of its kind takes. */
function carries(words: readonly Word[], readings: readonly (VerbReading | undefined)[], i: number, end: number): boolean {
  const reading = readings[i]!;
  const { lemma, forms } = reading;
  const previous = words[skipAdverbs(words, i)];
  const next = words[i + 1];
  if (!previous || !next || i + 1 >= end) return false;
  const gerund = words[0]!.class === 'verb' && words[0]!.use === 'ing' || words[0]!.form === 'ing';
  // `Immunosuppressant lowers …`: taken for an adjective by its look alone.
  const lone = previous === words[0] && previous.class === 'adj' && !LISTED_ADJECTIVES.has(previous.lower);
  if (!isNominal(previous) && !closes(previous) && !lone && !(gerund && previous.class === 'adj')) return false;
  const changes = CHANGES.has(lemma);
  const plural = (previous.plural === true || (changes && forms.has('base') && headIsPlural(words, i))) && !gerund;
  if (forms.has('s') ? plural : !forms.has('base') || !plural) return false;
  if (changes && isOneOf(next.lower, 'with in among after as during following')) return true;
  const doubtful = NOUN_FIRST.has(lemma) || LISTED_NOUNS.has(words[i]!.lower);
  if (doubtful && !RELATION_HEADS.has(lemma) && !FINDING.has(lemma) && !isOneOf(lemma, 'use face lag')) return false;
  // `Stress hormone release in mice`: a noun.
  const phrase = startsNounPhrase(next);
  if (PARTICLE_VERBS.has(`${lemma} ${next.lower}`)) return true;
  if (lemma === 'work' && isOneOf(next.lower, 'well best better')) return true;
  if (next.class === 'adv') return !doubtful || INTRANSITIVE.has(lemma) ? words[i + 2] !== undefined : false;
  if (phrase && doubtful && next.class === 'noun') {
    // `drug use disorders`, `heart rate changes predict`: another verb may follow.
    const after = readings[i + 1];
    if (after && (after.forms.has('s') || after.forms.has('base')) && words[i + 2] && startsNounPhrase(words[i + 2]!)) return false;
  }
  if (phrase) return true;
  return INTRANSITIVE.has(lemma) && next.class === 'prep' && isOneOf(next.lower, 'against behind like as for with') && !isAuxiliary(next);
}
