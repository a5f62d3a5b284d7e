/**
 * Keeps count, word by word, of the clauses that have been opened and still lack their finite verb.
 *
 * - `Evidence that it helps is weak`: behind `that` two clauses lack one, behind `helps` one, behind `is` none;
 * - `Kava (which calms) helps`: what stands in brackets is counted apart.
 */
import { REPORTING } from './verb-lists.js';
import { opensContactClause, opensNoClause, skipAdverbs, type Word } from './words.js';

const SUBORDINATORS = new Set(['since', 'after', 'before', 'until', 'as']);

interface Open {
  finite: boolean;
  /** A base form has been used in it after a modal or a plural subject. */
  bare: boolean;
  past: boolean;
}

/** The clauses that are open at a word, the innermost last. */
export interface OpenClauses {
  readonly levels: Open[];
  /** Those around the brackets in which the word stands. */
  readonly outside: Open[][];
}

const NEW: Readonly<Open> = { finite: false, bare: false, past: false };

/** Where a sentence begins. */
export function openMain(): OpenClauses {
  return { levels: [{ ...NEW }], outside: [] };
}

/** How many clauses still lack their finite verb. */
export function lacking({ levels }: OpenClauses): number {
  let count = 0;
  for (const { finite } of levels) if (!finite) count++;
  return count;
}

/** The innermost clause. */
export function innermost({ levels }: OpenClauses): Readonly<Open> {
  return levels[levels.length - 1]!;
}

/** Counts in the word at `i`, whose class is settled. */
export function passWord(clauses: OpenClauses, words: readonly Word[], i: number): void {
  const word = words[i]!;
  if (opensContactClause(words, i)) open(clauses);
  if (word.clitic && word.clitic !== 'not') close(clauses, false);
  switch (word.class) {
    case 'verb':
      if (word.use === 'finite') close(clauses, word.form === 'past');
      if (word.use === 'bare' || (word.use === 'finite' && word.form === 'base')) markBare(clauses);
      if (word.use === 'finite' && REPORTING.has(word.lemma)) open(clauses);
      break;
    case 'modal': case 'do':
      close(clauses, word.lower.startsWith('did'));
      markBare(clauses);
      break;
    case 'be': case 'have':
      if (word.form === 's' || word.form === 'past' || (word.form === 'base' && word.class === 'have' && !precededByModal(words, i))) close(clauses, word.form === 'past');
      break;
    case 'sub': case 'wh': case 'that':
      if (!opensNoClause(words, i)) open(clauses);
      break;
    case 'conj':
      if (words[i - 1]?.lower === ',') clauses.levels.push({ ...innermost(clauses), finite: false });
      break;
    case 'punctuation':
      passMark(clauses, words, i);
      break;
    default:
  }
}

function passMark({ levels, outside }: OpenClauses, words: readonly Word[], i: number): void {
  switch (words[i]!.lower) {
    case ';': case ':': case '\u2013': case '\u2014':
      levels.splice(0, levels.length, { ...NEW });
      break;
    case ',':
      // `Since mint eases cramps, …`: the comma ends the clause that the first word opened.
      if (SUBORDINATORS.has(words[0]!.lower) && !commaBefore(words, i)) levels[levels.length - 1]!.finite = false;
      break;
    case '(': case '[':
      outside.push(levels.splice(0, levels.length, { ...NEW }));
      break;
    case ')': case ']':
      if (outside.length > 0) levels.splice(0, levels.length, ...outside.pop()!);
      break;
    default:
  }
}

function open({ levels }: OpenClauses): void {
  levels.push({ ...NEW });
}

/** The innermost clause, or the one around it that waits, has its finite verb. */
function close(clauses: OpenClauses, past: boolean): void {
  const { levels } = clauses;
  while (levels.length > 1 && innermost(clauses).finite && lacking(clauses) > 0) levels.pop();
  const top = levels[levels.length - 1]!;
  top.finite = true;
  top.bare = false;
  top.past = past;
}

function markBare({ levels }: OpenClauses): void {
  levels[levels.length - 1]!.bare = true;
}

function commaBefore(words: readonly Word[], i: number): boolean {
  for (let j = 1; j < i; j++) if (words[j]!.lower === ',') return true;
  return false;
}

function precededByModal(words: readonly Word[], i: number): boolean {
  const previous = words[skipAdverbs(words, i)];
  return previous?.class === 'modal' || previous?.class === 'to' || previous?.clitic === 'will' || previous?.clitic === 'would';
}
