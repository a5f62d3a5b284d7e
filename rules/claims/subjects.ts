/** What a clause speaks of, as the claim rules need it: something sold without a test, a tested drug, a vaccine, or nothing that people take. */
import type { Block, Sentence } from '../article/article.js';
import { bySentence } from '../article/sentence-memory.js';
import { readingOf } from '../english/clauses.js';
import { exposureAt, findExposure, type ExposureKind } from '../english/exposure.js';
import { tokenize, tokensOf, type Token } from '../english/tokens.js';
import { termAt } from '../lexicon/terms.js';
import { pluralOf } from './hype-words.js';
import type { Word } from '../english/word-classes.js';

/**
 * How closely a rule may judge what a clause says: approved drugs, vaccines, devices and ways of living have labels, guidelines and a record;
 * plants, supplements, foods and products have not. A `pronoun` stands for something that the text does not name.
 */
export type ExposureClass = 'supplement' | 'drug' | 'vaccine' | 'product' | 'pronoun';

const CLASS: Readonly<Partial<Record<ExposureKind, ExposureClass>>> = {
  plant: 'supplement',
  supplement: 'supplement',
  food: 'supplement',
  drug: 'drug',
  vaccine: 'vaccine',
  behaviour: 'drug',
  device: 'drug',
  product: 'product',
};
/** The nouns of a text with their plurals, and words that have none. */
function bothNumbers(nouns: string, ...others: readonly string[]): ReadonlySet<string> {
  return new Set([...nouns.trim().split(/\s+/).flatMap((noun) => [noun, pluralOf(noun)]), ...others]);
}

// Nouns that say by themselves that something is taken; `treatment` and its like may mean anything tested.
const PRODUCT_NOUNS = bothNumbers(`
  extract tea oil powder capsule supplement remedy herb product blend formula formulation tincture tonic juice plant leaf root mushroom
  alkaloid compound ingredient superfood cleanse gummy patch balm drop cream serum strain smoothie probiotic antioxidant adaptogen spice
  syrup nutrient mixture
`, 'leaves', 'supplementation', 'homeopathy', 'cbd', 'thc');
const TESTED_NOUNS = bothNumbers(`
  drug medicine medication pill treatment injection tablet device procedure method intervention technique regimen therapy
`, 'surgery');
const PRONOUNS = new Set(['it', 'they', 'this', 'these', 'that', 'which', "it's", "they're"]);
/** How many words back a pronoun reaches in its sentence. */
const REACH = 100;
/** Tokens of the longest sentence that is only a label, such as `Note:`. */
const LABEL = 3;

/**
 * The exposure that the tokens `from` to `to` speak of, the first one. A pronoun there stands for the last exposure before it in the sentence
 * or what the sentences before were about; where there is nothing before, it is a `pronoun`.
 */
export function exposureIn(tokens: readonly Token[], from: number, to: number, sentence: Sentence, block: Block): ExposureClass | undefined {
  const { words } = readingOf(sentence);
  const named = findExposure(words, from, to);
  let pronoun = -1;
  for (let i = from; i < (named?.range.from ?? to); i++) {
    const { lower } = tokens[i]!;
    if (PRODUCT_NOUNS.has(lower)) return 'product';
    if (TESTED_NOUNS.has(lower)) return 'drug';
    if (pronoun < 0 && PRONOUNS.has(lower) && !determines(words, i)) pronoun = i;
  }
  if (named) return CLASS[named.kind];
  return pronoun < 0 ? undefined : antecedentOf(pronoun, sentence, block);
}

/** `this test`: no pronoun, but the article of a noun. */
function determines(words: readonly Word[], i: number): boolean {
  const next = words[i + 1];
  return /^(?:this|these|that)$/.test(words[i]!.lower) && (next?.class === 'noun' || next?.class === 'adj');
}

/** The same as a yes or no. */
export function speaksOfExposure(tokens: readonly Token[], from: number, to: number, sentence: Sentence, block: Block): boolean {
  return exposureIn(tokens, from, to, sentence, block) !== undefined;
}

/**
 * The exposure that a list item or table cell without a verb (`100% safe`) is about: what the line before it or the heading names.
 */
export function exposureAround(sentence: Sentence, block: Block): ExposureClass | undefined {
  if ((block.kind !== 'list-item' && block.kind !== 'table-cell') || readingOf(sentence).verbs.length > 0) return undefined;
  const tokens = tokenize(`${block.leadIn} ; ${block.section}`);
  for (let i = 0; i < tokens.length; i++) {
    const term = termAt(tokens, i);
    if (term && (term.value.kind === 'plant' || term.value.kind === 'supplement')) return 'supplement';
    if (PRODUCT_NOUNS.has(tokens[i]!.lower)) return 'product';
  }
  return undefined;
}

/** What a pronoun at word `at` stands for. */
export function antecedentOf(at: number, sentence: Sentence, block: Block): ExposureClass | undefined {
  return exposureBefore(sentence, at) ?? exposureOutside(sentence, block);
}

/** The first exposure among the words before `end` that a pronoun there can reach. */
function exposureBefore(sentence: Sentence, end: number): ExposureClass | undefined {
  const from = Math.max(0, end - REACH);
  const { words } = readingOf(sentence);
  const named = findExposure(words, from, end);
  if (named) return CLASS[named.kind];
  for (let i = from; i < end; i++) {
    if (PRODUCT_NOUNS.has(words[i]!.lower)) return 'product';
    if (TESTED_NOUNS.has(words[i]!.lower)) return 'drug';
  }
  return undefined;
}

/** What the sentences before were about; worked out once for each sentence. A `pronoun` where there are none. */
const exposureOutside = bySentence(lookOutside);

function lookOutside(sentence: Sentence, block: Block): ExposureClass | undefined {
  const previous = block.sentences[block.sentences.indexOf(sentence) - 1];
  // A label such as `Note:` says nothing.
  if (!previous || tokensOf(previous).length <= LABEL) return 'pronoun';
  const pronoun = readingOf(sentence).words.findIndex(({ lower }) => PRONOUNS.has(lower));
  const { known, kind } = pronoun < 0 ? { known: false, kind: 'none' as const } : exposureAt(sentence, { from: pronoun, to: pronoun + 1 }, block);
  return known ? CLASS[kind] : exposureBefore(previous, tokensOf(previous).length);
}
