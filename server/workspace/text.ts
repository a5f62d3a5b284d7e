/** Bytes to text: UTF-8 or a clear word on why not. */

/** A file that holds no text we can read; the message is a sentence for the person. */
export class UnreadableText extends Error {
  override readonly name = 'UnreadableText';
}

/** Files larger than this are not read at all (50 MB); bibliographies can come near it. */
export const MAX_BYTES = 50 * 1024 * 1024;

/** Articles larger than this are not checked (10 MB): their parts and what is found in them must fit into memory at once. */
export const MAX_ARTICLE_BYTES = 10 * 1024 * 1024;

/** How far a file is searched for a NUL byte, the mark of a binary file. */
const BINARY_PROBE = 8192;

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * The text of a file. A byte-order mark stays as the first code unit, so offsets count it.
 * @throws {UnreadableText} for a binary file, text that is not UTF-8, or more than `limit` bytes.
 */
export function decodeText(bytes: Uint8Array, limit = MAX_BYTES): string {
  if (bytes.length > limit) throw new UnreadableText(tooLarge(bytes.length, limit));
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    throw new UnreadableText('This file is UTF-16, not UTF-8. Save it as UTF-8.');
  }
  if (bytes.subarray(0, BINARY_PROBE).includes(0)) throw new UnreadableText('This is a binary file, not text.');
  try {
    return decoder.decode(bytes);
  } catch {
    throw new UnreadableText('This file is not UTF-8. Save it as UTF-8.');
  }
}

/** What to say of a file of so many bytes where only `limit` can be read. */
export function tooLarge(bytes: number, limit = MAX_BYTES): string {
  return `This file is too large (${Math.ceil(bytes / 1024 / 1024)} MB; at most ${limit / 1024 / 1024} MB can be checked). Split it.`;
}
