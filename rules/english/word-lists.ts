/** Lists of words and phrases with a class each, matched on the words of a sentence. */
import claimWordLists from '../lexicon/data/grammar/claim-words.txt';
import exposureWords from '../lexicon/data/grammar/exposure-words.txt';
import outcomeWords from '../lexicon/data/grammar/outcome-words.txt';
import { once } from '../lexicon/once.js';
import { readList, readTable } from '../lexicon/table.js';
import { createPhrases, type Phrases } from './phrases.js';

/** Reads a data file of `class<TAB>phrase; phrase`. Where a phrase has several classes, all are kept, in the order of the file. */
function readPhraseClasses(text: string): Phrases<readonly string[]> {
  const classes = new Map<string, string[]>();
  for (const [kind = '', list] of readTable(text)) {
    for (const phrase of readList(list)) {
      const key = phrase.toLowerCase();
      const known = classes.get(key);
      if (!known) classes.set(key, [kind]);
      else if (!known.includes(kind)) known.push(kind);
    }
  }
  return createPhrases(classes);
}

/** What may act on health besides the lexicon's terms; built at the first use. */
export const exposurePhrases = once(() => readPhraseClasses(exposureWords));
/** What counts as a health matter besides the lexicon's terms; built at the first use. */
export const outcomePhrases = once(() => readPhraseClasses(outcomeWords));

/** A class of words. */
export interface WordList {
  has(word: string | undefined): boolean;
}

/** Gives the classes of a data file of `class<TAB>word word`, which is read when a list is first asked. `file` names it to whoever asks for a class that it has not. */
export function wordClasses(text: string, file: string): (kind: string) => WordList {
  const lists = once(() => new Map(readTable(text).map(([kind = '', list = '']) => [kind, new Set(list.split(' '))])));
  return (kind) => {
    const words = once((): ReadonlySet<string> => {
      const list = lists().get(kind);
      if (!list) throw new RangeError(`${file} has no class ${kind}`);
      return list;
    });
    return { has: (word) => word !== undefined && words().has(word) };
  };
}

/** The words of a class of claim-words.txt, which says what each class is. */
export const claimWords = wordClasses(claimWordLists, 'claim-words.txt');
