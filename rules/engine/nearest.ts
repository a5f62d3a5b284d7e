/** Near misses of names that people type: rule ids, options, citation keys. */
import { closest, distance } from 'fastest-levenshtein';

/** The known name closest to `name`, where it is close enough to be meant (at most a third of its letters differ). */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const near = closest(name, known);
  return distance(name, near) <= Math.max(1, Math.floor(name.length / 3)) ? near : undefined;
}
