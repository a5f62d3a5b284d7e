/**
 * Claims that an experiment makes in two steps: what was done to somebody, and how they fared. `When mice were fed garlic, their
 * tumours shrank`, `Rats that lack the enzyme stay thin`. Done on purpose, the first brings about the second. They count for the inventory.
 */
import type { Sentence } from '../article/article.js';
import type { Claim } from './claims.js';
import { readingOf, type Range, type Reading, type Verb } from './clauses.js';
import { commitmentOf } from './commitment.js';
import { isOneOf } from './one-of.js';
import { outcomeAt } from './outcome.js';
import type { Word } from './words.js';

/** What is done to those who take part. */
const TREATED = /^(?:give|feed|treat|inject|expose|deprive|immuni[sz]e|vaccinate|infect|implant|transplant|dose|supplement|raise|put|place|deny)$/;
/** What is done to a part of them. */
const MANIPULATED = /^(?:block|delete|remove|inhibit|silence|disable|inactivate|activate|suppress|knock|switch|turn|add|restore|stimulate|boost|deplete|eliminate|destroy|insert|replace|transplant|inject|give|feed|lower|raise|reduce|increase|cut|stop|halt|alter|edit|mutate|injure)$/;
const ANIMALS = /^(?:mice|mouse|rats?|animals|monkeys|macaques|flies|worms|zebrafish|pigs|piglets|hamsters|rabbits|dogs|larvae|embryos|strains?|cells)$/;
const EXPERIMENTERS = /^(?:we|they|researchers?|scientists?|teams?|biologists?|investigators?|neuroscientists?|engineers?|authors?|group)$/;
const LACKING = /^(?:lack|miss|carry|engineer|modify|breed|alter)$/;
/** How somebody or something fares, told without an object. */
const FARES = /^(?:become|stay|remain|get|grow|shrink|improve|worsen|recover|heal|die|live|survive|rise|fall|drop|increase|decrease|decline|disappear|vanish|develop|gain|lose|learn|perform|sleep|age|swell|spread|stop|regain|resist|deteriorate|regrow|mature)$/;

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
  if (FARES.test(group.lemma)) return true;
  return (isOneOf(group.lemma, 'have show exhibit display suffer experience') || group.copula) && words.slice(rest.from, rest.to).some(({ lower, class: kind }) => isOneOf(lower, 'more less fewer better worse no normal higher lower longer shorter severe changes deficit deficits impairment impairments problems difficulty') || (kind === 'adj' && /[a-z]{2}er$/.test(lower)));
}

/** `Mice lacking the gene`, `Flies engineered to carry it`, `Rats that were fed fat`: animals that were made so. */
function bredFor({ words, verbs }: Reading, { subject }: Verb): boolean {
  const animal = words.findIndex(({ lower }, j) => j >= subject.from && j < subject.to && ANIMALS.test(lower));
  if (animal < 0 || words.slice(subject.from, animal).some(({ class: kind }) => kind === 'prep')) return false;
  if (words[animal + 1]?.lower === 'without') return true;
  return verbs.some(({ group }) => group.head > animal && group.head < subject.to && (LACKING.test(group.lemma) || (TREATED.test(group.lemma) && group.passive)));
}

/** `When mice were given the drug, …`, `After we blocked the receptor, …`: a clause before the main one tells what was done. */
function treatedBefore({ words, verbs }: Reading, main: Verb): boolean {
  return verbs.some(({ group, clause, subject }) => {
    if (clause.role !== 'adverbial' || group.kind !== 'finite' || group.to > main.group.from || !isOneOf(words[clause.marker]?.lower, 'when once after')) return false;
    return group.passive ? TREATED.test(group.lemma) || (MANIPULATED.test(group.lemma) && !names(words, subject, PATIENTS)) : MANIPULATED.test(group.lemma) && names(words, subject, EXPERIMENTERS);
  });
}

const PATIENTS = /^(?:patients?|people|women|men|cases|participants|children)$/;

function names(words: readonly Word[], { from, to }: Range, nouns: RegExp): boolean {
  return words.slice(from, to).some(({ lower }) => nouns.test(lower));
}
