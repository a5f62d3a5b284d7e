/** Changes a configuration file as a person would: comments and layout stay. */
import { modify, parse } from 'jsonc-parser';
import type { Edit } from '../../rules/index.js';

/** The edits that add a word to `words`, lower case; none where it is there already. An empty text becomes a whole file. */
export function withWord(text: string, word: string): readonly Edit[] {
  const wanted = word.toLowerCase();
  if (text.trim() === '') return [{ start: 0, end: text.length, text: `${JSON.stringify({ words: [wanted] }, undefined, 2)}\n` }];
  const content: unknown = parse(text);
  const words: unknown = typeof content === 'object' && content !== null ? (content as Record<string, unknown>).words : undefined;
  if (Array.isArray(words) && words.some((one) => typeof one === 'string' && one.toLowerCase() === wanted)) return [];
  const path = Array.isArray(words) ? ['words', words.length] : ['words'];
  const formattingOptions = { insertSpaces: !/^\t/m.test(text), tabSize: 2, eol: text.includes('\r\n') ? '\r\n' : '\n' };
  const edits = modify(text, path, Array.isArray(words) ? wanted : [wanted], { formattingOptions, isArrayInsertion: Array.isArray(words) });
  return edits.map(({ offset, length, content: inserted }) => ({ start: offset, end: offset + length, text: inserted }));
}
