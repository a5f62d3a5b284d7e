/** Flags a cause that is drawn from an observational or uncontrolled study. */
import type { Block, Sentence } from '../article/article.js';
import type { Edit } from '../engine/finding.js';
import { defineRule, type FixSpec, type Report } from '../engine/rule.js';
import { claimsOf, directionOf, type Claim } from '../english/claims.js';
import { readingOf, type Verb } from '../english/clauses.js';
import { isMythFrame, oneLower, quotationOf } from './frames.js';
import { isInteraction } from './candidate.js';
import { outcomeText } from './absolute-verbs.js';
import { associationEdit } from './association-fix.js';
import { verbCues } from './claim-cues.js';
import { associationFix, claimSpan, hedgeFixes } from './hedge-fix.js';
import { soundFixes } from './rewording.js';

const DESIGN = /\b(?:(?:observational|cohort|prospective|retrospective|longitudinal|cross-sectional|case-control|case[\s–]control|ecological|epidemiologic(?:al)?|correlational|population-based|uncontrolled|open-label|pilot)\s+(?:stud(?:y|ies)|data|research|analys[ie]s|evidence|cohorts?|trials?|surveys?|findings?)|cohorts?\s+stud(?:y|ies)|registr(?:y|ies)|surveys?(?!\s+(?:of\s+the\s+)?(?:literature|evidence))|questionnaires?|self-report(?:s|ed)?|case\s+(?:reports?|series)|anecdotal(?:ly)?|epidemiolog(?:y|ists?)|users\s+report(?:ed)?|nurses[’']?\s+health\s+study|nhanes|uk\s+biobank|medical\s+records|health\s+records)\b|\bfollow(?:ed|ing)\s+(?:more\s+than\s+|nearly\s+|about\s+|some\s+|over\s+)?[\d,.]+\s+[^.;]{1,60}?\bfor\s+(?:more\s+than\s+|up\s+to\s+|about\s+|over\s+)?(?:[\d,.]+|\w+)\s+(?:years|months|decades)\b/i;
const STRONG_DESIGN = /\b(?:randomi[sz]ed|rcts?|meta-analys[ie]s\s+of\s+(?:randomi[sz]ed|rcts?)|controlled\s+trials?|placebo|mendelian\s+randomi[sz]ation|natural\s+experiment|laboratory\s+evidence|together\s+(?:show|with))\b/i;
const SAME_STUDY = /^\W*(?:(?:overall|in\s+addition|also|moreover)\s*,?\s+)?(?:the|this|that|their)\s+(?:study|survey|researchers|authors|scientists|team|analysis|data|results|findings)\b|^\W*(?:they|researchers|it)\s+(?:also\s+)?(?:found|showed|concluded|reported|say|said)\b/i;
/** `strengthens confidence in the finding` speaks of the evidence, not of health. */
const EPISTEMIC = /^(?:(?:the|our|their|this|some|more|further|public)\s+)?(?:confidence|certainty|evidence|case|credibility|reliability|validity|conclusions?|findings?|results?|hypothes[ie]s|argument|arguments|trust|generali[sz]ability|precision|understanding|picture|idea|notion|theory|view)\b/;
/** Harm that no trial could test and nobody doubts. */
const ESTABLISHED = /\b(?:smok|tobacco|cigarette|asbestos|radon|alcohol|tanning|sunbed|ultraviolet|lead\s+(?:paint|poisoning|exposure)|secondhand)\w*/i;

export const rule = defineRule({
  meta: {
    id: 'weak-evidence-causal-claim',
    summary: 'A cause drawn from an observational study, a survey or case reports',
    why: 'A study that only watches cannot tell a cause from what goes along with it. Only the wording “is associated with” says what it found.',
    sources: [
      { title: 'Sumner P, et al. The association between exaggeration in health related science news and academic press releases. BMJ 2014;349:g7015', url: 'https://doi.org/10.1136/bmj.g7015' },
      { title: 'Haber NA, et al. Causal and associational language in observational health research. Am J Epidemiol 2022;191:2084-2097', url: 'https://doi.org/10.1093/aje/kwac137' },
      { title: 'Yu B, Li Y, Wang J. Detecting causal language use in science findings. EMNLP 2019', url: 'https://doi.org/10.18653/v1/D19-1473' },
    ],
    severity: 'warning',
    presets: { strict: 'error' },
    fixable: 'suggestion',
    zones: ['body', 'quote'],
    yieldsTo: ['cure-claim', 'preclinical-extrapolation'],
    options: {},
  },
  cues: { words: () => verbCues('direct', 'absolute') },
  *checkSentence(sentence, block, { severity }) {
    const design = designOf(sentence, block);
    if (!design || sentence.question || isMythFrame(sentence, block)) return;
    for (const claim of claimsOf(sentence, block)) {
      if (!isCause(claim, sentence)) continue;
      yield reportOf(claim, design, sentence, block, severity);
      return;
    }
  },
});

/** The words that name the design, in this sentence or, where it goes on about the same study, in the one before. */
function designOf(sentence: Sentence, block: Block): string | undefined {
  const text = sentence.text;
  if (STRONG_DESIGN.test(text)) return undefined;
  const here = DESIGN.exec(text)?.[0];
  if (here) return here;
  if (!SAME_STUDY.test(text)) return undefined;
  const before = block.sentences[block.sentences.indexOf(sentence) - 1];
  return before && !STRONG_DESIGN.test(before.text) ? DESIGN.exec(before.text)?.[0] : undefined;
}

function isCause(claim: Claim, sentence: Sentence): boolean {
  const { relation, exposure, outcome, level } = claim;
  if (relation.kind !== 'verb' && relation.kind !== 'passive') return false;
  if (relation.class !== 'direct' && relation.class !== 'absolute') return false;
  if (EPISTEMIC.test(outcomeText(sentence, claim))) return false;
  if (!outcome.known || !(exposure.known || exposure.kind === 'unknown')) return false;
  const { verbs } = readingOf(sentence);
  const verb = verbs[relation.verb]!;
  const bySource = level === 'attributed' && verb.clause.role === 'main';
  if (level !== 'bare' && level !== 'frequency' && level !== 'can' && !bySource) return false;
  return !isInteraction(claim, sentence) && !(directionOf(claim) === 'harm' && ESTABLISHED.test(sentence.text));
}

function reportOf(claim: Claim, design: string, sentence: Sentence, block: Block, severity: Report['severity'] & string): Report {
  const { words, verbs } = readingOf(sentence);
  const verb = claimSpan(sentence, claim);
  const span = { start: verb.start, end: riskEnd(words.map(({ token, lower }) => ({ end: token.end, lower })), claim) ?? verb.end };
  const quoted = quotationOf(verb, block) === 'quoted';
  const fixes: FixSpec[] = [];
  if (!quoted) {
    const edit = associationEdit(sentence, claim);
    const proof = provesEdit(verbs, claim, sentence);
    if (edit) fixes.push(...soundFixes([associationFix(block, edit, 'Change to', proof ? [proof] : [])], block));
    fixes.push(...hedgeFixes(sentence, block, claim).slice(0, 1));
  }
  return {
    ...span,
    severity: quoted ? oneLower(severity) : severity,
    message: `“${block.prose.slice(span.start, span.end).replace(/\s+/g, ' ')}” states a cause, but this kind of evidence (${design.replace(/\s+/g, ' ').toLowerCase()}) cannot show one. Use “is associated with”.`,
    fixes,
    focus: verb,
  };
}

/** `reduces the risk of`: the marked words go on to `of`. */
function riskEnd(words: readonly { readonly end: number; readonly lower: string }[], { relation, outcome }: Claim): number | undefined {
  if (!outcome.risk || !outcome.range || outcome.range.from !== relation.range.to) return undefined;
  for (let j = outcome.range.from; j < outcome.range.from + 4; j++) if (/^(?:risk|risks|odds|likelihood|chances?)$/.test(words[j]?.lower ?? '') && words[j + 1]?.lower === 'of') return words[j + 1]!.end;
  return undefined;
}

/** `Observational data prove that`: they suggest. */
function provesEdit(verbs: readonly Verb[], claim: Claim, sentence: Sentence): Edit | undefined {
  const governor = verbs[verbs[claim.relation.verb]!.clause.governor];
  if (!governor || governor.group.lemma !== 'prove' || governor.group.from !== governor.group.head) return undefined;
  const head = readingOf(sentence).words[governor.group.head]!;
  const text = head.form === 's' ? 'suggests' : head.form === 'past' ? 'suggested' : 'suggest';
  return { start: head.token.start, end: head.token.end, text };
}
