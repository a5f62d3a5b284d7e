/**
 * Relative clauses that only say which thing is meant: `Gout, a disease that destroys joints, …`, `They tested a drug that lowers
 * cholesterol`. The sentence goes on to say something else.
 */
import type { Clause, Reading, Verb } from './clauses.js';
import { commitmentOf, type Committed } from './commitment.js';
import type { Exposure } from './exposure.js';
import { isOneOf } from './one-of.js';
import { claimWords } from './word-lists.js';
import type { Word } from './words.js';

/** Names for whatever is taken or done. */
const GENERIC = claimWords('generic');
const DISCOVERS = claimWords('discovers');
const TRIES = claimWords('tries');
const ILLNESS = claimWords('illness');

/** `Gout, a disease that destroys joints, …`, `It is a disorder in which …`: what kind of thing it is, not what the text found. */
export function inDefinition({ words }: Reading, clause: Clause): boolean {
  for (let at: Clause | undefined = clause; at; at = at.parent) {
    if (at.role !== 'relative') continue;
    let j = at.marker - 1;
    if (words[j]?.class === 'prep') j--;
    if (!ILLNESS.has(words[j]?.lower)) continue;
    while (j > 0 && ['adj', 'noun', 'adv', 'number'].includes(words[j]!.class)) j--;
    if (isOneOf(words[j]?.lower, 'a an') && (isOneOf(words[j - 1]?.lower, ', )') || words[j - 1]?.class === 'be' || words[j - 1]?.class === 'adv')) return true;
  }
  return false;
}

/**
 * `Proteins that control growth are her subject`, `They tested a drug that lowers cholesterol`: the clause tells which nameless thing is
 * meant, and the sentence goes on to say something else. What is discovered or is said to be such a thing makes a statement.
 */
export function onlyDescribes({ words, verbs }: Reading, { clause, group }: Verb, { known, name }: Exposure): boolean {
  if (clause.role !== 'relative' || clause.loose || isOneOf(group.modal, 'may might could') || (known && !GENERIC.has(name))) return false;
  const main = verbs.find((verb) => verb.clause === clause.parent && verb.group.kind === 'finite' && verb.group.from > group.from && verb.subject.from <= clause.marker && clause.marker < verb.subject.to);
  if (main) return !DISCOVERS.has(main.group.lemma);
  const before = verbs.findLast((verb) => verb.clause === clause.parent && verb.group.to <= clause.marker);
  return before !== undefined && (TRIES.has(before.group.lemma) || (before.group.kind === 'infinitive' && words[clause.marker - 1]?.class === 'noun' && isOneOf(words[antecedentStart(words, clause.marker)]?.lower, 'the these those')));
}

/** `A molecule that blocks the receptor could ease itch`: what any such thing does is no firmer than what is said of it. */
export function withHost(reading: Reading, { clause, subject, group }: Verb, own: Committed): Committed {
  if (clause.role !== 'relative' || clause.loose || own.level !== 'bare' || !isOneOf(reading.words[subject.from]?.lower, 'a an')) return own;
  const host = reading.verbs.findIndex((verb) => verb.clause === clause.parent && verb.group.kind === 'finite' && verb.group.from > group.from && verb.subject.from <= clause.marker);
  return host >= 0 && commitmentOf(reading, host).level === 'hedged' ? { ...own, level: 'hedged', hedged: true } : own;
}

function antecedentStart(words: readonly Word[], marker: number): number {
  let from = marker - 1;
  while (from > 0 && words[from]!.class !== 'det' && ['noun', 'adj', 'number'].includes(words[from]!.class)) from--;
  return from;
}
