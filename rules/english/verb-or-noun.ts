/**
 * Decides whether `increases`, `reduced` or `balance` is a verb here, from its neighbours and from what every clause needs: one finite verb.
 *
 * - `Stress causes cancer` – a noun before, a noun behind, no other finite verb: verb.
 * - `the common causes of cancer` – adjective before: noun.
 * - `Patients treated with X had less pain` – a finite verb follows: `treated` is a participle.
 * - `an increased risk` – determiner before, noun behind: adjective.
 */
import type { VerbReading } from './inflection.js';
import { isOneOf } from './one-of.js';
import { hinted, RELATION_HEADS } from './verb-lists.js';
import { afterBeOrHave, betweenBefore, candidateAhead, finiteAhead, helpBefore, isRelationWithParticle, linkedBehind, objectless, opensComplement, pluralBefore, subjectNumber, verbBefore, verbFollows, verbJustBefore, type State } from './verb-neighbours.js';
import { claimWords } from './word-lists.js';
import { asVerb, closes, isAuxiliary, isNominal, LISTED_ADJECTIVES, LISTED_NOUNS, nominalContext, skipAdverbs, startsNounPhrase, type Word } from './words.js';

const NOUN_FIRST = hinted('noun-first');
const INTRANSITIVE = hinted('intransitive');
const COMPOUND = hinted('compound');
const FINDING = hinted('finding');
const DITRANSITIVE = hinted('ditransitive');
/** Verbs behind which `to` is a preposition, whatever follows. */
const CAUSE_BEFORE_TO = /^(?:leads?|led|leading|contribut(?:es?|ed|ing)|due|thanks|owing|amount(?:s|ed)?)$/;
const TO_PREPOSITION = hinted('to-preposition');

/** Gives the word its class and use from what it can be as a verb and where it stands. */
export function decide(word: Word, reading: VerbReading, state: State): void {
  const { forms } = reading;
  if (opensComplement(reading, state)) {
    if (!forms.has('s') && (forms.has('past') || forms.has('participle'))) word.class = 'adj';
    return;
  }
  if (letsOther(reading, state)) return asVerb(word, reading.lemma, forms.has('s') ? 's' : 'base', forms.has('s') || !state.bareBefore ? 'finite' : 'bare');
  if (forms.has('ing')) decideIng(word, reading, state);
  else if (forms.has('s')) decideS(word, reading, state);
  else if (forms.has('base') && !(forms.has('participle') && afterBeOrHave(state))) decideBase(word, reading, state);
  else decideEd(word, reading, state);
}

/** `texts help smokers quit`, `surgery lets patients walk`: a base form behind the object tells that this is the verb. */
function letsOther({ lemma, forms }: VerbReading, { words, readings, i, finiteOpen }: State): boolean {
  if (!isOneOf(lemma, 'help let make') || !(forms.has('s') || forms.has('base')) || !finiteOpen) return false;
  const previous = words[skipAdverbs(words, i)];
  if (!previous || !(isNominal(previous) || closes(previous))) return false;
  // `help older stroke patients walk`: the object's last word is a plural.
  let end = i + 1;
  while (end < i + 4 && words[end] && (words[end]!.class === 'adj' || (words[end]!.class === 'noun' && !words[end]!.plural))) end++;
  const object = words[end];
  const inner = readings[end + 1];
  if (!object || !(object.class === 'pron' || (object.class === 'noun' && object.plural)) || object.lower === 'it') return false;
  return Boolean(inner && inner.forms.has('base') && !inner.alsoNoun || (object.class === 'pron' && inner?.forms.has('base')));
}

/** `offering relief`, `is increasing`, but `a calming tea`, `the training`. */
function decideIng(word: Word, reading: VerbReading, { words, readings, i }: State): void {
  const previous = words[i - 1];
  const next = words[i + 1];
  if (previous && (previous.class === 'det' || previous.class === 'number')) {
    if (LISTED_NOUNS.has(word.lower) || !next || next.class !== 'noun') return;
    // `too much sitting raises the risk`: what follows is the verb.
    if (isOneOf(previous.lower, 'much less more this that') && readings[i + 1]?.forms.has('s') && words[i + 2] && startsNounPhrase(words[i + 2]!)) return;
    word.class = 'adj';
    return;
  }
  if (LISTED_ADJECTIVES.has(word.lower) && next && (next.class === 'noun' || next.class === 'adj' || (next.class === 'prep' && isOneOf(word.lower, 'promising encouraging')))) {
    if (next.class === 'prep') word.class = 'adj';
    return;
  }
  if (LISTED_NOUNS.has(word.lower)) {
    // `Screening everyone would …`, `Training the parents helps`
    if (!previous && next && (next.class === 'pron' || next.class === 'det')) asVerb(word, reading.lemma, 'ing', 'ing');
    if (words[skipAdverbs(words, i)]?.class === 'be' && next && (startsNounPhrase(next) || next.class === 'sub' || next.class === 'that')) asVerb(word, reading.lemma, 'ing', 'ing');
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
  if (previous && isOneOf(previous.lower, 'this that') && previous.class === 'det') {
    // `this helps`: a plural noun would not agree with `this`.
    previous.class = 'pron';
    return toVerb();
  }
  // `level at 60 predicts …`: after a number only a verb that is no noun.
  if (previous && nominalContext(previous) && !(previous.class === 'number' && !reading.alsoNoun && state.finiteOpen)) return;
  if (reading.lemma === 'work' && previous && isNominal(previous) && (!previous.plural || (subjectNumber(words, before).singular && isOneOf(next?.lower, 'better best well'))) && state.finiteOpen && (!next || isOneOf(next.lower, 'as better best well by like wonders in on . !'))) return toVerb();
  // `the shortest waits`
  if (words[before - 1]?.class === 'det' && previous && isOneOf(previous.lower, 'shortest longest highest lowest fewest largest smallest biggest greatest strongest weakest fastest slowest oldest youngest poorest richest')) return;
  // `Being alone increases the risk`
  const predicative = words[before - 1]?.class === 'be' && words[before - 1]!.form === 'ing' && state.finiteOpen && next !== undefined && startsNounPhrase(next);
  if (predicative && previous?.class === 'adj') return toVerb();
  if (previous && previous.class === 'adj' && !(before < i - 1) && (reading.alsoNoun || LISTED_NOUNS.has(word.lower) || words[before - 1]?.class !== 'noun')) return;
  if (next && isAuxiliary(next) && next.lower !== 'having') return;
  // `work schedules affect`: two full verbs do not follow each other.
  if (!reading.alsoNoun && verbFollows(state) && !isOneOf(reading.lemma, 'help let make get dare need') && previous && isNominal(previous) && previous.class !== 'pron') return;
  if (!reading.alsoNoun && !(LISTED_NOUNS.has(word.lower) && previous?.class !== 'pron' && previous?.class !== 'wh')) return toVerb();
  // `heat waves not only kill`: a full verb takes no `not` behind it.
  if (next?.class === 'not') return;
  if (reading.lemma === 'help' && state.readings[i + 1]?.forms.has('base') && !LISTED_NOUNS.has(next?.lower ?? '')) return toVerb();
  if (verbFollows(state) || pluralBefore(state) || linkedBehind(state)) return;
  const strong = isRelationWithParticle(reading.lemma, next);
  const first = (NOUN_FIRST.has(reading.lemma) || LISTED_NOUNS.has(word.lower)) && !strong;
  if (!previous) {
    if (i > 0 && !/ly$/.test(words[i - 1]!.lower)) return;
    // `Boosts energy` in a list, but `Falls increase with age`.
    if (next && startsNounPhrase(next) && !first && RELATION_HEADS.has(reading.lemma) && !finiteAhead(state)) toVerb();
    return;
  }
  if (previous.class === 'conj' || previous.lower === ',') {
    const determined = next && (next.class === 'det' || next.class === 'pron' || next.class === 'to' || strong || (((next.class === 'prep' && next.lower !== 'of') || next.class === 'adj' || next.class === 'noun' || next.class === 'adv') && !first));
    if (determined && (!state.finiteOpen || previous.class === 'conj') && verbBefore(words, i, 's')) toVerb();
    else if (determined && state.finiteOpen && previous.lower === ',' && !finiteAhead(state)) toVerb();
    return;
  }
  const direct = previous.class === 'pron' || previous.class === 'wh' || previous.class === 'that';
  // `Walking -- rather than rest -- speeds recovery`
  if (/^[\u2013\u2014]$/.test(previous.lower) && !NOUN_FIRST.has(reading.lemma) && next && startsNounPhrase(next) && !finiteAhead(state)) {
    const opening = words.findIndex(({ lower }) => lower === previous.lower);
    return opening > 0 && opening < before && isNominal(words[opening - 1]!) ? toVerb() : undefined;
  }
  if (!isNominal(previous) && !direct && !closes(previous)) return;
  if (!direct && isNominal(previous) && !subjectNumber(words, before).singular) return;
  if (!direct && (!state.finiteOpen || (finiteAhead(state) && !state.nested && !(strong && startsNounPhrase(words[i + 2] ?? word))))) return;
  if (!next || (next.class === 'punctuation' && !/["'“‘(]/.test(next.lower))) {
    if (direct) toVerb();
    return;
  }
  // `changes how the brain ages`; `the mutation leaves cells unable to …`, but `mint leaves contain`.
  const settled = isOneOf(next.lower, 'how what') || (FINDING.has(reading.lemma) && isOneOf(next.lower, 'which who whether why')) || (reading.lemma === 'leave' && !words[before]!.inTerm && startsNounPhrase(next) && words.slice(i + 2, i + 6).some((one) => isOneOf(one.lower, 'unable vulnerable prone susceptible exposed scar scars mark marks trace traces behind')));
  if (first && !direct && !settled && !(next.class === 'det' || next.class === 'pron' || (next.class === 'adj' && reading.lemma === 'change'))) return;
  if (next.class === 'conj' && !direct) return;
  // `The risk increases with age`
  if (next.class === 'prep' && !direct && !strong && !INTRANSITIVE.has(reading.lemma) && !(next.lower === 'with' && isOneOf(reading.lemma, 'increase decrease decline rise fall drop'))) return;
  toVerb();
}

/** `may better target tumours`, but `may slow decline in patients`: the next word is the verb where it can't be the object. */
function attributeOfVerb({ words, readings, i }: State): boolean {
  const next = readings[i + 1];
  const after = words[i + 2];
  return Boolean(next?.forms.has('base') && (!next.alsoNoun || isOneOf(words[i]!.lower, 'better best') || after?.class === 'det' || after?.class === 'pron'));
}

/** `increase`: after a modal, `to` or `help`; after a plural subject that has no verb yet; in coordination with such a verb. */
function decideBase(word: Word, reading: VerbReading, state: State): void {
  const { words, i } = state;
  const before = skipAdverbs(words, i);
  const previous = words[before];
  const next = words[i + 1];
  const listed = LISTED_NOUNS.has(word.lower) || LISTED_ADJECTIVES.has(word.lower) || reading.alsoNoun;
  // `often not present in …`: a full verb takes no `not`; `lower among women` has no object.
  if (LISTED_ADJECTIVES.has(word.lower) && previous && isNominal(previous) && ((words[i - 1]!.lower === 'not') || (word.lower === 'lower' && next?.class === 'prep'))) {
    word.class = 'adj';
    return;
  }
  if (!previous || (previous.class === 'punctuation' && !isOneOf(previous.lower, ', ) ] " \' \u2019 \u201d % / & + -'))) {
    // `Repeat dosing reduced …`: an adjective; `Avoid drinking …`: an order.
    if (!previous && state.readings[i + 1]?.forms.has('ing') && !isOneOf(reading.lemma, 'avoid stop start keep try consider continue begin quit practice practise go enjoy')) return;
    if (!listed || (next && (next.class === 'det' || next.class === 'pron') && word.class !== 'adj')) asVerb(word, reading.lemma, 'base', 'finite');
    return;
  }
  if (previous.class === 'modal' || previous.class === 'do' || (previous.clitic && previous.clitic !== 'be' && previous.clitic !== 'have' && previous.clitic !== 'not')) {
    if (LISTED_ADJECTIVES.has(word.lower) && next && startsNounPhrase(next) && attributeOfVerb(state)) return;
    asVerb(word, reading.lemma, 'base', 'bare');
    return;
  }
  if (previous.class === 'to') {
    // `leads to lower blood pressure`, `contributes to better sleep`: never a verb.
    if (CAUSE_BEFORE_TO.test(words[before - 1]?.lower ?? '') && next?.class !== 'det' && next?.class !== 'pron') {
      if (word.lower === 'lower') word.class = 'adj';
      return;
    }
    if (listed && TO_PREPOSITION.has(words[before - 1]?.lower ?? '') && before === i - 1) return;
    if (listed && next && (isAuxiliary(next) || next.lower === ',') && words[before - 1]?.class === 'noun' && NOUN_FIRST.has(reading.lemma)) return;
    asVerb(word, reading.lemma, 'base', 'bare');
    return;
  }
  if (previous.class === 'verb' && (previous.lemma === 'help' || previous.lemma === 'let') && (!listed || (next && startsNounPhrase(next)))) {
    asVerb(word, reading.lemma, 'base', 'bare');
    return;
  }
  if (isOneOf(previous.lower, 'these those all many most both some several') && previous.class === 'det' && !listed && state.finiteOpen && next && startsNounPhrase(next)) {
    previous.class = 'pron';
    asVerb(word, reading.lemma, 'base', 'finite');
    return;
  }
  if (nominalContext(previous) || previous.class === 'adj') return;
  // `lets parents track the growth`
  const lets = previous.plural && words[before - 1]?.lemma === 'let' && next !== undefined && startsNounPhrase(next);
  if ((lets || (helpBefore(words, i) && (!reading.alsoNoun || previous.class === 'pron'))) && isNominal(previous)) {
    asVerb(word, reading.lemma, 'base', 'bare');
    return;
  }
  if (previous.class === 'conj' || previous.lower === ',') {
    // `…, say its fans`
    if (previous.lower === ',' && isOneOf(reading.lemma, 'say suggest report claim argue believe find conclude') && !state.finiteOpen && words.length - i < 9) {
      asVerb(word, reading.lemma, 'base', 'finite');
      return;
    }
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
  // `The law cut deaths`: the past of a verb whose forms are all one.
  if (!plural && listed && previous.class === 'noun' && isOneOf(reading.lemma, 'cut hurt put') && state.finiteOpen && next && (next.class === 'noun' || next.class === 'det') && !finiteAhead(state) && !verbFollows(state)) return asVerb(word, reading.lemma, 'past', 'finite');
  if (!plural && listed) return;
  if (!plural && isNominal(previous) && previous.class !== 'pron') {
    if (reading.forms.has('past')) decideEd(word, reading, state);
    else if (!listed && state.finiteOpen && next && startsNounPhrase(next) && !finiteAhead(state)) asVerb(word, reading.lemma, 'base', 'finite');
    return;
  }
  // `doctors who train in villages`: nothing else can follow `who`.
  if (!listed || previous.class === 'pron' || (previous.lower === 'who' && state.finiteOpen)) {
    if (state.finiteOpen || previous.class === 'pron') asVerb(word, reading.lemma, 'base', 'finite');
    return;
  }
  if (!state.finiteOpen || (finiteAhead(state) && !state.nested) || verbFollows(state)) return;
  // `men who snore also report headaches`: no noun stands between `also` and an object.
  if (words[i - 1]!.lower === 'also' && previous.plural && next && startsNounPhrase(next)) return asVerb(word, reading.lemma, 'base', 'finite');
  // `women face increased risk`
  if (reading.lemma === 'face' && previous.plural && next && isOneOf(next.lower, 'increased elevated heightened reduced added raised decreased')) return asVerb(word, reading.lemma, 'base', 'finite');
  // `Their brains work differently`
  if (isOneOf(reading.lemma, 'score fare rank rate') && next && (isOneOf(next.lower, 'higher lower better worse highest lowest best worst') || (next.lower === 'as' && isOneOf(words[i + 2]?.lower, 'well high low')))) return asVerb(word, reading.lemma, 'base', 'finite');
  if (INTRANSITIVE.has(reading.lemma) && previous.plural && next?.class === 'adv' && isOneOf(next.lower, 'differently better best well faster longer')) return asVerb(word, reading.lemma, 'base', 'finite');
  if (next && (startsNounPhrase(next) || strong || (next.class === 'prep' && previous.plural && next.lower !== 'of' && !NOUN_FIRST.has(reading.lemma)) || next.class === 'to' || next.class === 'adv' || (reading.lemma === 'show' && isOneOf(next.lower, 'how why where when'))) && !(NOUN_FIRST.has(reading.lemma) && !strong && next.class !== 'det' && next.class !== 'pron')) asVerb(word, reading.lemma, 'base', 'finite');
}

/** `reduced`: finite with a subject and no other verb, participle after be and have or behind a noun, adjective before one. */
export function decideEd(word: Word, reading: VerbReading, state: State): void {
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
    if (nounNext && (words[before - 1]?.class === 'adj' || words[before - 1]?.class === 'prep' || betweenBefore(words, before) || !words.slice(0, before).some((one) => (one.class === 'verb' && one.use === 'finite') || isAuxiliary(one)))) {
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
  // `Research presented today at the meeting shows that …`
  if (PUBLISHED.has(reading.lemma) && previous.class === 'noun' && objectless(words, i) && state.readings.some((one, j) => j > i + 1 && one !== undefined && (one.forms.has('s') || one.forms.has('past') || one.forms.has('base')) && !['det', 'adj', 'prep'].includes(words[j - 1]!.class))) return asParticiple();
  // `a protein called KLB drives …`
  if (isOneOf(reading.lemma, 'call name dub term nickname') && previous.class === 'noun' && before === i - 1 && nounNext) return asParticiple();
  if (reading.lemma === 'age' && previous.lower === 'middle') {
    word.class = 'adj';
    return;
  }
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
  if ((words[i - 1]!.lower === 'not' && isNominal(previous)) || (next?.lower === 'with' && isOneOf(reading.lemma, 'couple combine pair'))) return asParticiple();
  // `Protein found to drive growth`: in headlines the auxiliary is left out.
  if (next?.class === 'to' && isOneOf(reading.lemma, 'find show prove report think believe know say suspect use design need expect')) return asParticiple();
  if (next?.lower === 'by' && !/^(?:\d|an?$|one|two|three|half|more|up)/.test(words[i + 2]?.lower ?? '')) return asParticiple();
  if (!state.finiteOpen) return asParticiple();
  // A participle behind its noun has no object: `the drug reduced pain and was safe`, but `patients treated with it were`.
  if (next && (next.class === 'det' || next.class === 'pron') && !isOneOf(next.lower, 'more less every each much enough') && !DITRANSITIVE.has(reading.lemma)) return asFinite();
  if (nounNext && COMPOUND.has(reading.lemma) && before === i - 1) {
    word.class = 'adj';
    return;
  }
  if (nounNext && !COMPOUND.has(reading.lemma) && (before < i - 1 || isOneOf(reading.lemma, 'help make let cause enable allow'))) return asFinite();
  if (finiteAhead(state) && !state.nested) return asParticiple();
  asFinite();
}

/** What is done to research before it tells anything. */
const PUBLISHED = claimWords('published');
