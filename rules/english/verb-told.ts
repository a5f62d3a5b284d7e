/** What those who read the claims of a verb are given. */
import type { Block, Sentence } from '../article/article.js';
import type { Claim } from './claim.js';
import type { Committed } from './commitment.js';
import type { Reading, Verb } from './reading.js';
import type { RelationMatch } from './relations.js';

/** A verb that relates things, and what has been found out about it. */
export interface VerbTold {
  readonly sentence: Sentence;
  readonly block: Block | undefined;
  readonly reading: Reading;
  readonly verb: Verb;
  readonly match: RelationMatch;
  readonly relation: Omit<Claim['relation'], 'kind' | 'range'>;
  readonly common: Committed;
}
