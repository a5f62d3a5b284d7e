/** Flags universal words on outcomes: `everyone feels better`, `always works`, `never causes`, `works every time`. */
import type { Block, Sentence } from '../article/article.js';
import type { Severity } from '../engine/finding.js';
import { defineRule, type FixSpec } from '../engine/rule.js';
import { verbForms, verbReading } from '../english/inflection.js';
import { createPhrases } from '../english/phrases.js';
import { lowerAt, type Token } from '../english/tokens.js';
import { clauseAround, harmsBehind, isAdvertised, isCited, isMythFrame, isQuestioned } from './frames.js';
import { oneOf } from './one-of.js';
import { likeCase } from './rewording.js';
import { exposureIn } from './subjects.js';
import { reportOn, wordingMatches } from './wording-matches.js';

interface Options {
  readonly allow: readonly string[];
}

const SEVERITY: Severity = 'hint';
const EVERYBODY = /^(?:everyone|everybody|anyone|anybody|nobody)$/;
const GROUPS = oneOf(`
  patients? people users? women men adults children smokers drinkers athletes runners mothers seniors teenagers individuals consumers
  sufferers dieters person woman man child adult patient user
`);
// What treatments do to people, said of people.
const RESPONDS = new Set([
  'respond', 'benefit', 'recover', 'improve', 'feel', 'sleep', 'heal', 'lose', 'gain', 'get', 'tolerate', 'quit', 'relapse', 'react',
  'experience', 'stop', 'become', 'notice', 'see', 'report', 'achieve', 'suffer', 'crave', 'look', 'find', 'enjoy', 'live', 'conceive', 'do',
  'have',
]);
// These say something about health only with more behind them.
const RESPONSE_OBJECT: Readonly<Record<string, RegExp>> = {
  feel: /^(?:better|calmer|happier|great|good|relaxed|energi[sz]ed|stronger|younger|relief|healthier|less|more|refreshed|rested|fine|well)$/,
  get: /^(?:better|well|relief|results|withdrawal|addicted|sick|hooked|healthier|side|rid|dizzy|sleepy|high|hangovers?|pregnant|thinner|slimmer|cancer)$/,
  lose: /^(?:weight|fat|pounds|kilos|inches|hair)$/,
  gain: /^(?:weight|muscle|energy|strength)$/,
  have: /^(?:side|withdrawal|results|relief)$/,
  notice: /^(?:an?|the|results|improvements?|relief|changes?|benefits?)$/,
  see: /^(?:results|improvements?|benefits?|an?)$/,
  report: /^(?:results|improvements?|relief|feeling|benefits?|less|better)$/,
  experience: /^(?:relief|withdrawal|benefits?|side|improvements?|results|weight)$/,
  achieve: /^(?:results|remission|relief|weight|an?)$/,
  find: /^(?:relief)$/,
  stop: /^(?:smoking|drinking|craving)$/,
  become: /^(?:addicted|dependent|healthier|calmer|fitter|slimmer|pregnant)$/,
  suffer: /^(?:withdrawal|side|from)$/,
  look: /^(?:better|younger|healthier|slimmer)$/,
  do: /^(?:better|well)$/,
  enjoy: /^(?:better|benefits?|relief)$/,
  sleep: /^(?:better|well|longer|soundly|deeper|through|.?)$/,
  live: /^(?:longer|healthier)$/,
  quit: /^(?:smoking|opioids|drinking|with|using|.?)$/,
  react: /^(?:well|badly|to|with|.?)$/,
};
const ADVERBS = /^(?:really|eventually|quickly|soon|also|just|simply|always|immediately|fully|completely|can|will|then|usually)$/;
const EFFECT = new Set([
  'relieve', 'ease', 'cure', 'work', 'help', 'cause', 'reduce', 'improve', 'prevent', 'heal', 'fail', 'treat', 'lower', 'stop', 'eliminate',
  'calm', 'soothe', 'alleviate', 'boost', 'lead', 'trigger', 'harm', 'benefit', 'increase', 'kill', 'end', 'reverse', 'clear', 'produce',
  'result',
]);
const WORKS = /^(?:works?|helps?|relieves?|cures?|heals?|eases?|succeeds?)$/;
const EVERY_TIME = createPhrases<true>([
  'every time', 'every single time', 'each and every time', 'in all cases', 'in every case', 'for everyone', 'for everybody', 'for anyone',
  'for all patients', 'for every patient', 'for all people', 'without exception', 'all the time', 'for any condition', 'for any disease',
  'for any illness', 'for any pain',
].map((one) => [one, true]));
const CURES_ALL = createPhrases<true>([
  'cures all', 'heals all', 'treats all', 'cures everything', 'heals everything', 'treats everything', 'cures any', 'heals any',
  'treats any', 'cures every', 'treats every',
].map((one) => [one, true]));

export const rule = defineRule<Options>({
  meta: {
    id: 'overgeneralization',
    summary: 'Universal words on outcomes: everyone feels better, always works, never causes',
    why: 'No treatment does the same to everybody. A reader for whom it does not work may blame themselves, or miss a harm that “never” happens.',
    sources: [
      { title: 'HealthNewsReview.org: review criteria', url: 'https://www.healthnewsreview.org/about-us/review-criteria/' },
      { title: 'DeJesus JM et al. Generic language in scientific communication. PNAS 2019;116:18370-18377', url: 'https://doi.org/10.1073/pnas.1817706116' },
    ],
    severity: SEVERITY,
    fixable: 'suggestion',
    zones: ['body', 'quote'],
    yieldsTo: ['cure-claim', 'proof-claim', 'safety-guarantee', 'unsupported-recommendation'],
    options: {
      allow: { type: 'array', items: { type: 'string' }, description: 'Words that this site may use, in lower case, as in “always”.', default: [] },
    },
  },
  cues: { words: [
    'everyone', 'everybody', 'anyone', 'anybody', 'nobody', 'no', 'all', 'every', 'any', 'always', 'never', 'invariably', 'each',
    'exception', 'everything', 'cures', 'heals', 'treats',
  ] },
  *checkSentence(sentence, block, { options }) {
    if (sentence.question || isCited(sentence, block) || isMythFrame(sentence, block)) return;
    const allowed = new Set(options.allow.map((word) => word.toLowerCase()));
    const universalAt = (tokens: readonly Token[], i: number): Found | undefined =>
      peopleAt(tokens, i) ?? frequencyAt(tokens, i, sentence, block) ?? everyTimeAt(tokens, i, sentence, block);
    for (const match of wordingMatches(sentence, block, universalAt)) {
      const { found, tokens, words } = match;
      const clause = clauseAround(tokens, found.from);
      if (allowed.has(tokens.slice(found.from, found.to).map(({ lower }) => lower).join(' '))) continue;
      if (
        isQuestioned(tokens, found.from, clause) || isAdvertised(tokens, found.from, clause)
        || tokens.slice(clause.from, found.from).some(({ lower }) => lower === 'not' || lower.endsWith("n't") || lower === 'no')
      ) continue;
      yield {
        ...reportOn(match, SEVERITY, found.fixes, block),
        message: `“${words}” leaves nobody out, and no treatment does the same to everybody. Say how many, or how often.`,
      };
    }
  },
});

interface Found {
  readonly from: number;
  readonly to: number;
  readonly fixes: readonly FixSpec[];
}

const NO_UNIVERSAL = oneOf(`
  not almost nearly virtually practically if for to of with by from that than help helps let lets among in
`);

/** `everyone feels better`, `all patients respond`, `nobody gets withdrawal`, `every user sleeps better`, `anyone can quit`. */
function peopleAt(tokens: readonly Token[], i: number): Found | undefined {
  const word = lowerAt(tokens, i);
  let to = i + 1;
  let subject: 'everyone' | 'all' | 'other';
  if (EVERYBODY.test(word)) subject = /^every/.test(word) ? 'everyone' : 'other';
  else if (word === 'no' && lowerAt(tokens, i + 1) === 'one') {
    subject = 'other';
    to = i + 2;
  } else if (word === 'all' && GROUPS.test(lowerAt(tokens, i + 1))) {
    subject = 'all';
    to = i + 2;
  } else if (word === 'every' && GROUPS.test(lowerAt(tokens, i + 1)) && !/s$/.test(lowerAt(tokens, i + 1))) {
    subject = 'other';
  } else return undefined;
  if (NO_UNIVERSAL.test(lowerAt(tokens, i - 1))) return undefined;
  const verb = responseAt(tokens, word === 'every' ? i + 2 : to);
  if (!verb) return undefined;
  return { from: i, to, fixes: peopleFix(tokens, i, to, subject, verb.index) };
}

interface Response {
  readonly index: number;
}

function responseAt(tokens: readonly Token[], from: number): Response | undefined {
  let at = from;
  // `everyone who tried it felt better`
  if (lowerAt(tokens, at) === 'who') {
    for (let k = at + 2; k < at + 7; k++) if (answers(tokens, k)) return { index: k };
    return undefined;
  }
  while (ADVERBS.test(lowerAt(tokens, at))) at++;
  return answers(tokens, at) ? { index: at } : undefined;
}

function answers(tokens: readonly Token[], at: number): boolean {
  const lemma = verbReading(lowerAt(tokens, at))?.lemma ?? '';
  if (!RESPONDS.has(lemma)) return false;
  const object = RESPONSE_OBJECT[lemma];
  if (!object) return true;
  const next = tokens[at + 1];
  return object.test(next && next.kind !== 'punctuation' ? next.lower : '');
}

/** `Everyone feels` -> `Some people feel`; `All patients respond` -> `Some patients respond`. */
function peopleFix(tokens: readonly Token[], from: number, to: number, subject: 'everyone' | 'all' | 'other', verb: number): FixSpec[] {
  const first = tokens[from]!;
  if (subject === 'other') return [];
  if (subject === 'all') {
    const some = likeCase('some', first.text);
    return [{ title: `Change to “${some} ${tokens[from + 1]!.text}”`, safety: 'suggestion', edits: [{ start: first.start, end: first.end, text: some }] }];
  }
  if (lowerAt(tokens, to) === 'who') return [];
  const text = likeCase('some people', first.text);
  const head = tokens[verb]!;
  const reading = verbReading(head.lower);
  const base = reading?.forms.has('s') ? verbForms(reading.lemma).base : undefined;
  const edits = [{ start: first.start, end: tokens[to - 1]!.end, text }, ...(base ? [{ start: head.start, end: head.end, text: base }] : [])];
  // A second verb behind `and` would have to follow.
  const clause = clauseAround(tokens, verb);
  if (
    base && tokens.slice(verb + 1, clause.to).some(({ lower }, index, rest) => lower === 'and' && /[^s]s$/.test(rest[index + 1]?.lower ?? ''))
  ) return [];
  return [{ title: `Change to “${text}${base ? ` ${base}` : ''}”`, safety: 'suggestion', edits }];
}

const NO_TREATMENT = oneOf(`
  you we i he she should must doctors? physicians? clinicians? not almost nearly people patients? to has have had
`);

/** `it always relieves pain`, `it never causes nausea`, `invariably leads to`. */
function frequencyAt(tokens: readonly Token[], i: number, sentence: Sentence, block: Block): Found | undefined {
  const word = lowerAt(tokens, i);
  if (!/^(?:always|never|invariably)$/.test(word)) return undefined;
  const next = lowerAt(tokens, i + 1);
  const reading = verbReading(next);
  if (!reading || !EFFECT.has(reading.lemma) || /ing$/.test(next)) return undefined;
  const clause = clauseAround(tokens, i);
  // An imperative (`always treat …`) tells what to do.
  const subject = tokens.slice(clause.from, i).filter(({ kind }) => kind === 'word');
  if (
    subject.length === 0
    || subject.some(({ lower }) => NO_TREATMENT.test(lower))
  ) return undefined;
  if (exposureIn(tokens, clause.from, i, sentence, block) === undefined) return undefined;
  // A warning is not watered down.
  if (word !== 'never' && (/^(?:harm|kill|trigger|worsen)/.test(next) || harmsBehind(sentence, block, i))) return undefined;
  if (word === 'never' && next.startsWith('fail')) return { from: i, to: i + 1, fixes: [] };
  const milder = word === 'never' ? 'rarely' : 'often';
  return { from: i, to: i + 1, fixes: [{ title: `Change to “${milder}”`, safety: 'suggestion', edits: [{ start: tokens[i]!.start, end: tokens[i]!.end, text: likeCase(milder, tokens[i]!.text) }] }] };
}

/** `it works every time`, `works for everyone`, `cures all`. */
function everyTimeAt(tokens: readonly Token[], i: number, sentence: Sentence, block: Block): Found | undefined {
  const cures = CURES_ALL.at(tokens, i);
  if (
    cures && /^(?:diseases?|illness(?:es)?|ailments?|conditions?|cancers?|types?|kinds?|pain|\.|)$/.test(lowerAt(tokens, cures.to))
  ) return { from: i, to: cures.to, fixes: [] };
  const time = EVERY_TIME.at(tokens, i);
  if (!time) return undefined;
  const clause = clauseAround(tokens, i);
  const verb = tokens.slice(Math.max(clause.from, i - 6), i).findIndex(({ lower }) => WORKS.test(lower));
  if (verb < 0 || tokens.slice(clause.from, i).some(({ lower }) => /^(?:may|might|not|almost|should)$/.test(lower))) return undefined;
  if (exposureIn(tokens, clause.from, i, sentence, block) === undefined) return undefined;
  return { from: i, to: time.to, fixes: [] };
}
