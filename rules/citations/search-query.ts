/** What to look for in a database of studies to find a source for a sentence. */
import type { Article, Block, Sentence } from '../article/article.js';
import { blockAt } from '../article/in-order.js';
import { claimsOf, spanOf, strengthOf, type Strength } from '../english/claims.js';
import type { Range } from '../english/clauses.js';
import { termsOf } from '../lexicon/terms.js';

/** A sentence with its block and the block's place in the file. */
export interface PlacedSentence {
  readonly sentence: Sentence;
  readonly block: Block;
  /** Offset of the block in the file. */
  readonly start: number;
}

const ORDER: readonly Strength[] = ['direct', 'conditional', 'correlational', 'none'];
/** Words before what is meant: articles, amounts, hedges. */
const LEADING = /^(?:(?:the|an?|this|that|these|those|its|their|your|our|some|many|most|several|all|more|less|of|use|using|taking|regular|daily|risk|chance|odds|likelihood|symptoms?|levels?|severity|incidence|healthy|better|higher|lower|overall|general)\s+)+/i;
/** What a sentence speaks of without naming it, and who found it out: nothing to search for. */
const EMPTY = /^(?:it|this|that|they|them|these|those|which|who|he|she|we|you|one|both|researchers?|scientists?|investigators?|authors?|experts?|doctors?|studies|study|trials?|research|evidence|findings?|results?|people|patients?|adults)$/;
const LONGEST = 5;
const STOP = new Set('about after also among because been before being between both could does during each even from have into just less many more most much only other over people research researchers scientists should some studies study such than that their them then there these they this those through under very were what when where which while will with within without would your percent according found shows show suggests suggest'.split(' '));

/** The sentence at an offset in the file, or the last one before it in the same block; undefined where no prose is. */
export function sentenceAt(article: Article, offset: number): PlacedSentence | undefined {
  const placed = blockAt(article, offset);
  if (!placed) return undefined;
  const { start, value: block } = placed;
  const sentence = block.sentences.findLast((one) => one.start <= offset - start) ?? block.sentences[0];
  return sentence && { sentence, block, start };
}

/** A query in the words of PubMed and the Cochrane Library: exposure and outcome of the sentence's claim, or its terms; empty where it has none. */
export function searchQuery({ sentence, block }: PlacedSentence): string {
  const words = ({ from, to }: Range): string => {
    const span = spanOf(sentence, { from, to });
    return block.prose.slice(span.start, span.end);
  };
  const claims = claimsOf(sentence, block)
    .map((claim) => ({ strength: ORDER.indexOf(strengthOf(claim)), parts: [claim.exposure, claim.outcome].map(({ range }) => (range && range.to > range.from ? topic(words(range)) : '')) }))
    .sort((a, b) => a.strength - b.strength);
  const whole = claims.find(({ parts }) => parts.every((part) => part !== ''));
  if (whole) return both(whole.parts);
  const terms = [...new Set(termsOf(sentence).map(({ value }) => value.name.toLowerCase()))].slice(0, 3);
  if (terms.length > 0) return both(terms);
  const half = claims.flatMap(({ parts }) => parts).find((part) => part !== '');
  if (half) return half;
  const content = sentence.text.toLowerCase().match(/\p{L}{5,}/gu)?.filter((word) => !STOP.has(word)) ?? [];
  return [...new Set(content)].slice(0, LONGEST).join(' ');
}

/** The head of a phrase without what only leads up to it or goes on about it. */
function topic(phrase: string): string {
  const words = phrase
    .replace(/[^\p{L}\p{N}\s'’-]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(LEADING, '')
    .replace(/\s+(?:in|among|for|with|by|from|at|during|after|when|while|who|which|that)\s.*$/i, '');
  const short = words.split(' ').slice(0, LONGEST).join(' ').toLowerCase();
  return EMPTY.test(short) ? '' : short;
}

function both(parts: readonly string[]): string {
  const different = parts.filter((part, index) => !parts.some((other, at) => at < index && other === part));
  return different.map((part) => (different.length > 1 && part.includes(' ') ? `(${part})` : part)).join(' AND ');
}
