/** What stands around a word that may be a verb: other verbs before and behind it, the number of its subject, what its clause still lacks. */
import type { VerbForm, VerbReading } from './inflection.js';
import { isOneOf } from './one-of.js';
import { hinted, PARTICLE_VERBS } from './verb-lists.js';
import { isNominal, LISTED_NOUNS, nominalContext, opensContactClause, skipAdverbs, startsNounPhrase, type Word } from './words.js';

const NOUN_FIRST = hinted('noun-first');

export interface State {
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

/** `action control seem to`: the next word can only be a verb, so this one is a noun. */
export function verbFollows({ readings, words, i }: State): boolean {
  const reading = readings[i + 1];
  // `men with beards show lower scores`: what one has may be lower.
  if (words[i + 1]?.lower === 'lower' && isOneOf(readings[i]?.lemma, 'show report have face score experience need suffer reveal display exhibit record predict mean')) return false;
  return Boolean(reading && !reading.alsoNoun && (reading.forms.has('base') || reading.forms.has('s')) && words[i + 1]!.class !== 'adj' && !LISTED_NOUNS.has(words[i + 1]!.lower));
}

/** `heat waves kill more people`, `rivers spread deadly germs`: no noun phrase goes on with `kill more`, so that the plural is its subject. */
export function pluralBefore({ readings, words, i, finiteOpen }: State): boolean {
  const after = words[i + 2];
  const reading = readings[i + 1];
  return Boolean(finiteOpen && reading?.forms.has('base') && words[i + 1]!.class === 'noun' && !NOUN_FIRST.has(reading.lemma) && after && (after.class === 'det' || isRelationWithParticle(reading.lemma, after) || (after.class === 'adj' && after.lower !== 'resistant')));
}

/** `night shifts closely tied to …`: the participle is the predicate of a title. */
export function linkedBehind({ readings, words, i }: State): boolean {
  let j = i + 1;
  while (words[j]?.class === 'adv') j++;
  // `Sleep masks recalled`
  if (readings[j]?.forms.has('participle') && !readings[j]!.forms.has('base') && j === words.length - 1) return true;
  return isOneOf(readings[j]?.lemma, 'link tie associate correlate') && readings[j]!.forms.has('participle') && isOneOf(words[j + 1]?.lower, 'to with');
}

/** `leads to`, `result in`, `act on`: a verb that the next word settles. */
export function isRelationWithParticle(lemma: string, next: Word | undefined): boolean {
  return Boolean(next && PARTICLE_VERBS.has(`${lemma} ${next.lower}`));
}

/**
 * What numbers a subject that ends at `last` may have. The head may stand before a preposition or a participle:
 * `Use of sunbeds leads to …` agrees with `use`, `Antivirals for HCV improve …` with `antivirals`, `A diet rich in nuts leads to …` with `diet`.
 */
export function subjectNumber(words: readonly Word[], last: number): { readonly singular: boolean; readonly plural: boolean } {
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
    // `a hormone that is released after meals slows …`: agrees with the noun that the clause tells of.
    const marker = word.class === 'verb' && word.use === 'finite' && (words[j - 1]?.class === 'that' || words[j - 1]?.class === 'wh') ? j - 1 : j;
    if ((words[marker]!.class === 'wh' || words[marker]!.class === 'that') && words[marker - 1]?.class === 'noun') note(words[marker - 1]!);
    if (word.class === 'verb' && word.use === 'finite') for (let k = j - 1; k > 1 && k > j - 5; k--) if (opensContactClause(words, k)) note(words[k - 1]!);
    if (isOneOf(word.lower, '; : ( ) \u2014') || word.class === 'sub' || word.class === 'wh' || word.class === 'that' || (word.class === 'verb' && word.use === 'finite') || word.class === 'modal') break;
    if (word.lower === 'and') plural = true;
    if (word.lower === ',' && words[j + 1]?.class !== 'conj') continue;
    const behind = words[j + 1];
    if (word.class === 'noun' && behind && (behind.class === 'prep' || behind.class === 'to' || (behind.class === 'verb' && behind.use !== 'finite') || (behind.class === 'adj' && words[j + 2]?.class === 'prep'))) note(word);
    if (word.class === 'verb' && word.use === 'ing' && (j === 0 || words[j - 1]!.class === 'punctuation')) singular = true;
  }
  return { singular, plural };
}

export function afterBeOrHave({ words, i }: State): boolean {
  for (let j = i - 1; j >= 0 && j > i - 6; j--) {
    const word = words[j]!;
    // `was well tolerated and cut the number`: a passive has no object.
    if (word.class === 'be' && j < i - 2 && words[i - 1]!.class === 'conj' && words[i + 1]?.class === 'det') return false;
    if (word.class === 'be' || word.class === 'have' || word.clitic === 'have' || word.clitic === 'be' || word.lemma === 'get') return true;
    if (word.class !== 'adv' && word.class !== 'not' && word.lower !== 'both' && !(word.class === 'verb' && word.use === 'participle') && word.class !== 'conj') return false;
  }
  return false;
}

/** `an association between vaccination and reduced mortality`: the conjunction closes `between`. */
export function betweenBefore(words: readonly Word[], conjunction: number): boolean {
  for (let j = conjunction - 1; j >= 0 && j > conjunction - 16; j--) {
    if (words[j]!.lower === 'between') return true;
    if (words[j]!.class === 'conj' || words[j]!.class === 'verb') return false;
  }
  return false;
}

/** True where an unmistakable finite verb follows in the same clause, not coordinated with this one. */
export function finiteAhead({ words, readings, i }: State, acrossCommas = false): boolean {
  let depth = 0;
  for (let j = i + 1; j < words.length; j++) {
    const word = words[j]!;
    if (word.lower === '(') depth++;
    if (depth > 0) {
      if (word.lower === ')') depth--;
      continue;
    }
    if (word.class === 'sub' || word.class === 'wh' || word.class === 'that' && j > i + 1 || isOneOf(word.lower, '; : ( ) \u2014')) return false;
    if (word.lower === ',' && !acrossCommas) return false;
    if (word.class === 'that') return false;
    const previous = words[skipAdverbs(words, j)];
    if (previous?.class === 'conj') continue;
    // `more than sleep does`: the comparison's own verb.
    if (word.class === 'do' && (!words[j + 1] || words[j + 1]!.class === 'punctuation')) continue;
    if (word.class === 'modal' || word.class === 'do' || ((word.class === 'be' || word.class === 'have') && (word.form === 's' || word.form === 'past' || (word.class === 'have' && word.form === 'base' && previous?.class !== 'to' && previous?.class !== 'modal')))) return true;
    const reading = readings[j];
    if (LISTED_NOUNS.has(word.lower)) continue;
    if (!reading || !previous || nominalContext(previous) || previous.class === 'adj' || previous.class === 'to') continue;
    if (reading.forms.has('s') && !reading.alsoNoun) return true;
    // `delivered by phone works as well as`
    if (((reading.lemma === 'work' && reading.forms.has('s')) || reading.lemma === 'fare') && isNominal(previous) && isOneOf(words[j + 1]?.lower, 'as well better best')) return true;
    if (reading.forms.has('past') && !reading.forms.has('participle') && !reading.forms.has('base')) return true;
    const nextOne = words[j + 1];
    if (reading.forms.has('past') && (isNominal(previous) || (acrossCommas && previous.lower === ',')) && nextOne && (nextOne.class === 'det' || nextOne.class === 'that')) return true;
    if (reading.forms.has('base') && !reading.alsoNoun && previous.plural && !LISTED_NOUNS.has(word.lower)) return true;
  }
  return false;
}

/** True where a later word may be the finite verb: behind a comma, before an object. */
export function candidateAhead({ words, readings, i }: State): boolean {
  for (let j = i + 1; j < words.length - 1; j++) {
    const reading = readings[j];
    if (reading && !reading.forms.has('ing') && words[j - 1]!.lower === ',' && startsNounPhrase(words[j + 1]!)) return true;
  }
  return false;
}

export function verbBefore(words: readonly Word[], i: number, form: VerbForm): boolean {
  for (let j = i - 1; j >= 0; j--) {
    const word = words[j]!;
    if (word.class === 'sub' || word.lower === ';') return false;
    if (word.class === 'verb' && word.use === 'finite') return word.form === form;
    if ((word.class === 'be' || word.class === 'have') && (word.form === form || (form === 's' && word.form === 's'))) return true;
  }
  return false;
}

export function verbJustBefore(words: readonly Word[], i: number): boolean {
  return words.slice(Math.max(0, i - 6), i).some((word) => word.class === 'verb');
}

export function helpBefore(words: readonly Word[], i: number): boolean {
  for (let j = i - 1; j >= 0 && j > i - 7; j--) {
    const word = words[j]!;
    if (word.class === 'verb' && isOneOf(word.lemma, 'help make let')) return true;
    if (word.class === 'punctuation' || word.class === 'prep') return false;
  }
  return false;
}

/** `found that changes in diet helped`, `showed that reduced sleep harms`: a clause that a verb governs opens with its subject. */
export function opensComplement({ forms, alsoNoun }: VerbReading, { words, i }: State): boolean {
  const previous = words[i - 1];
  const governor = words[i - 2];
  if (previous?.class !== 'that' || !governor || forms.has('ing')) return false;
  const next = words[i + 1];
  // `evidence that changes in diet helped`
  if (isOneOf(governor.lower, 'evidence fact idea conclusion hypothesis notion time out')) return alsoNoun && forms.has('s') && isOneOf(next?.lower, 'in of to');
  if (governor.class !== 'verb') return false;
  return alsoNoun ? next?.class === 'prep' || next?.class === 'noun' : (forms.has('past') || forms.has('participle')) && (next?.class === 'noun' || next?.class === 'adj');
}

/** A preposition follows, perhaps behind adverbs: `published online in`. */
export function objectless(words: readonly Word[], i: number): boolean {
  let j = i + 1;
  while (words[j]?.class === 'adv') j++;
  return words[j]?.class === 'prep';
}
