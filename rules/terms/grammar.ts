/** Keeps case and the article before a word right when the word is replaced. */
import type { Edit } from '../engine/finding.js';
import { once } from '../lexicon/once.js';

/** `right` in the case pattern of `wrong`: capitals stay capitals, and what is written with a capital keeps it. */
export function inCaseOf(wrong: string, right: string): string {
  const letters = wrong.replace(/[^\p{L}]/gu, '');
  if (letters.length > 1 && letters === letters.toUpperCase()) return right.toUpperCase();
  return /^\p{Lu}/u.test(wrong) ? right.charAt(0).toUpperCase() + right.slice(1) : right;
}

/** Words whose first sound is not what their first letter says. */
const VOWEL_SOUND = /^(?:[aeio]|u(?!ni(?!n|m)|ro|ri|se|su|te|to|bi|ra|re|ti)|hour|heir|hono|honest|(?:[fhlmnrsx]-)|8|11|18)/i;
const CONSONANT_SOUND = /^(?:eu|ew|one(?!i)|once|ouija)/i;

/** Whether a word takes `an`. */
export function takesAn(word: string): boolean {
  return VOWEL_SOUND.test(word) && !CONSONANT_SOUND.test(word);
}

const ARTICLE = once(() => /(^|[^\p{L}\p{N}])(an?)(\s+)$/iu);

/** The edit that mends `a` or `an` right before `start` where the first sound of what will stand there asks for the other; offsets are those of `prose`. */
export function articleEdit(prose: string, start: number, right: string): Edit | undefined {
  const match = ARTICLE().exec(prose.slice(Math.max(0, start - 12), start));
  if (!match) return undefined;
  const article = match[2]!;
  const from = start - match[3]!.length - article.length;
  const an = takesAn(right);
  if (an === (article.length === 2)) return undefined;
  const text = an ? (article === 'A' && right !== right.toUpperCase() ? 'An' : article === 'A' ? 'AN' : 'an') : article.charAt(0);
  return { start: from, end: from + article.length, text };
}
