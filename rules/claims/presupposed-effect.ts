/**
 * Effects that a noun phrase takes for granted: `turmeric's pain-relieving effects`, `the sleep-promoting properties of valerian`.
 * Nothing is asserted, so nobody thinks of doubting it; that is why it is worth a mark.
 */
import type { Block, Sentence } from '../article/article.js';
import type { Claim } from '../english/claims.js';
import { readingOf } from '../english/clauses.js';
import { HEDGING_ADJECTIVES } from '../english/commitment.js';
import { exposureAt, findExposure, tokensIn } from '../english/exposure.js';
import { verbReading } from '../english/inflection.js';
import { relationVerbsOf } from '../english/relations.js';
import { tokenize } from '../english/tokens.js';
import { outcomePhrases } from '../english/word-lists.js';
import type { Word } from '../english/words.js';
import { once } from '../lexicon/once.js';
import { termAt } from '../lexicon/terms.js';
import type { Edit } from '../engine/finding.js';

const COMPOUND = once(() => /^(\p{L}+(?:-\p{L}+)?)-(\p{L}+ing)$/u);
const EFFECT = /^(?:effects?|properties|property|benefits?|powers?|actions?|abilit(?:y|ies)|qualities|potency|virtues)$/;
/** Where these stand before, the effect is doubted, tested or told as somebody's. */
const OPEN = /^(?:whether|if|no|not|never|without|lacks?|study|studied|studies|studying|test(?:ed|ing|s)?|examin\w+|investigat\w+|explor\w+|evaluat\w+|assess\w*|research\w*|evidence|claims?|claimed|alleged\w*|supposed\w*|purported\w*|reported\w*|reputed\w*|may|might|could|attributed|credited|believed?|thought|said|called|so-called|questions?|doubts?|know|known|understand|learn)$/;

/** An effect taken for granted, as a claim, and the edits that call it possible. */
export interface Presupposed {
  readonly claim: Claim;
  readonly edits: readonly Edit[];
}

/** The first presupposed effect of a known exposure in the sentence. */
export function presupposedEffect(sentence: Sentence, block: Block): Presupposed | undefined {
  const { words } = readingOf(sentence);
  for (let i = 0; i < words.length - 1; i++) {
    const compound = COMPOUND().exec(words[i]!.lower);
    if (!compound || !isEffectVerb(compound[2]!)) continue;
    let noun = i + 1;
    while (words[noun] && (words[noun]!.class === 'adj' || words[noun]!.class === 'conj' || words[noun]!.lower === ',' || COMPOUND().test(words[noun]!.lower)) && noun < i + 5) noun++;
    if (!words[noun] || !EFFECT.test(words[noun]!.lower)) continue;
    const outcome = outcomeNamed(compound[1]!);
    if (!outcome || words.slice(0, noun).some(({ lower }) => OPEN.test(lower) || HEDGING_ADJECTIVES.has(lower))) continue;
    const owner = ownerBefore(words, i) ?? ownerBehind(sentence, block, words, noun);
    if (!owner) continue;
    const claim: Claim = {
      exposure: owner.exposure,
      outcome: { known: true, blocked: false, valence: 'open', range: undefined, name: outcome, condition: undefined, risk: false },
      relation: { kind: 'ability', verb: -1, lemma: verbReading(compound[2]!)!.lemma, class: 'direct', polarity: '0', range: { from: i, to: noun + 1 } },
      level: 'bare', emphatic: false, factive: false, hedged: false, denied: false,
    };
    const start = words[i]!.token.start;
    const article = words[i - 1];
    const edits: Edit[] = [{ start, end: start, text: 'possible ' }];
    if (article?.lower === 'an') edits.unshift({ start: article.token.start, end: article.token.end, text: article.token.text.startsWith('A') ? 'A' : 'a' });
    return { claim, edits: /^\p{Lu}/u.test(words[i]!.token.text) ? [] : edits };
  }
  return undefined;
}

let lemmas: ReadonlySet<string> | undefined;
function isEffectVerb(ing: string): boolean {
  const reading = verbReading(ing);
  lemmas ??= new Set(relationVerbsOf('direct', 'absolute', 'soft').map(({ lemma }) => lemma));
  return Boolean(reading?.forms.has('ing') && lemmas.has(reading.lemma));
}

/** `pain`, `blood-pressure`: a health matter. */
function outcomeNamed(words: string): string | undefined {
  const tokens = tokenize(words.replace('-', ' '));
  const term = termAt(tokens, 0);
  if (term && term.to === tokens.length && (term.value.kind === 'condition' || term.value.kind === 'biomarker')) return term.value.name.toLowerCase();
  const listed = outcomePhrases().at(tokens, 0);
  return listed && listed.to === tokens.length && !listed.value.includes('research') && !listed.value.includes('other') ? words : undefined;
}

/** `turmeric's`, right before. */
function ownerBefore(words: readonly Word[], at: number): { readonly exposure: Claim['exposure'] } | undefined {
  let j = at - 1;
  while (j > 0 && words[j]!.class === 'adj') j--;
  if (!words[j] || !/'s?$/.test(words[j]!.lower)) return undefined;
  const found = findExposure(words, Math.max(0, j - 2), j + 1);
  return found && found.at === j ? { exposure: { kind: found.kind, known: true, range: found.range, name: found.name, plural: false } } : undefined;
}

/** `of valerian`, right behind. */
function ownerBehind(sentence: Sentence, block: Block, words: readonly Word[], noun: number): { readonly exposure: Claim['exposure'] } | undefined {
  if (words[noun + 1]?.lower !== 'of') return undefined;
  let to = noun + 2;
  while (to < words.length && tokensIn(words)[to]!.kind !== 'punctuation' && words[to]!.class !== 'verb' && words[to]!.class !== 'be' && words[to]!.class !== 'modal') to++;
  const exposure = exposureAt(sentence, { from: noun + 2, to }, block);
  return exposure.known ? { exposure } : undefined;
}
