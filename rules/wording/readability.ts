/** Text that is hard to read: the grade of the whole article, its long and wooden sentences, and words with plainer ones. */
import type { Article, Block, Placed, Sentence, Span } from '../article/article.js';
import { wordsOf, type Word } from '../english/word-classes.js';
import { defineRule, type Report } from '../engine/rule.js';
import { once } from '../lexicon/once.js';
import { jargonIn } from './jargon.js';
import { isMentioned } from './mention.js';
import { add, countSentence, gradeOf, NOTHING, smogOf, wordsIn, type Counts } from './reading-grade.js';
import { replace, matchCase } from './replacement.js';
import { wordSet } from './word-sets.js';

interface Options {
  readonly maxGrade: number;
  readonly maxSentenceWords: number;
  readonly jargon: boolean;
}

/** A sentence and its grade. */
interface Graded extends Span {
  readonly grade: number;
}

/** How much text a block or a stretch of them is, and how hard it is to read; a short article is never asked for that. */
interface Measured {
  readonly sentences: number;
  readonly words: number;
  readonly grades: () => Grades;
}

/** The counts, and the hardest sentences in the block's or stretch's own offsets, hardest first. */
interface Grades {
  readonly counts: Counts;
  readonly hardest: readonly Graded[];
}

/** Below this much text the formulas say little. */
const MIN_WORDS = 100;
const MIN_SENTENCES = 5;
const HARDEST = 5;
const LEAST_HARD_WORDS = 8;
const MIN_NOUN_WORDS = 14;
const NOUNS_OF_ACTION = /^[a-z]{4,}(?:ization|isation|[aeiou]tion|ction|ption|ration|ation|ment)s?$/;
/** Such nouns that name things and illnesses rather than hide a verb. */
const THINGS = wordSet('thing');

export const rule = defineRule<Options, Measured>({
  meta: {
    id: 'readability',
    summary: 'Text that is hard to read',
    why: 'Nearly half of adults struggle with health texts above a middle-school level. Plain words and short sentences reach everyone, experts too.',
    sources: [
      { title: 'Kincaid et al. 1975, Derivation of new readability formulas', url: 'https://stars.library.ucf.edu/istlibrary/56/' },
      { title: 'McLaughlin 1969, SMOG grading' },
      { title: 'CDC Plain Language Thesaurus and Everyday Words', url: 'https://www.cdc.gov/ccindex/everydaywords/' },
      { title: 'Weiss 2007, AMA Health Literacy and Patient Safety' },
    ],
    severity: 'hint',
    fixable: 'suggestion',
    kinds: ['paragraph', 'list-item'],
    options: {
      maxGrade: { type: 'number', description: 'The US school grade (Flesch–Kincaid) above which the article is reported. The AMA advises 6 for patients; 0 turns it off.', default: 10, minimum: 0 },
      maxSentenceWords: { type: 'integer', description: 'The number of words above which a sentence is reported; 0 turns it off.', default: 35, minimum: 0 },
      jargon: { type: 'boolean', description: 'Report words that have a plain one, such as “utilize”.', default: true },
    },
  },
  *checkSentence(sentence, block, { options }) {
    const length = wordCount(sentence);
    if (options.jargon && length >= MIN_NOUN_WORDS && isWooden(sentence)) {
      yield { ...wordsSpan(sentence), message: 'Nouns made of verbs (“utilization”) and the passive hide who does what. Say it with verbs.' };
      return;
    }
    if (options.maxSentenceWords > 0 && length > options.maxSentenceWords) {
      yield { ...wordsSpan(sentence), message: `This sentence has ${length} words. Readers lose the thread beyond about ${options.maxSentenceWords}. Split it.` };
    }
    if (options.jargon) yield* plainer(sentence, block);
  },
  collect({ sentences }) {
    if (sentences.length === 0) return undefined;
    return { sentences: sentences.length, words: sum(sentences, wordsIn), grades: once(() => gradesOf(sentences)) };
  },
  digest: (facts) => ({ sentences: sum(facts, ({ value }) => value.sentences), words: sum(facts, ({ value }) => value.words), grades: once(() => sumOf(facts)) }),
  *conclude(facts, article, { options }) {
    if (options.maxGrade > 0) yield* wholeArticle(facts, article, options.maxGrade);
  },
});

/** The sentence from its first word, without an emoji or bullet before it. */
function wordsSpan({ text, start, end }: Sentence): Span {
  return { start: start + Math.max(0, text.search(/[\p{L}\p{N}"“‘([]/u)), end };
}

function wordCount({ text }: Sentence): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.-]*/gu)?.length ?? 0;
}

/** Three or more nouns that hide verbs, and a passive. */
function isWooden(sentence: Sentence): boolean {
  const words = sentence.text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const hidden = words.filter((word) => NOUNS_OF_ACTION.test(word)).map((word) => word.replace(/s$/, '')).filter((word) => !THINGS.has(word));
  if (new Set(hidden).size < 3) return false;
  return hasPassive(wordsOf(sentence));
}

function hasPassive(words: readonly Word[]): boolean {
  const isParticiple = ({ class: wordClass, use }: Word): boolean => wordClass === 'verb' && use === 'participle';
  return words.some((word, index) => word.class === 'be' && word.form !== 'ing' && words.slice(index + 1, index + 3).some(isParticiple));
}

function* plainer(sentence: Sentence, block: Block): Iterable<Report> {
  for (const { start, end, plain, replaces } of jargonIn(sentence, block)) {
    if (isMentioned(block, { start, end })) continue;
    const place = replaces ?? { start, end };
    const written = block.prose.slice(place.start, place.end);
    const words = block.prose.slice(start, end).replace(/\s+/g, ' ');
    const offers = plain.map((word) => `“${word}”`).join(' or ');
    const message = offers === '' ? `“${words}” can be left out or replaced by a plainer word.` : `“${words}” has a plainer word: ${offers}.`;
    yield {
      start,
      end,
      message,
      fixes: plain.map((word) => {
        const text = matchCase(word, written);
        return { title: `Change to “${text}”`, safety: 'suggestion', edits: replace(block.prose, place, text) };
      }),
    };
  }
}

function* wholeArticle(facts: readonly Placed<Measured>[], article: Article, maxGrade: number): Iterable<Report> {
  if (sum(facts, ({ value }) => value.words) < MIN_WORDS || sum(facts, ({ value }) => value.sentences) < MIN_SENTENCES) return;
  const { counts: total, hardest } = sumOf(facts);
  const grade = gradeOf(total);
  if (!(grade > maxGrade)) return;
  const first = article.blocks.find(({ value }) => value.zone === 'body' && value.sentences.length > 0);
  const opening = first?.value.sentences[0];
  if (!first || !opening) return;
  const smog = smogOf(total);
  yield {
    start: first.start + opening.start,
    end: first.start + opening.end,
    message:
      `The article reads at US school grade ${Math.round(grade)} (Flesch–Kincaid; SMOG ${Math.round(smog)}); the goal is ${maxGrade}. ` +
      'Start with its hardest sentences: split them and use plainer words.',
    related: hardest.map(({ start, end, grade: own }) => ({ start, end, message: `Grade ${Math.round(own)}` })),
    data: { grade: round(grade), smog: round(smog), words: total.words, sentences: total.sentences },
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function sum<T>(items: readonly T[], number: (item: T) => number): number {
  return items.reduce((total, item) => total + number(item), 0);
}

function gradesOf(sentences: readonly Sentence[]): Grades {
  let counts = NOTHING;
  const hardest: Graded[] = [];
  for (const sentence of sentences) {
    const own = countSentence(sentence);
    counts = add(counts, own);
    if (own.words >= LEAST_HARD_WORDS) rank({ start: sentence.start, end: sentence.end, grade: gradeOf(own) }, hardest);
  }
  return { counts, hardest };
}

function sumOf(facts: readonly Placed<Measured>[]): Grades {
  let counts = NOTHING;
  const hardest: Graded[] = [];
  for (const { start, value } of facts) {
    const grades = value.grades();
    counts = add(counts, grades.counts);
    for (const one of grades.hardest) if (!rank({ start: start + one.start, end: start + one.end, grade: one.grade }, hardest)) break;
  }
  return { counts, hardest };
}

/** Puts a sentence where it belongs among the hardest; false where it is not one of them. Of two that are equally hard the first counts. */
function rank(one: Graded, top: Graded[]): boolean {
  if (top.length === HARDEST && one.grade <= top[HARDEST - 1]!.grade) return false;
  const at = top.findIndex(({ grade }) => one.grade > grade);
  top.splice(at < 0 ? top.length : at, 0, one);
  if (top.length > HARDEST) top.pop();
  return true;
}
