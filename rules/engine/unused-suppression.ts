/** The rule about suppression comments themselves; the engine finds them while it settles the others' findings (see `suppress.ts`). */
import { defineRule } from './rule.js';
import { UNUSED_SUPPRESSION } from './suppress.js';

export const rule = defineRule({
  meta: {
    id: UNUSED_SUPPRESSION,
    summary: 'A comment that hides findings where there are none, or names a rule that does not exist',
    why: 'A forgotten comment hides the next problem in its place unseen; one with a misspelt rule hides nothing.',
    sources: [],
    severity: 'information',
    fixable: 'suggestion',
    options: {},
  },
});
