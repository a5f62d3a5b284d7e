/** Words that are right by themselves and wrong beside others: `prostrate` before `cancer`. */
import collocationTable from './data/spelling/collocations.txt';
import phraseTable from './data/terms/collocations.txt';
import { fold } from './fold.js';
import { readList, readTable } from './table.js';
import { allTerms } from './terms.js';

export interface Collocation {
  /** Folded words, in order. */
  readonly wrong: readonly string[];
  /** Which of them are wrong: the first, and the one behind the last. */
  readonly from: number;
  readonly to: number;
  /** What should stand there instead of the wrong ones. */
  readonly right: string;
  /** Folded words of which one must follow or stand before; both empty: no company needed. */
  readonly after: ReadonlySet<string>;
  readonly before: ReadonlySet<string>;
}

/** Collocations by their first word, folded; built at the first call. */
export function collocations(): ReadonlyMap<string, readonly Collocation[]> {
  return (built ??= build());
}
let built: ReadonlyMap<string, readonly Collocation[]> | undefined;

/** Shorter words are too frequent to look from. */
const SHORTEST_LEAD = 3;

function build(): ReadonlyMap<string, readonly Collocation[]> {
  const byFirst = new Map<string, Collocation[]>();
  const add = (collocation: Collocation): void => {
    const first = collocation.wrong[0]!;
    const list = byFirst.get(first);
    if (list) list.push(collocation);
    else byFirst.set(first, [collocation]);
  };
  for (const [wrong, right] of readTable(phraseTable)) {
    const phrase = wrong && right ? ofPhrase(wrong, right) : undefined;
    if (phrase) add(phrase);
  }
  for (const [wrong, right, after, before] of readTable(collocationTable)) {
    if (!wrong || !right) continue;
    const words = wordsOf(wrong);
    add({ wrong: words, from: 0, to: words.length, right, after: new Set(readList(after).map(fold)), before: new Set(readList(before).map(fold)) });
  }
  // `Crohns disease`, for each eponym that has an apostrophe.
  for (const { name } of allTerms()) {
    const eponym = /^(\p{Lu}\p{Ll}{3,})'s ([a-z]+)$/u.exec(name.replace(/\u2019/g, "'"));
    if (eponym) add({ wrong: [`${fold(eponym[1]!)}s`], from: 0, to: 1, right: `${eponym[1]!}'s`, after: new Set([eponym[2]!]), before: new Set() });
  }
  return byFirst;
}

/** A wrong phrase and the right one: the words that both begin or end with are company. */
function ofPhrase(wrong: string, right: string): Collocation | undefined {
  const written = wrong.split(/[\s-]+/);
  const words = written.map(fold);
  const meant = right.split(/[\s-]+/);
  let from = 0;
  while (from < words.length - 1 && from < meant.length - 1 && words[from] === fold(meant[from]!)) from++;
  let tail = 0;
  while (tail < words.length - from - 1 && tail < meant.length - from - 1 && words[words.length - 1 - tail] === fold(meant[meant.length - 1 - tail]!)) tail++;
  const hyphened = /-/.test(right);
  const lead = words.findIndex((word) => word.length >= SHORTEST_LEAD);
  if (lead < 0 || lead > from) return undefined;
  const to = words.length - tail;
  const before = words.slice(0, lead).join(' ');
  return { wrong: words.slice(lead), from: (hyphened ? lead : from) - lead, to: (hyphened ? words.length : to) - lead, right: hyphened ? right : meant.slice(from, meant.length - tail).join(' '), after: new Set(), before: new Set(before ? [before] : []) };
}

function wordsOf(phrase: string): string[] {
  return fold(phrase).split(/[\s-]+/);
}
