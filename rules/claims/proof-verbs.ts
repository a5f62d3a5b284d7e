/** Proof claimed by a verb or a noun: `this proves that`, `have conclusively shown`, `there is proof that`. */
import type { Sentence } from '../article/article.js';
import type { FixSpec } from '../engine/rule.js';
import { readingOf } from '../english/clauses.js';
import { createPhrases } from '../english/phrases.js';
import type { Token } from '../english/tokens.js';
import { termAt } from '../lexicon/terms.js';
import { clauseAround } from './frames.js';
import { oneOf } from './one-of.js';
import { replacing } from './rewording.js';

export interface Found {
  readonly from: number;
  readonly to: number;
  readonly fixes: readonly FixSpec[];
  /** Index of the verb that says what is proven, to leave proven harm alone. */
  readonly effect?: number;
}

const SUGGEST = new Map([['proves', 'suggests'], ['prove', 'suggest'], ['proved', 'suggested'], ['proven', 'suggested'], ['proving', 'suggesting']]);

const RESEARCH = oneOf(`
  stud(?:y|ies) trials? research data evidence findings? results? science tests? experiments? scientists? researchers? doctors?
  meta-analys[ie]s reviews? this it which that these they paper survey surveys investigators? experience history x-rays? scans?
`);

const PERSONAL = /^(?:you|your|he|she|his|her|we|our|they|their|i|my|someone|applicants?|veterans?|patients?)$/;

const FACTIVE = oneOf(`
  shown proven proved demonstrated established confirmed show shows showed proves prove demonstrate demonstrates confirm confirms
`);

const RESEARCH_NOUN = oneOf(`
  stud(?:y|ies) trials? research data evidence findings? results? science tests? experiments? scientists? researchers? meta-analys[ie]s
  reviews?
`);

const HARM_VERB = /^(?:cause|harm|damage|worsen|trigger|kill|impair|destroy|weaken|aggravate|provoke|poison)$/;

const RAISE = /^(?:increase|raise|elevate|double|triple)$/;

const HARM_NOUN = /^(?:risks?|mortality|deaths?|odds|chances?|likelihood|incidence|rates?|harm|damage|toxicity)$/;

const ILL = oneOf(`
  diseases? illness(?:es)? deaths? damage harms? injur(?:y|ies) defects? disorders? symptoms? cancers? infections? poisoning addiction
`);

/** What is proven is a harm: warnings are not watered down. */
export function harms(tokens: readonly Token[], verb: number): boolean {
  const { lower } = tokens[verb] ?? { lower: '' };
  if (HARM_VERB.test(lower)) return true;
  if (/^(?:cause|trigger|provoke)[sd]?$|^triggered$/.test(lower)) return namesIll(tokens, verb + 1);
  return RAISE.test(lower) && tokens.slice(verb + 1, verb + 6).some((one) => HARM_NOUN.test(one.lower));
}

/** Whether a condition or another ill stands in the few words from here on. */
function namesIll(tokens: readonly Token[], from: number): boolean {
  for (let i = from; i < from + 5 && tokens[i]?.kind === 'word'; i++) {
    if (ILL.test(tokens[i]!.lower) || termAt(tokens, i)?.value.kind === 'condition') return true;
  }
  return false;
}

/** The first verb-like word that could be a harm in the clause that follows. */
export function effectBehind(tokens: readonly Token[], from: number): number {
  const { to } = clauseAround(tokens, from);
  for (let i = from; i < to; i++) {
    const base = tokens[i]!.lower.replace(/(?:ed|es|s)$/, '');
    if (HARM_VERB.test(tokens[i]!.lower) || HARM_VERB.test(base) || HARM_VERB.test(`${base}e`)) return i;
    if (/^(?:increases?|raises?|doubles?|causes|triggers|harms|damages|kills)$/.test(tokens[i]!.lower)) return i;
  }
  return from;
}

const BEFORE_PROVES = oneOf(`
  conclusively definitively clearly now also finally further once already thus therefore
`);

/** Behind `beyond doubt`, `beyond any reasonable doubt`, `without a doubt`; the same index where no such words stand there. */
function pastDoubt(tokens: readonly Token[], from: number): number {
  let at = from;
  if (!/^(?:beyond|without)$/.test(tokens[at]?.lower ?? '')) return from;
  at++;
  while (/^(?:any|all|a|the|reasonable|serious|shadow|of|shred)$/.test(tokens[at]?.lower ?? '') && at < from + 6) at++;
  return /^(?:doubt|question|dispute)$/.test(tokens[at]?.lower ?? '') ? at + 1 : from;
}

/** `this proves that`, `studies have conclusively proven that`. */
export function provesAt(tokens: readonly Token[], i: number): Found | undefined {
  const { lower } = tokens[i]!;
  const suggest = SUGGEST.get(lower);
  const that = pastDoubt(tokens, i + 1);
  if (!suggest || tokens[that]?.lower !== 'that') return undefined;
  if (PERSONAL.test(tokens[that + 1]?.lower ?? '') && /^(?:you|your|he|she|his|her|i|my)$/.test(tokens[that + 1]!.lower)) return undefined;
  let from = i;
  while (from > 0 && BEFORE_PROVES.test(tokens[from - 1]!.lower)) from--;
  const auxiliary = tokens[from - 1]?.lower ?? '';
  if (/^(?:to|may|might|could|can|must|should|would|will|cannot|not|is|are|was|were|been|be|you|i|we)$/.test(auxiliary)) return undefined;
  if (lower === 'proving' && tokens[i - 1]?.text !== ',') return undefined;
  const perfect = HAVE.test(auxiliary);
  if (lower === 'proven' && !perfect) return undefined;
  const clause = clauseAround(tokens, i);
  const subject = tokens.slice(clause.from, from);
  if (
    lower !== 'proving'
    && (!subject.some((one) => RESEARCH.test(one.lower)) || subject.some((one) => /^(?:you|i|we|applicants?|claimants?|veterans?)$/.test(one.lower)))
  ) return undefined;
  const start = perfect ? from - 1 : from;
  const text = `${perfect ? `${tokens[start]!.text} ` : ''}${suggest} that`;
  return { from: start, to: that + 1, effect: effectBehind(tokens, that + 1), fixes: [replacing(tokens, start, that + 1, text)] };
}

/** `trials prove it works`, `studies have proven its benefits`: without `that`. */
export function provesBareAt(tokens: readonly Token[], i: number, sentence: Sentence): Found | undefined {
  const { lower } = tokens[i]!;
  if (!/^(?:proves|prove|proven|proved)$/.test(lower)) return undefined;
  const before = tokens[i - 1]?.lower ?? '';
  const perfect = HAVE.test(before);
  if (!perfect && (lower === 'proven' || !RESEARCH.test(before))) return undefined;
  const from = perfect ? i - 1 : i;
  const clause = clauseAround(tokens, i);
  if (!tokens.slice(clause.from, from).some((one) => RESEARCH_NOUN.test(one.lower))) return undefined;
  const next = tokens[i + 1]?.lower ?? '';
  const worth = /^(?:its|the|their)$/.test(next) && tokens.slice(i + 2, i + 5).some((_, k) => PROVABLE.at(tokens, i + 2 + k) !== undefined);
  // `studies have proven turmeric to be effective`
  const raised = termAt(tokens, i + 1);
  if (worth || (raised && tokens[raised.to]?.lower === 'to')) return { from, to: i + 1, fixes: [] };
  if (lower === 'proved' && !perfect) return undefined;
  // A clause follows where another finite verb stands behind.
  const clauseFollows = readingOf(sentence).verbs.some(({ group }) => group.kind === 'finite' && group.from > i + 1 && group.from < clause.to);
  if (!clauseFollows || !(/^(?:it|they|this)$/.test(next) || termAt(tokens, i + 1) || /ing$|tion$/.test(next))) return undefined;
  const suggest = perfect ? `${tokens[from]!.text} suggested that` : `${SUGGEST.get(lower)!} that`;
  return { from, to: i + 1, effect: effectBehind(tokens, i + 1), fixes: [replacing(tokens, from, i + 1, suggest)] };
}

/** `have conclusively shown that`, `conclusive evidence that`. */
export function conclusiveAt(tokens: readonly Token[], i: number): Found | undefined {
  const { lower } = tokens[i]!;
  if (HAVE.test(lower) && /^(?:conclusively|definitively)$/.test(tokens[i + 1]?.lower ?? '')) return conclusiveVerb(tokens, i, i + 1);
  if (/^(?:conclusively|definitively)$/.test(lower)) return conclusiveVerb(tokens, i, i);
  if (!/^(?:conclusive|definitive|irrefutable|undeniable|indisputable)$/.test(lower)) return undefined;
  if (!/^(?:proof|evidence)$/.test(tokens[i + 1]?.lower ?? '') || !/^(?:that|of|for)$/.test(tokens[i + 2]?.lower ?? '')) return undefined;
  if (/^(?:for|until|more|of|as|require|requires|lack|needs?|any|if)$/.test(tokens[i - 1]?.lower ?? '')) return undefined;
  const article = /^(?:a|an|the)$/.test(tokens[i - 1]?.lower ?? '');
  return { from: i, to: i + 2, effect: i + 3, fixes: article ? [] : [replacing(tokens, i, i + 2, 'some evidence')] };
}

function conclusiveVerb(tokens: readonly Token[], from: number, adverb: number): Found | undefined {
  const verb = tokens[adverb + 1];
  if (!verb || !FACTIVE.test(verb.lower)) return undefined;
  const auxiliary = tokens[from - 1]?.lower ?? '';
  if (/^(?:to|may|might|could|can|must|should|would|will|cannot|not|been|be|is|are|was|were)$/.test(auxiliary)) return undefined;
  const that = tokens[adverb + 2]?.lower === 'that';
  const to = adverb + (that ? 3 : 2);
  const perfect = from < adverb;
  const form = perfect || /ed$|n$/.test(verb.lower) ? 'suggested' : verb.lower.endsWith('s') ? 'suggests' : 'suggest';
  const auxiliaries = perfect ? `${tokens[from]!.text} ` : '';
  return { from, to, effect: effectBehind(tokens, to), fixes: that ? [replacing(tokens, from, to, `${auxiliaries}${form} that`)] : [] };
}

const BEFORE_PROOF = oneOf(`
  clear solid strong scientific clinical hard final more further living ultimate ample good the
`);

/** `there is proof that`, `this is proof that`. */
export function proofAt(tokens: readonly Token[], i: number): Found | undefined {
  if (tokens[i]!.lower !== 'proof') return undefined;
  const next = tokens[i + 1]?.lower ?? '';
  const worth = next === 'of' && /^(?:efficacy|effectiveness|benefit|its|their)$/.test(tokens[i + 2]?.lower ?? '');
  if (next !== 'that' && !worth || /^(?:you|your|he|she|his|her|i|my|we)$/.test(tokens[i + 2]?.lower ?? '')) return undefined;
  let from = i;
  while (from > 0 && BEFORE_PROOF.test(tokens[from - 1]!.lower)) from--;
  const before = tokens[from - 1];
  if (!before || !/^(?:is|are|it's|that's|there's|have|has|as|offers?|provides?|gives?|finally|now|found|,)$/.test(before.lower)) return undefined;
  const there = tokens[from - 2]?.lower === 'there' || before.lower === "there's";
  if (worth) return { from, to: i + 1, fixes: there ? [replacing(tokens, from, i + 1, 'some evidence')] : [] };
  const suggests = before.lower === 'is' && !there
    && /^(?:this|that|it|which)$/.test(tokens[from - 2]?.lower ?? '') ? [replacing(tokens, from - 1, i + 2, 'suggests that')] : [];
  return { from, to: i + 2, effect: effectBehind(tokens, i + 2), fixes: there ? [replacing(tokens, from, i + 2, 'some evidence that')] : suggests };
}

export const PROVABLE = createPhrases<true>([
  'benefit', 'benefits', 'effect', 'effects', 'effectiveness', 'efficacy', 'results', 'health benefits', 'healing power', 'safety',
].map((one) => [one, true]));

export const HAVE = /^(?:has|have|had)$/;
