/** Gives each word of a sentence its class, from left to right, keeping count of which clauses still lack their finite verb. */
import type { Sentence } from '../article/article.js';
import { byWords } from '../article/sentence-memory.js';
import reporting from '../lexicon/data/grammar/reporting.txt';
import { readTable } from '../lexicon/table.js';
import { termAt } from '../lexicon/terms.js';
import { findTitleVerb, settleAttribution } from './headline-verbs.js';
import { verbReading, type VerbForm } from './inflection.js';
import { tokensOf, type Token } from './tokens.js';
import type { State } from './verb-neighbours.js';
import { decide, decideEd } from './verb-or-noun.js';
import { exposurePhrases, outcomePhrases } from './word-lists.js';
import { asVerb, firstGuess, isAuxiliary, LISTED_NOUNS, opensContactClause, opensNoClause, skipAdverbs, type Word } from './words.js';

export { isAuxiliary, isNominal, startsNounPhrase, type VerbUse, type Word, type WordClass } from './words.js';

const REPORTING = new Set(readTable(reporting).map(([word]) => word ?? ''));
const PAST_FORMS: ReadonlySet<VerbForm> = new Set(['past', 'participle'] as const);

/** Nobody writes longer sentences; a list or table that was read as one must not cost more than its share. */
const LONGEST = 400;

/** The words of a sentence with their classes, the first 400; worked out once for each sentence. */
export const wordsOf: (sentence: Sentence) => readonly Word[] = byWords(
  (sentence) => classify(tokensOf(sentence).slice(0, LONGEST)),
  (words, sentence, by) => (by === 0 ? words : words.map((word, index) => ({ ...word, token: tokensOf(sentence)[index]! }))),
);

/** Classes for a run of tokens that is one sentence. */
export function classify(tokens: readonly Token[]): Word[] {
  const words = tokens.map(firstGuess);
  markTerms(words, tokens);
  markApproximations(words);
  markLikely(words);
  markGiven(words);
  const readings = words.map((word) => ((word.class === 'noun' || word.class === 'adj') && !word.inTerm ? verbReading(word.lower) : undefined));
  settleAttribution(words, readings);
  const levels: { finite: boolean; bare: boolean; past: boolean }[] = [{ finite: false, bare: false, past: false }];
  const outside: (typeof levels)[] = [];
  const top = () => levels[levels.length - 1]!;
  const open = () => levels.some((level) => !level.finite);
  const finite = (past: boolean) => {
    while (levels.length > 1 && top().finite && open()) levels.pop();
    top().finite = true;
    top().bare = false;
    top().past = past;
  };
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    const reading = readings[i];
    const state: State = { words, readings, i, finiteOpen: open(), nested: levels.filter((level) => !level.finite).length > 1, bareBefore: top().bare, pastBefore: top().past };
    if (word.class === 'that') resolveThat(word, words, i);
    else if (reading) decide(word, reading, state);
    else if (word.class === 'noun' && word.token.kind === 'word' && /[a-df-z]ed$/.test(word.lower) && !LISTED_NOUNS.has(word.lower)) decideEd(word, { lemma: word.lower, forms: PAST_FORMS, alsoNoun: false }, state);
    else if (word.class === 'noun' && /[a-z]{2}ing$/.test(word.lower) && !LISTED_NOUNS.has(word.lower) && words[i + 1]?.class === 'det') asVerb(word, word.lower, 'ing', 'ing');
    if (opensContactClause(words, i)) levels.push({ finite: false, bare: false, past: false });
    if (word.clitic && word.clitic !== 'not') finite(false);
    switch (word.class) {
      case 'verb':
        if (word.use === 'finite') finite(word.form === 'past');
        if (word.use === 'bare' || (word.use === 'finite' && word.form === 'base')) top().bare = true;
        if (word.use === 'finite' && REPORTING.has(word.lemma)) levels.push({ finite: false, bare: false, past: false });
        break;
      case 'modal': case 'do':
        finite(word.lower.startsWith('did'));
        top().bare = true;
        break;
      case 'be': case 'have':
        if (word.form === 's' || word.form === 'past' || (word.form === 'base' && word.class === 'have' && !precededByModal(words, i))) finite(word.form === 'past');
        break;
      case 'sub': case 'wh': case 'that':
        if (!opensNoClause(words, i)) levels.push({ finite: false, bare: false, past: false });
        break;
      case 'punctuation':
        if (/^[;:\u2013\u2014]$/.test(word.lower)) levels.splice(0, levels.length, { finite: false, bare: false, past: false });
        // `Since mint eases cramps, …`: the comma ends the clause that the first word opened.
        else if (word.lower === ',' && /^(?:since|after|before|until|as)$/.test(words[0]!.lower) && !words.slice(1, i).some((one) => one.lower === ',')) top().finite = false;
        else if (/^[([]$/.test(word.lower)) outside.push(levels.splice(0, levels.length, { finite: false, bare: false, past: false }));
        else if (/^[)\]]$/.test(word.lower) && outside.length > 0) levels.splice(0, levels.length, ...outside.pop()!);
        break;
      case 'conj':
        if (words[i - 1]?.lower === ',') levels.push({ ...top(), finite: false });
        break;
      default:
    }
  }
  findTitleVerb(words, readings);
  return words;
}

/** `turmeric`, `arthritic pain`: the last word of a lexicon term is a noun, whatever its ending looks like. */
function markTerms(words: readonly Word[], tokens: readonly Token[]): void {
  for (let i = 0; i < tokens.length; i++) {
    if (words[i]!.class !== 'adj' && words[i]!.class !== 'noun') continue;
    const term = longer(termAt(tokens, i), longer(exposurePhrases().at(tokens, i), outcomePhrases().at(tokens, i)));
    if (!term) continue;
    const last = words[term.to - 1]!;
    if (last.class === 'adj') last.class = 'noun';
    if (term.to > i + 1) for (let j = i; j < term.to; j++) words[j]!.inTerm = true;
    i = term.to - 1;
  }
}

/** `about half of the risk`, `over 40 people`: no prepositions. */
function markApproximations(words: readonly Word[]): void {
  words.forEach((word, i) => {
    const next = words[i + 1];
    if (word.class === 'prep' && /^(?:about|around|over|under)$/.test(word.lower) && next && (next.class === 'number' || /^(?:half|one|two|three|four|five|ten)$/.test(next.lower)) && !/^(?:years?|decades?|months?|weeks?|days?|hours?|minutes?|centur(?:y|ies))$/.test(words[i + 2]?.lower ?? '')) word.class = 'adv';
  });
}

/** `has given rise to`, `were given insulin`: no preposition behind an auxiliary. */
function markGiven(words: readonly Word[]): void {
  words.forEach((word, i) => {
    if (word.lower !== 'given') return;
    const before = words[skipAdverbs(words, i)];
    if (before?.class === 'have' || before?.class === 'be' || before?.clitic === 'have' || before?.clitic === 'be') asVerb(word, 'give', 'participle', 'participle');
  });
}

/** `will likely lead to`, `is most likely caused by`: an adverb; `is likely to lead` keeps the adjective. */
function markLikely(words: readonly Word[]): void {
  words.forEach((word, i) => {
    const next = words[i + 1];
    if (word.lower !== 'likely' || word.class !== 'adj' || !next) return;
    let j = i - 1;
    while (j > 0 && (words[j]!.class === 'adv' || /^(?:most|more|very)$/.test(words[j]!.lower))) j--;
    const reading = next.inTerm ? undefined : verbReading(next.lower);
    const auxiliary = words[j] && (isAuxiliary(words[j]!) || words[j]!.clitic !== undefined);
    if (auxiliary ? reading || isAuxiliary(next) || /^(?:due|attributable|because)$/.test(next.lower) : words[j]?.class === 'noun' && reading && !reading.alsoNoun && reading.forms.has('s')) for (let k = i; k > j; k--) words[k]!.class = 'adv';
  });
}

function longer<A extends { readonly to: number }, B extends { readonly to: number }>(a: A | undefined, b: B | undefined): A | B | undefined {
  return !a || (b && b.to > a.to) ? b : a;
}

function resolveThat(word: Word, words: readonly Word[], i: number): void {
  const previous = words[i - 1];
  const next = words[i + 1];
  const nounNext = next && (next.class === 'noun' || next.class === 'adj');
  // `It turns out that …`: a particle, no preposition.
  if ((previous?.class === 'prep' && previous.lower !== 'out') || previous?.class === 'conj' && nounNext && !next.plural && verbLater(words, i) < 0) word.class = 'det';
  else if (!previous || previous.class === 'punctuation' && previous.lower !== ',') word.class = next && nounNext ? 'det' : 'pron';
}

function verbLater(words: readonly Word[], i: number): number {
  for (let j = i + 1; j < words.length && j < i + 12; j++) if (isAuxiliary(words[j]!) || (words[j]!.class === 'noun' && verbReading(words[j]!.lower))) return j;
  return -1;
}

function precededByModal(words: readonly Word[], i: number): boolean {
  const previous = words[skipAdverbs(words, i)];
  return previous?.class === 'modal' || previous?.class === 'to' || previous?.clitic === 'will' || previous?.clitic === 'would';
}
