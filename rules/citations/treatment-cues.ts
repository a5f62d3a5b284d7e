/** Cues about what a remedy is or does: compared with another, by which mechanism, since when, `known to`. */
import type { PhraseMatch } from '../english/phrases.js';
import type { Token } from '../english/tokens.js';
import { termsOf, type Term } from '../lexicon/terms.js';
import { cueOver, type Cue, type Reading } from './cue.js';

// Words for what is done or taken, besides the named remedies.
const TREATMENT = /^(?:medications?|medicines?|drugs?|treatments?|therap(?:y|ies)|psychotherapy|cbt|placebos?|surgery|surgical|antidepressants?|antibiotics?|nsaids?|statins?|opioids?|opiates?|ssris?|painkillers?|analgesics?|benzodiazepines?|stimulants?|vaccin(?:es?|ation)|exercise|diet|diets|supplements?|extracts?|herbs?|herbal|tea|oils?|remed(?:y|ies)|pills?|tablets?|capsules?|injections?|insulin|chemotherapy|radiotherapy|radiation|acupuncture|yoga|meditation|fasting|alternatives?|substances?|compounds?|formulations?|doses?|interventions?|regimens?|steroids?|inhalers?|cream|gel|powder|brand|generics?|masks?|alkaloids?|agonists?|morphine|probiotics?|cannabis|sleep|training|care|approach(?:es)?|programs?|programmes?|methods?|combinations?|techniques?|strateg(?:y|ies)|products?)$/;

const EXPOSURE_KINDS: ReadonlySet<Term['kind']> = new Set(['plant', 'supplement', 'drug']);

// What stands for a remedy that was named before.
const PRO_EXPOSURE = /^(?:compounds?|alkaloids?|herbs?|plants?|supplements?|drugs?|medications?|medicines?|extracts?|ingredients?|substances?|constituents?|cannabinoids?|flavonoids?|polyphenols?|vitamins?|opioids?|antidepressants?|ssris?|nsaids?|statins?|benzodiazepines?)$/;

// Classes of drugs, which stand without an article.
const DRUG_CLASS = /^(?:s[ns]ris|nsaids|statins|benzodiazepines|opioids|opiates|antidepressants|cannabinoids|antihistamines|beta-blockers|antipsychotics|antibiotics|barbiturates|stimulants|corticosteroids|psychedelics|triptans|maois|diuretics)$/;

const MECHANISM = new RegExp(
  `^(?:${[
    '(?:also |directly |selectively |primarily |mainly |strongly |reversibly |competitively |can |may |partially |then )*(?:binds?|attach(?:es)?) (?:to|with)',
    '(?:also |directly |primarily |mainly |strongly |can |may )*interacts? with (?:\\S+ ){0,4}?\\S*(?:receptors?|systems?|enzymes?|neurotransmitters?|channels?|cyp\\S*|transporters?|p450|pathways?)',
    '(?:also |directly |primarily |mainly |can |may )*acts? (?:on|upon|at|as an?) (?:\\S+ ){0,4}?\\S*(?:receptors?|agonists?|antagonists?|inhibitors?|systems?|enzymes?|channels?|brain|nervous)',
    '(?:also |directly |selectively |primarily |mainly |strongly |irreversibly |can |may )*(?:inhibits?|blocks?|activates?|stimulates?|modulates?|antagoni[sz]es?|upregulates?|downregulates?|suppresses) (?:\\S+ ){0,5}?\\S*(?:receptors?|enzymes?|cyp\\S*|reuptake|release|production|synthesis|channels?|transporters?|secretion|pathways?|expression|cytokines?|cox-\\d|monoamine|acetylcholinesterase|prostaglandins?|absorption|signall?ing|neurons?|neurotransmitters?)',
    '(?:also |can |may )*(?:increases?|boosts?|raises?|reduces?) the (?:release|production|reuptake|synthesis|secretion|uptake) of',
    '(?:also |can |may |easily |readily )*cross(?:es)? the blood[- –]+brain barrier',
    '(?:is|are) (?:also |primarily |mainly |extensively |largely |rapidly )*(?:metaboli[sz]ed|broken down|converted|eliminated|excreted) (?:by|in|into|to|through|via)',
    '(?:is|are) (?:also )?(?:an? )?(?:\\S+ ){0,3}?(?:agonists?|antagonists?|inhibitors?|ligands?|precursors?|modulators?) (?:of|at|for|to)',
    '(?:works?|functions?) by (?:\\S+ly )?\\w+ing',
  ].join('|')})(?: |$)`,
);
const MECHANISM_HEADS = /^(?:also|directly|selectively|primarily|mainly|strongly|reversibly|can|may|partially|binds?|attach|attaches|interacts?|acts?|inhibits?|blocks?|activates?|stimulates?|modulates?|antagonises?|antagonizes?|upregulates?|downregulates?|suppresses|increases?|boosts?|raises?|reduces?|cross|crosses|is|are|works?|functions?|easily|readily)$/;

// No mechanism without one of these.
const MECHANISM_GATE = /\b(?:binds?|attach|interacts?|acts?|inhibit|block|activat|stimulat|modulat|agonist|antagoni|upregulat|downregulat|suppress|cross|metaboli|broken|converted|eliminated|excreted|ligand|precursor|works?\s+by|functions?\s+by|release|production|reuptake|synthesis|secretion|uptake)/i;

export function treatmentCues(reading: Reading): Cue[] {
  const { tokens, phrases, sentence } = reading;
  const mechanical = MECHANISM_GATE.test(sentence.text);
  if (!mechanical && phrases.length === 0) return [];
  const terms = termsOf(sentence);
  const found: Cue[] = [];
  for (const { reason, confidence, from, to } of phrases) {
    if (reason === 'comparative') {
      if (comparesTreatments(tokens, terms, from, to)) found.push(cueOver(tokens, from, to, { reason, confidence }));
    } else if (reason === 'history') {
      if (terms.some(({ value }) => EXPOSURE_KINDS.has(value.kind)) || tokens.some(({ lower }) => TREATMENT.test(lower))) found.push(cueOver(tokens, from, to, { reason, confidence, atMost: 'hint' }));
    } else if (reason === 'established-knowledge') {
      const cue = cueOver(tokens, from, to, { reason, confidence });
      found.push({ ...cue, focus: { start: cue.start, end: cue.end } });
    }
  }
  const mechanism = mechanical ? mechanismOf(tokens, terms) : undefined;
  if (mechanism) found.push(mechanism);
  return found;
}

/** A comparison is about health where something that is taken or done stands on either side of it. */
function comparesTreatments(tokens: readonly Token[], terms: readonly PhraseMatch<Term>[], from: number, to: number): boolean {
  const known = (start: number, end: number): boolean =>
    terms.some((term) => EXPOSURE_KINDS.has(term.value.kind) && term.from >= start && term.to <= end) || tokens.slice(start, end).some(({ lower }) => TREATMENT.test(lower));
  return known(0, from) && (known(to, Math.min(tokens.length, to + 10)) || /^placebo/.test(tokens[to - 1]?.lower ?? ''));
}

/** The first verb group by which a remedy is said to act on the body. Physiology without a remedy is textbook knowledge. */
function mechanismOf(tokens: readonly Token[], terms: readonly PhraseMatch<Term>[]): Cue | undefined {
  for (let i = 1; i < tokens.length; i++) {
    if (!MECHANISM_HEADS.test(tokens[i]!.lower)) continue;
    const ahead = tokens.slice(i, i + 12).map(({ lower }) => lower).join(' ');
    const match = MECHANISM.exec(ahead);
    if (!match || !isAsserted(tokens, i) || !hasExposureSubject(tokens, terms, i)) continue;
    const words = match[0].trim().split(' ').length;
    // The squiggle stays on the verb: `binds to`, `is metabolised by`.
    const shown = Math.min(words, /^(?:\S+ ){0,2}(?:is|are)\b/.test(match[0]) ? words : leadWords(match[0]));
    const cue = cueOver(tokens, i, i + shown, { reason: 'mechanism', confidence: /\b(?:can|may)\b/.test(match[0]) ? 0.45 : 0.55 });
    return { ...cue, focus: { start: cue.start, end: tokens[i + words - 1]!.end } };
  }
  return undefined;
}

function leadWords(matched: string): number {
  const lead = /^(?:(?:also|directly|selectively|primarily|mainly|strongly|reversibly|competitively|irreversibly|partially|then|can|may|easily|readily) )*\S+(?: (?:to|with|on|upon|at|by|as))?/.exec(matched.trim());
  return lead ? lead[0].split(' ').length : 1;
}

/** Not under `whether`, `may`, `to`, `believed to` or a negation: what is asked, possible, intended or denied is no statement of a mechanism. */
function isAsserted(tokens: readonly Token[], verb: number): boolean {
  for (let i = verb - 1; i >= 0 && verb - i <= 12; i--) {
    const { lower } = tokens[i]!;
    if (/^(?:whether|if|how|why)$/.test(lower)) return false;
    if (/^[;:.]$/.test(lower)) break;
  }
  let before = verb - 1;
  while (before > 0 && /(?:ly|also)$/.test(tokens[before]!.lower)) before--;
  return !/^(?:may|might|could|would|will|should|to|not|never|cannot|doesn't|don't|didn't|and|or|help|helps|the|a|an|its|that's)$/.test(tokens[before]?.lower ?? '');
}

/** A remedy, or a word for one, stands before the verb in its clause and no other subject comes between. */
function hasExposureSubject(tokens: readonly Token[], terms: readonly PhraseMatch<Term>[], verb: number): boolean {
  let start = verb;
  while (start > 0 && verb - start < 14 && !/^(?:[;:]|but|whereas|while|because|although|whether|if)$/.test(tokens[start - 1]!.lower)) start--;
  const near = tokens.slice(Math.max(start, verb - 6), verb);
  if (terms.some((term) => EXPOSURE_KINDS.has(term.value.kind) && term.from >= start && term.to <= verb)) return !near.some(({ lower }) => /^(?:patients|people|doctors|researchers|users|who|we|they|you)$/.test(lower));
  return near.some(({ lower }, k) => DRUG_CLASS.test(lower) || (PRO_EXPOSURE.test(lower) && /^(?:the|these|this|those|its|active|certain|such|some)$/.test(near[k - 1]?.lower ?? near[k - 2]?.lower ?? '')));
}
