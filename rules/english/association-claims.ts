/**
 * Claims that two things go together, without a verb of their own: `are at increased risk`, `more likely to`, `was higher in
 * smokers than in …`, `the link between X and Y`. They count for the inventory; no finding is made of them.
 */
import type { Sentence } from '../article/article.js';
import { rememberWords } from '../lexicon/once.js';
import type { Claim } from './claim.js';
import { readingOf, type Reading } from './clauses.js';
import { BARE, commitmentOf, type Committed } from './commitment.js';
import { NO_EXPOSURE } from './exposure.js';
import { isOneOf } from './one-of.js';
import { NO_OUTCOME } from './outcome.js';
import { claimWords } from './word-lists.js';
import type { Word } from './words.js';

const DEGREE = /^(?:more|less|as|times|equally|most|least|twice|especially|particularly|significantly|far|increasingly|disproportionately|fold|\d.*-fold)$/;
const PROPENSITY = claimWords('propensity');
const CHANGED = claimWords('changed');
const MEASURE = claimWords('measure');
const COMPARATIVE = claimWords('compared');
/** As many times as: `double the risk`, `three times the rate`. */
const MULTIPLE = /^(?:double|twice|triple|treble|half|quadruple|times)$/;
/** What is more or less of in the predicate: `rates were higher after surgery`. */
const GRADED = /^(?:[a-z]{3,}ier|higher|lower|greater|worse|better|poorer|shorter|longer|larger|smaller|faster|slower|stronger|weaker)$/;
/** How somebody fares, which an adverb compares: `fare worse`, `live longer`. */
const FARES = claimWords('fares');
/** Verbs of change without an object: with what, or after what, things changed is an association. */
const CHANGES = claimWords('changes');
/** What a passive tells of a change without an agent: `was reduced after surgery`. */
const ALTERED = claimWords('altered');
/** What members of a group have or do more of than others. */
const HOLDS = claimWords('holds');
const AGREEMENT = claimWords('agreement');
const RELATES = claimWords('relates');

/** A word with which an association may begin, verbs aside: most words are none, and are not looked at twice. */
const OPENER = /[a-z]{2}er$|^(?:at|with|the|together|so|but|also|families|depending|twice|half|times|hand|risk|compared|versus|vs|independent|independently|common|frequent|prevalent|rare|rising|falling|uncommon|severe|missing|absent|lacking|scarce|abundant|overrepresented|underrepresented|opposed|disproportionate|altered|abnormal|atypical|heightened|highest|lowest|greatest|strongest|weakest|worst|best|commonest|shortest|longest|fewest|most|least|largest|smallest|poorest|sooner|differences?|predispos.*|susceptib.*|vulnerab.*)$/;
const mayOpen = rememberWords((lower) => [PROPENSITY, CHANGED, COMPARATIVE, AGREEMENT, RELATES].some((list) => list.has(lower)) || MULTIPLE.test(lower) || GRADED.test(lower) || OPENER.test(lower));

/** At most one such claim for each verb phrase. */
export function associationClaims(sentence: Sentence): Claim[] {
  const reading = readingOf(sentence);
  const { words } = reading;
  const claims: Claim[] = [];
  let last = -10;
  const fragment = !reading.verbs.some(({ group }) => group.kind === 'finite');
  for (let i = 0; i < words.length; i++) {
    const opens = mayOpen(words[i]!.lower);
    if (words[i]!.class !== 'verb' && !opens) continue;
    const to = associationEnd(words, i, fragment, opens);
    if (to < 0 || i < last + 4) continue;
    last = i;
    const verb = verbAround(reading, i);
    claims.push(association(words, i, to, verb >= 0 ? commitmentOf(reading, verb) : BARE));
  }
  return claims;
}

/** The claim that the words from `from` to `to` set things side by side, whatever these are. */
export function association(words: readonly Word[], from: number, to: number, committed: Committed): Claim {
  return { exposure: NO_EXPOSURE, outcome: NO_OUTCOME, relation: { kind: 'association', verb: -1, lemma: words[from]!.lower, class: 'associational', polarity: '0', range: { from, to } }, ...committed };
}

/** Word index behind an association that starts at `i`; -1 where none does. The first that fits counts. @param opens see `mayOpen`. */
function associationEnd(words: readonly Word[], i: number, fragment: boolean, opens: boolean): number {
  let to = opens ? inPredicate(words, i, fragment) : -1;
  if (to < 0 && opens) to = ofDoings(words, i);
  if (to < 0) to = inSetPhrase(words, i);
  if (to < 0) to = inChange(words, i);
  return to < 0 && opens ? ofAmount(words, i) : to;
}

/** `is more likely`, `twice the risk`, `at high risk`, `was higher after`, `is common among`: what a predicate says more of, or of whom. */
function inPredicate(words: readonly Word[], i: number, fragment: boolean): number {
  const word = words[i]!;
  const next = words[i + 1];
  // `a rash that most often appears on the face`: when or where, not in whom.
  const habit = isOneOf(word.lower, 'often frequent') && words[i - 1]?.lower === 'most' && (next?.class === 'verb' || isOneOf(words[i - 2]?.lower, 'that which who'));
  // `the most common cause`: a rank, not a comparison of groups.
  if (PROPENSITY.has(word.lower) && !habit && !thanThought(words, i + 1) && !(word.lower === 'likely' && word.class === 'adv') && DEGREE.test(words[i - 1]?.lower ?? '') && !(words[i - 1]!.lower === 'most' && (words[i - 2]?.class === 'det' || isOneOf(words[i - 2]?.lower, 'second third fourth fifth single')) && word.lower !== 'likely')) return i + 1;
  if (fragment && next && isOneOf(word.lower, 'high low common rare frequent rising falling') && words[i - 1]?.class === 'noun' && isOneOf(next.lower, 'in among')) return i + 2;
  // `was double that of others`, `in 38 percent, as opposed to 11 percent`
  if (MULTIPLE.test(word.lower) && next?.lower === 'that' && words[i + 2]?.lower === 'of') return i + 3;
  if (word.lower === 'opposed' && words[i - 1]?.lower === 'as' && next?.class === 'to' && words.slice(i + 2, i + 5).some(({ class: kind }) => kind === 'number')) return i + 2;
  if (word.lower === 'disproportionate' && isOneOf(next?.lower, 'share number burden rate proportion')) return i + 2;
  if (MULTIPLE.test(word.lower) && next?.class === 'det' && words.slice(i + 2, i + 5).some((one) => MEASURE.has(one.lower))) return i + 2;
  if (word.lower === 'at' && words[i - 1] && !ofBias(words, i + 1) && !ofBias(words, i + 2) && !ofBias(words, i + 3) && (words[i - 1]!.class === 'be' || words[i - 1]!.class === 'adv') && words.slice(i + 1, i + 4).some((one, k, near) => one.lower === 'risk' && near.slice(0, k).every((two) => two.class === 'adj' || two.class === 'adv'))) return i + 2;
  if (GRADED.test(word.lower) && predicative(words, i) && (!next || ['prep', 'punctuation', 'adv', 'sub', 'number', 'conj'].includes(next.class) || isOneOf(next.lower, 'post one two three five ten'))) return i + 1;
  if (next && isOneOf(word.lower, 'highest lowest greatest strongest weakest worst best commonest') && predicative(words, i) && isOneOf(next.lower, 'in among for at')) return i + 2;
  // `malnutrition is common among …`: of whom a predicate says it, those are compared with the rest; `a high prevalence of` only counts.
  if (next && isOneOf(word.lower, 'common frequent prevalent rare uncommon high low severe missing absent lacking scarce abundant overrepresented underrepresented') && predicative(words, i) && isOneOf(next.lower, 'in among amongst')) return i + 2;
  if (next && isOneOf(word.lower, 'more less') && predicative(words, i) && (next.class === 'adj' || next.class === 'noun') && isOneOf(words[i + 2]?.lower, 'in among for after with during at following')) return i + 2;
  return -1;
}

/** `had fewer colds`, `scored higher`, `lived longer`: what one group has or does more of than another. */
function ofDoings(words: readonly Word[], i: number): number {
  const word = words[i]!;
  const next = words[i + 1];
  if (HOLDS.has(verbBeforeArticle(words, i)?.lemma) && verbBeforeArticle(words, i)!.class !== 'noun' && (isOneOf(word.lower, 'fewer less more higher lower better worse poorer greater larger smaller shorter longer altered abnormal atypical impaired elevated increased reduced decreased heightened diminished') || (comparative(word) && verbBeforeArticle(words, i)!.form !== 'ing')) && next && (next.class === 'noun' || next.class === 'adj') && groupSubject(words, i - 1)) return i + 2;
  // `had the shortest waits`
  if (isOneOf(word.lower, 'highest lowest shortest longest worst best fewest most least greatest largest smallest poorest strongest weakest') && words[i - 1]?.lower === 'the' && next?.class === 'noun' && HOLDS.has(words[i - 2]?.lemma) && words[i - 2]!.class !== 'noun' && groupSubject(words, i - 1)) return i + 2;
  // `smokers weigh more`
  if (isOneOf(word.lower, 'more less') && isOneOf(words[i - 1]?.lemma, 'weigh eat smoke drink earn exercise sleep walk move score cry suffer') && words[i - 1]!.class === 'verb' && (!next || next.class === 'punctuation' || next.class === 'conj' || next.class === 'sub' || (next.class === 'prep' && next.lower !== 'than'))) return i + 1;
  if (isOneOf(word.lower, 'higher lower highest lowest best worst') && scoresBefore(words, i)) return i + 1;
  if (isOneOf(word.lower, 'longer shorter sooner later earlier faster slower better worse best worst') && FARES.has(words[beforeAmount(words, i)]?.lemma) && (!next || next.class === 'prep' || next.class === 'punctuation')) return i + 1;
  return -1;
}

/** `vary by region`, `go hand in hand with`, `runs in families`, `differences between`: phrases that set things side by side. */
function inSetPhrase(words: readonly Word[], i: number): number {
  const word = words[i]!;
  const next = words[i + 1];
  // `rates range from 7 to 70 percent across hospitals`
  if (word.class === 'verb' && word.lemma === 'range' && words.slice(i + 1, i + 14).some(({ lower }) => isOneOf(lower, 'across between depending among'))) return i + 1;
  if (word.lower === 'families' && words[i - 1]?.lower === 'in' && words[i - 2]?.lemma === 'run') return i + 1;
  // `Men who report flushes also report poor sleep`
  if (word.lower === 'also' && next?.class === 'verb' && HOLDS.has(next.lemma) && words.slice(Math.max(0, i - 14), i).some(({ lower }) => lower === 'who')) return i + 2;
  // `fare as well as`
  if (word.class === 'verb' && isOneOf(word.lemma, 'fare do perform recover live survive') && next?.lower === 'as' && isOneOf(words[i + 2]?.lower, 'well poorly badly long') && words[i + 3]?.lower === 'as') return i + 4;
  if (word.class === 'verb' && isOneOf(word.lemma, 'respond react behave act age work function develop process think learn') && next?.lower === 'differently') return i + 2;
  // `As weight went up, so did blood pressure`
  if (word.lower === 'so' && words[i - 1]?.lower === ',' && next && isOneOf(next.class, 'do be have') && isOneOf(words[0]!.lower, 'as when just')) return i + 2;
  // `was found in eight patients but in none of the controls`
  if (word.lower === 'but' && isOneOf(next?.lower, 'in among only not for') && otherGroup(words, i)) return i + 1;
  if (isOneOf(word.lower, 'twice half times') && next?.lower === 'as' && isOneOf(words[i + 2]?.lower, 'much many long often fast large high big common')) return i + 3;
  if (word.lower === 'with' && isOneOf(words[i - 1]?.lower, 'go goes') && words[i - 1]!.class === 'verb') return i + 1;
  if (word.lower === 'together' && isOneOf(words[i - 1]?.lemma, 'occur appear cluster go come rise fall')) return i + 1;
  if (word.lower === 'depending' && next?.lower === 'on') return i + 2;
  if (word.class === 'verb' && isOneOf(word.lemma, 'vary differ') && ((next?.class === 'adv' && isOneOf(words[i + 2]?.lower, 'by between among across with')) || (next?.lower === 'according' && words[i + 2]?.class === 'to'))) return i + 1;
  if (isOneOf(word.lower, 'difference differences') && next?.lower === 'in' && words.slice(Math.max(0, i - 4), i).some(({ lemma, class: kind }) => kind === 'verb' && isOneOf(lemma, 'find see observe detect reveal note'))) return i + 2;
  if (isOneOf(word.lower, 'difference differences') && next?.lower === 'in' && words.slice(i + 2, i + 10).some(({ lower }) => isOneOf(lower, 'between among by across'))) return i + 2;
  if (isOneOf(word.lower, 'difference differences') && isOneOf(words[i - 1]?.lower, 'group between-group intergroup gender sex age racial ethnic regional seasonal treatment class')) return i + 1;
  if (isOneOf(word.lower, 'difference differences') && next?.class === 'be' && isOneOf(words[i + 2]?.lower, 'found observed seen noted detected noticed apparent evident identified')) return i + 3;
  if (word.lower === 'hand' && next?.lower === 'in' && words[i + 2]?.lower === 'hand' && words[i + 3]?.lower === 'with') return i + 4;
  return -1;
}

/** `rose with age`, `was reduced after surgery`, `the longer …, the lower`: a change that nobody brings about. */
function inChange(words: readonly Word[], i: number): number {
  const word = words[i]!;
  const next = words[i + 1];
  if (word.class === 'verb' && (word.use === 'finite' || word.use === 'bare' || (word.use === 'participle' && perfect(words, i))) && CHANGES.has(word.lemma) && (changesWith(words, i + 1) || measureChanges(words, i))) return i + 1;
  if (word.class === 'verb' && word.use === 'participle' && ALTERED.has(word.lemma) && predicative(words, i) && !words.slice(i + 1, i + 8).some(({ lower }) => lower === 'by') && (!next || isOneOf(next.lower, 'in among after during following with at compared relative only') || (next.class === 'adv' && words[i + 2]?.class === 'prep'))) return i + 1;
  if (word.lower === 'the' && next && graded(next) && correlative(words, i + 2)) return i + 2;
  if (/^(?:predispos|susceptib|vulnerab)/.test(word.lower)) return i + 1;
  return -1;
}

/** `reduced mortality`, `a risk factor`, `higher than`, `the link between`, `compared with`: what goes together with something, as a phrase. -1 also where it only looks so. */
function ofAmount(words: readonly Word[], i: number): number {
  const word = words[i]!;
  const next = words[i + 1];
  // `a high prevalence of`, `low levels`: what is high without a comparison tells of one group only, unless it is the subject's lot (`have high risk`).
  if (isOneOf(word.lower, 'high low substantial') && !isOneOf((words[i - 1]?.class === 'det' ? words[i - 2] : words[i - 1])?.lemma, 'have be at') && !words.slice(i + 1, i + 8).some(({ lower }) => lower === 'compared')) return -1;
  if (CHANGED.has(word.lower)) {
    for (let j = i + 1; j < words.length && j < i + 5; j++) {
      if (isOneOf(words[j]!.lower, 'sample quality')) break;
      if (MEASURE.has(words[j]!.lower) && words[j]!.class === 'noun') return ofBias(words, j) ? -1 : j + 1;
      if (!['noun', 'adj', 'adv', 'conj'].includes(words[j]!.class)) break;
    }
  }
  if (word.lower === 'risk' && (next?.lower === 'factor' || next?.lower === 'factors')) return namedInPassing(words, i) ? -1 : i + 2;
  if (next?.lower === 'than' && countsOnly(words, i + 2)) return -1;
  if (COMPARATIVE.has(word.lower) || comparative(word)) {
    for (let j = i + 1; j < words.length && j < i + 16; j++) {
      // `more complex than previously thought`: measured against what was believed.
      if (words[j]!.lower === 'than' && isOneOf(words[j + 1]?.lower, 'previously thought believed assumed anticipated usual necessary needed before once originally')) return -1;
      if (thanThought(words, j)) return -1;
      if (words[j]!.lower === 'than' || (words[j]!.lower === 'compared' && isOneOf(words[j + 1]?.lower, 'with to'))) return j + 1;
      if (isOneOf(words[j]!.lower, '; : .')) break;
    }
    if (words[i - 1]?.class === 'be' || words[i - 1]?.class === 'adv' || (words[i - 1]?.lower === 'no' && words[i - 2]?.class === 'be')) if (next && isOneOf(next.lower, 'in among for between with across regardless irrespective')) return i + 1;
  }
  if (AGREEMENT.has(word.lower) && word.class === 'noun' && !(word.lower === 'relation' && words[i - 1]?.lower === 'in') && next && isOneOf(next.lower, 'between with of to for among')) return i + 2;
  if (RELATES.has(word.lower) && !(word.lower === 'related' && words[i - 1]?.class === 'noun') && (next?.class === 'prep' || next?.class === 'to') && word.class !== 'noun') return i + 2;
  if (isOneOf(word.lower, 'compared versus vs') && !predicative(words, i) && (word.lower !== 'compared' || isOneOf(next?.lower, 'with to'))) return i + 1;
  if (isOneOf(word.lower, 'independent independently') && next && (next.lower === 'of' || RELATES.has(next.lower) || AGREEMENT.has(next.lower) || isOneOf(next.lower, 'risk prognostic protective effect effects determinant determinants'))) return i + 1;
  return -1;
}

/** `knowledge of risk factors`, `patients with established risk factors`: behind a preposition nothing is said to be one. */
function namedInPassing(words: readonly Word[], i: number): boolean {
  let j = i - 1;
  while (j >= 0 && ['adj', 'noun', 'adv', 'number', 'det'].includes(words[j]!.class)) j--;
  return words[j]?.class === 'prep' && words[j]!.lower !== 'as';
}

/** Behind `be` and adverbs. */
function predicative(words: readonly Word[], i: number): boolean {
  let j = i - 1;
  while (j >= 0 && (words[j]!.class === 'adv' || isOneOf(words[j]!.lower, 'much far times percent per cent %') || words[j]!.class === 'number')) j--;
  return words[j]?.class === 'be';
}

/** `The prevalence rose in all groups`, `levels fell by 4%`: something measured, a verb of change, and no object. */
function measureChanges(words: readonly Word[], i: number): boolean {
  const next = words[i + 1];
  // `levels rise years before the first signs`
  if (next && isOneOf(next.lower, 'years months decades weeks days hours') && isOneOf(words[i + 2]?.lower, 'before after')) return true;
  if (next && !['prep', 'punctuation', 'adv', 'number', 'conj', 'sub'].includes(next.class)) return false;
  for (let j = i - 1; j >= 0 && j > i - 18; j--) {
    const { lower, class: kind } = words[j]!;
    if (MEASURE.has(lower) && kind === 'noun') return true;
    if (kind === 'sub' || kind === 'that' || kind === 'wh' || lower === ';') return false;
  }
  return false;
}

/** `has tripled`: behind have. */
function perfect(words: readonly Word[], i: number): boolean {
  let j = i - 1;
  while (j >= 0 && words[j]!.class === 'adv') j--;
  return words[j]?.class === 'have';
}

/** The word before, or the one before the article: `had fewer colds`, `had a smaller waist`. */
function verbBeforeArticle(words: readonly Word[], i: number): Word | undefined {
  return isOneOf(words[i - 1]?.lower, 'a an') ? words[i - 2] : words[i - 1];
}

/** `scored 20 points higher`, `weighed 3 kg less`: a verb of measuring before the number. */
function scoresBefore(words: readonly Word[], i: number): boolean {
  let j = i - 1;
  while (j >= 0 && (words[j]!.class === 'number' || words[j]!.class === 'adv' || isOneOf(words[j]!.lower, 'point points percent per cent % times one two three four five ten significantly'))) j--;
  return isOneOf(words[j]?.lemma, 'score rate weigh measure rank perform test average') && words[j]!.class === 'verb';
}

/** `Women with dense breasts have …`, `Those who vape have …`: a group that is told from others, not `we` or `you`. */
function groupSubject(words: readonly Word[], verb: number): boolean {
  for (let j = verb - 1; j >= 0 && j > verb - 20; j--) {
    const { lower, class: kind } = words[j]!;
    if (kind === 'prep' || kind === 'wh' || (kind === 'verb' && words[j]!.use !== 'finite')) return true;
    if (kind === 'sub' || kind === 'that' || lower === ';') return false;
  }
  return false;
}

/** `increases [by 4%] with age`, `fell after the ban`: index of the preposition counts, not its object. */
function changesWith(words: readonly Word[], from: number): boolean {
  let j = from;
  while (words[j] && (words[j]!.class === 'adv' || words[j]!.class === 'number' || isOneOf(words[j]!.lower, 'by per cent percent % point points fold about nearly almost'))) j++;
  return isOneOf(words[j]?.lower, 'with after following among as');
}

/** `more often than they think`: what is compared is a belief. */
export function thanThought(words: readonly Word[], i: number): boolean {
  return words[i]?.lower === 'than' && isOneOf(words[i + 1]?.lower, 'they we you people doctors patients parents') && isOneOf(words[i + 2]?.lower, 'think thought say said believe believed realize realized realise realised admit admitted assume assumed expect expected know knew report reported');
}

/** `at high risk of selection bias`: said of a study. */
function ofBias(words: readonly Word[], i: number): boolean {
  return words[i]?.lower === 'risk' && words[i + 1]?.lower === 'of' && words.slice(i + 2, i + 5).some(({ lower }) => lower === 'bias');
}

function graded({ lower }: Word): boolean {
  return lower === 'more' || lower === 'less' || COMPARATIVE.has(lower) || /[a-z]{2}er$/.test(lower);
}

/** `stiffer`, `younger-looking`: an adjective in the comparative. */
function comparative({ lower, class: kind }: Word): boolean {
  return (kind === 'adj' && /[a-z]{2}er$/.test(lower) && !isOneOf(lower, 'other another former latter inner outer upper proper improper eager clever bitter sober tender slender super sinister')) || /^[a-z]{3,}er-(?:looking|acting|growing|lasting|than-[a-z-]+)$/.test(lower);
}

/** `slept 20 minutes longer`, `waited an average of three days longer`: index of the word before the amount. */
function beforeAmount(words: readonly Word[], i: number): number {
  let j = i - 1;
  while (j >= 0 && i - j < 10 && (words[j]!.class === 'number' || words[j]!.class === 'adv' || isOneOf(words[j]!.lower, 'a an average of median mean one two three four five six seven eight nine ten several few half minute minutes hour hours day days week weeks month months year years percent % times about much'))) j--;
  return j;
}

/** `in some patients but [only] in one of the controls`: the same preposition stands on both sides. */
function otherGroup(words: readonly Word[], but: number): boolean {
  let j = but + 1;
  while (words[j] && (isOneOf(words[j]!.lower, 'only not') || words[j]!.class === 'adv')) j++;
  const preposition = words[j]?.lower ?? '';
  const counted = j > but + 1 || words.slice(j + 1, j + 3).some((word) => word.class === 'number' || isOneOf(word.lower, 'none one two three four five few fewer less more no control controls healthy'));
  if (!counted || !isOneOf(preposition, 'in among for')) return false;
  for (let k = but - 1; k >= 0 && k > but - 14; k--) {
    if (words[k]!.lower === preposition) return true;
    if (words[k]!.class === 'sub' || words[k]!.class === 'that' || words[k]!.class === 'verb') return false;
  }
  return false;
}

/** `the longer they slept, the lower …`: the second half of a correlative. */
function correlative(words: readonly Word[], from: number): boolean {
  for (let j = from; j < words.length - 1 && j < from + 16; j++) if (words[j]!.lower === 'the' && words[j - 1]!.lower === ',' && graded(words[j + 1]!)) return true;
  return false;
}

/** `more than 2 million`, `more than half`: an amount, no comparison of groups. */
function countsOnly(words: readonly Word[], i: number): boolean {
  const word = words[i];
  return Boolean(word && (word.class === 'number' || /^(?:half|[$£€]|one|two|three|four|five|six|seven|eight|nine|ten|a|an|doubled?|tripled?|twice|just|ever|expected|any|most|\d.*)$/.test(word.lower)) && !isOneOf(words[i + 1]?.lower, 'man woman person group placebo control comparison'));
}

/** The verb whose phrase (subject, group or what follows) contains the word. */
function verbAround({ verbs }: Reading, i: number): number {
  let best = -1;
  for (let k = 0; k < verbs.length; k++) {
    const { group, rest, subject } = verbs[k]!;
    if ((group.from <= i && i < rest.to) || (group.kind === 'finite' && subject.from <= i && i < subject.to && best < 0)) best = k;
  }
  return best;
}
