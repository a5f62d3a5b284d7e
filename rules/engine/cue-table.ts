/**
 * Which rules have a word among their cues, as a table of hashes: worked out once from the rules' word lists, or ahead of time and read as it lies
 * in a file, so that no list needs to be read before a text has one of its words.
 */
const FNV_OFFSET = 0x811c9dc5 | 0;
const FNV_PRIME = 0x01000193;

/** A table has so many rules at most: a bit for each. */
export const MOST_RULES = 32;

/** Pairs of a hash and the rules that have such a word, a bit each; a power of two of them, of which at least half are free (0). */
export type Slots = Int32Array;

/** The cues of rules with their default options. */
export interface CueTable {
  /** Ids, by bit. */
  readonly rules: readonly string[];
  readonly slots: Slots;
}

/** The table of these lists of words: the first list has bit 0. */
export function slotsOf(lists: readonly Iterable<string>[]): Slots {
  const masks = new Map<number, number>();
  lists.forEach((words, bit) => {
    for (const word of words) {
      const hash = hashFirstRun(word);
      masks.set(hash, (masks.get(hash) ?? 0) | (1 << bit));
    }
  });
  let size = 2;
  while (size < masks.size * 2) size *= 2;
  const slots = new Int32Array(size * 2);
  for (const [hash, mask] of masks) {
    let at = hash & (size - 1);
    while (slots[at * 2 + 1] !== 0) at = (at + 1) & (size - 1);
    slots[at * 2] = hash;
    slots[at * 2 + 1] = mask;
  }
  return slots;
}

/** The bits of the rules that may have a word of this hash among their cues. */
export function rulesWith(slots: Slots, hash: number): number {
  const last = slots.length / 2 - 1;
  for (let at = hash & last; ; at = (at + 1) & last) {
    const mask = slots[at * 2 + 1]!;
    if (mask === 0 || slots[at * 2] === hash) return mask;
  }
}

/** Calls back with the hash of each word of a text. Linear in the text's length. */
export function hashWords(text: string, found: (hash: number) => void): void {
  let hash = FNV_OFFSET;
  let inWord = false;
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? foldedWordCode(text.charCodeAt(i)) : 0;
    if (code) {
      hash = Math.imul(hash ^ code, FNV_PRIME);
      inWord = true;
    } else if (inWord) {
      found(hash);
      hash = FNV_OFFSET;
      inWord = false;
    }
  }
}

/**
 * The code unit folded to lower case where it belongs to a word, else 0. Beyond ASCII every unit counts as a letter but
 * spaces, dashes and quotation marks; upper case beyond ASCII is not folded, so a cue must not start with such a letter.
 */
function foldedWordCode(code: number): number {
  if (code >= 97 && code <= 122) return code;
  if (code >= 65 && code <= 90) return code + 32;
  if (code >= 48 && code <= 57) return code;
  if (code < 128 || code === 0xa0 || (code >= 0x2000 && code <= 0x206f) || code === 0xfeff || code === 0x3000) return 0;
  return code;
}

/** The hash of a cue's first run of word characters: `side-effect` and `side effects` both wake on `side`. */
function hashFirstRun(cue: string): number {
  let hash = FNV_OFFSET;
  let seen = false;
  for (let i = 0; i < cue.length; i++) {
    const code = foldedWordCode(cue.charCodeAt(i));
    if (code) {
      hash = Math.imul(hash ^ code, FNV_PRIME);
      seen = true;
    } else if (seen) break;
  }
  if (!seen) throw new Error(`A cue needs a letter or digit: ${JSON.stringify(cue)}`);
  return hash;
}

const MAGIC = 0x31434c48;

/** The table as bytes, little endian: a mark, the length of the ids, the ids with a line break behind each and filled up to four, the slots. */
export function packCueTable({ rules, slots }: CueTable): Uint8Array {
  const ids = rules.map((id) => `${id}\n`).join('');
  const start = 8 + Math.ceil(ids.length / 4) * 4;
  const bytes = new Uint8Array(start + slots.byteLength);
  const view = new DataView(bytes.buffer);
  view.setInt32(0, MAGIC, true);
  view.setInt32(4, ids.length, true);
  for (let i = 0; i < ids.length; i++) bytes[8 + i] = ids.charCodeAt(i);
  slots.forEach((value, i) => view.setInt32(start + i * 4, value, true));
  return bytes;
}

/** Opens a packed table; undefined where the bytes are none. */
export function openCueTable(bytes: Uint8Array): CueTable | undefined {
  const { buffer, byteOffset, byteLength } = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const view = new DataView(buffer, byteOffset, byteLength);
  if (byteLength < 8 || view.getInt32(0, true) !== MAGIC) return undefined;
  const length = view.getInt32(4, true);
  const start = 8 + Math.ceil(length / 4) * 4;
  const count = (byteLength - start) / 4;
  if (!(count >= 4 && (count & (count - 1)) === 0)) return undefined;
  const ids = String.fromCharCode(...new Uint8Array(buffer, byteOffset + 8, length));
  return { rules: ids.split('\n').slice(0, -1), slots: new Int32Array(buffer, byteOffset + start, count) };
}
