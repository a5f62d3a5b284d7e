/** Finds phrases of a list in a run of tokens: a trie over words, longest match first. */
import { once } from '../lexicon/once.js';
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
  /** True where a phrase begins with this word. */
  startsWith(word: string): boolean;
  /** The first word of each phrase: what a gate needs. */
  readonly firstWords: ReadonlySet<string>;
}

/**
 * Builds a phrase list. Phrases are matched on normalised tokens (see `Token.lower`); of two equal phrases the first counts.
 * Nothing is read before the list is asked for something; then the phrases are sorted by their first word, and what starts with a word is read
 * when that word is met.
 */
export function createPhrases<V>(entries: Iterable<readonly [phrase: string, value: V]>): Phrases<V> {
  const byFirst = once(() => sortByFirstWord(entries));
  const nodeOf = (word: string): Node<V> | undefined => {
    const known = byFirst().get(word);
    if (!Array.isArray(known)) return known;
    const root: Node<V> = { next: new Map() };
    for (const [phrase, value] of known) addPhrase(root, phrase, value);
    byFirst().set(word, root);
    return root;
  };
  const at = (tokens: readonly Token[], index: number): PhraseMatch<V> | undefined => {
    let best: PhraseMatch<V> | undefined;
    let node = index < tokens.length ? nodeOf(tokens[index]!.lower) : undefined;
    for (let i = index; node; node = node.next.get(tokens[i]!.lower)) {
      i++;
      if (node.value !== undefined) best = { from: index, to: i, value: node.value };
      if (i >= tokens.length) break;
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
    startsWith: (word) => byFirst().has(word),
    get firstWords() {
      return new Set(byFirst().keys());
    },
  };
}

function sortByFirstWord<V>(entries: Iterable<readonly [phrase: string, value: V]>): Map<string, Node<V> | [phrase: string, value: V][]> {
  const byFirst = new Map<string, Node<V> | [phrase: string, value: V][]>();
  for (const [phrase, value] of entries) {
    const first = firstWord(phrase);
    if (first === undefined) continue;
    const unread = byFirst.get(first) as [phrase: string, value: V][] | undefined;
    if (unread) unread.push([phrase, value]);
    else byFirst.set(first, [[phrase, value]]);
  }
  return byFirst;
}

/** Adds what follows a phrase's first word below the node of that word. */
function addPhrase<V>(root: Node<V>, phrase: string, value: V): void {
  let node = root;
  for (const { lower } of tokenize(phrase).slice(1)) {
    let next = node.next.get(lower);
    if (!next) node.next.set(lower, (next = { next: new Map() }));
    node = next;
  }
  node.value ??= value;
}

/** A phrase's first token, normalised; plain words need no tokenizer, and most phrases start with one. */
function firstWord(phrase: string): string | undefined {
  for (let i = 0; i < phrase.length; i++) {
    const code = phrase.charCodeAt(i) | 0x20;
    if (code >= 97 && code <= 122) continue;
    if (i > 0 && phrase.charCodeAt(i) === 0x20) return phrase.slice(0, i).toLowerCase();
    return tokenize(phrase)[0]?.lower;
  }
  return phrase === '' ? undefined : phrase.toLowerCase();
}
