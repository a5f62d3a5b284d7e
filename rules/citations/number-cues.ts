/** Cues that are numbers: figures about people and effects (`statistic`) and amounts of a remedy (`dosage`). */
import type { Span } from '../article/article.js';
import type { Severity } from '../engine/finding.js';
import { termsOf } from '../lexicon/terms.js';
import type { Cue, Reading } from './cue.js';

const NUMBER = '(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?';
const RANGE = `${NUMBER}(?:\\s?(?:–|—|-|to|and|or)\\s?${NUMBER})?`;
const SMALL = '(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|a\\s+hundred|one\\s+hundred|a\\s+thousand|\\d[\\d,]{0,11})';
const POPULATION = '(?:people|persons|adults|patients|women|men|children|kids|teens|teenagers|adolescents|infants|babies|newborns|Americans|Britons|Europeans|Australians|Canadians|residents|users|participants|individuals|cases|deaths|overdoses|births|pregnancies|hospitali[sz]ations|admissions|visits|visitors|survivors|smokers|drinkers|athletes|students|veterans|workers|nurses|doctors|physicians|clinicians|households|families|lives|sufferers|suicides|infections|diagnoses|injuries|emergency|worldwide|globally|population|volunteers|subjects|respondents|donors|parents|mothers|females|males|girls|boys|elderly|seniors|citizens|couples)';

// What a figure may say of health; a percentage without any of this is a discount, a battery or a cocoa content.
const HEALTH = new RegExp(
  `\\b(?:${POPULATION}|risks?|rates?|mortality|survival|surviv(?:e|ed|ing)|prevalence|incidence|symptoms?|disease|disorders?|levels?|pain|sleep|blood|body|weight|doses?|treatment|therapy|medications?|drugs?|health|diagnos(?:ed|is)|effective(?:ness)?|efficacy|accura(?:te|cy)|sensitivity|specificity|placebo|trials?|stud(?:y|ies)|relapse|recovery|remission|improvement|reduction|complications?|infections?|cancers?|tumou?rs?|cells?|immunity|vaccin\\w+|absor(?:bed|ption)|bioavailability|energy|calories|deficien(?:t|cy)|muscle|bone|brain|heart|skin|hormones?|nutrition(?:al)?|withdrawal|abuse|misuse|addiction|smoking|alcohol|obesity|obese|overweight|antibod(?:y|ies)|enzymes?|proteins?|concentrations?|plasma|serum|genes?|heritab\\w+|inherit\\w*|genetic)\\b`,
  'i',
);

interface Pattern {
  readonly pattern: RegExp;
  readonly confidence: number;
  /** True where the sentence must be about health otherwise. */
  readonly health?: boolean;
  readonly atMost?: Severity;
}

const STATISTICS: readonly Pattern[] = [
  // 45%, 10–20 per cent; not a strength (5% cream), a discount or an idiom
  {
    pattern: new RegExp(`(?:(?:about|around|nearly|almost|over|under|roughly|approximately|more\\s+than|less\\s+than|fewer\\s+than|at\\s+least|up\\s+to|an\\s+estimated)\\s+)?(?<![\\w.])${RANGE}\\s?(?:%|percent\\b|per\\s+cent\\b|percentage\\s+points?\\b)(?!-|\\s?(?:off|discount|cotton|linen|wool|polyester|recycled|natural|organic|pure|certain|sure|sodium|saline|alcohol|ethanol|isopropyl|hydrogen|dark|cocoa|cacao|juice|fat-free|solution|cream|gel|ointment|lotion|strength|concentration\\s+of|(?:ci\\b|confidence|credible)|dextrose|glucose|bleach|vinegar|mitragynine|extract|w\\/w|abv|proof|battery|of\\s+(?:your|the\\s+time|maximum|max\\b|my|vo2)))`, 'gi'),
    confidence: 0.85,
    health: true,
  },
  { pattern: new RegExp(`\\b${SMALL}\\s+(?:in|out\\s+of)\\s+(?:every\\s+)?${SMALL}\\b(?!\\s?(?:%|years?|months?|weeks?|days?|hours?|minutes?|mins?|cups?|mg|ml|g\\b|steps?|ways?))`, 'gi'), confidence: 0.85, health: true },
  { pattern: new RegExp(`\\b(?:${NUMBER}|two|three|four|five|six|seven|eight|nine|ten)(?:\\.\\d+)?\\s?(?:times|fold|-fold)\\s+(?:as\\s+(?:likely|high|many|much|great|common|effective)|more|less|higher|lower|greater|increase|increased|reduction|risk|the\\s+risk|likelier|fewer)\\b`, 'gi'), confidence: 0.85 },
  { pattern: new RegExp(`\\b(?:${NUMBER}|two|three|four|five|ten|several|many)-?fold\\b(?!\\s*:)`, 'gi'), confidence: 0.75, health: true },
  { pattern: /\b(?:twice|half)\s+as\s+(?:likely|high|many|much|common|often|great|effective)\b/gi, confidence: 0.8, health: true },
  { pattern: /\b(?:doubl|tripl|quadrupl|halv)(?:es|ed|e|ing)\s+(?:the|their|your|a\s+person['’]s|one['’]s|its|his|her)\s+(?:\w+\s+)?(?:risk|chances?|odds|likelihood|rate|incidence|prevalence|mortality)\b/gi, confidence: 0.85 },
  { pattern: new RegExp(`\\b(?:${NUMBER}|one|two|three|four|five|ten|several|a|hundreds\\s+of|tens\\s+of|dozens\\s+of)\\s?(?:-\\s?\\d+(?:\\.\\d+)?\\s?)?(?:million|billion|thousand|thousands|hundred|hundreds\\s+of\\s+thousands|millions)\\s+(?:of\\s+)?(?:\\w+\\s+){0,2}?${POPULATION}\\b`, 'gi'), confidence: 0.85 },
  { pattern: new RegExp(`\\b(?:millions|hundreds\\s+of\\s+thousands|tens\\s+of\\s+thousands|thousands)\\s+of\\s+(?:\\w+\\s+)?${POPULATION}\\b`, 'gi'), confidence: 0.6 },
  { pattern: new RegExp(`(?<![\\d.,])(?:\\d{1,3}(?:,\\d{3})+|\\d{4,})\\s+(?:\\w+\\s+){0,2}?${POPULATION}\\b`, 'gi'), confidence: 0.75 },
  { pattern: /(?<![\d.,-])\d{1,3}\s+(?:\w+\s+){0,2}?(?:deaths|fatalities|overdoses|suicides|fatal\s+cases|cases\s+of)\b/gi, confidence: 0.8 },
  { pattern: new RegExp(`\\b(?:per|in|every)\\s+(?:10,000|100,000|1,000|1000|10000|100000|million)\\b`, 'gi'), confidence: 0.8, health: true },
  { pattern: /\b(?:(?:more\s+than|over|about|nearly|almost|roughly|around|up\s+to)\s+)?(?:half|a\s+third|one[\s-]third|two[\s-]thirds|a\s+quarter|one[\s-]quarter|three[\s-]quarters|a\s+fifth|one[\s-]fifth|a\s+tenth|one[\s-]tenth|the\s+majority|a\s+majority|a\s+minority)\s+of\s+(?:all\s+|the\s+|these\s+|those\s+|such\s+|US\s+|U\.S\.\s+|\w+\s+){0,2}?(?:people|adults|patients|women|men|children|teens|teenagers|adolescents|Americans|users|participants|individuals|cases|deaths|births|pregnancies|population|smokers|infants|students|them|persons|couples|females|males|veterans|world)\b/gi, confidence: 0.75 },
  { pattern: /\b(?:rates?|cases|deaths|prevalence|incidence|numbers?|diagnos[ei]s|admissions|prescriptions|use)\b(?:\s+[\w-]+){0,5}?\s+(?:(?:has|have)\s+)?(?:more\s+than\s+|nearly\s+|almost\s+)?(?:doubled|tripled|quadrupled|halved)\b/gi, confidence: 0.75, health: true },
  { pattern: /\b(?:the\s+|a\s+|one\s+of\s+the\s+)?(?:(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:nd|rd|th)|number\s+one|top)\s+)?(?:leading|most\s+common|biggest|main)\s+causes?\s+of\s+(?:death|disability|blindness|illness|mortality|hospitali[sz]ation|disease|cancer\s+deaths?)\b/gi, confidence: 0.65, atMost: 'information' },
  { pattern: /\b(?:more\s+than|less\s+than|over|about|nearly|almost|around)\s+(?:half|a\s+third|a\s+quarter|two[\s-]thirds|three[\s-]quarters)\s+of\s+all\s+\w+/gi, confidence: 0.7, health: true },
  { pattern: /\b(?:a?OR|a?HR|RR|IRR|SMD|NNT|NNH|ARR|RRR|I2|I²|Cohen['’]s\s+d)\s*(?:=|:|of|was|\()\s*(?:of\s*)?[-−]?(?:\d[\d,]{0,11}(?:\.\d+)?|\.\d+)(?:\s?%)?/g, confidence: 0.8 },
  { pattern: /\b(?:odds|hazard|risk|rate)\s+ratios?\b|\brelative\s+risks?\s+(?:of\s+\d+(?:\.\d+)?|reduction|increase)|\bnumbers?\s+needed\s+to\s+(?:treat|harm)\b|\b9[059]\s?%\s+(?:CI\b|confidence\s+interval|credible\s+interval)/gi, confidence: 0.75 },
  { pattern: /(?<!\w)p\s?[<=>≤]\s?0?\.\d+/gi, confidence: 0.75 },
  { pattern: new RegExp(`\\b(?:prevalence|incidence|mortality|death\\s+rate|rates?|life\\s+expectancy|lifetime\\s+risk|average|median|mean)\\b(?:\\s+\\w+){0,6}?\\s+(?:of|is|was|at|to|about|around|from|between|approximately|are|were)\\s+(?:about\\s+|around\\s+|approximately\\s+|roughly\\s+|nearly\\s+)?${RANGE}(?:\\s?(?:%|percent\\b))?`, 'gi'), confidence: 0.75, health: true },
  { pattern: new RegExp(`\\bby\\s+(?:about\\s+|around\\s+|approximately\\s+|roughly\\s+|nearly\\s+|up\\s+to\\s+|at\\s+least\\s+|an\\s+average\\s+of\\s+|as\\s+much\\s+as\\s+)?${RANGE}\\s?(?:mm\\s?Hg|mmHg|mg/d[lL]|mmol/[lL]|kg|kilograms?|pounds?|lbs?|points?|beats|bpm|minutes|hours|years|months)\\b`, 'gi'), confidence: 0.7, health: true },
];

const UNIT = '(?:mg|milligrams?|mcg|µg|μg|micrograms?|grams?|g|ml|mL|millilit(?:er|re)s?|IU|international\\s+units|units|drops|capsules?|tablets?|pills?|teaspoons?|tablespoons?|puffs?)(?:/(?:kg|day|d|lb))?';
const FREQUENCY = '(?:(?:once|twice|three\\s+times|four\\s+times|\\d\\s+times|\\d[–-]\\d\\s+times)\\s+(?:a\\s+|per\\s+|each\\s+|every\\s+)?(?:day|daily|week|weekly)|daily|per\\s+day|a\\s+day|each\\s+day|every\\s+day|per\\s+dose|at\\s+bedtime|nightly|every\\s+(?:\\d+(?:\\s?(?:[–-]|to)\\s?\\d+)?|four|six|eight|twelve)\\s+hours|once\\s+daily|twice\\s+daily|/\\s?day|b\\.?i\\.?d\\b|per\\s+kilogram|per\\s+kg)';

const DOSAGES: readonly Pattern[] = [
  { pattern: new RegExp(`(?<![\\w.])${RANGE}\\s?${UNIT}\\b(?:\\s+(?:of\\s+)?(?:[\\w-]+\\s+){0,3}?|\\s?)${FREQUENCY}`, 'gi'), confidence: 0.75 },
  { pattern: new RegExp(`\\b(?:recommended|maximum|max|usual|typical|effective|starting|lethal|safe|standard|common|therapeutic|initial|minimum|optimal|loading|maintenance|daily|average|toxic)\\s+(?:\\w+\\s+)?(?:dose|dosage|intake|amount|limit|dosing)s?\\b(?:\\s+[\\w-]+){0,8}?\\s+${RANGE}\\s?(?:${UNIT})\\b`, 'gi'), confidence: 0.8 },
  { pattern: new RegExp(`\\b(?:doses?|dosages?)\\s+(?:of|from|between|range[sd]?\\s+(?:from|between)|as\\s+(?:low|high)\\s+as|up\\s+to|above|below|over|under|exceeding|is|are|was)\\s+(?:about\\s+|around\\s+)?${RANGE}\\s?(?:${UNIT})\\b`, 'gi'), confidence: 0.75 },
  // advice on how much to take: `start with 2 g`, `adults usually take 0.5–5 mg`
  { pattern: new RegExp(`\\b(?:takes?|taking|swallow|ingest|(?:start|begin)s?\\s+(?:with|at|on|low,?\\s+(?:with|at))|(?:increase|raise)\\s+(?:\\w+\\s+){0,2}?(?:by|to)|work\\s+(?:your\\s+way\\s+)?up\\s+to)\\s+(?:about\\s+|around\\s+|roughly\\s+|only\\s+|just\\s+|up\\s+to\\s+|between\\s+|from\\s+|at\\s+least\\s+|another\\s+)?${RANGE}\\s?(?:mg|milligrams?|mcg|µg|μg|micrograms?|grams?|g|IU)\\b`, 'gi'), confidence: 0.7 },
  { pattern: new RegExp(`\\bhalf-li(?:fe|ves)\\b(?:\\s+[\\w-]+){0,7}?\\s+(?:about\\s+|around\\s+)?${RANGE}\\s?(?:minutes|hours?|hrs?|h|days?|weeks?)\\b`, 'gi'), confidence: 0.75 },
  { pattern: new RegExp(`\\b(?:effects?|onset|duration|peak(?:s|ed)?|levels?|it|they)\\b(?:\\s+[\\w-]+){0,5}?\\s+(?:lasts?|begins?|starts?|appears?|peaks?|kicks?\\s+in|wears?\\s+off|occurs?|within|after|is|of)\\s+(?:\\w+\\s+){0,2}?${RANGE}\\s?(?:minutes|mins|hours?|hrs)\\b`, 'gi'), confidence: 0.6, health: true },
];

// A recipe or an instruction for the kitchen, the gym or the device.
const RECIPE = /\b(?:steep|simmer|boil|stir|whisk|blend|bake|preheat|chop|drain|pour|sprinkle|garnish|cups?\s+of|oven|kettle|saucepan|teapot|blender|ingredients|serves|recipe|servings?)\b|\b(?:add|mix)\b[^.]{0,60}\b(?:milk|water|juice|smoothie|yog(?:h)?urt|broth)\b/i;
const INSTRUCTION = /^\W*(?:keep|add|mix|heat|set|aim|hold|rest|walk|run|jog|lift|repeat|place|fill|cut|dilute|store|wash|rinse|apply|wait|cook|use|measure|charge|press|work)\s/i;
// How a study is or will be done, not what came out of it.
const PLAN = /\b(?:sample\s+size|power\s+calculation|(?:is|are|were)\s+presented\s+as|will\s+be\s+(?:performed|calculated|compared|analy[sz]ed|recruited|randomi[sz]ed|conducted|assessed)|response\s+rate|agree\s+(?:to|and)\s+(?:take\s+part|enrol|participate)|inclusion\s+criteria|primary\s+(?:end\s?point|outcome))\b/i;
// What the people of a study got is no advice: `patients who took 30 mg a day`.
const GIVEN = /\b(?:patients|participants|people|those|adults|men|women|children|volunteers|subjects|groups?|arms?|smokers|drinkers|users|mice|rats|animals|infants|teenagers|adolescents|veterans|students|athletes|they)\b(?:\s+(?:who|that|had|have|were|was|been|being|either|also|randomly|then|each|all|in|the|this|other|same|study|treatment|active|placebo|control)){0,5}\s+(?:took|taken|received|receiving|got|given|swallowed|assigned|allocated|randomi[sz]ed|administered|treated|supplemented|dosed|drank|ate)\b[^.;]{0,80}$/i;
const MONEY = /[$€£]\s?\d|\b(?:price|costs?|discount|sale|refund|shipping|invoice|salary|budget|copay|coverage|insurance|paid|disability\s+rating|rated\s+at)\b/i;
const YEAR = /^(?:19|20)\d\d$/;

// The sentence goes on about a study that was introduced before: its groups, its participants.
const PASSAGE = /\b(?:(?:the|this|these|both|each|either|other)\s+(?:\w+\s+){0,2}(?:arms?|groups?|cohorts?|trials?|stud(?:y|ies)|participants|respondents|subjects)|they\s+(?:found|followed|reported|observed))\b/i;
const PASSAGE_DISCOUNT = 0.25;

export function numberCues(reading: Reading): Cue[] {
  const { sentence } = reading;
  const { text } = sentence;
  if (!/\d|\b(?:one|two|three|half|third|quarter|twice|fold|million|thousand|doubl|tripl|halv|quadrupl|majority|minority|hundreds|dozens|causes?\s+of|risk\s+ratio|odds|hazard|number\s+needed|numbers\s+needed)/i.test(text)) return [];
  if (fragmentWithoutClause(reading)) return [];
  const health = HEALTH.test(text) || termsOf(sentence).length > 0;
  const kitchen = RECIPE.test(text);
  const instruction = INSTRUCTION.test(text);
  const found: Cue[] = [];
  const collect = (patterns: readonly Pattern[], reason: 'statistic' | 'dosage'): void => {
    for (const { pattern, confidence, health: needsHealth, atMost } of patterns) {
      // Most patterns are not there; `search` finds that out without the copy of the pattern that `matchAll` makes.
      if ((needsHealth && !health) || text.search(pattern) < 0) continue;
      for (const match of text.matchAll(pattern)) {
        if (reason === 'statistic' && (isNoStatistic(match[0], text) || isStrength(match, reading))) continue;
        if (reason === 'dosage' && GIVEN.test(text.slice(Math.max(0, match.index - 160), match.index + match[0].length))) continue;
        found.push({ reason, confidence, ...(atMost ? { atMost } : {}), ...(reason === 'dosage' ? amountIn(match, text, sentence.start) : trimmed(match, sentence.start)) });
      }
    }
  };
  if (!kitchen && !instruction && !PLAN.test(text)) collect(STATISTICS, 'statistic');
  if (!kitchen) collect(DOSAGES, 'dosage');
  return PASSAGE.test(text) ? found.map((cue) => ({ ...cue, confidence: cue.confidence - PASSAGE_DISCOUNT, atMost: 'information' as const })) : found;
}

const AMOUNT = new RegExp(`(?<![\\w.])${RANGE}\\s?${UNIT}\\b(?:\\s+(?:of\\s+)?(?:[\\w-]+\\s+){0,3}?${FREQUENCY}|\\s?${FREQUENCY})?`, 'gi');

/** The amount itself, with how often it is taken, is what the squiggle marks: `300 mg twice daily`. */
function amountIn(match: RegExpExecArray, text: string, base: number): Span {
  const end = match.index + match[0].length;
  for (const amount of text.matchAll(AMOUNT)) {
    if (amount.index >= match.index && amount.index < end) return trimmed(amount, base);
  }
  return trimmed(match, base);
}

function trimmed(match: RegExpExecArray, base: number): Span {
  const start = base + match.index;
  return { start, end: start + match[0].trimEnd().length };
}

/** `2 in 1`, `one in 2019`, prices and the idiom of a hundred percent. */
function isNoStatistic(matched: string, text: string): boolean {
  if (/^100\s?(?:%|percent)$/i.test(matched.trim())) return true;
  const ratio = /^(\S+)\s+(?:in|out\s+of)\s+(?:every\s+)?(\S+)$/i.exec(matched);
  if (ratio) {
    if (YEAR.test(ratio[2]!)) return true;
    const [a, b] = [amount(ratio[1]!), amount(ratio[2]!)];
    if (a !== undefined && b !== undefined && a >= b) return true;
    if (/^\d+$/.test(ratio[1]!) && a !== undefined && a > 100 && /\sin\s/i.test(matched)) return true;
  }
  const leading = /^\d[\d,]*/.exec(matched.trim());
  if (leading && YEAR.test(leading[0]) && !/[%]/.test(matched)) return true;
  return MONEY.test(text) && /%|percent/i.test(matched) && !/\b(?:patients|risk|mortality|symptoms)\b/i.test(text);
}

/** `1% hydrocortisone`: how strong a product is. */
function isStrength(match: RegExpExecArray, { sentence, tokens }: Reading): boolean {
  if (!/%$|percent$/i.test(match[0])) return false;
  const behind = sentence.start + match.index + match[0].length;
  const next = tokens.findIndex(({ start }) => start >= behind);
  return next !== -1 && termsOf(sentence).some(({ from, value }) => from === next && value.kind !== 'condition');
}

const WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

function amount(word: string): number | undefined {
  const index = WORDS.indexOf(word.toLowerCase());
  if (index !== -1) return index;
  const value = Number(word.replace(/,/g, ''));
  return Number.isFinite(value) ? value : undefined;
}

/** A table cell or list item that only names a value makes no statement of its own. */
function fragmentWithoutClause({ sentence, block, tokens }: Reading): boolean {
  if (block.kind !== 'table-cell' && block.kind !== 'list-item') return false;
  if (/[.!]["'”’)]*\s*$/.test(sentence.text)) return false;
  const words = tokens.filter(({ kind }) => kind === 'word').length;
  return words < (block.kind === 'table-cell' ? 8 : 5);
}
