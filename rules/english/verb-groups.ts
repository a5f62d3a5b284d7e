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

function groupAt(words: readonly Word[], start: number): VerbGroup | undefined {
  const first = words[start]!;
  const clitic = first.clitic && first.clitic !== 'not' && first.class === 'pron';
  if (first.class === 'to') {
    const next = words[skipInside(words, start + 1)];
    if (!next || !(next.class === 'verb' && next.use === 'bare') && !((next.class === 'be' || next.class === 'have' || next.class === 'do') && next.form === 'base')) return undefined;
  } else if (!clitic && !isAuxiliary(first) && first.class !== 'verb') return undefined;
  let modal: string | undefined = clitic && (first.clitic === 'will' || first.clitic === 'would') ? first.clitic : undefined;
  let perfect = Boolean(clitic && first.clitic === 'have');
  let be = Boolean(clitic && first.clitic === 'be');
  let progressive = false;
  let doAux = false;
  let negated = false;
  let past = false;
  const adverbs: number[] = [];
  let last = start;
  const future = first.clitic === 'will' || first.clitic === 'would';
  let head = clitic && !future ? start : -1;
  let lemma = !clitic || future ? '' : first.clitic === 'have' ? 'have' : 'be';
  let lexical = false;
  for (let j = clitic || first.class === 'to' ? start + 1 : start; j < words.length; j++) {
    const word = words[j]!;
    if (word.clitic === 'not') negated = true;
    if (word.class === 'modal') {
      if (j > start && head >= 0) break;
      modal = word.lower === 'cannot' ? 'can' : word.lemma;
      if (word.lower === 'cannot') negated = true;
    } else if (word.class === 'do') {
      if (head >= 0 || be) break;
      doAux = true;
      past ||= word.form === 'past';
      head = j;
      lemma = 'do';
    } else if (word.class === 'have') {
      // `has had an effect`
      const perfectHave = lemma === 'have' && word.lower === 'had' && words[head]!.lower !== 'had';
      if (head >= 0 && !doAux && lemma !== 'do' && !perfectHave) break;
      if (be && head >= 0) break;
      past ||= word.form === 'past' && !modal && !perfectHave;
      head = j;
      lemma = 'have';
      perfect = true;
    } else if (word.class === 'be') {
      if (head >= 0 && lemma !== 'have' && !(lemma === 'be' && word.form === 'ing')) break;
      if (lemma === 'be' && word.form === 'ing') progressive = true;
      past ||= word.form === 'past' && !perfect;
      head = j;
      lemma = 'be';
      be = true;
    } else if (word.class === 'verb') {
      const fits =
        head < 0 ? true
        : lemma === 'do' ? word.use === 'bare'
        : lemma === 'have' ? word.form === 'participle'
        : lemma === 'be' ? word.form === 'participle' || word.form === 'ing'
        : false;
      if (!fits) break;
      if (word.form === 'ing' && be) progressive = true;
      if (head < 0 && word.use === 'finite' && word.form === 'past') past = true;
      head = j;
      lemma = word.lemma;
      lexical = true;
      last = j;
      break;
    } else if (word.class === 'not') {
      negated = true;
      adverbs.push(j);
      continue;
    } else if (word.class === 'adv' || (j > start && isOneOf(word.lower, 'both all each'))) {
      adverbs.push(j);
      continue;
    } else if (j > start && isOneOf(word.lower, 'one some') && words[j + 1]?.lower === 'day') {
      // `might one day be used`
      adverbs.push(j, j + 1);
      j++;
      continue;
    } else break;
    last = j;
  }
  if (head < 0) return undefined;
  while (adverbs.length > 0 && adverbs.at(-1)! > last && !(lexical === false && words[adverbs.at(-1)!]!.class === 'not')) adverbs.pop();
  const headWord = words[head]!;
  const participle = lexical && headWord.form === 'participle';
  const onlyHave = lemma === 'have';
  const kind: GroupKind =
    first.class === 'to' ? 'infinitive'
    : clitic || modal || first.class === 'do' ? 'finite'
    : (first.class === 'be' || first.class === 'have') ? (first.form === 'ing' ? 'ing' : first.form === 'participle' || (first.form === 'base' && first.class === 'be') ? 'infinitive' : 'finite')
    : headWord.use === 'finite' ? 'finite'
    : headWord.use === 'bare' ? 'infinitive'
    : headWord.form === 'ing' ? 'ing' : 'participle';
  for (let j = start - 1; j >= 0 && (words[j]!.class === 'adv' || words[j]!.class === 'not'); j--) {
    adverbs.unshift(j);
    if (words[j]!.class === 'not') negated = true;
  }
  let to = (lexical ? Math.max(last, head) : last) + 1;
  if (!lexical) for (const j of adverbs) if (words[j]!.class === 'not' && j >= to) to = j + 1;
  for (let j = to; j < words.length && words[j]!.class === 'adv'; j++) adverbs.push(j);
  return {
    from: start,
    to,
    head,
    lemma,
    kind,
    passive: participle && (be || kind === 'participle'),
    perfect: perfect && !onlyHave,
    progressive,
    past,
    modal,
    negated,
    emphatic: doAux && lexical && !negated,
    adverbs,
    copula: COPULAS.has(lemma) && !participle,
  };
}

function skipInside(words: readonly Word[], from: number): number {
  let j = from;
  while (j < words.length && (words[j]!.class === 'adv' || words[j]!.class === 'not')) j++;
  return j;
}
