/** Flags a result from animals or cells that is worded as a benefit for people. */
import type { Block, Sentence } from '../article/article.js';
import { defineRule, type FixSpec, type Report } from '../engine/rule.js';
import { claimsOf, directionOf, type Claim } from '../english/claims.js';
import { readingOf } from '../english/clauses.js';
import { commitmentOf } from '../english/commitment.js';
import { exposureAt } from '../english/exposure.js';
import { groupEdits, softerWording } from './absolute-verbs.js';
import { isMythFrame, oneLower, quotationOf } from './frames.js';
import { verbCues } from './claim-cues.js';
import { adverbsBefore } from './adverbs.js';
import { claimSpan, hedgeFixes, suggestion } from './hedge-fix.js';
import { EVIDENCE_CUES, evidenceOf, unsupportedOpening, type BlockEvidence } from './preclinical-article.js';
import { namesSpecies, SPECIES } from './species.js';

/** The cue names a study, or the setting in which it was done; `People with dogs` is neither. */
const PRECLINICAL = new RegExp(
  `\\b(?:in|on|from|with|using)\\s+(?:(?:the|these|male|female|adult|young|old|aged|obese|diabetic|healthy|laboratory|lab|isolated|human|some|both)\\s+)*(?:mice|rats|rodents|zebrafish|dogs|primates|monkeys|worms|(?:fruit\\s+)?flies|rabbits|guinea\\s+pigs|hamsters|pigs|animals|cell\\s+cultures?|cell\\s+lines?|cultured\\s+cells|test[\\s-]tubes?|petri\\s+dish(?:es)?)\\b|\\b(?:mouse|rat|rodent|murine|animal|zebrafish|primate|monkey|cell|cell-culture|test-tube|laboratory|lab)\\s+(?:models?|stud(?:y|ies)|experiments?|research|data|work|tests?|trials?|findings?)\\b|\\b(?:in[\\s-]vitro|in[\\s-]silico|ex[\\s-]vivo|preclinical|pre-clinical)\\b`,
  'i',
);
const PEOPLE = /^(?:people|patients?|adults?|humans?|you|your|yourself|users|children|women|men|those|individuals|person|adolescents|teenagers|seniors|patients'|people's|women's|men's|children's)$/;
const HUMAN_OUTCOME = /^(?:depression|major depressive disorder|anxiety|addiction|cravings?|quality of life|withdrawal|withdrawal symptoms?|mood|dementia|alzheimer|schizophrenia|opioid|substance use disorder|autism|adhd|suicid|relapse|happiness|motivation)/;
const HUMAN_STUDY = /\b(?:clinical\s+trials?|randomi[sz]ed|volunteers|participants|human\s+(?:stud(?:y|ies)|trials?|data)|trials?\s+in\s+(?:people|humans|adults|patients))\b/i;
/** Where no softer verb suits the outcome, `may cure` would be no better. */
const PROMISE = /^(?:cure|heal|reverse|eliminate|eradicate|abolish|banish|wipe out)$/;
const LAB_VERB = /^(?:generate|produce|create|grow|culture|derive|develop|induce|make|engineer|transplant)$/;
const LAB_PRODUCT = /\b(?:cells?|cell-derived|organoids?|tissues?|neurons?|embryos?|models?|strains?|lines?|cultures?|antibod(?:y|ies)|vaccines?)\b/;
const PETS = /\b(?:veterinar\w+|pets?|your\s+(?:dog|cat|horse)|canine|feline|equine)\b/gi;

export const rule = defineRule<Record<never, never>, BlockEvidence>({
  meta: {
    id: 'preclinical-extrapolation',
    summary: 'A result from animals or cells that is worded as a benefit for people',
    why: 'Most effects seen in animals or cells are not seen in people. Readers who are not told take the result as theirs.',
    sources: [
      { title: 'Sumner P, et al. The association between exaggeration in health related science news and academic press releases. BMJ 2014;349:g7015', url: 'https://doi.org/10.1136/bmj.g7015' },
      { title: 'Triunfol M, Gouveia FC. What’s not in the news headlines or titles of Alzheimer disease articles? #InMice. PLoS Biol 2021;19:e3001260', url: 'https://doi.org/10.1371/journal.pbio.3001260' },
      { title: 'US Federal Trade Commission. Health Products Compliance Guidance, 2022', url: 'https://www.ftc.gov/business-guidance/resources/health-products-compliance-guidance' },
    ],
    severity: 'warning',
    presets: { strict: 'error' },
    fixable: 'suggestion',
    kinds: ['paragraph', 'list-item', 'table-cell', 'html', 'heading'],
    zones: ['body', 'quote'],
    yieldsTo: ['cure-claim'],
    options: {},
  },
  cues: { words: () => [...verbCues('direct', 'absolute'), 'help', 'helps', 'helped', 'work', 'works', 'worked', ...EVIDENCE_CUES] },
  *checkSentence(sentence, block, { severity }) {
    if (block.kind === 'heading' || sentence.question || isMythFrame(sentence, block)) return;
    const cue = preclinicalCue(sentence, block);
    if (!cue || (block.prose.match(PETS)?.length ?? 0) >= 3) return;
    for (const claim of claimsOf(sentence, block)) {
      if (!isExtrapolated(claim, sentence)) continue;
      yield reportOf(claim, cue, sentence, block, severity);
      return;
    }
    yield* worksInPeople(sentence, block, cue, severity);
  },
  collect: (block) => evidenceOf(block, PRECLINICAL),
  conclude: (facts, article) => unsupportedOpening(facts, article),
});

/** The species or setting named here or in the sentence before. */
function preclinicalCue(sentence: Sentence, block: Block): string | undefined {
  if (HUMAN_STUDY.test(sentence.text)) return undefined;
  if (PRECLINICAL.test(sentence.text)) return SPECIES.exec(sentence.text)?.[0] ?? 'the laboratory';
  const before = block.sentences[block.sentences.indexOf(sentence) - 1];
  if (!before || HUMAN_STUDY.test(before.text) || !PRECLINICAL.test(before.text)) return undefined;
  // Only where this sentence goes on from there.
  return /^\W*(?:it|they|this|these|the|so|therefore|thus|hence|that)\b/i.test(sentence.text) ? SPECIES.exec(before.text)?.[0] ?? 'the laboratory' : undefined;
}

/** `demonstrating that saffron works in humans`: no outcome is named, but people are. */
function* worksInPeople(sentence: Sentence, block: Block, cue: string, severity: Report['severity'] & string): Iterable<Report> {
  const reading = readingOf(sentence);
  const { words, verbs } = reading;
  for (const [index, { group, rest, subject }] of verbs.entries()) {
    if (group.lemma !== 'work' || group.kind !== 'finite' || group.from !== group.head || !/^(?:bare|frequency)$/.test(commitmentOf(reading, index).level)) continue;
    const own = words.slice(group.to, rest.to);
    if (!own.some(({ lower }) => PEOPLE.test(lower)) || own.some(({ lower }) => SPECIES.test(lower)) || !exposureAt(sentence, subject, block).known) continue;
    const { start, end } = words[group.head]!.token;
    const span = { start, end };
    const quoted = quotationOf(span, block) === 'quoted';
    const worked = words[group.head]!.form === 'past' ? 'may have worked' : 'may work';
    const fix: FixSpec = { title: `Change to “${worked}”`, safety: 'suggestion', edits: [{ ...span, text: worked }] };
    yield { ...span, severity: quoted ? oneLower(severity) : severity, message: messageOf(cue), fixes: quoted || adverbsBefore(words, group.from).indices.length > 0 ? [] : [fix], focus: span };
    return;
  }
}

function isExtrapolated(claim: Claim, sentence: Sentence): boolean {
  const { relation, exposure, outcome, level } = claim;
  if (relation.kind !== 'verb' && relation.kind !== 'passive') return false;
  if (relation.class !== 'direct' && relation.class !== 'absolute' && relation.lemma !== 'help') return false;
  if (level !== 'bare' && level !== 'frequency' && level !== 'can') return false;
  if (!(exposure.known || exposure.kind === 'unknown') || outcome.blocked || !outcome.range || directionOf(claim) === 'harm') return false;
  const { words, verbs } = readingOf(sentence);
  const verb = verbs[relation.verb]!;
  const own = words.slice(relation.range.to, Math.max(relation.range.to, verb.rest.to));
  const text = own.map(({ lower }) => lower).join(' ');
  // `reduced tumour size in mice`: the species stands where it belongs.
  if (SPECIES.test(text)) return false;
  // `generated stem cell-derived neurons from patients`: what is made in the laboratory is a method.
  if (LAB_VERB.test(relation.lemma) && LAB_PRODUCT.test(text)) return false;
  if (own.some(({ lower }) => PEOPLE.test(lower))) return true;
  return (outcome.known && HUMAN_OUTCOME.test(outcome.name)) || HUMAN_OUTCOME.test(text);
}

function reportOf(claim: Claim, cue: string, sentence: Sentence, block: Block, severity: Report['severity'] & string): Report {
  const span = claimSpan(sentence, claim);
  const quoted = quotationOf(span, block) === 'quoted';
  const fixes: FixSpec[] = [];
  if (!quoted) {
    const softer = softerWording(sentence, claim);
    const edits = softer ? groupEdits(sentence, block, claim, softer) : undefined;
    fixes.push(...(edits ? [suggestion(block, edits, 'Change to')] : PROMISE.test(claim.relation.lemma) ? [] : hedgeFixes(sentence, block, claim).slice(0, 1)));
    const inSpecies = namesSpecies(sentence, claim) ? undefined : speciesFix(claim, cue, sentence);
    if (inSpecies) fixes.push(inSpecies);
  }
  return {
    ...span,
    severity: quoted ? oneLower(severity) : severity,
    message: messageOf(cue),
    fixes,
    focus: span,
  };
}

function messageOf(cue: string): string {
  const source = cue.replace(/\s+/g, ' ').toLowerCase();
  return `This result comes from ${/^(?:in|ex)\b|preclinical|murine/.test(source) ? `${source} research` : plural(source)}. Say so in this clause, and do not present it as a benefit for people.`;
}

/** `ends cravings` → `ends cravings in rats`, where no people are named. */
function speciesFix(claim: Claim, cue: string, sentence: Sentence): FixSpec | undefined {
  const { words, verbs } = readingOf(sentence);
  const species = plural(cue.toLowerCase());
  if (!/^(?:mice|rats|rodents|zebrafish|dogs|primates|monkeys|worms|flies|rabbits|hamsters|pigs|animals)$/.test(species)) return undefined;
  const rest = verbs[claim.relation.verb]!.rest;
  if (words.slice(claim.relation.range.from, rest.to).some(({ lower }) => PEOPLE.test(lower))) return undefined;
  const at = words[claim.outcome.range!.to - 1]!.token.end;
  return { title: `Add “in ${species}”`, safety: 'suggestion', edits: [{ start: at, end: at, text: ` in ${species}` }] };
}

function plural(cue: string): string {
  if (cue === 'mouse') return 'mice';
  if (/^(?:rat|rodent|dog|primate|monkey|worm|rabbit|hamster|pig|animal|guinea pig)$/.test(cue)) return `${cue}s`;
  return cue.replace(/\s+/g, ' ');
}
