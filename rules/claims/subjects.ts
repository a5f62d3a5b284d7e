/** What a clause speaks of: something that people take or do (an exposure), people, or something else. */
import type { Block, Sentence } from '../article/article.js';
import { tokensOf, type Token } from '../english/tokens.js';
import { termAt, termsOf, type Term } from '../lexicon/terms.js';

/** How closely a rule may judge what a clause says: approved drugs and vaccines have labels and guidelines, supplements have not. */
export type ExposureClass = 'supplement' | 'drug' | 'vaccine' | 'product' | 'pronoun';

const PRODUCT_NOUNS = new Set(
  ['extract', 'tea', 'oil', 'powder', 'capsule', 'supplement', 'remedy', 'herb', 'product', 'blend', 'formula', 'formulation', 'tincture', 'tonic', 'juice', 'plant', 'leaf', 'root', 'mushroom', 'alkaloid', 'compound', 'ingredient', 'diet', 'superfood', 'cleanse', 'detox', 'gummy', 'patch', 'balm',
    'cream', 'serum', 'strain', 'smoothie', 'probiotic', 'antioxidant', 'adaptogen', 'remedies', 'leaves', 'gummies', 'supplementation', 'homeopathy', 'cannabis', 'marijuana', 'psychedelic', 'spice', 'cbd', 'thc', 'kratom', 'drop'].flatMap((noun) => [noun, `${noun}s`]),
);
const DRUG_NOUNS = new Set(['drug', 'medicine', 'medication', 'pill', 'antidepressant', 'antibiotic', 'painkiller', 'statin', 'treatment', 'therapy', 'therapies', 'injection', 'tablet', 'device', 'procedure', 'surgery', 'method'].flatMap((noun) => [noun, `${noun}s`]));
const VACCINES = /^(?:vaccines?|vaccination|vaccinations|immuni[sz]ations?|boosters?|jabs?)$/;
const PRONOUNS = new Set(['it', 'they', 'this', 'these', 'that', 'which', "it's", "they're"]);

/** Tokens of the longest sentence that is only a label. */
const LABEL = 3;

/** The class of the exposure that a token starts, if any. */
function exposureAt(tokens: readonly Token[], index: number): { readonly kind: ExposureClass; readonly to: number } | undefined {
  const term = termAt(tokens, index);
  if (term && isTaken(term.value)) return { kind: term.value.kind === 'drug' ? 'drug' : 'supplement', to: term.to };
  const { lower } = tokens[index]!;
  if (VACCINES.test(lower)) return { kind: 'vaccine', to: index + 1 };
  if (PRODUCT_NOUNS.has(lower)) return { kind: 'product', to: index + 1 };
  if (DRUG_NOUNS.has(lower)) return { kind: 'drug', to: index + 1 };
  return undefined;
}

const isTaken = ({ kind }: Term): boolean => kind === 'plant' || kind === 'supplement' || kind === 'drug';

/**
 * The exposure that the tokens `from` to `to` speak of. A pronoun there stands for the last exposure before it in the sentence,
 * the sentences before it or the heading; where nothing is known, it is a `pronoun`.
 */
export function exposureIn(tokens: readonly Token[], from: number, to: number, sentence: Sentence, block: Block): ExposureClass | undefined {
  let pronoun = false;
  for (let i = from; i < to; i++) {
    const found = exposureAt(tokens, i);
    if (found && found.to <= to) return found.kind;
    if (PRONOUNS.has(tokens[i]!.lower)) pronoun = true;
  }
  return pronoun ? antecedentOf(tokens, from, sentence, block) : undefined;
}

/** The same as a yes or no. */
export function speaksOfExposure(tokens: readonly Token[], from: number, to: number, sentence: Sentence, block: Block): boolean {
  return exposureIn(tokens, from, to, sentence, block) !== undefined;
}

function antecedentOf(tokens: readonly Token[], from: number, sentence: Sentence, block: Block): ExposureClass | undefined {
  for (let i = from - 1; i >= 0; i--) {
    const found = exposureAt(tokens, i);
    if (found) return found.kind;
  }
  const previous = block.sentences[block.sentences.indexOf(sentence) - 1];
  // A label such as `Note:` says nothing.
  if (!previous || tokensOf(previous).length <= LABEL) return 'pronoun';
  return firstExposure(previous);
}

function firstExposure(sentence: Sentence): ExposureClass | undefined {
  const tokens = tokensOf(sentence);
  for (let i = 0; i < tokens.length; i++) {
    const found = exposureAt(tokens, i);
    if (found) return found.kind;
  }
  return undefined;
}

/** Whether the sentence names a plant, supplement, drug, condition or biomarker. */
export function namesHealthTerm(sentence: Sentence): boolean {
  return termsOf(sentence).length > 0;
}
