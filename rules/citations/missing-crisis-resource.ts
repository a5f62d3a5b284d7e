/** Flags articles about suicide, overdose, eating disorders or violence at home that name no place to turn to. */
import type { Article, Block, Placed, Span } from '../article/article.js';
import { defineRule, type Report } from '../engine/rule.js';
import crisisLines from '../lexicon/data/cues/crisis-lines.txt';
import { readList, readTable } from '../lexicon/table.js';
import { appendParagraph, isArticle, titleSpan } from './document.js';

type Topic = 'suicide' | 'overdose' | 'eating-disorder' | 'violence';

interface Options {
  readonly locale: string;
  readonly snippet: string;
  readonly methods: boolean;
}

/** What one block adds. Offsets are in the block. */
interface Fact {
  readonly mentions: readonly Topic[];
  /** The topic stands in a heading of the first two levels. */
  readonly heading: Topic | undefined;
  readonly methods: readonly Span[];
}

const TOPICS: Readonly<Record<Topic, RegExp>> = {
  // not suicide genes, inhibitors, vests or squads
  suicide: /\b(?:suicid(?:e|es|al(?:ity)?)(?!\s+(?:genes?|inhibit\w+|substrates?|squad|vector|vest|bomb\w*|switch|inactivat\w+|therapy|door))|self-?harm\w*|self-?injur\w+|(?:kill|end)(?:ing|ed)?\s+(?:themselves|himself|herself|yourself|their\s+own\s+li(?:fe|ves)|your\s+life))\b/gi,
  overdose: /\boverdos(?:e|es|ed|ing)\b/gi,
  'eating-disorder': /\b(?:eating\s+disorders?|anorexia(?:\s+nervosa)?|bulimia(?:\s+nervosa)?|binge[\s-]eating)\b/gi,
  violence: /\b(?:domestic\s+(?:violence|abuse)|intimate\s+partner\s+violence|partner\s+abuse)\b/gi,
};
const NAMES: Readonly<Record<Topic, string>> = { suicide: 'suicide or self-harm', overdose: 'overdose', 'eating-disorder': 'eating disorders', violence: 'violence at home' };

// Loss of appetite is anorexia, too, in a list of side effects.
const FIRST_AID = /\b(?:signs?\s+of|symptoms?\s+of|naloxone|breathing|unconscious|unresponsive|call|treat(?:able|ed)?|kills?|needs?|prevent\w*|fatal|deadly)\b/i;
const METHOD = /\b(?:hang(?:ed|ing)|shot|shoot(?:ing)?|poison(?:ed|ing)|drown(?:ed|ing)|gass(?:ed|ing))\s+(?:himself|herself|themselves|myself|yourself)\b|\bslit(?:ting)?\s+(?:his|her|their|your)\s+wrists?\b|\bjump(?:ed|ing)\s+(?:to\s+(?:his|her|their)\s+deaths?|off\s+(?:a|the)\s+bridge)\b/gi;

/** In a longer text a passing mention doesn't make the topic. */
const SHORT_WORDS = 300;
const LEAST_SHORT = 2;
const LEAST_LONG = 4;

export const rule = defineRule<Options, Fact>({
  meta: {
    id: 'missing-crisis-resource',
    summary: 'Articles about suicide, overdose, eating disorders or violence at home without a place to turn to',
    why: 'Such an article is also read by people in danger. A number to call, in the text itself, can be what they need.',
    sources: [
      { title: 'WHO. Preventing suicide: a resource for media professionals, 2023', url: 'https://www.who.int/publications/i/item/9789240076846' },
      { title: 'Samaritans. Media guidelines for reporting suicide', url: 'https://www.samaritans.org/about-samaritans/media-guidelines/' },
      { title: 'Recommendations for reporting on suicide (AFSP and others)', url: 'https://reportingonsuicide.org' },
    ],
    severity: 'information',
    presets: { strict: 'warning' },
    fixable: 'suggestion',
    kinds: ['paragraph', 'list-item', 'table-cell', 'html', 'heading'],
    zones: ['body', 'quote'],
    options: {
      locale: { type: 'string', description: 'The country whose numbers the fix adds.', default: 'us', enum: ['us', 'gb', 'ie', 'au', 'nz', 'ca', 'in', 'eu', 'any'] },
      snippet: { type: 'string', description: 'A paragraph of your own for the fix to add.', default: '' },
      methods: { type: 'boolean', description: 'Report words that describe a method of suicide.', default: true },
    },
  },
  collect(block) {
    const mentions = mentionsIn(block.prose);
    const methods = [...block.prose.matchAll(METHOD)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
    const heading = block.kind === 'heading' && block.level <= 2 ? mentions[0] : undefined;
    return mentions.length > 0 || methods.length > 0 ? { mentions, heading, methods } : undefined;
  },
  *conclude(facts, article, { options, severity }) {
    const topic = topicOf(facts.map(({ value }) => value), article);
    if (options.methods) yield* methodReports(facts);
    if (!topic || !isArticle(article) || contactIn(article.text)) return;
    const snippet = options.snippet === '' ? snippetOf(topic, options.locale) : options.snippet;
    yield {
      ...titleSpan(article),
      message: `The article is about ${NAMES[topic]} and names no place to turn to. Add a helpline or emergency number for readers in danger.`,
      severity,
      fixes: [{ title: 'Add a line with a helpline at the end', safety: 'suggestion', edits: (whole) => [appendParagraph(whole, snippet)] }],
      data: { topic },
    };
  },
});

function mentionsIn(prose: string): Topic[] {
  if (!/suicid|self-?(?:harm|injur)|overdos|disorder|anorexia|bulimia|binge|violence|abuse|kill|life|lives|themsel/i.test(prose)) return [];
  return (Object.keys(TOPICS) as Topic[]).flatMap((topic) => {
    const found = prose.match(TOPICS[topic]) ?? [];
    if (topic === 'overdose' && !FIRST_AID.test(prose)) return found.length > 0 && prose.trim().split(/\s+/).length <= 4 ? [topic] : [];
    return found.map(() => topic);
  });
}

/** Whether the text has so many words; it is read no farther than that. */
function isLong({ blocks }: Article): boolean {
  let words = 0;
  for (const { value } of blocks) {
    if (!isRead(value)) continue;
    words += value.prose.match(/\S+/g)?.length ?? 0;
    if (words >= SHORT_WORDS) return true;
  }
  return false;
}

function isRead({ english, kind, zone }: Block): boolean {
  return english && kind !== 'table-header' && (zone === 'body' || zone === 'quote');
}

/** The topic that the article is about, if it is one of these: named in a main heading, or often enough for its length. */
function topicOf(facts: readonly Fact[], article: Article): Topic | undefined {
  for (const topic of Object.keys(TOPICS) as Topic[]) {
    const mentions = facts.reduce((sum, fact) => sum + fact.mentions.filter((one) => one === topic).length, 0);
    if (mentions < LEAST_SHORT) continue;
    if (mentions >= LEAST_LONG || facts.some(({ heading }) => heading === topic) || !isLong(article)) return topic;
  }
  return undefined;
}

function* methodReports(facts: readonly Placed<Fact>[]): Iterable<Report> {
  for (const { start, value } of facts) {
    for (const span of value.methods) {
      yield { start: start + span.start, end: start + span.end, message: 'Describing how somebody died can lead others to do the same. Leave the method out.', severity: 'information', data: { topic: 'method' } };
    }
  }
}

let contacts: RegExp | undefined;

/** Any helpline or emergency number, of any country: the article cares for its readers. */
function contactIn(text: string): boolean {
  contacts ??= new RegExp(readTable(crisisLines).flatMap(([, , , patterns]) => readList(patterns)).map((pattern) => `(?:${pattern})`).join('|'), 'i');
  return contacts.test(text);
}

function snippetOf(topic: Topic, locale: string): string {
  const rows = readTable(crisisLines).filter(([, of]) => of === topic);
  const row = rows.find(([of]) => of === locale) ?? rows.find(([of]) => of === 'any');
  return `> ${row?.[2] ?? ''}`;
}
