/** Claims made with verbs and about things that only one site's settings name. */
import type { Block, Sentence } from '../article/article.js';
import type { Claim } from '../english/claims.js';
import { readingOf } from '../english/clauses.js';
import { commitmentOf } from '../english/commitment.js';
import { exposureAt } from '../english/exposure.js';
import { outcomeAt } from '../english/outcome.js';
import { createPhrases, type Phrases } from '../english/phrases.js';
import { tokensOf } from '../english/tokens.js';

const cache = new WeakMap<readonly string[], Phrases<true>>();

function phrasesOf(names: readonly string[]): Phrases<true> {
  let phrases = cache.get(names);
  if (!phrases) cache.set(names, (phrases = createPhrases(names.map((name) => [name.toLowerCase(), true] as const))));
  return phrases;
}

/** True where the sentence has one of these names; upper and lower case are the same. */
export function namesOne(sentence: Sentence, names: readonly string[]): boolean {
  return names.length > 0 && phrasesOf(names).all(tokensOf(sentence)).length > 0;
}

/** The claims, in which the named things are known exposures, and those of the named verbs (base forms that the lexicon knows as verbs). */
export function claimsWith(claims: readonly Claim[], verbs: readonly string[], exposures: readonly string[], sentence: Sentence, block: Block): readonly Claim[] {
  if (verbs.length === 0 && exposures.length === 0) return claims;
  const wanted = new Set(verbs.map((verb) => verb.toLowerCase()));
  const reading = readingOf(sentence);
  const added = reading.verbs.flatMap((verb, index): Claim[] => {
    const { group } = verb;
    if (!wanted.has(group.lemma) || group.passive || group.kind !== 'finite' || claims.some(({ relation }) => relation.verb === index && relation.class !== 'inventory')) return [];
    const exposure = exposureAt(sentence, verb.subject, block);
    const outcome = outcomeAt(sentence, { from: group.to, to: Math.max(group.to, verb.rest.to) });
    return [{ exposure, outcome, relation: { kind: 'verb', verb: index, lemma: group.lemma, class: 'direct', polarity: '0', range: { from: group.from, to: group.to } }, ...commitmentOf(reading, index) }];
  });
  const all = added.length === 0 ? claims : [...claims.filter(({ relation }) => !added.some((one) => one.relation.verb === relation.verb)), ...added].sort((a, b) => a.relation.range.from - b.relation.range.from);
  return exposures.length === 0 ? all : all.map((claim) => named(claim, exposures, sentence));
}

function named(claim: Claim, exposures: readonly string[], sentence: Sentence): Claim {
  const { exposure } = claim;
  const { range } = exposure;
  if (exposure.known || !range || exposure.kind === 'people' || exposure.kind === 'research') return claim;
  const found = phrasesOf(exposures).all(tokensOf(sentence)).find(({ from, to }) => from >= range.from && to <= range.to);
  return found ? { ...claim, exposure: { ...exposure, kind: 'product', known: true } } : claim;
}
