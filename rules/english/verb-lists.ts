/** Lists of verbs that help to tell a verb from a noun, for the reading of sentences and of titles, and words that report. */
import causalVerbs from '../lexicon/data/grammar/causal-verbs.txt';
import inventoryVerbs from '../lexicon/data/grammar/inventory-verbs.txt';
import reporting from '../lexicon/data/grammar/reporting.txt';
import verbHints from '../lexicon/data/grammar/verb-hints.txt';
import { readTable } from '../lexicon/table.js';
import { wordClasses } from './word-lists.js';

/** The words of a class of verb-hints.txt, which says what each class is. */
export const hinted = wordClasses(verbHints, 'verb-hints.txt');

/** Verbs and nouns that report a statement, and what they do to it: `show`, `evidence`, `claim`. */
export const REPORTING: ReadonlyMap<string, string> = new Map(readTable(reporting).map(([word = '', effect = '']) => [word, effect]));

const LEMMAS = [...readTable(causalVerbs), ...readTable(inventoryVerbs)].map(([lemma = '']) => lemma);
/** Causal verbs with their particle: `lead to`. */
export const PARTICLE_VERBS: ReadonlySet<string> = new Set(LEMMAS.map((lemma) => lemma.split(' ').slice(0, 2).join(' ')).filter((lemma) => lemma.includes(' ')));
/** The verbs that state a relation by themselves: not `fall`, which needs its `short of`. */
export const RELATION_HEADS: ReadonlySet<string> = new Set(LEMMAS.filter((lemma) => !lemma.includes(' ')));
