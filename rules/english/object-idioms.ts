/** Verbs whose object does not name the outcome: what follows it does, as in `makes tumors grow`, `keeps people from smoking`, `puts them at risk`. */
import type { Range } from './clauses.js';
import { isOneOf } from './one-of.js';
import { claimWords } from './word-lists.js';
import type { Word } from './words.js';

/** Who or what can be made, let or kept to do something. */
const CREATURES = claimWords('creature');
/** Those who look on, measure and treat: what lets or helps them do so is a tool. */
const OBSERVERS = /^(?:researchers?|scientists?|doctors?|clinicians?|physicians?|surgeons?|investigators?|engineers?|experts?|users?|us|scholars?|policymakers|authorities|[a-z]+ologists?)$/;

/** `makes diagnosis faster`, `keeps people from smoking`, `puts patients at risk`: what follows the object tells. */
export function idiom(lemma: string, words: readonly Word[], range: Range): boolean {
  const rest = words.slice(range.from, range.to);
  // `makes it possible to see single cells`
  if (lemma === 'make' && rest[0]?.lower === 'it' && rest.some(({ lower }, k) => isOneOf(lower, 'possible easier simpler easy feasible') && rest[k + 1]?.lower !== 'for')) return false;
  if (lemma === 'make' || lemma === 'render') return !rest.some(({ lower }) => isOneOf(lower, 'unclear uncertain unknown')) && rest.some(({ lower, class: kind, use }, k) => isOneOf(lower, 'more less worse better easier harder likely prone difficult possible') || (k > 0 && ((kind === 'adj' && /[a-z]{2}er$/.test(lower)) || /[a-z]{2}ier$/.test(lower) || use === 'bare' || (use === 'participle' && k === rest.length - 1) || (kind === 'adj' && (k === rest.length - 1 || rest[k + 1]!.class === 'prep' || rest[k + 1]!.class === 'to')))));
  // `enabled deaf mice to hear`: what the creatures could then do.
  if ((lemma === 'enable' || lemma === 'allow' || lemma === 'get') && rest.some(({ lower, class: kind }, k) => k > 0 && (lower === 'to' || kind === 'to') && (CREATURES.has(rest[k - 1]!.lower) || (rest[0]!.class === 'det' && rest[k - 1]!.class === 'noun')) && !rest.slice(0, k).some((one) => OBSERVERS.test(one.lower)))) return true;
  // `leads teenagers to take risks`, `pushes people to eat more`
  if (lemma === 'lead' || lemma === 'push') return rest.some(({ class: kind }, k) => k > 0 && kind === 'to' && rest[k - 1]!.class === 'noun' && CREATURES.has(rest[k - 1]!.lower));
  if (lemma === 'give') return rest.some(({ lower }, k) => k > 0 && isOneOf(lower, 'life lives year years relief protection energy mobility independence strength immunity control'));
  if (lemma === 'free') return rest.some(({ lower }, k) => k > 0 && lower === 'from');
  if (lemma === 'spare') return rest.some(({ lower }) => lower === 'from' || lower === 'an' || lower === 'a' || lower === 'the' || CREATURES.has(lower));
  if (lemma === 'let' || lemma === 'get') return rest.some(({ lower, use }, k) => (use === 'bare' || (use === 'ing' && lemma === 'get' && k === rest.length - 1) || (lemma === 'get' && isOneOf(lower, 'home sooner back moving better well faster earlier'))) && k > 0);
  if (lemma === 'keep') return rest.some(({ lower, use, class: kind }, k) => isOneOf(lower, 'from out in off away at indoors home inside alive awake apart') || (k > 0 && (use === 'ing' || (kind === 'adj' && k === rest.length - 1))));
  if (lemma === 'put' || lemma === 'place' || lemma === 'leave' || lemma === 'send') return rest.some(({ lower, class: kind, use }, k) => (k > 0 || lemma === 'leave') && (isOneOf(lower, 'risk danger vulnerable remission jeopardy overdrive shock death') || (lemma === 'leave' && isOneOf(lower, 'scar scars mark marks trace traces')) || (lemma === 'leave' && (kind === 'adj' || use === 'participle') && (k === rest.length - 1 || rest[k + 1]!.class === 'prep' || rest[k + 1]!.class === 'to'))));
  return false;
}
