/** Flags disease claims for supplements and foods, which the law on labels and advertising forbids whatever the evidence. */
import type { Block, Sentence, Span } from '../article/article.js';
import { defineRule, type FixSpec, type Report } from '../engine/rule.js';
import { claimsOf, type Claim } from '../english/claims.js';
import { readingOf, type Reading } from '../english/clauses.js';
import { findExposure, tokensIn, type ExposureKind } from '../english/exposure.js';
import { verbForms } from '../english/inflection.js';
import { outcomeAt } from '../english/outcome.js';
import { termAt } from '../lexicon/terms.js';
import type { Word } from '../english/words.js';
import { isMythFrame, quotationOf } from './frames.js';
import { FUNCTION_VERBS, functionClaim, functionFix, missingDisclaimer } from './structure-function.js';

/** Verbs by which 21 CFR 101.93(g) and its guidance know a disease claim. */
const CLAIMS_DISEASE = new Set(['diagnose', 'treat', 'cure', 'mitigate', 'prevent', 'relieve', 'heal', 'alleviate', 'ease', 'reverse', 'eliminate', 'fight', 'combat', 'reduce', 'lower', 'protect against', 'guard against', 'ward off', 'manage', 'control', 'soothe', 'counteract', 'ameliorate', 'eradicate', 'kill', 'stop', 'end', 'improve', 'get rid of', 'beat', 'slow', 'block']);
const SUPPLEMENT: ReadonlySet<ExposureKind> = new Set(['plant', 'supplement', 'food', 'product'] as const);
/** Named by a plain word for a drug class or a drug: `natural statin`. */
const DRUG_CLASSES = /^(?:statin|statins|antibiotic|antibiotics|painkiller|painkillers|antidepressant|antidepressants|insulin|steroid|steroids|viagra|ozempic|xanax|adderall|prozac|ritalin|valium|tylenol|advil|aspirin|ibuprofen|metformin|semaglutide|benzodiazepines?|opioids?|nsaids?|beta blockers?)$/;

interface Options {
  readonly disclaimer: boolean;
}

export const rule = defineRule<Options, Span>({
  meta: {
    id: 'supplement-disease-claim',
    summary: 'A supplement or food is said to treat, prevent or relieve a disease',
    why: 'In the United States, the European Union and the United Kingdom such wording makes a food an unapproved medicine; no hedge makes it lawful.',
    sources: [
      { title: '21 CFR 101.93(g): disease claims', url: 'https://www.ecfr.gov/current/title-21/section-101.93' },
      { title: 'Regulation (EC) No 1924/2006 on nutrition and health claims made on foods, articles 12 and 14', url: 'https://eur-lex.europa.eu/eli/reg/2006/1924/oj' },
      { title: 'US Federal Trade Commission. Health Products Compliance Guidance, 2022', url: 'https://www.ftc.gov/business-guidance/resources/health-products-compliance-guidance' },
    ],
    severity: 'off',
    presets: { commerce: 'error' },
    presetOptions: { commerce: { disclaimer: true } },
    fixable: 'suggestion',
    kinds: ['paragraph', 'list-item', 'table-cell', 'html', 'heading', 'table-header'],
    options: {
      disclaimer: { type: 'boolean', description: 'Ask for the disclaimer of 21 CFR 101.93 where a page says what a supplement does for the healthy body.', default: false },
    },
  },
  cues: {
    words: () => new Set([...[...CLAIMS_DISEASE].flatMap((lemma) => Object.values(verbForms(lemma.split(' ')[0]!))), 'natural', 'herbal', "nature's", 'for', ...FUNCTION_VERBS.flatMap((lemma) => Object.values(verbForms(lemma)))]),
  },
  collect: (block, { options }) => (options.disclaimer ? functionClaim(block) : undefined),
  conclude: (facts, article, { severity }) => missingDisclaimer(facts, article, severity),
  *checkSentence(sentence, block, { severity }) {
    if (sentence.question || isMythFrame(sentence, block)) return;
    const reading = readingOf(sentence);
    const spans: Marked[] = [...verbSpans(sentence, block, reading), ...substituteSpans(reading), ...fragmentSpans(sentence, reading)];
    let reported = 0;
    for (const [index, span] of spans.entries()) {
      if (reported === 3) return;
      if (spans.findIndex((other) => other.start < span.end && span.start < other.end) < index) continue;
      reported++;
      yield reportAt(span, block, severity);
    }
  },
});

interface Marked extends Span {
  readonly fixes?: readonly FixSpec[];
}

function* verbSpans(sentence: Sentence, block: Block, reading: Reading): Iterable<Marked> {
  const { words, verbs } = reading;
  const claims = new Map<number, Claim>(claimsOf(sentence, block).map((claim) => [claim.relation.verb, claim]));
  for (const [index, verb] of verbs.entries()) {
    const { group } = verb;
    const claim = claims.get(index);
    if (claim && claim.exposure.kind !== 'none' && CLAIMS_DISEASE.has(claim.relation.lemma)) {
      if (!SUPPLEMENT.has(claim.exposure.kind) || isDrugWord(claim.exposure.name) || claim.denied || claim.level === 'questioned' || claim.level === 'attributed') continue;
      if (!claim.outcome.condition || !claim.outcome.range || claim.relation.kind === 'passive') continue;
      yield reworded({ start: words[group.head]!.token.start, end: words[claim.outcome.range.to - 1]!.token.end }, claim.outcome.condition.name, words[group.head]!);
      continue;
    }
    // Labels leave the subject out: `Helps mitigate arthritis.`
    if (!CLAIMS_DISEASE.has(group.lemma) || group.passive || group.negated || !isLabelVerb(reading, index)) continue;
    const outcome = outcomeAt(sentence, verb.rest);
    if (outcome.condition && outcome.range) yield reworded({ start: words[group.head]!.token.start, end: words[outcome.range.to - 1]!.token.end }, outcome.condition.name, words[group.head]!);
  }
}

function reworded(span: Span, condition: string, verb: Word): Marked {
  return { ...span, fixes: verb.form ? functionFix(span, condition, verb.form, /^\p{Lu}/u.test(verb.token.text)) : [] };
}

/** A verb in the third person that opens the sentence without a subject, one that hangs on it, or one coordinated with it. */
function isLabelVerb({ words, verbs }: Reading, index: number): boolean {
  const first = verbs[0]!;
  const opens = first.group.kind === 'finite' && first.subject.from >= first.subject.to && words[first.group.head]!.form === 's' && words.slice(0, first.group.from).every((word) => word.class === 'punctuation');
  const verb = verbs[index]!;
  return opens && (index === 0 || verb.host === 0 || verb.coordinated === 0);
}

function isDrugWord(name: string): boolean {
  return /^(?:drug|medicine|medication|treatment|therapy|intervention|program|programme|vaccine|practice|technique|protocol|regimen)$/.test(name);
}

/** `natural alternative to Adderall`, `nature's Ozempic`, `herbal Viagra`. */
function* substituteSpans({ words }: Reading): Iterable<Span> {
  const tokens = tokensIn(words);
  for (let i = 0; i < words.length; i++) {
    if (!/^(?:natural|herbal|nature's|organic|plant-based)$/.test(words[i]!.lower)) continue;
    let j = i + 1;
    if (/^(?:alternatives?|replacements?|substitutes?)$/.test(words[j]?.lower ?? '')) {
      if (!/^(?:to|for)$/.test(words[j + 1]?.lower ?? '')) continue;
      j += 2;
    }
    const term = termAt(tokens, j);
    const drug = term?.value.kind === 'drug' ? term.to : DRUG_CLASSES.test(words[j]?.lower ?? '') ? j + 1 : -1;
    if (drug > 0) yield { start: words[i]!.token.start, end: words[drug - 1]!.token.end };
  }
}

/** `Kratom powder for opioid withdrawal`: a label without a verb. */
function* fragmentSpans(sentence: Sentence, { words, verbs }: Reading): Iterable<Span> {
  if (verbs.some(({ group }) => group.kind === 'finite')) return;
  const at = words.findIndex((word) => word.lower === 'for' && word.class === 'prep');
  if (at < 1) return;
  const exposure = findExposure(words, 0, at);
  if (!exposure || !SUPPLEMENT.has(exposure.kind)) return;
  const outcome = outcomeAt(sentence, { from: at + 1, to: words.length });
  if (outcome.condition && outcome.range) yield { start: words[outcome.range.from]!.token.start, end: words[outcome.range.to - 1]!.token.end };
}

function reportAt({ start, end, fixes = [] }: Marked, block: Block, severity: Report['severity'] & string): Report {
  const span = { start, end };
  const words = block.prose.slice(start, end).replace(/\s+/g, ' ');
  return {
    ...span,
    severity,
    message: `“${words}” is a disease claim, which a supplement or food must not make, hedged or not. Say what it contains or supports in healthy people, with the disclaimer that the law asks for.`,
    fixes: quotationOf(span, block) === 'quoted' ? [] : fixes,
    focus: span,
  };
}
