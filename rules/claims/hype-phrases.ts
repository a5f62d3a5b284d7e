/** Hype that takes more than one word: hope on offer, promise shown, and superlatives. */
import type { Block, Sentence } from '../article/article.js';
import type { FixSpec } from '../engine/rule.js';
import { createPhrases } from '../english/phrases.js';
import type { Token } from '../english/tokens.js';
import { termAt } from '../lexicon/terms.js';
import { clauseAround, isCited } from './frames.js';
import { evaluatedNouns, pluralOf, type HypeGroup } from './hype-words.js';
import { oneOf } from './one-of.js';
import { replacing } from './rewording.js';
import { speaksOfExposure } from './subjects.js';

/** Hype as found: the tokens that are marked, what they are called and why they are marked. */
export interface Found {
  readonly from: number;
  readonly to: number;
  readonly term: string;
  readonly group: HypeGroup | 'superlative';
  readonly fixes: readonly FixSpec[];
}

/** Verb + `hope`, and `hope` as what is on offer. */
const HOPE_VERBS = new Set([
  'provide', 'provides', 'provided', 'providing', 'offer', 'offers', 'offered', 'offering', 'give', 'gives', 'gave', 'giving', 'bring',
  'brings', 'brought', 'bringing', 'raise', 'raises', 'raised', 'raising', 'renews', 'renewing', 'sparks', 'sparking', 'holds', 'holding',
  'delivers', 'delivering',
]);

const HOPE_OBJECTS = createPhrases<true>(
  [
    'hope', 'hopes', 'new hope', 'fresh hope', 'real hope', 'renewed hope', 'great hope', 'some hope', 'much hope', 'hope and relief',
    'a ray of hope', 'a glimmer of hope', 'a beacon of hope', 'the hope',
  ].map((phrase) => [phrase, true]),
);

const HOPE_PHRASES = createPhrases<true>(
  ['new hope', 'fresh hope', 'renewed hope', 'ray of hope', 'glimmer of hope', 'beacon of hope'].map((phrase) => [phrase, true]),
);

const PROMISE_VERBS = new Map([
  ['shows', 'is'], ['show', 'are'], ['showed', ''], ['shown', ''], ['showing', ''], ['holds', 'is'], ['hold', 'are'], ['held', ''],
  ['holding', ''], ['offers', 'is'], ['offer', 'are'],
]);

const PROMISE_ADJECTIVES = new Set([
  'great', 'much', 'considerable', 'real', 'significant', 'particular', 'early', 'some', 'enormous', 'tremendous', 'immense', 'incredible',
  'amazing',
]);

const SUPERLATIVES = createPhrases<'most studied' | ''>([
  ['the best', 'most studied'], ['the most effective', 'most studied'], ['the very best', 'most studied'],
  ['the most powerful', ''], ['the safest', ''], ['the strongest', ''], ['the ultimate', ''], ['the number one', ''], ['the number-one', ''], ['the no. 1', ''], ['the perfect', ''],
]);

const SUPERLATIVE_NOUNS = oneOf(`
  treatments? therap(?:y|ies) drugs? medicines? medications? remed(?:y|ies) cures? supplements? herbs? foods? diets? products? formulas?
  ingredients? vitamins? antioxidants? teas? probiotics? painkillers? antidepressants? pills? oils? plants? adaptogens? tonics?
`);

const GOODS = oneOf(`
  sleep relief results? success weight recovery healing health energy calm focus skin hair remission pregnancy longevity immunity memory
`);
const ILLS = oneOf(`
  pains? aches? stress fatigue tiredness wrinkles bloating inflammation cravings allerg(?:y|ies) disease illness insomnia anxiety cellulite
`);

export const PROMISE_CUES = ['guarantee', 'guarantees', 'goodbye', 'good-bye'];

/** `guarantees deep sleep`, `say goodbye to joint pain`: a certain outcome, said of something that people take or to be rid of an ill. */
export function certainAt(tokens: readonly Token[], i: number, sentence: Sentence, block: Block): Found | undefined {
  const { lower } = tokens[i]!;
  if (lower === 'say' && /^good-?bye$/.test(tokens[i + 1]?.lower ?? '') && tokens[i + 2]?.lower === 'to') {
    return names(tokens, i + 3, ILLS) ? { from: i, to: i + 3, term: 'say goodbye to', group: 'miracle', fixes: [] } : undefined;
  }
  if (!/^guarantees?$/.test(lower) || !names(tokens, i + 1, GOODS)) return undefined;
  const { from } = clauseAround(tokens, i);
  const subject = tokens.slice(from, i);
  if (subject.length === 0 || subject.some((one) => /^(?:no|none|nothing|neither|nor|never|not|a|an|to|this|the)$/.test(one.lower))) return undefined;
  return speaksOfExposure(tokens, from, i, sentence, block) ? { from: i, to: i + 1, term: 'guarantee', group: 'guarantee', fixes: [] } : undefined;
}

/** Whether one of these words, or a condition, stands in the few words from here on. */
function names(tokens: readonly Token[], from: number, words: RegExp): boolean {
  for (let at = from; at < from + 4 && tokens[at]?.kind === 'word'; at++) {
    if (/^(?:that|of|by|in|from|for|when|if)$/.test(tokens[at]!.lower)) return false;
    if (words.test(tokens[at]!.lower) || termAt(tokens, at)?.value.kind === 'condition') return true;
  }
  return false;
}

export const SUPERLATIVE_CUES = ['best', 'most', 'safest', 'strongest', 'ultimate', 'number', 'number-one', 'perfect'];

export function hopeAt(tokens: readonly Token[], i: number): Found | undefined {
  const { lower } = tokens[i]!;
  const object = HOPE_VERBS.has(lower) ? HOPE_OBJECTS.at(tokens, i + 1) : undefined;
  if (object) {
    return { from: i, to: object.to, term: 'hope', group: 'hope', fixes: trailingClauseFix(tokens, i, object.to) };
  }
  const alone = HOPE_PHRASES.at(tokens, i);
  return alone ? { from: i, to: alone.to, term: 'hope', group: 'hope', fixes: [] } : undefined;
}

/** `…, providing hope for families.`: a clause that hangs at the end can go as a whole. */
function trailingClauseFix(tokens: readonly Token[], from: number, to: number): FixSpec[] {
  const comma = tokens[from - 1];
  if (comma?.text !== ',' || !tokens[from]!.lower.endsWith('ing')) return [];
  let end = to;
  while (end < tokens.length && !/^[.,;:!?()—]$/.test(tokens[end]!.text)) end++;
  const stop = tokens[end];
  if (!stop || !/^[.!]$/.test(stop.text)) return [];
  return [{ title: 'Remove this clause', safety: 'suggestion', edits: [{ start: comma.start, end: tokens[end - 1]!.end, text: '' }] }];
}

export function promiseAt(tokens: readonly Token[], i: number): Found | undefined {
  const plain = PROMISE_VERBS.get(tokens[i]!.lower);
  if (plain === undefined) return undefined;
  let at = i + 1;
  while (PROMISE_ADJECTIVES.has(tokens[at]?.lower ?? '')) at++;
  if (tokens[at]?.lower !== 'promise' || tokens[at + 1]?.lower === 'to') return undefined;
  const next = tokens[at + 1];
  const clause = clauseAround(tokens, i);
  const treatment = tokens.slice(clause.from, i).some((_, at) => {
    const noun = evaluatedNouns.at(tokens, clause.from + at)?.value;
    return noun !== 'finding' && (noun !== undefined || termAt(tokens, clause.from + at) !== undefined);
  });
  const governed = /^(?:to|may|might|could|can|will|would|must|does|do|did|both|not)$/.test(tokens[i - 1]?.lower ?? '');
  const fits = plain !== '' && treatment && !governed && (!next || next.kind === 'punctuation' || /^(?:as|for)$/.test(next.lower));
  return { from: i, to: at + 1, term: 'promise', group: 'hope', fixes: fits ? [replacing(tokens, i, at + 1, `${plain} still being studied`)] : [] };
}

export function superlativeAt(tokens: readonly Token[], i: number, sentence: Sentence, block: Block): Found | undefined {
  const match = SUPERLATIVES.at(tokens, i);
  if (!match || isCited(sentence, block)) return undefined;
  const before = tokens[i - 1]?.lower ?? '';
  const opens = i === 0 || (tokens[i - 1]!.kind === 'punctuation' && before !== ',' && before !== '—');
  if (opens) return superlativeFirst(tokens, i, match.to);
  // `the ultimate remedy` sells wherever it stands.
  const sells = /^(?:ultimate|number|number-one|no)$/.test(tokens[i + 1]!.lower);
  if (!sells && !/^(?:is|are|remains|remain|it's|as|,|—)$/.test(before)) return undefined;
  const modifies = ({ kind, lower }: Token): boolean => kind === 'word' && !/^(?:of|for|in|to|and|way|thing)$/.test(lower);
  const noun = [match.to, match.to + 1, match.to + 2].find((at) => SUPERLATIVE_NOUNS.test(tokens[at]?.lower ?? '') && tokens.slice(match.to, at).every(modifies));
  // `Exercise is the best medicine` is a saying.
  if (
    noun === undefined || (noun === match.to && tokens[noun]!.lower === 'medicine')
    || /^(?:you|your|each|every|patients)$/.test(tokens[noun + 2]?.lower ?? '')
  ) return undefined;
  const clause = clauseAround(tokens, before === ',' ? i - 2 : i);
  if (!sells && !speaksOfExposure(tokens, clause.from, i, sentence, block)) return undefined;
  const plural = tokens[noun]!.lower.endsWith('s');
  const words = tokens.slice(match.to, noun + 1).map(({ text }) => text);
  const nouns = [...words.slice(0, -1), plural ? words.at(-1)! : pluralOf(words.at(-1)!)].join(' ');
  const text = `${plural ? 'among' : 'one of'} the ${match.value} ${nouns}`;
  const fixes = match.value === '' || before === 'as' ? [] : [replacing(tokens, i, noun + 1, text)];
  return { from: i, to: match.to, term: tokens.slice(i + 1, match.to).map(({ lower }) => lower).join(' '), group: 'superlative', fixes };
}

/** `The best supplement for sleep is magnesium.` */
function superlativeFirst(tokens: readonly Token[], i: number, to: number): Found | undefined {
  const noun = [to, to + 1].find((at) => SUPERLATIVE_NOUNS.test(tokens[at]?.lower ?? ''));
  if (noun === undefined) return undefined;
  for (let at = noun + 1; at < noun + 6 && at < tokens.length; at++) {
    if (!/^(?:is|are)$/.test(tokens[at]!.lower)) continue;
    const term = termAt(tokens, at + 1);
    const names = term && (term.value.kind === 'plant' || term.value.kind === 'supplement' || term.value.kind === 'drug');
    return names ? { from: i, to, term: tokens.slice(i + 1, to).map(({ lower }) => lower).join(' '), group: 'superlative', fixes: [] } : undefined;
  }
  return undefined;
}
