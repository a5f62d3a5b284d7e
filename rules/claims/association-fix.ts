/** Rewords a cause as an association: `increases the risk of Y` → `is associated with a higher risk of Y`. */
import type { Sentence } from '../article/article.js';
import type { Edit } from '../engine/finding.js';
import type { Claim } from '../english/claims.js';
import { readingOf, type Verb } from '../english/clauses.js';
import { HARMFUL_VERBS } from '../english/relations.js';
import type { Word } from '../english/words.js';

const RISK_NOUNS = /^(?:risks?|chances?|odds|likelihood|incidence|rates?|prevalence|mortality|levels?|pressure|scores?|severity|frequency|burden|concentrations?|intake|weight|cholesterol|glucose)$/;
const RAISING = new Set(['increase', 'raise', 'elevate', 'boost', 'heighten', 'enhance', 'double', 'triple', 'quadruple']);
const LOWERING = new Set(['reduce', 'lower', 'cut', 'decrease', 'lessen', 'slash', 'halve', 'diminish', 'minimize', 'minimise', 'curb', 'shrink', 'bring down', 'attenuate']);
const PREVENTING = new Set(['prevent', 'protect against', 'guard against', 'ward off', 'fend off', 'stave off']);
const CAUSING = new Set(['cause', 'lead to', 'result in', 'trigger', 'induce', 'provoke', 'produce', 'bring about', 'bring on', 'set off', 'give rise to', 'contribute to', 'precipitate']);
const RELIEVING = new Set(['relieve', 'ease', 'alleviate', 'soothe', 'mitigate', 'ameliorate', 'treat', 'cure', 'heal', 'fight', 'combat', 'calm']);
const BETTERING = new Set(['improve', 'strengthen', 'support', 'promote', 'sharpen', 'optimize', 'optimise', 'restore']);

/** The edit that states an association; undefined where a number follows, or the outcome does not take an adjective. */
export function associationEdit(sentence: Sentence, claim: Claim): Edit | undefined {
  const reading = readingOf(sentence);
  const { words } = reading;
  const verb = reading.verbs[claim.relation.verb];
  if (!verb || claim.relation.kind !== 'verb' || verb.group.kind !== 'finite' || verb.group.negated || !claim.outcome.range) return undefined;
  if (verb.coordinated >= 0 || reading.verbs.some((one) => one.coordinated === claim.relation.verb)) return undefined;
  for (let j = claim.outcome.range.to; j < Math.min(words.length - 1, claim.outcome.range.to + 8); j++) if (words[j]!.lower === 'by' && words[j + 1]!.class === 'number') return undefined;
  const copula = copulaFor(words, verb, claim.exposure.plural);
  const object = objectWording(words, claim);
  if (!copula || !object) return undefined;
  const start = words[verb.group.from]!.token.start;
  return { start, end: words[object.to - 1]!.token.end, text: `${copula} associated with ${object.text}` };
}

/** `is`, `are`, `was`, `were`, `has been`, `have been`, by the verb's tense and the subject's number. */
function copulaFor(words: readonly Word[], { group }: Verb, plural: boolean): string | undefined {
  if (group.modal && group.modal !== 'can' && group.modal !== 'will') return undefined;
  const first = words[group.from]!;
  if (first.clitic && first.class === 'pron') return undefined;
  const many = first.form === 's' ? false : first.form === 'base' && !group.modal ? true : plural;
  if (group.perfect) return many ? 'have been' : 'has been';
  if (group.past) return many ? 'were' : 'was';
  return many ? 'are' : 'is';
}

/** The outcome behind `associated with`, and the word index up to which the old text is replaced. */
function objectWording(words: readonly Word[], { relation, outcome }: Claim): { readonly text: string; readonly to: number } | undefined {
  const { from, to } = outcome.range!;
  const determiner = words[from]!.class === 'det' ? words[from]!.lower : '';
  if (determiner && determiner !== 'the' && determiner !== 'a' && determiner !== 'an') return undefined;
  const noun = headWord(words, from, to);
  const begin = determiner ? from + 1 : from;
  if (begin >= to) return undefined;
  const measured = RISK_NOUNS.test(noun);
  const article = determiner === 'the' && /^(?:risk|chance|likelihood|incidence|rate|prevalence|severity|frequency)$/.test(noun) ? 'a ' : determiner === 'the' ? '' : determiner ? 'a ' : '';
  const say = (adjective: string, behind: number = begin) => ({ text: `${article}${adjective} ${words[begin]!.token.text}`, to: behind + 1 });
  const keep = (lead: string) => ({ text: `${lead}${words[from]!.token.text}`, to: from + 1 });
  const { lemma } = relation;
  if (RAISING.has(lemma)) return measured ? say('higher') : undefined;
  if (LOWERING.has(lemma)) return measured ? say('lower') : outcome.valence === 'bad' && determiner === '' ? say('less') : undefined;
  if (PREVENTING.has(lemma)) return keep('a lower risk of ');
  if (CAUSING.has(lemma)) return keep('');
  if (lemma === 'cure' && outcome.valence === 'bad' && determiner === '') return say('less');
  if (RELIEVING.has(lemma)) return keep('relief of ');
  if (BETTERING.has(lemma)) return determiner === 'a' ? undefined : say('better');
  if (HARMFUL_VERBS.has(lemma) && /^(?:worsen|aggravate|exacerbate)$/.test(lemma)) return determiner === 'a' ? undefined : say('worse');
  return undefined;
}

function headWord(words: readonly Word[], from: number, to: number): string {
  let head = '';
  for (let j = from; j < to; j++) {
    if (words[j]!.class === 'conj' || words[j]!.lower === ',') break;
    if (words[j]!.class === 'noun') head = words[j]!.lower;
  }
  return head;
}
