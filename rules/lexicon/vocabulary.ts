/** The curated vocabulary as a speller sees it: the words of all terms, what they look like, and their known misspellings. */
import { createNearIndex, type Near, type NearIndex } from './near.js';
import { binomials } from './binomials.js';
import { weightedDistance } from './distance.js';
import { fold } from './fold.js';
import generalTable from './data/terms/medical-general.txt';
import synonymTable from './data/terms/drug-synonyms.txt';
import listMisspellings from './data/spelling/misspellings.txt';
import neighbourTable from './data/spelling/neighbours.txt';
import writersMisspellings from './data/terms/misspellings.txt';
import nearMissTable from './data/terms/near-misses.txt';
import variantTable from './data/terms/spelling-variants.txt';
import plantTable from './data/terms/plants.txt';
import { once } from './once.js';
import { readList, readTable } from './table.js';
import { allTerms } from './terms.js';

export interface Vocabulary {
  /** Does a curated term contain this folded word, in any inflection? */
  has(folded: string): boolean;
  /** Is it also an English name (`salvia`, `echinacea`), not only a genus? */
  isCommon(folded: string): boolean;
  /** The word as it is written, for a folded word: `alzheimer's` is `Alzheimer's`. */
  shown(folded: string): string;
  /** The right word for a known misspelling (folded), as it is written. */
  misspelling(folded: string): string | undefined;
  /** The usual form of a term that was run together: `bloodpressure`, `antiinflammatory`. */
  runTogether(folded: string): string | undefined;
  /** Is it the name under which a maker sells a medicine? */
  isBrand(folded: string): boolean;
  /** Is it only a plant's or its constituent's name, and none of the well-known? These differ from each other, or from names in other languages, by a letter. */
  isDelicate(folded: string): boolean;
  /** Correct rare words that look like misspellings of a term. */
  isNeighbour(folded: string): boolean;
  /** Its words near a misspelling (see `NearIndex`). */
  near(folded: string, limit: number, apart?: number): readonly Near[];
}

/** The vocabulary; built at the first call. */
export function vocabulary(): Vocabulary {
  return (built ??= build());
}
let built: Vocabulary | undefined;

/** Words of terms that say nothing by themselves; a near miss of them is no health term. */
const PLAIN = new Set('with from that this oral white black green common other type system disorder'.split(' '));
const MIN_TARGET = 5;
/** Groups of supplements in which no letter makes another substance. */
const STURDY = new Set(['vitamins', 'minerals', 'foods and oils', 'other bioactives', 'enzymes', 'diets']);
/** So near a listed misspelling of a plant's name lies to the word that it stands for. */
const LISTED = 1.6;

function build(): Vocabulary {
  const shown = new Map<string, string>();
  const squashed = new Map<string, string>();
  const targets = new Set<string>();
  const add = (name: string, target: boolean): void => {
    for (const word of wordsIn(name)) {
      const folded = fold(word);
      if (!shown.has(folded) || word === folded) shown.set(folded, word);
      if (target && folded.length >= MIN_TARGET && !PLAIN.has(folded) && /^[a-z']+$/.test(folded)) targets.add(folded.replace(/'s$/, ''));
    }
    if (!target || !/[\s-]/.test(name)) return;
    const letters = fold(name).replace(/[\s-]/g, '');
    if (/^[a-z]{8,}$/.test(letters) && wordsIn(name).length === 2 && wordsIn(name).every((word) => word.length > 2)) squashed.set(letters, name);
  };
  for (const { name, kind } of allTerms()) if ((kind !== 'plant' && kind !== 'microbe') || !binomials().isBinomial(name)) add(plainName(name), true);
  for (const row of [...readTable(generalTable).map((row) => row.slice(0, 1)), ...readTable(synonymTable).map((row) => row.slice(0, 2))]) for (const name of row) add(plainName(name), true);
  for (const row of readTable(variantTable)) for (const cell of row.slice(0, 2)) for (const name of readList(cell)) add(plainName(name), targets.has(fold(row[0]!)));
  // `antinflammatory` is a slip for what we write `anti-inflammatory`, though the joined form is accepted too.
  for (const [form = '', other = '', kind] of readTable(variantTable)) {
    if (kind !== 'form' || !/-/.test(form) || other !== form.replace(/-/g, '') || other.length < 8) continue;
    targets.add(other);
    shown.set(other, form);
  }
  for (const genus of binomials().genera) add(genus, true);
  for (const epithet of binomials().epithets) add(epithet, false);

  // For a misspelling of a plant's name the words it may stand for; which one is settled when somebody asks.
  const misspelt = new Map<string, string | readonly string[]>();
  for (const table of [listMisspellings, writersMisspellings]) for (const [wrong, right] of readTable(table)) if (wrong && right) misspelt.set(fold(wrong), right);
  for (const [common, binomial, , wrongs] of readTable(plantTable)) {
    for (const wrong of readList(wrongs)) {
      if (/\s/.test(wrong) || misspelt.has(fold(wrong)) || shown.has(fold(wrong))) continue;
      misspelt.set(fold(wrong), [...readList(common), ...readList(binomial)].flatMap(wordsIn));
    }
  }
  for (const wrong of misspelt.keys()) {
    shown.delete(wrong);
    targets.delete(wrong);
  }
  const neighbours = new Set([...readTable(neighbourTable), ...readTable(nearMissTable)].flatMap(([cell]) => wordsIn(cell ?? '')).map(fold));
  for (const [letters, name] of squashed) {
    if (shown.has(letters)) squashed.delete(letters);
    else shown.set(letters, name);
  }
  const index: NearIndex = createNearIndex([...targets, ...squashed.keys()]);
  // What writers often get wrong is what they often write.
  const wellKnown = once(() => {
    const words = new Set<string>();
    for (const [wrong, right] of misspelt) {
      if (typeof right === 'string') words.add(fold(right));
      else for (const word of right) if (weightedDistance(wrong, fold(word), LISTED) <= LISTED) words.add(fold(word));
    }
    return words;
  });
  const known = (folded: string): boolean => shown.has(folded) && !squashed.has(folded);
  return {
    has: (folded) => known(folded) || stems(folded).some(known),
    isCommon: (folded) => shown.get(folded) === folded,
    shown: (folded) => shown.get(folded) ?? folded,
    misspelling(folded) {
      const right = misspelt.get(folded);
      return typeof right === 'object' ? nearest(folded, right) : right;
    },
    runTogether: (folded) => squashed.get(folded) ?? (folded.endsWith('s') && squashed.has(folded.slice(0, -1)) ? `${squashed.get(folded.slice(0, -1))!}s` : undefined),
    isBrand: (folded) => wordKinds().brands.has(folded),
    isDelicate: (folded) => (wordKinds().substances.has(folded) || squashed.has(folded)) && !wordKinds().others.has(folded) && !wellKnown().has(folded),
    isNeighbour: (folded) => neighbours.has(folded) || stems(folded).some((stem) => neighbours.has(stem)),
    near: (folded, limit, apart) => index.find(folded, limit, apart),
  };
}

/** The words of brands, of plants with their constituents, and of all other terms, folded. */
const wordKinds = once(() => {
  const kinds = { brands: new Set<string>(), substances: new Set<string>(), others: new Set<string>() };
  for (const { name, kind, group } of allTerms()) {
    if ((kind === 'plant' || kind === 'microbe') && binomials().isBinomial(name)) continue;
    const words = kind === 'brand' ? kinds.brands : kind === 'plant' || (kind === 'supplement' && !STURDY.has(group)) ? kinds.substances : kinds.others;
    for (const word of wordsIn(plainName(name))) words.add(fold(word));
  }
  return kinds;
});

/** What a plural or possessive may be the plural or possessive of. */
export function stems(folded: string): readonly string[] {
  if (folded.endsWith("'s")) return [folded.slice(0, -2), ...stems(folded.slice(0, -2))];
  if (folded.endsWith("'")) return [folded.slice(0, -1), ...stems(folded.slice(0, -1))];
  if (folded.endsWith('ies')) return [`${folded.slice(0, -3)}y`, folded.slice(0, -1)];
  if (folded.endsWith('es')) return [folded.slice(0, -1), folded.slice(0, -2), `${folded.slice(0, -2)}is`];
  return folded.endsWith('s') && !folded.endsWith('ss') ? [folded.slice(0, -1)] : [];
}

/** A name without what stands in parentheses. */
function plainName(name: string): string {
  if (/^[a-zA-Z -]*$/.test(name)) return name;
  return name.replace(/\u2019/g, "'").replace(/\s*\([^)]*\)/g, '').trim();
}

/** The words of a name, also those between hyphens; locants and single letters are none. */
function wordsIn(name: string): readonly string[] {
  if (/^[a-zA-Z']{2,}$/.test(name)) return [name];
  return name.split(/[\s/,×\u2010-\u2015-]+/).filter((word) => word.length > 1 && /\p{L}/u.test(word));
}

function nearest(wrong: string, words: readonly string[]): string | undefined {
  const distances = words.map((word) => weightedDistance(wrong, fold(word)));
  return words[distances.indexOf(Math.min(...distances))];
}
