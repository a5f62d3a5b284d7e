/** Which claims a finding may be made of: both ends known, asserted, a benefit; and where definitions, results and myths are left alone. */
import type { Block, Sentence } from '../article/article.js';
import { directionOf, type Claim } from '../english/claims.js';
import { readingOf, type Verb } from '../english/clauses.js';
import { findExposure } from '../english/exposure.js';
import { nounPhrase } from '../english/noun-phrases.js';
import { isAntidote } from './absolute-verbs.js';
import { isMythFrame } from './frames.js';

/** Nouns that name a class: `Beta blockers are medicines that slow the heart rate` defines, it does not claim. */
const GENUS = /^(?:medicines?|medications?|drugs?|hormones?|neurotransmitters?|substances?|compounds?|chemicals?|agents?|proteins?|enzymes?|molecules?|treatments?|therap(?:y|ies)|class|group|type|types|antibiotics?|painkillers?|inhibitors?|blockers?|agonists?|antagonists?|stimulants?|sedatives?|diuretics?)$/;
const MOLECULE = /^(?:proteins?|hormones?|neurotransmitters?|enzymes?|messengers?|cytokines?|antibod(?:y|ies))$/;
const STUDY_WORDS = /\b(?:trials?|stud(?:y|ies)|placebo|participants?|volunteers?|meta-analys[ie]s|compared\s+with|compared\s+to|versus|vs|control\s+group|randomi[sz]ed|weeks?|months?|survey)\b/i;

/** True where the claim asserts a benefit (or an open effect) of a known exposure on a known outcome. Harm is never softened. */
export function isCandidate(claim: Claim, sentence: Sentence, block: Block): boolean {
  if (!claim.exposure.known || !claim.outcome.known || claim.outcome.blocked) return false;
  if (sentence.question || directionOf(claim) === 'harm') return false;
  if (isInteraction(claim, sentence) || (claim.exposure.kind !== 'drug' && isAntidote(sentence, claim)) || isPersonal(claim, sentence) || isDefinition(claim, sentence) || isReportedResult(claim, sentence)) return false;
  return !isMythFrame(sentence, block);
}

/** `raises the level of simvastatin`, `weakens the effect of the pill`: an interaction with a drug, which is a warning. */
export function isInteraction({ outcome, relation }: Claim, sentence: Sentence): boolean {
  const { words, verbs } = readingOf(sentence);
  if (!outcome.range || relation.verb < 0) return false;
  const phrase = nounPhrase(words, { from: outcome.range.from, to: Math.max(outcome.range.to, verbs[relation.verb]!.rest.to) }, false);
  const text = words.slice(outcome.range.from, phrase?.fullTo ?? outcome.range.to);
  if (!text.some(({ lower }) => MEASURE_OF_DRUG.test(lower))) return false;
  const named = findExposure(words, outcome.range.from, phrase?.fullTo ?? outcome.range.to);
  return named?.kind === 'drug';
}
const MEASURE_OF_DRUG = /^(?:levels?|concentrations?|amounts?|effects?|effectiveness|efficacy|activity|metabolism|absorption|clearance|breakdown|exposure|potency|toxicity|sedation)$/;

/** `Acupuncture relieved my back pain`: what somebody tells of themselves. */
function isPersonal({ outcome, relation }: Claim, sentence: Sentence): boolean {
  const { words } = readingOf(sentence);
  return words.slice(relation.range.to, outcome.range?.to ?? relation.range.to).some(({ lower }) => lower === 'my' || lower === 'me');
}

/** `X are medicines that lower blood pressure`. */
export function isDefinition(claim: Claim, sentence: Sentence): boolean {
  const { words, verbs } = readingOf(sentence);
  const verb = verbs[claim.relation.verb];
  if (!verb || verb.clause.role !== 'relative' || verb.clause.loose) return false;
  // `BDNF, a protein that supports neurons`: what the body's own molecules do is physiology.
  const { marker } = verb.clause;
  if (MOLECULE.test(words[marker - 1]?.lower ?? '') && /^(?:det|adj)$/.test(words[marker - 2]?.class ?? '')) return true;
  const outer = outerVerb(verbs, verb);
  if (!outer?.group.copula) return false;
  for (let j = outer.group.to; j < verb.clause.marker; j++) if (GENUS.test(words[j]!.lower)) return true;
  return false;
}

function outerVerb(verbs: readonly Verb[], verb: Verb): Verb | undefined {
  let found: Verb | undefined;
  for (const one of verbs) if (one.group.kind === 'finite' && one.group.to <= verb.clause.marker && one.clause === verb.clause.parent) found = one;
  return found;
}

/** `In the trial, X lowered scores by 3 points`: past tense with a number, comparison or study is a result, to be cited, not hedged. */
export function isReportedResult(claim: Claim, sentence: Sentence): boolean {
  const { words, verbs } = readingOf(sentence);
  const verb = verbs[claim.relation.verb];
  if (!verb?.group.past) return false;
  return words.some(({ token }) => token.kind === 'number') || STUDY_WORDS.test(sentence.text);
}
