/** Flags wellness claims that cannot be measured: `boosts the immune system`, `flushes toxins`, `balances hormones`. */
import type { Severity } from '../engine/finding.js';
import { defineRule, type FixSpec } from '../engine/rule.js';
import { createPhrases } from '../english/phrases.js';
import type { Token } from '../english/tokens.js';
import wellnessTable from '../lexicon/data/cues/wellness.txt';
import { readList, readTable } from '../lexicon/table.js';
import { clauseAround, isAdvertised, isMythFrame, isNegated, isOpen, isQuestioned, levelAt } from './frames.js';
import { oneOf, phraseIn } from './one-of.js';
import { reportOn, wordingMatches } from './wording-matches.js';

interface Options {
  readonly allow: readonly string[];
}

const SEVERITY: Severity = 'warning';

interface Claim {
  readonly verb: string;
  readonly objects: ReturnType<typeof createPhrases<true>>;
  readonly group: string;
}

/** Verb forms, each with the objects that make the claim. */
const CLAIMS = new Map<string, Claim[]>();
const WORDS = new Map<string, string>();
for (const [kind, head = '', objects, group = ''] of readTable(wellnessTable)) {
  if (kind === 'word') {
    WORDS.set(head, group);
    continue;
  }
  const claim: Claim = { verb: readList(head)[0]!, objects: createPhrases(readList(objects).map((one) => [one, true])), group };
  for (const form of readList(head)) CLAIMS.set(form, [...(CLAIMS.get(form) ?? []), claim]);
}
const VERBS = createPhrases([...CLAIMS].map(([form, claims]): [string, readonly Claim[]] => [form, claims]));
const WORD_PHRASES = createPhrases(WORDS);

const DETERMINERS = oneOf(`
  your the our their my his her its one's a an all any harmful natural overall entire whole weak body's immune sluggish unwanted excess out
  up female male internal tired aging ageing own system's
`);
// Organs and treatments that do just that, and the people who do the work in a clinic.
const ORGANS = oneOf(`
  liver kidneys? lungs? skin enzymes? body bodies cells? spleen bowels? gut lymph hepatocytes cytochrome glutathione hormones? insulin
  thyroid pituitary antibodies lymphocytes dialysis chelation antidote antidotes
`);
const VACCINES = phraseIn(`
  vaccin\\w*; immuni[sz]ations?; immunotherap\\w*; booster (?:dose|shot)s?; adjuvants?; antigens?; checkpoint; interferons?; interleukins?;
  car t; t cells?; t-cells?; chelation; dialysis
`);
const HEDGES = /^(?:may|might|could|possibly|potentially|perhaps|reportedly|seems?|appears?|thought|believed|can)$/;
const WORD_SKIP = oneOf(`
  research medicine industry market clinics? science stud(?:y|ies) drugs? field researchers? movement company companies biotech center
  centers
`);

export const rule = defineRule<Options>({
  meta: {
    id: 'vague-wellness-claim',
    summary: 'Claims that nothing can measure: boosts the immune system, flushes toxins, balances hormones',
    why: 'Such a claim cannot be tested or shown to be wrong, and for a healthy body there is usually nothing to boost, flush or balance.',
    sources: [
      { title: 'Regulation (EC) No 1924/2006 on nutrition and health claims, article 10(3)', url: 'https://eur-lex.europa.eu/eli/reg/2006/1924/oj' },
      { title: 'US National Center for Complementary and Integrative Health: “Detoxes” and “Cleanses”: What You Need To Know', url: 'https://www.nccih.nih.gov/health/detoxes-and-cleanses-what-you-need-to-know' },
      { title: 'US Federal Trade Commission. Health Products Compliance Guidance, 2022', url: 'https://www.ftc.gov/business-guidance/resources/health-products-compliance-guidance' },
    ],
    severity: SEVERITY,
    fixable: 'suggestion',
    zones: ['body', 'quote'],
    yieldsTo: ['cure-claim', 'proof-claim'],
    options: {
      allow: { type: 'array', items: { type: 'string' }, description: 'Claims that this site may make, in lower case, as in “anti-aging”.', default: [] },
    },
  },
  cues: { words: () => [...VERBS.firstWords, ...WORD_PHRASES.firstWords] },
  *checkSentence(sentence, block, { options }) {
    if (sentence.question) return;
    const allowed = new Set(options.allow.map((word) => word.toLowerCase()));
    for (const match of wordingMatches(sentence, block, (all, i) => claimAt(all, i) ?? wordAt(all, i))) {
      const { found, tokens, words } = match;
      const { from, to } = found;
      const clause = clauseAround(tokens, from);
      if (allowed.has(tokens.slice(from, to).map(({ lower }) => lower).join(' '))) continue;
      if (
        isNegated(tokens, from, clause) || isQuestioned(tokens, from, clause) || isOpen(sentence, from) || isAdvertised(tokens, from, clause)
        || isMythFrame(sentence, block)
      ) continue;
      if (/^(?:from|in)$/.test(tokens[to]?.lower ?? '') && /^(?:water|soil|air|food|wastewater|milk)$/.test(tokens[to + 1]?.lower ?? '')) continue;
      if (VACCINES.test(sentence.text) || organActs(tokens, clause.from, from) || passiveByOrgan(tokens, to) || deniedBehind(tokens, to)) continue;
      const level = levelAt(sentence, from);
      const hedged = level === 'hedged' || level === 'can' || level === 'frequency'
        || tokens.slice(clause.from, from).some(({ lower }) => HEDGES.test(lower));
      yield {
        ...reportOn(match, hedged ? 'information' : SEVERITY, hedged ? [] : found.fixes, block),
        message: `“${words}” cannot be measured. Say which measure changed, in whom and by how much, or leave it out.`,
        data: { group: found.group },
      };
    }
  },
});

interface Found {
  readonly from: number;
  readonly to: number;
  readonly group: string;
  readonly fixes: readonly FixSpec[];
}

/** A verb of the list with one of its objects, over the words that may stand between. */
function claimAt(tokens: readonly Token[], i: number): Found | undefined {
  const verb = VERBS.at(tokens, i);
  if (!verb) return undefined;
  // `a boost`, `the balance`: a noun.
  if (/^(?:a|an|the|of|this|that|its)$/.test(tokens[i - 1]?.lower ?? '') && !/ing$/.test(tokens[i]!.lower)) return undefined;
  for (let at = verb.to; at < tokens.length && at <= verb.to + 4; at++) {
    for (const claim of verb.value) {
      const object = claim.objects.at(tokens, at);
      if (object) return { from: i, to: object.to, group: claim.group, fixes: claimFix(tokens, i, verb.to, object, claim) };
    }
    if (!DETERMINERS.test(tokens[at]!.lower)) return undefined;
  }
  return undefined;
}

/** `boosts immunity` has a reading that can be written down: somebody claims it. */
function claimFix(tokens: readonly Token[], from: number, verbEnd: number, object: { readonly from: number; readonly to: number }, claim: Claim): FixSpec[] {
  if (claim.group !== 'immunity' || verbEnd !== from + 1) return [];
  const verb = tokens[from]!.lower;
  const before = tokens[from - 1];
  if (!before || before.kind !== 'word' || /^(?:to|and|or|can|will|also|may|might|could|does|do|not|which|that|who)$/.test(before.lower)) return [];
  const be = /[^s]s$/.test(verb) ? 'is' : verb === claim.verb ? 'are' : undefined;
  if (!be) return [];
  const text = `${be} claimed to affect the immune system`;
  return [{ title: `Change to “${text}”`, safety: 'suggestion', edits: [{ start: tokens[from]!.start, end: tokens[object.to - 1]!.end, text }] }];
}

function wordAt(tokens: readonly Token[], i: number): Found | undefined {
  const match = WORD_PHRASES.at(tokens, i);
  if (!match || WORD_SKIP.test(tokens[match.to]?.lower ?? '')) return undefined;
  return { from: i, to: match.to, group: match.value, fixes: [] };
}

/** An organ is the subject (`your kidneys remove …`), not part of a name (`cod liver oil boosts …`). */
function organActs(tokens: readonly Token[], from: number, verb: number): boolean {
  for (let i = from; i < verb; i++) if (ORGANS.test(tokens[i]!.lower) && (i + 1 === verb || AFTER_SUBJECT.test(tokens[i + 1]!.lower))) return true;
  return false;
}

const AFTER_SUBJECT = /^(?:and|or|,|help|helps|can|will|may|that|which|is|are|already|naturally|constantly|do|does|has|have|to|then|also|works?|in)$/;

/** `adrenal fatigue is not a diagnosis`. */
function deniedBehind(tokens: readonly Token[], from: number): boolean {
  return tokens.slice(from, from + 3).some(({ lower }) => lower === 'not' || lower === 'never' || lower.endsWith("n't") || lower === 'no');
}

/** `toxins are removed by the liver`. */
function passiveByOrgan(tokens: readonly Token[], from: number): boolean {
  const by = tokens.slice(from, from + 6).findIndex(({ lower }) => lower === 'by' || lower === 'through' || lower === 'via');
  return by >= 0 && tokens.slice(from + by, from + by + 4).some(({ lower }) => ORGANS.test(lower) && lower !== 'body');
}
