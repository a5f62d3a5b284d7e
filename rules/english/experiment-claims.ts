/**
 * Claims that an experiment makes in two steps: what was done to somebody, and how they fared. `When mice were fed garlic, their
 * tumours shrank`, `Rats that lack the enzyme stay thin`. Done on purpose, the first brings about the second. They count for the inventory.
 */
import type { Sentence } from '../article/article.js';
import type { Claim } from './claim.js';
import { readingOf, type Range, type Reading, type Verb } from './clauses.js';
import { commitmentOf } from './commitment.js';
import { isOneOf } from './one-of.js';
import { outcomeAt } from './outcome.js';
import { claimWords, type WordList } from './word-lists.js';
import type { Word } from './words.js';

/** What is done to those who take part. */
const TREATED = claimWords('treated');
/** What is done to a part of them. */
const MANIPULATED = claimWords('manipulated');
const ANIMALS = claimWords('animal');
const EXPERIMENTERS = claimWords('experimenter');
const LACKING = /^(?:lack|miss|carry|engineer|modify|breed|alter)$/;
/** How somebody or something fares, told without an object. */
const FARES = claimWords('fares-then');

export function experimentClaims(sentence: Sentence): Claim[] {
  const reading = readingOf(sentence);
  const { verbs } = reading;
  const claims: Claim[] = [];
  verbs.forEach((verb, index) => {
    if (verb.group.kind !== 'finite' || verb.clause.role === 'relative' || verb.clause.role === 'adverbial' || verb.clause.role === 'condition' || verb.group.passive) return;
    if (!fares(reading, verb) || !(bredFor(reading, verb) || treatedBefore(reading, verb))) return;
    claims.push({
      exposure: { kind: 'unknown', known: false, range: undefined, name: 'treatment', plural: false },
      outcome: outcomeAt(sentence, verb.group.copula ? verb.subject : verb.rest),
      relation: { kind: 'verb', verb: -1, lemma: verb.group.lemma, class: 'inventory', polarity: '0', range: { from: verb.group.from, to: verb.group.to } },
      ...commitmentOf(reading, index),
    });
  });
  return claims;
}

/** `became stronger`, `lived longer`, `had fewer seizures`. */
function fares({ words }: Reading, { group, rest }: Verb): boolean {
  if (FARES.has(group.lemma)) return true;
  return (isOneOf(group.lemma, 'have show exhibit display suffer experience') || group.copula) && words.slice(rest.from, rest.to).some(({ lower, class: kind }) => isOneOf(lower, 'more less fewer better worse no normal higher lower longer shorter severe changes deficit deficits impairment impairments problems difficulty') || (kind === 'adj' && /[a-z]{2}er$/.test(lower)));
}

/** `Mice lacking the gene`, `Flies engineered to carry it`, `Rats that were fed fat`: animals that were made so. */
function bredFor({ words, verbs }: Reading, { subject }: Verb): boolean {
  const animal = words.findIndex(({ lower }, j) => j >= subject.from && j < subject.to && ANIMALS.has(lower));
  if (animal < 0 || words.slice(subject.from, animal).some(({ class: kind }) => kind === 'prep')) return false;
  if (words[animal + 1]?.lower === 'without') return true;
  return verbs.some(({ group }) => group.head > animal && group.head < subject.to && (LACKING.test(group.lemma) || (TREATED.has(group.lemma) && group.passive)));
}

/** `When mice were given the drug, …`, `After we blocked the receptor, …`: a clause before the main one tells what was done. */
function treatedBefore({ words, verbs }: Reading, main: Verb): boolean {
  return verbs.some(({ group, clause, subject }) => {
    if (clause.role !== 'adverbial' || group.kind !== 'finite' || group.to > main.group.from || !isOneOf(words[clause.marker]?.lower, 'when once after')) return false;
    return group.passive ? TREATED.has(group.lemma) || (MANIPULATED.has(group.lemma) && !names(words, subject, PATIENTS)) : MANIPULATED.has(group.lemma) && names(words, subject, EXPERIMENTERS);
  });
}

const PATIENTS = claimWords('patient');

function names(words: readonly Word[], { from, to }: Range, nouns: WordList): boolean {
  return words.slice(from, to).some(({ lower }) => nouns.has(lower));
}
