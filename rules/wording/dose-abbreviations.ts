/** Abbreviations of how often, how and which drug: `q.d.`, `BID`, `MSO4`. */
import { verbReading } from '../english/inflection.js';
import { once } from '../lexicon/once.js';
import { change } from './dose-amounts.js';
import type { DoseProblem } from './dose-problem.js';
import { doseRows, type DoseRow } from './dose-rows.js';

/** Before the abbreviation the sentence speaks of a dose. */
const DOSE = once(() => new RegExp(
  '\\d\\s?(?:mg[sm]?|mcgs?|[µμu]g|g|gms?|mL|ml|ccs?|units?|IU|u|mEq)(?!\\p{L})|' +
    '(?<!\\p{L})(?:tablets?|tabs?|capsules?|pills?|drops?|puffs?|sprays?|dos(?:es?|ed|ing)|take|takes|taken|taking|give|given|' +
    'inject(?:ed)?|apply|applied|administer(?:ed)?|prescribed?)\\b',
  'iu',
));
const AMOUNT_BEFORE = /\d\s?(?:mg[sm]?|mcgs?|[µμu]g|g|gms?|mL|ccs?|units?|IU|u)\.?\s+(?:of\s+)?$/i;
const AMOUNT_BEHIND = once(() => /^\s+(?:\d+(?:\.\d+)?|\.\d+)\s?(?:mg[sm]?|mcgs?|[µμu]g|g|gms?|mL|ccs?|units?|IU|u)(?![\p{L}])/iu);

/** Words that wake the rule. */
export function abbreviationCues(): readonly string[] {
  return doseRows()
    .filter((row) => row.kind !== 'unit')
    .flatMap((row) => row.forms)
    .map((form) => form.toLowerCase())
    .map((form) => (form === 'per os' ? 'os' : form));
}

const patterns = once(() =>
  doseRows()
    .filter((row) => row.kind !== 'unit')
    .map((row) => ({ row, pattern: new RegExp(`(?<![\\p{L}\\p{N}.'’/-])(?:${row.forms.map(escape).join('|')})(?![\\p{L}\\p{N}'’/-]|\\.\\p{L})`, 'gu') })),
);

/** Whether any of them stands in a text. */
const anyForm = once(() => new RegExp(patterns().map(({ pattern }) => pattern.source).join('|'), 'u'));

function escape(form: string): string {
  return form.replace(/[.]/g, '\\.').replace(/ /g, '\\s+');
}

/**
 * The abbreviations in a text, row by row. Offsets are in the text.
 * @param label true where the text may be a field without a verb, which takes no full stop: `Ibuprofen 400 mg t.i.d.`
 */
export function* abbreviations(text: string, label: boolean): Iterable<DoseProblem> {
  if (!anyForm().test(text)) return;
  for (const { row, pattern } of patterns()) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (!means(row, text, start, end)) continue;
      yield report(row, text, start, end, label && !hasVerb(text));
    }
  }
}

/** True where the form has the meaning of the row and not another. */
function means(row: DoseRow, text: string, start: number, end: number): boolean {
  const around = text.slice(Math.max(0, start - 200), end + 200);
  if (row.unless.some((word) => new RegExp(`\\b${word}\\b`, 'i').test(around))) return false;
  if (row.kind === 'always') return true;
  const before = text.slice(Math.max(0, start - 200), start);
  if (row.kind === 'drug') return AMOUNT_BEFORE.test(before.slice(-30)) || AMOUNT_BEHIND().test(text.slice(end, end + 30));
  return DOSE().test(before) && !/^\s+(?:number|code|score|group|arm|cohort|strategy|deaths?|patients?)\b/.test(text.slice(end, end + 40));
}

/** A word that can only be the verb of a sentence, or an imperative that opens it. */
function hasVerb(text: string): boolean {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.some((word, index) => /^(?:is|are|was|were|be|has|have|had|can|may|should|must|will)$/.test(word) || (index === 0 ? word !== 'dose' && verbReading(word)?.forms.has('base') === true : /(?:ed|took|gave|given|taken)$/.test(word) || verbReading(word)?.forms.has('s') === true));
}

function report(row: DoseRow, text: string, start: number, end: number, label: boolean): DoseProblem {
  const form = text.slice(start, end);
  const first = text.search(/\S/);
  const alone = first === start && text.trimEnd().length === end;
  const closes = !alone && !label && form.endsWith('.') && /^["”’)]*\s*(?:$|["“(]?\p{Lu})/u.test(text.slice(end, end + 40));
  const opens = !alone && first === start;
  const write = (words: string): string => (opens ? words.charAt(0).toUpperCase() + words.slice(1) : words) + (closes ? '.' : '');
  const ambiguous = row.instead.length > 1;
  const meanings = row.instead.map((words) => `“${words}”`).join(' or ');
  const message = ambiguous ? `“${form}” has two meanings: ${meanings}. Write out the one you mean.` : `“${form}” is easily misread or not understood. Write ${meanings}.`;
  const fixes = row.instead.map((words) => change(start, end, write(words), ambiguous ? 'suggestion' : 'safe'));
  return { start, end, severity: row.severity, message, fixes };
}
