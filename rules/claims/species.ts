/** The animals and dishes in which an effect was seen, where a claim names them itself. */
import type { Sentence } from '../article/article.js';
import type { Claim } from '../english/claims.js';
import { readingOf } from '../english/clauses.js';
import { once } from '../lexicon/once.js';

export const SPECIES = /\b(?:mice|mouse|rats?|rodents?|zebrafish|dogs?|primates?|monkeys?|worms?|(?:fruit\s+)?flies|rabbits?|guinea\s+pigs?|hamsters?|pigs?|animals?|murine|in\s+vitro|in\s+silico|ex\s+vivo|cell\s+(?:cultures?|lines?|studies|experiments?)|cultured\s+cells|human\s+cells|test[\s-]tubes?|petri\s+dish(?:es)?|preclinical|laborator(?:y|ies)\s+(?:studies|experiments?|tests))\b/i;
/** `In mice, …`: the setting stands before the clause that it holds for. */
const SETTING = once(() => /^[^\p{L}]*(?:in|on|with|among|using)\s+(?:[\p{L}-]+\s+){0,4}?(?:mice|rats|rodents|zebrafish|dogs|primates|monkeys|worms|flies|rabbits|guinea\s+pigs|hamsters|pigs|animals|(?:mouse|rat|rodent|animal|murine|cell)\s+(?:models?|stud(?:y|ies)|experiments?|cultures?|lines?)|vitro|silico|vivo|test[\s-]tubes?)\b/u);

/**
 * True where the claim's own clause says in which animals or cells the effect was seen and names no people:
 * `shrank tumors in mice`, `In mice, it shrank tumors`, `in the rat hippocampus`, `in vitro`.
 */
export function namesSpecies(sentence: Sentence, { relation }: Claim): boolean {
  const { words, verbs } = readingOf(sentence);
  const verb = verbs[relation.verb];
  if (!verb) return false;
  const text = (from: number, to: number) => words.slice(from, to).map(({ lower }) => lower).join(' ');
  const behind = text(relation.range.to, Math.max(relation.range.to, verb.rest.to));
  if (/\b(?:people|patients?|humans?|you|your|women|men|children|adults)\b/.test(behind) && !/\bhuman\s+cells\b/.test(behind)) return false;
  const place = /\b(?:in|of|on|from)\b.*$/.exec(behind)?.[0];
  if (place !== undefined && SPECIES.test(place)) return true;
  const start = verb.clause.start;
  return SETTING().test(text(start, relation.range.from)) || (verb.clause.parent === undefined && SETTING().test(text(0, relation.range.from)) && verbs.find(({ group }) => group.kind === 'finite') === verb);
}
