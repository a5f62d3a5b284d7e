/** Tells the wording of a heading from that of a sentence, a name or an address. */
import { verbReading } from '../english/inflection.js';
import { tokenize } from '../english/tokens.js';
import { classify } from '../english/word-classes.js';
import { wordSet } from './word-sets.js';

/** Headings of one or two words that articles have. */
const KNOWN = wordSet('heading');
const SMALL = wordSet('small-in-title');
const INSTITUTION = wordSet('institution');
const NAME_LIKE = /,|\d{4}|@|https?:|www\.|©|\||\b(?:MD|PhD|RN|RD|DO|MPH|PharmD|Dr\.?|Inc\.?|LLC|Ltd)\b/;

/** True for a line that reads as a heading: a known one, or Title Case with more to it than a name. */
export function isHeadingWording(words: string): boolean {
  const plain = words.replace(/\?$/, '').trim();
  if (KNOWN.has(plain.toLowerCase())) return /^\p{Lu}/u.test(plain);
  if (/[.!;,:–—-]$/.test(words) || NAME_LIKE.test(plain) || !/^["“‘(]?\p{Lu}/u.test(plain)) return false;
  const list = plain.split(/\s+/);
  if (list.length < 2) return false;
  const big = list.filter((word) => /\p{L}/u.test(word) && !SMALL.has(word.toLowerCase().replace(/[^\p{L}]/gu, '')));
  const capital = big.filter((word) => /^["“‘(]?(?:\p{Lu}|\d)/u.test(word) || /-\p{Lu}/u.test(word));
  if (capital.length < big.length * 0.8 || SMALL.has(list.at(-1)!.toLowerCase()) && !/\?$/.test(words)) return false;
  const small = list.length - big.length;
  return list.length >= 3 && (small > 0 || big.length >= 4 || /^\p{L}+ing$/u.test(list[0]!)) && !isInstitution(list);
}

/** `National Institute on Drug Abuse`, `Centers for Disease Control and Prevention`: a signature, not a heading. */
function isInstitution(list: readonly string[]): boolean {
  return list.some((word) => INSTITUTION.has(word.toLowerCase())) && verbReading(list[0]!.toLowerCase())?.forms.has('ing') !== true;
}

/** True where a text has a finite verb. */
export function hasFiniteVerb(text: string): boolean {
  return classify(tokenize(text)).some((word) => {
    if (word.class === 'verb') return word.use === 'finite';
    if (word.class === 'be' || word.class === 'have') return word.form !== 'participle' && word.form !== 'ing';
    return word.class === 'modal' || word.class === 'do';
  });
}
