/** Flags spin on significance: trends toward it, degrees of it, and `significantly` said of an effect without figures. */
import type { Block, Sentence } from '../article/article.js';
import { byWords } from '../article/sentence-memory.js';
import type { Severity } from '../engine/finding.js';
import { defineRule, type FixSpec } from '../engine/rule.js';
import { lowerAt, type Token } from '../english/tokens.js';
import { termAt } from '../lexicon/terms.js';
import { clauseAround, harmsBehind, isNegated, isQuestioned } from './frames.js';
import { oneOf, phraseIn } from './one-of.js';
import { dropping, replacing } from './rewording.js';
import { reportOn, wordingMatches } from './wording-matches.js';

interface Options {
  readonly laySignificantly: boolean;
}

const SEVERITY: Severity = 'hint';
const NEARLY = /^(?:marginally|nearly|borderline|barely|almost|approaching|approached|virtually|near|quasi|possibly|close)$/;
const APPROACH = /^(?:approach(?:es|ed|ing)?|border(?:s|ed|ing)|verg(?:es|ed|ing)|near(?:s|ed|ing))$/;
const BE = /^(?:is|are|was|were)$/;
const EFFECT_VERB = oneOf(`
  (?:improv|reduc|decreas|increas|eas|reliev|alleviat|enhanc|diminish|rais)(?:e|es|ed|ing|d)
  (?:lower|boost|lessen|shorten|slow|help|cut|speed|strengthen|worsen|protect|benefit)(?:s|ed|ing)?
`);
const EFFECT_BASE = oneOf(`
  (?:improve|reduce|lower|decrease|increase|ease|relieve|alleviate|boost|enhance|lessen|shorten|slow|help|cut|speed|raise)s?
  (?:strengthen|protect|benefit)s? diminish diminishes
`);
// A sentence that reports a comparison uses the word in its statistical sense.
const STATISTICAL = phraseIn(`
  \\d[\\d.,]*; trials?; study; studies; placebo; groups?; compared; controls?; than; versus; vs; statistic\\w*; analys[ie]s; regression; participants?;
  patients in; cohort; ci; confidence; baseline; evidence; we; results?; findings?; associated; correlat\\w+; data; measured; scores?; test;
  difference; differ\\w*
`);
const EQUAL = /^(?:as|equal|equally|equivalent|same|just|comparable)$/;

export const rule = defineRule<Options>({
  meta: {
    id: 'significance-spin',
    summary: 'Spin on statistical significance: trend toward significance, highly significant, significantly without figures',
    why: 'A result that missed its threshold did not come close to a finding, and one that met it is not large for that. Readers take “significant” for important.',
    sources: [
      { title: 'Boutron I et al. Reporting and interpretation of randomized controlled trials with statistically nonsignificant results. JAMA 2010;303:2058-2064', url: 'https://doi.org/10.1001/jama.2010.651' },
      { title: 'Schünemann HJ et al. Cochrane Handbook, chapter 15', url: 'https://www.cochrane.org/authors/handbooks-and-manuals/handbook/current/chapter-15' },
      { title: 'AMA Manual of Style, 11th edition, section 19.5', url: 'https://www.amamanualofstyle.com/' },
    ],
    severity: SEVERITY,
    fixable: 'suggestion',
    zones: ['body', 'quote'],
    options: {
      laySignificantly: { type: 'boolean', description: 'Flag “significantly” said of an effect in a sentence without figures.', default: true },
    },
  },
  cues: { words: ['significance', 'significant', 'significantly', 'difference', 'differences', 'differ'] },
  *checkSentence(sentence, block, { options }) {
    if (sentence.question) return;
    const spinAt = (tokens: readonly Token[], i: number): Found | undefined =>
      trendAt(tokens, i) ?? approachedAt(tokens, i) ?? degreeAt(tokens, i) ?? equalAt(tokens, i)
      ?? (options.laySignificantly ? layAt(tokens, i, sentence, block) : undefined);
    for (const match of wordingMatches(sentence, block, spinAt)) {
      const { found, words } = match;
      yield {
        ...reportOn(match, SEVERITY, found.fixes, block),
        message: `“${words}”: ${MESSAGE[found.kind]}`,
        data: { kind: found.kind },
      };
    }
  },
});

type Kind = 'nearly' | 'degree' | 'equal' | 'lay';

const MESSAGE: Readonly<Record<Kind, string>> = {
  nearly: 'a result is statistically significant or it is not. Say that it was not, and give the estimate with its interval.',
  degree: 'a small P value does not make an effect large. Give the size of the effect.',
  equal: 'finding no difference is not finding that two things are the same. Say that no difference was found, and how large a difference the study could have missed.',
  lay: 'readers take it to mean large. Give the size of the effect, or leave the word out.',
};

interface Found {
  readonly from: number;
  readonly to: number;
  readonly kind: Kind;
  readonly fixes: readonly FixSpec[];
}

/** The index behind `(statistical) significance`, from here. */
function significanceAt(tokens: readonly Token[], i: number): number | undefined {
  const at = lowerAt(tokens, i) === 'statistical' ? i + 1 : i;
  return lowerAt(tokens, at) === 'significance' ? at + 1 : undefined;
}

/** `a trend toward significance`, `trended towards significance`, `failed to reach significance but`. */
function trendAt(tokens: readonly Token[], i: number): Found | undefined {
  const word = lowerAt(tokens, i);
  if (/^trend(?:s|ed|ing)?$/.test(word) && /^towards?$/.test(lowerAt(tokens, i + 1))) {
    const to = significanceAt(tokens, i + 2);
    if (to === undefined) return undefined;
    const noun = word === 'trend' && /^(?:a|clear|strong|slight|the|non-significant|nonsignificant)$/.test(lowerAt(tokens, i - 1));
    if (noun && lowerAt(tokens, i - 1) !== 'a') return { from: i, to, kind: 'nearly', fixes: [] };
    if (noun) return { from: i, to, kind: 'nearly', fixes: [replacing(tokens, i, to, 'difference that was not statistically significant')] };
    return { from: i, to, kind: 'nearly', fixes: word === 'trending' ? [] : [replacing(tokens, i, to, 'did not reach statistical significance')] };
  }
  if (word === 'missed' && /^(?:just|narrowly|barely|only|nearly)$/.test(lowerAt(tokens, i - 1))) {
    const to = significanceAt(tokens, i + 1);
    return to === undefined ? undefined : { from: i, to, kind: 'nearly', fixes: [replacing(tokens, i - 1, to, 'did not reach statistical significance')] };
  }
  if (word === 'failed' && lowerAt(tokens, i + 1) === 'to' && /^(?:reach|achieve|attain)$/.test(lowerAt(tokens, i + 2))) {
    const to = significanceAt(tokens, i + 3);
    if (to === undefined) return undefined;
    const but = lowerAt(tokens, to) === 'but' ? to + 1 : tokens[to]?.text === ',' && lowerAt(tokens, to + 1) === 'but' ? to + 2 : undefined;
    return but === undefined ? undefined : { from: i, to: but, kind: 'nearly', fixes: [] };
  }
  return undefined;
}

/** `approached significance`, `bordering on significant`. */
function approachedAt(tokens: readonly Token[], i: number): Found | undefined {
  const word = lowerAt(tokens, i);
  if (!APPROACH.test(word)) return undefined;
  const at = lowerAt(tokens, i + 1) === 'on' ? i + 2 : i + 1;
  const to = significanceAt(tokens, at) ?? (lowerAt(tokens, at) === 'significant' ? at + 1 : undefined);
  if (to === undefined || isNegated(tokens, i)) return undefined;
  const past = /ed$/.test(word);
  const be = lowerAt(tokens, i - 1);
  if (/ing$/.test(word)) return { from: i, to, kind: 'nearly', fixes: BE.test(be) ? [replacing(tokens, i, to, 'not statistically significant')] : [] };
  const subject = subjectNumber(tokens, i);
  if (
    !past || subject === undefined
  ) return { from: i, to, kind: 'nearly', fixes: past ? [replacing(tokens, i, to, 'did not reach statistical significance')] : [] };
  return { from: i, to, kind: 'nearly', fixes: [replacing(tokens, i, to, `${subject === 'plural' ? 'were' : 'was'} not statistically significant`)] };
}

/** The number of the noun right before a verb, where it is the whole subject (`Scores approached …`, `The effect approached …`). */
function subjectNumber(tokens: readonly Token[], verb: number): 'singular' | 'plural' | undefined {
  const clause = clauseAround(tokens, verb);
  const subject = tokens.slice(clause.from, verb);
  if (subject.length === 0 || subject.some(({ lower }) => /^(?:of|in|for|on|between|with|and|that|to|at|from|among)$/.test(lower))) return undefined;
  const noun = subject.at(-1)!.lower;
  if (/(?:ss|sis|us|ness)$/.test(noun)) return 'singular';
  return /s$/.test(noun) || /^(?:data|these|they|those)$/.test(noun) ? 'plural' : 'singular';
}

const RESULTS = oneOf(`
  differences? effects? results? reductions? improvements? increases? decreases? findings? correlations? associations? changes?
`);

const RESULT_SUBJECTS = oneOf(`
  effects? results? differences? reductions? improvements? increases? decreases? findings? correlations? associations? changes? trends?
`);

/** `marginally significant`, `highly significant`. */
function degreeAt(tokens: readonly Token[], i: number): Found | undefined {
  const word = lowerAt(tokens, i);
  const at = lowerAt(tokens, i + 1) === 'statistically' ? i + 2 : i + 1;
  if (lowerAt(tokens, at) !== 'significant') return undefined;
  const next = tokens[at + 1];
  const to = at + 1;
  if (NEARLY.test(word)) {
    const predicate = BE.test(lowerAt(tokens, i - 1))
      && (!next || next.kind === 'punctuation' || /^(?:for|in|at|with|after|but|and|when)$/.test(next.lower));
    return { from: i, to, kind: 'nearly', fixes: predicate ? [replacing(tokens, i, to, 'not statistically significant')] : [] };
  }
  // `highly significant` counts where it is said of a result, not of a person or a problem.
  if (!/^(?:highly|extremely|very)$/.test(word)) return undefined;
  const noun = next?.lower ?? '';
  const statistical = at === i + 2
    || RESULTS.test(noun);
  const subject = tokens.slice(clauseAround(tokens, i).from, i).some(({ lower }) => RESULT_SUBJECTS.test(lower));
  return statistical || subject ? { from: i, to, kind: 'degree', fixes: [] } : undefined;
}

/** The last index of `no (statistically significant) difference`, `did not (significantly) differ`. */
function noDifferenceAt(tokens: readonly Token[], i: number): number | undefined {
  const word = lowerAt(tokens, i);
  let at = i + 1;
  if (/^(?:did|does|do)$/.test(word) && lowerAt(tokens, at) === 'not') at++;
  else if (!/^(?:no|didn't|doesn't|don't)$/.test(word)) return undefined;
  while (/^(?:statistically|significant|significantly)$/.test(lowerAt(tokens, at))) at++;
  return (word === 'no' ? /^differences?$/ : /^differ$/).test(lowerAt(tokens, at)) ? at : undefined;
}

/** `no significant difference, so the herb is as good as`. */
function equalAt(tokens: readonly Token[], i: number): Found | undefined {
  const difference = noDifferenceAt(tokens, i);
  if (difference === undefined) return undefined;
  let so = -1;
  for (let k = difference + 1; k < Math.min(tokens.length, difference + 19); k++) {
    const { lower } = tokens[k]!;
    if (/^(?:so|and|therefore|thus|hence|meaning|proving|showing|means|shows)$/.test(lower)) so = k;
    if (so < 0 || !EQUAL.test(lower) || /^(?:such|if)$/.test(lowerAt(tokens, k + 1))) continue;
    // `works as well as` compares, `as well as` alone adds.
    if (lowerAt(tokens, k + 1) === 'well' && !/^(?:works?|worked|performs?|performed|does|do|did)$/.test(lowerAt(tokens, k - 1))) continue;
    // After a mere `and`, only the full comparison concludes.
    if (lower !== 'as' && lowerAt(tokens, so) === 'and') continue;
    const to = lower === 'as' ? asAs(tokens, k) : k + 1;
    if (to !== undefined) return { from: i, to, kind: 'equal', fixes: [] };
  }
  return undefined;
}

/** `as good as`: the index behind the second `as`. */
function asAs(tokens: readonly Token[], i: number): number | undefined {
  for (let at = i + 2; at <= i + 3; at++) if (lowerAt(tokens, at) === 'as') return at + 1;
  return undefined;
}

/** Whether the sentence reports figures or a comparison; worked out once for each sentence. */
const isStatistical = byWords(({ text }) => STATISTICAL.test(text));

/** `significantly improves sleep` in a sentence that gives no figures and no comparison. */
function layAt(tokens: readonly Token[], i: number, sentence: Sentence, block: Block): Found | undefined {
  if (lowerAt(tokens, i) !== 'significantly' || isStatistical(sentence)) return undefined;
  const next = lowerAt(tokens, i + 1);
  const before = lowerAt(tokens, i - 1);
  const clause = clauseAround(tokens, i);
  if (isNegated(tokens, i, clause) || isQuestioned(tokens, i, clause)) return undefined;
  if (EFFECT_BASE.test(next) || (/ing$/.test(next) && EFFECT_VERB.test(next))) {
    // `can significantly increase the risk of …`: a warning is not made smaller, and what an illness does is no effect of a treatment.
    if (harmsBehind(sentence, block, i)) return undefined;
    if (namesCondition(tokens, clause.from, i)) return undefined;
    if (
      /^(?:increase|raise|boost|worsen)/.test(next)
      && tokens.slice(i + 2, i + 8).some(({ lower }) => /^(?:risks?|mortality|deaths?|harms?|damage|odds|chances?|likelihood)$/.test(lower))
    ) return undefined;
    if (/^(?:and|or|,)$/.test(before)) return { from: i, to: i + 1, kind: 'lay', fixes: [] };
    return { from: i, to: i + 1, kind: 'lay', fixes: dropping(tokens, i, i + 1) };
  }
  // `reduces pain significantly.`
  const ends = !tokens[i + 1] || /^[.!;]$/.test(tokens[i + 1]!.text);
  const verb = ends ? tokens.findIndex(({ lower }, k) => k >= Math.max(clause.from + 1, i - 4) && k < i - 1 && EFFECT_BASE.test(lower)) : -1;
  if (
    verb >= 0 && !/^(?:an?|the|of|to)$/.test(lowerAt(tokens, verb - 1))
  ) return { from: i, to: i + 1, kind: 'lay', fixes: dropping(tokens, i, i + 1) };
  return undefined;
}

function namesCondition(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (termAt(tokens, i)?.value.kind === 'condition') return true;
  return false;
}
