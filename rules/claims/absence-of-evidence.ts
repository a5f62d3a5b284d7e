/** Flags missing evidence of harm offered as reassurance: `no evidence of harm`, `has never been shown to be addictive`, `no known risks`. */
import type { Block, Sentence } from '../article/article.js';
import type { Edit, Severity } from '../engine/finding.js';
import { defineRule, type FixSpec } from '../engine/rule.js';
import { createPhrases } from '../english/phrases.js';
import { lowerAt, tokensOf, type Token } from '../english/tokens.js';
import { clauseAround, isCited, isMythFrame, isQuestioned } from './frames.js';
import { oneOf, phraseIn } from './one-of.js';
import { capitalized, likeCase } from './rewording.js';
import { exposureIn } from './subjects.js';
import { reportOn, wordingMatches } from './wording-matches.js';

const SEVERITY: Severity = 'information';
/** Tokens of the longest sentence that is only a label. */
const LABEL = 3;

const HARMS = createPhrases<true>(
  [
    'harm', 'harms', 'harmful effects', 'risk', 'risks', 'danger', 'dangers', 'side effects', 'adverse effects', 'serious side effects',
    'serious adverse effects', 'toxicity', 'addiction', 'dependence', 'long-term harm', 'negative effects', 'negative side effects',
    'any harm', 'any risk', 'any danger', 'any side effects', 'any toxicity',
  ].map((one) => [one, true]),
);
const KNOWN = createPhrases<true>(
  [
    'risks', 'risk', 'dangers', 'interactions', 'drug interactions', 'side effects', 'serious side effects', 'adverse effects',
    'contraindications', 'harms', 'toxicity', 'health risks', 'drug-drug interactions', 'negative side effects', 'long-term side effects',
    'long-term effects', 'safety concerns', 'safety issues',
  ].map((one) => [one, true]),
);
const DANGEROUS = /^(?:ineffective|harmful|dangerous|addictive|toxic|unsafe|habit-forming|risky|carcinogenic|deadly|damaging|hazardous)$/;
const SHOWN = /^(?:shown|proven|proved|found|demonstrated|known|reported|documented|established|linked)$/;
const STUDIES = /^(?:stud(?:y|ies)|research|trials?|evidence|data)$/;
const SHOW = /^(?:shows?|showed|shown|found|finds?|proves?|proved|suggests?|suggested|indicates?|demonstrates?|demonstrated|links?|linked)$/;
const HARM_CLAUSE = /^(?:harm|harms|dangerous|harmful|toxic|toxicity|unsafe|addictive|risks?|side|adverse|danger|dangers)$/;
const EVENTS = /^(?:deaths?|overdoses?|fatalit(?:y|ies)|harms?|poisonings?|injuries|cases|complications|problems|events?|reactions?|effects?)$/;
const SAFE = /^(?:safe|safety|safely|harmless|risk-free|nontoxic|non-toxic)$/;
const UNSTUDIED = phraseIn(`
  (?:has not|have not|hasn[’']t|haven[’']t|not|never|barely|hardly|little) (?:been )?(?:(?:well|adequately|properly|yet|much) )?(?:studied|tested|examined);
  (?:has not|have not|hasn[’']t|haven[’']t|not|never|barely|hardly|little) (?:been )?(?:(?:well|adequately|properly|yet|much) )?(?:investigated|researched);
  little is known; not known (?:whether|if|how); unknown; no (?:\\S+ )?(?:studies|trials|research) (?:has|have) (?:been|looked|tested|examined);
  lack of (?:evidence|data|research|studies); not evidence of absence; does not mean; doesn[’']t mean
`);
const REASSURES = /^(?:so|therefore|thus|hence|which|making|proving|showing|meaning|confirming)$/;
// Every wording has a negator and a harm: without them nothing else needs to be looked at.
const NEGATOR = /\b(?:no|not|never|nobody|without|zero)\b|n['’]t\b/i;
const HARM = /harm|adverse|side|hurt|ineffective|risk|danger|effects|toxic|addict|dependence|unsafe|habit-forming|carcinogen|deadly|damag|hazard|interaction|contraindication|death|died|overdos|fatalit|poison|injur|complication|problem|concern|issues|cases/i;
// A group of people or a study that looked: then it is a result, and whether it is cited is another rule's business.
const LOOKED = phraseIn(`
  (?:review|meta-analysis|study|studies|trials?|researchers?|scientists|investigators|we|committee|panel|agency|fda|ema|mhra|efsa|who)
  (?:\\S+ )?(?:found|finds|saw|concluded|reported|identified|observed|showed|detected)
`);

export const rule = defineRule({
  meta: {
    id: 'absence-of-evidence',
    summary: 'Missing evidence of harm offered as reassurance: no evidence of harm, no known risks',
    why: 'Where nobody has looked, nothing is known. “No known risks” reads like “no risks”, though it often means that there are no studies.',
    sources: [
      { title: 'Altman DG, Bland JM. Absence of evidence is not evidence of absence. BMJ 1995;311:485', url: 'https://doi.org/10.1136/bmj.311.7003.485' },
      { title: 'Alderson P. Absence of evidence is not evidence of absence. BMJ 2004;328:476-477', url: 'https://doi.org/10.1136/bmj.328.7438.476' },
      { title: 'Schünemann HJ et al. Cochrane Handbook, chapter 15', url: 'https://www.cochrane.org/authors/handbooks-and-manuals/handbook/current/chapter-15' },
    ],
    severity: SEVERITY,
    fixable: 'suggestion',
    zones: ['body', 'quote'],
    yieldsTo: ['safety-guarantee', 'proof-claim'],
    options: {},
  },
  cues: { words: [
    'evidence', 'known', 'shown', 'proven', 'proved', 'found', 'demonstrated', 'studies', 'study', 'research', 'ever', 'never', 'died',
    'overdosed', 'deaths', 'death', 'overdoses', 'overdose', 'cases', 'fatalities', 'poisonings', 'harms', 'reported', 'documented',
    'linked', 'established', 'observed', 'seen', 'noted',
  ] },
  *checkSentence(sentence, block) {
    if (
      sentence.question || !NEGATOR.test(sentence.text) || !HARM.test(sentence.text) || isCited(sentence, block) || isMythFrame(sentence, block)
      || UNSTUDIED.test(sentence.text) || LOOKED.test(sentence.text)
    ) return;
    const reassuranceAt = (tokens: readonly Token[], i: number): Found | undefined =>
      neverThereAt(tokens, i, sentence, block) ?? noEvidenceAt(tokens, i, sentence, block) ?? notShownAt(tokens, i, sentence, block)
      ?? noStudiesAt(tokens, i, sentence, block) ?? noneKnownAt(tokens, i, sentence, block) ?? noEventsAt(tokens, i, sentence, block)
      ?? nobodyAt(tokens, i) ?? neverLinkedAt(tokens, i, sentence, block);
    for (const match of wordingMatches(sentence, block, reassuranceAt)) {
      const { found, tokens, words } = match;
      if (isQuestioned(tokens, found.from, clauseAround(tokens, found.from))) continue;
      yield {
        ...reportOn(match, SEVERITY, found.fixes, block),
        message: `“${words}” reassures without evidence: it may only mean that nobody has looked. Say whether it has been studied, and cite that.`,
      };
    }
  },
});

interface Found {
  readonly from: number;
  readonly to: number;
  readonly fixes: readonly FixSpec[];
}

/** `there is no evidence of harm`. */
function noEvidenceAt(tokens: readonly Token[], i: number, sentence: Sentence, block: Block): Found | undefined {
  let at = i;
  if (lowerAt(tokens, i) === 'there' && /^(?:is|was)$/.test(lowerAt(tokens, i + 1))) at = i + 2;
  else if (lowerAt(tokens, i) === "there's") at = i + 1;
  else if (lowerAt(tokens, i) !== 'no' || !/^(?:with|,|)$/.test(lowerAt(tokens, i - 1)) && i > 0) return undefined;
  if (lowerAt(tokens, at) !== 'no') return undefined;
  at++;
  while (/^(?:clear|good|real|scientific|clinical|credible|known|solid|current|reliable)$/.test(lowerAt(tokens, at))) at++;
  if (lowerAt(tokens, at) !== 'evidence') return undefined;
  const harm = lowerAt(tokens, at + 1) === 'of' ? HARMS.at(tokens, at + 2) : undefined;
  const thatHarm = lowerAt(tokens, at + 1) === 'that' ? harmfulPredicate(tokens, at + 2) : undefined;
  const to = harm?.to ?? thatHarm;
  if (to === undefined) return undefined;
  const clause = clauseAround(tokens, i);
  if (exposureIn(tokens, clause.from, clause.to, sentence, block) === undefined && !standsAlone(sentence, block)) return undefined;
  return { from: i, to, fixes: harm && at > i + 1 ? harmsFix(tokens, i, harm.from, harm.to) : [] };
}

/** A sentence on its own (but for a label such as `Note:`) has no other subject to be about. */
function standsAlone(sentence: Sentence, block: Block): boolean {
  return block.sentences.every((one) => one === sentence || tokensOf(one).length <= LABEL);
}

const ENDS_PHRASE = oneOf(`
  and or but because when if that which so as although while
`);

/** `There is no evidence of harm from daily tea.` -> `The harms of daily tea have not been well studied.` */
function harmsFix(tokens: readonly Token[], from: number, noun: number, to: number): FixSpec[] {
  const harm = tokens.slice(noun, to).map(({ lower }) => lower).join(' ');
  if (!/^(?:harms?|risks?|dangers?|side effects|adverse effects)$/.test(harm)) return [];
  const plural = harm.endsWith('s') ? harm : `${harm}s`;
  const replaced = tokens[from]!.text;
  const next = tokens[to];
  if (!next || /^[.;]$/.test(next.text)) return [suggestion(`the ${plural} have not been well studied`, tokens, from, to, replaced)];
  if (!/^(?:from|of|with|to)$/.test(next.lower)) return [];
  let end = to + 1;
  while (end < tokens.length && tokens[end]!.kind !== 'punctuation' && !ENDS_PHRASE.test(tokens[end]!.lower)) end++;
  if (end === to + 1 || end > to + 7 || (tokens[end] && !/^[.;]$/.test(tokens[end]!.text))) return [];
  const title = `Change to “${likeCase(`the ${plural} of … have not been well studied`, replaced)}”`;
  const opening = { start: tokens[from]!.start, end: next.end, text: likeCase(`the ${plural} of`, replaced) };
  return [{ title, safety: 'suggestion', edits: [opening, notStudied(tokens[end - 1]!.end)] }];
}

const notStudied = (at: number): Edit => ({ start: at, end: at, text: ' have not been well studied' });

const suggestion = (text: string, tokens: readonly Token[], from: number, to: number, replaced: string): FixSpec => ({
  title: `Change to “${likeCase(text, replaced)}”`,
  safety: 'suggestion',
  edits: [{ start: tokens[from]!.start, end: tokens[to - 1]!.end, text: likeCase(text, replaced) }],
});

/** `it is dangerous`, `kratom causes harm`: the index behind it. */
function harmfulPredicate(tokens: readonly Token[], from: number): number | undefined {
  for (let at = from; at < from + 6 && at < tokens.length; at++) {
    if (tokens[at]!.kind === 'punctuation' || lowerAt(tokens, at) === 'not') return undefined;
    if (DANGEROUS.test(lowerAt(tokens, at)) && /^(?:is|are|be|was|were|it's)$/.test(lowerAt(tokens, at - 1))) return at + 1;
    if (
      /^(?:causes?|poses?|does|carries|carry)$/.test(lowerAt(tokens, at))
      && /^(?:harm|damage|danger|risks?|addiction|dependence)$/.test(lowerAt(tokens, at + 1))
    ) return at + 2;
  }
  return undefined;
}

/** `has not been shown to be addictive`, `has never been proven harmful`, `is not known to be toxic`. */
function notShownAt(tokens: readonly Token[], i: number, sentence: Sentence, block: Block): Found | undefined {
  const first = lowerAt(tokens, i);
  let at = i + 1;
  let negated = /n't$/.test(first);
  if (!/^(?:has|have|is|are|hasn't|haven't|isn't|aren't)$/.test(first)) return undefined;
  while (/^(?:not|never|yet|ever|been|conclusively|definitively|clearly)$/.test(lowerAt(tokens, at))) {
    negated ||= /^(?:not|never)$/.test(lowerAt(tokens, at));
    at++;
  }
  if (!negated || !SHOWN.test(lowerAt(tokens, at))) return undefined;
  at++;
  if (lowerAt(tokens, at) === 'to' && lowerAt(tokens, at + 1) === 'be') at += 2;
  else if (lowerAt(tokens, at) === 'to' && lowerAt(tokens, at + 1) === 'cause' && HARM_CLAUSE.test(lowerAt(tokens, at + 2))) at += 2;
  while (/^(?:physically|very|highly|seriously|especially|inherently|any|serious)$/.test(lowerAt(tokens, at))) at++;
  const causes = lowerAt(tokens, at - 1) === 'cause';
  if (!(DANGEROUS.test(lowerAt(tokens, at)) || (causes && HARM_CLAUSE.test(lowerAt(tokens, at))))) return undefined;
  const clause = clauseAround(tokens, i);
  if (exposureIn(tokens, clause.from, i, sentence, block) === undefined) return undefined;
  const to = /^(?:side|adverse)$/.test(lowerAt(tokens, at)) ? at + 2 : at + 1;
  return { from: i, to, fixes: [] };
}

/** `no studies show that it is dangerous`. */
function noStudiesAt(tokens: readonly Token[], i: number, sentence: Sentence, block: Block): Found | undefined {
  if (lowerAt(tokens, i) !== 'no' || !STUDIES.test(lowerAt(tokens, i + 1))) return undefined;
  let at = i + 2;
  while (/^(?:has|have|ever|currently|yet|so|far)$/.test(lowerAt(tokens, at))) at++;
  if (!SHOW.test(lowerAt(tokens, at))) return undefined;
  at++;
  if (HARMS.at(tokens, at)) return { from: i, to: HARMS.at(tokens, at)!.to, fixes: [] };
  const to = harmfulPredicate(tokens, lowerAt(tokens, at) === 'that' ? at + 1 : at);
  return to === undefined || exposureIn(tokens, at, to, sentence, block) === undefined ? undefined : { from: i, to, fixes: [] };
}

/** `has no known interactions`, `there are no known risks`. */
function noneKnownAt(tokens: readonly Token[], i: number, sentence: Sentence, block: Block): Found | undefined {
  let at = i;
  const there = lowerAt(tokens, i) === 'there' && /^(?:are|is)$/.test(lowerAt(tokens, i + 1));
  if (there) at = i + 2;
  if (!/^(?:no|without|zero)$/.test(lowerAt(tokens, at)) || lowerAt(tokens, at + 1) !== 'known') return undefined;
  const harm = KNOWN.at(tokens, at + 2);
  if (!harm || /^(?:factors?|for)$/.test(lowerAt(tokens, harm.to))) return undefined;
  const clause = clauseAround(tokens, i);
  if (tokens.slice(clause.from, i).some(({ lower }) => /^(?:patients?|people|participants?|women|men|adults?|children|who|those)$/.test(lower))) return undefined;
  const opening = lowerAt(tokens, i - 1) === 'with' && i === 1;
  if (!there && exposureIn(tokens, opening ? 0 : clause.from, opening ? tokens.length : i, sentence, block) === undefined) return undefined;
  return { from: i, to: harm.to, fixes: there ? [] : knownFix(tokens, at, harm.from, harm.to) };
}

/** `It has no known interactions with medicines.` -> `Its interactions with medicines have not been well studied.` */
function knownFix(tokens: readonly Token[], at: number, noun: number, to: number): FixSpec[] {
  const verb = tokens[at - 1];
  if (!verb || !/^(?:has|have)$/.test(verb.lower)) return [];
  let start = at - 2;
  while (start > 0 && tokens[start - 1]!.kind === 'word' && at - start < 5) start--;
  const subject = tokens.slice(start, at - 1);
  if (
    subject.length === 0 || (start > 0 && tokens[start - 1]!.kind === 'word')
    || subject.some(({ lower, kind }) => kind !== 'word' || /^(?:and|or|that|which|of|in|also|because|who|but|so)$/.test(lower))
  ) return [];
  const owner = possessive(subject.map(({ text }) => text).join(' '));
  const last = tokens[to - 1]!.lower;
  if (!last.endsWith('s')) return [];
  const title = `Change to “${owner} ${last} … have not been well studied”`;
  let end = to;
  while (end < tokens.length && tokens[end]!.kind !== 'punctuation' && !ENDS_PHRASE.test(tokens[end]!.lower)) end++;
  if (
    end > to + 6 || (tokens[end] && !/^[.;!]$/.test(tokens[end]!.text))
    || (end > to && !/^(?:with|in|for|to|of|during|from)$/.test(tokens[to]!.lower))
  ) return [];
  const opening = { start: tokens[start]!.start, end: tokens[noun]!.start, text: `${owner} ` };
  return [{ title, safety: 'suggestion', edits: [opening, notStudied(tokens[end - 1]!.end)] }];
}

function possessive(subject: string): string {
  const pronoun = { it: 'its', they: 'their', this: 'its', these: 'their' }[subject.toLowerCase()];
  if (pronoun) return /^\p{Lu}/u.test(subject) ? capitalized(pronoun) : pronoun;
  return /s$/.test(subject) ? `${subject}’` : `${subject}’s`;
}

/** `No deaths have been reported, which shows it is safe`; `no overdoses from kava have been recorded`. */
function noEventsAt(tokens: readonly Token[], i: number, sentence: Sentence, block: Block): Found | undefined {
  if (lowerAt(tokens, i) !== 'no') return undefined;
  const clause = clauseAround(tokens, i);
  let at = i + 1;
  while (at < i + 4 && /^(?:serious|known|recorded|documented|reported|fatal|confirmed|severe|adverse|side)$/.test(lowerAt(tokens, at))) at++;
  if (!EVENTS.test(lowerAt(tokens, at))) return undefined;
  const have = tokens.findIndex(({ lower }, index) => index > at && index < at + 8 && /^(?:have|has|were|was)$/.test(lower));
  if (have < 0) return undefined;
  // `No adverse events were reported` is what a trial says of itself; only the conclusion that it is safe goes too far.
  const told = /^w/.test(lowerAt(tokens, have)) || /^(?:events?|reactions?|effects?)$/.test(lowerAt(tokens, at));
  let verb = have + 1;
  while (/^(?:ever|yet|so|far|been|directly)$/.test(lowerAt(tokens, verb))) verb++;
  if (!/^(?:reported|recorded|documented|linked|attributed|tied|observed|seen|noted)$/.test(lowerAt(tokens, verb))) return undefined;
  if (told && !tokens.slice(verb + 1).some(({ lower }) => SAFE.test(lower))) return undefined;
  const exposure = exposureIn(tokens, at + 1, clause.to, sentence, block);
  const reassures = tokens[verb + 1]?.text === ',' && REASSURES.test(lowerAt(tokens, verb + 2));
  if (!reassures && (told || /^(?:observed|seen|noted)$/.test(lowerAt(tokens, verb)))) return undefined;
  if (!reassures && !(exposure && exposure !== 'pronoun' && exposure !== 'drug' && exposure !== 'vaccine')) return undefined;
  return { from: i, to: verb + 1, fixes: [] };
}

/** The same from `there` on, where the marked words begin. */
function neverThereAt(tokens: readonly Token[], i: number, sentence: Sentence, block: Block): Found | undefined {
  return lowerAt(tokens, i) === 'there' ? neverLinkedAt(tokens, i + 1, sentence, block) : undefined;
}

/** `it has never been linked to a single death`, `there has never been a reported overdose`. */
function neverLinkedAt(tokens: readonly Token[], i: number, sentence: Sentence, block: Block): Found | undefined {
  if (!/^(?:has|have)$/.test(lowerAt(tokens, i)) || lowerAt(tokens, i + 1) !== 'never' || lowerAt(tokens, i + 2) !== 'been') return undefined;
  let at = i + 3;
  const there = lowerAt(tokens, i - 1) === 'there';
  if (!there) {
    if (!/^(?:linked|tied|connected|attributed)$/.test(lowerAt(tokens, at)) || lowerAt(tokens, at + 1) !== 'to') return undefined;
    if (exposureIn(tokens, clauseAround(tokens, i).from, i, sentence, block) === undefined) return undefined;
    at += 2;
  }
  while (/^(?:an?|any|single|one|even|reported|recorded|documented|fatal|known|serious)$/.test(lowerAt(tokens, at))) at++;
  return /^(?:deaths?|overdoses?|fatality|fatalities|harm|injury|poisoning)$/.test(lowerAt(tokens, at))
    ? { from: there ? i - 1 : i, to: at + 1, fixes: [] } : undefined;
}

/** `Nobody has ever overdosed on it`, `no one has ever been harmed by it`. */
function nobodyAt(tokens: readonly Token[], i: number): Found | undefined {
  const two = lowerAt(tokens, i) === 'no' && lowerAt(tokens, i + 1) === 'one';
  if (!two && lowerAt(tokens, i) !== 'nobody') return undefined;
  const at = two ? i + 2 : i + 1;
  if (lowerAt(tokens, at) !== 'has') return undefined;
  const ever = lowerAt(tokens, at + 1) === 'ever';
  const verb = at + (ever ? 2 : 1);
  if (
    ever && lowerAt(tokens, verb) === 'been' && /^(?:harmed|hurt|poisoned|injured)$/.test(lowerAt(tokens, verb + 1))
    && /^(?:by|from)$/.test(lowerAt(tokens, verb + 2))
  ) return { from: i, to: verb + 2, fixes: [] };
  if (!/^(?:overdosed|died)$/.test(lowerAt(tokens, verb))) return undefined;
  return ever || /^(?:from|on|of)$/.test(lowerAt(tokens, verb + 1)) ? { from: i, to: verb + 1, fixes: [] } : undefined;
}
