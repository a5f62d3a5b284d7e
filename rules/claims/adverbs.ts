/** The adverbs that stand before a verb group. */
import type { Word } from '../english/words.js';

export interface AdverbsBefore {
  /** Word indices from left to right. */
  readonly indices: readonly number[];
  /** `quickly and safely reduces`: joined ones, of which none can be moved alone. */
  readonly joined: boolean;
}

/** The adverbs directly before word `from`, and `both` or `all` where it stands like one. */
export function adverbsBefore(words: readonly Word[], from: number): AdverbsBefore {
  const indices: number[] = [];
  for (let j = from - 1; j > 0 && (words[j]!.class === 'adv' || words[j]!.lower === 'both'); j--) indices.unshift(j);
  const first = indices[0] ?? 0;
  const joined = first > 1 && /^(?:and|or|but|,)$/.test(words[first - 1]!.lower) && words[first - 2]!.class === 'adv';
  return { indices, joined };
}
