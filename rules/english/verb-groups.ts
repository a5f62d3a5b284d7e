/**
 * Joins verbs with their auxiliaries, negation and adverbs: `may not significantly have reduced` is one group, head `reduce`.
 * Every group says how it hangs in the sentence: finite, infinitive, -ing form, or participle behind a noun.
 */
import { isOneOf } from './one-of.js';
import { isAuxiliary, type Word } from './words.js';

export type GroupKind = 'finite' | 'infinitive' | 'ing' | 'participle';

export interface VerbGroup {
  /** Word indices, half-open: from the first auxiliary (or `to`) to behind the head. Adverbs before the first verb are not inside. */
  readonly from: number;
  readonly to: number;
  readonly head: number;
  /** Dictionary form of the head; `be` and `have` where they stand alone. */
  readonly lemma: string;
  readonly kind: GroupKind;
  readonly passive: boolean;
  readonly perfect: boolean;
  readonly progressive: boolean;
  readonly past: boolean;
  /** `may`, `can`, `will` …; contracted ones too. */
  readonly modal: string | undefined;
  readonly negated: boolean;
  /** `does increase`: the auxiliary `do` without a negation. */
  readonly emphatic: boolean;
  /** Word indices of adverbs inside and directly before or behind. */
  readonly adverbs: readonly number[];
  /** `is effective`: be (or seem, remain) with no verb behind. */
  readonly copula: boolean;
}

const COPULAS = new Set(['be', 'seem', 'appear', 'remain', 'become', 'look', 'prove', 'feel', 'stay']);

/** The verb groups of a sentence from left to right. */
export function verbGroups(words: readonly Word[]): VerbGroup[] {
  const groups: VerbGroup[] = [];
  for (let i = 0; i < words.length; ) {
    const group = groupAt(words, i);
    if (group) groups.push(group);
    i = group ? group.to : i + 1;
  }
  return groups;
}

/** What has been found out about a group while its words are taken in. */
interface Parts {
  readonly start: number;
  modal: string | undefined;
  perfect: boolean;
  be: boolean;
  progressive: boolean;
  /** The auxiliary `do` stands in it. */
  support: boolean;
  negated: boolean;
  past: boolean;
  readonly adverbs: number[];
  head: number;
  lemma: string;
  /** The head is a full verb: the group is complete. */
  lexical: boolean;
  /** Index of the last word that is inside. */
  last: number;
}

function groupAt(words: readonly Word[], start: number): VerbGroup | undefined {
  const first = words[start]!;
  const clitic = hasVerbalClitic(first);
  if (first.class === 'to' ? !baseFollows(words, start + 1) : !clitic && !isAuxiliary(first) && first.class !== 'verb') return undefined;
  const parts = opening(first, start, clitic);
  for (let j = clitic || first.class === 'to' ? start + 1 : start; j < words.length && !parts.lexical; ) {
    const taken = takeWord(words, j, parts);
    if (taken === 0) break;
    j += taken;
  }
  return parts.head < 0 ? undefined : finish(words, parts, kindOf(words, parts, clitic));
}

/** `it'll`, `they've`: a pronoun with its verb. */
function hasVerbalClitic({ class: kind, clitic }: Word): boolean {
  return kind === 'pron' && clitic !== undefined && clitic !== 'not';
}

/** `to [fully] restore`, `to be`. */
function baseFollows(words: readonly Word[], from: number): boolean {
  const next = words[skipInside(words, from)];
  return next !== undefined && (next.class === 'verb' ? next.use === 'bare' : (next.class === 'be' || next.class === 'have' || next.class === 'do') && next.form === 'base');
}

function opening({ clitic }: Word, start: number, contracted: boolean): Parts {
  const future = clitic === 'will' || clitic === 'would';
  const own = contracted && !future;
  return {
    start,
    modal: contracted && future ? clitic : undefined,
    perfect: contracted && clitic === 'have',
    be: contracted && clitic === 'be',
    progressive: false,
    support: false,
    negated: false,
    past: false,
    adverbs: [],
    head: own ? start : -1,
    lemma: !own ? '' : clitic === 'have' ? 'have' : 'be',
    lexical: false,
    last: start,
  };
}

/** Takes the word at `j` into the group; how many words were taken, 0 where the group is over. */
function takeWord(words: readonly Word[], j: number, parts: Parts): number {
  const word = words[j]!;
  if (word.clitic === 'not') parts.negated = true;
  switch (word.class) {
    case 'modal':
      if (j > parts.start && parts.head >= 0) return 0;
      parts.modal = word.lower === 'cannot' ? 'can' : word.lemma;
      if (word.lower === 'cannot') parts.negated = true;
      parts.last = j;
      return 1;
    case 'do':
      return takesDo(word, parts) ? setHead(parts, j, 'do') : 0;
    case 'have':
      return takesHave(words, word, parts) ? setHead(parts, j, 'have') : 0;
    case 'be':
      return takesBe(word, parts) ? setHead(parts, j, 'be') : 0;
    case 'verb':
      if (!takesVerb(word, parts)) return 0;
      parts.lexical = true;
      return setHead(parts, j, word.lemma);
    case 'not':
      parts.negated = true;
      parts.adverbs.push(j);
      return 1;
    default:
  }
  if (word.class === 'adv' || (j > parts.start && isOneOf(word.lower, 'both all each'))) {
    parts.adverbs.push(j);
    return 1;
  }
  // `might one day be used`
  if (j === parts.start || !isOneOf(word.lower, 'one some') || words[j + 1]?.lower !== 'day') return 0;
  parts.adverbs.push(j, j + 1);
  return 2;
}

function setHead(parts: Parts, j: number, lemma: string): number {
  parts.head = j;
  parts.lemma = lemma;
  parts.last = j;
  return 1;
}

function takesDo(word: Word, parts: Parts): boolean {
  if (parts.head >= 0 || parts.be) return false;
  parts.support = true;
  parts.past ||= word.form === 'past';
  return true;
}

function takesHave(words: readonly Word[], word: Word, parts: Parts): boolean {
  const { head, lemma } = parts;
  // `has had an effect`
  const again = lemma === 'have' && word.lower === 'had' && words[head]!.lower !== 'had';
  if (head >= 0 && ((!parts.support && lemma !== 'do' && !again) || parts.be)) return false;
  parts.past ||= word.form === 'past' && !parts.modal && !again;
  parts.perfect = true;
  return true;
}

function takesBe(word: Word, parts: Parts): boolean {
  const being = parts.lemma === 'be' && word.form === 'ing';
  if (parts.head >= 0 && parts.lemma !== 'have' && !being) return false;
  if (being) parts.progressive = true;
  parts.past ||= word.form === 'past' && !parts.perfect;
  parts.be = true;
  return true;
}

/** A full verb goes with the auxiliary before it: `does improve`, `has improved`, `is improved`. */
function takesVerb(word: Word, parts: Parts): boolean {
  const { head, lemma } = parts;
  const fits =
    head < 0 ? true
    : lemma === 'do' ? word.use === 'bare'
    : lemma === 'have' ? word.form === 'participle'
    : lemma === 'be' ? word.form === 'participle' || word.form === 'ing'
    : false;
  if (!fits) return false;
  if (word.form === 'ing' && parts.be) parts.progressive = true;
  if (head < 0 && word.use === 'finite' && word.form === 'past') parts.past = true;
  return true;
}

function kindOf(words: readonly Word[], { start, head, modal }: Parts, clitic: boolean): GroupKind {
  const first = words[start]!;
  if (first.class === 'to') return 'infinitive';
  if (clitic || modal || first.class === 'do') return 'finite';
  if (first.class === 'be' || first.class === 'have') {
    if (first.form === 'ing') return 'ing';
    return first.form === 'participle' || (first.form === 'base' && first.class === 'be') ? 'infinitive' : 'finite';
  }
  const { use, form } = words[head]!;
  if (use === 'finite') return 'finite';
  if (use === 'bare') return 'infinitive';
  return form === 'ing' ? 'ing' : 'participle';
}

/** Adds the adverbs around the group: those before it, and those behind its end. */
function finish(words: readonly Word[], parts: Parts, kind: GroupKind): VerbGroup {
  const { start, head, lemma, lexical, adverbs, last } = parts;
  const isNot = (j: number) => words[j]!.class === 'not';
  while (adverbs.length > 0 && adverbs.at(-1)! > last && (lexical || !isNot(adverbs.at(-1)!))) adverbs.pop();
  for (let j = start - 1; j >= 0 && (words[j]!.class === 'adv' || isNot(j)); j--) {
    adverbs.unshift(j);
    if (isNot(j)) parts.negated = true;
  }
  let to = (lexical ? Math.max(last, head) : last) + 1;
  if (!lexical) for (const j of adverbs) if (isNot(j) && j >= to) to = j + 1;
  for (let j = to; j < words.length && words[j]!.class === 'adv'; j++) adverbs.push(j);
  const participle = lexical && words[head]!.form === 'participle';
  return {
    from: start,
    to,
    head,
    lemma,
    kind,
    passive: participle && (parts.be || kind === 'participle'),
    perfect: parts.perfect && lemma !== 'have',
    progressive: parts.progressive,
    past: parts.past,
    modal: parts.modal,
    negated: parts.negated,
    emphatic: parts.support && lexical && !parts.negated,
    adverbs,
    copula: COPULAS.has(lemma) && !participle,
  };
}

function skipInside(words: readonly Word[], from: number): number {
  let j = from;
  while (j < words.length && (words[j]!.class === 'adv' || words[j]!.class === 'not')) j++;
  return j;
}
