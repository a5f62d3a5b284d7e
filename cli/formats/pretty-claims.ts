/** The claims of articles for people: what is said to do what, how firmly, and on what source. */
import type { Colors } from './colors.js';
import type { Format } from './format.js';
import { count } from './words.js';

export function prettyClaimsFormat(_colors: Colors): Format {
  return { begin: () => '', result: () => '', end: ({ claims, files }) => `${count(claims, 'claim')} in ${count(files, 'file')}.\n` };
}
