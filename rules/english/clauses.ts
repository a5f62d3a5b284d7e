/**
 * Hangs the verb groups of a sentence into clauses: who is the subject, which clause stands in which, what is coordinated.
 *
 * - `While A may be popular, it relieves B`: an adverbial clause, closed by the comma, and the main clause.
 * - `Rhodiola, which boosts serotonin, is popular`: a relative clause inside the subject of the main clause.
 * - `It is unclear whether A reduces B`: a clause that depends on `unclear`.
 * - `Studies show kratom ends cravings`: `show` takes a clause although no `that` is there.
 * - `may ease A and provide B`: two verbs of one clause; the second shares the auxiliary.
 */
import type { Sentence } from '../article/article.js';
import { byWords } from '../article/sentence-memory.js';
import { isOneOf } from './one-of.js';
import type { Clause, Range, Reading, Verb } from './reading.js';
import { verbGroups, type VerbGroup } from './verb-groups.js';
import { REPORTING } from './verb-lists.js';
import { setRests, type Draft } from './verb-rests.js';
import { wordsOf } from './word-classes.js';
import { isAuxiliary, joinsAdverbs, opensContactClause, opensNoClause, startsNounPhrase, type Word } from './words.js';

export type { Clause, ClauseRole, Range, Reading, Verb } from './reading.js';

const QUESTION_WORDS = new Set(['whether', 'how', 'why']);
const CONDITION_WORDS = new Set(['if', 'unless', 'lest']);
const PREPOSITIONS_THAT_OPEN_CLAUSES = new Set(['after', 'before', 'since', 'until', 'till', 'as', 'than']);
/** `found an intervention to reduce mortality`: the object is the infinitive's subject. */
const RAISING = new Set(['find', 'show', 'observe', 'prove', 'report', 'consider', 'believe', 'think', 'expect', 'help', 'allow', 'enable', 'cause', 'lead']);
const EMPTY: Range = { from: 0, to: 0 };

/** The words, verbs and clauses of a sentence; worked out once for each sentence. */
export const readingOf: (sentence: Sentence) => Reading = byWords(
  (sentence) => read(wordsOf(sentence)),
  (reading, sentence, by) => (by === 0 ? reading : { words: wordsOf(sentence), verbs: reading.verbs }),
);

interface Open {
  readonly clause: Clause;
  /** Index of the clause's last finite verb in `verbs`; -1 while it has none. */
  finite: number;
  subjectFrom: number;
  subjectTo: number;
}

/** Reads classified words. */
export function read(words: readonly Word[]): Reading {
  const groups = verbGroups(words);
  const verbs: Draft[] = [];
  const main = (start: number): Open => ({ clause: { role: 'main', marker: -1, parent: undefined, loose: false, start, governor: -1 }, finite: -1, subjectFrom: start, subjectTo: start });
  let stack: Open[] = [main(0)];
  let next = 0;
  let lastVerb = -1;
  const top = () => stack[stack.length - 1]!;
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (next < groups.length && groups[next]!.from === i) {
      const group = groups[next++]!;
      const subjectEnd = group.from - leadingAdverbs(words, group.from) + (words[group.from]!.class === 'pron' ? 1 : 0);
      if (group.kind === 'finite') lastVerb = attachFinite(words, verbs, stack, group, subjectEnd);
      else lastVerb = attachNonFinite(words, verbs, top(), group, lastVerb);
      i = Math.max(i, group.to - 1);
      continue;
    }
    if (opensContactClause(words, i) && top().finite < 0) {
      stack.push({ clause: { role: 'relative', marker: i, start: i, loose: false, governor: -1, parent: top().clause }, finite: -1, subjectFrom: i, subjectTo: i });
      continue;
    }
    const opened = clauseOpenedBy(words, i, verbs, lastVerb);
    if (opened) {
      // A clause that is complete does not contain the next adverbial one: `X helps because …`
      const parent = top();
      stack.push({ clause: { ...opened, parent: parent.clause }, finite: -1, subjectFrom: i + 1, subjectTo: i + 1 });
      continue;
    }
    if (word.class !== 'punctuation') continue;
    if (word.lower === ';' || word.lower === ':') stack = [main(i + 1)];
    else if (word.lower === ',' && top().finite >= 0 && stack.some((open) => open.finite < 0)) {
      const keep = lastIndexWhere(stack, (open) => open.finite < 0) + 1;
      const opener = stack[keep]?.clause.marker ?? i;
      stack.length = keep;
      // A relative clause stands inside the subject; an adverbial one before it.
      if (!hasNominal(words, top().subjectFrom, opener)) top().subjectFrom = i + 1;
    } else if (word.lower === ',' && top().finite < 0 && !hasNominal(words, top().subjectFrom, i)) top().subjectFrom = i + 1;
  }
  setRests(words, verbs);
  return { words, verbs };
}

/** True where a noun that can be a subject stands between: not inside an opening prepositional phrase. */
function hasNominal(words: readonly Word[], from: number, to: number): boolean {
  let j = from;
  while (j < to && (words[j]!.class === 'adv' || words[j]!.class === 'conj' || words[j]!.class === 'punctuation')) j++;
  const first = words[j];
  if (!first || j >= to || first.class === 'prep' || first.class === 'to' || first.class === 'sub' || (first.class === 'verb' && first.use === 'participle')) return false;
  return words.slice(j, to).some((word) => word.class === 'noun' || word.class === 'pron' || (word.class === 'verb' && word.use === 'ing'));
}

function leadingAdverbs(words: readonly Word[], from: number): number {
  let count = 0;
  while (from - count > 0 && (words[from - count - 1]!.class === 'adv' || words[from - count - 1]!.class === 'not' || joinsAdverbs(words, from - count - 1))) count++;
  return count;
}

function clauseOpenedBy(words: readonly Word[], i: number, verbs: readonly Verb[], lastVerb: number): Omit<Clause, 'parent'> | undefined {
  const word = words[i]!;
  if (word.class !== 'sub' && word.class !== 'prep' && word.class !== 'wh' && word.class !== 'that') return undefined;
  const previous = words[i - 1];
  const base = { marker: i, start: i + 1, loose: false, governor: -1 };
  if (word.class === 'sub') {
    // `how to use`: no clause of its own.
    if (words[i + 1]?.class === 'to' && words[i + 2]?.use === 'bare') return undefined;
    if (opensNoClause(words, i)) return undefined;
    if (QUESTION_WORDS.has(word.lower) && !(word.lower === 'whether' && ((words[i + 1]?.lower === 'or' && (!previous || previous.lower === ',')) || isOneOf(words[i - 2]?.lower, 'regardless irrespective') || previous?.lower === 'regardless'))) return { ...base, role: 'question', governor: lastVerb };
    if (word.lower === 'if' && previous?.class === 'verb') return { ...base, role: 'question', governor: lastVerb };
    if (CONDITION_WORDS.has(word.lower)) return { ...base, role: 'condition' };
    if (word.lower === 'where' && previous?.class === 'noun') return { ...base, role: 'relative' };
    return { ...base, role: 'adverbial' };
  }
  if (word.class === 'prep' && PREPOSITIONS_THAT_OPEN_CLAUSES.has(word.lower) && (!previous || previous.lower === ',' || previous.class === 'conj') && finiteBeforeComma(words, i + 1)) return { ...base, role: 'adverbial' };
  if (word.class === 'wh') {
    // `could be what triggers it`
    if (word.lower === 'what' && previous?.class === 'be') return { ...base, role: 'complement', governor: lastVerb };
    if (word.lower === 'what') return { ...base, role: previous?.class === 'verb' || previous?.class === 'prep' ? 'question' : 'adverbial', governor: lastVerb };
    if (word.lower === 'which' && asksWhich(words, i, verbs[lastVerb])) return { ...base, role: 'question', governor: lastVerb };
    const beforePreposition = previous?.class === 'prep' ? words[i - 2] : previous;
    return { ...base, role: 'relative', loose: beforePreposition?.lower === ',' };
  }
  if (word.class === 'that') {
    const effect = previous ? REPORTING.get(previous.lemma) ?? REPORTING.get(previous.lower.replace(/s$/, '')) : undefined;
    if (previous && (previous.class === 'noun' || previous.class === 'pron' || previous.lower === ')') && (!effect || (previous.class === 'noun' && lacksSubject(words, i + 1)))) return { ...base, role: 'relative' };
    // `It is the timing of meals, not their size, that matters`
    if (previous?.lower === ',' && words[0]!.lower === 'it' && words[1]?.class === 'be' && lacksSubject(words, i + 1)) return { ...base, role: 'relative' };
    return { ...base, role: 'complement', governor: complementHost(words, verbs, i, lastVerb) };
  }
  return undefined;
}

/** `determine with certainty which drugs work`, `unclear which herb it is`: `which` asks of the noun behind it; behind a comma or before a verb it relates. */
function asksWhich(words: readonly Word[], i: number, governor: Verb | undefined): boolean {
  const previous = words[i - 1];
  const next = words[i + 1];
  if (!next || (next.class !== 'noun' && next.class !== 'adj') || previous?.class === 'punctuation') return false;
  return previous?.class === 'adj' || (governor !== undefined && isOneOf(governor.group.lemma, 'determine know say tell decide understand see assess identify establish learn ask show predict investigate examine explore test clarify compare evaluate reveal'));
}

/** `a test that can predict`, `a finding that may help`: behind a noun, a verb right after `that` makes it the subject of a relative clause. */
function lacksSubject(words: readonly Word[], from: number): boolean {
  let j = from;
  while (words[j]?.class === 'adv' || words[j]?.class === 'not') j++;
  const next = words[j];
  return next !== undefined && (isAuxiliary(next) || (next.class === 'verb' && next.use === 'finite'));
}

/** `Since turmeric reduces pain, …`: what follows the preposition is a clause. */
function finiteBeforeComma(words: readonly Word[], from: number): boolean {
  for (let j = from; j < words.length && words[j]!.class !== 'punctuation' && words[j]!.class !== 'sub' && words[j]!.class !== 'that'; j++) {
    const word = words[j]!;
    if ((word.class === 'verb' && word.use === 'finite') || word.class === 'modal' || word.class === 'do' || ((word.class === 'be' || word.class === 'have') && (word.form === 's' || word.form === 'past'))) return words.slice(from, j).some((one) => one.class === 'noun' || one.class === 'pron');
  }
  return false;
}

/** The verb whose complement the clause at `i` is; -1 where a noun governs it (`evidence that`). */
function complementHost(words: readonly Word[], verbs: readonly Verb[], i: number, lastVerb: number): number {
  const host = verbs[lastVerb];
  if (!host) return -1;
  return words[i - 1]?.class === 'noun' && REPORTING.has(words[i - 1]!.lower.replace(/s$/, '')) && host.group.lemma !== 'show' ? -1 : lastVerb;
}

function attachFinite(words: readonly Word[], verbs: Draft[], stack: Open[], group: VerbGroup, subjectEnd: number): number {
  const before = verbs[stack[stack.length - 1]!.finite];
  const commaList = words[subjectEnd - 1]?.lower === ',' && stack.every((open) => open.finite >= 0) && !(before && REPORTING.has(before.group.lemma) && !before.group.passive && startsNounPhrase(words[before.group.to] ?? words[0]!));
  const coordinator = commaList ? subjectEnd - 1 : coordinatorBefore(words, subjectEnd);
  let top = stack[stack.length - 1]!;
  if (coordinator >= 0) {
    // `and VERB`: continues the nearest clause that has a verb; one with a modal or the same tense first.
    let k = stack.length - 1;
    while (k > 0 && stack[k]!.finite < 0) k--;
    const host = stack[k]!;
    if (host.finite >= 0) {
      stack.length = k + 1;
      const first = verbs[host.finite]!;
      host.finite = add(verbs, group, host.clause, first.subject, -1, 'none', host.finite);
      return host.finite;
    }
  }
  if (top.finite >= 0) {
    const outer = lastIndexWhere(stack, (open) => open.finite < 0);
    const reporting = verbs[verbs.length - 1]!;
    const takesClause = (REPORTING.has(reporting.group.lemma) || reporting.group.copula) && reporting.group.to < subjectEnd && startsNounPhrase(words[reporting.group.to]!);
    const clauseMark = openingPreposition(words, verbs[top.finite]!.group.to, subjectEnd);
    if (clauseMark >= 0 && !(outer >= 0 && !startsFinite(words, group.to))) {
      stack.push({ clause: { role: 'adverbial', marker: clauseMark, parent: top.clause, loose: false, start: clauseMark + 1, governor: -1 }, finite: -1, subjectFrom: clauseMark + 1, subjectTo: subjectEnd });
    } else if (outer >= 0) {
      stack.length = outer + 1;
    } else if (takesClause && !reporting.group.passive && REPORTING.has(reporting.group.lemma)) {
      stack.push({ clause: { role: 'complement', marker: -1, parent: top.clause, loose: false, start: reporting.group.to, governor: verbs.length - 1 }, finite: -1, subjectFrom: reporting.group.to, subjectTo: subjectEnd });
    } else {
      const start = afterLastBreak(words, subjectEnd, verbs[top.finite]!.group.to);
      const sameLevel = words[start - 1]?.class === 'conj' && words[start - 2]?.lower !== ',';
      const parent = sameLevel ? top.clause : stack[0]!.clause;
      stack.length = sameLevel ? stack.length : 1;
      stack.push({ clause: { ...parent, start, marker: sameLevel ? parent.marker : -1, role: sameLevel ? parent.role : 'main', parent: sameLevel ? parent.parent : undefined, governor: sameLevel ? parent.governor : -1 }, finite: -1, subjectFrom: start, subjectTo: subjectEnd });
    }
    top = stack[stack.length - 1]!;
  }
  top.subjectTo = subjectEnd;
  while (top.subjectFrom < subjectEnd && words[top.subjectFrom]!.class === 'punctuation' && !isOneOf(words[top.subjectFrom]!.lower, '" \u201c \u2018 (')) top.subjectFrom++;
  const subject = top.clause.role === 'relative' && !hasNominal(words, top.subjectFrom, subjectEnd) ? relativeSubject(words, verbs, top.clause, group) : { from: Math.min(top.subjectFrom, subjectEnd), to: subjectEnd };
  top.finite = add(verbs, group, top.clause, subject, -1, 'none');
  return top.finite;
}

function attachNonFinite(words: readonly Word[], verbs: Draft[], top: Open, group: VerbGroup, lastVerb: number): number {
  const first = group.from - leadingAdverbs(words, group.from);
  const previous = words[first - 1];
  const last = verbs[lastVerb];
  if (previous?.class === 'conj' || (previous?.lower === ',' && last && last.group.kind !== 'finite' && last.group.kind === group.kind && group.kind === 'infinitive')) {
    const partner = findPartner(words, verbs, group, lastVerb);
    const other = verbs[partner];
    if (other) return add(verbs, group, other.clause, other.subject, other.host, other.link === 'none' ? 'coordination' : other.link, partner);
  }
  const { clause, finite } = top;
  if (!previous || (previous.class === 'punctuation' && previous.lower !== ',' && previous.lower !== ')') || previous.class === 'sub') return add(verbs, group, clause, EMPTY, finite, 'start');
  if (previous.lower === ',' || (group.kind === 'ing' && isOneOf(words[group.from - 1]?.lower, 'thereby thus hence while whilst when'))) return add(verbs, group, clause, verbs[finite]?.subject ?? EMPTY, finite, finite >= 0 ? 'comma' : 'start');
  const subject = (verbs[finite] ?? last)?.subject ?? EMPTY;
  if (previous.class === 'prep' && !(previous.lower === 'out' && last?.group.lemma === 'turn') && !(previous.lower === 'on' && last?.group.lemma === 'go' && group.kind === 'infinitive')) return add(verbs, group, clause, subject, lastVerb, 'preposition');
  if (last && last.group.to >= first - 1 && last.group.to <= first && !raisedObject(words, last, group, first)) return add(verbs, group, clause, last.subject, lastVerb, 'verb');
  if (group.kind === 'infinitive' && last && RAISING.has(last.group.lemma) && !last.group.passive && last.group.kind === 'finite') return add(verbs, group, clause, { from: last.group.to, to: first }, lastVerb, 'noun');
  const isNoun = previous.class === 'noun' || previous.class === 'pron' || previous.class === 'number' || previous.lower === 'potential' || previous.lower === ')';
  return add(verbs, group, clause, isNoun && group.kind !== 'infinitive' ? antecedent(words, first) : subject, lastVerb, isNoun ? 'noun' : 'verb');
}

/** Adds the verb; its index. */
function add(verbs: Draft[], group: VerbGroup, clause: Clause, subject: Range, host: number, link: Verb['link'], coordinated = -1): number {
  verbs.push({ group, clause, subject, rest: EMPTY, coordinated, host, link });
  return verbs.length - 1;
}

/** `leads teenagers to smoke`, `allowed them to hear`: a single word between the verb and the infinitive is the one who does it. */
function raisedObject(words: readonly Word[], { group }: Verb, inner: VerbGroup, first: number): boolean {
  return inner.kind === 'infinitive' && group.to === first - 1 && group.kind === 'finite' && !group.passive && RAISING.has(group.lemma) && (words[group.to]!.class === 'noun' || words[group.to]!.class === 'pron');
}

/** The antecedent; in `binds to receptors, which reduces pain` the whole statement, told by the verb's number: its subject. */
function relativeSubject(words: readonly Word[], verbs: readonly Verb[], clause: Clause, group: VerbGroup): Range {
  const range = antecedent(words, clause.marker);
  const last = words[range.to - 1];
  // `changes in ways that make it weaker`: what changes is the subject.
  const host = isOneOf(last?.lower, 'way ways manner fashion') ? verbs.findLast((verb) => verb.clause === clause.parent && verb.group.kind === 'finite') : undefined;
  if (host) return host.subject;
  if (clause.loose && words[clause.marker]?.lower === 'which' && last?.plural && words[group.from]!.form === 's') {
    for (let k = verbs.length - 1; k >= 0; k--) if (verbs[k]!.clause === clause.parent && verbs[k]!.group.kind === 'finite') return verbs[k]!.subject;
  }
  return range;
}

/** The earlier verb in the same form that `and` joins this one to. */
function findPartner(words: readonly Word[], verbs: readonly Verb[], group: VerbGroup, lastVerb: number): number {
  const head = words[group.head]!;
  for (let k = lastVerb; k >= 0 && k > lastVerb - 4; k--) {
    const other = verbs[k]!.group;
    const otherHead = words[other.head]!;
    if (head.form === 'ing' ? otherHead.form === 'ing' && other.kind === 'ing' : head.form === 'participle' ? otherHead.form === 'participle' && other.passive : otherHead.form === 'base') return k;
    if (head.form === 'base' && other.modal && other.lemma === 'be') return k;
    if (head.form === 'ing' && other.progressive) return k;
    if (head.form === 'base' && other.kind === 'finite' && !other.modal) break;
  }
  return -1;
}

/** The noun phrase directly before a relative clause or participle: back to the last verb, comma or marker. */
function antecedent(words: readonly Word[], marker: number): Range {
  let to = marker;
  while (to > 0 && (words[to - 1]!.lower === ',' || words[to - 1]!.class === 'prep' && words[to]?.class === 'wh')) to--;
  let from = to;
  while (from > 0) {
    const word = words[from - 1]!;
    if (word.class === 'verb' && word.use !== 'ing' || word.class === 'sub' || word.class === 'wh' || word.class === 'that' || word.class === 'punctuation' || word.class === 'be' || word.class === 'modal' || word.class === 'do' || (word.class === 'have' && word.form !== 'ing') || word.clitic || word.lower === 'than') break;
    from--;
  }
  while (from < to && words[from]!.class === 'prep') from++;
  return { from, to };
}

/** A further finite verb stands before the clause is over. */
function startsFinite(words: readonly Word[], from: number): boolean {
  for (let j = from; j < words.length && words[j]!.class !== 'punctuation' && words[j]!.class !== 'sub' && words[j]!.class !== 'wh' && words[j]!.class !== 'that'; j++) {
    const word = words[j]!;
    if ((word.class === 'verb' && word.use === 'finite') || word.class === 'modal' || ((word.class === 'be' || word.class === 'have') && (word.form === 's' || word.form === 'past'))) return true;
  }
  return false;
}

function coordinatorBefore(words: readonly Word[], end: number): number {
  const word = words[end - 1];
  return word?.class === 'conj' ? end - 1 : -1;
}

function openingPreposition(words: readonly Word[], from: number, to: number): number {
  for (let j = to - 1; j >= from; j--) if (PREPOSITIONS_THAT_OPEN_CLAUSES.has(words[j]!.lower)) return j;
  return -1;
}

function afterLastBreak(words: readonly Word[], to: number, from: number): number {
  for (let j = to - 1; j > from; j--) {
    if (words[j]!.class === 'conj' || words[j]!.lower === ',' || isOneOf(words[j]!.lower, '\u2013 \u2014 ( ) -')) {
      if (j + 1 < to) return j + 1;
    }
  }
  return from;
}

function lastIndexWhere<T>(list: readonly T[], test: (value: T) => boolean): number {
  for (let i = list.length - 1; i >= 0; i--) if (test(list[i]!)) return i;
  return -1;
}
