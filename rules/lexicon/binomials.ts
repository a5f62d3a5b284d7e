/** Species names: which genus has which epithets, and what the plant or microbe is called in English. */
import microbeTable from './data/terms/microbes.txt';
import plantTable from './data/terms/plants.txt';
import { once } from './once.js';
import { readList, readTable } from './table.js';

export interface Binomial {
  /** Capitalised. */
  readonly genus: string;
  /** Lower case; may contain a hyphen. */
  readonly epithet: string;
  /** The first English name, or empty. */
  readonly common: string;
  /** The accepted name of the same species, where this one is a synonym; else this name. */
  readonly accepted: string;
  readonly kingdom: 'plant' | 'microbe';
}

export interface Binomials {
  /** Lower case both. */
  find(genus: string, epithet: string): Binomial | undefined;
  /** The known species of a genus (lower case). */
  ofGenus(genus: string): readonly Binomial[];
  /** The known species with this epithet (lower case). */
  ofEpithet(epithet: string): readonly Binomial[];
  isBinomial(name: string): boolean;
  /** Capitalised. */
  readonly genera: ReadonlySet<string>;
  readonly epithets: ReadonlySet<string>;
}

/** `Genus epithet`, with a sign of hybridity or without. */
const NAME = once(() => /^(\p{Lu}\p{Ll}+) (?:[×x] ?)?(\p{Ll}{2,}(?:-\p{Ll}+)*)(?: (?:subsp|var|ssp)\. .*)?$/u);

/** All known species; built at the first call. */
export function binomials(): Binomials {
  return (built ??= build());
}
let built: Binomials | undefined;

function build(): Binomials {
  const byName = new Map<string, Binomial>();
  const byGenus = new Map<string, Binomial[]>();
  const byEpithet = new Map<string, Binomial[]>();
  const add = (name: string, common: string, accepted: string, kingdom: Binomial['kingdom'] = 'plant'): void => {
    const parts = NAME().exec(name);
    if (!parts) return;
    const [, genus, epithet] = parts as unknown as [string, string, string];
    const key = `${genus} ${epithet}`.toLowerCase();
    if (byName.has(key)) return;
    const binomial: Binomial = { genus, epithet, common, accepted: accepted || name, kingdom };
    byName.set(key, binomial);
    push(byGenus, genus.toLowerCase(), binomial);
    push(byEpithet, epithet, binomial);
  };
  for (const [common, accepted, synonyms] of readTable(plantTable)) {
    const name = readList(common)[0] ?? '';
    for (const one of readList(accepted)) add(one, NAME().test(name) ? '' : name, one);
    for (const one of readList(synonyms)) add(one, name, accepted ?? '');
  }
  for (const [accepted, common, synonyms] of readTable(microbeTable)) {
    for (const one of readList(accepted)) add(one, readList(common)[0] ?? '', one, 'microbe');
    for (const one of readList(synonyms)) add(one, readList(common)[0] ?? '', accepted ?? '', 'microbe');
  }
  return {
    find: (genus, epithet) => byName.get(`${genus} ${epithet}`),
    ofGenus: (genus) => byGenus.get(genus) ?? [],
    ofEpithet: (epithet) => byEpithet.get(epithet) ?? [],
    isBinomial: (name) => NAME().test(name),
    genera: new Set([...byName.values()].map(({ genus }) => genus)),
    epithets: new Set(byEpithet.keys()),
  };
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
