/** Numbers and units of doses: trailing zeros, naked points, units that are misread, missing separators and spaces. */
import type { FixSpec } from '../engine/rule.js';
import { verbReading } from '../english/inflection.js';
import { doseRows, type DoseRow } from './dose-rows.js';
import { termAt } from '../lexicon/terms.js';
import { tokenize } from '../english/tokens.js';
import type { DoseProblem } from './dose-notation.js';

const UNIT = '(?:mg|mcg|µg|μg|ug|g|kg|mL|ml|cc|units?|IU|U|tablets?|capsules?|pills?|mgs|mcgs|gm|gms)';
/** Wakes the rule: a digit with a unit of dose, or a fraction of a tablet. */
export const AMOUNT_CUE = new RegExp(`\\d\\s?(?:${UNIT}|u|mgms?|ccs|gr)(?![\\p{L}\\d])|1\\/2\\s|[\\d.]\\s?(?:-|–|to)\\s?[\\d.]`, 'u');

/** Behind the unit: a concentration or a density, which laboratories and not prescribers write. */
const PER_VOLUME = /^\s*(?:\/|per\s+)\s*(?:[mµμdcn]?L\b|[md]l\b|m[23²³]|lit(?:er|re)|cm|100\s?(?:g|mL|ml)|10\d|mol|mmol|cells?|gram\b|g\b)/;
/** A sentence that reports measurements may need the zero to show how exact they are. */
const MEASURED = /±|\b(?:mean|median|average|SD|SEM|CI|IQR|95\s?%|p\s*[<=>]|serum|plasma|blood|urine|urinary|tumou?rs?|lesions?|weigh(?:s|ed|ing)?|creatinine|albumin|h[a]?emoglobin|calcium|concentrations?|levels?|excretion|proteinuria)\b/i;

const TRAILING_ZERO = new RegExp(`(?<![\\d.,\\w])(\\d{1,4})\\.0+(\\s?(?:(?:-|–|to)\\s?[\\d.]+\\s?)?)(${UNIT})(?![\\p{L}\\d])`, 'gu');
const NAKED_POINT = new RegExp(`(?<![\\d.\\w)\\]])\\.(\\d+)(\\s?)(${UNIT})(?![\\p{L}\\d])`, 'gu');
const LONG_NUMBER = /(?<![\d.,\w-])(\d{5,9})(\s?)(units?|IU|mg|mcg|µg|μg)(?![\p{L}\d])/gu;
const RUN_TOGETHER = /(?<![\p{L}\d.,/-])(\d+(?:[.,]\d+)?)(mg|mcg|mL|ml|kg)(?![\p{L}\d])/gu;
const NAME_AND_DOSE = /(?<![\p{L}\d-])(\p{L}{4,})(\d+(?:\.\d+)?)\s?(mg|mcg)(?![\p{L}\d])/gu;
const HALF_TABLET = /(?<![\d/])1\/2(\s+(?:a\s+)?)(tablet|tab|pill|capsule)s?\b/giu;
const TWO_DOSES = /(?<![\d.])(\d+(?:\.\d+)?\s?mg)\s?\/\s?(\d+(?:\.\d+)?\s?mg)(?![\p{L}\d/])/gu;
const STOP_BEHIND_UNIT = /(?<![\p{L}\d.])(\d+(?:[.,]\d+)?\s?(?:mg|mcg|mL|kg|cc))\.(?=\s+\p{Ll})/gu;

/** The problems with amounts in a text, in no order. Offsets are in the text. */
export function* amounts(text: string): Iterable<DoseProblem> {
  const measured = MEASURED.test(text);
  for (const match of text.matchAll(TRAILING_ZERO)) {
    const [all, number, gap = '', unit = ''] = match;
    if (measured || isConcentration(text, match)) continue;
    const range = /\d/.test(gap);
    const end = match.index + (range ? number!.length + zeros(all, number!) : all.length);
    const fixed = range ? number! : `${number}${gap}${unit}`;
    yield problem(match.index, end, 'error', `The zero in “${text.slice(match.index, end)}” can make it ten times as much when the point is overlooked.`, fixed);
  }
  for (const match of text.matchAll(NAKED_POINT)) {
    const [all, digits, gap, unit] = match;
    if (isConcentration(text, match)) continue;
    yield problem(match.index, match.index + all.length, 'error', `“${all}” loses its point easily. Write a zero before it.`, `0.${digits}${gap}${unit}`);
  }
  for (const match of text.matchAll(LONG_NUMBER)) {
    const [all, number, gap, unit] = match;
    const fixed = `${number!.replace(/\B(?=(?:\d{3})+$)/g, ',')}${gap}${unit}`;
    yield problem(match.index, match.index + all.length, 'warning', `“${all}” is hard to read without separators.`, fixed);
  }
  for (const match of text.matchAll(NAME_AND_DOSE)) {
    const [all, name, number] = match;
    if (termAt(tokenize(name!), 0)?.value.kind !== 'drug') continue;
    const end = match.index + all.length;
    yield problem(match.index, end, 'error', `Name and dose run together in “${all}”.`, `${name} ${number}${all.slice(name!.length + number!.length)}`);
  }
  for (const match of text.matchAll(HALF_TABLET)) {
    const [all, , form] = match;
    const start = match.index;
    if (/\d\s+$/.test(text.slice(Math.max(0, start - 4), start))) continue;
    yield problem(start, start + all.length, 'information', `“${all}” can be read as 1 to 2. Write it in words.`, `half a ${form!.toLowerCase() === 'tab' ? 'tablet' : form!.toLowerCase()}`, start === 0 || /[.:]\s*$/.test(text.slice(0, start)));
  }
  for (const match of text.matchAll(TWO_DOSES)) {
    const [all, first, second] = match;
    yield { ...problem(match.index, match.index + all.length, 'information', `The slash in “${all}” can be read as a 1.`, undefined), fixes: [change(match.index, match.index + all.length, `${first} and ${second}`, 'suggestion')] };
  }
  for (const match of text.matchAll(STOP_BEHIND_UNIT)) {
    const end = match.index + match[0].length;
    if (startsClause(text.slice(end))) continue;
    yield problem(match.index, end, 'information', `A unit takes no full stop.`, match[1]!);
  }
  for (const match of text.matchAll(RUN_TOGETHER)) {
    const [all, number, unit] = match;
    yield { ...problem(match.index, match.index + all.length, 'hint', `A space keeps number and unit apart: an “m” can be read as zeros.`, `${number} ${unit}`), optional: 'space' };
  }
  for (const row of doseRows()) if (row.kind === 'unit') yield* units(text, row);
}

const unitPatterns = new WeakMap<DoseRow, RegExp>();

function* units(text: string, row: DoseRow): Iterable<DoseProblem> {
  let pattern = unitPatterns.get(row);
  if (!pattern) unitPatterns.set(row, (pattern = new RegExp(`(?<![\\p{L}\\d.,-])(\\d+(?:[.,]\\d+)*|\\.\\d+)(\\s?)(${row.forms.join('|')})(?![\\p{L}\\d’'-]|\\.\\p{L})`, 'gu')));
  for (const match of text.matchAll(pattern)) {
    const [all, number = '', gap = '', unit = ''] = match;
    const end = match.index + all.length;
    if (PER_VOLUME.test(text.slice(end, end + 20)) || row.unless.some((word) => new RegExp(`\\b${word}s?\\b`, 'i').test(text))) continue;
    if (/^[uU]$/.test(unit) && !isUnitOfDose(text, unit, gap)) continue;
    const word = row.instead[0]!;
    const singular = number === '1' || number === '1.0';
    const written = word === 'unit' ? (singular ? 'unit' : 'units') : word;
    const amount = /^\d+\.0+$/.test(number) ? number.replace(/\.0+$/, '') : number.startsWith('.') ? `0${number}` : number;
    yield {
      ...problem(match.index, end, row.severity, `“${unit}” can be misread${unit === 'IU' ? ' as IV or 10' : /^u$/i.test(unit) ? ' as 0, 4 or cc' : ''}. Write “${written}”.`, `${amount}${gap || ' '}${written}`),
      ...(unit === 'IU' ? { optional: 'IU' as const } : {}),
    };
  }
}

/** `10 U` of insulin, but not 2 U of rack space or a `4u` that is no dose. */
function isUnitOfDose(text: string, unit: string, gap: string): boolean {
  if (/\b(?:insulin|heparin|oxytocin|botulinum|penicillin|vaccine|hyaluronidase|vasopressin)\b/i.test(text)) return true;
  return unit === 'U' && gap !== '' && /\b(?:inject\p{L}*|doses?|take|takes|give|given|daily|units?|administer\p{L}*)\b/iu.test(text);
}

function isConcentration(text: string, match: RegExpMatchArray): boolean {
  return PER_VOLUME.test(text.slice(match.index! + match[0].length, match.index! + match[0].length + 20));
}

/** The length of the point and zeros behind the number. */
function zeros(all: string, number: string): number {
  return /^\.0+/.exec(all.slice(number.length))![0].length;
}

/** A lower-case start of a sentence, as brand-like names have it, is not the middle of one; a verb form shows the middle. */
function startsClause(rest: string): boolean {
  const word = /^\s+(\p{Ll}+)/u.exec(rest)?.[1] ?? '';
  return word === '' || (verbReading(word)?.forms.has('s') ?? false);
}

function problem(start: number, end: number, severity: DoseProblem['severity'] & string, message: string, fixed: string | undefined, opens = false): DoseProblem {
  const text = fixed === undefined ? undefined : opens ? fixed.charAt(0).toUpperCase() + fixed.slice(1) : fixed;
  return { start, end, severity, message, fixes: text === undefined ? [] : [change(start, end, text, 'safe')] };
}

/** A fix that shows what will stand there. */
export function change(start: number, end: number, text: string, safety: FixSpec['safety']): FixSpec {
  return { title: `Change to “${text}”`, safety, edits: [{ start, end, text }] };
}
