/** Respells a word as it is heard, so that spellings far apart in letters and alike in sound come together: `zerosis` and `xerosis`. */

/** In this order: later rules meet what earlier ones left. English readings of Greek and Latin spellings; not a full phonetic alphabet. */
const READINGS: readonly (readonly [RegExp, string])[] = [
  [/^(?:p(?=[nst])|[gk](?=n)|m(?=n)|w(?=r))/, ''],
  [/^x/, 's'],
  [/[ao]e(?!$)/g, 'e'],
  [/ph/g, 'f'],
  [/gh(?=t|$)/g, ''],
  [/([gkrt])h/g, '$1'],
  [/gm$/, 'm'],
  [/stle$/, 'sle'],
  [/(?<=[bcdfgkpt])le$|el$/, 'al'],
  [/ch|qu|kw|c?k|q|c(?![eiy])/g, 'k'],
  [/x|kz|cz|g[sz]/g, 'ks'],
  [/c|t?z/g, 's'],
  [/d?g(?=[eiy])/g, 'j'],
  [/h(?![aeiouy])/g, ''],
  [/ew|eu|oo|ou/g, 'u'],
  [/a[uw]/g, 'o'],
  [/e[aei]|ie|y/g, 'i'],
  [/(?<=..)e$/, ''],
  [/([a-z])\1+/g, '$1'],
];

/** How a lower-case word sounds, in letters: `psychology` is `sikoloji`. Words alike in sound come out equal. */
export function soundOf(word: string): string {
  return READINGS.reduce((sound, [spelling, heard]) => sound.replace(spelling, heard), word);
}
