/** Flags words that sell a treatment or a finding instead of describing it. */
import type { Block, Sentence } from '../article/article.js';
import type { Severity } from '../engine/finding.js';
import { defineRule, type Report } from '../engine/rule.js';
import { tokensOf, type Token } from '../english/tokens.js';
import { clauseAround, isAdvertised, isMythFrame, isNegated, isOpen, isQuestioned, oneLower, quotationOf } from './frames.js';
import { oneOf } from './one-of.js';
import { attributiveFixes, dropAdverb, INTENSIFIERS, plainFixes, predicateFixes } from './hype-fixes.js';
import { certainAt, PROMISE_CUES, hopeAt, promiseAt, SUPERLATIVE_CUES, superlativeAt, type Found } from './hype-phrases.js';
import { evaluatedNouns, hypeWords, nounAfter, type HypeGroup, type HypeWord } from './hype-words.js';
import { soundFixes } from './rewording.js';
import { speaksOfExposure } from './subjects.js';

interface Options {
  readonly allow: readonly string[];
}

const SEVERITY: Severity = 'information';

const REASON: Readonly<Record<HypeGroup | 'superlative', string>> = {
  miracle: 'No treatment works wonders, and people who are ill may give up one that helps. Say what it did, in how many people.',
  guarantee: 'No treatment works for everybody. Say how often it works, and from which study.',
  discovery: 'Few findings change care, and most need to be confirmed. Say what is new and how sure it is.',
  praise: 'It praises and gives no measure. Give the size of the effect.',
  hope: 'Readers take it as praise, not as a caution. Say what has been shown and what has not.',
  superfood: 'It is a word of advertising without a definition. Name what is in it and what that was shown to do.',
  secret: 'It hints at hidden knowledge where a source should stand. Give the source.',
  superlative: 'A superlative needs a comparison and a source. Say compared with what, or cite it.',
};

// What follows (or precedes) where a word has a plain sense of its own.
const PLAIN_SENSE: Readonly<Record<string, RegExp>> = {
  breakthrough: oneOf(`
    pain cancer bleeding spotting infections? seizures? cases? symptoms? ovulation fevers? febrile fn doses? medications? designations?
    experiences? trips? covid covid-19 varicella vomiting nausea disease candidemia invasive hiv malaria migraines? headaches? urticaria
    angioedema depression psychosis acidosis growth
  `),
  miracle: /^(?:mineral|whip|league|fruit|berry|berries|babies|baby|play)$/,
  'powerhouse of': /^(?:the|a|our|your|every|each|cells?)$/,
  "nature's own": /^(?:rhythms?|defen[cs]es?|way)$/,
};
const POWERFUL_PLAIN = oneOf(`
  drugs? medications? tools? techniques? technolog(?:y|ies) methods? tests? devices? molecules? stud(?:y|ies) trials? agents? research news
  signals? approach(?:es)? procedures? leads? practices? strateg(?:y|ies) signs? data developments? targets?
`);
const LIFE_CHANGING_PLAIN = /^(?:effects?|news|outcomes?|results?|developments?|signs?)$/;
const COPULAS = new Map([
  ['is', 'is'], ['are', 'are'], ['was', 'was'], ['were', 'were'], ['looks', 'is'], ['look', 'are'], ['seems', 'is'], ['seem', 'are'],
  ['appears', 'is'], ['appear', 'are'], ['remains', 'is'], ['remain', 'are'], ['sounds', 'is'], ['sound', 'are'],
  ["it's", ''], ['be', ''], ['been', ''], ['looked', ''], ['appeared', ''], ['seemed', ''], ['they\'re', ''], ["that's", ''], ['being', ''],
]);
const IMPROVES = oneOf(`
  (?:improv|reduc|eas|reliev|enhanc|accelerat|alleviat|increas|rais|decreas)(?:e|es|ed|ing)
  (?:lower|boost|slow|speed|heal|lessen|diminish|strengthen|extend|help|transform|outperform)(?:s|es|ed|ing)? cuts? cutting
`);
const GOOD = /^(?:effective|beneficial|helpful|useful|successful|potent|powerful|well|safe|good|versatile|healthy|fast)$/;
const RAISES = /^(?:increas|rais|boost|accelerat|extend)/;
const HARM_NOUN = oneOf(`
  risks? mortality deaths? toxicity harms? damage pain cases incidence rates? odds chances? likelihood side adverse overdoses? infections?
  complications? stress anxiety bleeding costs?
`);

export const rule = defineRule<Options>({
  meta: {
    id: 'hype-language',
    summary: 'Words that sell a treatment or a finding: miracle, breakthrough, promising, hope',
    why: 'Praise raises expectations that the evidence does not carry. Readers take even “promising” as an endorsement, and people who are ill decide by it.',
    sources: [
      { title: 'HealthNewsReview.org: Seven words (and more) you shouldn’t use in medical news', url: 'https://www.healthnewsreview.org/toolkit/tips-for-understanding-studies/7-words-and-more-you-shouldnt-use-in-medical-news/' },
      { title: 'Abola MV, Prasad V. The use of superlatives in cancer research. JAMA Oncol 2016;2:139-141', url: 'https://doi.org/10.1001/jamaoncol.2015.3931' },
      { title: 'Vinkers CH, Tijdink JK, Otte WM. Use of positive and negative words in scientific PubMed abstracts. BMJ 2015;351:h6467', url: 'https://doi.org/10.1136/bmj.h6467' },
      { title: 'US Federal Trade Commission. Health Products Compliance Guidance, 2022', url: 'https://www.ftc.gov/business-guidance/resources/health-products-compliance-guidance' },
    ],
    severity: SEVERITY,
    presets: { commerce: 'warning' },
    fixable: 'suggestion',
    kinds: ['paragraph', 'list-item', 'table-cell', 'html', 'heading', 'table-header'],
    zones: ['body', 'quote'],
    options: {
      allow: { type: 'array', items: { type: 'string' }, description: 'Words of the list that this site may use, in lower case, as in “cutting-edge”.', default: [] },
    },
  },
  cues: { words: () => [...hypeWords.firstWords, 'hope', 'hopes', 'promise', ...SUPERLATIVE_CUES, ...PROMISE_CUES] },
  *checkSentence(sentence, block, { options }) {
    if (sentence.question) return;
    const tokens = tokensOf(sentence);
    const allowed = new Set(options.allow.map((word) => word.toLowerCase()));
    let behind = 0;
    for (let i = 0; i < tokens.length; i++) {
      if (i < behind) continue;
      const found = wordAt(tokens, i, sentence, block) ?? hopeAt(tokens, i) ?? promiseAt(tokens, i) ?? certainAt(tokens, i, sentence, block) ?? superlativeAt(tokens, i, sentence, block);
      if (!found || allowed.has(found.term)) continue;
      behind = found.to;
      const report = inFrame(found, tokens, sentence, block);
      if (report) yield report;
    }
  },
});

function inFrame(found: Found, tokens: readonly Token[], sentence: Sentence, block: Block): Report | undefined {
  const { from, to, term, group } = found;
  const span = { start: tokens[from]!.start, end: tokens[to - 1]!.end };
  const quotation = quotationOf(span, block);
  const clause = clauseAround(tokens, from);
  if (
    quotation === 'scare' || isNegated(tokens, from, clause) || isQuestioned(tokens, from, clause) || isOpen(sentence, from)
    || isAdvertised(tokens, from, clause)
  ) return undefined;
  if (isMythFrame(sentence, block) || /^(?:word|words|term|terms|label|labels|phrase)$/.test(tokens[from - 1]?.lower ?? '')) return undefined;
  const severity = group === 'miracle' || group === 'guarantee' ? 'warning' : SEVERITY;
  return {
    ...span,
    severity: quotation === 'quoted' ? oneLower(severity) : severity,
    message: `“${block.prose.slice(span.start, span.end).replace(/\s+/g, ' ')}” sells rather than informs. ${REASON[group]}`,
    fixes: quotation === 'quoted' ? [] : soundFixes(found.fixes, block),
    data: { term, group },
  };
}

function wordAt(tokens: readonly Token[], i: number, sentence: Sentence, block: Block): Found | undefined {
  const match = hypeWords.at(tokens, i);
  if (!match) return undefined;
  const { value: word, to } = match;
  const next = tokens[to];
  if (PLAIN_SENSE[word.term]?.test(next?.lower ?? '')) return undefined;
  if (isName(tokens, i, to, block)) return undefined;
  if (word.term === 'breakthrough' && next?.lower === 'therapy' && /^[A-Z]/.test(next.text)) return undefined;
  if (word.term === 'breakthrough' && next?.lower === 'therapy' && /^designation/.test(tokens[to + 1]?.lower ?? '')) return undefined;
  const found = { from: i, to, term: word.term, group: word.group };
  if (word.where === 'any') return { ...found, fixes: plainFixes(tokens, i, to, word) };
  if (word.where === 'verb') return besideImprovement(tokens, i) ? { ...found, fixes: dropAdverb(tokens, i) } : undefined;
  const noun = nounAfter(tokens, to);
  if (noun) {
    if (word.group === 'hope' && /^(?:more|less|least)$/.test(tokens[i - 1]?.lower ?? '')) return undefined;
    if (word.term === 'powerful' && POWERFUL_PLAIN.test(noun.noun)) return undefined;
    if (word.term === 'dramatic' && noun.noun === 'weight loss') return undefined;
    if (word.term === 'life-changing' && LIFE_CHANGING_PLAIN.test(noun.noun)) return undefined;
    if (!standsAsAdjective(tokens, i)) return undefined;
    return { ...found, fixes: attributiveFixes(tokens, i, to, word, noun.noun, noun.group) };
  }
  if (word.where !== 'noun') return undefined;
  return predicate(tokens, found, word, sentence, block);
}

/** A proper name: a study's acronym, or capitals on it and on the next word inside a sentence that is not itself in title case. */
function isName(tokens: readonly Token[], from: number, to: number, block: Block): boolean {
  const word = tokens[from]!.text;
  if (word.length > 3 && word === word.toUpperCase() && tokens.some(({ text }) => /\p{Ll}{3}/u.test(text))) return true;
  if (block.kind === 'heading' || block.kind === 'table-header' || from === 0) return false;
  const next = tokens[to];
  return /^\p{Lu}/u.test(tokens[from]!.text) && tokens[from - 1]?.kind === 'word' && next !== undefined && /^\p{Lu}\p{Ll}/u.test(next.text);
}

const BEFORE_ADJECTIVE = oneOf(`
  a an the this these that those its their our some any many several most more very highly other another new early few two three four and or
  of for as with in by is are was were has have had show shows showed shown showing yield yields yielded produced produces find finds found
  such initial first only one also despite no least particularly especially increasingly truly potentially provide provides demonstrated
  report reports reported give gave from into on
`);

/** Not `companies promising results` or `encouraging healthy practices`: a participle with an object follows its subject, or opens the clause. */
function standsAsAdjective(tokens: readonly Token[], i: number): boolean {
  const word = tokens[i]!.lower;
  if (word !== 'promising' && word !== 'encouraging' && word !== 'exciting') return true;
  const before = tokens[i - 1];
  if (!before || before.kind === 'punctuation') return word !== 'encouraging';
  if (word === 'encouraging' && /^(?:by|for|in|of|on|and|or|to|is|are|was|were|through|while|from|at|as|about)$/.test(before.lower)) return false;
  return BEFORE_ADJECTIVE.test(before.lower)
    || /ly$/.test(before.lower);
}

const BEHIND_PREDICATE = oneOf(`
  for in as and but because to when with on at if though although so yet enough especially particularly compared after from that since while
  among
`);

function predicate(tokens: readonly Token[], found: Omit<Found, 'fixes'>, word: HypeWord, sentence: Sentence, block: Block): Found | undefined {
  const next = tokens[found.to];
  if (
    next && next.kind === 'word'
    && !BEHIND_PREDICATE.test(next.lower)
  ) return undefined;
  if (next?.lower === 'to') return undefined;
  let start = found.from - 1;
  while (start >= 0 && (INTENSIFIERS.has(tokens[start]!.lower) || /..ly$/.test(tokens[start]!.lower))) start--;
  const copula = tokens[start];
  if (!copula || !COPULAS.has(copula.lower)) return undefined;
  const subject = subjectGroup(tokens, start);
  if (!subject && !speaksOfExposure(tokens, clauseAround(tokens, start).from, start, sentence, block)) return undefined;
  const marksCopula = word.group === 'hope' && COPULAS.get(copula.lower) !== '';
  const from = marksCopula ? start : found.from;
  return { ...found, from, fixes: predicateFixes(tokens, start, found.to, word, COPULAS.get(copula.lower)!, subject) };
}

function subjectGroup(tokens: readonly Token[], copula: number): string | undefined {
  const { from } = clauseAround(tokens, copula);
  let found: string | undefined;
  for (let i = from; i < copula; i++) {
    const match = evaluatedNouns.at(tokens, i);
    if (match && (found === undefined || found === 'treatment')) found = match.value;
  }
  return found;
}

function besideImprovement(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i + 1]?.lower ?? '';
  const before = tokens[i - 1]?.lower ?? '';
  if (GOOD.test(next)) return true;
  const verb = IMPROVES.test(next) ? i + 1 : IMPROVES.test(before) ? i - 1 : -1;
  if (verb < 0) return false;
  if (verb === i - 1) return !RAISES.test(before);
  if (/ed$/.test(next) && /^(?:a|an|the|with|of|have|had|by|in)$/.test(before)) return false;
  return !(RAISES.test(next) && tokens.slice(i + 2, i + 8).some(({ lower }) => HARM_NOUN.test(lower)));
}
