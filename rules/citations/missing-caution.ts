/** Flags articles that praise a remedy and say nothing of its risks, nor to ask a professional first. */
import type { Article, Block, Sentence } from '../article/article.js';
import { defineRule } from '../engine/rule.js';
import { claimsOf, directionOf } from '../english/claims.js';
import { termsOf, type Term } from '../lexicon/terms.js';
import { appendParagraph, isArticle, titleSpan } from './document.js';

interface Options {
  readonly snippet: string;
  readonly highRisk: readonly string[];
}

/** What one block adds. */
interface Fact {
  readonly harm: boolean;
  readonly advice: boolean;
}

const HARM = /\b(?:side[\s-]+effects?|adverse|risks?|risky|interact(?:s|ions?)?\s+with|drug\s+interactions?|interactions?|contra-?indicat\w*|overdos\w+|toxic\w*|poison\w*|dependen(?:ce|cy|t)|addict\w*|withdrawal\s+(?:symptoms|seizures)|pregnan\w*|breast-?feeding|liver\s+(?:injury|damage|failure|problems)|allerg\w+|warnings?|unsafe|dangers?|dangerous|harm(?:s|ful)?|caution|safety|hospitali[sz]\w+|deaths?|fatal|should\s+not\s+(?:be\s+)?(?:take|use)\w*|avoid\s+(?:it\s+|this\s+|them\s+)?if|not\s+(?:suitable|recommended)\s+for)\b/i;
const ADVICE = /\b(?:doctors?|physicians?|pharmacists?|health-?\s?care\s+(?:providers?|professionals?|practitioners?|team)|health\s+(?:professionals?|care\s+professionals?)|clinicians?|GPs?|medical\s+(?:supervision|advice|professionals?|attention|team|guidance)|midwi(?:fe|ves)|specialists?|psychiatrists?|nurses?|care\s+team|prescrib(?:er|ed\s+by))\b/;

/** Remedies of which some harm is grave enough that both must stand there. */
const HIGH_RISK = ['kratom', 'kava', 'ephedra', 'ma huang', 'yohimbe', 'yohimbine', 'tianeptine', 'phenibut', 'comfrey', 'aristolochia', 'morphine', 'oxycodone', 'hydrocodone', 'fentanyl', 'codeine', 'tramadol', 'methadone', 'opioid', 'opioids', 'alprazolam', 'diazepam', 'lorazepam', 'clonazepam', 'benzodiazepine', 'benzodiazepines', 'ketamine', 'ibogaine', 'dnp', 'gbl', 'ghb', 'lobelia', 'chaparral', 'germander', 'pennyroyal', 'greater celandine'];

const TAKEN: ReadonlySet<string> = new Set(['plant', 'supplement', 'drug', 'product']);
/** Words for anything that is done to patients; trials of it are reported otherwise. */
const UNNAMED = /^(?:therapy|therapies|treatments?|stimulation|interventions?|training|procedures?|devices?|programs?|programmes?|approach(?:es)?|methods?)$/i;
const PRACTICE = /^(?:(?:intermittent\s+|water\s+|dry\s+|prolonged\s+)?fasting|keto(?:genic)?(?:\s+diet)?|detox\w*|cleans(?:e|ing)|microdosing|sauna|cold\s+plunges?|breathwork|acupuncture|cupping|chelation|ozone(?:\s+therapy)?)$/i;

const PRACTICE_WORD = /\b(?:fasting|keto\w*|detox\w*|cleans(?:e|ing)|microdosing|sauna|plunges?|breathwork|acupuncture|cupping|chelation|ozone|supplements?|herbs?|extracts?|teas?|oils?)\b/i;

export const rule = defineRule<Options, Fact>({
  meta: {
    id: 'missing-caution',
    summary: 'Articles that tell the benefits of a remedy and neither its risks nor to ask a professional',
    why: 'Whoever reads only of benefits takes a remedy without knowing whom it can harm or what it clashes with.',
    sources: [
      { title: 'HealthNewsReview: ten criteria (harms)', url: 'https://www.healthnewsreview.org/about-us/review-criteria/' },
      { title: 'DISCERN, questions 12 and 13: does it describe the risks of each treatment, and what would happen without it', url: 'http://www.discern.org.uk' },
    ],
    severity: 'information',
    presets: { strict: 'warning' },
    fixable: 'suggestion',
    kinds: ['paragraph', 'list-item', 'table-cell', 'html', 'heading'],
    zones: ['body', 'quote'],
    options: {
      snippet: {
        type: 'string',
        description: 'The paragraph that the fix adds; {name} stands for the remedy.',
        default: '> Talk to a doctor or pharmacist before using {name}, especially if you are pregnant or take other medicines.',
      },
      highRisk: { type: 'array', description: 'Remedies that need both: their risks and the advice to ask a professional.', default: HIGH_RISK, items: { type: 'string' } },
    },
  },
  collect({ prose }) {
    const harm = HARM.test(prose);
    const advice = ADVICE.test(prose);
    return harm || advice ? { harm, advice } : undefined;
  },
  *conclude(facts, article, { options, severity }) {
    const harm = facts.some(({ value }) => value.harm);
    const advice = facts.some(({ value }) => value.advice);
    // What the article praises is costly to find out, and most articles say both.
    if ((harm && advice) || isSnippet(article) || article.frontMatter?.data['disclaimer'] || !isArticle(article)) return;
    const counts = new Map<string, number>();
    let total = 0;
    for (const { value } of article.blocks) {
      for (const name of isRead(value) ? benefitsOf(value) : []) {
        counts.set(name, (counts.get(name) ?? 0) + 1);
        total++;
      }
    }
    if (total < 2) return;
    const risky = new Set(options.highRisk.map((name) => name.toLowerCase()));
    const names = [...counts.keys()].sort((a, b) => counts.get(b)! - counts.get(a)!);
    const grave = names.find((name) => risky.has(name));
    if (!grave && (harm || advice)) return;
    const name = asWritten(grave ?? names[0]!, article.text);
    const missing = harm ? 'to ask a professional first' : advice ? 'of its risks' : 'of its risks, nor to ask a professional first';
    yield {
      ...titleSpan(article),
      message: `The article tells the benefits of ${name} and says nothing ${missing}. Name side effects and interactions, and whom readers should ask.`,
      severity: grave && severity === 'information' ? 'warning' : severity,
      fixes: [{ title: 'Add a line of caution at the end', safety: 'suggestion', edits: (whole) => [appendParagraph(whole, options.snippet.replace('{name}', name))] }],
      data: { remedy: name },
    };
  },
});

/** Headings promise; what counts is what the text says. */
function isRead({ english, kind, zone }: Block): boolean {
  return english && kind !== 'heading' && kind !== 'table-header' && (zone === 'body' || zone === 'quote');
}

const benefits = new WeakMap<Block, readonly string[]>();

function benefitsOf(block: Block): readonly string[] {
  let known = benefits.get(block);
  if (!known) benefits.set(block, (known = benefitsIn(block)));
  return known;
}

/** One name for each benefit that the block claims, firmly or not, for something that is taken or undergone. */
function benefitsIn(block: Block): string[] {
  const found: string[] = [];
  // Reading the claims is costly; without a remedy in the block there are none that count.
  if (!PRACTICE_WORD.test(block.prose) && !block.sentences.some((sentence) => termsOf(sentence).some(({ value }) => TAKEN.has(value.kind)))) return found;
  for (const sentence of block.sentences) {
    if (sentence.question) continue;
    for (const claim of claimsOf(sentence, block)) {
      if (/^(?:negated|questioned|purpose|advice|conditional)$/.test(claim.level) || directionOf(claim) !== 'benefit') continue;
      const { kind, name } = claim.exposure;
      if ((TAKEN.has(kind) && !UNNAMED.test(name)) || PRACTICE.test(name)) found.push(name.toLowerCase());
    }
    // `Users report better mood.`, `may help with weight loss`
    const users = /\bhelps?\s+with\s+\w|\b(?:users|people|patients|many)\s+(?:report|describe|say|feel|experience)\s+(?:\w+\s+)?(?:better|improved|less|more|relief|reduced|calmer)\b/i.exec(sentence.text);
    if (users) {
      const taken = (one: Sentence): Term | undefined => termsOf(one).find(({ value }) => TAKEN.has(value.kind))?.value;
      const term = taken(sentence) ?? block.sentences.map(taken).find((one) => one !== undefined);
      if (term) found.push(term.name.toLowerCase());
    }
  }
  return found;
}

const LEAST_WORDS = 60;

/** A few words without a heading are a part of something else. */
function isSnippet({ blocks, text }: Article): boolean {
  return !blocks.some(({ value }) => value.kind === 'heading') && (text.slice(0, 4000).match(/\S+/g)?.length ?? 0) < LEAST_WORDS;
}

/** Abbreviations keep their capitals: CBD. */
function asWritten(name: string, text: string): string {
  const capitals = name.toUpperCase();
  return name.length <= 5 && text.includes(capitals) && !text.includes(` ${name} `) ? capitals : name;
}
