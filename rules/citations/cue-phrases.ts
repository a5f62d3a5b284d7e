/** The cue phrases of the lexicon, found in a run of tokens: `(is|are) (also|) known to` stands for four phrases. */
import { tokenize, type Token } from '../english/tokens.js';
import cues from '../lexicon/data/cues/attribution-cues.txt';
import { readTable } from '../lexicon/table.js';

/** What a phrase is a cue of; `activity` and `absence` are no findings, `vague` is another rule's. */
export type PhraseReason =
  | 'research-attribution'
  | 'regulatory'
  | 'comparative'
  | 'history'
  | 'established-knowledge'
  | 'activity'
  | 'absence'
  | 'vague';

export interface CuePhrase {
  readonly reason: PhraseReason;
  /** How often an uncited sentence with this cue deserves a mark, 0 to 1. */
  readonly confidence: number;
}

export interface CueMatch extends CuePhrase {
  /** Indexes of the first token and behind the last. */
  readonly from: number;
  readonly to: number;
}

/** One place of a pattern: each alternative is a run of words; an empty run means that the place may be left out. */
type Place = readonly (readonly string[])[];

interface Pattern extends CuePhrase {
  readonly places: readonly Place[];
}

/** Patterns by their possible first words. */
type Index = ReadonlyMap<string, readonly Pattern[]>;

/** Every cue phrase from left to right, longest first at each place, without overlaps. */
export function cuePhrasesOf(tokens: readonly Token[]): CueMatch[] {
  const index = patterns();
  const found: CueMatch[] = [];
  for (let i = 0; i < tokens.length; ) {
    let best: CueMatch | undefined;
    for (const pattern of index.get(tokens[i]!.lower) ?? []) {
      const to = matchFrom(pattern.places, 0, tokens, i);
      if (to > (best?.to ?? i)) best = { reason: pattern.reason, confidence: pattern.confidence, from: i, to };
    }
    if (best) found.push(best);
    i = best ? best.to : i + 1;
  }
  return found;
}

/** The words a phrase can start with, for gates. */
export function firstWordsOf(reasons: ReadonlySet<PhraseReason>): string[] {
  return [...patterns()].filter(([, list]) => list.some(({ reason }) => reasons.has(reason))).map(([word]) => word);
}

/** The index behind the longest match of the places from `place` on, or -1. A phrase has at most ten places, so this ends soon. */
function matchFrom(places: readonly Place[], place: number, tokens: readonly Token[], at: number): number {
  if (place === places.length) return at;
  let best = -1;
  for (const words of places[place]!) {
    if (!words.every((word, k) => tokens[at + k]?.lower === word)) continue;
    best = Math.max(best, matchFrom(places, place + 1, tokens, at + words.length));
  }
  return best;
}

let index: Index | undefined;

function patterns(): Index {
  if (index) return index;
  const built = new Map<string, Pattern[]>();
  for (const [phrase = '', reason = '', confidence = ''] of readTable(cues)) {
    const pattern = { places: readPlaces(phrase), reason: reason as PhraseReason, confidence: Number(confidence) };
    for (const word of firstWords(pattern.places)) built.set(word, [...(built.get(word) ?? []), pattern]);
  }
  return (index = built);
}

function readPlaces(phrase: string): Place[] {
  const words = (text: string): string[] => tokenize(text).map(({ lower }) => lower);
  return phrase.split(/\s*(\([^)]*\))\s*/).filter((part) => part !== '').map((part) => (part.startsWith('(') ? part.slice(1, -1).split('|').map(words) : [words(part)]));
}

function firstWords(places: readonly Place[]): Set<string> {
  const first = new Set<string>();
  for (const place of places) {
    for (const words of place) if (words[0] !== undefined) first.add(words[0]);
    if (place.every((words) => words.length > 0)) break;
  }
  return first;
}
