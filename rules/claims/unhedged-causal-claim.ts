/** Flags an effect on health that is stated as fact: no hedge, no attribution, no source. */
import type { Block, Sentence } from '../article/article.js';
import type { Severity } from '../engine/finding.js';
import { defineRule, type Report, type RuleContext } from '../engine/rule.js';
import { coveringCitations } from '../citations/coverage.js';
import { claimsOf, type Claim } from '../english/claims.js';
import { readingOf } from '../english/clauses.js';
import { mayNameExposure, type ExposureKind } from '../english/exposure.js';
import { verbForms } from '../english/inflection.js';
import { topicOf } from '../english/topic.js';
import { isCandidate } from './candidate.js';
import { verbCues } from './claim-cues.js';
import { isMythFrame, oneLower, quotationOf } from './frames.js';
import { claimsWith, namesOne } from './extra-claims.js';
import { claimSpan, hedgeFixes, suggestion, type Hedge } from './hedge-fix.js';
import { presupposedEffect } from './presupposed-effect.js';
import { namesSpecies } from './species.js';

type Level = 'emphatic' | 'direct' | 'result-participle' | 'soft' | 'can' | 'presupposed';

interface Options {
  readonly levels: Readonly<Record<string, string>>;
  readonly subjects: Readonly<Record<string, string>>;
  readonly whenCited: string;
  readonly strictCan: boolean;
  readonly allowClaims: readonly string[];
  readonly extraVerbs: readonly string[];
  readonly extraExposures: readonly string[];
  readonly defaultHedge: string;
}

const LEVELS: Readonly<Record<Level, string>> = { emphatic: 'warning', direct: 'warning', 'result-participle': 'warning', soft: 'information', can: 'information', presupposed: 'information' };
const SUBJECTS: Readonly<Record<string, string>> = { drug: 'information', vaccine: 'information' };
/** How a substance works in the body: `missing-citation` asks for the source. */
const MECHANISMS = new Set(['act on', 'interact with', 'bind to', 'target', 'activate', 'antagonize', 'antagonise', 'mimic', 'release', 'agonize']);
/** Adjectives that say an exposure works; the others of the lexicon praise or compare. */
const EFFICACY = new Set(['effective', 'efficacious', 'beneficial', 'protective', 'potent']);
/** Effect nouns that say more than that something happens. */
const GOOD_EFFECTS = new Set(['relief', 'protection', 'improvement', 'improvements', 'benefit', 'benefits']);

export const rule = defineRule<Options>({
  meta: {
    id: 'unhedged-causal-claim',
    summary: 'An effect of a plant, food, drug or habit on health that is stated as fact',
    why: 'Readers change what they take and do on the strength of a verb. News that states a cause where the evidence shows a possibility misleads even careful readers.',
    sources: [
      { title: 'Sumner P, et al. The association between exaggeration in health related science news and academic press releases. BMJ 2014;349:g7015', url: 'https://doi.org/10.1136/bmj.g7015' },
      { title: 'Adams RC, et al. How readers understand causal and correlational expressions used in news headlines. J Exp Psychol Appl 2017;23:1-14', url: 'https://doi.org/10.1037/xap0000100' },
      { title: 'Yu B, Li Y, Wang J. Detecting causal language use in science findings. EMNLP 2019', url: 'https://doi.org/10.18653/v1/D19-1473' },
      { title: 'Santesso N, et al. GRADE guidelines 26: informative statements to communicate the findings of systematic reviews. J Clin Epidemiol 2020;119:126-135', url: 'https://doi.org/10.1016/j.jclinepi.2019.10.014' },
    ],
    severity: 'warning',
    presets: { strict: 'error' },
    presetOptions: { strict: { strictCan: true } },
    fixable: 'suggestion',
    zones: ['body', 'quote'],
    yieldsTo: ['cure-claim', 'proof-claim', 'safety-guarantee', 'preclinical-extrapolation', 'weak-evidence-causal-claim', 'vague-wellness-claim'],
    options: {
      levels: { type: 'object', description: 'Severity for each way of claiming: emphatic, direct, result-participle, soft, can, presupposed; or off.', default: LEVELS, additionalProperties: { type: 'string', enum: ['error', 'warning', 'information', 'hint', 'off'] } },
      subjects: { type: 'object', description: 'The most severe level for a class of subjects: plant, supplement, food, behaviour, device, product, drug, vaccine; or off.', default: SUBJECTS, additionalProperties: { type: 'string', enum: ['error', 'warning', 'information', 'hint', 'off'] } },
      whenCited: { type: 'string', description: 'What becomes of a direct claim with a source: information, off, or the same severity.', default: 'information', enum: ['information', 'off', 'same'] },
      strictCan: { type: 'boolean', description: 'Report “can help” as well.', default: false },
      allowClaims: { type: 'array', description: 'Statements that this site has approved, as words in order with “…” between them: “metformin … lower … glucose”.', default: [], items: { type: 'string' } },
      extraVerbs: { type: 'array', description: 'More verbs that state an effect, in the base form: “zap”, “crush”.', default: [], items: { type: 'string' } },
      extraExposures: { type: 'array', description: 'More names of things that people take or do: a brand, a local remedy.', default: [], items: { type: 'string' } },
      defaultHedge: { type: 'string', description: 'The modal verb of the first fix.', default: 'may', enum: ['may', 'might', 'could'] },
    },
  },
  cues: ({ extraVerbs }) => ({
    words: () => new Set([...verbCues('direct', 'absolute', 'soft'), ...EFFICACY, ...GOOD_EFFECTS, ...extraVerbs.flatMap((verb) => Object.values(verbForms(verb.toLowerCase())))]),
    pattern: /\p{L}-\p{L}+ing\b/u,
  }),
  *checkSentence(sentence, block, context) {
    const { extraVerbs, extraExposures } = context.options;
    if (sentence.question || !(mayNameExposure(sentence, block) || topicOf(block) || namesOne(sentence, extraExposures))) return;
    const presupposed = presupposedReport(sentence, block, context);
    if (presupposed) yield presupposed;
    const seen = new Set<number>();
    const claims = claimsWith(claimsOf(sentence, block), extraVerbs, extraExposures, sentence, block);
    for (const claim of claims) {
      if (seen.has(claim.relation.verb) || sharesFix(sentence, claim, seen)) continue;
      const report = reportOf(claim, sentence, block, context);
      if (!report) continue;
      seen.add(claim.relation.verb);
      yield report;
      if (seen.size >= 3) return;
    }
  },
});

/** `turmeric's pain-relieving effects` takes the effect for granted. */
function presupposedReport(sentence: Sentence, block: Block, context: RuleContext<Options>): Report | undefined {
  const found = presupposedEffect(sentence, block);
  if (!found || isMythFrame(sentence, block)) return undefined;
  const severity = severityOf('presupposed', found.claim.exposure.kind, coveringCitations(sentence, block).length > 0, context);
  if (!severity) return undefined;
  const span = claimSpan(sentence, found.claim);
  const quoted = quotationOf(span, block) === 'quoted';
  return {
    ...span,
    severity: quoted ? oneLower(severity) : severity,
    message: messageOf('presupposed', block.prose.slice(span.start, span.end).replace(/\s+/g, ' '), false),
    fixes: quoted || found.edits.length === 0 ? [] : [suggestion(block, found.edits, 'Change to', span)],
    focus: span,
    data: { level: 'presupposed', exposure: found.claim.exposure.name, outcome: found.claim.outcome.name },
  };
}

/** `reduces A and improves B`: one finding, whose fix sees to both verbs. */
function sharesFix(sentence: Sentence, { relation }: Claim, seen: ReadonlySet<number>): boolean {
  const { verbs } = readingOf(sentence);
  const verb = verbs[relation.verb];
  // `and will reduce stress` has an auxiliary of its own, which the first fix leaves alone.
  if (verb && verb.group.kind === 'finite' && verb.group.from !== verb.group.head) return false;
  for (let at = verbs[relation.verb]?.coordinated ?? -1; at >= 0; at = verbs[at]!.coordinated) if (seen.has(at)) return true;
  return false;
}

function reportOf(claim: Claim, sentence: Sentence, block: Block, context: RuleContext<Options>): Report | undefined {
  const level = levelOf(claim, sentence, context.options);
  if (!level || !isCandidate(claim, sentence, block) || isAllowed(sentence, context.options.allowClaims)) return undefined;
  const span = claimSpan(sentence, claim);
  const cited = coveringCitations(sentence, block).length > 0;
  const animal = namesSpecies(sentence, claim);
  // `increases serotonin in the rat hippocampus [1]` says what was seen, and where.
  if (animal && cited) return undefined;
  const found = severityOf(level, claim.exposure.kind, cited, context);
  const severity = found && animal ? milder(found, 'information') : found;
  if (!severity) return undefined;
  const quoted = quotationOf(span, block) === 'quoted';
  const drug = claim.exposure.kind === 'drug' || claim.exposure.kind === 'vaccine';
  const words = block.prose.slice(span.start, span.end).replace(/\s+/g, ' ');
  return {
    ...span,
    severity: quoted ? oneLower(severity) : severity,
    message: messageOf(level, words, drug),
    // Nobody should be told to write that metformin may lower blood glucose.
    fixes: quoted || drug ? [] : hedgeFixes(sentence, block, claim, context.options.defaultHedge as Hedge),
    focus: span,
    data: { level, exposure: claim.exposure.name, outcome: claim.outcome.name },
  };
}

function messageOf(level: Level, words: string, drug: boolean): string {
  if (drug) return `“${words}” states an effect as fact. Cite the label or a guideline, so that readers can see for whom it holds.`;
  if (level === 'can') return `“${words}” reads as more than a possibility. Write “may”, or cite evidence strong enough for a causal claim.`;
  if (level === 'presupposed') return `“${words}” takes an effect for granted. Say that it is possible, or cite evidence strong enough for a causal claim.`;
  return `“${words}” states an effect as fact. Hedge it (may …), or cite evidence strong enough for a causal claim.`;
}

/** How the claim is made; undefined where this rule has nothing to say. */
function levelOf(claim: Claim, sentence: Sentence, options: Options): Level | undefined {
  const { relation, level, emphatic, factive } = claim;
  if (relation.class === 'associational' || relation.class === 'inventory' || MECHANISMS.has(relation.lemma)) return undefined;
  // `Levels influenced by caffeine`: a participle names the thing, it asserts nothing.
  if (readingOf(sentence).verbs[relation.verb]?.group.kind === 'participle' && relation.kind === 'passive') return undefined;
  if (relation.kind === 'association' || relation.kind === 'identity' || relation.kind === 'attribute' || relation.verb < 0) return undefined;
  if (relation.kind === 'evaluation' && !EFFICACY.has(relation.lemma)) return undefined;
  if (relation.kind === 'effect' && !GOOD_EFFECTS.has(relation.lemma)) return undefined;
  if (emphatic && (level === 'bare' || level === 'attributed' || level === 'frequency')) return 'emphatic';
  if (factive || !(level === 'bare' || level === 'frequency' || level === 'can')) return undefined;
  if (relation.kind === 'ability') return 'presupposed';
  const helping = helps(sentence, claim);
  if (level === 'can') return helping && !options.strictCan ? undefined : 'can';
  if (relation.kind === 'participle') return 'result-participle';
  return relation.class === 'soft' || relation.kind === 'effect' || helping || level === 'frequency' ? 'soft' : 'direct';
}

function helps(sentence: Sentence, { relation }: Claim): boolean {
  const { words } = readingOf(sentence);
  if (relation.lemma === 'help') return true;
  for (let j = relation.range.from; j < relation.range.to; j++) if (words[j]!.lemma === 'help') return true;
  return false;
}

function severityOf(level: Level, kind: ExposureKind, cited: boolean, context: RuleContext<Options>): Severity | undefined {
  const { levels, subjects, whenCited } = context.options;
  const set = levels[level] ?? LEVELS[level];
  if (set === 'off') return undefined;
  // Another severity for the rule as a whole moves the levels that stand at the default.
  let severity: Severity = set === 'warning' ? context.severity : (set as Severity);
  const subject = subjects[kind];
  if (subject === 'off') return undefined;
  if (subject) {
    if (level !== 'direct' && level !== 'emphatic') return undefined;
    severity = milder(severity, subject as Severity);
  }
  if (!cited || whenCited === 'same') return severity;
  if (whenCited === 'off' || level === 'soft' || level === 'can' || level === 'presupposed' || subject) return undefined;
  return milder(severity, 'information');
}

function milder(a: Severity, b: Severity): Severity {
  const order: readonly Severity[] = ['error', 'warning', 'information', 'hint'];
  return order[Math.max(order.indexOf(a), order.indexOf(b))]!;
}

/** `metformin … lower … glucose`: the words in this order anywhere in the sentence; a verb matches in any form. */
function isAllowed(sentence: Sentence, allowed: readonly string[]): boolean {
  if (allowed.length === 0) return false;
  const { words } = readingOf(sentence);
  return allowed.some((claim) => {
    const wanted = claim.toLowerCase().split(/[\s…]+|\.{3}/).filter((word) => word !== '');
    let at = 0;
    for (const word of words) {
      const next = wanted[at];
      if (next !== undefined && (word.lower === next || word.lemma === next || Object.values(verbForms(next)).includes(word.lower))) at++;
    }
    return wanted.length > 0 && at === wanted.length;
  });
}
