/** Cues by which a sentence reports what research has found: `studies show`, `a 2019 trial`, `there is evidence that`, `has been linked to`. */
import type { Token } from '../english/tokens.js';
import reportingVerbs from '../lexicon/data/cues/reporting-verbs.txt';
import researchWords from '../lexicon/data/cues/research-words.txt';
import { once } from '../lexicon/once.js';
import { readTable } from '../lexicon/table.js';
import { cueOver, type Cue, type Reading } from './cue.js';

type NounKind = 'study' | 'body' | 'people';

interface Noun {
  readonly kind: NounKind;
  readonly number: 's' | 'p' | 'b';
}

interface Lexicon {
  readonly nouns: ReadonlyMap<string, Noun>;
  readonly premodifiers: ReadonlySet<string>;
  readonly base: ReadonlySet<string>;
  readonly third: ReadonlySet<string>;
  readonly past: ReadonlySet<string>;
  readonly participle: ReadonlySet<string>;
}

let loaded: Lexicon | undefined;

function lexicon(): Lexicon {
  if (loaded) return loaded;
  const nouns = new Map<string, Noun>();
  const premodifiers = new Set<string>();
  for (const [word = '', kind = '', number = ''] of readTable(researchWords)) {
    if (kind === 'premodifier') premodifiers.add(word.toLowerCase());
    else nouns.set(word.toLowerCase(), { kind: kind as NounKind, number: number as Noun['number'] });
  }
  const verbs = readTable(reportingVerbs);
  const column = (index: number): ReadonlySet<string> => new Set(verbs.map((row) => row[index] ?? ''));
  return (loaded = { nouns, premodifiers, base: column(0), third: column(1), past: column(2), participle: column(3) });
}

/** The words without which no cue of this file stands, for gates. */
export function researchGateWords(): string[] {
  return [...lexicon().nouns.keys()].map((word) => word.split(' ')[0]!);
}

const DETERMINERS = new Set(['a', 'an', 'the', 'this', 'that', 'these', 'those', 'its', 'their', 'his', 'her', 'our', 'my', 'no', 'few', 'little', 'any', 'all', 'each', 'every', 'both', 'neither', 'none', 'hardly']);
const DEFINITE = new Set(['the', 'this', 'that', 'these', 'those', 'its', 'their', 'his', 'her', 'both']);
const NEGATIVE = new Set(['no', 'few', 'little', 'any', 'neither', 'none', 'hardly', 'insufficient', 'scant', 'lacking', 'without', 'lack', 'absence', 'paucity', 'shortage']);
const AUXILIARIES = new Set(['have', 'has', 'had', 'do', 'does', 'did', 'having']);
const MODALS = new Set(['may', 'might', 'could', 'can', 'would', 'will', 'should', 'must', 'shall', 'to', "won't", 'cannot', "can't"]);
const COPULAS = new Set(['is', 'are', 'was', 'were', 'be', 'remains', 'remain', 'seems', 'seem', 'becomes', 'became', 'been', 'being', 'stays', "isn't", "aren't", "wasn't", "weren't"]);
const HYPOTHETICAL = new Set(['if', 'until', 'unless', 'whether', 'once', 'before', 'what', 'how', 'why', 'which', 'when', 'where', 'whatever', 'till']);
const CLAUSE_STARTERS = new Set([',', ';', ':', '(', '—', '–', 'and', 'but', 'that', 'because', 'although', 'though', 'while', 'since', 'as', 'whereas', 'yet', 'so']);
/** Whose reports are files on one person or event. */
const RECORDS = /^(?:hospital|police|operative|surgical|accident|incident|autopsy|coroner['’]?s?|pathology|radiology|toxicology|inspection|crash|arrest|discharge|expert|court|nursing|school)$/;
/** Such a report as the one who says something: `police reports show`. */
export const RECORD = new RegExp(`\\b${RECORDS.source.slice(1, -1)}\\s+reports?\\s+(?!of\\b)\\p{L}+`, 'iu');
const POSTMODIFIERS = new Set(['of', 'in', 'on', 'at', 'from', 'by', 'with', 'involving', 'published', 'conducted', 'led', 'using', 'that', 'which', 'who', 'into', 'among', 'for', 'comparing', 'looking', 'carried', 'including', 'examining', 'investigating', '(', ',', 'about', 'as', 'testing', 'exploring', 'to']);
// A verb form that cannot be the verb of a statement about a result when one of these follows: `findings of`, `found in`, `reported by`.
const NOT_BEHIND = new Set(['of']);
const NOT_BEHIND_PAST = new Set(['in', 'by', 'above', 'below', 'here', 'on', 'at', 'to', 'elsewhere', 'online']);

export function researchCues(reading: Reading): Cue[] {
  const { tokens } = reading;
  const found: Cue[] = [...namedResearchers(reading)];
  const { nouns } = lexicon();
  for (let i = 0; i < tokens.length; i++) {
    const noun = nouns.get(tokens[i]!.lower) ?? cliniciansAt(tokens, i) ?? (tokens[i]!.lower === 'case' ? nouns.get(`case ${tokens[i + 1]?.lower}`) : undefined);
    // Of a compound (`research findings`), the last noun counts; in `studies report` the second is the verb.
    const next = tokens[i + 1]?.lower ?? '';
    if (!noun || (nouns.has(next) && !(noun.number === 'p' && lexicon().base.has(next)))) continue;
    const cue = cueOfNoun(tokens, i, noun);
    if (cue) found.push(cue);
  }
  for (const match of reading.phrases) {
    if (match.reason !== 'research-attribution') continue;
    const before = tokens[match.from - 1]?.lower ?? '';
    const absent = /^(?:not|never|nothing|no)$/.test(before);
    if (!absent) found.push(cueOver(tokens, match.from, match.to, { reason: 'research-attribution', confidence: match.confidence }));
  }
  return found;
}

/** `Doctors at the clinic found that …`; doctors elsewhere find lumps. */
function cliniciansAt(tokens: readonly Token[], index: number): Noun | undefined {
  return /^(?:doctors|physicians|clinicians|experts|psychiatrists|surgeons|nutritionists)$/.test(tokens[index]!.lower) && /^(?:at|from)$/.test(tokens[index + 1]?.lower ?? '') ? { kind: 'people', number: 'p' } : undefined;
}

const TEAM = once(() => /(?<![\p{L}\p{N}])\p{Lu}[\p{L}'’-]{1,40}\s+(?:and\s+(?:colleagues|co-?workers|(?:his|her|their)\s+(?:team|colleagues))|et\s+al\.?)(?=\s+\p{Ll})/gu);

/** `Smith and colleagues found`: a study that its authors' names alone don't lead to. */
function namedResearchers({ sentence }: Reading): Cue[] {
  // The pattern takes milliseconds to compile, and few sentences have any of this.
  if (!/colleagues|co-?workers|team|\set\s/.test(sentence.text)) return [];
  return [...sentence.text.matchAll(TEAM())].map((match) => ({
    reason: 'research-attribution' as const,
    start: sentence.start + match.index,
    end: sentence.start + match.index + match[0].length,
    confidence: 0.75,
  }));
}

/** The noun phrase that ends in token `head`: where it starts and what its words say about it. */
interface NounPhrase {
  readonly from: number;
  readonly determiner: string;
  readonly negative: boolean;
  readonly words: readonly string[];
}

function nounPhrase(tokens: readonly Token[], head: number): NounPhrase {
  const { premodifiers } = lexicon();
  let from = head;
  while (from > 0) {
    const word = tokens[from - 1]!.lower;
    const compound = premodifiers.has(word) || tokens[from - 1]!.kind === 'number' || (/-/.test(word) && head - from < 5) || nounsBefore(tokens, from - 1);
    // `in vitro studies`, but not `in studies`; commas stand between adjectives.
    const inPhrase = word === 'in' && !/^(?:vitro|vivo)$/.test(tokens[from]!.lower);
    const comma = word === ',' && from - 1 > 0 && from < head && premodifiers.has(tokens[from - 2]!.lower);
    if ((!compound || inPhrase) && !comma) break;
    from--;
  }
  let determiner = '';
  if (from > 0 && DETERMINERS.has(tokens[from - 1]!.lower) && !isComplementizer(tokens, from - 1, head)) {
    from--;
    determiner = tokens[from]!.lower;
  }
  // `a growing body of evidence`, `a number of studies`
  if (tokens[from - 1]?.lower === 'of' && /^(?:body|number|majority|range|series|amount|wealth|handful|review|variety|lot|lots|plenty|analysis|lack|absence|paucity|shortage)$/.test(tokens[from - 2]?.lower ?? '')) {
    const outer = nounPhrase(tokens, from - 2);
    return { from: outer.from, determiner: outer.determiner, negative: outer.negative || NEGATIVE.has(tokens[from - 2]!.lower), words: [...outer.words, ...lowers(tokens, from, head)] };
  }
  const words = lowers(tokens, from, head);
  return { from, determiner, negative: words.some((word) => NEGATIVE.has(word)) || NEGATIVE.has(tokens[from - 1]?.lower ?? ''), words };
}

/** `that` opens a clause (`it is said that studies show`) unless it stands first or behind a preposition before a singular. */
function isComplementizer(tokens: readonly Token[], index: number, head: number): boolean {
  if (tokens[index]!.lower !== 'that') return false;
  const before = tokens[index - 1];
  const first = before === undefined || before.kind === 'punctuation' || /^(?:in|of|from|by|to|and|but)$/.test(before.lower);
  return !first || lexicon().nouns.get(tokens[head]!.lower)?.number !== 's';
}

/** A noun of research may itself stand before another: `cohort study data`, `research findings`, `review authors`. */
function nounsBefore(tokens: readonly Token[], index: number): boolean {
  return lexicon().nouns.has(tokens[index]!.lower);
}

function lowers(tokens: readonly Token[], from: number, to: number): string[] {
  return tokens.slice(from, to).map(({ lower }) => lower);
}

function cueOfNoun(tokens: readonly Token[], head: number, noun: Noun): Cue | undefined {
  const phrase = nounPhrase(tokens, head);
  const before = tokens[phrase.from - 1]?.lower ?? '';
  if (phrase.negative || HYPOTHETICAL.has(before) || HYPOTHETICAL.has(tokens[phrase.from]!.lower)) return undefined;
  // Somebody's own results and records are no publication.
  if (/^(?:your|my|our|test|lab|laboratory|blood|scan|imaging|ultrasound|medical|search)$/.test(tokens[phrase.from - 1]?.lower ?? '') || (noun.kind === 'body' && phrase.words.some((word) => /^(?:your|my|test|lab|blood|scan)$/.test(word)))) return undefined;
  if (/^reports?$/.test(tokens[head]!.lower) && RECORDS.test(tokens[phrase.from - 1]?.lower ?? '')) return undefined;
  // A verb, not a noun: `to study`, `we research`, `they report`.
  if (/^(?:to|we|i|you|they|who|not|will|can|must|should|may|could|would|please)$/.test(before) && !/^(?:according|due|thanks|contrary|response|addition|similar)$/.test(tokens[phrase.from - 2]?.lower ?? '')) return undefined;
  if (before === 'to' && tokens[phrase.from - 2]?.lower === 'according' && noun.kind !== 'people' && phrase.determiner !== 'this') {
    return cueOver(tokens, phrase.from - 2, head + 1, { reason: 'research-attribution', confidence: 0.8 });
  }
  const existential = existentialCue(tokens, phrase, head, noun);
  if (existential) return existential;
  const verb = reportingVerb(tokens, head, noun);
  // `the study`, `these results` go on about work that was named before; where that has no source, it is marked there.
  const pointing = /^(?:this|these|those|that|its|their)$/.test(phrase.determiner);
  const ownResults = /^(?:results?|findings?|data|observations|figures)$/.test(tokens[head]!.lower) && phrase.determiner === 'the' && phrase.words.length <= 1;
  const definite = pointing || ownResults || (DEFINITE.has(phrase.determiner) && noun.kind !== 'body' && !/latest|recent|available|current/.test(phrase.words.join(' ')));
  // Bare `reports` may be anybody's.
  const loose = /^reports?$/.test(tokens[head]!.lower) && phrase.words.length === 0;
  if (verb) {
    // Near by, subject and verb are the cue together; far off, the verb alone.
    const near = verb.from - head <= 4 && tokens.slice(head + 1, verb.from).every(({ lower, kind }) => kind === 'word' && !POSTMODIFIERS.has(lower));
    return cueOver(tokens, near ? phrase.from : verb.from, verb.to, { reason: 'research-attribution', confidence: pointing ? 0.4 : definite || loose ? 0.6 : 0.9, ...(definite || loose ? { atMost: pointing ? 'hint' as const : 'information' as const } : {}) });
  }
  return specificStudy(tokens, phrase, head, noun, definite);
}

/** `there is promising evidence that`, `strong evidence of`, `data to support`. */
function existentialCue(tokens: readonly Token[], phrase: NounPhrase, head: number, noun: Noun): Cue | undefined {
  if (noun.kind !== 'body') return undefined;
  const behind = tokens[head + 1]?.lower ?? '';
  const behindTwo = tokens[head + 2]?.lower ?? '';
  const reporting = (behind === 'that' && /^(?:evidence|indications?)$/.test(tokens[head]!.lower)) || /^(?:suggesting|showing|linking|indicating|supporting|demonstrating)$/.test(behind) || (behind === 'to' && /^(?:suggest|support|show|indicate|back|prove)$/.test(behindTwo));
  const about = /^(?:of|for|from)$/.test(behind) && tokens[head]!.lower === 'evidence';
  if (!reporting && !about) return undefined;
  const to = behind === 'to' ? head + 3 : head + 2;
  const words = phrase.words;
  const weakened = words.some((word) => /^(?:limited|weak|anecdotal|low-quality|mixed|conflicting)$/.test(word));
  let from = phrase.from;
  const there = /^(?:there|there's)$/.test(tokens[from - 2]?.lower ?? '') || /^there's$/.test(tokens[from - 1]?.lower ?? '');
  const thereWithAdverb = !there && tokens[from - 3]?.lower === 'there';
  if (there) from = tokens[from - 1]!.lower === "there's" ? from - 1 : from - 2;
  else if (thereWithAdverb) from -= 3;
  if (!(there || thereWithAdverb) && about && !words.some((word) => lexicon().premodifiers.has(word))) return undefined;
  // `is not direct evidence for`, `the evidence supporting it is weak`: that evidence is lacking is no finding. Nor is proof that the reader shall bring.
  if (deniedBefore(tokens, head) || /^(?:provide|submit|gather|send|include|collect|need|give|supply|require|requires|present|show|have|bring|for|no|see)$/.test(tokens[phrase.from - 1]?.lower ?? '')) return undefined;
  if (tokens.slice(head, head + 14).some(({ lower }) => /^(?:lacking|limited|weak|scarce|uncertain|sparse|insufficient|infancy|inconclusive|missing|poor|thin|evolving)$/.test(lower))) return undefined;
  return cueOver(tokens, from, to, { reason: 'research-attribution', confidence: there || thereWithAdverb ? 0.85 : 0.7, ...(weakened ? { atMost: 'information' as const } : {}) });
}

/** A negation stands before the token in its clause. */
function deniedBefore(tokens: readonly Token[], index: number): boolean {
  for (let i = index - 1; i >= 0 && index - i <= 24; i--) {
    const { lower } = tokens[i]!;
    if (/^[,;:.()—–]$/.test(lower) || /^(?:but|that|because|although|while)$/.test(lower)) return false;
    if (NEGATIVE.has(lower) || /^(?:not|never|cannot)$|n't$/.test(lower)) return true;
  }
  return false;
}

interface VerbGroup {
  readonly from: number;
  readonly to: number;
}

/** The finite reporting verb whose subject is the noun at `head`; auxiliaries and adverbs before it belong to the group. */
function reportingVerb(tokens: readonly Token[], head: number, noun: Noun): VerbGroup | undefined {
  const { base, third, past, participle } = lexicon();
  let perfect = false;
  let emphatic = false;
  let groupStart = -1;
  let modified = false;
  const limit = Math.min(tokens.length, head + 22);
  for (let i = head + 1; i < limit; i++) {
    const { lower, kind } = tokens[i]!;
    const next = tokens[i + 1]?.lower ?? '';
    if (/^[;:.!?]$/.test(lower)) return undefined;
    if (MODALS.has(lower) && !(lower === 'to' && modified)) return undefined;
    if (COPULAS.has(lower) && !modified) return undefined;
    if (AUXILIARIES.has(lower)) {
      perfect = /^ha/.test(lower);
      emphatic = /^do?/.test(lower) && !perfect;
      groupStart = i;
      continue;
    }
    if (/^(?:not|never|n't|haven't|hasn't|didn't|don't|doesn't)$/.test(lower) || (/ly$/.test(lower) && !base.has(lower)) || /^(?:also|now|even|already|just|thus|therefore|still|often|further|both|all)$/.test(lower)) {
      if (/^(?:haven't|hasn't)$/.test(lower)) perfect = true;
      if (/^(?:didn't|don't|doesn't)$/.test(lower)) emphatic = true;
      if (groupStart === -1) groupStart = i;
      continue;
    }
    const near = i - head <= 2 || groupStart !== -1;
    const finite = perfect
      ? participle.has(lower)
      : emphatic
        ? base.has(lower)
        : past.has(lower) || (noun.number !== 's' && base.has(lower) && agreesPlural(tokens, i, near)) || (noun.number !== 'p' && third.has(lower));
    if (finite && kind === 'word' && !(past.has(lower) && !perfect && isAdjectiveOf(tokens, i)) && !NOT_BEHIND.has(next) && !(past.has(lower) && !perfect && !emphatic && NOT_BEHIND_PAST.has(next) && !(lower === 'pointed' || lower === 'hinted'))) {
      if (lower.startsWith('point') && next !== 'to') return undefined;
      return { from: groupStart === -1 ? i : groupStart, to: lower.startsWith('point') || lower.startsWith('hint') ? i + 2 : i + 1 };
    }
    groupStart = -1;
    perfect = false;
    emphatic = false;
    if (POSTMODIFIERS.has(lower) || /ing$/.test(lower)) modified = true;
    // Without a preposition, comma or relative the subject is over: another verb came.
    if (!modified && i - head >= 2) return undefined;
  }
  return undefined;
}

/** `all previously reported trials`: a participle before its noun. */
function isAdjectiveOf(tokens: readonly Token[], index: number): boolean {
  const { nouns, premodifiers } = lexicon();
  for (let i = index + 1; i <= index + 3 && i < tokens.length; i++) {
    const { lower } = tokens[i]!;
    if (nouns.has(lower)) return true;
    if (!premodifiers.has(lower)) return false;
  }
  return false;
}

/** Far from its subject, a base form is the verb only where an object or clause follows: `trials in adults show that`. */
function agreesPlural(tokens: readonly Token[], index: number, near: boolean): boolean {
  return near || tokens[index]!.lower === 'link' || /^(?:that|a|an|the|no|little|some|how|it|they|strong|clear|both|mixed|promising|conflicting|modest|significant|benefits?)$/.test(tokens[index + 1]?.lower ?? '');
}

/** A particular piece of work without a reporting verb: `A 2019 trial compared …`, `In one study, …`, `in clinical trials.` */
function specificStudy(tokens: readonly Token[], phrase: NounPhrase, head: number, noun: Noun, definite: boolean): Cue | undefined {
  if (noun.kind !== 'study' || definite) return undefined;
  const noun_ = tokens[head]!.lower;
  if (/^(?:report|reports|analysis|analyses|paper|papers|investigation|audit|poll|polls|review|reviews)$/.test(noun_) && !phrase.words.some((word) => /^(?:systematic|cochrane|umbrella|recent|\d{4})$/.test(word))) return undefined;
  const before = tokens[phrase.from - 1]?.lower ?? '';
  const behind = tokens[head + 1]?.lower ?? '';
  const opens = (index: number): boolean => index === 0 || tokens[index - 1]!.kind === 'punctuation' || CLAUSE_STARTERS.has(tokens[index - 1]!.lower) || /^(?:however|also|moreover|additionally|similarly|indeed|notably)$/.test(tokens[index - 1]!.lower);
  if (before === 'in') {
    const start = phrase.from - 1;
    const last = behind === '' || /^[.,;)!]$/.test(behind);
    const atEnd = last && !/^(?:participate|participating|participated|enroll|enrolled|enrolling|enrol|part|is|are|was|were|be|been|being|interested|volunteer|used|tested|studied|roles?|step|experience|work)$/.test(tokens[start - 1]?.lower ?? '');
    if ((!(opens(start) && !activityAhead(tokens, head)) && !atEnd) || deniedBefore(tokens, start)) return undefined;
    return cueOver(tokens, start, head + 1, { reason: 'research-attribution', confidence: 0.8 });
  }
  const particular = /^(?:a|an|one|another)$/.test(phrase.determiner) || /^(?:one|another|two|three)$/.test(phrase.words[0] ?? '');
  const dated = phrase.words.some((word) => /^(?:19|20)\d\d$/.test(word));
  const kind = phrase.words.some((word) => /^(?:recent|new|large|small|double-blind|randomized|randomised|placebo-controlled|controlled|observational|cohort|cross-sectional|case-control|pilot|prospective|retrospective|longitudinal|systematic|landmark)$/.test(word));
  const plural = noun.number === 'p' && phrase.words.some((word) => /^(?:several|many|numerous|multiple|recent|previous|two|three|four|five|clinical|randomized|randomised|observational|epidemiological|animal|laboratory|preclinical|controlled|some|most)$/.test(word));
  // `Clinical trials are studies in people` says what they are, not what one of them found.
  const reported = /^(?:have|had|of|in|on|with|comparing|involving|published|conducted|from|using|\(|\w+ed|also)$/.test(behind);
  if (!((particular && (dated || kind)) || (plural && reported)) || !opens(phrase.from) || activityAhead(tokens, head)) return undefined;
  return cueOver(tokens, phrase.from, head + 1, { reason: 'research-attribution', confidence: plural && !particular ? 0.65 : 0.75, ...(plural && !particular ? { atMost: 'information' as const } : {}) });
}

/** True where the noun's own verb says that the work is needed, planned or going on. */
function activityAhead(tokens: readonly Token[], head: number): boolean {
  const ahead = tokens.slice(head + 1, head + 26).map(({ lower }) => lower).join(' ');
  return /\b(?:(?:is|are|will be|would be) (?:\w+ )?(?:needed|required|necessary|warranted|ongoing|underway|under way|planned|recruiting|being|expected|set|in progress|in planning|in preparation|important|essential|limited|lacking|scarce|rare|few)|(?:has|have) been (?:initiated|launched|registered|planned|started|designed|proposed|announced)|aims? to|aim|seeks? to|will|plans? to|should|could|may|might|must|would|continue to|hopes? to)\b/.test(ahead);
}
