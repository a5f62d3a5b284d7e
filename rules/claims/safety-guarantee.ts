/** Flags promises of safety: `completely safe`, `no side effects`, `non-addictive`, `a safer alternative to`. */
import type { Block, Sentence } from '../article/article.js';
import type { Severity } from '../engine/finding.js';
import { defineRule, type FixSpec, type Report } from '../engine/rule.js';
import { createPhrases } from '../english/phrases.js';
import { tokensOf, type Token } from '../english/tokens.js';
import { clauseAround, isAdvertised, isCited, isMythFrame, isNegated, isOpen, isQuestioned, oneLower, quotationOf } from './frames.js';
import { oneOf } from './one-of.js';
import { exposureAround, exposureIn, type ExposureClass } from './subjects.js';
import { replacing, soundFixes } from './rewording.js';
import { BE, causesNoneAt, nothingAt, overdoseAt, saferAt, softened, type Found, type Reason } from './safety-denials.js';

interface Options {
  readonly allow: readonly string[];
}

const SEVERITY: Severity = 'error';
const ABSOLUTE = oneOf(`
  completely totally perfectly absolutely entirely fully utterly wholly always inherently guaranteed incredibly remarkably extremely proven
`);
const WORDS = new Set([
  'harmless', 'risk-free', 'non-toxic', 'nontoxic', 'side-effect-free', 'non-addictive', 'nonaddictive', 'non-habit-forming',
  'addiction-free',
]);
const SCOPES = createPhrases<true>(
  [
    'everyone', 'everybody', 'anyone', 'all', 'all ages', 'daily use', 'everyday use', 'long-term use', 'use in pregnancy',
    'use during pregnancy', 'the whole family', 'children', 'kids', 'babies', 'pregnant women', 'people of all ages', 'all adults',
    'any age', 'human consumption',
  ].map((one) => [one, true]),
);
// Every wording has one of these; most sentences about risks or side effects have none.
const QUICK = /\bsafer?\b|harmless|toxic|(?:-|\s)free\b|\b(?:no|zero|without|cannot|impossible|not)\b|n['’]t\b|addictive|habit-forming/i;
const SAFE_COMPOUND = oneOf(`
  sex storage injection injecting drinking water place dose doses dosing dosage level levels limit limits use handling disposal upper range
  distance space house housing environment bet to motherhood consumption sleep staffing harbor side haven from practice practices delivery
  care enough amount amounts if when only unless provided until but for
`);
export const rule = defineRule<Options>({
  meta: {
    id: 'safety-guarantee',
    summary: 'Promises of safety: completely safe, no side effects, non-addictive, a safer alternative',
    why: 'Nothing that has an effect is free of risk. A reader who trusts such a promise skips the warning signs, the dose limit or the doctor.',
    sources: [
      { title: 'US Federal Trade Commission. Health Products Compliance Guidance, 2022 (safety and “natural” claims)', url: 'https://www.ftc.gov/business-guidance/resources/health-products-compliance-guidance' },
      { title: 'UK CAP Code, sections 12 and 15', url: 'https://www.asa.org.uk/codes-and-rulings/advertising-codes/non-broadcast-code.html' },
      { title: 'HealthNewsReview.org: review criterion 3, harms', url: 'https://www.healthnewsreview.org/about-us/review-criteria/criterion-3/' },
      { title: 'Regulation (EC) No 1924/2006, article 3', url: 'https://eur-lex.europa.eu/eli/reg/2006/1924/oj' },
    ],
    severity: SEVERITY,
    fixable: 'suggestion',
    kinds: ['paragraph', 'list-item', 'table-cell', 'html', 'heading', 'table-header'],
    zones: ['body', 'quote'],
    yieldsTo: ['cure-claim', 'proof-claim'],
    options: {
      allow: { type: 'array', items: { type: 'string' }, description: 'Words that this site may use, in lower case, as in “non-toxic”.', default: [] },
    },
  },
  cues: {
    words: [
      'safe', 'safer', 'side', 'side-effects', 'adverse', 'risk', 'risks', 'danger', 'dangers', 'contraindications', 'interactions', 'overdose', 'harm',
      'addictive', 'habit-forming', 'negative', 'harmful', 'nasty', 'unwanted', 'drug', 'serious', 'health', 'damage', 'injury', 'failure', 'toxicity', 'addiction', 'dependence',
      'dependency', 'withdrawal', ...WORDS,
    ],
  },
  *checkSentence(sentence, block, { options }) {
    if (sentence.question || !QUICK.test(sentence.text)) return;
    const tokens = tokensOf(sentence);
    const allowed = new Set(options.allow.map((word) => word.toLowerCase()));
    for (let i = 0; i < tokens.length; ) {
      const found = safeAt(tokens, i, sentence, block) ?? nothingAt(tokens, i, sentence, block) ?? causesNoneAt(tokens, i, sentence, block)
        ?? wordAt(tokens, i, sentence, block) ?? overdoseAt(tokens, i) ?? saferAt(tokens, i, sentence, block);
      if (!found) {
        i++;
        continue;
      }
      i = found.to;
      if (allowed.has(tokens.slice(found.from, found.to).map(({ lower }) => lower).join(' '))) continue;
      const report = inFrame(found, tokens, sentence, block);
      if (report) yield report;
    }
  },
});

const MESSAGE: Readonly<Record<Reason, string>> = {
  absolute: 'guarantees safety. No product is free of risk: give the known harms, who should avoid it, and a source.',
  bare: 'states safety as a fact. Say for whom, at what dose and for how long, and cite it.',
  none: 'promises that nothing can go wrong. Give the known harms, who should avoid it, and a source.',
  comparative: 'compares safety without a source. Say safer in which respect and cite the comparison.',
};

function inFrame(found: Found, tokens: readonly Token[], sentence: Sentence, block: Block): Report | undefined {
  const span = { start: tokens[found.from]!.start, end: tokens[found.to - 1]!.end };
  const quotation = quotationOf(span, block);
  const clause = clauseAround(tokens, found.from);
  if (quotation === 'scare' || isMythFrame(sentence, block)) return undefined;
  if (
    isNegated(tokens, found.from, clause) || isQuestioned(tokens, found.from, clause) || isOpen(sentence, found.from)
    || isAdvertised(tokens, found.from, clause) || (quotation === 'own' && isAttributed(tokens, found.from))
  ) return undefined;
  const severity = severityOf(found);
  const words = block.prose.slice(span.start, span.end).replace(/\s+/g, ' ');
  return {
    ...span,
    severity: quotation === 'quoted' ? oneLower(severity) : severity,
    message: `“${words}” ${MESSAGE[found.reason]}`,
    fixes: quotation === 'quoted' ? [] : soundFixes(found.fixes, block),
    data: { reason: found.reason },
  };
}

/** Approved drugs, vaccines and procedures have been tested for safety: there a plain word wants a source, no more. */
function severityOf({ reason, exposure }: Found): Severity {
  const tested = exposure === 'drug' || exposure === 'vaccine';
  if (reason === 'absolute') return SEVERITY;
  if (tested) return 'information';
  return reason === 'comparative' ? 'warning' : SEVERITY;
}

const SPEECH = oneOf(`
  argues? argued says? said believes? thinks? suggests? suggested concludes? concluded consider considers considered deem deemed shown found
  showed finds? shows? indicates? indicated reported reports? according recognized recognised assumed? assuming convinced thought claims?
  perceived? perception feel felt
`);

/** Somebody says or found so: another rule asks who, or the source is the sentence's matter. */
function isAttributed(tokens: readonly Token[], index: number): boolean {
  const { from } = clauseAround(tokens, index);
  for (let i = from; i < index; i++) if (SPEECH.test(tokens[i]!.lower)) return true;
  return false;
}

/** `completely safe`, `100% safe`, `is safe`, `safe for everyone`. */
function safeAt(tokens: readonly Token[], i: number, sentence: Sentence, block: Block): Found | undefined {
  const token = tokens[i]!;
  const full = ABSOLUTE.test(token.lower) || (token.text === '100' && /^(?:%|percent|per)$/.test(tokens[i + 1]?.lower ?? ''));
  if (full) {
    let at = i + 1;
    while (at < i + 4 && /^(?:%|percent|per|cent|and|natural|effective|legal|,)$/.test(tokens[at]?.lower ?? '')) at++;
    if (tokens[at]?.lower !== 'safe') return undefined;
    if (SAFE_COMPOUND.test(tokens[at + 1]?.lower ?? '') && !/^(?:if|when|for|only|unless|but|to|from)$/.test(tokens[at + 1]!.lower)) return undefined;
    if (
      /^(?:to|from)$/.test(tokens[at + 1]?.lower ?? '')
      && !/^(?:use|take|consume|drink|eat|combine|mix|smoke|vape|give|swallow)$/.test(tokens[at + 2]?.lower ?? '')
    ) return undefined;
    const exposure = around(tokens, i, sentence, block);
    return exposure ? { from: i, to: at + 1, reason: 'absolute', exposure, fixes: safeFixes(tokens, i, at + 1) } : undefined;
  }
  if (token.lower === 'safe') return scopeAt(tokens, i, sentence, block);
  if (token.lower === 'must' && tokens[i + 1]?.lower === 'be' && tokens[i + 2]?.lower === 'safe') {
    const exposure = exposureIn(tokens, clauseAround(tokens, i).from, i, sentence, block);
    return exposure && exposure !== 'drug'
      && /^[.;,!]?$/.test(tokens[i + 3]?.text ?? '') ? { from: i, to: i + 3, reason: 'bare', exposure, fixes: [] } : undefined;
  }
  return BE.test(token.lower) ? safeRemedyAt(tokens, i, sentence, block) ?? bareAt(tokens, i, sentence, block) : undefined;
}

/** `is a safe and effective remedy for`: the same claim, before a noun. */
function safeRemedyAt(tokens: readonly Token[], i: number, sentence: Sentence, block: Block): Found | undefined {
  if (!/^an?$/.test(tokens[i + 1]?.lower ?? '') || isCited(sentence, block)) return undefined;
  let at = i + 2;
  while (/^(?:safe|natural|effective|and|,|gentle|very|completely|proven|healthy)$/.test(tokens[at]?.lower ?? '')) at++;
  const safe = tokens.findIndex(({ lower }, k) => k > i + 1 && k < at && lower === 'safe');
  if (
    safe < 0 || !/^(?:treatments?|remed(?:y|ies)|way|supplements?|herbs?|medicines?|painkillers?|sleep|aids?|cure)$/.test(tokens[at]?.lower ?? '')
  ) return undefined;
  if (
    tokens.slice(at, at + 10).some(({ lower }) => /^(?:if|when|moderation|most|doses?|amounts?|unless)$/.test(lower)) || softened(tokens, safe)
  ) return undefined;
  const exposure = exposureIn(tokens, clauseAround(tokens, i).from, i, sentence, block);
  return exposure ? { from: i + 1, to: safe + 1, reason: 'bare', exposure, fixes: [] } : undefined;
}

function scopeAt(tokens: readonly Token[], i: number, sentence: Sentence, block: Block): Found | undefined {
  if (tokens[i + 1]?.lower !== 'for' && !(tokens[i + 1]?.lower === 'and' && tokens[i + 3]?.lower === 'for')) return undefined;
  const from = tokens[i + 1]!.lower === 'for' ? i + 2 : i + 4;
  const scope = SCOPES.at(tokens, from);
  if (!scope || isCited(sentence, block) || softened(tokens, i)) return undefined;
  const exposure = around(tokens, i, sentence, block) ?? (tokens.slice(0, i).every(({ kind }) => kind === 'punctuation') ? 'product' : undefined);
  if (!exposure) return undefined;
  const every = /^(?:everyone|everybody|anyone|all|any|people|daily|everyday|the)$/.test(tokens[from]!.lower);
  return { from: i, to: scope.to, reason: every ? 'absolute' : 'bare', exposure, fixes: [] };
}

const LIMITS = oneOf(`
  if when unless provided most moderation moderate small low short short-term up doses? normal recommended amounts? directed label weeks?
  days months? healthy supervision
`);

/** `is safe`, of something that people take, with nothing that limits it and no source. */
function bareAt(tokens: readonly Token[], i: number, sentence: Sentence, block: Block): Found | undefined {
  let at = i + 1;
  const only = tokens[at]?.lower === 'not' && tokens[at + 1]?.lower === 'only';
  if (only) at += 2;
  while (/^(?:very|also|both|really|quite|so|natural|and|gentle|effective|therefore|thus|hence)$/.test(tokens[at]?.lower ?? '') && at < i + 6) at++;
  if (tokens[at]?.lower !== 'safe' || isCited(sentence, block)) return undefined;
  const clause = clauseAround(tokens, i);
  if (softened(tokens, at)) return undefined;
  let next = at + 1;
  if (
    tokens[next]?.lower === 'and' && /^(?:effective|well|natural|gentle|healthy|legal|easy|beneficial)$/.test(tokens[next + 1]?.lower ?? '')
  ) next += 2;
  // `not only safe but also effective`
  if (only && tokens[next]?.lower === ',') next++;
  if (only && tokens[next]?.lower === 'but') next += tokens[next + 1]?.lower === 'also' ? 3 : 2;
  const behind = tokens[next]?.lower ?? '';
  if (behind === 'for' && SCOPES.at(tokens, next + 1)) return undefined;
  const take = behind === 'to' && /^(?:use|take|consume|drink|eat)$/.test(tokens[next + 1]?.lower ?? '')
    && !/^(?:with|if|when|only|at|in|as|after|before|it|this)$/.test(tokens[next + 2]?.lower ?? '');
  if (
    !take && (behind === 'as' || behind === 'in' || behind === 'at' || behind === 'with' || SAFE_COMPOUND.test(behind))
    && !/^(?:in|for)$/.test(behind)
  ) return undefined;
  // Where the same clause limits it, or the next makes a condition, it is no guarantee.
  if (tokens.slice(next, next + 12).some(({ lower }) => LIMITS.test(lower))) return undefined;
  // `it's safe` holds its subject.
  const contracted = /'(?:s|re)$/.test(tokens[i]!.lower);
  const exposure = exposureIn(tokens, clause.from, contracted ? i + 1 : i, sentence, block);
  if (!exposure || exposure === 'pronoun' && behind !== '.' && behind !== '' && behind !== ',') return undefined;
  const ends = at === i + 1 && /^[.;,!]?$/.test(tokens[at + 1]?.text ?? '');
  const fixable = ends && /^(?:is|are)$/.test(tokens[i]!.lower);
  return { from: i, to: at + 1, reason: 'bare', exposure, fixes: fixable ? [replacing(tokens, at, at + 1, 'considered safe for most adults by [source]')] : [] };
}

function safeFixes(tokens: readonly Token[], from: number, to: number): FixSpec[] {
  const be = tokens[from - 1];
  const next = tokens[to];
  if (
    !be || !/^(?:is|are)$/.test(be.lower) || next && next.kind === 'word' && !/^(?:when|for|in|as|during|to|if|with|and|because)$/.test(next.lower)
    || next?.lower === 'to'
    // `completely safe, natural and gentle`: what follows needs the adjective before it.
    || next?.text === ',' && !/^(?:but|and|or|so|which|as|because|even|though|although|says?)$/.test(tokens[to + 1]?.lower ?? '')
  ) return [];
  // `for toddlers` behind `for most adults by [source]` would contradict it: there the source alone is added.
  const fixes = [replacing(tokens, from, to, next?.lower === 'for' ? 'considered safe by [source]' : 'considered safe for most adults by [source]')];
  if (
    !next || next.kind === 'punctuation'
  ) fixes.push(replacing(tokens, from - 1, to, be.lower === 'is' ? 'has not been studied for long-term safety' : 'have not been studied for long-term safety'));
  return fixes;
}

/** The exposure that the clause speaks of, looked for before the words first. */
function around(tokens: readonly Token[], i: number, sentence: Sentence, block: Block): ExposureClass | undefined {
  const clause = clauseAround(tokens, i);
  return exposureIn(tokens, clause.from, i, sentence, block) ?? exposureIn(tokens, i, clause.to, sentence, block) ?? exposureAround(sentence, block);
}

const HARMLESS_THINGS = oneOf(`
  trial trials money purchase offer guarantee concentrations? doses? bacteria viruses fun prank growth rash lesion lump virus strains?
  reward return investment cleaning cleaners? materials? paints? plastic toys? chemicals? bilirubin goiters? goitre
`);

/** `harmless`, `non-addictive herb`, `is not addictive`. */
function wordAt(tokens: readonly Token[], i: number, sentence: Sentence, block: Block): Found | undefined {
  const { lower } = tokens[i]!;
  if (lower === 'side-effect' && tokens[i + 1]?.lower === 'free') return { from: i, to: i + 2, reason: 'none', exposure: 'product', fixes: [] };
  const habit = lower === 'not' && /^(?:addictive|habit-forming)$/.test(tokens[i + 1]?.lower ?? '') && BE.test(tokens[i - 1]?.lower ?? '');
  if (!habit && !WORDS.has(lower)) return undefined;
  const to = habit ? i + 2 : i + 1;
  const next = tokens[to]?.lower ?? '';
  if (softened(tokens, i) || isCited(sentence, block)) return undefined;
  if (HARMLESS_THINGS.test(next)) return undefined;
  const clause = clauseAround(tokens, i);
  const modified = exposureIn(tokens, to, Math.min(to + 3, clause.to), sentence, block);
  const predicate = BE.test(tokens[i - 1]?.lower ?? '') || (/^an?$/.test(tokens[i - 1]?.lower ?? '') && BE.test(tokens[i - 2]?.lower ?? ''))
    || /^(?:,|and|completely|totally|perfectly|entirely|both|natural|safe|absolutely)$/.test(tokens[i - 1]?.lower ?? '');
  const subject = predicate ? exposureIn(tokens, clause.from, i, sentence, block) : undefined;
  const exposure = subject ?? (modified === 'pronoun' ? undefined : modified) ?? exposureAround(sentence, block);
  if (!exposure || exposure === 'pronoun' && clause.from > 0 && tokens[clause.from]!.lower === 'which') return undefined;
  return { from: i, to, reason: 'none', exposure, fixes: [] };
}
