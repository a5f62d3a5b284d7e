/** Verbs that promise a cure, and what an editor would put in their place. */
import type { Block, Sentence } from '../article/article.js';
import type { Edit } from '../engine/finding.js';
import type { Claim } from '../english/claims.js';
import { readingOf } from '../english/clauses.js';
import type { Word } from '../english/words.js';
import { adverbsBefore } from './adverbs.js';
import { quotationOf } from './frames.js';
import { claimSpan, followingEdits } from './hedge-fix.js';

/** The base form that follows `may`; `lower` for what is measured is chosen by the outcome. */
const SOFTER: Readonly<Record<string, string>> = {
  cure: 'help relieve',
  heal: 'help relieve',
  reverse: 'improve',
  eliminate: 'reduce',
  eradicate: 'reduce',
  abolish: 'reduce',
  banish: 'reduce',
  vanquish: 'reduce',
  obliterate: 'reduce',
  annihilate: 'reduce',
  erase: 'reduce',
  'wipe out': 'reduce',
  conquer: 'help manage',
  defeat: 'help manage',
  beat: 'help manage',
  overcome: 'help manage',
  'get rid of': 'help manage',
  'melt away': 'reduce',
  kill: 'affect',
  destroy: 'affect',
  end: 'reduce',
  stop: 'reduce',
  undo: 'improve',
  fix: 'improve',
};
/** What is less rather than better where it is turned back: `reverse memory loss`, `reverse neuroinflammation`. */
const PROCESS = /(?:loss|damage|inflammation|resistance|decline|impairment|dysfunction|wrinkles|scarring|fibrosis|plaque|buildup|signs?|symptoms?)$/;
/** What can itself be relieved; of a disease, its symptoms are. */
const SYMPTOM = /(?:pain|aches?|sores?|nausea|fatigue|anxiety|stress|insomnia|cravings?|withdrawal|symptoms?|inflammation|bloating|cramps|cough|itching|swelling|soreness|stiffness|depression|migraines?|jet lag|hangovers?|colds?|reflux|heartburn|constipation|diarrhoea|diarrhea|rash|hives|hot flashes|hot flushes)$/;
/** Emergencies, for which no softer promise may stand in the text: it would still send readers to the wrong remedy. */
const ACUTE = /\b(?:overdos\w*|poisoning|intoxication|toxicity|envenomation|bites?|stings?|anaphyla\w+|strokes?|cardiac arrest|heart attacks?|shock|sepsis|coma|respiratory depression|hypogly[a-z]+|choking|bleeding|haemorrhage|hemorrhage|suicid\w+|sedation|paralysis|arrhythmias?)\b/;
/** Antidotes and emergency measures that are also sold as supplements or are none of the drugs. */
const ANTIDOTES = new Set(['vitamin k', 'vitamin k1', 'phytonadione', 'acetylcysteine', 'n-acetylcysteine', 'n-acetyl cysteine', 'nac', 'thiamine', 'vitamin b1', 'glucose', 'dextrose', 'oxygen', 'activated charcoal', 'charcoal', 'cpr']);
/** Diseases of which relief is no lesser claim. */
const GRAVE = /\b(?:cancers?|tumou?rs?|leuk[a]?emia|lymphoma|melanoma|carcinoma|hiv|aids|tuberculosis|malaria|sepsis|dementia|alzheimer\S*|autism|covid-19)\b/;
const MEASURED = /\b(?:blood pressure|cholesterol|blood sugar|glucose|triglycerides|hypertension)$/;

/** `may reduce`, `may affect` …: the wording for an absolute verb; undefined for verbs that need none and for outcomes that no softer verb suits. */
export function softerWording(sentence: Sentence, claim: Claim, hedge = 'may'): string | undefined {
  const { lemma } = claim.relation;
  const base = SOFTER[lemma];
  const object = outcomeText(sentence, claim);
  if (!base || ACUTE.test(object) || /\bheart failure\b|\beffects?\b/.test(object)) return undefined;
  const grave = GRAVE.test(object) || claim.outcome.condition?.group === 'oncology';
  if (grave && base !== 'affect') return base === 'reduce' && /\b(?:cells?|tumou?rs?)$/.test(object) ? `${hedge} affect` : undefined;
  if (base === 'help relieve' && !SYMPTOM.test(object) && claim.outcome.condition?.group !== 'skin and hair') return `${hedge} help relieve symptoms of`;
  if (/^(?:aging|ageing)$/.test(claim.outcome.name)) return `${hedge} slow`;
  if (base === 'improve' && PROCESS.test(claim.outcome.name)) return `${hedge} reduce`;
  const lowers = base === 'reduce' && MEASURED.test(claim.outcome.name) && lemma === 'eliminate';
  return `${hedge} ${lowers ? 'lower' : base}`;
}

/** The words of the outcome, lower case. */
export function outcomeText(sentence: Sentence, { outcome }: Claim): string {
  return outcome.range ? readingOf(sentence).words.slice(outcome.range.from, outcome.range.to).map(({ lower }) => lower).join(' ') : '';
}

/** `Naloxone reverses opioid overdose`: what a drug or antidote does within minutes is no cure of a disease, and readers must be able to rely on it. */
export function isAntidote(sentence: Sentence, claim: Claim): boolean {
  const { kind, name } = claim.exposure;
  return (kind === 'drug' || kind === 'vaccine' || ANTIDOTES.has(name)) && ACUTE.test(outcomeText(sentence, claim));
}

/** Replaces the whole verb group by `text`; undefined in a quotation, a passive, a contraction or behind a modal that must stay. */
export function groupEdits(sentence: Sentence, block: Block, claim: Claim, text: string): Edit[] | undefined {
  const reading = readingOf(sentence);
  const verb = reading.verbs[claim.relation.verb];
  if (!verb || claim.relation.kind !== 'verb' || quotationOf(claimSpan(sentence, claim), block) === 'quoted') return undefined;
  const first: Word = reading.words[claim.relation.range.from]!;
  if (first.clitic || (first.class === 'modal' && !/^(?:can|will)$/.test(first.lemma))) return undefined;
  const { start, end } = claimSpan(sentence, claim);
  const before = adverbsBefore(reading.words, claim.relation.range.from);
  if (before.joined) return undefined;
  // `permanently cures` → `may help relieve`: no adverb of the promise is left before the hedge.
  const adverb = before.indices[0];
  const edit = { start: adverb === undefined ? start : reading.words[adverb]!.token.start, end, text };
  return /^(?:may|might|could)\b/.test(text) ? [edit, ...followingEdits(reading, claim.relation.verb, false)] : [edit];
}
