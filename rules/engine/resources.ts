/** What comes in from outside besides the text, handed over as data: the engine itself has no files, network or clock. */
import type { CueTable } from './cue-table.js';

/**
 * `ordinary`: no spelling rule has anything to say about the word. `term`, `general`: right as a word of a curated term or of general English, and all
 * that there is to look at is whether it begins one of several forms of a thing; it is in no species name, no known misspelling, no phrase they look for.
 */
export type Standing = 'ordinary' | 'term' | 'general';

/** A large word list: does it know this word form? Case as written; the list decides about case itself. */
export interface Dictionary {
  has(word: string): boolean;
  /**
   * Which of its lists knows the word, whatever its case: general English, or only the large list of scientific names, in which real misspellings occur.
   * Without this method every known word counts as general English.
   */
  listOf?(word: string): 'general' | 'scientific' | undefined;
  /**
   * What the spelling rules would find out about a right word (in lower case, ASCII letters only), whatever the user's own words are. It spares them
   * their tables; where the method is missing or says nothing, they look for themselves.
   */
  standingOf?(word: string): Standing | undefined;
  /** Known words that look like a misspelling's origin, best first. Only asked when a finding is made. */
  suggest?(word: string, limit: number): readonly string[];
}

/** A source in the writer's bibliography, reduced to what messages and fixes show. */
export interface BibliographyEntry {
  readonly key: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly year: string;
  readonly doi?: string;
  readonly pmid?: string;
  readonly container?: string;
}

export interface Bibliography {
  /** True where a file that belongs to it could not be read: a key that it does not have may be there all the same. */
  readonly incomplete?: boolean;
  get(key: string): BibliographyEntry | undefined;
  readonly entries: readonly BibliographyEntry[];
}

export interface Retraction {
  readonly kind: 'retraction' | 'withdrawal' | 'expression-of-concern' | 'correction';
  /** ISO date, or empty. */
  readonly date: string;
  /** The notice's DOI or PMID, or empty. */
  readonly notice: string;
}

/** Retracted publications by normalised DOI (lower case) or PMID. */
export interface RetractionList {
  find(identifier: { readonly type: string; readonly value: string }): Retraction | undefined;
}

/** Equal object, equal content: the memo forgets everything when it is handed another one. */
export interface Resources {
  readonly dictionary?: Dictionary;
  readonly bibliography?: Bibliography;
  readonly retractions?: RetractionList;
  /** Words that the user or the workspace has added to the dictionary, lower case. */
  readonly words: ReadonlySet<string>;
  /** The rules' cues, worked out ahead of time from these very rules; without it they are worked out. */
  readonly cues?: CueTable;
  /** Today as an ISO date, for rules on review dates; without it they stay silent. */
  readonly today?: string;
}

export const NO_RESOURCES: Resources = { words: new Set() };
