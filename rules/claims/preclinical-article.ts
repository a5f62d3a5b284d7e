/**
 * The article's half of preclinical-extrapolation: a title or opening that promises an effect, while every study that the
 * article tells of was done in animals or cells.
 */
import type { Article, Block, Placed, Sentence, Span } from '../article/article.js';
import type { Report } from '../engine/rule.js';
import { claimsOf, directionOf, spanOf, type Claim } from '../english/claims.js';
import { isMythFrame } from './frames.js';

/** What one block says, in block offsets. */
export interface BlockEvidence {
  /** Plain claims of effects, which may stand in a title or opening. */
  readonly claims: readonly (Span & { readonly focus: Span })[];
  readonly animals: boolean;
  readonly people: boolean;
}

/** Words that wake the rule for the evidence besides those of claims. */
export const EVIDENCE_CUES: readonly string[] = [
  'mice', 'mouse', 'rats', 'rat', 'rodents', 'rodent', 'animals', 'animal', 'murine', 'zebrafish', 'monkeys', 'rabbits', 'vitro', 'vivo', 'silico', 'preclinical', 'pre-clinical',
  'test-tube', 'cells', 'cell', 'volunteers', 'participants', 'humans', 'human', 'people', 'patients', 'adults', 'women', 'men', 'children', 'clinical', 'randomized', 'randomised', 'placebo',
];

const TESTED = /\b(?:clinical\s+(?:trials?|stud(?:y|ies))|randomi[sz]ed|placebo|volunteers|participants|human\s+(?:stud(?:y|ies)|trials?|data)|meta-analys[ie]s)\b/i;
const PEOPLE = /\b(?:humans|people|patients|adults|women|men|children)\b/i;
const STUDIED = /\b(?:found|showed|shown|reported|took|taking|received|given|had|lowered|reduced|improved|increased|eased|compared|stud(?:y|ies)|trials?|surveys?|cohorts?)\b/i;
const UNTESTED = /\b(?:no|not|never|yet|unknown|unclear|whether|needed|need|lack|lacks|lacking|few|cannot|can't|hasn't|haven't|until|before|may|might|could|should)\b/i;

/** The evidence and claims of a block; undefined where it has neither. `preclinical` tells a study in animals or cells. */
export function evidenceOf(block: Block, preclinical: RegExp): BlockEvidence | undefined {
  const claims: BlockEvidence['claims'][number][] = [];
  let animals = false;
  let people = false;
  for (const sentence of block.sentences) {
    const animal = preclinical.test(sentence.text);
    animals ||= animal;
    people ||= TESTED.test(sentence.text) && !UNTESTED.test(sentence.text) || (!animal && PEOPLE.test(sentence.text) && STUDIED.test(sentence.text) && !UNTESTED.test(sentence.text));
    if (animal || sentence.question || claims.length > 0 || !mayOpen(block) || isMythFrame(sentence, block)) continue;
    // In a paragraph that goes on from its animals, the sentence rule looks.
    if (animals) continue;
    const claim = claimsOf(sentence, block).find((one) => promises(one, block));
    if (claim) claims.push(placeOf(sentence, claim));
  }
  return claims.length > 0 || animals || people ? { claims, animals, people } : undefined;
}

function mayOpen({ kind, level, zone }: Block): boolean {
  return zone === 'body' && (kind === 'paragraph' || (kind === 'heading' && level <= 1));
}

function promises(claim: Claim, { kind }: Block): boolean {
  const { exposure, outcome, relation, level } = claim;
  if (!exposure.known || exposure.kind === 'drug' || exposure.kind === 'vaccine' || !outcome.known || directionOf(claim) === 'harm') return false;
  return (relation.class === 'direct' || relation.class === 'absolute') && (kind === 'heading' || !claim.factive) && (level === 'bare' || level === 'frequency' || level === 'can');
}

function placeOf(sentence: Sentence, { exposure, relation }: Claim): Span & { readonly focus: Span } {
  const verb = spanOf(sentence, relation.range);
  const subject = exposure.range && exposure.range.to > exposure.range.from ? spanOf(sentence, exposure.range) : verb;
  // The subject is what this is about, so that a finding about the wording of the verb stays.
  return { start: Math.min(verb.start, subject.start), end: Math.max(verb.end, subject.end), focus: subject };
}

/** At most one report, in file offsets: at the title, else in the first paragraph. */
export function* unsupportedOpening(facts: readonly Placed<BlockEvidence>[], article: Article): Iterable<Report> {
  if (!facts.some(({ value }) => value.animals) || facts.some(({ value }) => value.people)) return;
  const opening = article.blocks.find(({ value }) => value.kind === 'paragraph' && value.zone === 'body');
  for (const { start, value } of facts) {
    if (opening && start > opening.start) return;
    const claim = value.claims[0];
    if (!claim) continue;
    yield {
      start: start + claim.start,
      end: start + claim.end,
      severity: 'information',
      message: 'The article promises this effect from the start, but all the studies it tells of were done in animals or cells. Name them here too, or say that it has not been shown in people.',
      focus: { start: start + claim.focus.start, end: start + claim.focus.end },
    };
    return;
  }
}
