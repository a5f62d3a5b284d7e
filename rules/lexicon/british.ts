/** British spellings: a table, and rules that lead from a British form to the American one that a dictionary has. */
import variantTable from './data/terms/spelling-variants.txt';
import { readList, readTable } from './table.js';

/** Each rule: what British forms have, and what American ones have there. */
const RULES: readonly (readonly [british: RegExp, american: string])[] = [
  [/is(e|ed|es|er|ers|ing|ation|ations|ational|able)$/, 'iz$1'],
  [/ys(e|ed|es|er|ers|ing)$/, 'yz$1'],
  [/our(?=s|ed|ing|ful|less|able|ably|ite|ites|al|ally|er|ers|hood|$)/, 'or'],
  [/([^aeiou])re(?=s|d|$)/, '$1er'],
  [/ll(?=ed$|ing$|er$|ers$|ings$)/, 'l'],
  [/(enrol|fulfil|instal|instil|distil|appal|skil|wil)(?=ment|s?$|ful)/, '$1l'],
  [/practis(?=e|ed|es|ing)/, 'practic'],
  [/ae/g, 'e'],
  [/oe/g, 'e'],
  [/sulph/, 'sulf'],
  [/centre/, 'center'],
  [/fibre/, 'fiber'],
  [/ence(?=s?$)/, 'ense'],
  [/ogue(?=s?$)/, 'og'],
  [/(judg|acknowledg|ag)e(?=ment|ing)/, '$1'],
  [/mme(?=s?$)/, 'm'],
  [/wards$/, 'ward'],
];

const table = new Map<string, string>();

/** The American form of a British spelling, or another accepted spelling, where `isWord` knows it. All in folded form (see `fold`). */
export function variantOf(folded: string, isWord: (word: string) => boolean): string | undefined {
  if (table.size === 0) fill();
  const listed = table.get(folded);
  if (listed !== undefined) return listed;
  return derive(folded, isWord, 2);
}

function derive(word: string, isWord: (word: string) => boolean, depth: number): string | undefined {
  for (const [british, american] of RULES) {
    const other = word.replace(british, american);
    if (other === word) continue;
    if (isWord(other)) return other;
    const further = depth > 1 ? derive(other, isWord, depth - 1) : undefined;
    if (further) return further;
  }
  return undefined;
}

function fill(): void {
  for (const [american, british] of readTable(variantTable)) for (const one of readList(british)) table.set(one.toLowerCase(), american!.toLowerCase());
}
