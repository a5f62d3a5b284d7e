/** What can stand instead of a word that sells: the rewordings of `hype-language`. */
import type { FixSpec } from '../engine/rule.js';
import type { Token } from '../english/tokens.js';
import { clauseAround } from './frames.js';
import { nounAfter, type HypeWord } from './hype-words.js';
import { oneOf } from './one-of.js';
import { dropping, replacing } from './rewording.js';

export const INTENSIFIERS = new Set([
  'very', 'truly', 'really', 'highly', 'particularly', 'especially', 'extremely', 'quite', 'so', 'incredibly', 'certainly', 'most', 'more',
  'also', 'still', 'increasingly', 'potentially',
]);

/** `a major breakthrough` gives way as a whole; `a medical breakthrough` keeps what says which. */
const BIG = new Set([
  'major', 'big', 'huge', 'real', 'true', 'significant', 'important', 'massive', 'total', 'complete', 'absolute', 'great', 'recent', 'new',
  'exciting', 'potential',
]);

const AFTER_NOUN = oneOf(`
  in for of on at by to with from that which who and or but because as when if is was are were has have had may might could can will would
  after since while so than among against over during into here now today yet —
`);

export function plainFixes(tokens: readonly Token[], from: number, to: number, { term, instead, group }: HypeWord): FixSpec[] {
  if (instead === '') return [];
  if (instead === '-') return dropping(tokens, from, to);
  const noun = nounAfter(tokens, to);
  if (instead.startsWith('new') && (tokens[to]?.lower === 'new' || tokens[from - 1]?.lower === 'new')) return noun ? dropping(tokens, from, to) : [];
  if (noun && noun.from >= to && (term === 'breakthrough' || /^game/.test(term))) return [replacing(tokens, from, to, 'new')];
  if (instead.includes(' ') && tokens[to]?.kind === 'word' && !AFTER_NOUN.test(tokens[to]!.lower)) return [];
  const before = tokens[from - 1];
  if (/^(?:first|second|last|latest|next|only|biggest|another)$/.test(before?.lower ?? '')) return [];
  if (before && before.kind === 'word' && BIG.has(before.lower)) return [replacing(tokens, from - 1, to, instead)];
  if (before && (/^(?:and|or)$/.test(before.lower) || /..est$/.test(before.lower))) return [];
  if (before && instead.startsWith('new ') && /^(?:medical|scientific|genetic|clinical|technological)$/.test(before.lower)) {
    return [replacing(tokens, from - 1, to, `new ${before.lower} ${instead.slice(4)}`)];
  }
  const fixes = [replacing(tokens, from, to, instead)];
  if (group === 'discovery' && instead === 'new option') fixes.push(replacing(tokens, from, to, 'new finding'));
  if (group === 'discovery' && instead === 'new finding') fixes.push(replacing(tokens, from, to, 'new option'));
  return fixes;
}

export function attributiveFixes(tokens: readonly Token[], from: number, to: number, word: HypeWord, noun: string, group: string): FixSpec[] {
  const before = tokens[from - 1]?.lower ?? '';
  if (word.instead === '' || /^(?:most|more|least|less)$/.test(before)) return [];
  const start = INTENSIFIERS.has(before) ? from - 1 : from;
  if (word.instead === '-') return dropping(tokens, start, to);
  // `a revolutionary new drug` has the plain word already.
  if (word.instead === tokens[to]?.lower || word.instead === before) return dropping(tokens, start, to);
  if (word.group !== 'hope') return [replacing(tokens, start, to, word.instead)];
  // `initial promising results` needs no second word for early.
  if (/^(?:initial|early|preliminary|first|limited|some|any)$/.test(before)) return dropping(tokens, from, to);
  const joined = tokens[to]?.lower === 'and' || tokens[to]?.text === ',';
  return insteadOfHope(noun, group)
    .filter((one) => one !== 'some' || !(joined || /^(?:a|an|the|this|these|its)$/.test(before)))
    .map((one) => replacing(tokens, start, to, one));
}

function insteadOfHope(noun: string, group: string): readonly string[] {
  if (/^(?:evidence|research)$/.test(noun)) return ['limited', 'preliminary', 'some'];
  if (/^(?:data|results?|findings?|stud(?:y|ies)|signs?|signals?|responses?)$/.test(noun)) return ['early', 'preliminary'];
  return group === 'treatment'
    || /^(?:effects?|benefits?|roles?|potential)$/.test(noun) ? ['possible', 'potential'].filter((one) => one !== noun) : [];
}

const NEW_CLAUSE = oneOf(`
  but although though while particularly especially and which because
`);

export function predicateFixes(tokens: readonly Token[], copula: number, to: number, word: HypeWord, plain: string, subject: string | undefined): FixSpec[] {
  if (word.instead === 'new' && plain !== '') return [replacing(tokens, to - 1, to, 'new')];
  if (word.group !== 'hope' || plain === '') return [];
  const next = tokens[to];
  // `is promising and safe` keeps its second half only if the first stays an adjective.
  if (
    next
    && (/^(?:and|but|enough)$/.test(next.lower) || (next.text === ',' && !NEW_CLAUSE.test(tokens[to + 1]?.lower ?? '')))
  ) return [];
  if (subject === 'finding') {
    const early = tokens.slice(clauseAround(tokens, copula).from, copula).some(({ lower }) => /^(?:early|initial|preliminary)$/.test(lower));
    return early ? [] : [replacing(tokens, copula, to, `${plain} preliminary`)];
  }
  if (subject === undefined || next?.lower === 'compared') return [];
  const fixes = [replacing(tokens, copula, to, `${plain} still being studied`)];
  if (plain === 'is') fixes.push(replacing(tokens, copula, to, 'remains uncertain'));
  if (plain === 'are') fixes.push(replacing(tokens, copula, to, 'remain uncertain'));
  return fixes;
}

export function dropAdverb(tokens: readonly Token[], i: number): FixSpec[] {
  const before = tokens[i - 1];
  const from = before && /^(?:so|very|quite|most|more)$/.test(before.lower) ? i - 1 : i;
  return tokens[i - 1]?.lower === 'and' || tokens[i + 1]?.lower === 'and' ? [] : dropping(tokens, from, i + 1);
}
