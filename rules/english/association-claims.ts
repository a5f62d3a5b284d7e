/**
 * Claims that two things go together, without a verb of their own: `are at increased risk`, `more likely to`, `was higher in
 * smokers than in …`, `the link between X and Y`. They count for the inventory; no finding is made of them.
 */
import type { Sentence } from '../article/article.js';
import type { Claim } from './claims.js';
import { readingOf, type Reading } from './clauses.js';
import { commitmentOf, type Committed } from './commitment.js';
import type { Exposure } from './exposure.js';
import type { Outcome } from './outcome.js';
import type { Word } from './words.js';

const NO_OUTCOME: Outcome = { known: false, blocked: false, valence: 'open', range: undefined, name: '', condition: undefined, risk: false };
const NO_EXPOSURE: Exposure = { kind: 'none', known: false, range: undefined, name: '', plural: false };
const BARE: Committed = { level: 'bare', emphatic: false, factive: false, hedged: false, denied: false };

const DEGREE = /^(?:more|less|as|times|equally|most|least|twice|especially|particularly|significantly|far|increasingly|disproportionately|fold|\d.*-fold)$/;
const PROPENSITY = /^(?:likely|prone|susceptible|vulnerable|common|frequent|often|prevalent|apt)$/;
const CHANGED = /^(?:increased|elevated|higher|greater|lower|reduced|decreased|raised|heightened|added|excess|additional|higher-than-normal|doubled|double|two-fold|twofold|threefold|highest|lowest|greatest|poorer|worse|better|shorter|longer|high|low|improved|impaired|diminished|fewer|more|less|early|earlier|substantial)$/;
const MEASURE = /^(?:risks?|odds|likelihood|chances?|mortality|incidence|rates?|prevalence|survival|levels?|burden|concentrations?|probability|deaths?|frequency|severity|scores?|hospitali[sz]ations?|complications?|outcomes?|bmi|weight|prognosis|quality|function|pressure|cholesterol|adherence|satisfaction|costs?|recurrence|morbidity|rates|symptoms|disability|use|values?|proportion|percentage|expression|density|volume|dose|doses|intake|consumption)$/;
const COMPARATIVE = /^(?:higher|lower|greater|fewer|more|less|better|worse|poorer|longer|shorter|larger|smaller|older|younger|earlier|later|faster|slower|stronger|weaker|safer|healthier|similar|comparable|different|equivalent)$/;
const AGREEMENT = /^(?:associations?|correlations?|links?|linkage|relationships?|relation|interaction|connection|correlates?|concordance|predictors?|discriminators?)$/;
const RELATES = /^(?:correlat(?:e|es|ed|ing)|predict(?:s|ed|ing|ive|or|ors)?|associat(?:ed|es)|linked|tied|related|correlates|differs?|differed|var(?:y|ies|ied)|paralleled|discriminat(?:e|es|ed))$/;

/** At most one such claim for each verb phrase. */
export function associationClaims(sentence: Sentence): Claim[] {
  const reading = readingOf(sentence);
  const { words } = reading;
  const claims: Claim[] = [];
  let last = -10;
  for (let i = 0; i < words.length; i++) {
    const to = associationEnd(words, i);
    if (to < 0 || i < last + 4) continue;
    last = i;
    const verb = verbAround(reading, i);
    const committed = verb >= 0 ? commitmentOf(reading, verb) : BARE;
    claims.push({ exposure: NO_EXPOSURE, outcome: NO_OUTCOME, relation: { kind: 'association', verb: -1, lemma: words[i]!.lower, class: 'associational', polarity: '0', range: { from: i, to } }, ...committed });
  }
  return claims;
}

/** Word index behind an association that starts at `i`; -1 where none does. */
function associationEnd(words: readonly Word[], i: number): number {
  const word = words[i]!;
  const next = words[i + 1];
  if (PROPENSITY.test(word.lower) && DEGREE.test(words[i - 1]?.lower ?? '')) return i + 1;
  if (/^(?:predispos|susceptib|vulnerab)/.test(word.lower)) return i + 1;
  if (CHANGED.test(word.lower)) {
    for (let j = i + 1; j < words.length && j < i + 5; j++) {
      if (MEASURE.test(words[j]!.lower) && words[j]!.class === 'noun') return j + 1;
      if (!['noun', 'adj', 'adv', 'conj'].includes(words[j]!.class)) break;
    }
  }
  if (word.lower === 'risk' && (next?.lower === 'factor' || next?.lower === 'factors')) return i + 2;
  if (COMPARATIVE.test(word.lower) || (/[a-z]{2}er$/.test(word.lower) && word.class === 'adj')) {
    for (let j = i + 1; j < words.length && j < i + 16; j++) {
      if (words[j]!.lower === 'than' || (words[j]!.lower === 'compared' && /^(?:with|to)$/.test(words[j + 1]?.lower ?? ''))) return j + 1;
      if (/^[;:.]$/.test(words[j]!.lower)) break;
    }
    if (words[i - 1]?.class === 'be' || words[i - 1]?.class === 'adv') if (next && /^(?:in|among|for|between|with)$/.test(next.lower)) return i + 1;
  }
  if (AGREEMENT.test(word.lower) && word.class === 'noun' && next && /^(?:between|with|of|to|for|among)$/.test(next.lower)) return i + 2;
  if (RELATES.test(word.lower) && (next?.class === 'prep' || next?.class === 'to') && word.class !== 'noun') return i + 2;
  if (/^(?:compared|versus|vs)$/.test(word.lower) && (word.lower !== 'compared' || /^(?:with|to)$/.test(next?.lower ?? ''))) return i + 1;
  if (/^independent(?:ly)?$/.test(word.lower) && words[i - 1]?.lower !== 'living') return i + 1;
  return -1;
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
