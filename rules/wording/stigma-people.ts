/** Matches the rows that name people: labels, `the` with an adjective, adjectives before people, phrases, abuse, victims. */
import type { Span } from '../article/article.js';
import type { FixSpec } from '../engine/rule.js';
import { verbReading } from '../english/inflection.js';
import { capitalize, suggestion } from './replacement.js';
import type { StigmaEntry, StigmaRow } from './stigma-rows.js';
import { wordSet } from './word-sets.js';
import { isFollowedByNoun, isOnePerson, isOpening, PEOPLE, spanOf, type Line, type Piece } from './stigma-text.js';

/** Words that label somebody, and what to write instead where one wording always fits. */
export interface StigmaMatch extends Span {
  readonly row: StigmaRow;
  /** What stands there afterwards, for the message; undefined where the sentence must be rewritten. */
  readonly instead?: string;
  readonly fixes: readonly FixSpec[];
  /** The pieces that are looked at to tell names from words. */
  readonly from: number;
  readonly to: number;
  readonly level?: StigmaRow['level'];
}

const DETERMINERS = wordSet('determiner');
/** These describe the illness rather than the person, so they move to it: `severe asthmatics`. */
const DEGREES = wordSet('degree');
/** These go with a dose or a treatment; the words behind them stay: `insulin-dependent diabetics`. */
const BOUND = wordSet('bound');
const NUMBER_WORDS = wordSet('number');
/** What may stand between such an adjective and the people: `obese older women`. */
const BETWEEN = wordSet('between');
const COMMUNITY = /^(?:communit(?:y|ies)|groups?|famil(?:y|ies)|households?|section|sections|members|public|body|bodies|hearts?|lungs?|care|services)$/;
const PERSONAL = wordSet('personal');
const SMALL = wordSet('small-in-title');
const SUBSTANCE = wordSet('substance');
const MEDICINES = wordSet('medicine-before-user');

/** `abuse potential` and its like are terms of drug regulation. */
const NOT_ABUSE = /^(?:potential|liability|deterrents?|deterrence|resistant|resistance)$/;

type Matcher = (line: Line, from: number, to: number, entry: StigmaEntry) => StigmaMatch | undefined;

/** The matchers by kind of row; `verb` rows are read elsewhere. */
export const PEOPLE_MATCHERS: Readonly<Record<Exclude<StigmaRow['kind'], 'verb' | 'predicate'>, Matcher>> = {
  phrase: matchPhrase,
  label: matchLabel,
  homograph: matchHomograph,
  group: matchGroup,
  adjective: matchAdjective,
  abuse: matchAbuse,
  victim: matchVictim,
};

function matchPhrase(line: Line, from: number, to: number, { row }: StigmaEntry): StigmaMatch | undefined {
  const { pieces } = line;
  const next = pieces[to];
  const forbidden = /^notbefore: (.+)$/.exec(row.condition)?.[1]?.split(' ');
  if (next && forbidden?.includes(next.lower)) return undefined;
  if (pieces[from]!.joinedBefore) return undefined;
  return found(line, row, from, to, row.condition === 'nofix' || (row.condition === 'notnoun' && isFollowedByNoun(line, to)) || pieces[to - 1]!.possessive || pieces[to - 1]!.joinedAfter ? undefined : row.instead);
}

function matchLabel(line: Line, from: number, to: number, entry: StigmaEntry): StigmaMatch | undefined {
  const { pieces } = line;
  const { row, plural } = entry;
  const before = pieces[from - 1];
  const compound = !plural && isFollowedByNoun(line, to);
  if (row.condition === 'plural' && !plural) return undefined;
  if (row.condition === 'article' && !plural && (!isDeterminer(before) || compound)) return undefined;
  if (row.condition === 'alone' && (pieces[to - 1]!.joinedAfter || compound)) return undefined;
  if (row.condition === 'drug' && before?.word.class === 'noun' && !SUBSTANCE.has(before.lower)) return undefined;
  if (row.condition === 'human' && !/\b(?:people|person|patient|child|born|man|woman|human)/i.test(around(line, from))) return undefined;
  if (pieces[to - 1]!.joinedAfter && !plural) return undefined;
  if (row.plural?.endsWith('users') && (compound || before?.word.class === 'noun' || MEDICINES.has(before?.lower ?? ''))) return undefined;
  if (before && (before.lower === 'to' || before.word.class === 'modal')) return undefined;
  if (pieces[from]!.joinedBefore) return found(line, row, from, to, undefined);
  return matchNoun(line, from, to, entry, compound);
}

function matchHomograph(line: Line, from: number, to: number, entry: StigmaEntry): StigmaMatch | undefined {
  const { pieces } = line;
  if (pieces[from]!.joinedBefore || pieces[to - 1]!.joinedAfter || pieces[to]?.lower === 'anonymous') return undefined;
  if (!entry.plural) {
    const describes = (isFollowedByNoun(line, to) && !isVerbOfOne(line, from, to)) || goesOnWithAdjective(line, to);
    if (describes || !isSingularNoun(line, from, to)) return undefined;
  }
  return matchNoun(line, from, to, entry, false);
}

/** `a diabetic` but not `is diabetic`: a determiner stands before, with adjectives between at most. */
function isSingularNoun({ pieces }: Line, from: number, to: number): boolean {
  if (pieces[to - 1]!.possessive) return isDeterminer(pieces[from - 1]);
  for (let i = from - 1; i >= Math.max(0, from - 3); i--) {
    if (isDeterminer(pieces[i])) return true;
    if (!/^(?:adj|adv|number)$/.test(pieces[i]!.word.class) && !['type', 'known'].includes(pieces[i]!.lower)) return false;
  }
  return false;
}

/** `An alcoholic needs help`: behind `a`, a word in -s is no noun. */
function isVerbOfOne({ pieces }: Line, from: number, to: number): boolean {
  const next = pieces[to]!;
  return /^(?:an?|every|each|another)$/.test(pieces[from - 1]?.lower ?? '') && !next.joinedAfter && (verbReading(next.lower)?.forms.has('s') ?? false);
}

/** `the diabetic and the healthy group`: two adjectives of one noun. */
function goesOnWithAdjective({ pieces }: Line, to: number): boolean {
  const conj = pieces[to];
  const next = pieces[to + 1];
  return conj !== undefined && /^(?:and|or|nor|versus|vs)$/.test(conj.lower) && next !== undefined && (next.word.class === 'adj' || next.joinedAfter);
}

function isDeterminer(piece: Piece | undefined): boolean {
  return piece !== undefined && DETERMINERS.has(piece.lower);
}

/** A label as a noun: the article, the type of diabetes and words of degree go with it. */
function matchNoun(line: Line, from: number, to: number, { row, plural }: StigmaEntry, compound: boolean): StigmaMatch {
  const { pieces } = line;
  let instead = plural ? row.insteadPlural : row.instead;
  let start = from;
  const type = typeBefore(line, from);
  const before = pieces[from - 1];
  if (instead && type && / diabetes$/.test(instead)) {
    start = from - 2;
    instead = instead.replace(/diabetes$/, type);
  } else if (instead && before && DEGREES.has(before.lower) && / with (?!an? )/.test(instead)) {
    start = from - 1;
    instead = instead.replace(' with ', ` with ${before.lower} `);
  } else if (before && (BOUND.has(before.lower) || isCompoundHead(before) || isSecondOfTwo(pieces, from) || !fitsPeople(before))) instead = undefined;
  const article = pieces[start - 1];
  if (!plural && instead && article && /^an?$/.test(article.lower)) start--;
  const withArticle = instead && start < from && /^an?$/.test(pieces[start]!.lower) ? `a ${instead}` : instead;
  const unfit = compound || pieces[to - 1]!.possessive || pieces[to - 1]!.joinedAfter;
  return { ...found(line, row, start, to, unfit ? undefined : withArticle), from, to };
}

/** `type 2`, where it stands right before the piece. */
function typeBefore({ pieces }: Line, index: number): string | undefined {
  const number = pieces[index - 1];
  const type = pieces[index - 2];
  return number && type?.lower === 'type' && /^(?:1|2|i|ii|one|two)$/.test(number.lower) ? `type ${number.text} diabetes` : undefined;
}

/** A noun that describes the label, which the new words can't take along: `food addicts`. */
function isCompoundHead(piece: Piece): boolean {
  return piece.word.class === 'noun' && piece.kind === 'word' && !piece.possessive && !NUMBER_WORDS.has(piece.lower);
}

/** `young addicts` can become `young people with …`; `chronic addicts` can't. */
function fitsPeople({ lower, word, joinedBefore }: Piece): boolean {
  if (word.class !== 'adj') return true;
  return !joinedBefore && (BETWEEN.has(lower) || /(?:ed|ing)$/.test(lower) || PERSONAL.has(lower));
}

/** `heroin and painkiller addicts`: the first substance would be left hanging. */
function isSecondOfTwo(pieces: readonly Piece[], from: number): boolean {
  return /^(?:and|or|,|\/)$/.test(pieces[from - 1]?.lower ?? '') && SUBSTANCE.has(pieces[from - 2]?.lower ?? '');
}

function matchGroup(line: Line, from: number, to: number, { row }: StigmaEntry): StigmaMatch | undefined {
  const { pieces } = line;
  const article = pieces[from - 1];
  if (article?.lower !== 'the' || pieces[from]!.joinedBefore || pieces[to - 1]!.joinedAfter || pieces[to - 1]!.possessive) return undefined;
  const next = pieces[to];
  if (next?.kind === 'word' || next?.kind === 'number') {
    if (next.word.class === 'number' || (isFollowedByNoun(line, to) && !isVerbOfGroup(line, to))) return undefined;
    if (next.word.class === 'conj') return afterConjunction(line, from, to, row);
    if (next.word.class === 'verb' && next.word.use === 'ing' && !/^(?:prep|adv|to|det)$/.test(pieces[to + 1]?.word.class ?? 'prep')) return undefined;
    if (next.word.class === 'verb' && next.word.form === 's') return undefined;
  }
  if (next && /^["“‘]$/.test(next.text)) return undefined;
  // `, and those`: a comma may also join two adjectives of one noun.
  if (next?.text === ',' && pieces[to + 1]?.word.class === 'adj' && isFollowedByNoun(line, to + 2)) return undefined;
  return { ...found(line, row, from - 1, to, row.instead), from, to };
}

/** `The elderly need more time`: a word that may be a noun, but the clause has no other verb or goes on as behind a verb. */
function isVerbOfGroup({ pieces, sentence }: Line, index: number): boolean {
  const next = pieces[index]!;
  if (next.joinedBefore || next.joinedAfter || !verbReading(next.lower)?.forms.has('base')) return false;
  const behind = pieces[index + 1]?.word.class;
  if (behind && /^(?:det|pron|adv|to|that|sub)$/.test(behind)) return true;
  const finite = pieces.slice(index + 1).some(({ word }) => /^(?:modal|be|have|do)$/.test(word.class) || (word.class === 'verb' && word.use === 'finite'));
  return !finite && /[.!]["”’)]?$/.test(sentence.text.trimEnd());
}

function afterConjunction(line: Line, from: number, to: number, row: StigmaRow): StigmaMatch | undefined {
  const next = line.pieces[to + 1];
  if (!next) return undefined;
  const adjective = next.word.class === 'adj' || next.word.use === 'participle' || next.joinedAfter;
  const shared = line.pieces[to + 2]?.lower ?? '';
  if (adjective && (PEOPLE.has(shared) || COMMUNITY.test(shared))) return undefined;
  return { ...found(line, row, from - 1, to, adjective ? undefined : row.instead), from, to };
}

function matchAdjective(line: Line, from: number, to: number, { row }: StigmaEntry): StigmaMatch | undefined {
  const { pieces } = line;
  if (pieces[to - 1]!.joinedAfter) return undefined;
  const negated = pieces[from]!.joinedBefore;
  if (negated && (pieces[from - 1]!.lower !== 'non' || !row.instead?.startsWith('with '))) return undefined;
  let head = to;
  while (head < to + 2 && BETWEEN.has(pieces[head]?.lower ?? '') && !PEOPLE.has(pieces[head + 1] ? pieces[head]!.lower : '')) head++;
  if (head === to && row.words.endsWith('obese') && isAndOr(pieces[to]) && pieces[to + 1]?.lower === 'overweight') return obeseOrOverweight(line, row, from, to);
  const noun = pieces[head];
  if (!noun || !PEOPLE.has(noun.lower) || noun.joinedAfter || (head > to && noun.joinedBefore)) return undefined;
  if (row.condition === 'plural' && isOnePerson(noun.lower)) return undefined;
  let end = head + 1;
  if (isAndOr(pieces[end]) && PEOPLE.has(pieces[end + 1]?.lower ?? '') && !noun.possessive) end += 2;
  const start = negated ? from - 1 : from;
  const people = line.block.prose.slice(pieces[to]!.start, pieces[end - 1]!.end).replace(/\s+/g, ' ');
  const match = { from, to, ...(negated ? { level: 'strict' as const } : {}) };
  if (pieces[end - 1]!.possessive || isFollowedByNoun(line, end)) return { ...found(line, row, start, end, undefined), ...match };
  return { ...peopleWith(line, row, start, end, people, isOnePerson(noun.lower) && end === head + 1, negated), ...match };
}

/** `obese or overweight adults` → `adults with obesity or overweight`. */
function obeseOrOverweight(line: Line, row: StigmaRow, from: number, to: number): StigmaMatch | undefined {
  const { pieces } = line;
  const noun = pieces[to + 2];
  if (!noun || !PEOPLE.has(noun.lower) || noun.joinedAfter || pieces[from]!.joinedBefore) return undefined;
  const instead = noun.possessive || isFollowedByNoun(line, to + 3) ? undefined : `${noun.text} ${row.instead} or overweight`;
  return { ...found(line, row, from, to + 3, instead), from, to };
}

/** `obese women` → `women with obesity`; the type of diabetes and a second adjective for weight go with it. */
function peopleWith(line: Line, row: StigmaRow, start: number, end: number, people: string, one: boolean, negated: boolean): StigmaMatch {
  const { pieces } = line;
  const words = row.instead;
  if (words === undefined) return found(line, row, start, end, undefined);
  if (!/^(?:with|without|who|experiencing)\b/.test(words)) return found(line, row, start, end, `${words} ${people}`);
  const before = pieces[start - 1];
  const type = typeBefore(line, start);
  if (type && words.endsWith('diabetes')) return found(line, row, start - 2, end, `${people} ${words.replace('diabetes', type)}`);
  if (words.endsWith('obesity') && (isAndOr(before) || before?.text === '/') && pieces[start - 2]?.lower === 'overweight' && !negated) {
    return found(line, row, start - 2, end, `${people} with overweight or ${words.replace(/^with /, '')}`);
  }
  if (isBoundBefore(pieces, start)) return found(line, row, start, end, undefined);
  const phrase = negated ? words.replace(/^with /, 'without ') : one ? words.replace(/^who do /, 'who does ').replace(/^who use /, 'who uses ') : words;
  const match = found(line, row, start, end, `${people} ${phrase}`);
  const next = pieces[end];
  if (next?.lower !== 'with' || !phrase.startsWith('with ')) return match;
  // `obese patients with diabetes` → `patients with obesity and diabetes`
  const and = { start: next.start, end: next.end, text: 'and' };
  return { ...match, fixes: match.fixes.map((fix) => ({ ...fix, edits: typeof fix.edits === 'function' ? fix.edits : [...fix.edits, and] })) };
}

/** True where a word before the adjective goes with it (`class I obese`, `lean and obese`) and would be left hanging. */
function isBoundBefore(pieces: readonly Piece[], start: number): boolean {
  const before = pieces[start - 1];
  if (!before) return false;
  if (/^(?:and|or|but|,|\/)$/.test(before.lower)) return pieces[start - 2]?.word.class === 'adj';
  if (before.word.class === 'adv' && before.lower.endsWith('ly')) return true;
  return BOUND.has(before.lower) || DEGREES.has(before.lower) || before.joinedAfter || pieces[start - 2]?.lower === 'class';
}

function isAndOr(piece: Piece | undefined): boolean {
  return piece?.lower === 'and' || piece?.lower === 'or';
}

function matchAbuse(line: Line, from: number, to: number, { row }: StigmaEntry): StigmaMatch | undefined {
  const { pieces } = line;
  const next = pieces[to];
  if (pieces[from]!.joinedBefore || NOT_ABUSE.test(next?.lower ?? '') || /\bDSM\b/.test(around(line, from))) return undefined;
  if (pieces[to - 1]!.joinedAfter) return /^(?:related|associated|linked)$/.test(next?.lower ?? '') ? found(line, row, from, to, undefined) : undefined;
  const instead = next && /^disorders?$/.test(next.lower) ? row.instead?.replace(/misuse$/, 'use') : row.instead;
  return found(line, row, from, to, pieces[to - 1]!.possessive ? undefined : instead);
}

/** The text around a piece, as far as it matters. */
function around({ block, pieces }: Line, index: number): string {
  const { start, end } = pieces[index]!;
  return block.prose.slice(Math.max(0, start - 200), end + 200);
}

function matchVictim(line: Line, from: number, to: number, { row, plural }: StigmaEntry): StigmaMatch | undefined {
  if (isFollowedByNoun(line, to) && !plural) return undefined;
  return found(line, row, from, to, line.pieces[to - 1]!.possessive ? undefined : plural ? row.insteadPlural : row.instead);
}

/** As a heading in Title Case has it: small words stay small. */
function inTitleCase(words: string): string {
  return words.replace(/\p{L}[\p{L}'’]*/gu, (word, at: number) => (at > 0 && SMALL.has(word) ? word : capitalize(word)));
}

/** A match on the pieces, with a suggestion where there are words to put there. */
export function found(line: Line, row: StigmaRow, from: number, to: number, instead: string | undefined): StigmaMatch {
  const span = spanOf(line, from, to);
  if (instead === undefined) return { ...span, row, from, to, fixes: [] };
  const words = line.titleCase && /^\p{Lu}/u.test(line.pieces[to - 1]!.text) ? inTitleCase(instead) : instead;
  return { ...span, row, from, to, instead, fixes: [suggestion(line.block.prose, span, words, isOpening(line.pieces, from))] };
}
