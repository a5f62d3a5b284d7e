/** The list of error-prone notation. */
import { SEVERITIES, type Severity } from '../engine/finding.js';
import doseNotation from '../lexicon/data/wording/dose-notation.txt';
import { once } from '../lexicon/once.js';
import { readList, readTable } from '../lexicon/table.js';

export const DOSE_KINDS = ['unit', 'always', 'dose', 'drug'] as const;

/** One row of the list. */
export interface DoseRow {
  readonly kind: (typeof DOSE_KINDS)[number];
  readonly forms: readonly string[];
  /** One: it always means that. Several: the writer must choose. */
  readonly instead: readonly string[];
  readonly severity: Severity;
  /** Words in the sentence that give the form another meaning. */
  readonly unless: readonly string[];
}

/** Every row, in the order of the file. */
export const doseRows: () => readonly DoseRow[] = once(() =>
  readTable(doseNotation).map(([kind, forms, instead, severity, unless]) => ({
    kind: kind as DoseRow['kind'],
    forms: readList(forms),
    instead: readList(instead),
    severity: SEVERITIES.find((one) => one === severity) ?? 'warning',
    unless: readList(unless),
  })),
);
