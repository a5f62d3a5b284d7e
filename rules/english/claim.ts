/** What a claim is: an exposure, an outcome, how the one is related to the other, and how firmly that is said. */
import type { Range } from './clauses.js';
import type { Level } from './commitment.js';
import type { Exposure } from './exposure.js';
import type { Outcome } from './outcome.js';
import type { RelationClass } from './relations.js';

/** The scale of Yu, Li & Wang (EMNLP 2019). */
export type Strength = 'direct' | 'conditional' | 'correlational' | 'none';
export type Direction = 'benefit' | 'harm' | 'unclear';

export type RelationKind =
  /** `reduces pain` */ | 'verb'
  /** `is relieved by kava` */ | 'passive'
  /** `, reducing pain`; `with its compounds affecting dopamine` */ | 'participle'
  /** `genes causing seizures`: an attribute, for the inventory only */ | 'attribute'
  /** `the ability of kratom to ease` */ | 'ability'
  /** `has an effect on`, `offers benefits for` */ | 'effect'
  /** `is effective against` */ | 'evaluation'
  /** `is a cause of`, `is a treatment for`, `is due to` */ | 'identity'
  /** `is linked to`, `predicts`, `more likely to` */ | 'association';

export interface Relation {
  readonly kind: RelationKind;
  /** Index of the verb in `readingOf(sentence).verbs`; -1 where a noun alone relates. */
  readonly verb: number;
  /** Dictionary form with particle (`lead to`), or the noun or adjective (`effective`). */
  readonly lemma: string;
  readonly class: RelationClass;
  readonly polarity: '+' | '-' | '0';
  /** Word indices of the words that a finding marks: auxiliaries, head and particle, or `is effective against`. */
  readonly range: Range;
}

export interface Claim {
  readonly exposure: Exposure;
  readonly relation: Relation;
  readonly outcome: Outcome;
  readonly level: Level;
  readonly emphatic: boolean;
  /** Reported as found: `studies show that …`. */
  readonly factive: boolean;
  readonly hedged: boolean;
  /** A negation governs it, whatever else does. */
  readonly denied: boolean;
}
