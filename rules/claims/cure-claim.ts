/** Flags promises of a cure: cures, reverses, eradicates, “100% effective”, “always works”. */
import type { Block, Sentence, Span } from '../article/article.js';
import type { Severity } from '../engine/finding.js';
import { defineRule, type FixSpec, type Report, type RuleContext } from '../engine/rule.js';
import { claimsOf, type Claim } from '../english/claims.js';
import { readingOf, type Verb } from '../english/clauses.js';
import { commitmentOf, type Level } from '../english/commitment.js';
import { exposureAt, type Exposure } from '../english/exposure.js';
import { verbForms } from '../english/inflection.js';
import type { Word } from '../english/words.js';
import { groupEdits, isAntidote, softerWording } from './absolute-verbs.js';
import { isAdvertised, isMythFrame, oneLower, quotationOf } from './frames.js';
import { claimSpan, suggestion } from './hedge-fix.js';
import { soundFixes } from './rewording.js';
import { namesSpecies } from './species.js';

interface Options {
  readonly curableConditions: readonly string[];
  readonly allow: readonly string[];
}

/** Verbs that promise a cure of any disease. `heal` spares wounds; `kill` and `destroy` need a cancer or a germ. */
const CURING = new Set(['cure', 'heal', 'eradicate', 'eliminate', 'reverse', 'abolish', 'banish', 'vanquish', 'obliterate', 'annihilate', 'erase', 'wipe out', 'conquer', 'defeat', 'get rid of', 'melt away', 'kill', 'destroy']);
const HEALS_BY_ITSELF = /\b(?:wounds?|cuts?|fractures?|sprains?|bones?|burns?|injur(?:y|ies)|skin|tissues?|scars?|gut|ulcers?)\b/i;
const KILLABLE = /\b(?:cancers?|cancerous|tumou?rs?|virus(?:es)?|viral|flu|influenza|covid-19|infections?|candida|parasites?|leuk[a]?emia|hiv|malignan\w+)\b/i;
const NOT_PROMISED = new Set<Level>(['negated', 'questioned', 'conditional', 'purpose', 'advice', 'hedged', 'attributed']);
const CURABLE = ['hepatitis C', 'tuberculosis', 'malaria', 'syphilis', 'gonorrhea', 'gonorrhoea', 'chlamydia', 'strep throat', 'bacterial infection', 'bacterial infections', 'infection', 'infections', 'cataracts', 'scabies', 'Helicobacter pylori infection', 'bacterial vaginosis', 'urinary tract infection', 'testicular cancer', 'Hodgkin lymphoma'];

export const rule = defineRule<Options>({
  meta: {
    id: 'cure-claim',
    summary: 'A promise of a cure: cures, reverses, eradicates, 100% effective, always works',
    why: 'Very few treatments cure, and none works for everybody. People who believe a promise of a cure may stop or put off treatment that helps.',
    sources: [
      { title: 'US Federal Trade Commission. Health Products Compliance Guidance, 2022', url: 'https://www.ftc.gov/business-guidance/resources/health-products-compliance-guidance' },
      { title: '21 CFR 101.93(g): disease claims', url: 'https://www.ecfr.gov/current/title-21/section-101.93' },
      { title: 'UK Committee of Advertising Practice. CAP Code, section 12: Medicines, medical devices, health-related products', url: 'https://www.asa.org.uk/type/non_broadcast/code_section/12.html' },
      { title: 'HealthNewsReview.org: Seven words (and more) you shouldn’t use in medical news', url: 'https://www.healthnewsreview.org/toolkit/tips-for-understanding-studies/7-words-and-more-you-shouldnt-use-in-medical-news/' },
    ],
    severity: 'error',
    fixable: 'suggestion',
    kinds: ['paragraph', 'list-item', 'table-cell', 'html', 'heading', 'table-header'],
    zones: ['body', 'quote'],
    options: {
      curableConditions: { type: 'array', description: 'Conditions that approved treatment does cure; a drug may be said to cure them.', default: CURABLE, items: { type: 'string' } },
      allow: { type: 'array', description: 'Words of the rule that this site may use: “reverses”, “a cure for”.', default: [], items: { type: 'string' } },
    },
  },
  cues: { words: () => new Set([...[...CURING].flatMap((lemma) => Object.values(verbForms(lemma.split(' ')[0]!))), 'cure', 'cures', 'effective', 'works', 'work', 'fails', 'fail']) },
  *checkSentence(sentence, block, context) {
    if (sentence.question || isMythFrame(sentence, block)) return;
    const allowed = new Set(context.options.allow.map((word) => word.toLowerCase()));
    let promised = false;
    for (const report of [...verbReports(sentence, block, context), ...nounReports(sentence, block, context)]) {
      if (allowed.has(block.prose.slice(report.start, report.end).toLowerCase())) continue;
      promised = true;
      yield report;
    }
    if (promised) yield* onceAndForAll(sentence, block, context);
  },
});

function* verbReports(sentence: Sentence, block: Block, context: RuleContext<Options>): Iterable<Report> {
  const { words } = readingOf(sentence);
  const seen = new Set<number>();
  for (const claim of claimsOf(sentence, block)) {
    const { relation, exposure, outcome } = claim;
    if (!CURING.has(relation.lemma) || relation.class === 'inventory' || seen.has(relation.verb) || NOT_PROMISED.has(claim.level) && !claim.emphatic) continue;
    if (!exposure.known && !(relation.kind === 'verb' && inFragment(sentence, claim)) && !isUnnamed(claim)) continue;
    if (!outcome.range || outcome.valence === 'good') continue;
    const object = words.slice(outcome.range.from, outcome.range.to).map(({ lower }) => lower).join(' ');
    if (relation.lemma === 'kill' || relation.lemma === 'destroy' ? !KILLABLE.test(object) : !(outcome.condition || outcome.valence === 'bad') || HEALS_BY_ITSELF.test(object)) continue;
    const drug = exposure.kind === 'drug' || exposure.kind === 'vaccine' || exposure.kind === 'physiology';
    if (isAntidote(sentence, claim) || namesSpecies(sentence, claim)) continue;
    if ((drug || !exposure.known) && context.options.curableConditions.some((condition) => object.includes(condition.toLowerCase()))) continue;
    seen.add(relation.verb);
    yield reportAt(claimSpan(sentence, claim), block, drug ? 'information' : context.severity, verbFixes(sentence, block, claim));
  }
}

/** `It cures jet lag`: a promise, whatever `it` is. */
function isUnnamed({ relation, exposure, outcome }: Claim): boolean {
  return exposure.kind === 'none' && /^(?:it|they|this|these)$/.test(exposure.name) && /^(?:cure|eradicate|heal)$/.test(relation.lemma) && outcome.condition !== undefined;
}

/** `A tea that gets rid of diabetes`: a fragment whose noun is the exposure. */
function inFragment(sentence: Sentence, claim: Claim): boolean {
  const { verbs } = readingOf(sentence);
  const verb = verbs[claim.relation.verb];
  return verb?.clause.role === 'relative' && exposureAt(sentence, { from: 0, to: Math.max(0, verb.clause.marker) }).known;
}

function verbFixes(sentence: Sentence, block: Block, claim: Claim): FixSpec[] {
  const fixes: FixSpec[] = [];
  const { words } = readingOf(sentence);
  const softer = softerWording(sentence, claim);
  if (claim.relation.lemma === 'cure') {
    const head = words[claim.relation.range.from]!;
    const studied = groupEdits(sentence, block, claim, `${head.form === 's' || (head.form !== 'base' && !claim.exposure.plural) ? 'has' : 'have'} been studied for`);
    // `cured her arthritis` is a story, not a subject of study.
    const told = words.slice(claim.relation.range.to, claim.outcome.range!.to).some(({ lower }) => /^(?:my|his|her|our|their|your)$/.test(lower));
    if (studied && !told) fixes.push(suggestion(block, studied, 'Change to'));
  }
  const edits = softer ? groupEdits(sentence, block, claim, softer) : undefined;
  if (edits) fixes.push(suggestion(block, edits, 'Change to'));
  return soundFixes(fixes, block);
}

/** `is a cure for`, `100% effective`, `always works`, `never fails`. */
function* nounReports(sentence: Sentence, block: Block, context: RuleContext<Options>): Iterable<Report> {
  const { words, verbs } = readingOf(sentence);
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    const at = (j: number): Word | undefined => words[j];
    const cure = (word.lower === 'cure' || word.lower === 'cure-all') && word.class === 'noun' && (at(i + 1)?.lower === 'for' || word.lower === 'cure-all');
    if (cure) {
      const from = ['det', 'adj'].includes(at(i - 1)?.class ?? '') ? determinerBefore(words, i) : i;
      const to = at(i + 1)?.lower === 'for' ? i + 2 : i + 1;
      const verb = copulaBefore(verbs, from);
      if (!verb || isAdvertised(words.map(({ token }) => token), i) || !asserted(sentence, block, verb)) continue;
      const span = { start: words[from]!.token.start, end: words[to - 1]!.token.end };
      const edits = from < i && at(i + 1)?.lower === 'for' ? [{ ...span, text: 'a proposed treatment for' }] : undefined;
      yield reportAt(span, block, context.severity, edits && quotationOf(span, block) !== 'quoted' ? [suggestion(block, edits, 'Change to')] : []);
      continue;
    }
    const percent = word.lower === 'effective' && /^(?:%|percent)$/.test(at(i - 1)?.lower ?? '') && at(i - 2)?.lower === '100' ? i - 2 : word.lower === 'effective' && /^(?:completely|totally|always|guaranteed)$/.test(at(i - 1)?.lower ?? '') ? i - 1 : -1;
    if (percent >= 0) {
      const verb = copulaBefore(verbs, percent);
      if (!verb || !asserted(sentence, block, verb)) continue;
      const span = { start: words[percent]!.token.start, end: word.token.end };
      const head = words[verb.group.from]!;
      const edits = verb.group.from === verb.group.head && head.class === 'be' && head.form !== 'past' ? [{ start: head.token.start, end: word.token.end, text: 'may be effective' }] : undefined;
      yield reportAt(span, block, context.severity, edits && quotationOf(span, block) !== 'quoted' ? [suggestion(block, edits, 'Change to')] : []);
      continue;
    }
    const sure = ((word.lower === 'always' && /^works?$/.test(at(i + 1)?.lower ?? '')) || (word.lower === 'never' && /^fails?$/.test(at(i + 1)?.lower ?? '')));
    if (!sure) continue;
    const verb = verbs.find(({ group }) => group.head === i + 1);
    const subject = verb ? exposureAt(sentence, verb.subject, block) : undefined;
    if (!verb || !subject?.known) continue;
    const span = { start: word.token.start, end: at(i + 1)!.token.end };
    const next = at(i + 2);
    const edits = next && /^(?:for|against)$/.test(next.lower) ? [{ start: span.start, end: next.token.end, text: 'may help with' }] : undefined;
    yield reportAt(span, block, context.severity, edits && quotationOf(span, block) !== 'quoted' ? [suggestion(block, edits, 'Change to')] : []);
  }
}

function determinerBefore(words: readonly Word[], i: number): number {
  let from = i;
  while (from > 0 && (words[from - 1]!.class === 'adj' || words[from - 1]!.class === 'det')) from--;
  return from;
}

function copulaBefore(verbs: readonly Verb[], at: number): Verb | undefined {
  let found: Verb | undefined;
  for (const verb of verbs) if (verb.group.copula && verb.group.to <= at && at <= verb.rest.to) found = verb;
  return found;
}

function asserted(sentence: Sentence, block: Block, verb: Verb): boolean {
  const reading = readingOf(sentence);
  const { level } = commitmentOf(reading, reading.verbs.indexOf(verb));
  if (NOT_PROMISED.has(level)) return false;
  const subject: Exposure = exposureAt(sentence, verb.subject, block);
  return subject.known || subject.name === 'it' || subject.name === 'they';
}

/** `gets rid of diabetes once and for all`: the promise is repeated. */
function* onceAndForAll(sentence: Sentence, block: Block, context: RuleContext<Options>): Iterable<Report> {
  const match = /\bonce\s+and\s+for\s+all\b/i.exec(sentence.text);
  if (!match) return;
  const start = sentence.start + match.index;
  const span = { start, end: start + match[0].length };
  const space = /\s+$/.exec(sentence.text.slice(0, match.index))?.[0].length ?? 0;
  const quoted = quotationOf(span, block) === 'quoted';
  yield reportAt(span, block, context.severity, quoted ? [] : [{ title: `Delete “${match[0].replace(/\s+/g, ' ')}”`, safety: 'suggestion', edits: [{ start: start - space, end: span.end, text: '' }] }]);
}

function reportAt(span: Span, block: Block, severity: Severity, fixes: readonly FixSpec[]): Report {
  const words = block.prose.slice(span.start, span.end).replace(/\s+/g, ' ');
  return {
    ...span,
    severity: quotationOf(span, block) === 'quoted' ? oneLower(severity) : severity,
    message: `“${words}” promises a cure. Say what was measured, in whom, and how certain it is.`,
    fixes,
    focus: span,
  };
}
