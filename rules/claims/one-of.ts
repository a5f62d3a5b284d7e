/** Word lists that stay readable: patterns out of the alternatives of a text. */

/** Matches a lower-case word that is one of these; they stand apart by white space, and each may be a small pattern (`stud(?:y|ies)`). */
export function oneOf(alternatives: string): RegExp {
  return new RegExp(`^(?:${alternatives.trim().split(/\s+/).join('|')})$`);
}

/** Finds one of these phrases in running text, whatever the case; they stand apart by `;`, and a space stands for any white space. */
export function phraseIn(alternatives: string): RegExp {
  const phrases = alternatives.split(';').map((one) => one.trim().replace(/\s+/g, '\\s+')).filter((one) => one !== '');
  return new RegExp(`\\b(?:${phrases.join('|')})\\b`, 'i');
}
