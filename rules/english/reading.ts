/** What a sentence is once its clauses are read: its words, its verbs with their subjects, and how the clauses hang together. */
import type { VerbGroup } from './verb-groups.js';
import type { Word } from './words.js';

export type ClauseRole = 'main' | 'complement' | 'relative' | 'adverbial' | 'question' | 'condition';

export interface Clause {
  readonly role: ClauseRole;
  /** Word index of `that`, `whether`, `which`, `while` …; -1 where the clause has none. */
  readonly marker: number;
  readonly parent: Clause | undefined;
  /** True for a relative clause set off by a comma. */
  readonly loose: boolean;
  /** Where the clause begins, as a word index: behind its marker. */
  readonly start: number;
  /** Index into the sentence's verbs of the one whose complement this clause is; -1 for none. */
  readonly governor: number;
}

export interface Verb {
  readonly group: VerbGroup;
  readonly clause: Clause;
  /** Word indices of the subject, half-open; empty where there is none. For a non-finite verb: the subject of the verb it hangs on. */
  readonly subject: Range;
  /** Word indices of what follows the verb up to the end of its phrase. */
  readonly rest: Range;
  /** Index of the earlier verb with which this one is coordinated (`and provide`); -1 for none. */
  readonly coordinated: number;
  /** For non-finite verbs, the index of the verb they hang on; -1 for finite ones and where there is none. */
  readonly host: number;
  /** How a non-finite verb hangs: behind a comma (result), a preposition, a noun, directly behind a verb, or at the start. */
  readonly link: 'none' | 'comma' | 'preposition' | 'noun' | 'verb' | 'start' | 'coordination';
}

export interface Range {
  readonly from: number;
  readonly to: number;
}

export interface Reading {
  readonly words: readonly Word[];
  readonly verbs: readonly Verb[];
}
