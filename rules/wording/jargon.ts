/** Finds words with a plain one to put in their place, in the same form. */
import type { Block, Sentence, Span } from '../article/article.js';
import { verbForms, type VerbForm } from '../english/inflection.js';
import { createPhrases, type PhraseMatch, type Phrases } from '../english/phrases.js';
import { tokensOf, type Token } from '../english/tokens.js';
import { wordsOf } from '../english/word-classes.js';
import { beginningOf, createLineFinder } from '../lexicon/line-finder.js';
import { once, rememberWords } from '../lexicon/once.js';
import { readList, readTable } from '../lexicon/table.js';
import jargon from '../lexicon/data/wording/jargon.txt';

interface Entry {
  readonly kind: 'verb' | 'noun' | 'word';
  readonly plain: readonly string[];
}

/** A word that has a plain one, and the plain words in the form that fits. Offsets are in the block. */
export interface JargonMatch extends Span {
  readonly plain: readonly string[];
  /** What the plain words replace, where that is more than the word itself. */
  readonly replaces?: Span;
}

const lines = once(() => createLineFinder(jargon));
/** The phrases whose first word begins like this; every form of a verb begins like the verb. */
const phrasesLike: (beginning: string) => Phrases<Entry> = rememberWords((beginning) => createPhrases(entries(readTable(lines()(beginning).join('\n')))));
const phrasesFrom: (word: string) => Phrases<Entry> | null = rememberWords((word) => {
  const phrases = phrasesLike(beginningOf(word));
  return phrases.startsWith(word) ? phrases : null;
});

/** All phrases of the list from left to right, longest first. */
function* phrasesIn(tokens: readonly Token[]): Iterable<PhraseMatch<Entry>> {
  for (let i = 0; i < tokens.length; ) {
    const match = phrasesFrom(tokens[i]!.lower)?.at(tokens, i);
    if (match) yield match;
    i = match ? match.to : i + 1;
  }
}

/** The words of rows of the list, in every form. */
export function* entries(rows: readonly (readonly string[])[]): Iterable<[string, Entry]> {
  for (const [kind, words = '', plain = ''] of rows) {
    if (kind === 'verb') {
      const from = verbForms(words);
      const to = readList(plain).map((word) => verbForms(word));
      for (const form of Object.keys(from) as VerbForm[]) yield [from[form], { kind, plain: to.map((forms) => forms[form]) }];
      continue;
    }
    const [one = '', many] = words.split('/');
    const [plainOne = '', plainMany = ''] = plain.split('/');
    const entryKind = kind === 'noun' ? 'noun' : 'word';
    yield [one, { kind: entryKind, plain: readList(plainOne) }];
    if (many !== undefined) yield [many, { kind: entryKind, plain: readList(plainMany) }];
  }
}

const REDUCE = /^reduc/;
/** Symptoms are eased; these are reduced. */
const REDUCED = once(() => new RegExp(
  "^\\s+(?:[\\p{L}'’-]+\\s+){0,3}?(?:risks?|harms?|spread|impacts?|severity|effects?|damage|loss(?:es)?|pandemic|outbreaks?|exposure|" +
    'toxicity|dangers?|threats?|bias(?:es)?|transmission)\\b',
  'u',
));
const EFFICACY = once(() => /(?<!\p{L})(its|their)\s+efficacy(?![\p{L}-])(?!\s*(?:,|and\b|or\b|data\b|of\b|trial|stud))/giu);
/** What is raised or lowered is an amount: `increases its efficacy` has no `how well it works`. */
const CHANGED = once(() => /(?:increas|improv|enhanc|reduc|boost|maximi[sz]|optimi[sz]|limit|compar|demonstrat)\p{L}{0,4}\s+$/iu);
const EXPLAINED = /^\s*[(–—]|^,\s+(?:or|which|that is|meaning)\b/;

/** The jargon of a sentence, in order. A word that is explained where it stands, or stands in the brackets of an explanation, is fine. */
export function jargonIn(sentence: Sentence, block: Block): JargonMatch[] {
  const tokens = tokensOf(sentence);
  const matches: JargonMatch[] = [];
  const first = tokens.findIndex((token) => token.kind === 'word');
  for (const { from, to, value } of phrasesIn(tokens)) {
    const start = tokens[from]!.start;
    const end = tokens[to - 1]!.end;
    if (value.kind === 'noun' && (EXPLAINED.test(block.prose.slice(end, end + 20)) || tokens[from - 1]?.text === '(')) continue;
    if (from > first && /^\p{Lu}/u.test(tokens[to - 1]!.text)) continue;
    if (value.kind === 'noun' && wordsOf(sentence)[to]?.class === 'noun') continue;
    const adverb = from > 0 && /ly$|^(?:further|better)$/.test(tokens[from - 1]!.lower) && /^find|^found/.test(value.plain[0] ?? '');
    const reduced = value.plain.length > 1 && REDUCE.test(value.plain[1]!) && REDUCED().test(block.prose.slice(end, end + 60));
    matches.push({ start, end, plain: reduced || adverb ? [...value.plain].reverse() : value.plain });
  }
  for (const match of /efficacy/i.test(sentence.text) ? sentence.text.matchAll(EFFICACY()) : []) {
    if (CHANGED().test(sentence.text.slice(Math.max(0, match.index - 30), match.index))) continue;
    const start = sentence.start + match.index;
    const end = start + match[0].length;
    const words = match[1]!.toLowerCase() === 'its' ? 'how well it works' : 'how well they work';
    matches.push({ start: end - 'efficacy'.length, end, plain: [words], replaces: { start, end } });
  }
  return matches.sort((a, b) => a.start - b.start);
}
