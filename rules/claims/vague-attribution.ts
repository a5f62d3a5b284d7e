/** Flags opinions and knowledge laid at nobody's door: `it is believed that`, `some experts say`, `advocates argue`. */
import type { Block, Sentence, Span } from '../article/article.js';
import { defineRule, type FixSpec, type Report } from '../engine/rule.js';
import { createPhrases } from '../english/phrases.js';
import { tokensOf, type Token } from '../english/tokens.js';
import sourcesTable from '../lexicon/data/cues/opinion-sources.txt';
import sayingsTable from '../lexicon/data/cues/vague-phrases.txt';
import { citationFixes } from '../citations/footnotes.js';
import { readTable } from '../lexicon/table.js';
import { termsOf } from '../lexicon/terms.js';
import { clauseAround, isSourced, quotationOf } from './frames.js';
import { oneOf } from './one-of.js';
import { replacing, soundFixes } from './rewording.js';

interface Options {
  readonly allow: readonly string[];
}

type SourceGroup = 'authority' | 'side' | 'lay';

const SOURCES = createPhrases(readTable(sourcesTable).map(([noun = '', group]): [string, SourceGroup] => [noun, group as SourceGroup]));
const QUANTIFIERS = createPhrases<true>(
  [
    'some', 'many', 'most', 'several', 'numerous', 'countless', 'various', 'certain', 'a number of', 'a growing number of',
    'an increasing number of', 'a few', 'millions of', 'thousands of', 'lots of', 'plenty of', 'more and more', 'all', 'other', 'some other',
    'a majority of', 'the majority of', 'some of the', 'leading', 'top', 'many leading', 'some leading',
  ].map((one) => [one, true]),
);
// What may stand before the verb, auxiliaries included.
const ADVERBS = oneOf(`
  now also still often even generally commonly widely strongly firmly currently increasingly sometimes long today usually frequently
  typically broadly well popularly traditionally largely mostly universally thus therefore further furthermore already perhaps have would
`);
const OPINION_VERBS = new Set(
  [
    'say', 'said', 'believe', 'argue', 'argued', 'claim', 'claimed', 'think', 'agree', 'contend', 'maintain', 'insist',
    'suspect', 'assert', 'tout', 'praise', 'swear', 'consider', 'feel', 'suggest', 'recommend', 'advise', 'speculate', 'propose',
    'report', 'point', 'hold', 'attest', 'rave', 'credit', 'assume', 'warn', 'fear', 'worry',
  ],
);const LAY_VERBS = /^(?:say|believe|claim|argue|insist|maintain|swear|rave|attest|credit|contend|tout|praise)$/;
// `researchers report` or `suggest` speaks of their work: the want of a citation is another rule's business.
const RESEARCH_VERBS = /^(?:report|suggest|propose|point|recommend|advise|consider|hold|warn|fear|worry|feel)$/;
const RESEARCHERS = /^(?:scientists|researchers)$/;
const KNOWLEDGE = new Set(['understood', 'known', 'accepted', 'recognized', 'recognised', 'agreed']);
const OPINION = new Set([
  'believed', 'thought', 'said', 'claimed', 'assumed', 'presumed', 'held', 'felt', 'argued', 'considered', 'rumored', 'rumoured', 'supposed',
  'alleged',
]);
// The passive with `to`; `supposed to` and `considered to` have senses of their own.
const REPUTED_TO = new Set(['believed', 'thought', 'said', 'understood', 'assumed', 'presumed', 'reputed', 'rumored', 'rumoured']);
type Saying = 'saying' | 'leads' | 'by';
const sayings = readTable(sayingsTable).map(([phrase = '', kind, cue = '']) => ({ phrase, kind: kind as Saying, cue }));
const PHRASES = createPhrases(sayings.map(({ phrase, kind }): [string, Saying] => [phrase, kind]));
/** `considered by many`. */
const VIEWED = new Set(['considered', 'regarded', 'seen', 'viewed', 'believed', 'thought', 'hailed', 'praised', 'said']);
const SURVEY = /\b(?:surveys?|surveyed|poll(?:s|ed)?|questionnaires?|interview(?:s|ed|ees)?|respondents?|focus\s+groups?|participants?|asked)\b/i;
const NAMED = /^(?:at|from|with|like|including|affiliated|consulted|interviewed|quoted|surveyed|we)$/;

export const rule = defineRule<Options>({
  meta: {
    id: 'vague-attribution',
    summary: 'Opinions attributed to nobody: it is believed that, some experts say, advocates argue',
    why: 'A reader cannot check or weigh a source that is not named, and “many experts” gives an opinion the weight of knowledge.',
    sources: [
      { title: 'Wikipedia: Manual of Style, Words to watch: Unsupported attributions', url: 'https://en.wikipedia.org/wiki/Wikipedia:Manual_of_Style/Words_to_watch#Unsupported_attributions' },
      { title: 'Wikipedia: Identifying reliable sources (medicine)', url: 'https://en.wikipedia.org/wiki/Wikipedia:Identifying_reliable_sources_(medicine)' },
      { title: 'Redi M et al. Citation Needed: a taxonomy and algorithmic assessment of Wikipedia’s verifiability. WWW 2019', url: 'https://doi.org/10.1145/3308558.3313618' },
    ],
    severity: 'information',
    fixable: 'suggestion',
    options: {
      allow: { type: 'array', items: { type: 'string' }, description: 'Unnamed sources that this site may use, in lower case, as in “critics”.', default: [] },
    },
  },
  // Every wording has a verb or a saying; people and quantifiers alone are far too common to wake the rule.
  cues: { words: () => [...OPINION_VERBS, ...KNOWLEDGE, ...OPINION, ...REPUTED_TO, ...VIEWED, ...sayings.map(({ cue }) => cue).filter((cue) => cue !== '')] },
  *checkSentence(sentence, block, { options, article }) {
    if (sentence.question || isSourced(sentence, block)) return;
    const tokens = tokensOf(sentence);
    const allowed = new Set(options.allow.map((word) => word.toLowerCase()));
    for (let i = 0; i < tokens.length; ) {
      const found = impersonalAt(tokens, i) ?? reputedAt(tokens, i) ?? peopleAt(tokens, i, sentence) ?? phraseAt(tokens, i);
      if (!found) {
        i++;
        continue;
      }
      i = found.to;
      const span = { start: tokens[found.from]!.start, end: tokens[found.to - 1]!.end };
      if (quotationOf(span, block) !== 'own' || allowed.has(found.source)) continue;
      const rewordings = soundFixes(found.fixes, block);
      const cite = citationFixes(sentence, block, article, 'auto', '[citation needed]', span.start);
      yield report(span, block, found.knows ? [...cite, ...rewordings] : [...rewordings, ...cite]);
    }
  },
});

interface Found {
  readonly from: number;
  readonly to: number;
  /** The noun that stands for the source, where there is one. */
  readonly source: string;
  readonly fixes: readonly FixSpec[];
  /** True where it is given out as knowledge: then a source is wanted first. */
  readonly knows?: boolean;
}

function report(span: Span, block: Block, fixes: readonly FixSpec[]): Report {
  const words = block.prose.slice(span.start, span.end).replace(/\s+/g, ' ');
  return { ...span, message: `“${words}”: who says so? Name the source and cite it, or say only what is known.`, fixes };
}

/** `it is widely believed that`. */
function impersonalAt(tokens: readonly Token[], i: number): Found | undefined {
  const first = tokens[i]!.lower;
  let at: number;
  if (first === "it's") at = i + 1;
  else if (first === 'it' && /^(?:is|has)$/.test(tokens[i + 1]?.lower ?? '')) at = i + 2;
  else return undefined;
  while (tokens[at] && (ADVERBS.test(tokens[at]!.lower) || tokens[at]!.lower === 'been')) at++;
  const verb = tokens[at]?.lower ?? '';
  const knows = KNOWLEDGE.has(verb);
  if (!knows && !OPINION.has(verb)) return undefined;
  if (tokens[at + 1]?.lower !== 'that') return undefined;
  // `It is thought by the Mayo Clinic that` names its source; `it is agreed that you …` is a contract's language.
  const to = at + 2;
  if (/^(?:you|we|i)$/.test(tokens[to]?.lower ?? '')) return undefined;
  const replace = (text: string): FixSpec => replacing(tokens, i, to, text);
  const fixes = knows ? [replace('some studies report that'), replace('some researchers have proposed that')]
    : [replace('it is possible that'), replace('some researchers have proposed that')];
  return { from: i, to, source: '', fixes, knows };
}

const BE = /^(?:is|are)$/;

/** `is believed to`, `have long been thought to`. The past (`was once thought to`) tells of an error, and a participle (`illnesses believed to`) defines. */
function reputedAt(tokens: readonly Token[], i: number): Found | undefined {
  const first = tokens[i]!.lower;
  let at = i + 1;
  if (/^(?:has|have)$/.test(first)) {
    at = skipAdverbs(tokens, at);
    if (tokens[at++]?.lower !== 'been') return undefined;
  } else if (!BE.test(first)) return undefined;
  at = skipAdverbs(tokens, at);
  if (!REPUTED_TO.has(tokens[at]?.lower ?? '') || tokens[at + 1]?.lower !== 'to') return undefined;
  const to = at + 2;
  if (tokens[to]?.kind !== 'word' || /^(?:what|not)$/.test(tokens[i - 1]?.lower ?? '')) return undefined;
  return { from: i, to, source: '', fixes: mayAlone(tokens, to) ? [replacing(tokens, i, to, 'may')] : [] };
}

function skipAdverbs(tokens: readonly Token[], from: number): number {
  let at = from;
  while (tokens[at] && ADVERBS.test(tokens[at]!.lower)) at++;
  return at;
}

/** False where `may` in place of `believed to` would leave a second `to` hanging (`to help and to heal`) . */
function mayAlone(tokens: readonly Token[], from: number): boolean {
  const { to } = clauseAround(tokens, from);
  for (let i = from; i < to; i++) if (tokens[i]!.lower === 'to' && /^(?:and|or|,)$/.test(tokens[i - 1]!.lower)) return false;
  return true;
}

const NO_SUBJECT = oneOf(`
  the these those our their his her its your my two three four five ten of by to with for not no other as from between among all both than
  how what
`);

/** `some experts say`, `experts agree`, `advocates argue`, `many people swear by`. */
function peopleAt(tokens: readonly Token[], i: number, sentence: Sentence): Found | undefined {
  const quantifier = QUANTIFIERS.at(tokens, i);
  const nounAt = quantifier ? skipAdjectives(tokens, quantifier.to) : i;
  const noun = SOURCES.at(tokens, nounAt);
  if (!noun) return manyAt(tokens, i, sentence);
  const before = tokens[i - 1]?.lower ?? '';
  if (NO_SUBJECT.test(before)) return undefined;
  let at = noun.to;
  const name = tokens.slice(nounAt, noun.to).map(({ lower }) => lower).join(' ');
  // `critics of the ban argue`: what they are for or against may stand between.
  if (/^(?:of|for)$/.test(tokens[at]?.lower ?? '') && (noun.value === 'side' || name === 'practitioners')) {
    const end = [at + 2, at + 3, at + 4, at + 5].find((one) => OPINION_VERBS.has(tokens[one]?.lower ?? ''));
    if (end !== undefined) at = end;
  }
  if (
    NAMED.test(tokens[at]?.lower ?? '') || (tokens[at]?.lower === 'such' && tokens[at + 1]?.lower === 'as')
    || (tokens[at]?.text === ',' && /^(?:such|including|like)$/.test(tokens[at + 1]?.lower ?? ''))
  ) return undefined;
  at = skipAdverbs(tokens, at);
  const verb = tokens[at]?.lower ?? '';
  if (!OPINION_VERBS.has(verb) || !speaksUp(tokens, at, verb, name)) return undefined;
  if (SURVEY.test(sentence.text)) return undefined;
  if (!groupAllows(noun.value, name, verb, quantifier !== undefined, sentence)) return undefined;
  const swears = verb === 'swear' || verb === 'rave';
  if (swears && !/^(?:by|about)$/.test(tokens[at + 1]?.lower ?? '')) return undefined;
  return { from: i, to: swears ? at + 2 : at + 1, source: name, fixes: [] };
}

function groupAllows(group: SourceGroup, name: string, verb: string, quantified: boolean, sentence: Sentence): boolean {
  if (RESEARCHERS.test(name) && (RESEARCH_VERBS.test(verb) || (!quantified && name !== 'scientists'))) return false;
  if (group === 'lay') {
    if (/^(?:swear|rave)$/.test(verb)) return true;
    if (verb === 'think' || verb === 'recommend') return quantified && termsOf(sentence).some(({ value }) => /^(?:plant|supplement|drug)$/.test(value.kind));
    return (LAY_VERBS.test(verb) || (verb === 'report' && name === 'users')) && (quantified || name === 'users') && termsOf(sentence).length > 0;
  }
  if (group === 'side') return true;
  return quantified || /^(?:agree|believe|think|say|argue|claim|swear|consider)$/.test(verb);
}

/** The verb has what it says behind it: not `people feel dizzy`, `doctors think about …`, `experts report to`. */
function speaksUp(tokens: readonly Token[], at: number, verb: string, name = ''): boolean {
  const next = tokens[at + 1];
  if (!next) return false;
  if (verb === 'report' && name === 'users') return next.kind === 'word' && !/^(?:to|for|any|side|their)$/.test(next.lower);
  if (/^(?:feel|report|hold|point|fear|worry|warn|assume)$/.test(verb)) return next.lower === 'that' || next.lower === 'out';
  if (verb === 'think') return !/^(?:of|about|twice|back|ahead|through)$/.test(next.lower);
  if (verb === 'agree') return !/^(?:to|with)$/.test(next.lower);
  if (verb === 'believe') return next.lower !== 'in';
  if (verb === 'consider') return !/^(?:whether|how|all|both)$/.test(next.lower);
  if (verb === 'recommend' || verb === 'advise') return !/^(?:against|caution)$/.test(next.lower);
  return next.kind === 'word' || next.text === ',' || /^["“:]$/.test(next.text);
}

const KINDS_OF_PEOPLE = oneOf(`
  leading top health medical nutrition wellness natural holistic alternative traditional regular long-term happy kratom modern young older
  other of the
`);

function skipAdjectives(tokens: readonly Token[], at: number): number {
  let i = at;
  while (i < at + 2 && tokens[i]?.kind === 'word' && !SOURCES.at(tokens, i) && KINDS_OF_PEOPLE.test(tokens[i]!.lower)) i++;
  return i;
}

/** `many believe that`, `regarded by many as`. */
function manyAt(tokens: readonly Token[], i: number, sentence: Sentence): Found | undefined {
  const { lower } = tokens[i]!;
  if (VIEWED.has(lower)) {
    const by = PHRASES.at(tokens, i + 1);
    if (by?.value === 'by' && !/^(?:of|in|at)$/.test(tokens[by.to]?.lower ?? '')) return { from: i, to: by.to, source: 'many', fixes: [] };
  }
  if (!/^(?:many|some|most)$/.test(lower) || SURVEY.test(sentence.text)) return undefined;
  const at = skipAdverbs(tokens, i + 1);
  const verb = tokens[at]?.lower ?? '';
  if (
    !/^(?:say|believe|argue|claim|think|swear|insist|contend|maintain)$/.test(verb) || !speaksUp(tokens, at, verb)
    || (verb !== 'swear' && termsOf(sentence).length === 0)
  ) return undefined;
  if (verb === 'swear') return tokens[at + 1]?.lower === 'by' ? { from: i, to: at + 2, source: 'many', fixes: [] } : undefined;
  return { from: i, to: at + 1, source: lower, fixes: [] };
}

function phraseAt(tokens: readonly Token[], i: number): Found | undefined {
  const match = PHRASES.at(tokens, i);
  if (!match || match.value === 'by') return undefined;
  return { from: i, to: match.to, source: tokens.slice(i, match.to).map(({ lower }) => lower).join(' '), fixes: [] };
}
