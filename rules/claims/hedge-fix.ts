/**
 * Rewords a claim as a possibility or an association, with the grammar that takes (catalogue 0.8): agreement, coordinated
 * verbs, passives, perfects, contractions, participles. Every title shows the words that will stand there.
 */
import type { Block, Sentence, Span } from '../article/article.js';
import type { Edit } from '../engine/finding.js';
import type { FixSpec } from '../engine/rule.js';
import type { Claim } from '../english/claims.js';
import { readingOf, type Reading, type Verb } from '../english/clauses.js';
import { tokensIn } from '../english/exposure.js';
import { verbForms } from '../english/inflection.js';
import { termAt } from '../lexicon/terms.js';
import type { Word } from '../english/words.js';
import { adverbsBefore } from './adverbs.js';
import { associationEdit, type Association } from './association-fix.js';
import { quotationOf } from './frames.js';
import { soundFixes } from './rewording.js';

/** Adverbs that promise; a hedged sentence must not keep them. */
const BOOSTERS = new Set(['dramatically', 'always', 'never', 'definitely', 'certainly', 'undoubtedly', 'undeniably', 'clearly', 'surely', 'absolutely', 'completely', 'totally', 'truly', 'really', 'permanently', 'instantly', 'immediately', 'guaranteed', 'miraculously', 'simply', 'actually', 'indeed', 'effectively', 'drastically', 'unquestionably', 'inevitably']);
/** Adverbs that link sentences; `may` follows them. */
const LINKING = new Set(['therefore', 'thus', 'hence', 'then', 'thereby', 'also', 'however', 'still', 'so', 'consequently', 'even', 'now', 'moreover', 'furthermore', 'usually', 'often', 'generally', 'typically']);

export type Hedge = 'may' | 'might' | 'could';

/** The rewordings of a claim in the order an editor would try them; none inside a quotation, or where the clause has a modal of its own that must stay. */
export function hedgeFixes(sentence: Sentence, block: Block, claim: Claim, hedge: Hedge = 'may'): FixSpec[] {
  const span = claimSpan(sentence, claim);
  if (quotationOf(span, block) === 'quoted') return [];
  const edits = hedgeEdits(sentence, claim, hedge);
  if (!edits) return [];
  const fixes: FixSpec[] = [suggestion(block, edits, 'Change to', span)];
  const relative = relativeEdits(sentence, claim, hedge);
  if (relative) fixes.push(suggestion(block, relative, 'Change to'));
  const association = isApproved(sentence, claim) ? undefined : associationEdit(sentence, claim);
  if (association) fixes.push(associationFix(block, association, 'State an association:'));
  const probably = probablyEdits(sentence, claim);
  if (probably) fixes.push(suggestion(block, probably, 'With moderate certainty:', span));
  const unclear = unclearEdits(sentence, claim);
  if (unclear) fixes.push(suggestion(block, unclear, 'With very low certainty:', span));
  return soundFixes(fixes, block);
}

/** The fix that states an association; its title shows the whole outcome. */
export function associationFix(block: Block, { shownTo, ...edit }: Association, lead: string, more: readonly Edit[] = []): FixSpec {
  return suggestion(block, [...more, edit], lead, { start: edit.start, end: shownTo });
}

/** A fix whose title shows the words that will stand there: those of `span`, as far as the edits do not reach beyond it. */
export function suggestion(block: Block, edits: readonly Edit[], lead: string, span?: Span): FixSpec {
  const ordered = [...edits].sort((a, b) => a.start - b.start);
  let at = Math.min(ordered[0]!.start, span?.start ?? Infinity);
  const end = Math.max(ordered.at(-1)!.end, span?.end ?? 0);
  let text = '';
  for (const edit of ordered) {
    text += block.prose.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  text += block.prose.slice(at, end);
  // An edit that ends inside a word shows the whole word.
  text += /^[\p{L}\p{N}'’-]*/u.exec(block.prose.slice(end))?.[0] ?? '';
  return { title: `${lead} “${text.replace(/\s+/g, ' ').trim()}”`, safety: 'suggestion', edits };
}

export function claimSpan(sentence: Sentence, claim: Claim): Span {
  const { words } = readingOf(sentence);
  return { start: words[claim.relation.range.from]!.token.start, end: words[claim.relation.range.to - 1]!.token.end };
}

/** The edits that put the hedge in; undefined where no wording is sure to be right. */
export function hedgeEdits(sentence: Sentence, claim: Claim, hedge: Hedge): Edit[] | undefined {
  const reading = readingOf(sentence);
  const { words, verbs } = reading;
  const verb = verbs[claim.relation.verb];
  if (!verb) return undefined;
  switch (claim.relation.kind) {
    case 'ability': {
      const at = indexBack(words, verb.group.from, (word) => /^(?:abilit|capacit|power|capabilit)/.test(word.lower));
      if (at < 0) return undefined;
      const edits: Edit[] = [{ start: words[at]!.token.start, end: words[at]!.token.start, text: 'possible ' }];
      const article = words[at - 1];
      if (article?.lower === 'an') edits.unshift({ start: article.token.start, end: article.token.end, text: matchCase(article, 'a') });
      return edits;
    }
    case 'participle': {
      const adverb = verb.link === 'noun' ? 'possibly' : 'potentially';
      const edits: Edit[] = [];
      for (const j of boostersBefore(words, verb.group.from)) edits.push(deletion(words, j));
      const head = words[verb.group.head]!;
      edits.push({ start: head.token.start, end: head.token.start, text: `${adverb} ` });
      return edits;
    }
    default: {
      const finite = finiteStart(reading, claim);
      return finite ? finiteEdits(reading, finite, claim.relation.verb, hedge) : undefined;
    }
  }
}

/** The finite verb at which the claim's verb chain begins: `helps` in `helps relieve`. */
function finiteStart(reading: Reading, claim: Claim): Verb | undefined {
  const verb = reading.verbs[claim.relation.verb]!;
  if (verb.group.kind === 'finite') return verb;
  return reading.verbs.find((one) => one.group.from === claim.relation.range.from && one.group.kind === 'finite');
}

function finiteEdits(reading: Reading, verb: Verb, inner: number, hedge: string): Edit[] | undefined {
  const { words, verbs } = reading;
  const { group } = verb;
  const first = words[group.from]!;
  const head = words[group.head]!;
  const index = verbs.indexOf(verb);
  const edits: Edit[] = [];
  const replace = (word: Word, text: string) => edits.push({ start: word.token.start, end: word.token.end, text: matchCase(word, text) });
  if (group.modal && group.modal !== 'can' && group.modal !== 'will') return undefined;
  // `can and does lower`: the modal before the conjunction would stay.
  if (words[group.from - 1]?.class === 'conj' && /^(?:modal|do)$/.test(words[group.from - 2]?.class ?? '')) return undefined;
  const chained = verbs[inner]!;
  // `has been shown to reduce`, `is proven to reduce`: the whole chain becomes the hedge.
  if (chained !== verb && (group.passive || (group.lemma === 'have' && chained.link === 'noun') || (group.copula && chained.group.kind === 'infinitive'))) {
    const last = words[chained.group.head]!;
    return [{ start: first.token.start, end: last.token.end, text: `${hedge} ${baseText(last)}` }];
  }
  if (first.class === 'pron' && first.clitic) {
    const at = first.token.start + first.lemma.length;
    const text = first.clitic === 'will' || first.clitic === 'would' ? ` ${hedge}` : first.clitic === 'have' ? ` ${hedge} have` : group.perfect || words[group.head]!.form === 'participle' && !group.passive ? ` ${hedge} have` : ` ${hedge} be`;
    edits.push({ start: at, end: first.token.end, text });
  } else if (group.modal) {
    replace(first, hedge);
  } else if (first.class === 'do' && group.head !== group.from) {
    if (first.form === 'past') {
      replace(first, `${hedge} have`);
      replace(head, verbForms(head.lemma).participle);
    } else replace(first, hedge);
  } else if (first.class === 'have' && group.perfect) {
    replace(first, `${hedge} have`);
  } else if (first.class === 'be') {
    const be = first.form === 'past' ? 'have been' : 'be';
    const inner = words[group.from + 1];
    // `is often relieved` → `may often be relieved`
    if (be === 'be' && group.head > group.from + 1 && inner?.class === 'adv' && !BOOSTERS.has(inner.lower)) {
      replace(first, hedge);
      edits.push({ start: head.token.start, end: head.token.start, text: `${be} ` });
    } else replace(first, `${hedge} ${be}`);
  } else {
    const past = head.form === 'past' && first === head;
    const text = past ? `${hedge} have ${verbForms(head.lemma).participle}` : `${hedge} ${verbForms(head.lemma).base}`;
    const before = adverbsBefore(words, group.from);
    if (before.joined) return undefined;
    const adverbs = before.indices.filter((j) => !BOOSTERS.has(words[j]!.lower));
    const movable = adverbs.length > 0 && !adverbs.some((j) => LINKING.has(words[j]!.lower)) ? words[Math.min(...adverbs)]! : undefined;
    if (movable) {
      edits.push({ start: movable.token.start, end: movable.token.start, text: `${hedge} ${past ? 'have ' : ''}` });
      replace(head, past ? verbForms(head.lemma).participle : verbForms(head.lemma).base);
    } else replace(head, text);
  }
  for (const j of boostersBefore(words, group.from)) edits.push(deletion(words, j));
  for (let j = group.from; j < group.to; j++) if (words[j]!.class === 'adv' && BOOSTERS.has(words[j]!.lower)) edits.push(deletion(words, j));
  return [...edits, ...followingEdits(reading, index, head.form === 'past')].sort((a, b) => a.start - b.start);
}

/** The verbs that a hedge before the verb `index` reaches, in the form that stands behind it: `may reduce pain and improve sleep`. */
export function followingEdits(reading: Reading, index: number, past: boolean): Edit[] {
  return coordinatedWith(reading, index).flatMap(({ group }): Edit[] => {
    const { token, lemma, form } = reading.words[group.head]!;
    if (group.from !== group.head || group.kind !== 'finite') return [];
    const text = past && form === 'past' ? verbForms(lemma).participle : form === 's' ? verbForms(lemma).base : undefined;
    return text ? [{ start: token.start, end: token.end, text }] : [];
  });
}

/** `, reducing pain` → `, which may reduce pain`. */
function relativeEdits(sentence: Sentence, claim: Claim, hedge: Hedge): Edit[] | undefined {
  const { words, verbs } = readingOf(sentence);
  const verb = verbs[claim.relation.verb]!;
  if (claim.relation.kind !== 'participle') return undefined;
  const head = words[verb.group.head]!;
  const before = words[verb.group.from - 1];
  // `, reducing pain and improving mood`: the second participle would be left hanging.
  if (coordinatedWith(readingOf(sentence), claim.relation.verb).length > 0 || verb.coordinated >= 0) return undefined;
  if (verb.group.from !== verb.group.head || (before?.lower !== ',' && verb.link !== 'noun')) return undefined;
  return [{ start: head.token.start, end: head.token.end, text: `which ${hedge} ${verbForms(head.lemma).base}` }];
}

/** `reduces` → `probably reduces`. */
function probablyEdits(sentence: Sentence, claim: Claim): Edit[] | undefined {
  const reading = readingOf(sentence);
  const { words } = reading;
  if (claim.relation.kind !== 'verb') return undefined;
  const verb = finiteStart(reading, claim);
  if (!verb || verb.group.modal || verb.group.from !== verb.group.head || adverbsBefore(words, verb.group.from).indices.length > 0) return undefined;
  const { start: at, text } = words[verb.group.head]!.token;
  // `Reduces pain`, a point in a list: the adverb takes the capital over.
  if (/^\p{Lu}/u.test(text)) return [{ start: at, end: at + 1, text: `Probably ${text.charAt(0).toLowerCase()}` }];
  return [{ start: at, end: at, text: 'probably ' }];
}

/** `X reduces Y.` → `It is unclear whether X reduces Y.` */
function unclearEdits(sentence: Sentence, claim: Claim): Edit[] | undefined {
  const reading = readingOf(sentence);
  const { words, verbs } = reading;
  const verb = verbs[claim.relation.verb]!;
  if (claim.relation.kind !== 'verb' || verb.group.kind !== 'finite' || verb.group.modal || verb.group.emphatic || verb.clause.role !== 'main' || verb.coordinated >= 0 || verb.subject.from !== 0 || verb.subject.to === 0) return undefined;
  if (verbs.some((one) => one.group.kind === 'finite' && one !== verb && one.coordinated !== claim.relation.verb && one.clause === verb.clause)) return undefined;
  if (isApproved(sentence, claim) || adverbsBefore(words, verb.group.from).indices.some((j) => LINKING.has(words[j]!.lower))) return undefined;
  const first = words[0]!.token;
  if (staysCapital(words)) return undefined;
  return [{ start: first.start, end: first.start + 1, text: `It is unclear whether ${first.text.charAt(0).toLowerCase()}` }];
}

/** Drugs, vaccines and the body's own hormones: what they do is on the label or in the textbook. */
function isApproved(sentence: Sentence, { exposure: { kind, range } }: Claim): boolean {
  if (kind === 'drug' || kind === 'vaccine' || kind === 'physiology') return true;
  const tokens = tokensIn(readingOf(sentence).words);
  for (let j = range?.from ?? 0; j < (range?.to ?? 0); j++) if (termAt(tokens, j)?.value.kind === 'drug') return true;
  return false;
}

const NATIONAL = /^(?:[A-Z][a-z]+(?:ese|ean|ian|can|rman|ish)|Nordic|Greek|Thai|Swiss|French|Dutch|Ayurvedic|Western|Eastern|Icelandic|Arctic|Pilates|Reiki|Botox|Dead)$/;

/** Whether the sentence's first word may be a name, which keeps its capital inside a sentence. */
function staysCapital(words: readonly Word[]): boolean {
  const { text } = words[0]!.token;
  if (/^.[A-Z0-9-]/.test(text) || /^[A-Z]$/.test(text) || /^\P{L}/u.test(text) || /^[A-Z]/.test(words[1]?.token.text ?? '') || /(?:^St|'s|’s)$/.test(text)) return true;
  const term = termAt(tokensIn(words), 0)?.value;
  return NATIONAL.test(text) || (term !== undefined && (term.kind === 'brand' || /^\p{Lu}/u.test(term.name)));
}

/** The verbs that `and` joins to this one: they share its new auxiliary. */
function coordinatedWith(reading: Reading, index: number): Verb[] {
  const joined = new Set([index]);
  return reading.verbs.filter((verb, k) => {
    if (!joined.has(verb.coordinated)) return false;
    joined.add(k);
    return true;
  });
}

function boostersBefore(words: readonly Word[], from: number): number[] {
  return adverbsBefore(words, from).indices.filter((j) => BOOSTERS.has(words[j]!.lower));
}

function deletion(words: readonly Word[], at: number): Edit {
  return { start: words[at]!.token.start, end: words[at + 1]!.token.start, text: '' };
}

function indexBack(words: readonly Word[], from: number, test: (word: Word) => boolean): number {
  for (let j = from - 1; j >= 0; j--) if (test(words[j]!)) return j;
  return -1;
}

function baseText(word: Word): string {
  return verbForms(word.lemma).base;
}

function matchCase(word: Word, text: string): string {
  return /^\p{Lu}/u.test(word.token.text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}
