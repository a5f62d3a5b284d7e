/**
 * Sentences that state a particular finding or fact without saying where it is from: associations, burdens, comparisons,
 * common practice. No single word tells; several general features of the sentence are weighed together.
 */
import { once } from '../lexicon/once.js';
import { termsOf } from '../lexicon/terms.js';
import type { Cue, Reading } from './cue.js';
import { RECORD } from './research-cues.js';

interface Feature {
  readonly name: string;
  readonly weight: number;
  readonly pattern: RegExp;
}

/** What such sentences say it with; the first that stands in the sentence is shown. A sentence without any of them is left alone. */
const ANCHORS: readonly Feature[] = [
  { name: 'association', weight: 4, pattern: /\b(?:is|are|was|were|been|be)\s+(?:not\s+|also\s+|only\s+|\w+ly\s+){0,2}(?:associated|correlated|linked|related)\s+(?:with|to)\b|\bcorrelates?\s+with\b|\b(?:is|are|was|were)\s+(?:also\s+|much\s+|far\s+|significantly\s+)?(?:more|less)\s+likely\s+(?:to|than)\b|\b(?:associations?|correlations?|links?|relationships?)\s+(?:between|with)\b|\brisk\s+factors?\b|\bpredicts?\b|\bpredictors?\s+of\b/i },
  { name: 'report', weight: 4, pattern: /\b(?:has|have|had)\s+(?:also\s+|not\s+|\w+ly\s+)?been\s+(?:\w+ly\s+)?(?:shown|reported|suggested|demonstrated|observed|found|described|proposed|identified|documented|linked|implicated|associated|attributed|recommended|estimated|established|hypothesi[sz]ed|postulated|advocated|considered|recogni[sz]ed|investigated|evaluated|examined|studied|validated|tested|assessed|noted|proven|developed|introduced)\b|\b(?:is|are|was|were)\s+(?:also\s+|\w+ly\s+)?(?:reported|shown|found\s+to|estimated|observed|suggested|demonstrated|implicated|postulated|hypothesi[sz]ed|documented|attributed|recommended)\b|\b(?<!\b(?:cannot|can\s+not|can['’]t|could\s+not|couldn['’]t|able\s+to|fail(?:s|ed)?\s+to|must|should)\s+(?:\w+ly\s+|also\s+|yet\s+)?)(?:report(?:s|ed)|suggest(?:s|ed)?|demonstrate[sd]?|concluded|showed|shows|show|revealed?|indicate[sd]?|observed|highlighted?s?)\s+(?:that|an?|the|no|significant\w*|higher|lower|increased|reduced|improved|improvements?|similar|greater|better)\b|\bfound\s+(?:that|no|significant\w*|higher|lower|increased|reduced|improved|improvements?|similar|greater|better)\b/i },
  { name: 'belief', weight: 1, pattern: /\b(?:is|are|was|were|been)\s+(?:\w+ly\s+|also\s+)?(?:thought|believed|assumed|presumed|considered|regarded|recogni[sz]ed|accepted|expected|anticipated)\s+(?:to|as|that)\b|\bin\s+the\s+literature\b/i },
  { name: 'burden', weight: 2, pattern: /\b(?:the\s+|one\s+of\s+the\s+|a\s+)?(?:(?:second|third|fourth|fifth|single)\s+)?(?:most\s+(?:common|frequent\w*|prevalent|important|widely)|leading\s+(?:\w+\s+)?causes?|(?:main|major|common|important|frequent|primary|principal)\s+(?:\w+\s+)?causes?|(?:highly|increasingly|more)\s+(?:prevalent|common))\b|\b(?:prevalence|incidence|mortality|morbidity|burden|survival\s+rates?)\b(?!\s+(?:estimates?|figures|data|surveys?|statistics|studies)\b)/i },
  { name: 'comparison', weight: 1, pattern: /\b(?:more|less|higher|lower|greater|better|worse|fewer|larger|smaller|longer|shorter|faster|stronger)\b[^.;]{0,50}?\bthan\b(?!\s+\d)|\bcompared\s+(?:with|to)\b|\bsuperior\s+to\b|\b(?:similar|equivalent|comparable)\s+to\b/i },
  { name: 'advice', weight: 1, pattern: /\b(?:is|are|been|widely|currently|strongly|also)\s+recommended\b|\bguidelines?\s+(?:for|on|from|of|state|recommend|advise)\b|\b(?:gold\s+standard|standard\s+of\s+care|first[\s-]line|mainstay|treatment\s+of\s+choice)\b/i },
  { name: 'practice', weight: 2, pattern: /\b(?:commonly|frequently|widely|often|typically|usually|generally|increasingly|traditionally|routinely|largely|mainly|predominantly|rarely|seldom)\s+(?:used|prescribed|recommended|reported|found|seen|diagnosed|treated|associated|affected|observed|considered|performed|accepted|known|affects?|occurs?|develops?)\b|\b(?:is|are|been|being)\s+used\s+(?:to|for|as|in)\b/i },
  { name: 'definition', weight: 1, pattern: /\b(?:is|are)\s+(?:\w+ly\s+)?(?:defined|characteri[sz]ed|known|classified|mediated|caused|triggered|driven|regulated|released|produced|controlled|determined)\s+(?:as|by|in|for|to)\b|\binvolved\s+in\b/i },
  { name: 'effect', weight: 1, pattern: /\b(?:reduces|increases|improves|leads\s+to|causes|results\s+in|enhances|decreases|lowers|prevents|affects|promotes|contributes\s+to|protects|induces|facilitates|influences|impairs|stimulates|inhibits|plays?\s+(?:an?|the)\s+(?:\w+\s+)?role|effective\s+(?:in|for|at|against)|effects?\s+(?:of|on|upon)|benefits?\s+(?:of|for|from)|efficacy\s+of|effectiveness\s+of)\b|(?<=\w(?:s|ren|men|ple|ty|ia)\s+)(?:reduce|increase|improve|lead\s+to|cause|result\s+in|enhance|decrease|prevent|affect|promote|contribute\s+to|induce|impair|stimulate|inhibit)\b/i },
  { name: 'trend', weight: 2, pattern: /\b(?:has|have)\s+(?:also\s+|\w+ly\s+)?(?:become|increased|decreased|improved|risen|declined|led|resulted|emerged|expanded|focused|reported|shown|demonstrated|failed|received|contributed|developed)\b|\b(?:in\s+recent\s+(?:years|decades)|over\s+the\s+(?:past|last)|since\s+(?:19|20)\d\d|in\s+(?:19|20)\d\d)\b/i },
  { name: 'quantity', weight: 1, pattern: /\b(?:approximately|estimated|up\s+to|annual(?:ly)?|per\s+year|each\s+year|worldwide|globally|nationally|millions?|billions?|rates?\s+of|majority\s+of)\b/i },
];

/** Features that say nothing alone but tell general knowledge from the writer's own plans, procedures and conclusions. */
const CONTEXT: readonly Feature[] = [
  { name: 'named', weight: 2, pattern: /\b[A-Z]{2,}[A-Za-z0-9-]*\b/ },
  { name: 'plural-studies', weight: 2, pattern: /\b(?:studies|trials|RCTs|reports|reviews|meta-analyses|surveys|authors|researchers)\b/i },
  { name: 'several', weight: 2, pattern: /\b(?:several|many|numerous|various|multiple|some|most|previous|recent|both)\b/i },
  { name: 'examples', weight: 2, pattern: /\b(?:such\s+as|including|e\.g|for\s+example|for\s+instance|particularly|especially)\b/i },
  { name: 'degree', weight: 2, pattern: /\b(?:significant|significantly|substantial|substantially|considerable|considerably|high|low|strong|strongly|rapid|poor|important|key|major)\b/i },
  { name: 'people', weight: 1, pattern: /\b(?:people|adults|patients|women|men|children|individuals|adolescents|populations?|infants|elderly|families)\b/i },
  { name: 'place', weight: 0.5, pattern: /\b(?:worldwide|globally|Europe|European|United\s+States|USA?|U\.S\.|UK|England|Britain|Canada|Australia|China|India|Japan|Germany|Africa|Asia|countries|western)\b/ },
  { name: 'present', weight: 1, pattern: /\b(?:is|are)\b/i },
  { name: 'figure', weight: 1, pattern: /\d\s?%|\bper\s+cent\b|\b\d+(?:\.\d+)?\s+million\b/i },
  { name: 'long', weight: 1, pattern: /^(?:\S+\s+){15}/ },
  { name: 'very-long', weight: 2, pattern: /^(?:\S+\s+){25}/ },
  { name: 'future', weight: -3, pattern: /\bwill\b|\bwould\s+be\b/i },
  { name: 'deictic', weight: -5, pattern: /\b(?:the|this|each|our)\s+(?:\w+\s+)?(?:intervention|trial|study|programme|program|protocol|control\s+group|test|participants?|subjects|questionnaire|procedure|results?|investigators?|sample|scale|analysis|design|paper|article|model|project|work|researchers?|team|group|groups|arm|arms|baseline|endpoint)\b|\bthis\s+(?:approach|method|assumption|problem|reason|context|way|question|purpose)\b/i },
  { name: 'procedure', weight: -3, pattern: /\b(?:was|were|be|being)\s+(?:\w+ly\s+|then\s+|also\s+|not\s+)?(?:performed|measured|assessed|analy[sz]ed|calculated|used|recruited|randomi[sz]ed|included|excluded|obtained|collected|administered|conducted|defined|recorded|evaluated|tested|chosen|given|planned|determined|asked|invited|selected|assigned|allocated|compared|considered|developed|designed|carried|provided|approved|applied|made|set|taken|blinded|stopped|offered|delivered|instructed|based|presented|enrolled|monitored|scored|rated|trained|able|required|divided|placed|followed|completed|treated)\b/i },
  { name: 'past', weight: -2, pattern: /\b(?:was|were)\b/i },
  { name: 'aim', weight: -2, pattern: /\b(?:aim(?:s|ed)?|objectives?|purpose|hypothes[ie]s(?:ed)?|goals?)\b/i },
  { name: 'conclusion', weight: -2, pattern: /\b(?:therefore|thus|hence|consequently|accordingly|in\s+conclusion|in\s+summary|overall)\b/i },
  { name: 'anaphor', weight: -2, pattern: /^\W*(?:this|these|such|those|it|they)\b/i },
  { name: 'need', weight: 0, pattern: /\b(?:needs?|needed|necessary|required|warranted|challenges?|it\s+is\s+(?:important|essential|crucial)|should|must)\b/i },
  { name: 'possible', weight: -2, pattern: /\b(?:could|might|may|can|would|possible|potential\w*|perhaps)\b/i },
  { name: 'gap', weight: -2, pattern: /\b(?:nothing|unknown|unclear|little\s+is|few|no\s+(?:\w+\s+)?(?:study|studies|data|trials|evidence|information)|lack(?:s|ing)?\s+of|not\s+(?:yet\s+)?been|remains?\s+(?:to|un)|to\s+date|scarce|limited)\b/i },
  { name: 'own-people', weight: -3, pattern: /\b(?:participants?|respondents?|investigators?|volunteers|clients|staff|we|our|us|you|your)\b/i },
  { name: 'list', weight: 0, pattern: /[:;]/ },
];

const TERM_WEIGHT = 2;
/** From this sum on a sentence is marked; higher sums are surer. */
const THRESHOLD = 6;
/** Anchors that also stand in plain narration; with nothing but these, a sentence needs one more. */
const FAINT: ReadonlySet<string> = new Set(['effect', 'trend', 'quantity', 'comparison', 'definition', 'practice']);

/** At most one cue: the first anchor, where the features of the sentence add up to enough. */
export function findingCue({ sentence, tokens }: Reading): Cue[] {
  const { text } = sentence;
  if (!tokens.some(({ lower }) => hasGateWord(lower)) || isLabel(text) || UNPROVEN.test(text) || RECORD.test(text)) return [];
  const anchors = ANCHORS.filter(({ pattern }) => pattern.test(text));
  if (anchors.length === 0) return [];
  const least = anchors.some(({ name }) => !FAINT.has(name)) ? THRESHOLD : THRESHOLD + 1;
  const plain = weightOf(text, sumOf(anchors), least - TERM_WEIGHT);
  if (plain === undefined) return [];
  const score = plain + (termsOf(sentence).length > 0 ? TERM_WEIGHT : 0);
  if (score < least) return [];
  const match = anchors[0]!.pattern.exec(text)!;
  const start = sentence.start + match.index;
  const span = { start, end: start + match[0].trimEnd().length };
  // Opinion (`is believed to`) and bare effects are other rules' matter where they mark them.
  return [{ reason: 'finding', ...span, focus: span, confidence: Math.min(0.6, 0.27 + (score - THRESHOLD) * 0.03) }];
}

/** `Nothing has been proven`, `such studies cannot show that`: that there is no finding is none. */
const UNPROVEN = /\b(?:cannot|can\s+not|can['’]t|could\s+not|couldn['’]t|(?:not|un)\s*able\s+to)\s+(?:\w+\s+){0,2}?(?:show|prove|tell|establish|demonstrate|determine|say|confirm)\s+(?:us\s+)?(?:that|whether|if|why|how)\b|\b(?:nothing|none\s+of\s+(?:this|these|those|that|it|them|the\s+\w+))\b(?:\s+[\w-]+){0,12}?\s+(?:has|have|had|is|was|were|are)\s+(?:\w+\s+)?(?:been\s+)?(?:\w+ly\s+)?(?:proven|proved|shown|demonstrated|established|confirmed|found|tested|studied)\b/i;

/** So few words without a full stop are a field of a form or a label, no statement. */
function isLabel(text: string): boolean {
  return !/[.!?]["'”’)\]]*\s*$/.test(text) && (text.match(/\p{L}+/gu)?.length ?? 0) < 8;
}

/** `start` and the context's weights; undefined where that is less than `least`. What speaks for a finding is looked for first, until it can't be enough any more. */
function weightOf(text: string, start: number, least: number): number | undefined {
  let weight = start;
  let open = SPEAKS_FOR;
  for (const feature of CONTEXT_IN_ORDER) {
    if (weight + open < least) return undefined;
    if (feature.weight > 0) open -= feature.weight;
    if (feature.pattern.test(text)) weight += feature.weight;
  }
  return weight < least ? undefined : weight;
}

const CONTEXT_IN_ORDER = [...CONTEXT].sort((a, b) => b.weight - a.weight);
const SPEAKS_FOR = sumOf(CONTEXT.filter(({ weight }) => weight > 0));

function sumOf(features: readonly Feature[]): number {
  return features.reduce((sum, { weight }) => sum + weight, 0);
}

// One of these stands in each anchor.
const GATE_WORDS =
  'associated correlated linked related correlates correlate association associations correlation correlations link links relationship relationships risk predict predicts predictor predictors has have had is are was were been being be reported reports suggest suggests suggested demonstrate demonstrates demonstrated concluded show shows showed found reveal reveals revealed indicate indicates indicated observed highlight highlights highlighted most leading main major common important frequent primary principal highly increasingly more prevalence incidence mortality morbidity burden survival less higher lower greater better worse fewer larger smaller longer shorter faster stronger compared superior similar equivalent comparable recommended guidelines guideline recommendation recommendations gold standard first-line first mainstay treatment commonly frequently widely often typically usually generally traditionally routinely largely mainly predominantly rarely seldom involved reduces increases improves leads causes results enhances decreases lowers prevents affects promotes contributes protects induces facilitates influences impairs stimulates inhibits play plays effective effect effects benefit benefits efficacy effectiveness reduce increase improve lead cause result enhance decrease prevent affect promote contribute induce impair stimulate inhibit recent past last since in approximately estimated up annual annually per each worldwide globally nationally million millions billion billions rate rates majority literature';

const gateWords = once(() => new Set(GATE_WORDS.split(' ')));

function hasGateWord(lower: string): boolean {
  return gateWords().has(lower) || (/[^a-z]/.test(lower) && lower.split(/[^a-z]+/).some((part) => gateWords().has(part)));
}

/** The words without which no cue of this file stands, for gates. */
export function findingGateWords(): ReadonlySet<string> {
  return gateWords();
}
