/** Flags advice to take, use or stop something that names no source and sends nobody to a professional. */
import type { Block, Sentence } from '../article/article.js';
import { byWords } from '../article/sentence-memory.js';
import type { Severity } from '../engine/finding.js';
import { defineRule, type FixSpec } from '../engine/rule.js';
import { createPhrases } from '../english/phrases.js';
import { lowerAt, type Token } from '../english/tokens.js';
import { exposurePhrases } from '../english/word-lists.js';
import { termAt } from '../lexicon/terms.js';
import { clauseAround, isCited, isMythFrame } from './frames.js';
import { oneOf, phraseIn } from './one-of.js';
import { exposureIn } from './subjects.js';
import { likeCase } from './rewording.js';
import { reportOn, wordingMatches } from './wording-matches.js';

interface Options {
  readonly imperatives: boolean;
}

const SEVERITY: Severity = 'information';
type Kind = 'advice' | 'stop' | 'practice';

// Where the reader is sent to somebody who knows them, or the advice is the label's, it is supported.
const REFERRAL = phraseIn(`
  doctors?; physicians?; pharmacists?; clinicians?; providers?; prescri\\w+; nurses?; midwi\\w+; dietitians?; specialists?; healthcare; health care;
  medical (?:advice|supervision|team|attention|help); emergency; 911; as directed; the label; package; leaflet; guidelines?; according to;
  side effects?; allergic; reaction; poison; surgery; stop bleeding
`);
const SHOULD = /^(?:should|must|ought|need|needs)$/;
const TAKE = /^(?:take|try|start|use|drink|add|supplement|cleanse|detox|eat|consume|swallow|begin|switch|give|buy|order)$/;
const CLEANSE = /^(?:cleanse|detox|detoxify)$/;
const EVERYONE = createPhrases<true>([
  'everyone', 'everybody', 'all adults', 'all women', 'all men', 'all children', 'every adult', 'every woman', 'every man',
  'people with diabetes', 'all people', 'every person',
].map((one) => [one, true]));
const CRUCIAL = /^(?:crucial|essential|important|vital|imperative|critical|necessary)$/;
const PRACTITIONERS = /^(?:doctors?|clinicians?|physicians?|providers?|practitioners?|professionals?|nurses?|therapists?|psychiatrists?)$/;
const OFFER = /^(?:consider|offer|recommend|prescribe|embrace|adopt|use|explore|integrate|incorporate|recognize|recognise)$/;
const WORTH = /^(?:potential|benefits?|use|role|value|power|advantages?)$/;
const MEDICATION = oneOf(`
  medications? medicines? meds antidepressants? antipsychotics? statins? insulin pills? tablets? treatments? chemotherapy chemo drugs?
  inhalers? painkillers? therapy prescriptions? thinners?
`);
const PURPOSE_VERB = oneOf(`
  relieve ease treat cure reduce lower prevent boost improve heal stop fight help calm soothe support beat combat manage get
`);
const TRY_VERB = /^(?:take|try|use|drink|add|start|supplement|swap|replace)$/;
const FOOD_STEP = /\b(?:cups?|tablespoons?|tbsp|teaspoons?|tsp|bowl|pan|oven|stir|whisk|simmer|bake|recipe|salad|soup|smoothie|minutes\s+until)\b/i;

export const rule = defineRule<Options>({
  meta: {
    id: 'unsupported-recommendation',
    summary: 'Advice to take, use or stop a treatment without a source or a professional',
    why: 'Advice goes further than a finding: the reader acts on it, often without anybody who knows their illness and their other medicines.',
    sources: [
      { title: 'Sumner P et al. The association between exaggeration in health related science news and academic press releases. BMJ 2014;349:g7015', url: 'https://doi.org/10.1136/bmj.g7015' },
      { title: 'Prasad V et al. Observational studies often make clinical practice recommendations. J Clin Epidemiol 2013;66:361-366', url: 'https://doi.org/10.1016/j.jclinepi.2012.11.005' },
    ],
    severity: SEVERITY,
    fixable: 'suggestion',
    zones: ['body', 'quote'],
    options: {
      imperatives: { type: 'boolean', description: 'Also flag imperatives: “Try valerian for insomnia”.', default: true },
    },
  },
  cues: { words: [
    'should', 'must', 'ought', 'need', 'needs', 'recommend', 'crucial', 'essential', 'important', 'vital', 'imperative', 'critical',
    'necessary', 'stop', 'quit', 'replace', 'swap', 'instead', 'take', 'try', 'use', 'drink', 'add', 'start', 'supplement', 'stopping',
    'ditch', 'throw',
  ] },
  *checkSentence(sentence, block, { options }) {
    if (sentence.question || isCited(sentence, block) || isMythFrame(sentence, block)) return;
    const adviceAt = (tokens: readonly Token[], i: number): Found | undefined =>
      stopAt(tokens, i, sentence) ?? insteadAt(tokens, i, sentence, block) ?? shouldAt(tokens, i, sentence, block)
      ?? weRecommendAt(tokens, i, sentence, block) ?? crucialAt(tokens, i, sentence, block)
      ?? (options.imperatives ? imperativeAt(tokens, i, sentence, block) : undefined);
    for (const match of wordingMatches(sentence, block, adviceAt)) {
      const { found, words } = match;
      yield {
        ...reportOn(match, found.kind === 'stop' ? 'warning' : SEVERITY, found.fixes, block),
        message: `“${words}” ${MESSAGE[found.kind]}`,
        data: { kind: found.kind },
      };
    }
  },
});

const MESSAGE: Readonly<Record<Kind, string>> = {
  advice: 'is advice without a source. Cite the guideline, or send the reader to somebody who knows their case.',
  stop: 'tells readers to change their treatment. Stopping a medicine can do harm: tell them to ask the person who prescribed it.',
  practice: 'is advice to clinicians that goes beyond the evidence given. Cite the guideline, or say what has been shown.',
};

interface Found {
  readonly from: number;
  readonly to: number;
  readonly kind: Kind;
  readonly fixes: readonly FixSpec[];
}

/** Whether the sentence sends the reader to somebody who knows; worked out once for each sentence. */
const refersOn = byWords(({ text }) => REFERRAL.test(text));

/** Whether the verb at `i` opens its sentence or its clause, as an imperative does. */
function opens(tokens: readonly Token[], i: number): boolean {
  for (let at = i - 1; at >= 0; at--) {
    const { kind, lower, text } = tokens[at]!;
    if (kind === 'punctuation') {
      if (text === ',' && at > 0) return false;
      if (/^[:;—!.]$/.test(text)) return true;
      continue;
    }
    if (/^(?:please|simply|just|instead|then|so|also|and)$/.test(lower) || kind === 'number') continue;
    return false;
  }
  return true;
}

/** `Stop taking your antidepressant`, `replace your medication with`, `ditch your statins`. */
function stopAt(tokens: readonly Token[], i: number, sentence: Sentence): Found | undefined {
  const word = lowerAt(tokens, i);
  if (refersOn(sentence)) return undefined;
  const told = opens(tokens, i)
    || (/^(?:can|may|should|could|must|to)$/.test(lowerAt(tokens, i - 1)) && /^(?:you|able|time|safe|people|patients|they)$/.test(lowerAt(tokens, i - 2)));
  if (!told) return undefined;
  let at = i + 1;
  if (/^(?:stop|quit)$/.test(word)) {
    if (/^(?:taking|using)$/.test(lowerAt(tokens, at))) at++;
  } else if (!/^(?:replace|ditch|swap|throw)$/.test(word)) return undefined;
  while (/^(?:out|away|all|of)$/.test(lowerAt(tokens, at))) at++;
  if (!/^(?:your|their)$/.test(lowerAt(tokens, at))) return undefined;
  for (let k = at + 1; k <= at + 4; k++) {
    if (tokens[k]?.kind !== 'word') break;
    const drug = termAt(tokens, k)?.value.kind === 'drug' ? termAt(tokens, k)!.to : undefined;
    if (
      drug !== undefined || MEDICATION.test(lowerAt(tokens, k))
    ) return { from: i, to: drug ?? k + 1, kind: 'stop', fixes: askFirst(tokens, i, opens(tokens, i)) };
  }
  return undefined;
}

/** `Stop taking …` -> `Ask your doctor before you stop taking …`. */
function askFirst(tokens: readonly Token[], i: number, imperative: boolean): FixSpec[] {
  if (!imperative || /\p{Lu}/u.test(tokens[i]!.text.slice(1)) || tokens.slice(i).some(({ lower }) => lower === 'before')) return [];
  const text = likeCase('ask your doctor before you ', tokens[i]!.text) + tokens[i]!.lower;
  return [{ title: `Change to “${text}”`, safety: 'suggestion', edits: [{ start: tokens[i]!.start, end: tokens[i]!.end, text }] }];
}

/** `Use kratom instead of`, `instead of your medication`. */
function insteadAt(tokens: readonly Token[], i: number, sentence: Sentence, block: Block): Found | undefined {
  if (!TRY_VERB.test(lowerAt(tokens, i)) || refersOn(sentence)) return undefined;
  const told = opens(tokens, i)
    || (SHOULD.test(lowerAt(tokens, i - 1)) || /^(?:can|could|may)$/.test(lowerAt(tokens, i - 1))) && lowerAt(tokens, i - 2) === 'you';
  if (!told) return undefined;
  for (let at = i + 1; at < i + 9 && at < tokens.length; at++) {
    if (/^[.;:]$/.test(tokens[at]!.text)) return undefined;
    if (lowerAt(tokens, at) !== 'instead' || lowerAt(tokens, at + 1) !== 'of') continue;
    const drug = [at + 2, at + 3, at + 4].some((k) => MEDICATION.test(lowerAt(tokens, k)) || termAt(tokens, k)?.value.kind === 'drug');
    return drug && exposureIn(tokens, i + 1, at, sentence, block) !== undefined ? { from: i, to: at + 2, kind: 'stop', fixes: [] } : undefined;
  }
  return undefined;
}

/** `You should take 500 mg of berberine`, `Everyone should take vitamin D`. */
function shouldAt(tokens: readonly Token[], i: number, sentence: Sentence, block: Block): Found | undefined {
  const everyone = EVERYONE.at(tokens, i);
  const you = lowerAt(tokens, i) === 'you';
  if (!you && !everyone || refersOn(sentence)) return undefined;
  let at = everyone?.to ?? i + 1;
  // `every woman over 40 should take`
  if (everyone) for (let k = at; k < at + 4; k++) if (SHOULD.test(lowerAt(tokens, k))) at = k;
  if (!SHOULD.test(lowerAt(tokens, at))) return undefined;
  at++;
  while (/^(?:to|also|always|definitely|really|all|be|regularly)$/.test(lowerAt(tokens, at))) at++;
  const verb = lowerAt(tokens, at);
  const taking = verb === 'taking' || verb === 'using';
  if (/^(?:avoid|skip|refuse)$/.test(verb)) return avoidsCare(tokens, i, at);
  if (!TAKE.test(verb) && !taking) return undefined;
  const start = clauseAround(tokens, i);
  if (tokens.slice(start.from, i).some(({ lower }) => /^(?:if|when|whether|before|how|what|why|until|unless)$/.test(lower))) return undefined;
  const end = clauseAround(tokens, at).to;
  const exposure = CLEANSE.test(verb) ? 'product' : intervention(tokens, at + 1, end, sentence, block);
  if (!exposure) return undefined;
  return { from: i, to: at + 1, kind: 'advice', fixes: you && /^(?:take|use)$/.test(verb) && at === i + 2 ? askWhether(tokens, i, at, end) : [] };
}

/** `You should avoid medication`: care as such, without a condition. */
function avoidsCare(tokens: readonly Token[], from: number, verb: number): Found | undefined {
  const to = /^(?:all|any|your|the|conventional|western|modern|prescription)$/.test(lowerAt(tokens, verb + 1)) ? verb + 2 : verb + 1;
  if (!/^(?:medicines?|medications?|vaccines?|vaccinations?|chemotherapy|doctors|surgery|antidepressants)$/.test(lowerAt(tokens, to))) return undefined;
  const ends = !tokens[to + 1] || /^[.!,;]$/.test(tokens[to + 1]!.text) || /^(?:and|altogether|completely|because)$/.test(lowerAt(tokens, to + 1));
  return ends ? { from, to: to + 1, kind: 'stop', fixes: [] } : undefined;
}

/** `You should take X every day.` -> `Ask your doctor whether X is right for you.` */
function askWhether(tokens: readonly Token[], from: number, verb: number, end: number): FixSpec[] {
  const object = termAt(tokens, verb + 1);
  if (!object || !tokens[end] && end !== tokens.length || end - object.to > 6) return [];
  const stop = tokens[end];
  if (stop && !/^[.!]$/.test(stop.text) || tokens.slice(object.to, end).some(({ lower }) => /^(?:and|or|with|,)$/.test(lower))) return [];
  const last = tokens[end - 1]!.text === '.' || tokens[end - 1]!.text === '!' ? end - 1 : end;
  const name = tokens.slice(object.from, object.to).map(({ text }) => text).join(' ');
  const text = likeCase(`ask your doctor whether ${name} is right for you`, tokens[from]!.text);
  return [{ title: `Change to “${text}”`, safety: 'suggestion', edits: [{ start: tokens[from]!.start, end: tokens[last - 1]!.end, text }] }];
}

/** A supplement, plant or product in the clause; of an approved drug its label says how to take it. */
function intervention(tokens: readonly Token[], from: number, to: number, sentence: Sentence, block: Block): string | undefined {
  const exposure = exposureIn(tokens, from, to, sentence, block);
  return exposure === 'supplement' || exposure === 'product' ? exposure : undefined;
}

/** `We recommend kratom for withdrawal`. */
function weRecommendAt(tokens: readonly Token[], i: number, sentence: Sentence, block: Block): Found | undefined {
  if (!/^(?:we|i)$/.test(lowerAt(tokens, i)) || refersOn(sentence)) return undefined;
  let at = i + 1;
  while (/^(?:strongly|highly|also|always|therefore|definitely|would|particularly)$/.test(lowerAt(tokens, at))) at++;
  if (lowerAt(tokens, at) === 'recommend' && lowerAt(tokens, at + 1) === 'that') return recommendThat(tokens, i, at + 2, sentence, block);
  if (
    lowerAt(tokens, at) !== 'recommend'
    || /^(?:that|against|further|reading|future|more|caution|avoiding|not|starting|speaking|talking)$/.test(lowerAt(tokens, at + 1))
  ) return undefined;
  const { to } = clauseAround(tokens, at);
  return intervention(tokens, at + 1, Math.min(to, at + 8), sentence, block) ? { from: i, to: at + 1, kind: 'advice', fixes: [] } : undefined;
}

/** `We recommend that you take 400 mg of magnesium`, `… that everyone take it`. */
function recommendThat(tokens: readonly Token[], from: number, at: number, sentence: Sentence, block: Block): Found | undefined {
  const verb = EVERYONE.at(tokens, at)?.to ?? (/^(?:you|adults|readers|people|women|men|they)$/.test(lowerAt(tokens, at)) ? at + 1 : -1);
  if (verb < 0 || !TAKE.test(lowerAt(tokens, verb))) return undefined;
  const { to } = clauseAround(tokens, verb);
  return hasDose(tokens, verb) || intervention(tokens, verb + 1, to, sentence, block) ? { from, to: verb + 1, kind: 'advice', fixes: [] } : undefined;
}

/** `It is crucial for healthcare providers to consider the therapeutic potential of kratom`. */
function crucialAt(tokens: readonly Token[], i: number, sentence: Sentence, block: Block): Found | undefined {
  const first = lowerAt(tokens, i);
  let at = first === "it's" ? i + 1 : first === 'it' && lowerAt(tokens, i + 1) === 'is' ? i + 2 : -1;
  if (at < 0 || !CRUCIAL.test(lowerAt(tokens, at)) || lowerAt(tokens, at + 1) !== 'for') return undefined;
  at += 2;
  let practitioner = -1;
  for (let k = at; k < at + 4; k++) if (PRACTITIONERS.test(lowerAt(tokens, k))) practitioner = k;
  if (practitioner < 0) return undefined;
  let to = practitioner + 1;
  while (to < practitioner + 5 && lowerAt(tokens, to) !== 'to') to++;
  if (lowerAt(tokens, to) !== 'to' || !OFFER.test(lowerAt(tokens, to + 1))) return undefined;
  const rest = tokens.slice(to + 2, to + 7);
  const worth = rest.some(({ lower }) => WORTH.test(lower)) || termAt(tokens, to + 2) !== undefined;
  if (
    !worth || rest.some(({ lower }) => /^(?:risks?|harms?|safety|interactions|caution)$/.test(lower))
    || exposureIn(tokens, to + 2, tokens.length, sentence, block) === undefined
  ) return undefined;
  return { from: i, to: to + 2, kind: 'practice', fixes: [] };
}

/** An amount right behind the verb at `from`: `take 500 mg`, `take two capsules`. */
function hasDose(tokens: readonly Token[], from: number): boolean {
  return tokens.slice(from + 1, from + 5).some(({ kind, lower }, i, rest) => {
    if (/^\d+(?:mg|g|mcg|iu)$/.test(lower)) return true;
    const counts = kind === 'number' || /^(?:one|two|three|four|five|six)$/.test(lower);
    return counts && /^(?:mg|g|mcg|µg|iu|grams?|milligrams?|capsules?|drops?)$/.test(rest[i + 1]?.lower ?? '');
  });
}

/** `Take 500 mg of … every day`: a dose and how often. */
function dosed(tokens: readonly Token[], from: number, to: number): boolean {
  const dose = hasDose(tokens, from);
  const often = tokens.slice(from, to).some(({ lower }, i, rest) => {
    if (lower === 'daily') return true;
    return /^(?:every|a|each|per)$/.test(lower) && /^(?:day|morning|night|evening)$/.test(rest[i + 1]?.lower ?? '');
  });
  return dose && often;
}

/** `Try ashwagandha for panic attacks`, `Take valerian to calm your nerves`: an imperative, a remedy and what it is for. */
function imperativeAt(tokens: readonly Token[], i: number, sentence: Sentence, block: Block): Found | undefined {
  if (
    !/^(?:take|try|use|drink|add|start|supplement)$/.test(lowerAt(tokens, i)) || !opens(tokens, i) || refersOn(sentence)
    || FOOD_STEP.test(sentence.text)
  ) return undefined;
  const { to } = clauseAround(tokens, i);
  if (tokens.slice(i, to).some(({ lower }) => lower === 'diet' || lower === 'meals')) return undefined;
  let remedy = -1;
  for (let at = i + 1; at < Math.min(to, i + 7); at++) {
    const term = termAt(tokens, at);
    if (term && (term.value.kind === 'plant' || term.value.kind === 'supplement')) {
      remedy = term.to;
      break;
    }
    if (/^(?:for|to|if|when|in|on|with|at)$/.test(lowerAt(tokens, at)) && lowerAt(tokens, i) !== 'supplement') return undefined;
  }
  if (remedy < 0) return undefined;
  if (lowerAt(tokens, i) === 'try' && REMEDY_FORM.test(lowerAt(tokens, remedy)) && !isFood(tokens, remedy)) return { from: i, to: i + 1, kind: 'advice', fixes: [] };
  if (dosed(tokens, i, to)) return { from: i, to: i + 1, kind: 'advice', fixes: [] };
  for (let at = remedy; at < to; at++) {
    const word = lowerAt(tokens, at);
    if (word === 'to' && PURPOSE_VERB.test(lowerAt(tokens, at + 1))) return { from: i, to: i + 1, kind: 'advice', fixes: [] };
    if (word !== 'for' && word !== 'against') continue;
    for (let k = at + 1; k < Math.min(to, at + 5); k++) if (isComplaint(tokens, k)) return { from: i, to: i + 1, kind: 'advice', fixes: [] };
  }
  // Alone it is flagged where it stands for a treatment.
  return exposureIn(tokens, remedy, to, sentence, block) === 'drug'
    && tokens.slice(remedy, to).some(({ lower }) => lower === 'instead') ? { from: i, to: i + 1, kind: 'advice', fixes: [] } : undefined;
}

/** What a remedy, other than a food, is taken as: `Try a valerian tea`. */
const REMEDY_FORM = /^(?:teas?|infusions?|decoctions?|tinctures?|drops|capsules?|tablets?|supplements?|extracts?|gumm(?:y|ies)|powders?|pills?)$/;

/** Whether the words just before `end` are also a food: `Try a green tea`, `try ginger tea`. */
function isFood(tokens: readonly Token[], end: number): boolean {
  for (let at = Math.max(0, end - 3); at < end; at++) if (exposurePhrases().at(tokens, at)?.value.includes('food')) return true;
  return false;
}

/** What people take something for. */
function isComplaint(tokens: readonly Token[], i: number): boolean {
  if (termAt(tokens, i)?.value.kind === 'condition') return true;
  return /^(?:sleep|energy|anxiety|pain|stress|relief|withdrawal|immunity|mood|nausea)$/.test(lowerAt(tokens, i));
}
