/** Wording on the structure or function of the healthy body, which a supplement may use with a disclaimer (21 CFR 101.93), and where that is missing. */
import type { Article, Block, Placed, Span } from '../article/article.js';
import type { Severity } from '../engine/finding.js';
import type { FixSpec, Report } from '../engine/rule.js';
import { claimsOf } from '../english/claims.js';
import { readingOf } from '../english/clauses.js';
import type { ExposureKind } from '../english/exposure.js';
import type { VerbForm } from '../english/inflection.js';
import { verbForms } from '../english/inflection.js';
import { outcomeAt } from '../english/outcome.js';

/** The verbs of such wording. */
export const FUNCTION_VERBS: readonly string[] = ['support', 'maintain', 'promote', 'boost', 'help', 'enhance', 'improve', 'strengthen', 'nourish', 'regulate', 'balance', 'sustain', 'optimize', 'optimise'];
const VERBS = new Set(FUNCTION_VERBS);
const TAKEN: ReadonlySet<ExposureKind> = new Set(['plant', 'supplement', 'product'] as const);
const DISCLAIMER = /not\s+(?:been\s+)?evaluated\s+by\s+the\s+(?:U\.?S\.?\s+)?(?:FDA|Food\s+and\s+Drug)|not\s+intended\s+to\s+(?:diagnose|treat|prevent|cure)/i;
/** The sentences that 21 CFR 101.93(c) asks for. */
const WORDING = 'These statements have not been evaluated by the Food and Drug Administration. This product is not intended to diagnose, treat, cure, or prevent any disease.';

/** What healthy people may be told instead of the disease: pattern of the condition's name, and the function. Own compilation. */
const FUNCTION_OF: readonly (readonly [RegExp, string])[] = [
  [/diabetes|blood sugar|hyperglyc|insulin resistance/, 'healthy blood sugar levels already in the normal range'],
  [/hypertension|blood pressure/, 'healthy blood pressure already in the normal range'],
  [/cholesterol|dyslipid|hyperlipid/, 'healthy cholesterol levels already in the normal range'],
  [/insomnia|sleep/, 'restful sleep'],
  [/anxiety|stress/, 'relaxation'],
  [/arthritis|joint/, 'healthy joints'],
  [/constipation/, 'regularity'],
  [/osteopor|osteopen/, 'strong bones'],
  [/influenza|flu$|common cold|^colds?$/, 'normal immune function'],
  [/heart disease|atheroscl|coronary|cardiovascular/, 'heart health'],
  [/heartburn|dyspepsia|indigestion|bloating|reflux/, 'healthy digestion'],
  [/urinary tract/, 'urinary tract health'],
  [/prostat/, 'prostate health'],
  [/macular|cataract/, 'eye health'],
  [/eczema|psoriasis|acne/, 'healthy skin'],
];

/** `treats insomnia` → `supports restful sleep`; none where no function is near. `form` is that of the verb which the span begins with. */
export function functionFix(span: Span, condition: string, form: VerbForm, capital: boolean): FixSpec[] {
  const named = FUNCTION_OF.find(([pattern]) => pattern.test(condition.toLowerCase()))?.[1];
  if (!named) return [];
  const text = `${verbForms('support')[form]} ${named}`;
  const cased = capital ? text.charAt(0).toUpperCase() + text.slice(1) : text;
  return [{ title: `Change to “${cased}”`, safety: 'suggestion', edits: [{ ...span, text: cased }] }];
}

/** The first such claim of a block, in block offsets. */
export function functionClaim(block: Block): Span | undefined {
  for (const sentence of block.sentences) {
    if (sentence.question) continue;
    const { words, verbs } = readingOf(sentence);
    const claims = claimsOf(sentence, block);
    for (const [index, { group, rest, subject }] of verbs.entries()) {
      if (!VERBS.has(group.lemma) || group.passive || group.negated) continue;
      const label = index === 0 && group.kind === 'finite' && subject.from >= subject.to && words[group.head]!.form === 's';
      const claim = claims.find(({ relation }) => relation.verb === index);
      if (!label && !(claim && TAKEN.has(claim.exposure.kind) && !claim.denied && claim.level !== 'questioned' && claim.level !== 'attributed')) continue;
      const outcome = outcomeAt(sentence, rest);
      if (!outcome.known || outcome.condition || !outcome.range) continue;
      return { start: words[group.head]!.token.start, end: words[outcome.range.to - 1]!.token.end };
    }
  }
  return undefined;
}

/** One report, at the first claim of an article that has no disclaimer anywhere; file offsets. */
export function* missingDisclaimer(facts: readonly Placed<Span>[], article: Article, severity: Severity): Iterable<Report> {
  const first = facts[0];
  if (!first || DISCLAIMER.test(article.text)) return;
  const end = article.text.trimEnd().length;
  const break_ = article.lineEnding;
  yield {
    start: first.start + first.value.start,
    end: first.start + first.value.end,
    severity,
    message: `“${article.text.slice(first.start + first.value.start, first.start + first.value.end).replace(/\s+/g, ' ')}” is allowed for a supplement only with a disclaimer (21 CFR 101.93), and the page has none. Add it.`,
    fixes: [{ title: 'Add the disclaimer at the end of the page', safety: 'suggestion', edits: [{ start: end, end, text: `${break_}${break_}${WORDING}` }] }],
  };
}
