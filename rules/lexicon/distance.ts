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

/** Scratch for words of ordinary length; nothing in it outlives a call. */
const ROWS: readonly [Float64Array, Float64Array, Float64Array] = [new Float64Array(40), new Float64Array(40), new Float64Array(40)];

/** A distance that no limit reaches. */
const FAR = 99;

const VOWELS = 'aeiouy';
const H = 104;
const E = 101;
const LETTERS = 26;
const A = 97;

/** Letters that are heard alike: any two of a group are taken for each other at this cost. */
const ALIKE: readonly (readonly [letters: string, cost: number])[] = [
  [VOWELS, VOWEL],
  ['cksqxz', SOUND],
  ['gj', SOUND],
  ['fv', 0.8],
  ['mn', 1],
  ['dt', 1],
  ['vw', 1],
  ['bp', 1.1],
];

/** Two letters that stand for one, by sound. */
const DIGRAPHS: readonly (readonly [two: string, one: string, cost: number])[] = [
  ['ph', 'f', DIGRAPH], ['ck', 'k', DIGRAPH], ['ck', 'c', DIGRAPH], ['ae', 'e', DIGRAPH], ['oe', 'e', DIGRAPH], ['th', 't', SILENT], ['rh', 'r', SILENT],
  ['ch', 'k', SOUND], ['qu', 'k', SOUND], ['sc', 's', SOUND], ['cs', 'x', SOUND], ['ks', 'x', SOUND], ['cz', 'x', SOUND], ['xc', 'x', SOUND],
  ['ps', 's', SOUND], ['pn', 'n', SOUND], ['sh', 's', SOUND], ['pt', 't', LOOSE], ['gh', 'f', LOOSE],
];

// Tables by letter, because the inner loop asks for every cell.
const SUBSTITUTION = new Float64Array(LETTERS * LETTERS).fill(OTHER);
for (const [letters, cost] of ALIKE) for (const a of letters) for (const b of letters) SUBSTITUTION[(a.charCodeAt(0) - A) * LETTERS + b.charCodeAt(0) - A] = cost;
const CONTRACTION = new Float64Array(LETTERS ** 3).fill(FAR);
for (const [two, one, cost] of DIGRAPHS) CONTRACTION[((two.charCodeAt(0) - A) * LETTERS + two.charCodeAt(1) - A) * LETTERS + one.charCodeAt(0) - A] = cost;
const IS_VOWEL = Uint8Array.from({ length: 128 }, (_, code) => (VOWELS.includes(String.fromCharCode(code)) ? 1 : 0));

const isVowel = (code: number): boolean => code < 128 && IS_VOWEL[code] === 1;
const isLetter = (code: number): boolean => code >= A && code < A + LETTERS;

/**
 * The weighted distance from `wrong` to `right`, both lower case; about 0.4 to 0.7 for one likely slip, 1.1 to 1.5 for an unlikely one.
 * Anything above `limit` may come back as any number above it. Time: product of the lengths.
 */
export function weightedDistance(wrong: string, right: string, limit = FAR): number {
  const n = wrong.length;
  const m = right.length;
  if (Math.abs(n - m) * DOUBLING > limit) return FAR;
  // Three rows are enough: a transposition and a digraph look back by two.
  let [before, last, row] = m < ROWS[0].length ? ROWS : [new Float64Array(m + 1), new Float64Array(m + 1), new Float64Array(m + 1)];
  last[0] = 0;
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
  return isLetter(a) && isLetter(b) ? SUBSTITUTION[(a - A) * LETTERS + b - A]! : OTHER;
}

function digraph(a: number, b: number, one: number): number {
  return isLetter(a) && isLetter(b) && isLetter(one) ? CONTRACTION[((a - A) * LETTERS + b - A) * LETTERS + one - A]! : FAR;
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
