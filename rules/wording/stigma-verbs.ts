/** Matches what is said of people with a verb: suffering from an illness, being clean, `is bipolar`. */
import type { Block } from '../article/article.js';
import { verbReading } from '../english/inflection.js';
import { once } from '../lexicon/once.js';
import { termAt } from '../lexicon/terms.js';
import { found, type StigmaMatch } from './stigma-people.js';
import { stigmaRows, type StigmaEntry, type StigmaRow } from './stigma-rows.js';
import { isFollowedByNoun, PEOPLE, type Line, type Piece } from './stigma-text.js';
import { wordSet } from './word-sets.js';

/** Words that make what follows `from` an illness, where the lexicon knows no name for it. */
const ILLNESS = wordSet('illness');
const ILLNESS_ENDING = once(() => /^\p{L}{3,}(?:itis|osis|oses|emia|aemia|pathy|pathies|algia|plegia|phrenia|rrhea|rrhoea|oma|omas|uria)$/u);
const NOT_ILLNESS = wordSet('no-illness');
/** Subjects that can suffer from things, but not from an illness. */
const THINGS = wordSet('thing-that-suffers');
const BE: ReadonlyMap<string, string> = new Map([
  ['am', 'have'], ['is', 'has'], ['are', 'have'], ['was', 'had'], ['were', 'had'], ['be', 'have'], ['been', 'had'],
  ["i'm", 'I have'], ["he's", 'he has'], ["she's", 'she has'], ["they're", 'they have'], ["you're", 'you have'], ["we're", 'we have'], ["who're", 'who have'],
]);
const FINITE: ReadonlyMap<string, string> = new Map([['suffers', 'has'], ['suffer', 'have'], ['suffered', 'had']]);
const DRUG_CONTEXT = once(() => new RegExp(
  '\\b(?:drugs?|opioids?|opiates?|heroin|cocaine|crack|meth|methamphetamine|alcohol|drinking|sober|sobriety|recovery|addict\\p{L}*|relaps\\p{L}*|' +
    'rehab|detox|methadone|buprenorphine|kratom|cannabis|fentanyl|substances?)\\b',
  'iu',
));
const CONTINUES = /^(?:living|who|and|or|but|may|can|to|in|at|on|for|by|with)$/;

const rowOf = (words: string): StigmaRow => stigmaRows().find((row) => row.kind === 'verb' && row.words === words)!;

/** All matches of the verbs in a sentence, in order. */
export function* verbMatches(line: Line): Iterable<StigmaMatch> {
  for (let i = 0; i < line.pieces.length; i++) {
    const match = suffering(line, i) ?? afflicted(line, i) ?? sufferers(line, i) ?? clean(line, i) ?? abusing(line, i) ?? failing(line, i);
    if (match) yield match;
  }
}

/** `suffers from asthma` → `has asthma`. */
function suffering(line: Line, i: number): StigmaMatch | undefined {
  const { pieces } = line;
  const verb = pieces[i]!;
  const preposition = pieces[i + 1];
  if (!/^suffer(?:s|ed|ing)?$/.test(verb.lower) || !preposition || !/^(?:from|with)$/.test(preposition.lower)) return undefined;
  if (!isIllness(line, i + 2, preposition.lower === 'with') || THINGS.has(subjectBefore(pieces, i))) return undefined;
  const row = rowOf('suffer');
  if (verb.lower !== 'suffering') return found(line, row, i, i + 2, FINITE.get(verb.lower));
  return participle(line, row, i, i + 2);
}

const MISUSE: ReadonlyMap<string, string> = new Map([['abuse', 'misuse'], ['abuses', 'misuses'], ['abused', 'misused'], ['abusing', 'misusing']]);
const SUBSTANCE = wordSet('substance');

/** `who abuse kratom` → `who misuse kratom`: the verb with a substance behind it, which people and not trust or children are. */
function abusing(line: Line, i: number): StigmaMatch | undefined {
  const { pieces } = line;
  const words = MISUSE.get(pieces[i]!.lower);
  if (!words || pieces[i]!.joinedBefore || pieces[i]!.joinedAfter || pieces[i - 1]?.word.class === 'det' || SUBSTANCE.has(pieces[i - 1]?.lower ?? '')) return undefined;
  const start = /^(?:the|these|their|his|her|prescribed|illegal|illicit)$/.test(pieces[i + 1]?.lower ?? '') ? i + 2 : i + 1;
  const term = termAt(pieces, start);
  const taken = SUBSTANCE.has(pieces[start]?.lower ?? '') ? start + 1 : term && /^(?:plant|supplement|drug)$/.test(term.value.kind) ? term.to : undefined;
  // `drug courts`, but `abuse ketamine need care`: a word that may be the next verb ends the object.
  if (taken === undefined || (isFollowedByNoun(line, taken) && !verbReading(pieces[taken]!.lower)?.forms.has('base'))) return undefined;
  return { ...found(line, rowOf('abuse'), i, taken, `${words} ${line.block.prose.slice(pieces[i + 1]!.start, pieces[taken - 1]!.end).replace(/\s+/g, ' ')}`), from: i, to: taken };
}

const TREATMENT = /^(?:treatment|treatments|therapy|therapies|chemotherapy|radiotherapy|psychotherapy|immunotherapy|medication|medications|surgery|rehab)$/;
const PERFECT: ReadonlyMap<string, string> = new Map([['have', 'have not responded to'], ['has', 'has not responded to'], ['had', 'had not responded to']]);

/** `patients who failed treatment`: the treatment failed, not they. */
function failing(line: Line, i: number): StigmaMatch | undefined {
  const { pieces } = line;
  if (pieces[i]!.lower !== 'failed' || pieces[i]!.joinedBefore) return undefined;
  const perfect = PERFECT.get(pieces[i - 1]?.lower ?? '');
  const from = perfect ? i - 1 : i;
  const subject = pieces[from - 1];
  if (!subject || !(subject.lower === 'who' || /^(?:he|she|they)$/.test(subject.lower) || isPeopleWord(subject))) return undefined;
  let at = i + 1;
  while (at < i + 4 && /^(?:det|adj|number)$/.test(pieces[at]?.word.class ?? '') && !TREATMENT.test(pieces[at]!.lower)) at++;
  const next = pieces[at];
  const term = next && termAt(pieces, at);
  const treated = next && (TREATMENT.test(next.lower) || TREATMENT.test(pieces[at + 1]?.lower ?? '') || (term && term.value.kind === 'drug'));
  if (!treated) return undefined;
  return { ...found(line, rowOf('fail'), from, i + 1, perfect ?? 'did not respond to'), from: i, to: i + 1 };
}

/** `afflicted with gout`, `stricken by polio`. */
function afflicted(line: Line, i: number): StigmaMatch | undefined {
  const { pieces } = line;
  const verb = pieces[i]!;
  if (!/^(?:afflicted|stricken)$/.test(verb.lower) || verb.joinedBefore || !/^(?:with|by)$/.test(pieces[i + 1]?.lower ?? '') || !isIllness(line, i + 2, false)) return undefined;
  return participle(line, rowOf(verb.lower === 'afflicted' ? 'afflict' : 'strick'), i, i + 2);
}

/** Behind a form of `be` the verb becomes `have`; behind a word for people, `with`; elsewhere `living with`. */
function participle(line: Line, row: StigmaRow, i: number, to: number): StigmaMatch | undefined {
  const { pieces } = line;
  const before = pieces[i - 1];
  const adverb = before?.word.class === 'adv' && /^(?:still|also|currently|already|now|often|really|never|not)$/.test(before.lower) ? before : undefined;
  const be = pieces[adverb ? i - 2 : i - 1];
  const have = be && BE.get(be.lower);
  if (be && have) {
    const words = adverb ? `${adverb.lower} ${have}` : have;
    const negated = adverb && /^(?:not|never)$/.test(adverb.lower);
    return { ...found(line, row, adverb ? i - 2 : i - 1, to, negated || (adverb && /\s/.test(have)) ? undefined : words), from: i, to };
  }
  if (!before || before.kind === 'punctuation') return found(line, row, i, to, before === undefined || /^[,;:(\u2013\u2014]$/.test(before.text) ? 'living with' : undefined);
  const { word } = before;
  if (row.words === 'suffer' && (/^(?:det|adj|verb|conj)$/.test(word.class) || before.possessive)) return undefined;
  if (isPeopleWord(before) || (word.class === 'noun' && !adverb)) return found(line, row, i, to, 'with');
  if (word.class === 'prep' || word.class === 'sub') return found(line, row, i, to, 'living with');
  return found(line, row, i, to, undefined);
}

function isPeopleWord({ lower }: Piece): boolean {
  return PEOPLE.has(lower) || /^(?:those|anyone|someone|everyone|somebody|anybody|others|one)$/.test(lower);
}

/** The subject before the verb, as far as its neighbours tell. */
function subjectBefore(pieces: readonly Piece[], i: number): string {
  let found = '';
  for (let at = i - 1; at >= Math.max(0, i - 8); at--) {
    const { word, lower } = pieces[at]!;
    if (found === '' && /^(?:noun|pron|wh|that)$/.test(word.class)) found = lower;
    // `patients in the trial suffered`: what stands behind a preposition is not the subject.
    else if (word.class === 'prep') found = '';
    else if (found !== '' && !/^(?:det|adj|noun|number)$/.test(word.class)) break;
  }
  return found;
}

/** True where an illness or symptom stands within the noun phrase that starts here. */
function isIllness(line: Line, start: number, directly: boolean): boolean {
  const { pieces } = line;
  for (let i = start; i < Math.min(pieces.length, start + (directly ? 3 : 8)); i++) {
    const piece = pieces[i]!;
    if (piece.kind === 'punctuation' && !/^["“”‘’'(),]$/.test(piece.text)) return false;
    if (directly && piece.word.class === 'det') return false;
    if (piece.kind !== 'word') continue;
    const term = termAt(pieces, i);
    if (term?.value.kind === 'condition' && term.value.group !== 'outcome') return true;
    if (isIllnessWord(piece)) return true;
    if (i > start && endsObject(piece)) return false;
  }
  return false;
}

/** Behind these the noun phrase is over. */
function endsObject({ word }: Piece): boolean {
  return /^(?:prep|modal|be)$/.test(word.class) || (word.class === 'verb' && word.use === 'finite');
}

/** A word for an illness, one that ends like an illness, or initials (`COPD`). */
function isIllnessWord({ lower, text }: Piece): boolean {
  return !NOT_ILLNESS.has(lower) && (ILLNESS.has(lower) || ILLNESS_ENDING().test(lower) || /^[A-Z]{2,6}$/.test(text));
}

/** Illnesses that come in numbers. */
const COUNTED: ReadonlyMap<string, string> = new Map([
  ['allergy', 'allergies'], ['headache', 'headaches'], ['seizure', 'seizures'], ['ulcer', 'ulcers'],
  ['cramp', 'cramps'], ['nightmare', 'nightmares'], ['flash', 'flashes'], ['hemorrhoid', 'hemorrhoids'],
]);

/** `migraine sufferers` → `people with migraine`. */
function sufferers(line: Line, i: number): StigmaMatch | undefined {
  const { pieces } = line;
  const head = pieces[i]!;
  if (!/^sufferers?$/.test(head.lower)) return undefined;
  const row = rowOf('suffer');
  const people = head.lower === 'sufferer' ? 'person' : 'people';
  if (/^(?:of|from)$/.test(pieces[i + 1]?.lower ?? '')) {
    const described = pieces[i - 1]?.word.class === 'adj' || pieces[i - 1]?.word.class === 'noun';
    return described ? found(line, row, i, i + 1, undefined) : found(line, row, i, i + 2, `${people} with`);
  }
  const start = conditionBefore(line, i);
  if (start === undefined || head.possessive || pieces[start]!.joinedBefore) return found(line, row, i, i + 1, undefined);
  const words = line.block.prose.slice(pieces[start]!.start, pieces[i - 1]!.end).replace(/\s+/g, ' ');
  const condition = /^\p{Lu}\p{Ll}/u.test(words) && start === 0 ? words.charAt(0).toLowerCase() + words.slice(1) : words;
  const last = /\p{L}+$/u.exec(condition)?.[0] ?? '';
  const counted = condition.slice(0, condition.length - last.length) + (COUNTED.get(last) ?? last);
  return { ...found(line, row, start, i + 1, `${people} with ${counted}`), from: i, to: i + 1 };
}

/** Where the illness before `sufferers` starts; undefined where there is none. */
function conditionBefore(line: Line, i: number): number | undefined {
  const { pieces } = line;
  for (let start = Math.max(0, i - 4); start < i; start++) {
    const term = termAt(pieces, start);
    if (term?.to === i && term.value.kind === 'condition') return start;
  }
  const before = pieces[i - 1];
  return before && isIllnessWord(before) && !/^(?:noun|adj)$/.test(pieces[i - 2]?.word.class ?? '') ? i - 1 : undefined;
}

const CLEAN_ROW: StigmaRow = { kind: 'verb', words: 'clean', guideline: 'NIDA', level: 'warning', condition: '' };

const STAY = /^(?:stay(?:s|ed|ing)?|remain(?:s|ed|ing)?)$/;
const GET = /^(?:get|gets|got|getting|gotten)$/;
const IS = /^(?:am|is|are|was|were|be|been|i'm|he's|she's|they're|being)$/;
const KEPT_CLEAN = wordSet('kept-clean');

const drugBlocks = new WeakMap<Block, boolean>();

function speaksOfDrugs(block: Block): boolean {
  let known = drugBlocks.get(block);
  if (known === undefined) drugBlocks.set(block, (known = DRUG_CONTEXT().test(block.prose)));
  return known;
}

/** `stay clean from opioids` → `stay abstinent from opioids`; wounds, hands and needles are kept clean too. */
function clean(line: Line, i: number): StigmaMatch | undefined {
  const { pieces, block } = line;
  const word = pieces[i]!;
  if (word.lower !== 'clean' || word.joinedBefore || word.joinedAfter) return undefined;
  const verb = pieces[i - 1]?.lower ?? '';
  const next = pieces[i + 1];
  if (!(STAY.test(verb) || GET.test(verb) || IS.test(verb)) || isFollowedByNoun(line, i + 1) || !speaksOfDrugs(block)) return undefined;
  if (KEPT_CLEAN.has(subjectBefore(pieces, i - 1)) || (next?.lower === 'and' && pieces[i + 2]?.lower === 'sober')) return undefined;
  const rest = block.prose.slice(word.end, word.end + 100);
  if (next?.lower === 'from' || next?.lower === 'off') {
    return DRUG_CONTEXT().test(rest) ? found(line, CLEAN_ROW, i, i + 1, next.lower === 'from' ? 'abstinent' : undefined) : undefined;
  }
  if (IS.test(verb) && !(next?.lower === 'for' && /\b(?:days?|weeks?|months?|years?)\b/i.test(rest.slice(0, 30)))) return undefined;
  if (GET.test(verb)) return found(line, CLEAN_ROW, i, i + 1, undefined);
  const fits = next === undefined || next.kind === 'punctuation' || CONTINUES.test(next.lower);
  return found(line, CLEAN_ROW, i, i + 1, fits ? 'in recovery' : undefined);
}

const USE: ReadonlyMap<string, string> = new Map([['have', 'use'], ['has', 'uses'], ['had', 'used']]);

/** `is bipolar` → `has bipolar disorder`; `is wheelchair-bound` → `uses a wheelchair`. */
export function matchPredicate(line: Line, from: number, to: number, { row }: StigmaEntry): StigmaMatch | undefined {
  const { pieces } = line;
  if (pieces[from]!.joinedBefore || pieces[to - 1]!.joinedAfter || isFollowedByNoun(line, to)) return undefined;
  const adverb = pieces[from - 1]?.word.class === 'adv' ? 1 : 0;
  const be = pieces[from - 1 - adverb];
  const subject = pieces[from - 2 - adverb];
  const have = be && BE.get(be.lower);
  if (!have || /\s/.test(have) || !subject || !isPerson(subject, pieces[from - 3 - adverb])) return undefined;
  const verb = row.instead?.startsWith('use ') ? USE.get(have)! : have;
  const words = `${adverb ? `${pieces[from - 1]!.text} ` : ''}${verb} ${row.instead?.replace(/^use /, '')}`;
  return { ...found(line, row, from - 1 - adverb, to, row.instead === undefined || be.lower === 'be' ? undefined : words), from, to };
}

const PRONOUN = /^(?:he|she|i|you|they|we|who|someone|anyone)$/;
const RELATIVES = wordSet('relative');

/** A pronoun, a word for people, or somebody's relative (`my sister`). */
function isPerson({ lower }: Piece, before: Piece | undefined): boolean {
  return PEOPLE.has(lower) || PRONOUN.test(lower) || (RELATIVES.has(lower) && before?.word.class === 'det');
}
