/** The nearest of a list of keys to one that was mistyped. */

/** The one key within two slips (a letter more, less, other, or two exchanged; one for short keys), ignoring case; undefined where none or several are as near. */
export function nearestKey(wanted: string, known: Iterable<string>): string | undefined {
  const target = wanted.toLowerCase();
  const limit = target.length < 6 ? 1 : 2;
  let best: string | undefined;
  let bestDistance = limit + 1;
  let tie = false;
  for (const key of known) {
    if (Math.abs(key.length - target.length) > limit) continue;
    const distance = slips(target, key.toLowerCase(), limit);
    if (distance < bestDistance) [best, bestDistance, tie] = [key, distance, false];
    else if (distance === bestDistance && best !== undefined) tie = true;
  }
  return tie ? undefined : best;
}

/** Optimal string alignment distance, given up beyond `limit`. */
function slips(a: string, b: string, limit: number): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) value = Math.min(value, before[j - 2]! + 1);
      next.push(value);
    }
    if (Math.min(...next) > limit) return limit + 1;
    [before, row] = [row, next];
  }
  return row[b.length]!;
}
