/**
 * How far a spelling is from a word, in steps that people really take: a wrong vowel, a doubled letter, a lost silent h
 * cost little; another consonant costs much, because that is how one correct rare term differs from another.
 */

const VOWEL = 0.5;
const DOUBLING = 0.4;
const SILENT = 0.5;
const SOUND = 0.6;
const DIGRAPH = 0.4;
const SWAP = 0.7;
const LOOSE = 1.1;
const OTHER = 1.5;
const FIRST = 1.6;
/** A lost or added vowel beside another vowel (`pnumonia`) and a silent final e (`metformine`). */
const VOWEL_RUN = 0.6;

/** A distance that no limit reaches. */
const FAR = 99;

const VOWELS = codes('aeiouy');
const isVowel = (code: number): boolean => VOWELS.has(code);
const H = 104;
const E = 101;

/** Letters that are heard alike: any two of a group are taken for each other. */
const ALIKE: readonly string[] = ['cksqxz', 'gj', 'mn', 'dt', 'bp', 'fv', 'xz', 'vw'];
const ALIKE_COST: readonly number[] = [SOUND, SOUND, 1, 1, 1.1, 0.8, SOUND, 1];
const alike = new Map<number, number>();
ALIKE.forEach((group, index) => {
  for (const a of group) for (const b of group) if (a !== b) alike.set(pair(a.charCodeAt(0), b.charCodeAt(0)), ALIKE_COST[index]!);
});

/** Two letters that stand for one, by sound. The first letter of the digraph, the second, and the single one. */
const DIGRAPHS = new Map<number, number>();
for (const [two, one, cost] of [['ph', 'f', DIGRAPH], ['ch', 'k', SOUND], ['ck', 'k', DIGRAPH], ['ck', 'c', DIGRAPH], ['qu', 'k', SOUND], ['sc', 's', SOUND], ['cs', 'x', SOUND],
  ['ks', 'x', SOUND], ['cz', 'x', SOUND], ['xc', 'x', SOUND], ['ps', 's', SOUND], ['pn', 'n', SOUND], ['pt', 't', LOOSE], ['gh', 'f', LOOSE], ['sh', 's', SOUND], ['ae', 'e', DIGRAPH], ['oe', 'e', DIGRAPH],
  ['th', 't', SILENT], ['rh', 'r', SILENT]] as const) {
  DIGRAPHS.set(two.charCodeAt(0) * 0x1000000 + two.charCodeAt(1) * 0x1000 + one.charCodeAt(0), cost);
}

/**
 * The weighted distance from `wrong` to `right`, both lower case; about 0.4 to 0.7 for one likely slip, 1.1 to 1.5 for an unlikely one.
 * Anything above `limit` may come back as any number above it. Time: product of the lengths.
 */
export function weightedDistance(wrong: string, right: string, limit = FAR): number {
  const n = wrong.length;
  const m = right.length;
  if (Math.abs(n - m) * DOUBLING > limit) return FAR;
  // Three rows are enough: a transposition and a digraph look back by two.
  let before = new Float64Array(m + 1);
  let last = new Float64Array(m + 1);
  let row = new Float64Array(m + 1);
  for (let j = 1; j <= m; j++) last[j] = last[j - 1]! + lone(right, j - 1) * (j === 1 ? FIRST : 1);
  for (let i = 1; i <= n; i++) {
    row[0] = last[0]! + lone(wrong, i - 1) * (i === 1 ? FIRST : 1);
    let least = row[0]!;
    const a = wrong.charCodeAt(i - 1);
    for (let j = 1; j <= m; j++) {
      const b = right.charCodeAt(j - 1);
      const first = i === 1 && j === 1 ? FIRST : 1;
      let cost = last[j - 1]! + (a === b ? 0 : substitution(a, b) * first);
      // A letter too many in `wrong`, one too few.
      cost = Math.min(cost, last[j]! + lone(wrong, i - 1) * (i === 1 ? FIRST : 1), row[j - 1]! + lone(right, j - 1) * (j === 1 ? FIRST : 1));
      if (i > 1 && j > 1 && a !== b && a === right.charCodeAt(j - 2) && b === wrong.charCodeAt(i - 2)) {
        cost = Math.min(cost, before[j - 2]! + (isVowel(a) && isVowel(b) ? VOWEL : SWAP) * (i === 2 && j === 2 ? FIRST : 1));
      }
      if (j > 1) cost = Math.min(cost, last[j - 2]! + digraph(right.charCodeAt(j - 2), b, a));
      if (i > 1) cost = Math.min(cost, before[j - 1]! + digraph(wrong.charCodeAt(i - 2), a, b));
      row[j] = cost;
      if (cost < least) least = cost;
    }
    // Nothing can come down again, but for what looks back by two.
    if (least > limit + SWAP) return FAR;
    [before, last, row] = [last, row, before];
  }
  return last[m]!;
}

/** What it costs to have this letter too many or too few, by what stands beside it. */
function lone(word: string, index: number): number {
  const code = word.charCodeAt(index);
  const left = word.charCodeAt(index - 1);
  const right = word.charCodeAt(index + 1);
  if (code === left || code === right) return DOUBLING;
  if (code === H && index > 0) return SILENT;
  if (!isVowel(code)) return LOOSE;
  if (isVowel(left) || isVowel(right)) return VOWEL_RUN;
  return code === E && index === word.length - 1 ? SWAP : 1;
}

function substitution(a: number, b: number): number {
  if (isVowel(a) && isVowel(b)) return VOWEL;
  return alike.get(pair(a, b)) ?? OTHER;
}

function digraph(a: number, b: number, one: number): number {
  return DIGRAPHS.get(a * 0x1000000 + b * 0x1000 + one) ?? FAR;
}

function pair(a: number, b: number): number {
  return a * 0x10000 + b;
}

function codes(letters: string): ReadonlySet<number> {
  return new Set([...letters].map((letter) => letter.charCodeAt(0)));
}

/** Optimal string alignment distance: plain steps, each 1. For anchored names, where half of the name is certain. */
export function plainDistance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(last[j - 1]! + (same ? 0 : 1), last[j]! + 1, row[j - 1]! + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1);
      row.push(cost);
    }
    before = last;
    last = row;
  }
  return last[b.length]!;
}

/** How far a word of this length may lie from a term and still be taken for a slip of it (measured; catalogue 8). */
export function distanceLimit(length: number): number {
  if (length <= 6) return 0.7;
  if (length === 7) return 0.9;
  return length <= 10 ? 1.1 : 1.5;
}
