/** Word lists that stay readable: a pattern for a whole word out of the alternatives of a text. */

/** Matches a lower-case word that is one of these; they stand apart by white space, and each may be a small pattern (`stud(?:y|ies)`). */
export function oneOf(alternatives: string): RegExp {
  return new RegExp(`^(?:${alternatives.trim().split(/\s+/).join('|')})$`);
}
