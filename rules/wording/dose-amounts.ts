/** Numbers and units of doses: trailing zeros, naked points, units that are misread, missing separators and spaces. */
import { SEVERITIES, type Severity } from '../engine/finding.js';
import type { FixSpec } from '../engine/rule.js';
import { verbReading } from '../english/inflection.js';
import { once } from '../lexicon/once.js';
import { doseRows, type DoseRow } from './dose-rows.js';
import { termAt } from '../lexicon/terms.js';
import { tokenize } from '../english/tokens.js';
import type { DoseProblem } from './dose-problem.js';
import { capitalize } from './replacement.js';

const UNITS = 'mg|mcg|µg|μg|ug|g|kg|mL|ml|ccs?|units?|IU|U|u|tablets?|capsules?|pills?|mgs|mcgs|mgms?|gms?|gr';
/** Wakes the rule: a digit with a unit of dose, a fraction of a tablet, or a range. */
export const AMOUNT_CUE = new RegExp(`\\d\\s?(?:${UNITS})(?![\\p{L}\\d])|1\\/2\\s|\\.0+\\s?(?:-|–|to)\\s?[\\d.]`, 'u');

/** A number with its unit; a name may be run into it, and a full stop may follow. A hyphen stands before it only as the middle of a range. */
const AMOUNT = once(() => new RegExp(
  `(?<![\\p{L}\\d.,/)\\]]|(?<!(?:^|[\\s(])\\d[\\d.,]{0,7})-)(\\p{L}{4,})?(\\d+(?:,\\d{3})*(?:\\.\\d+)?|\\.\\d+)(\\s?)(${UNITS})` +
    "(?![\\p{L}\\d’'_]|-\\p{L}|\\.\\p{L})(\\.(?=\\s+\\p{Ll}))?",
  'gu',
));
const RANGE = once(() => new RegExp(`(?<![\\d.,\\p{L}])(\\d{1,4})\\.0+(?=\\s?(?:-|–|to)\\s?[\\d.]+\\s?(?:${UNITS})(?![\\p{L}\\d]))`, 'gu'));
const HALF_TABLET = /(?<![\d/])1\/2\s+(?:a\s+)?(tablet|tab|pill|capsule)s?\b/giu;
const TWO_DOSES = once(() => /(?<![\d.])(\d+(?:\.\d+)?\s?mg)\s?\/\s?(\d+(?:\.\d+)?\s?mg)(?![\p{L}\d/])/gu);

/** Behind the unit: a concentration or a density, which laboratories and not prescribers write. */
const PER_VOLUME = /^\s*(?:\/|per\s+)\s*(?:[mµμdcn]?L\b|[md]l\b|m[23²³]|lit(?:er|re)|cm|100\s?(?:g|mL|ml)|10\d|mol|mmol|cells?|gram\b|g\b)/;
/** A sentence that reports measurements may need the zero to show how exact they are. */
const MEASURED = once(() => new RegExp(
  '±|\\b(?:mean|median|average|SD|SEM|CI|IQR|95\\s?%|p\\s*[<=>]|serum|plasma|blood|urine|urinary|tumou?rs?|lesions?|weigh(?:s|ed|ing)?|' +
    'creatinine|albumin|ha?emoglobin|calcium|concentrations?|levels?|excretion|proteinuria)\\b',
  'i',
));
const NO_SPACE = /^(?:mg|mcg|mL|ml|kg)$/;
/** A `g` run into its number is marked in ranges only: labels of food have `12g`. What other fixes write may not decide it. */
const BEHIND_RANGE = /\d\s?(?:[–-]|to)\s?$/;

interface Fault {
  readonly severity: Severity;
  readonly message: string;
  readonly missingSpace?: true;
}

/**
 * The problems with amounts in a text. Offsets are in the text. All faults of one amount are one problem, the gravest, with one fix.
 * @param allowIU whether `IU` may stay.
 */
export function* amounts(text: string, allowIU: boolean): Iterable<DoseProblem> {
  const measured = MEASURED().test(text);
  const context: Context = { text, measured, allowIU, speaksOf: remember((row) => row.unless.some((word) => new RegExp(`\\b${word}s?\\b`, 'i').test(text))) };
  for (const match of text.matchAll(AMOUNT())) {
    const problem = readAmount(match, context);
    if (problem) yield problem;
  }
  for (const { 0: all, 1: number, index } of measured ? [] : text.matchAll(RANGE())) {
    yield safe(index, index + all.length, { severity: 'error', message: zeroMessage(all) }, number!);
  }
  for (const { 0: all, 1: form, index } of text.matchAll(HALF_TABLET)) {
    if (/(?<![\p{L}\d])\d+\s+$/u.test(text.slice(Math.max(0, index - 8), index))) continue;
    const words = `half a ${form!.toLowerCase() === 'tab' ? 'tablet' : form!.toLowerCase()}`;
    const opens = /(?:^|[.:])\s*$/.test(text.slice(Math.max(0, index - 10), index));
    const fault: Fault = { severity: 'information', message: `“${all}” can be read as 1 to 2. Write it in words.` };
    yield safe(index, index + all.length, fault, opens ? capitalize(words) : words);
  }
  for (const { 0: all, 1: first, 2: second, index } of text.matchAll(TWO_DOSES())) {
    const end = index + all.length;
    const fixes = [change(index, end, `${first} and ${second}`, 'suggestion')];
    yield { start: index, end, severity: 'information', message: `The slash in “${all}” can be read as a 1.`, fixes };
  }
}

/** What is asked about the text around the amounts; each answer is worked out once. */
interface Context {
  readonly text: string;
  readonly measured: boolean;
  readonly allowIU: boolean;
  /** True where the text has a word that gives the row's forms another meaning. */
  readonly speaksOf: (row: DoseRow) => boolean;
}

function remember(ask: (row: DoseRow) => boolean): (row: DoseRow) => boolean {
  const answers = new Map<DoseRow, boolean>();
  return (row) => {
    let answer = answers.get(row);
    if (answer === undefined) answers.set(row, (answer = ask(row)));
    return answer;
  };
}

function readAmount(match: RegExpMatchArray, { text, measured, allowIU, speaksOf }: Context): DoseProblem | undefined {
  const [all, name = '', number = '', gap = '', unit = '', stop = ''] = match;
  const start = match.index!;
  const end = start + all.length - (stop && startsClause(text.slice(start + all.length, start + all.length + 40)) ? 1 : 0);
  if (name && termAt(tokenize(name), 0)?.value.kind !== 'drug') return undefined;
  if (PER_VOLUME.test(text.slice(end, end + 20)) || (/^u$/i.test(unit) && !isUnitOfDose(text.slice(Math.max(0, start - 150), end + 150), unit, gap))) return undefined;
  const row = doseRows().find((one) => one.kind === 'unit' && one.forms.includes(unit) && !(allowIU && unit === 'IU'));
  if (row && speaksOf(row)) return undefined;
  const mendedNumber = mendNumber(number, measured);
  const shown = text.slice(start, end);
  const faults: Fault[] = [];
  if (name) faults.push({ severity: 'error', message: `Name and dose run together in “${shown}”.` });
  if (number.startsWith('.')) faults.push({ severity: 'error', message: `“${shown}” loses its point easily. Write a zero before it.` });
  if (/^\d{1,4}\.0+$/.test(number) && mendedNumber !== number) faults.push({ severity: 'error', message: zeroMessage(shown) });
  if (row) faults.push({ severity: row.severity, message: unitMessage(unit, inNumber(row, mendedNumber)) });
  if (/^\d{5,}$/.test(number) && mendedNumber !== number) faults.push({ severity: 'warning', message: `“${shown}” is hard to read without separators.` });
  if (stop && end === start + all.length) faults.push({ severity: 'information', message: 'A unit takes no full stop.' });
  if (gap === '' && (NO_SPACE.test(unit) || (unit === 'g' && BEHIND_RANGE.test(text.slice(Math.max(0, start - 6), start))))) {
    const misread = unit.startsWith('m') ? 'an “m” can be read as zeros' : unit === 'g' ? 'a “g” can be read as a 9' : 'run together, they are misread';
    faults.push({ severity: 'hint', message: `A space keeps number and unit apart: ${misread}.`, missingSpace: true });
  }
  const gravest = faults.sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity))[0];
  if (!gravest) return undefined;
  return safe(start, end, gravest, `${name && `${name} `}${mendedNumber}${gap || ' '}${row ? inNumber(row, mendedNumber) : mendedNumber === '1' ? unit.replace(/^(unit|tablet|capsule|pill)s$/, '$1') : unit}`);
}

function zeroMessage(shown: string): string {
  return `The zero in “${shown}” can make it ten times as much when the point is overlooked.`;
}

function unitMessage(unit: string, written: string): string {
  const misread = unit === 'IU' ? ' as IV or 10' : /^u$/i.test(unit) ? ' as 0, 4 or cc' : '';
  return `“${unit}” can be misread${misread}. Write “${written}”.`;
}

/** The row's word in the singular or plural. */
function inNumber(row: DoseRow, number: string): string {
  const word = row.instead[0]!;
  return word === 'unit' && number !== '1' ? 'units' : word;
}

/** The number with a zero before its point, without zeros behind it, with separators from five digits on. A measured one keeps its zeros. */
function mendNumber(number: string, measured: boolean): string {
  if (number.startsWith('.')) return `0${number}`;
  if (measured) return number;
  return /^\d{5,}$/.test(number) ? number.replace(/\B(?=(?:\d{3})+$)/g, ',') : number.replace(/^(\d{1,4})\.0+$/, '$1');
}

/** `10 U` of insulin, but not 2 U of rack space or a `4u` that is no dose. */
function isUnitOfDose(text: string, unit: string, gap: string): boolean {
  if (/\b(?:insulin|heparin|oxytocin|botulinum|penicillin|vaccine|hyaluronidase|vasopressin)\b/i.test(text)) return true;
  return unit === 'U' && gap !== '' && /\b(?:inject\p{L}*|doses?|take|takes|give|given|administer\p{L}*)\b/iu.test(text);
}

/** A lower-case start of a sentence, as brand-like names have it, is not the middle of one; a verb form shows the middle. */
function startsClause(rest: string): boolean {
  const word = /^\s+(\p{Ll}+)/u.exec(rest)?.[1] ?? '';
  return word === '' || (verbReading(word)?.forms.has('s') ?? false);
}

function safe(start: number, end: number, { severity, message, missingSpace }: Fault, fixed: string): DoseProblem {
  return { start, end, severity, message, fixes: [change(start, end, fixed, 'safe')], ...(missingSpace ? { missingSpace } : {}) };
}

/** A fix that shows what will stand there. */
export function change(start: number, end: number, text: string, safety: FixSpec['safety']): FixSpec {
  return { title: `Change to “${text}”`, safety, edits: [{ start, end, text }] };
}
