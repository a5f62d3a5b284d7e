/** Flags words that sell a treatment or a finding instead of describing it. */
import type { Block, Sentence } from '../article/article.js';
import type { Severity } from '../engine/finding.js';
import { defineRule, type FixSpec, type Report } from '../engine/rule.js';
import { createPhrases } from '../english/phrases.js';
import { tokensOf, type Token } from '../english/tokens.js';
import { termAt } from '../lexicon/terms.js';
import { clauseAround, isAdvertised, isCited, isMythFrame, isNegated, isOpen, isQuestioned, oneLower, quotationOf } from './frames.js';
import { evaluatedNouns, hypeWords, nounAfter, pluralOf, type HypeGroup, type HypeWord } from './hype-words.js';
import { dropping, replacing, soundFixes } from './rewording.js';
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
  breakthrough: /^(?:pain|cancer|bleeding|spotting|infections?|seizures?|cases?|symptoms?|ovulation|fevers?|febrile|fn|doses?|medications?|designations?|experiences?|trips?|covid|covid-19|varicella|vomiting|nausea|disease|candidemia|invasive|hiv|malaria|migraines?|headaches?|urticaria|angioedema|depression|psychosis|acidosis|growth)$/,
  breakthroughs: /^$/,
  miracle: /^(?:mineral|whip|league|fruit|berry|berries|babies|baby|play)$/,
  'powerhouse of': /^(?:the|a|our|your|every|each|cells?)$/,
  "nature's own": /^(?:rhythms?|defen[cs]es?|way)$/,
  'silver bullet': /^$/,
};
const POWERFUL_PLAIN = /^(?:drugs?|medications?|tools?|techniques?|technolog(?:y|ies)|methods?|tests?|devices?|molecules?|stud(?:y|ies)|trials?|agents?|research|news|signals?|approach(?:es)?|procedures?|leads?|practices?|strateg(?:y|ies)|signs?|data|developments?|targets?)$/;
const LIFE_CHANGING_PLAIN = /^(?:effects?|news|outcomes?|results?|developments?|signs?)$/;
const INTENSIFIERS = new Set(['very', 'truly', 'really', 'highly', 'particularly', 'especially', 'extremely', 'quite', 'so', 'incredibly', 'certainly', 'most', 'more', 'also', 'still', 'increasingly', 'potentially']);
const COPULAS = new Map([
  ['is', 'is'], ['are', 'are'], ['was', 'was'], ['were', 'were'], ["'s", 'is'], ['looks', 'is'], ['look', 'are'], ['seems', 'is'], ['seem', 'are'], ['appears', 'is'], ['appear', 'are'], ['remains', 'is'], ['remain', 'are'], ['sounds', 'is'], ['sound', 'are'],
  ["it's", ''], ['be', ''], ['been', ''], ['looked', ''], ['appeared', ''], ['seemed', ''], ['they\'re', ''], ["that's", ''], ['being', ''],
]);
const IMPROVES = /^(?:improv|reduc|lower|cut|eas|reliev|boost|enhanc|accelerat|slow|speed|alleviat|heal|increas|rais|decreas|lessen|diminish|strengthen|extend|help|transform|outperform)(?:e|es|s|ed|ing|t|ts|ting)?$/;
const GOOD = /^(?:effective|beneficial|helpful|useful|successful|potent|powerful|well|safe|good|versatile|healthy|fast)$/;
const RAISES = /^(?:increas|rais|boost|accelerat|extend)/;
const HARM_NOUN = /^(?:risks?|mortality|deaths?|toxicity|harms?|damage|pain|cases|incidence|rates?|odds|chances?|likelihood|side|adverse|overdoses?|infections?|complications?|stress|anxiety|bleeding|costs?)$/;

/** Verb + `hope`, and `hope` as what is on offer. */
const HOPE_VERBS = new Set(['provide', 'provides', 'provided', 'providing', 'offer', 'offers', 'offered', 'offering', 'give', 'gives', 'gave', 'giving', 'bring', 'brings', 'brought', 'bringing', 'raise', 'raises', 'raised', 'raising', 'renews', 'renewing', 'sparks', 'sparking', 'holds', 'holding', 'delivers', 'delivering']);
const HOPE_OBJECTS = createPhrases<true>(
  ['hope', 'hopes', 'new hope', 'fresh hope', 'real hope', 'renewed hope', 'great hope', 'some hope', 'much hope', 'hope and relief', 'a ray of hope', 'a glimmer of hope', 'a beacon of hope', 'the hope'].map((phrase) => [phrase, true]),
);
const HOPE_PHRASES = createPhrases<true>(['new hope', 'fresh hope', 'renewed hope', 'ray of hope', 'glimmer of hope', 'beacon of hope'].map((phrase) => [phrase, true]));
const PROMISE_VERBS = new Map([['shows', 'is'], ['show', 'are'], ['showed', ''], ['shown', ''], ['showing', ''], ['holds', 'is'], ['hold', 'are'], ['held', ''], ['holding', ''], ['offers', 'is'], ['offer', 'are']]);
const PROMISE_ADJECTIVES = new Set(['great', 'much', 'considerable', 'real', 'significant', 'particular', 'early', 'some', 'enormous', 'tremendous', 'immense', 'incredible', 'amazing']);
const SUPERLATIVES = createPhrases<'most studied' | ''>([
  ['the best', 'most studied'], ['the most effective', 'most studied'], ['the very best', 'most studied'], ['the most powerful', ''], ['the safest', ''], ['the strongest', ''], ['the ultimate', ''], ['the number one', ''], ['the number-one', ''], ['the no. 1', ''], ['the perfect', ''],
]);
const SUPERLATIVE_NOUNS = /^(?:treatments?|therap(?:y|ies)|drugs?|medicines?|medications?|remed(?:y|ies)|cures?|supplements?|herbs?|foods?|diets?|products?|formulas?|ingredients?|vitamins?|antioxidants?|teas?|probiotics?|painkillers?|antidepressants?|pills?|oils?|plants?|adaptogens?|tonics?)$/;
const SUPERLATIVE_CUES = ['best', 'most', 'safest', 'strongest', 'ultimate', 'number', 'number-one', 'perfect'];

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
  cues: { words: [...hypeWords.firstWords, 'hope', 'hopes', 'promise', ...SUPERLATIVE_CUES] },
  *checkSentence(sentence, block, { options }) {
    if (sentence.question) return;
    const tokens = tokensOf(sentence);
    const allowed = new Set(options.allow.map((word) => word.toLowerCase()));
    let behind = 0;
    for (let i = 0; i < tokens.length; i++) {
      if (i < behind) continue;
      const found = wordAt(tokens, i, sentence, block) ?? hopeAt(tokens, i) ?? promiseAt(tokens, i) ?? superlativeAt(tokens, i, sentence, block);
      if (!found || allowed.has(found.term)) continue;
      behind = found.to;
      const report = inFrame(found, tokens, sentence, block);
      if (report) yield report;
    }
  },
});

/** Hype as found: the tokens that are marked, what they are called and why they are marked. */
interface Found {
  readonly from: number;
  readonly to: number;
  readonly term: string;
  readonly group: HypeGroup | 'superlative';
  readonly fixes: readonly FixSpec[];
}

function inFrame(found: Found, tokens: readonly Token[], sentence: Sentence, block: Block): Report | undefined {
  const { from, to, term, group } = found;
  const span = { start: tokens[from]!.start, end: tokens[to - 1]!.end };
  const quotation = quotationOf(span, block);
  const clause = clauseAround(tokens, from);
  if (quotation === 'scare' || isNegated(tokens, from, clause) || isQuestioned(tokens, from, clause) || isOpen(sentence, from) || isAdvertised(tokens, from, clause)) return undefined;
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

/** Not `companies promising results` or `encouraging healthy practices`: a participle with an object follows its subject, or opens the clause. */
function standsAsAdjective(tokens: readonly Token[], i: number): boolean {
  const word = tokens[i]!.lower;
  if (word !== 'promising' && word !== 'encouraging' && word !== 'exciting') return true;
  const before = tokens[i - 1];
  if (!before || before.kind === 'punctuation') return word !== 'encouraging';
  if (word === 'encouraging' && /^(?:by|for|in|of|on|and|or|to|is|are|was|were|through|while|from|at|as|about)$/.test(before.lower)) return false;
  return /^(?:a|an|the|this|these|that|those|its|their|our|some|any|many|several|most|more|very|highly|other|another|new|early|few|two|three|four|and|or|of|for|as|with|in|by|is|are|was|were|has|have|had|show|shows|showed|shown|showing|yield|yields|yielded|produced|produces|find|finds|found|such|initial|first|only|one|also|despite|no|least|particularly|especially|increasingly|truly|potentially|provide|provides|demonstrated|report|reports|reported|give|gave|from|into|on)$/.test(before.lower) || /ly$/.test(before.lower);
}

function predicate(tokens: readonly Token[], found: Omit<Found, 'fixes'>, word: HypeWord, sentence: Sentence, block: Block): Found | undefined {
  const next = tokens[found.to];
  if (next && next.kind === 'word' && !/^(?:for|in|as|and|but|because|to|when|with|on|at|if|though|although|so|yet|enough|especially|particularly|compared|after|from|that|since|while|among)$/.test(next.lower)) return undefined;
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

function dropAdverb(tokens: readonly Token[], i: number): FixSpec[] {
  const before = tokens[i - 1];
  const from = before && /^(?:so|very|quite|most|more)$/.test(before.lower) ? i - 1 : i;
  return tokens[i - 1]?.lower === 'and' || tokens[i + 1]?.lower === 'and' ? [] : dropping(tokens, from, i + 1);
}

/** `a major breakthrough` gives way as a whole; `a medical breakthrough` keeps what says which. */
const BIG = new Set(['major', 'big', 'huge', 'real', 'true', 'significant', 'important', 'massive', 'total', 'complete', 'absolute', 'great', 'recent', 'new', 'exciting', 'potential']);

const AFTER_NOUN = /^(?:in|for|of|on|at|by|to|with|from|that|which|who|and|or|but|because|as|when|if|is|was|are|were|has|have|had|may|might|could|can|will|would|after|since|while|so|than|among|against|over|during|into|here|now|today|yet|—)$/;

function plainFixes(tokens: readonly Token[], from: number, to: number, { term, instead, group }: HypeWord): FixSpec[] {
  if (instead === '') return [];
  if (instead === '-') return dropping(tokens, from, to);
  const noun = nounAfter(tokens, to);
  if (instead.startsWith('new') && (tokens[to]?.lower === 'new' || tokens[from - 1]?.lower === 'new')) return noun ? dropping(tokens, from, to) : [];
  if (noun && noun.from >= to && (term === 'breakthrough' || /^game/.test(term))) return [replacing(tokens, from, to, 'new')];
  if (instead.includes(' ') && tokens[to]?.kind === 'word' && !AFTER_NOUN.test(tokens[to]!.lower)) return [];
  const before = tokens[from - 1];
  if (/^(?:first|second|last|latest|next|only|biggest|another)$/.test(before?.lower ?? '')) return [];
  if (before && before.kind === 'word' && BIG.has(before.lower)) return [replacing(tokens, from - 1, to, instead)];
  if (before && (/^(?:and|or)$/.test(before.lower) || /..est$/.test(before.lower))) return [];
  if (before && instead.startsWith('new ') && /^(?:medical|scientific|genetic|clinical|technological)$/.test(before.lower)) {
    return [replacing(tokens, from - 1, to, `new ${before.lower} ${instead.slice(4)}`)];
  }
  const fixes = [replacing(tokens, from, to, instead)];
  if (group === 'discovery' && instead === 'new option') fixes.push(replacing(tokens, from, to, 'new finding'));
  if (group === 'discovery' && instead === 'new finding') fixes.push(replacing(tokens, from, to, 'new option'));
  return fixes;
}

function attributiveFixes(tokens: readonly Token[], from: number, to: number, word: HypeWord, noun: string, group: string): FixSpec[] {
  const before = tokens[from - 1]?.lower ?? '';
  if (word.instead === '' || /^(?:most|more|least|less)$/.test(before)) return [];
  const start = INTENSIFIERS.has(before) ? from - 1 : from;
  if (word.instead === '-') return dropping(tokens, start, to);
  if (word.group !== 'hope') return [replacing(tokens, start, to, word.instead)];
  // `initial promising results` needs no second word for early.
  if (/^(?:initial|early|preliminary|first|limited|some|any)$/.test(before)) return dropping(tokens, from, to);
  const joined = tokens[to]?.lower === 'and' || tokens[to]?.text === ',';
  return insteadOfHope(noun, group)
    .filter((one) => one !== 'some' || !(joined || /^(?:a|an|the|this|these|its)$/.test(before)))
    .map((one) => replacing(tokens, start, to, one));
}

function insteadOfHope(noun: string, group: string): readonly string[] {
  if (/^(?:evidence|research)$/.test(noun)) return ['limited', 'preliminary', 'some'];
  if (/^(?:data|results?|findings?|stud(?:y|ies)|signs?|signals?|responses?)$/.test(noun)) return ['early', 'preliminary'];
  return group === 'treatment' || /^(?:effects?|benefits?|roles?|potential)$/.test(noun) ? ['possible', 'potential'].filter((one) => one !== noun) : [];
}

function predicateFixes(tokens: readonly Token[], copula: number, to: number, word: HypeWord, plain: string, subject: string | undefined): FixSpec[] {
  if (word.instead === 'new' && plain !== '') return [replacing(tokens, to - 1, to, 'new')];
  if (word.group !== 'hope' || plain === '') return [];
  const next = tokens[to];
  // `is promising and safe` keeps its second half only if the first stays an adjective.
  if (next && (/^(?:and|but|enough)$/.test(next.lower) || (next.text === ',' && !/^(?:but|although|though|while|particularly|especially|and|which|because)$/.test(tokens[to + 1]?.lower ?? '')))) return [];
  if (subject === 'finding') {
    const early = tokens.slice(clauseAround(tokens, copula).from, copula).some(({ lower }) => /^(?:early|initial|preliminary)$/.test(lower));
    return early ? [] : [replacing(tokens, copula, to, `${plain} preliminary`)];
  }
  if (subject === undefined || next?.lower === 'compared') return [];
  return [replacing(tokens, copula, to, `${plain} still being studied`), ...(/^(?:is|are)$/.test(plain) ? [replacing(tokens, copula, to, plain === 'is' ? 'remains uncertain' : 'remain uncertain')] : [])];
}

function hopeAt(tokens: readonly Token[], i: number): Found | undefined {
  const { lower } = tokens[i]!;
  const object = HOPE_VERBS.has(lower) ? HOPE_OBJECTS.at(tokens, i + 1) : undefined;
  if (object) {
    return { from: i, to: object.to, term: 'hope', group: 'hope', fixes: trailingClauseFix(tokens, i, object.to) };
  }
  const alone = HOPE_PHRASES.at(tokens, i);
  return alone ? { from: i, to: alone.to, term: 'hope', group: 'hope', fixes: [] } : undefined;
}

/** `…, providing hope for families.`: a clause that hangs at the end can go as a whole. */
function trailingClauseFix(tokens: readonly Token[], from: number, to: number): FixSpec[] {
  const comma = tokens[from - 1];
  if (comma?.text !== ',' || !tokens[from]!.lower.endsWith('ing')) return [];
  let end = to;
  while (end < tokens.length && !/^[.,;:!?()—]$/.test(tokens[end]!.text)) end++;
  const stop = tokens[end];
  if (!stop || !/^[.!]$/.test(stop.text)) return [];
  return [{ title: 'Remove this clause', safety: 'suggestion', edits: [{ start: comma.start, end: tokens[end - 1]!.end, text: '' }] }];
}

function promiseAt(tokens: readonly Token[], i: number): Found | undefined {
  const plain = PROMISE_VERBS.get(tokens[i]!.lower);
  if (plain === undefined) return undefined;
  let at = i + 1;
  while (PROMISE_ADJECTIVES.has(tokens[at]?.lower ?? '')) at++;
  if (tokens[at]?.lower !== 'promise' || tokens[at + 1]?.lower === 'to') return undefined;
  const next = tokens[at + 1];
  const clause = clauseAround(tokens, i);
  const treatment = tokens.slice(clause.from, i).some((_, at) => evaluatedNouns.at(tokens, clause.from + at)?.value !== 'finding' && (evaluatedNouns.at(tokens, clause.from + at) || termAt(tokens, clause.from + at)));
  const governed = /^(?:to|may|might|could|can|will|would|must|does|do|did|both|not)$/.test(tokens[i - 1]?.lower ?? '');
  const fits = plain !== '' && treatment && !governed && (!next || next.kind === 'punctuation' || /^(?:as|for)$/.test(next.lower));
  return { from: i, to: at + 1, term: 'promise', group: 'hope', fixes: fits ? [replacing(tokens, i, at + 1, `${plain} still being studied`)] : [] };
}

function superlativeAt(tokens: readonly Token[], i: number, sentence: Sentence, block: Block): Found | undefined {
  const match = SUPERLATIVES.at(tokens, i);
  if (!match || isCited(sentence, block)) return undefined;
  const before = tokens[i - 1]?.lower ?? '';
  if (i === 0 || /^[:.]$/.test(before)) return superlativeFirst(tokens, i, match.to);
  if (!/^(?:is|are|remains|remain|it's|as|,|—)$/.test(before)) return undefined;
  const noun = [match.to, match.to + 1, match.to + 2].find((at) => SUPERLATIVE_NOUNS.test(tokens[at]?.lower ?? '') && tokens.slice(match.to, at).every((one) => one.kind === 'word' && !/^(?:of|for|in|to|and|way|thing)$/.test(one.lower)));
  // `Exercise is the best medicine` is a saying.
  if (noun === undefined || (noun === match.to && tokens[noun]!.lower === 'medicine') || /^(?:you|your|each|every|patients)$/.test(tokens[noun + 2]?.lower ?? '')) return undefined;
  const clause = clauseAround(tokens, before === ',' ? i - 2 : i);
  if (!speaksOfExposure(tokens, clause.from, i, sentence, block)) return undefined;
  const plural = tokens[noun]!.lower.endsWith('s');
  const words = tokens.slice(match.to, noun + 1).map(({ text }) => text);
  const text = `${plural ? 'among' : 'one of'} the ${match.value} ${[...words.slice(0, -1), plural ? words.at(-1)! : pluralOf(words.at(-1)!)].join(' ')}`;
  const fixes = match.value === '' || before === 'as' ? [] : [replacing(tokens, i, noun + 1, text)];
  return { from: i, to: match.to, term: tokens.slice(i + 1, match.to).map(({ lower }) => lower).join(' '), group: 'superlative', fixes };
}

/** `The best supplement for sleep is magnesium.` */
function superlativeFirst(tokens: readonly Token[], i: number, to: number): Found | undefined {
  const noun = [to, to + 1].find((at) => SUPERLATIVE_NOUNS.test(tokens[at]?.lower ?? ''));
  if (noun === undefined) return undefined;
  for (let at = noun + 1; at < noun + 6 && at < tokens.length; at++) {
    if (!/^(?:is|are)$/.test(tokens[at]!.lower)) continue;
    const term = termAt(tokens, at + 1);
    const names = term && (term.value.kind === 'plant' || term.value.kind === 'supplement' || term.value.kind === 'drug');
    return names ? { from: i, to, term: tokens.slice(i + 1, to).map(({ lower }) => lower).join(' '), group: 'superlative', fixes: [] } : undefined;
  }
  return undefined;
}
