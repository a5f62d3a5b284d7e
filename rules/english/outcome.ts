/**
 * Is this object a health matter, and is more of it good or bad?
 *
 * - `the risk of liver cancer`, `cortisol levels`, `your sleep`, `the release of dopamine`: health matters;
 * - `explorations of kratom`, `insight into`, `interest`: research, never an outcome.
 */
import type { Sentence } from '../article/article.js';
import { termAt, type Term } from '../lexicon/terms.js';
import { readingOf, type Range } from './clauses.js';
import { singular, tokensIn } from './exposure.js';
import { nounPhrase } from './noun-phrases.js';
import { isOneOf } from './one-of.js';
import { claimWords, outcomePhrases } from './word-lists.js';
import type { Word } from './words.js';

export type Valence = 'good' | 'bad' | 'open';

export interface Outcome {
  readonly known: boolean;
  /** A word of research, interest or commerce: no claim about health at all. */
  readonly blocked: boolean;
  readonly valence: Valence;
  /** Word indices in the sentence, from the first word of the phrase; undefined where there is no object. */
  readonly range: Range | undefined;
  /** The head or term, lower case, singular: the key by which the same outcome is found again. */
  readonly name: string;
  /** A named disease or symptom among the words. */
  readonly condition: Term | undefined;
  /** The head is `risk`, `chance`, `odds` …. */
  readonly risk: boolean;
}

const lists = outcomePhrases;
/** Nothing is named that comes about. */
export const NO_OUTCOME: Outcome = { known: false, blocked: false, valence: 'open', range: undefined, name: '', condition: undefined, risk: false };
const RISK = /^(?:risks?|chances?|odds|likelihood|danger|incidence|rates?|prevalence)$/;
const GOOD_CONDITIONS = new Set(['weight loss', 'wound healing', 'quality of life', 'life expectancy', 'longevity', 'lifespan', 'energy', 'stamina', 'alertness', 'focus', 'concentration', 'attention', 'memory', 'cognition', 'cognitive function', 'brain health', 'mood', 'sleep', 'sleep quality', 'heart health', 'cardiovascular health', 'glycemic control', 'metabolism', 'immune function', 'immunity', 'digestion', 'gut health', 'bone density', 'muscle mass', 'muscle strength', 'muscle recovery', 'athletic performance', 'endurance', 'fertility', 'libido', 'skin health', 'appetite', 'menopause']);

/** Outcomes of which more is better by their last words: `sperm quality`, `kidney health`. */
const GOOD_HEAD = /(?:\bsleep|health|function|strength|(?:lean|muscle|bone) mass|(?:sperm|sleep) (?:quality|count|motility|duration|efficiency|time)|elasticity|hydration|sensitivity|development|mobility|memory|performance|capacity|survival|healing|repair|regeneration|well-?being|clarity|absorption|protein synthesis|(?:collagen|milk) production|acuity|relief|relaxation|remission|satiety|fullness|libido|sex drive|self-esteem|creativity|sociability|vigilance|wakefulness|vigor|vitality|speech|taste|smell|eyesight|regularity|immune (?:system|response)|blood flow|circulation|(?:hormone|oxidative) balance|power output|pain threshold|(?:hair|muscle|nail|bone) growth|skin barrier|healthspan|ovulation|calm|calmness|happiness|hearing|vision|fitness|motivation|productivity|fat (?:burning|loss)|energy (?:expenditure|level)|circulation)$/i;
/** `fewer headaches`, `a lower risk`: what is said to come about is the opposite. `lower back pain` and `lower limb strength` are places. */
const LESSENED = /^(?:fewer|less|lower|lowered|reduced|decreased|diminished|lessened|shorter)$/;
const WORSENED = /^(?:worse|poorer|poor|impaired|weaker|disrupted)$/;
const PLACE = claimWords('place');

/** Reads the object or prepositional object that stands in `range` of the sentence. */
export function outcomeAt(sentence: Sentence, range: Range): Outcome {
  const { words } = readingOf(sentence);
  const phrase = nounPhrase(words, range, false);
  if (!phrase) return NO_OUTCOME;
  const tokens = tokensIn(words);
  const head = words[phrase.head]!;
  const at = { from: phrase.from, to: phrase.to };
  let valence: Valence | undefined;
  let known = false;
  let name = singular(head.lower);
  let condition: Term | undefined;
  let blocked = false;
  const headKinds = lists().at(tokens, phrase.head)?.value ?? [];
  // `the idea of a healthy gut` is no health matter, `the severity of pain` is.
  const measures = headKinds.some((kind) => kind !== 'research' && kind !== 'body' && kind !== 'other') || RISK.test(head.lower);
  const end = ofPhraseEnd(words, phrase.to, Math.min(range.to, phrase.fullTo));
  for (let i = phrase.from; i < end; i++) {
    const term = termAt(tokens, i);
    const listed = lists().at(tokens, i);
    const covers = (to: number) => to <= end;
    const inside = i < phrase.to;
    // `immune cells` are known by their head, as cells are.
    const reach = Math.max(term && covers(term.to) && term.value.kind !== 'anatomy' ? term.to : 0, listed && covers(listed.to) ? listed.to : 0);
    if (reach === 0) continue;
    if (listed && covers(listed.to) && (!term || listed.to >= term.to)) {
      const kinds = listed.value;
      const isHead = listed.to - 1 === phrase.head;
      if (kinds.includes('research') && isHead && kinds[0] === 'research') blocked = true;
      else if (kinds.some((kind) => kind !== 'research' && kind !== 'other')) {
        const kind = kinds.find((one) => one === 'good' || one === 'bad');
        if (kind && (isHead || valence === undefined)) valence = kind as Valence;
        if (inside ? !kinds.includes('quantity') || kinds.length > 1 : measures && !kinds.includes('measure')) known = true;
        if (isHead) name = singular(tokens.slice(i, listed.to).map(({ lower }) => lower).join(' '));
      }
    }
    if (term && covers(term.to) && (term.value.kind === 'condition' || term.value.kind === 'biomarker')) {
      if (inside || measures) known = true;
      if (term.value.kind === 'condition') {
        const listedValence = listed && listed.to >= term.to ? listed.value.find((one) => one === 'good' || one === 'bad') : undefined;
        const good = listedValence ? listedValence === 'good' : GOOD_CONDITIONS.has(term.value.name.toLowerCase()) || GOOD_HEAD.test(term.value.name);
        if (!good) condition ??= term.value;
        if (valence === undefined || term.to - 1 === phrase.head) valence = good ? 'good' : 'bad';
      }
      if (inside && term.to - 1 <= phrase.head) name = term.value.name.toLowerCase();
    }
    i = reach - 1;
  }
  const risk = RISK.test(head.lower);
  const first = words[phrase.from]!.class === 'det' && !LESSENED.test(words[phrase.from]!.lower) ? phrase.from + 1 : phrase.from;
  const lessened = first < phrase.head && LESSENED.test(words[first]!.lower) && !PLACE.has(words[first + 1]!.lower);
  if (risk && condition) valence = isOneOf(head.lower, 'rate rates') ? valence ?? 'bad' : 'bad';
  if (blocked) known = false;
  if (valence === 'good' && first < phrase.head && WORSENED.test(words[first]!.lower)) valence = 'bad';
  if (lessened && valence !== undefined && valence !== 'open') valence = valence === 'good' ? 'bad' : 'good';
  return { known, blocked, valence: valence ?? 'open', range: at, name, condition, risk };
}

/** The end of `of …` and `in …` attributes that belong to the outcome: `the release of dopamine in the brain`. */
function ofPhraseEnd(words: readonly Word[], from: number, to: number): number {
  let end = from;
  while (end < to && !(words[end]!.class === 'prep' && !isOneOf(words[end]!.lower, 'of in from against for to')) && words[end]!.class !== 'verb') end++;
  return end;
}
