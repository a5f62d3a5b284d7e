/** The words that relate an exposure to an outcome: causal verbs with their particles, effect nouns, evaluative adjectives. */
import causalVerbs from '../lexicon/data/grammar/causal-verbs.txt';
import inventoryVerbs from '../lexicon/data/grammar/inventory-verbs.txt';
import relationNouns from '../lexicon/data/grammar/relation-nouns.txt';
import evaluative from '../lexicon/data/grammar/evaluative-adjectives.txt';
import { readList, readTable } from '../lexicon/table.js';
import { isOneOf } from './one-of.js';
import type { VerbGroup } from './verb-groups.js';
import type { Word } from './words.js';

/** `inventory`: a verb that is counted as a claim but too common in other senses for a finding. */
export type RelationClass = 'absolute' | 'direct' | 'soft' | 'associational' | 'inventory';

export interface RelationVerb {
  /** The lemma with its particle: `lead to`. */
  readonly lemma: string;
  readonly class: RelationClass;
  /** + raises or produces, - lowers or removes, 0 undirected. */
  readonly polarity: '+' | '-' | '0';
  /** What follows the head word: `['to']`. */
  readonly particle: readonly string[];
  /** The object may stand before the particle: `slow growth down`. */
  readonly separable: boolean;
  /** For the inventory's verbs: counts whatever its object is. */
  readonly anyObject: boolean;
}

export interface RelationNoun {
  readonly class: 'effect' | 'change' | 'cause' | 'treatment' | 'correlational';
  readonly polarity: '+' | '-' | '0';
}

export interface EvaluativeAdjective {
  readonly polarity: '+' | '-' | '0';
  readonly prepositions: ReadonlySet<string>;
}

/** Verbs whose object is worse off whatever it is. */
export const HARMFUL_VERBS = new Set(['worsen', 'aggravate', 'exacerbate', 'damage', 'harm', 'impair', 'disrupt', 'deplete', 'weaken', 'injure', 'poison', 'compromise', 'threaten', 'jeopardize', 'predispose', 'destroy', 'interfere with', 'hinder', 'hamper', 'impede', 'undermine', 'endanger', 'erode', 'burden', 'infect']);
/** Verbs whose object is better off whatever it is. */
export const HELPFUL_VERBS = new Set(['improve', 'enhance', 'treat', 'relieve', 'alleviate', 'ease', 'soothe', 'calm', 'mitigate', 'ameliorate', 'restore', 'repair', 'rebuild', 'heal', 'cure', 'protect', 'protect against', 'support', 'maintain', 'strengthen', 'optimize', 'optimise', 'normalize', 'normalise', 'balance', 'provide relief from', 'offer relief from', 'benefit', 'fight', 'combat', 'help', 'aid', 'save', 'nourish', 'prevent', 'guard against', 'ward off', 'fend off', 'stave off', 'manage', 'control', 'fix', 'correct', 'replenish', 'rescue', 'rejuvenate', 'regenerate', 'settle', 'quell', 'tame', 'bolster', 'fortify', 'safeguard', 'preserve', 'invigorate', 'revitalize', 'revitalise', 'revive', 'nurture', 'rehydrate', 'unclog', 'defend against']);

/** Particles that the object may stand before: `slow growth down`, `keep germs at bay`. */
const SEPARABLE = /^(?:up|down|off|out|away|back|at bay|in check|in motion)$/;

const verbs = new Map<string, RelationVerb[]>();
for (const [lemma = '', kind, polarity] of readTable(causalVerbs)) addVerb(lemma, kind as RelationClass, polarity as '+', true);
for (const [lemma = '', polarity, any] of readTable(inventoryVerbs)) addVerb(lemma, 'inventory', polarity as '+', any === 'any');
for (const list of verbs.values()) list.sort((a, b) => b.particle.length - a.particle.length);

function addVerb(lemma: string, kind: RelationClass, polarity: '+' | '-' | '0', anyObject: boolean): void {
  const [head = '', ...particle] = lemma.split(' ');
  const known = verbs.get(head);
  const entry: RelationVerb = { lemma, class: kind, polarity, particle, separable: SEPARABLE.test(particle.join(' ')), anyObject };
  if (!known) verbs.set(head, [entry]);
  else if (!known.some((one) => one.lemma === lemma)) known.push(entry);
}

export const RELATION_NOUNS: ReadonlyMap<string, RelationNoun> = new Map(
  readTable(relationNouns).map(([noun = '', kind, polarity]) => [noun, { class: kind as 'effect', polarity: polarity as '0' }]),
);
export const EVALUATIVE_ADJECTIVES: ReadonlyMap<string, EvaluativeAdjective> = new Map(
  readTable(evaluative).map(([adjective = '', polarity, prepositions]) => [adjective, { polarity: polarity as '+', prepositions: new Set(readList(prepositions)) }]),
);

export interface RelationMatch {
  readonly verb: RelationVerb;
  /** Word index behind the head and its particle. */
  readonly to: number;
}

/** The causal, soft or associational verb that heads this group, with its particle where the verb needs one (`leads … to`). */
export function relationVerb(words: readonly Word[], group: VerbGroup): RelationMatch | undefined {
  // `destabilise`: the inventory's verbs are listed in American spelling only.
  const entries = verbs.get(group.lemma) ?? (/[iy]se$/.test(group.lemma) ? verbs.get(group.lemma.replace(/se$/, 'ze')) : undefined);
  if (!entries) return undefined;
  for (const verb of entries) {
    let at = group.to;
    let fits = true;
    for (const word of verb.particle) {
      while (words[at] && (words[at]!.class === 'adv' || isOneOf(words[at]!.lower, 'more less most')) && words[at]!.lower !== word) at++;
      if (words[at]?.lower !== word) {
        fits = false;
        break;
      }
      at++;
    }
    if (fits) return { verb, to: verb.particle.length > 0 ? at : group.to };
    if (verb.separable && !group.passive && particleBehindObject(words, group.to, verb.particle)) return { verb, to: group.to };
  }
  return undefined;
}

/** Nothing but a short noun phrase stands between the verb and its particle. */
function particleBehindObject(words: readonly Word[], from: number, particle: readonly string[]): boolean {
  for (let j = from; j < words.length && j < from + 6; j++) {
    const { class: kind, lower } = words[j]!;
    if (lower === particle[0] && j > from) return particle.every((word, k) => words[j + k]?.lower === word) && !['noun', 'det', 'pron', 'adj'].includes(words[j + particle.length]?.class ?? '');
    if (!['noun', 'det', 'pron', 'adj', 'number'].includes(kind)) return false;
  }
  return false;
}

/** All relation verbs of these classes. */
export function relationVerbsOf(...classes: readonly RelationClass[]): RelationVerb[] {
  return [...verbs.values()].flat().filter((verb) => classes.includes(verb.class));
}
