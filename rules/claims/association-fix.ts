/** Rewords a cause as an association: `increases the risk of Y` → `is associated with a higher risk of Y`. */
import type { Sentence } from '../article/article.js';
import type { Edit } from '../engine/finding.js';
import type { Claim } from '../english/claims.js';
import { readingOf, type Verb } from '../english/clauses.js';
import { tokensIn } from '../english/exposure.js';
import { nounPhrase } from '../english/noun-phrases.js';
import type { Word } from '../english/words.js';
import { termAt } from '../lexicon/terms.js';
import { adverbsBefore } from './adverbs.js';

const RISK_NOUNS = /^(?:risks?|chances?|odds|likelihood|incidence|rates?|prevalence|mortality|levels?|pressure|scores?|severity|frequency|burden|concentrations?|intake|weight|cholesterol|glucose|sugar|triglycerides|index|density|counts?)$/;
/** Measures that take an article: `a lower level of`. */
const COUNTABLE = /^(?:risk|chance|likelihood|incidence|rate|prevalence|severity|frequency|level|score|burden|concentration|count|density)$/;
const RAISING = new Set(['increase', 'raise', 'elevate', 'boost', 'heighten', 'enhance', 'double', 'triple', 'quadruple']);
const LOWERING = new Set(['reduce', 'lower', 'cut', 'decrease', 'lessen', 'slash', 'halve', 'diminish', 'minimize', 'minimise', 'curb', 'shrink', 'bring down', 'attenuate']);
const PREVENTING = new Set(['prevent', 'protect against', 'guard against', 'ward off', 'fend off', 'stave off']);
const CAUSING = new Set(['cause', 'lead to', 'result in', 'trigger', 'induce', 'provoke', 'produce', 'bring about', 'bring on', 'set off', 'give rise to', 'contribute to', 'precipitate']);
const RELIEVING = new Set(['relieve', 'ease', 'alleviate', 'soothe', 'mitigate', 'ameliorate', 'treat', 'calm']);
const BETTERING = new Set(['improve', 'strengthen', 'support', 'promote', 'sharpen', 'optimize', 'optimise', 'restore', 'enhance', 'boost']);
const WORSENING = new Set(['worsen', 'aggravate', 'exacerbate']);
/** What can be called better without an article. */
const BETTERABLE = /^(?:sleep|mood|memory|attention|focus|concentration|cognition|functions?|functioning|health|balance|digestion|immunity|mobility|fitness|endurance|performance|quality|control|circulation|flow|vision|eyesight|hearing|recovery|survival|outcomes?|sensitivity|stamina|well-?being|wellness|flexibility|posture|times|fertility|hydration|resilience|elasticity|strength|learning|breathing|absorption|tolerance|skills?|alertness|coordination)$/;
/** Adjectives that grade already: `lower high blood pressure` says nothing. */
const GRADED = /^(?:high|higher|low|lower|elevated|raised|increased|reduced|excess|excessive|total|less|more|fewer|better|worse|abnormal|normal|overall|enlarged|slightly|mildly|moderately|severely|very|mild|moderate|severe|mild-to-moderate|good|bad|great|poor|restful|restorative|deep|sound|optimal|healthy)$/;
/** Diseases are not less or more: a finding of cure is answered with `less` only where it is a symptom. */
const SYMPTOM = /(?:pain|aches?|headaches?|migraines?|nausea|fatigue|anxiety|stress|insomnia|cravings?|withdrawal|symptoms?|inflammation|bloating|cramps|cough|itching|swelling|soreness|stiffness|depression)$/;
/** Adverbs that stand as well beside `is associated`. */
const KEPT_ADVERBS = new Set(['also', 'therefore', 'thus', 'hence', 'consequently', 'often', 'usually', 'generally', 'typically', 'still', 'now', 'significantly', 'consistently', 'strongly', 'independently', 'both', 'all', 'clearly']);

export interface Association extends Edit {
  /** End of the noun phrase whose first words are replaced, for the title. */
  readonly shownTo: number;
}

/** The edit that states an association; undefined where an amount or a comparison follows, or the outcome does not take an adjective. */
export function associationEdit(sentence: Sentence, claim: Claim): Association | undefined {
  const reading = readingOf(sentence);
  const { words } = reading;
  const verb = reading.verbs[claim.relation.verb];
  if (!verb || claim.relation.kind !== 'verb' || verb.group.kind !== 'finite' || verb.group.negated || !claim.outcome.range) return undefined;
  if (verb.coordinated >= 0 || reading.verbs.some((one) => one.coordinated === claim.relation.verb)) return undefined;
  // `slows growth down`: the particle behind the object would be left over.
  if (claim.relation.lemma.includes(' ') && claim.relation.range.to === verb.group.to) return undefined;
  if (verb.group.progressive || amountFollows(words, claim.outcome.range.from, verb.rest.to)) return undefined;
  const before = adverbsBefore(words, verb.group.from);
  const adverbs = [...new Set([...before.indices, ...verb.group.adverbs])].map((j) => words[j]!);
  // `can and does lower`, `cures and prevents`: half of what is joined cannot be reworded.
  if (words[(before.indices[0] ?? verb.group.from) - 1]?.class === 'conj' && sharesObject(words, (before.indices[0] ?? verb.group.from) - 2)) return undefined;
  if (before.joined || adverbs.some(({ lower }) => !KEPT_ADVERBS.has(lower))) return undefined;
  const copula = copulaFor(words, verb, claim.exposure.plural);
  const object = objectWording(words, claim);
  if (!copula || !object) return undefined;
  const start = words[before.indices[0] ?? verb.group.from]!.token.start;
  const text = [copula, ...adverbs.map(({ lower }) => lower), 'associated with', object.text].join(' ');
  return { start, end: words[object.to - 1]!.token.end, text, shownTo: words[phraseEnd(words, claim.outcome.range.from, verb.rest.to) - 1]!.token.end };
}

/** Whether word `at` is a verb or an auxiliary. */
function sharesObject(words: readonly Word[], at: number): boolean {
  return /^(?:verb|modal|do|be|have)$/.test(words[at]?.class ?? '');
}

/** `by half`, `by 20%`, `more than butter`, `from returning`: an amount or a comparison that `associated with` could not carry. */
function amountFollows(words: readonly Word[], from: number, to: number): boolean {
  for (let j = from; j < to; j++) {
    const { lower } = words[j]!;
    if (lower === 'by') return words[j + 1]?.form !== 'ing';
    if (lower === 'than' || lower === 'as' || (lower === 'from' && words[j + 1]?.form === 'ing')) return true;
  }
  return false;
}

/** Word index behind the noun phrase at `from` with its `of` attributes. */
function phraseEnd(words: readonly Word[], from: number, to: number): number {
  let end = nounPhrase(words, { from, to }, false)?.to ?? from + 1;
  while (words[end]?.lower === 'of' && end + 1 < to) {
    const next = nounPhrase(words, { from: end + 1, to }, false);
    if (!next) break;
    end = next.to;
  }
  return end;
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
  const { lemma } = relation;
  // `leads to better sleep`: what grades the outcome stays.
  if (CAUSING.has(lemma)) return { text: words[relation.range.to]!.token.text, to: relation.range.to + 1 };
  if (from !== relation.range.to) return undefined;
  const determiner = words[from]!.class === 'det' ? words[from]!.lower : '';
  if (determiner && determiner !== 'the' && determiner !== 'a' && determiner !== 'an') return undefined;
  const head = headOf(words, from, to);
  const begin = determiner ? from + 1 : from;
  if (head < begin) return undefined;
  const keep = (lead: string) => ({ text: `${lead}${words[from]!.token.text}`, to: from + 1 });
  if (PREVENTING.has(lemma)) return keep('a lower risk of ');
  if (RELIEVING.has(lemma)) return outcome.valence === 'bad' ? keep('relief of ') : undefined;
  if (GRADED.test(words[begin]!.lower) || owned(words, begin, to) || mixes(words, head, to)) return undefined;
  const { lower: noun, plural } = words[head]!;
  const measured = RISK_NOUNS.test(noun) || endsBiomarker(words, begin, head);
  // `the blood sugar of people with diabetes` does not go without its article, nor are hormones higher or fewer.
  if (determiner === 'the' && !plural && !COUNTABLE.test(noun) && !/^(?:quality|function|control|strength)$/.test(noun)) return undefined;
  if (plural && noun !== 'triglycerides' && (/hormones$/.test(noun) || (endsBiomarker(words, begin, head) && !RISK_NOUNS.test(noun)))) return undefined;
  const single = !plural && (determiner === 'a' || determiner === 'an' || (determiner === 'the' && COUNTABLE.test(noun)));
  const article = single || (determiner === '' && !plural && words[to]?.lower === 'of' && COUNTABLE.test(noun)) ? 'a ' : '';
  const say = (adjective: string) => ({ text: `${article}${adjective} ${words[begin]!.token.text}`, to: begin + 1 });
  // `reduces the inflammation`, `improves the immune system`: without their article they would speak of another thing.
  const bare = determiner === '' || (determiner === 'the' && words[to]?.lower === 'of' && words[to + 2]?.lower !== 'of');
  const better = bare && BETTERABLE.test(noun) && outcome.valence !== 'bad';
  if (RAISING.has(lemma)) return measured ? say('higher') : better && BETTERING.has(lemma) ? say('better') : undefined;
  if (LOWERING.has(lemma)) {
    if (measured) return say('lower');
    if (outcome.valence !== 'bad' || determiner !== '') return undefined;
    return plural ? say(lemma === 'shrink' ? 'smaller' : 'fewer') : lemma === 'shrink' ? undefined : say('less');
  }
  if (lemma === 'cure') return outcome.valence === 'bad' && determiner === '' && SYMPTOM.test(noun) ? say(plural ? 'fewer' : 'less') : undefined;
  if (BETTERING.has(lemma)) return better ? say('better') : undefined;
  if (WORSENING.has(lemma)) return bare && !single ? say('worse') : undefined;
  return undefined;
}

/** Index of the head noun of the first of the joined phrases; -1 where there is none. */
function headOf(words: readonly Word[], from: number, to: number): number {
  let head = -1;
  for (let j = from; j < to; j++) {
    if ((words[j]!.class === 'conj' || words[j]!.lower === ',') && head >= 0) break;
    if (words[j]!.class === 'noun') head = j;
  }
  return head;
}

/** `pain and the need for painkillers`, `stroke and heart attack risk`: one adjective does not fit both. */
function mixes(words: readonly Word[], head: number, to: number): boolean {
  const joined = words.slice(head + 1, to);
  const last = joined.findLast((word) => word.class === 'noun');
  return joined.some((word) => word.class === 'det') || (last !== undefined && RISK_NOUNS.test(last.lower) && !RISK_NOUNS.test(words[head]!.lower));
}

/** `a person's risk`, `women's risk`: an adjective before the owner would describe the owner. */
function owned(words: readonly Word[], from: number, to: number): boolean {
  return words.slice(from, to).some(({ lower, class: kind }) => /(?:'s|s')$/.test(lower) || kind === 'pron');
}

/** `cortisol`, `fasting glucose`, `triglycerides`: what is measured is higher or lower. */
function endsBiomarker(words: readonly Word[], from: number, head: number): boolean {
  const tokens = tokensIn(words);
  for (let j = from; j <= head; j++) {
    const term = termAt(tokens, j);
    if (term?.to === head + 1 && term.value.kind === 'biomarker') return true;
  }
  return false;
}
