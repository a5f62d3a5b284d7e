/** The form in which words are compared. */

/** Folds case, typographic apostrophes, diacritics and invisible characters: `Ménière’s` is `meniere's`. */
export function fold(word: string): string {
  const plain = word.toLowerCase();
  if (/^[\x00-\x7f]*$/.test(plain)) return plain;
  return plain
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u00ad\u200b-\u200d\u2060]/g, '')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/ß/g, 'ss')
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/ø/g, 'o');
}
