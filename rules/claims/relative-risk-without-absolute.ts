/** Flags relative risks (`cuts the risk by 50%`, `twice as likely`) where no absolute figure stands nearby. */
import type { Block, Sentence } from '../article/article.js';
import type { Severity } from '../engine/finding.js';
import { defineRule, type Report } from '../engine/rule.js';
import { lowerAt, tokensOf, type Token } from '../english/tokens.js';
import { isMythFrame, oneLower, quotationOf } from './frames.js';
import { oneOf } from './one-of.js';

interface Options {
  readonly template: string;
}

const SEVERITY: Severity = 'warning';
const RISK = /^(?:risks?|chances?|odds|likelihood|probability|incidence|mortality|prevalence)$/;
// `rate` and `cases` count only with what they are the rate of.
const EVENTS = /^(?:deaths|strokes|attacks|infections|fractures|relapses|hospitali[sz]ations|miscarriages|suicides)$/;
const RISK_RATE = /^(?:rates?)$/;
const RATE_OF = oneOf(`
  deaths? mortality infections? disease cancer relapse stroke heart attack attacks hospitali[sz]ation recurrence complications? suicide
  overdose failure survival fracture illness event
`);
const CHANGE =
  /^(?:reduc|lower|cut|slash|halv|increas|rais|decreas|boost|shrink|elevat|lessen|drop|diminish)(?:e|es|s|ed|ing|ting|d)?$|^(?:raise|raises|raised|halves|halve)$/;
const DOUBLING = /^(?:doubles?|doubled|doubling|triples?|tripled|tripling|quadruples?|quadrupled|quadrupling|halves|halve|halved|halving)$/;
const ROSE = oneOf(`
  rose rises? rising fell falls? falling dropped drops? increased increases? decreased decreases? declined declines? grew grows? jumped
  climbed went reduced cut lowered raised risen fallen
`);
const COMPARED = /^(?:lower|higher|less|more|greater|reduced|increased|elevated|decreased|smaller|larger|fewer|raised|added|excess|relative)$/;
const NUMBER_WORDS = new Map([
  ['two', 2], ['three', 3], ['four', 4], ['five', 5], ['six', 6], ['seven', 7], ['eight', 8], ['nine', 9], ['ten', 10], ['several', 0],
  ['many', 0], ['twenty', 20], ['hundred', 100],
]);
const FRACTION = /^(?:third|thirds|half|quarter|quarters|fifth|fifths|tenth|two-thirds|one-third|three-quarters|one-quarter|one-half)$/;
const FOLD = oneOf(`
  \\d+(?:\\.\\d+)? two three four five six seven eight nine ten several many multi)-?fold$|^(?:twofold threefold fourfold fivefold tenfold
  sixfold manifold
`);
const REACH = 8;

export const rule = defineRule<Options>({
  meta: {
    id: 'relative-risk-without-absolute',
    summary: 'A relative risk without the absolute numbers: cuts the risk by 50%, twice as likely',
    why: '“50% lower” can mean 10 in 100 down to 5 in 100, or 2 in 10,000 down to 1 in 10,000. Readers who see only the relative figure overrate benefit and harm.',
    sources: [
      { title: 'Gigerenzer G et al. Helping doctors and patients make sense of health statistics. Psychol Sci Public Interest 2007;8:53-96', url: 'https://doi.org/10.1111/j.1539-6053.2008.00033.x' },
      { title: 'Gigerenzer G, Edwards A. Simple tools for understanding risks. BMJ 2003;327:741', url: 'https://doi.org/10.1136/bmj.327.7417.741' },
      { title: 'HealthNewsReview.org: review criterion 2, benefits', url: 'https://www.healthnewsreview.org/about-us/review-criteria/criterion-2/' },
      { title: 'Schünemann HJ et al. Cochrane Handbook, chapter 15', url: 'https://www.cochrane.org/authors/handbooks-and-manuals/handbook/current/chapter-15' },
    ],
    severity: SEVERITY,
    fixable: 'suggestion',
    zones: ['body', 'quote'],
    options: {
      template: { type: 'string', description: 'What the fix puts behind the relative figure, for the writer to fill in.', default: 'from __ in 1,000 to __ in 1,000' },
    },
  },
  cues: {
    words: [
      'deaths', 'strokes', 'attacks', 'infections', 'fractures', 'relapses', 'hospitalizations', 'hospitalisations', 'miscarriages',
      'suicides', 'risk', 'risks', 'chance', 'chances', 'odds', 'likelihood', 'probability', 'incidence', 'mortality', 'prevalence',
      'likely', 'fold', 'rate', 'rates', 'hazard', 'rr', 'hr', 'or',
    ],
    pattern: /fold\b/i,
  },
  *checkSentence(sentence, block, { options }) {
    if (sentence.question) return;
    const tokens = tokensOf(sentence);
    let absolute: boolean | undefined;
    for (let i = 0; i < tokens.length; ) {
      const found = changedByAt(tokens, i) ?? percentAt(tokens, i) ?? timesAt(tokens, i) ?? foldAt(tokens, i) ?? doubledAt(tokens, i)
        ?? roseByAt(tokens, i) ?? ratioAt(tokens, i, sentence);
      if (!found) {
        i++;
        continue;
      }
      i = found.to;
      absolute ??= givesAbsolute(sentence, block);
      if (absolute || isMythFrame(sentence, block)) return;
      const span = { start: tokens[found.from]!.start, end: tokens[found.to - 1]!.end };
      const quotation = quotationOf(span, block);
      const words = block.prose.slice(span.start, span.end).replace(/\s+/g, ' ');
      const report: Report = {
        ...span,
        severity: quotation === 'quoted' || found.ratio ? oneLower(SEVERITY) : SEVERITY,
        message: `Give the absolute numbers too: “${words}” could mean ${illustration(found.percent)}.`,
        fixes:
          quotation === 'quoted' || found.ratio
            ? []
            : [{ title: `Insert “(${options.template})”`, safety: 'suggestion', edits: [{ start: span.end, end: span.end, text: ` (${options.template})` }] }],
      };
      yield report;
    }
  },
});

interface Found {
  readonly from: number;
  readonly to: number;
  /** The change in percent where it is known: −40 for 40% lower, +200 for three times. */
  readonly percent: number | undefined;
  /** True for a bare ratio (`OR 2.3`): milder, and there is no room for the figures behind it. */
  readonly ratio?: boolean;
}

/** What the figure could mean, worked out where it is known. */
function illustration(percent: number | undefined): string {
  const change = percent ?? -50;
  const inHundred = 10 * (1 + change / 100);
  if (percent === undefined || inHundred < 0 || inHundred > 100) return 'a change of 10 in 100 people, or of 1 in 10,000';
  const shown = Number(inHundred.toFixed(1));
  return `10 in 100 ${change < 0 ? 'falling' : 'rising'} to ${shown} in 100, or 10 in 10,000 ${change < 0 ? 'falling' : 'rising'} to ${shown} in 10,000`;
}

/** Whether a token names a risk: not `risk factor`, `risk of bias`, `at risk`, and a rate only of something bad or of survival. */
function isRisk(tokens: readonly Token[], i: number): boolean {
  const lower = tokens[i]?.lower ?? '';
  const next = tokens[i + 1]?.lower ?? '';
  if (/^(?:risk|risks|odds)$/.test(lower)) {
    if (/^(?:factors?|assessment|groups?|scores?|management|ratios?)$/.test(next) || tokens[i - 1]?.lower === 'at') return false;
    return !(next === 'of' && tokens[i + 2]?.lower === 'bias');
  }
  if (RISK.test(lower)) return true;
  return RISK_RATE.test(lower) && (RATE_OF.test(tokens[i - 1]?.lower ?? '') || (next === 'of' && RATE_OF.test(tokens[i + 2]?.lower ?? '')));
}

interface Amount {
  readonly to: number;
  readonly value: number | undefined;
}

const ABOUT = oneOf(`
  up to about around nearly almost approximately roughly over more than as much at least some an another average of a one two the additional
  further ~ ≈ only just
`);

/** `50%`, `50 percent`, `a third`, `half`, `up to 50%`, `30 to 50%`: as percent. */
function amountAt(tokens: readonly Token[], index: number): Amount | undefined {
  let i = index;
  while (ABOUT.test(tokens[i]?.lower ?? '') && i < index + 5) {
    if (/^(?:a|one|two|the)$/.test(tokens[i]!.lower) && FRACTION.test(tokens[i + 1]?.lower ?? '')) {
      const value = { half: 50, third: 100 / 3, quarter: 25, fifth: 20, tenth: 10 }[tokens[i + 1]!.lower.replace(/s$/, '') as 'half'];
      return { to: i + 2, value: value === undefined ? undefined : tokens[i]!.lower === 'two' ? 2 * value : value };
    }
    i++;
  }
  if (FRACTION.test(tokens[i]?.lower ?? '')) return { to: i + 1, value: tokens[i]!.lower === 'half' ? 50 : undefined };
  const percent = percentNumber(tokens, i);
  if (percent) {
    const range = /^(?:to|–|-|—|and)$/.test(tokens[percent.to]?.lower ?? '') ? percentNumber(tokens, percent.to + 1) : undefined;
    return range ? { to: range.to, value: undefined } : percent;
  }
  // `30 to 50%`, `30–50%`
  if (tokens[i]?.kind === 'number' && /^(?:to|–|-|—)$/.test(tokens[i + 1]?.lower ?? '')) {
    const range = percentNumber(tokens, i + 2);
    return range && { to: range.to, value: undefined };
  }
  return undefined;
}

function percentNumber(tokens: readonly Token[], i: number): Amount | undefined {
  if (tokens[i]?.kind !== 'number') return undefined;
  const value = Number(tokens[i]!.text.replace(/,/g, ''));
  const sign = tokens[i + 1]?.lower ?? '';
  if (sign === '%' || sign === 'percent') return { to: i + 2, value };
  if (sign === 'per' && tokens[i + 2]?.lower === 'cent') return { to: i + 3, value };
  return undefined;
}

/** `cuts the risk of stroke by 50%`, `reduce heart attack risk by a third`. */
function changedByAt(tokens: readonly Token[], i: number): Found | undefined {
  // `an increase in` is a noun.
  if (
    !CHANGE.test(tokens[i]!.lower) || /^(?:a|an|the|of|with)$/.test(tokens[i - 1]?.lower ?? '') || /^(?:in|of)$/.test(tokens[i + 1]?.lower ?? '')
  ) return undefined;
  let risk = false;
  for (let at = i + 1; at < tokens.length && at <= i + REACH + 6; at++) {
    const { lower, kind, text } = tokens[at]!;
    if (kind === 'punctuation' && !/^[-%’']$/.test(text)) return undefined;
    if (at <= i + REACH && (isRisk(tokens, at) || EVENTS.test(lower))) risk = true;
    if (risk && lower === 'in' && /^(?:half|two)$/.test(lowerAt(tokens, at + 1))) return { from: i, to: at + 2, percent: -50 };
    if (lower !== 'by') continue;
    const amount = amountAt(tokens, at + 1);
    if (!amount) return undefined;
    if (!risk || tokens[amount.to]?.lower === 'percentage') return undefined;
    return { from: i, to: amount.to, percent: signed(amount.value, /^(?:increas|rais|boost|elevat)/.test(tokens[i]!.lower)) };
  }
  return undefined;
}

const signed = (value: number | undefined, up: boolean): number | undefined => (value === undefined ? undefined : up ? value : -value);

/** `30% higher risk`, `50% less likely`, `a 50% reduction in the risk`. */
function percentAt(tokens: readonly Token[], i: number): Found | undefined {
  const amount = tokens[i]!.kind === 'number' ? amountAt(tokens, i) : undefined;
  if (!amount) return undefined;
  const word = tokens[amount.to]?.lower ?? '';
  if (COMPARED.test(word)) {
    const up = /^(?:higher|more|greater|increased|elevated|larger|raised|added|excess)$/.test(word);
    if (tokens[amount.to + 1]?.lower === 'likely') return { from: i, to: amount.to + 2, percent: signed(amount.value, up) };
    const noun = riskWithin(tokens, amount.to + 1, 3);
    return noun === undefined ? undefined : { from: i, to: noun + 1, percent: signed(amount.value, up) };
  }
  const relative = word === 'relative' ? amount.to + 1 : amount.to;
  const change = /^(?:reduction|decrease|drop|fall|decline|increase|rise|jump|reductions|increases)$/.test(tokens[relative]?.lower ?? '') ? relative
    : -1;
  if (change < 0 || !/^in|of$/.test(tokens[change + 1]?.lower ?? '')) return undefined;
  const noun = riskWithin(tokens, change + 2, 4);
  return noun === undefined ? undefined
    : { from: i, to: noun + 1, percent: signed(amount.value, /^(?:increase|rise|jump)/.test(tokens[change]!.lower)) };
}

/** The index of a word for risk in the noun phrase that starts here. */
function riskWithin(tokens: readonly Token[], from: number, words: number): number | undefined {
  for (let at = from; at < from + words && at < tokens.length; at++) {
    if (isRisk(tokens, at)) return at;
    if (tokens[at]!.kind === 'punctuation' || /^(?:of|in|than|and|for|to)$/.test(tokens[at]!.lower)) return undefined;
  }
  return undefined;
}

/** `three times more likely`, `twice as likely`, `twice the risk`, `five times the odds`. */
function timesAt(tokens: readonly Token[], i: number): Found | undefined {
  const { lower, kind, text } = tokens[i]!;
  let at: number;
  let times: number | undefined;
  if (lower === 'twice' || lower === 'half') {
    times = lower === 'twice' ? 2 : 0.5;
    at = i + 1;
  } else if ((kind === 'number' || NUMBER_WORDS.has(lower)) && /^(?:times|x|×)$/.test(tokens[i + 1]?.lower ?? '')) {
    times = kind === 'number' ? Number(text.replace(/,/g, '')) : NUMBER_WORDS.get(lower) || undefined;
    at = i + 2;
  } else return undefined;
  const word = tokens[at]?.lower ?? '';
  const percent = times === undefined || Number.isNaN(times) ? undefined : 100 * (times - 1);
  if (word === 'as' && tokens[at + 1]?.lower === 'likely') return { from: i, to: at + 2, percent };
  if (
    /^(?:more|less)$/.test(word) && tokens[at + 1]?.lower === 'likely'
  ) return { from: i, to: at + 2, percent: word === 'more' ? percent : undefined };
  if (word === 'likelier') return { from: i, to: at + 1, percent };
  if (/^(?:the|higher|greater|increased|their|your)$/.test(word)) {
    const noun = riskWithin(tokens, at + 1, 2);
    return noun === undefined ? undefined : { from: i, to: noun + 1, percent };
  }
  return undefined;
}

/** `a four-fold increase in risk`, `threefold higher risk`. */
function foldAt(tokens: readonly Token[], i: number): Found | undefined {
  let at = i + 1;
  if (!FOLD.test(tokens[i]!.lower)) {
    if (tokens[i]!.kind !== 'number' || tokens[i + 1]?.text !== '-' || tokens[i + 2]?.lower !== 'fold') return undefined;
    at = i + 3;
  }
  const word = tokens[at]?.lower ?? '';
  if (/^(?:increase|decrease|reduction|rise|drop)$/.test(word) && /^(?:in|of)$/.test(tokens[at + 1]?.lower ?? '')) {
    const noun = riskWithin(tokens, at + 2, 4);
    return noun === undefined ? undefined : { from: i, to: noun + 1, percent: undefined };
  }
  if (!/^(?:higher|greater|increased|lower|elevated)$/.test(word)) return undefined;
  const noun = riskWithin(tokens, at + 1, 2);
  return noun === undefined ? undefined : { from: i, to: noun + 1, percent: undefined };
}

/** `doubles the chance`, `halved risk`, `double the risk`. */
function doubledAt(tokens: readonly Token[], i: number): Found | undefined {
  const { lower } = tokens[i]!;
  if (!DOUBLING.test(lower)) return undefined;
  const at = /^(?:the|your|their|her|his|our|a|in)$/.test(tokens[i + 1]?.lower ?? '') ? i + 2 : i + 1;
  const noun = riskWithin(tokens, at, 3);
  if (noun === undefined) return undefined;
  const percent = /^hal/.test(lower) ? -50 : /^d/.test(lower) ? 100 : /^t/.test(lower) ? 200 : 300;
  return { from: i, to: noun + 1, percent };
}

/** `the risk of stroke fell by 40%`. */
function roseByAt(tokens: readonly Token[], i: number): Found | undefined {
  if (!isRisk(tokens, i)) return undefined;
  for (let at = i + 1; at < tokens.length && at <= i + REACH; at++) {
    if (tokens[at]!.kind === 'punctuation') return undefined;
    if (!ROSE.test(tokens[at]!.lower)) continue;
    if (tokens[at + 1]?.lower !== 'by') continue;
    const amount = amountAt(tokens, at + 2);
    if (!amount || tokens[amount.to]?.lower === 'percentage' || tokens[amount.to]?.lower === 'points') return undefined;
    return { from: at, to: amount.to, percent: signed(amount.value, /^(?:ros|ris|incr|gr|jump|climb|rai)/.test(tokens[at]!.lower)) };
  }
  return undefined;
}

const RATIO = /^(?:RR|OR|HR)$/;

/** `hazard ratio 0.75`, `(OR = 2.3)`; with a confidence interval the text speaks to people who read those. */
function ratioAt(tokens: readonly Token[], i: number, sentence: Sentence): Found | undefined {
  let at: number;
  if (RATIO.test(tokens[i]!.text)) at = i + 1;
  else if (/^(?:odds|hazard|risk|rate)$/.test(tokens[i]!.lower) && tokens[i + 1]?.lower === 'ratio') at = i + 2;
  else if (tokens[i]!.lower === 'relative' && tokens[i + 1]?.lower === 'risk') at = i + 2;
  else return undefined;
  while (/^(?:of|=|:|was|,|is|\()$/.test(tokens[at]?.lower ?? '') && at < i + 5) at++;
  if (tokens[at]?.kind !== 'number' || at === i + 1 && RATIO.test(tokens[i]!.text)) return undefined;
  if (/\bCI\b|confidence interval|credible interval|95\s*%|\bp\s*[<=>]/i.test(sentence.text)) return undefined;
  const value = Number(tokens[at]!.text);
  return { from: i, to: at + 1, percent: Number.isNaN(value) ? undefined : Math.round(100 * (value - 1)), ratio: true };
}

const ABSOLUTE: readonly RegExp[] = [
  /\b(?:absolute|percentage\s+points?|NNT|NNH|number\s+needed|baseline\s+risk|per\s+(?:1|10|100),?000|per\s+(?:100|thousand|hundred|million)|per\s+person-years?|person-years)\b/i,
  /\b(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|fifty)\s+(?:\p{L}+\s+){0,2}(?:in|out\s+of|of|of\s+every|in\s+every|per)\s+(?:every\s+)?(?:\d[\d,.]*|ten|hundred|thousand|million|a\s+hundred|a\s+thousand|a\s+million)\b/iu,
  /\b(?:of|for|in)\s+(?:every|each)\s+\d[\d,.]*\b/i,
  /\bfrom\s+(?:about\s+|around\s+|nearly\s+)?\d[\d.,]*\s*(?:%|percent|per\s+cent)?\s+to\s+(?:about\s+|around\s+|nearly\s+)?\d/i,
  /\d\s*(?:%|percent|per\s+cent)\s*(?:\([^()]{0,30}\)\s*)?(?:versus|vs\.?|compared\s+(?:with|to)|against|in\s+the\s+\p{L}+\s+group)\s+[^.;]{0,60}?\d\s*(?:%|percent|per\s+cent)/iu,
  // `12 percent of children fell ill; after it, the share fell to 3 percent`
  /\d\s*(?:%|percent|per\s+cent)\s+of\s+[^!?]{1,200}?\b(?:to|in|was|were|only|of)\s+(?:only\s+|about\s+|just\s+)?\d[\d.,]*\s*(?:%|percent|per\s+cent)(?!\s*(?:higher|lower|more|less|greater|fewer|increase|decrease|reduction|rise|drop|risk))/i,
  /\b\d[\d,.]*\s+(?:instead\s+of|rather\s+than|fewer|extra|additional|more)\s+(?:\d|cases|deaths|people|patients|women|men|strokes|heart\s+attacks|infections|children|events)/i,
];

/** Absolute figures in this sentence or in the ones beside it, in the same block. */
function givesAbsolute(sentence: Sentence, block: Block): boolean {
  const index = block.sentences.indexOf(sentence);
  const near = [block.sentences[index - 1], sentence, block.sentences[index + 1]].map((one) => one?.text ?? '').join(' ');
  return ABSOLUTE.some((pattern) => pattern.test(near));
}
