/** What wakes the claim rules: every form of the verbs, adjectives and nouns by which a claim can be made. */
import { verbForms } from '../english/inflection.js';
import { relationVerbsOf, type RelationClass } from '../english/relations.js';

/** All forms of the relation verbs of these classes, as single words. */
export function verbCues(...classes: readonly RelationClass[]): Set<string> {
  const cues = new Set<string>();
  for (const { lemma } of relationVerbsOf(...classes)) {
    const head = lemma.split(' ')[0]!;
    for (const form of Object.values(verbForms(head))) cues.add(form);
  }
  return cues;
}
