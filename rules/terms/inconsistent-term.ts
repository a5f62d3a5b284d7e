/** Finds the odd form out where an article uses two forms of one thing: a stray capital, another spelling, another name. */
import type { Article, Placed } from '../article/article.js';
import type { Edit } from '../engine/finding.js';
import { defineRule, type FixSpec, type Report } from '../engine/rule.js';
import { fold } from '../lexicon/fold.js';
import { once } from '../lexicon/once.js';
import { wordsOf, type Difference, type Form } from './forms.js';
import { articleEdit, inCaseOf } from './grammar.js';
import { occurrencesIn, type Occurrence } from './occurrences.js';

interface Options {
  readonly prefer: Readonly<Record<string, string>>;
  readonly locale: string;
}

/** An occurrence with the text before it, for the article. */
interface Use extends Occurrence {
  readonly before: string;
}

/** The uses of one thing in a stretch, each placed by the start of its block, which counts from that of the stretch. */
interface Part {
  readonly uses: readonly Placed<Use>[];
  readonly labels: ReadonlySet<string>;
}

/** By the key of the thing. */
type Digest = ReadonlyMap<string, Part>;

export const rule = defineRule<Options, readonly Use[], Digest>({
  meta: {
    id: 'inconsistent-term',
    summary: 'Two forms of one term in the same article',
    why: 'Two names, spellings or capitals for one thing make readers wonder whether two things are meant, and hide half of the mentions from a search.',
    sources: [{ title: 'AMA Manual of Style, 11th ed., 10.3: Capitalization of common names' }, { title: 'WHO: International Nonproprietary Names', url: 'https://www.who.int/teams/health-product-and-policy-standards/inn' }],
    severity: 'information',
    fixable: 'safe',
    kinds: ['paragraph', 'list-item', 'heading', 'table-header', 'table-cell', 'html'],
    zones: ['body'],
    yieldsTo: ['health-term-misspelling', 'binomial-format'],
    options: {
      prefer: { type: 'object', additionalProperties: { type: 'string' }, description: 'The form to use, by any form of the term, whatever the article uses most: {"kratom": "kratom", "paracetamol": "acetaminophen"}.', default: {} },
      locale: { type: 'string', enum: ['auto', 'en-US', 'en-GB'], description: 'American or British spelling; `auto` takes what the article uses most.', default: 'auto' },
    },
  },
  collect(block, { resources }) {
    const found = occurrencesIn(block, resources);
    return found.length > 0 ? found.map((one) => ({ ...one, before: block.prose.slice(Math.max(0, one.start - 12), one.start) })) : undefined;
  },
  digest(facts) {
    const things = new Map<string, Placed<Use>[]>();
    for (const { start, value } of facts) for (const use of value) addTo(things, use.form.key, { start, value: use });
    return new Map([...things].map(([key, uses]) => [key, { uses, labels: new Set(uses.map(({ value }) => value.label)) }]));
  },
  *conclude(stretches, article, { options }) {
    const things = new Map<string, Placed<Part>[]>();
    for (const { start, value } of stretches) for (const [key, part] of value) addTo(things, key, { start, value: part });
    const locale = once(() => localeOf(things.values(), article, options));
    for (const parts of things.values()) {
      const { form } = parts[0]!.value.uses[0]!.value;
      const labels = new Set(parts.flatMap(({ value }) => [...value.labels]));
      // Most things have one form throughout, and nothing has to be weighed.
      if (labels.size < 2 && form.difference !== 'region' && preferred(form, options) === undefined) continue;
      const uses = parts.flatMap(({ start, value }) => value.uses.map((use): Placed<Use> => ({ start: start + use.start, value: use.value })));
      yield* oddOnes(uses, locale(), options);
    }
  },
});

function addTo<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** The variety of English that decides ties: as configured, as the front matter says, or as most spellings show. */
function localeOf(things: Iterable<readonly Placed<Part>[]>, { frontMatter }: Article, { locale }: Options): string {
  if (locale !== 'auto') return locale;
  const declared = String(frontMatter?.data['lang'] ?? frontMatter?.data['language'] ?? '');
  if (/^en[-_](?:US|GB|AU|NZ|IE|ZA)/i.test(declared)) return /US/i.test(declared) ? 'en-US' : 'en-GB';
  let british = 0;
  for (const parts of things) for (const { value: part } of parts) for (const { value } of part.uses) if (value.form.difference === 'region') british += value.label === 'en-GB' ? 1 : -1;
  return british > 0 ? 'en-GB' : british < 0 ? 'en-US' : '';
}

function* oddOnes(uses: readonly Placed<Use>[], locale: string, options: Options): Iterable<Report> {
  const { form } = uses[0]!.value;
  const wanted = preferred(form, options) ?? (form.difference === 'region' && options.locale !== 'auto' ? options.locale : undefined);
  const counts = new Map<string, number>();
  for (const { value } of uses) counts.set(value.label, (counts.get(value.label) ?? 0) + 1);
  if (counts.size < 2 && (wanted === undefined || counts.has(wanted))) return;
  if (wanted === undefined && uses.some(({ value }) => value.glossed)) return;
  const winner = wanted ?? mostUsed(counts, uses, form.difference, locale);
  const kept = uses.filter(({ value }) => value.label === winner);
  const byLabel = new Map<string, Placed<Use>[]>();
  for (const use of uses) {
    if (use.value.label === winner || !use.value.running) continue;
    const same = byLabel.get(use.value.label);
    if (same) same.push(use);
    else byLabel.set(use.value.label, [use]);
  }
  for (const same of byLabel.values()) for (const [index, one] of same.entries()) yield report(one, index < MOST_AT_ONCE ? same : [one], kept, winner);
}

/** The label of the form that the options ask for. */
function preferred(form: Form, { prefer }: Options): string | undefined {
  for (const [key, value] of Object.entries(prefer)) {
    const words = wordsOf(key).join(' ');
    if (form.difference === 'case') {
      if (form.key === `case ${words}`) return value === value.toLowerCase() ? 'lower' : 'capital';
      continue;
    }
    const labels: readonly (readonly [string, string])[] = [[form.label, form.text], ...form.others];
    if (!labels.some(([, text]) => wordsOf(text).join(' ') === words)) continue;
    const chosen = labels.find(([, text]) => fold(text) === fold(value));
    if (chosen) return chosen[0];
  }
  return undefined;
}

/** So many capitals are the writer's habit; fewer are strays, however rare the lower-case form is. */
const FEWEST_CAPITALS = 3;

function mostUsed(counts: ReadonlyMap<string, number>, uses: readonly Placed<Use>[], difference: Difference, locale: string): string {
  const most = Math.max(...counts.values());
  const leaders = [...counts].filter(([, count]) => count === most).map(([label]) => label);
  if (difference === 'case' && most < FEWEST_CAPITALS) return 'lower';
  if (leaders.length === 1) return leaders[0]!;
  if (difference === 'case') return 'lower';
  if (difference === 'region' && leaders.includes(locale)) return locale;
  // A tie between a brand and its generic name goes to the generic one; else the form that comes first is kept.
  if (difference === 'brand') return leaders.find((label) => label === label.toLowerCase()) ?? leaders[0]!;
  return uses.find(({ value }) => leaders.includes(value.label))!.value.label;
}

const REASONS: Readonly<Record<Difference, string>> = {
  case: 'a common noun takes no capital within a sentence, and one form helps readers and search.',
  region: 'keep to American or British spelling.',
  joint: 'keep to one way of writing it.',
  name: 'it is the same medicine; use one name, and give the other once in parentheses.',
  brand: 'it is the same medicine; name the brand once in parentheses, or say that you mean the brand.',
  binomial: 'it is the same species; use one name, and give the other once in parentheses.',
};

/** Farther down a list of equal findings nobody needs to be offered all of them at once again; each offer holds an edit for each of them. */
const MOST_AT_ONCE = 100;

function report(one: Placed<Use>, same: readonly Placed<Use>[], kept: readonly Placed<Use>[], winner: string): Report {
  const { value, start } = one;
  const span = { start: start + value.start, end: start + value.end };
  const right = replacement(value, winner);
  const exact = value.form.difference === 'case' ? winner === 'lower' : value.form.difference === 'region' || value.form.difference === 'joint';
  const fixes: FixSpec[] = [{ title: `Change to “${right}”`, safety: exact ? 'safe' : 'suggestion', edits: editsOf(one, winner) }];
  if (same.length > 1) fixes.push({ title: `Change all ${same.length} to “${right}” in this file`, safety: 'suggestion', edits: () => same.flatMap((other) => editsOf(other, winner)) });
  const first = kept[0];
  const times = kept.length === 0 ? '' : kept.length === 1 ? ', elsewhere' : `, ${kept.length} times elsewhere`;
  return {
    ...span,
    message: `“${value.written.replace(/\s+/g, ' ')}” here${times ? `${times} “${right}”` : `; your settings prefer “${right}”`}: ${REASONS[value.form.difference]}`,
    fixes,
    ...(first ? { related: kept.slice(0, 3).map((other) => ({ start: other.start + other.value.start, end: other.start + other.value.end, message: `“${other.value.written.replace(/\s+/g, ' ')}” here` })) } : {}),
    data: { form: value.written, prefer: right },
  };
}

function replacement({ form, written }: Use, winner: string): string {
  if (form.difference === 'case') return winner === 'lower' ? written.toLowerCase() : capitalised(written, form);
  const right = form.others.get(winner) ?? form.text;
  return /^\p{Lu}/u.test(form.text) ? right : inCaseOf(written, right);
}

function capitalised(written: string, { words }: Form): string {
  return words.length > 1 ? written.replace(/(^|[\s-])(\p{L})/gu, (_, gap: string, letter: string) => gap + letter.toUpperCase()) : written.charAt(0).toUpperCase() + written.slice(1);
}

function editsOf({ start, value }: Placed<Use>, winner: string): Edit[] {
  const right = replacement(value, winner);
  const mended = articleEdit(value.before, value.before.length, right);
  const offset = start + value.start - value.before.length;
  return [...(mended ? [{ start: offset + mended.start, end: offset + mended.end, text: mended.text }] : []), { start: start + value.start, end: start + value.end, text: right }];
}
