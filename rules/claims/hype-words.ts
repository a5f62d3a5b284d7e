/** The words that sell, and the nouns that they are said of: the data behind `hype-language`. */
import evaluatedTable from '../lexicon/data/cues/evaluated.txt';
import hypeTable from '../lexicon/data/cues/hype.txt';
import { readTable } from '../lexicon/table.js';
import { createPhrases, type Phrases } from '../english/phrases.js';
import type { Token } from '../english/tokens.js';

export type HypeGroup = 'miracle' | 'guarantee' | 'discovery' | 'praise' | 'hope' | 'superfood' | 'secret';
export type Evaluated = 'finding' | 'treatment' | 'effect';

/** A row of the list; see the head of `hype.txt`. `instead` is `-` for a word to take out, empty where there is no plain replacement. */
export interface HypeWord {
  readonly term: string;
  readonly group: HypeGroup;
  readonly where: 'any' | 'noun' | 'verb' | 'attributive';
  readonly instead: string;
}

const rows = readTable(hypeTable).map(([term = '', group, where, instead = '']): HypeWord => ({
  term,
  group: group as HypeGroup,
  where: where as HypeWord['where'],
  instead,
}));

export const hypeWords: Phrases<HypeWord> = createPhrases(rows.map((row) => [row.term, row]));

/** The plural of a regular noun. */
export function pluralOf(noun: string): string {
  if (/[^aeiou]y$/i.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/i.test(noun) ? `${noun}es` : `${noun}s`;
}

/** Nouns for treatments, findings and effects, in both numbers. */
export const evaluatedNouns: Phrases<Evaluated> = createPhrases(
  readTable(evaluatedTable).flatMap(([noun = '', group]): [string, Evaluated][] => [
    [noun, group as Evaluated],
    [pluralOf(noun), group as Evaluated],
  ]),
);

// Words that end a noun phrase, or turn it to harm: past them there is nothing that the hype is said of.
const STOPS = new Set([
  'of', 'in', 'on', 'at', 'for', 'with', 'by', 'to', 'from', 'that', 'which', 'who', 'is', 'are', 'was', 'were', 'be', 'been', 'has', 'have', 'had', 'may', 'might', 'can', 'could', 'will', 'would', 'the', 'a', 'an', 'this',
  'these', 'its', 'their', 'your', 'as', 'than', 'but', 'or', 'not', 'because', 'when', 'if', 'side', 'adverse', 'harmful', 'negative', 'toxic', 'withdrawal', 'bad',
]);
const MODIFIERS = 3;

export interface NounMatch {
  readonly from: number;
  readonly to: number;
  readonly group: Evaluated;
  /** Lower case, as it stands. */
  readonly noun: string;
}

/** The evaluated noun that the adjective ending before token `index` stands before, over at most three words between (`promising new treatment`). */
export function nounAfter(tokens: readonly Token[], index: number): NounMatch | undefined {
  let found: NounMatch | undefined;
  for (let i = index; i < tokens.length && i <= index + MODIFIERS + (found ? 1 : 0); i++) {
    const token = tokens[i]!;
    if (token.lower === 'and' || token.text === ',') {
      if (found) break;
      continue;
    }
    if (token.kind !== 'word' || STOPS.has(token.lower)) break;
    const match = evaluatedNouns.at(tokens, i);
    if (match) {
      found = { from: i, to: match.to, group: match.value, noun: tokens.slice(i, match.to).map(({ lower }) => lower).join(' ') };
      i = match.to - 1;
    } else if (found) break;
  }
  return found;
}
