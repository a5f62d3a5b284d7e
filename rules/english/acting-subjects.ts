/**
 * Who or what is said to act: the verb's own subject, or that of the verb or noun on which it hangs.
 *
 * - `Kava was shown to ease pain`, `X succeeded in restoring sight`: the subject of the finite verb;
 * - `the ability of kava to ease pain`: the owner of the ability;
 * - `…, easing pain`; `with its oils easing pain`: the whole clause; the phrase behind `with`.
 */
import type { RelationKind } from './claim.js';
import type { Range, Reading, Verb } from './clauses.js';
import { governingNoun, isPastUse } from './commitment.js';
import { isOneOf } from './one-of.js';
import type { RelationMatch } from './relations.js';
import { claimWords } from './word-lists.js';
import type { Word } from './words.js';

/** `factors known to affect the heart`: what these are is not told. */
const NAMELESS = claimWords('nameless');

export interface Acting {
  readonly kind: RelationKind;
  /** Word indices of the phrase that names it. */
  readonly subject: Range;
  /** Word index where what a finding marks begins. */
  readonly from: number;
}

/** Who acts by this verb, which is no passive; undefined where nobody does, or only what is meant or wanted. */
export function actingSubject(reading: Reading, verb: Verb, match: RelationMatch): Acting | undefined {
  const { verbs } = reading;
  const { group, subject } = verb;
  const own: Acting = { kind: 'verb', subject, from: group.from };
  if (group.kind === 'participle') return undefined;
  if (group.kind === 'ing') return besideClause(reading, verb, match);
  if (group.kind === 'finite') return own;
  // `found an intervention to reduce deaths`
  if (verb.link === 'noun' && verb.host >= 0 && subject.from === verbs[verb.host]!.group.to) return own;
  const start = chainStart(reading, verb) ?? usedTo(reading, verb);
  return start ? { kind: 'verb', subject: start.subject, from: start.group.from } : able(reading, verb);
}

/** `the ability of kava to ease`, `has the power to ease`. */
function able({ words, verbs }: Reading, verb: Verb): Acting | undefined {
  const noun = governingNoun(words, verb);
  if (!noun || !/^abilit|^capacit|^power$|^potential$|^capability$/.test(noun)) return undefined;
  const owner = ownerOf(words, verb.group.from, noun);
  if (owner) return { kind: 'ability', subject: owner.exposure, from: owner.phrase.from };
  // `has the ability to ease` is one more way to say `can`.
  const holder = verbs[verb.host];
  return holder?.group.lemma === 'have' && holder.group.kind === 'finite' ? { kind: 'verb', subject: holder.subject, from: holder.group.from } : undefined;
}

/** `…, easing pain`; `with its oils easing pain`; `genes causing seizures`; `works by easing pain`; `succeeds in easing pain`. */
function besideClause({ words, verbs }: Reading, verb: Verb, match: RelationMatch): Acting | undefined {
  const { group, subject } = verb;
  const { from } = group;
  if (verb.link === 'comma' || ((verb.link === 'coordination' || verb.coordinated >= 0) && resultParticiple(verbs, verb))) return { kind: 'participle', subject, from };
  const absolute = verb.link === 'noun' ? withAbsolute(words, verb) : 0;
  if (absolute) return { kind: 'participle', subject: { from: absolute, to: from }, from };
  if (verb.link === 'noun' && (match.verb.lemma === 'cause' || match.verb.lemma === 'lead to' || match.verb.lemma === 'result in')) return { kind: 'attribute', subject, from };
  // `works by reducing inflammation`: the manner is stated too.
  if (verb.link === 'preposition' && words[from - 1]?.lower === 'by' && match.verb.class === 'direct') return { kind: 'attribute', subject, from };
  const host = successHost(words, verbs, verb);
  return host && { kind: 'verb', subject: host.subject, from: host.group.from };
}

/** The finite verb from which a chain of `helps to`, `has been shown to`, `is likely to` leads to this infinitive. */
function chainStart(reading: Reading, verb: Verb): Verb | undefined {
  let at: Verb | undefined = verb;
  for (let step = 0; at && step < 6; step++) {
    if (at.group.kind === 'finite') return at;
    // `coffee found to reduce risk`, `a herb proven to ease pain`: the participle stands for a clause.
    if (at.group.kind === 'participle' && at.link === 'noun' && at !== verb) return NAMELESS.has(reading.words[at.group.from - 1]?.lower) ? undefined : at;
    if (at.coordinated >= 0) {
      const first: Verb = reading.verbs[at.coordinated]!;
      if (first.group.kind === 'finite' && at === verb) return { ...verb, subject: first.subject };
      const chain = chainStart(reading, first);
      return chain ? { ...verb, subject: chain.subject } : undefined;
    }
    const host: Verb | undefined = reading.verbs[at.host];
    if (host?.group.lemma === 'do' && isOneOf(reading.words[host.group.to]?.lower, 'little nothing much')) return host;
    if (!host || (at.link !== 'verb' && !(at.link === 'noun' && (isOneOf(host.group.lemma, 'help enable allow cause') || host.group.copula)))) return undefined;
    at = host;
  }
  return undefined;
}

/** `Surgeons used stem cells to repair …`: done, not only meant; the verb of use. */
function usedTo({ words, verbs }: Reading, verb: Verb): Verb | undefined {
  const host = verbs[verb.host];
  return verb.link === 'noun' && isPastUse(words, host) ? host : undefined;
}

/** `succeeded in restoring sight`, `is capable of slowing growth`: the finite verb on which a preposition and -ing hang. */
function successHost(words: readonly Word[], verbs: readonly Verb[], verb: Verb): Verb | undefined {
  const host = verbs[verb.host];
  if (verb.link !== 'preposition' || host?.group.kind !== 'finite') return undefined;
  const preposition = words[verb.group.from - 1]?.lower;
  const succeeds = preposition === 'in' && host.group.lemma === 'succeed' && verb.group.from - 1 === host.group.to;
  // `is suspected of promoting colitis`, `is credited with saving lives`
  const suspected = host.group.passive && ((preposition === 'of' && isOneOf(host.group.lemma, 'suspect accuse')) || (preposition === 'with' && host.group.lemma === 'credit') || (preposition === 'for' && host.group.lemma === 'blame'));
  if (suspected) return host;
  const capable = preposition === 'of' && host.group.copula && isOneOf(words[verb.group.from - 2]?.lower, 'capable incapable');
  return succeeds || capable ? host : undefined;
}

function resultParticiple(verbs: readonly Verb[], verb: Verb): boolean {
  const first = verbs[verb.coordinated];
  return Boolean(first && (first.link === 'comma' || first.group.progressive));
}

/** `with its active compounds affecting dopamine`: index of the noun phrase behind `with`; 0 where there is none. */
function withAbsolute(words: readonly Word[], verb: Verb): number {
  for (let j = verb.group.from - 1; j > 0 && j > verb.group.from - 12; j--) {
    if (words[j]!.lower === 'with' && (words[j - 1]?.lower === ',' || j === 0)) return j + 1;
    if (words[j]!.class === 'verb' || words[j]!.class === 'punctuation' && words[j]!.lower !== '-') return 0;
  }
  return 0;
}

/** Who has the ability: `the ability of kratom to`, `kratom's ability to`. `phrase` is what a finding marks. */
function ownerOf(words: readonly Word[], to: number, noun: string): { readonly phrase: Range; readonly exposure: Range } | undefined {
  let at = to - 1;
  while (at >= 0 && words[at]!.lower !== noun) at--;
  if (at < 0) return undefined;
  if (words[at + 1]?.lower === 'of') {
    const from = words[at - 1]?.class === 'det' || words[at - 1]?.class === 'adj' ? at - 1 : at;
    return { phrase: { from: words[from - 1]?.class === 'det' ? from - 1 : from, to }, exposure: { from: at + 2, to } };
  }
  for (let j = at - 1; j >= 0 && j > at - 5; j--) {
    const word = words[j]!;
    if (/'s?$/.test(word.lower) || isOneOf(word.lower, 'its their')) {
      let from = j;
      while (from > 0 && ['adj', 'noun', 'det'].includes(words[from - 1]!.class)) from--;
      return { phrase: { from, to }, exposure: { from, to: j + 1 } };
    }
  }
  return undefined;
}
