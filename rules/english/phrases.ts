/** Finds phrases of a list in a run of tokens: a trie over words, longest match first. */
import { tokenize, type Token } from './tokens.js';

export interface PhraseMatch<V> {
  /** Index of the first token and the index behind the last. */
  readonly from: number;
  readonly to: number;
  readonly value: V;
}

interface Node<V> {
  readonly next: Map<string, Node<V>>;
  value?: V;
}

/** A list of phrases, each with a value. */
export interface Phrases<V> {
  /** The longest phrase that starts at token `index`, if any. */
  at(tokens: readonly Token[], index: number): PhraseMatch<V> | undefined;
  /** All phrases from left to right, longest first, without overlaps. Linear but for the length of the longest phrase. */
  all(tokens: readonly Token[]): PhraseMatch<V>[];
  /** The first word of each phrase: what a gate needs. */
  readonly firstWords: ReadonlySet<string>;
}

/** Builds a phrase list. Phrases are matched on normalised tokens (see `Token.lower`); of two equal phrases the first counts. */
export function createPhrases<V>(entries: Iterable<readonly [phrase: string, value: V]>): Phrases<V> {
  const root: Node<V> = { next: new Map() };
  for (const [phrase, value] of entries) {
    let node = root;
    for (const { lower } of tokenize(phrase)) {
      let next = node.next.get(lower);
      if (!next) node.next.set(lower, (next = { next: new Map() }));
      node = next;
    }
    if (node !== root && node.value === undefined) node.value = value;
  }
  const at = (tokens: readonly Token[], index: number): PhraseMatch<V> | undefined => {
    let best: PhraseMatch<V> | undefined;
    let node: Node<V> | undefined = root;
    for (let i = index; i < tokens.length; i++) {
      node = node.next.get(tokens[i]!.lower);
      if (!node) break;
      if (node.value !== undefined) best = { from: index, to: i + 1, value: node.value };
    }
    return best;
  };
  return {
    at,
    all(tokens) {
      const found: PhraseMatch<V>[] = [];
      for (let i = 0; i < tokens.length; ) {
        const match = at(tokens, i);
        if (match) found.push(match);
        i = match ? match.to : i + 1;
      }
      return found;
    },
    firstWords: new Set(root.next.keys()),
  };
}
