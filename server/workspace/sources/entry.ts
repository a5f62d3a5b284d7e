/** Entries of bibliographies, with the places where they stand. */
import type { BibliographyEntry } from '../../../rules/index.js';

/** An entry with its place: the file, and the offset of its key in UTF-16 units. */
export interface LocatedEntry extends BibliographyEntry {
  readonly location: string;
  readonly offset: number;
}

/** What one file holds. */
export interface ReadBibliography {
  readonly entries: readonly LocatedEntry[];
  /** What is wrong with the file, a line each. */
  readonly problems: readonly string[];
}
