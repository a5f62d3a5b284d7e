/** Pairs of forms for one thing: capital or not, American or British, joined or apart, two names of a medicine, a brand and its generic, two names of a species. */
import { binomials } from '../lexicon/binomials.js';
import brandTable from '../lexicon/data/terms/brands.txt';
import synonymTable from '../lexicon/data/terms/drug-synonyms.txt';
import variantTable from '../lexicon/data/terms/spelling-variants.txt';
import { beginningOf, createLineFinder, type LineFinder } from '../lexicon/line-finder.js';
import { once } from '../lexicon/once.js';
import { readList, readTable } from '../lexicon/table.js';
import { termsBeginning } from '../lexicon/terms.js';
import { fold } from '../lexicon/fold.js';

/** What a pair of forms differs in. */
export type Difference = 'case' | 'region' | 'joint' | 'name' | 'brand' | 'binomial';

/** One form of a thing that has several. */
export interface Form {
  /** Which thing: forms of one thing have the same key. */
  readonly key: string;
  readonly difference: Difference;
  /** Which of the thing's forms: occurrences with the same label agree with each other. */
  readonly label: string;
  /** As it is written. */
  readonly text: string;
  /** The words to find, folded. */
  readonly words: readonly string[];
  /** What to write instead, by the label of the other form. */
  readonly others: ReadonlyMap<string, string>;
}

/** The forms that begin with this folded word. Those with one beginning are put together when a word with it is met. */
export function formsOpenedBy(folded: string): readonly Form[] {
  const beginning = beginningOf(folded);
  let index = byBeginning.get(beginning);
  if (!index) byBeginning.set(beginning, (index = build(beginning)));
  return index.get(folded) ?? [];
}
const byBeginning = new Map<string, ReadonlyMap<string, readonly Form[]>>();

const tables = once(() => ({ variants: createLineFinder(variantTable), synonyms: createLineFinder(synonymTable), brands: createLineFinder(brandTable) }));

/** Pairs in which both words are right in one variety of English, by sense. */
const BOTH = new Set(['program', 'programs', 'license', 'practice', 'meter', 'story', 'tire', 'check', 'curb', 'plow', 'dependent', 'analyzes', 'disk']);
/** Words of the lexicon that are names as well (of people, journals), or whose capital has a meaning. */
const CAPITAL_TOO = new Set([
  ...['brain', 'pain', 'sleep', 'gut', 'heart', 'blood', 'cancer', 'diabetes', 'stroke', 'spine', 'bone', 'headache', 'addiction', 'circulation', 'nutrients', 'thorax', 'kidney', 'cell', 'allergy', 'obesity', 'hypertension', 'vaccine', 'medicine', 'nutrition'],
  ...['may', 'march', 'mark', 'rose', 'sage', 'ginger', 'olive', 'basil', 'iris', 'violet', 'heather', 'rosemary', 'poppy', 'daisy', 'angelica', 'veronica', 'melissa', 'rue', 'reed', 'hope', 'lead'],
]);
const SHORTEST = 4;
/** Plurals of nouns in -lysis, as in American English too. */
const AMBIGUOUS = /lyses$/;

/** The forms whose first word begins like this, by that word; of equal forms that differ in the same way the first counts. */
function build(beginning: string): ReadonlyMap<string, readonly Form[]> {
  const rows = (find: LineFinder): readonly (readonly string[])[] => readTable(find(beginning).join('\n'));
  const index = new Map<string, Form[]>();
  const taken = new Set<string>();
  const add = (form: Form): void => {
    const list = index.get(form.words[0]!);
    if (list) list.push(form);
    else index.set(form.words[0]!, [form]);
  };
  const put = (key: string, difference: Difference, all: readonly { readonly label: string; readonly text: string }[]): void => {
    for (const { label, text } of all) {
      const words = wordsOf(text);
      const first = words[0];
      if (!first || first.length < 3 || AMBIGUOUS.test(text) || taken.has(`${difference} ${words.join(' ')}`)) continue;
      taken.add(`${difference} ${words.join(' ')}`);
      add({ key, difference, label, text, words, others: new Map(all.filter((other) => other.label !== label).map((other) => [other.label, other.text])) });
    }
  };
  for (const [us = '', uk = '', kind] of rows(tables().variants)) {
    if (kind === 'form') {
      // Whether `dose dependent` takes a hyphen depends on the sentence.
      if ((/-/.test(us) && / /.test(uk)) || (/ /.test(us) && /-/.test(uk) && us !== 'side effect') || !us || !uk) continue;
      for (const [a, b] of [[us, uk], [`${us}s`, `${uk}s`]] as const) put(`joint ${us}`, 'joint', [{ label: us, text: a }, { label: uk, text: b }]);
    } else if (us && uk && !BOTH.has(us)) {
      put(`region ${stemOf(us)}`, 'region', [{ label: 'en-US', text: us }, { label: 'en-GB', text: uk }]);
      if (!/s$/.test(us)) put(`region ${stemOf(us)}`, 'region', [{ label: 'en-US', text: `${us}s` }, { label: 'en-GB', text: `${uk}s` }]);
    }
  }
  for (const [other = '', inn = '', who = ''] of rows(tables().synonyms)) {
    if (!/USAN|BAN/.test(who)) continue;
    put(`name ${inn}`, 'name', [{ label: other, text: other }, { label: inn, text: inn }]);
  }
  for (const [brand = '', generic] of rows(tables().brands)) {
    const generics = readList(generic);
    if (generics.length === 1) put(`brand ${brand}`, 'brand', [{ label: brand, text: brand }, { label: generics[0]!, text: generics[0]! }]);
  }
  const terms = termsBeginning(beginning);
  // Reading all species for a word that opens none would take longer than all the rest.
  if (terms.some(({ name, kind }) => (kind === 'plant' || kind === 'microbe') && /^[A-Z][a-z]+ /.test(name))) {
    for (const [name, accepted] of renamedSpecies().get(beginning) ?? []) put(`binomial ${accepted}`, 'binomial', [{ label: name, text: name }, { label: accepted, text: accepted }]);
  }
  for (const { name, kind, group } of terms) {
    if (kind === 'brand' || kind === 'microbe' || group === 'everyday outcomes' || name.length < SHORTEST || name !== name.toLowerCase() || /[^a-z' -]/.test(name) || CAPITAL_TOO.has(name) || taken.has(`case ${name}`)) continue;
    taken.add(`case ${name}`);
    add({ key: `case ${name}`, difference: 'case', label: 'lower', text: name, words: wordsOf(name), others: NONE });
  }
  return index;
}

/** Older names of species with the accepted ones, by the beginnings of both. */
const renamedSpecies = once(() => {
  const pairs = new Map<string, [name: string, accepted: string][]>();
  for (const genus of binomials().genera) {
    for (const { epithet, accepted } of binomials().ofGenus(genus.toLowerCase())) {
      const name = `${genus} ${epithet}`;
      if (name === accepted || !binomials().isBinomial(accepted) || /×/.test(accepted)) continue;
      for (const beginning of new Set([beginningOf(name), beginningOf(accepted)])) pairs.set(beginning, [...(pairs.get(beginning) ?? []), [name, accepted]]);
    }
  }
  return pairs;
});

const NONE: ReadonlyMap<string, string> = new Map();

/** The words of a form, folded, also those between hyphens. */
export function wordsOf(text: string): string[] {
  const folded = fold(text);
  return /[\s-]/.test(folded) ? folded.split(/[\s-]+/).filter((word) => word !== '') : [folded];
}

/** What the inflections of a word have in common: `analyz` for `analyzed` and `analyzing`. */
function stemOf(us: string): string {
  return us.replace(/(?:ations?|ers?|ing|ed|es|e|s)$/, '');
}
