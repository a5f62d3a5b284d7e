/** What the readers of doses find. */
import type { Report } from '../engine/rule.js';

/** A fault in a dose; offsets are in the sentence's text. */
export interface DoseProblem extends Report {
  /** Nothing but the space is missing, which an option can accept. */
  readonly missingSpace?: true;
}
