/** Finds the odd form out where an article uses two forms of one thing: a stray capital, another spelling, another name. */
import type { Article, Placed, Span } from '../article/article.js';
import type { Edit, Related } from '../engine/finding.js';
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

/** An occurrence with what a report says about it. */
interface Use extends Occurrence {
  /** The text right before it. */
  readonly before: string;
  /** As written, on one line. */
  readonly shown: string;
}

/** The uses of one thing in a stretch by their label, in the order of the text. Offsets are in the stretch. */
interface Part {
  readonly form: Form;
  readonly uses: ReadonlyMap<string, readonly Use[]>;
  readonly glossed: boolean;
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
    return found.length > 0 ? found.map((one) => ({ ...one, before: block.prose.slice(Math.max(0, one.start - 12), one.start), shown: one.written.replace(/\s+/g, ' ') })) : undefined;
  },
  digest(facts) {
    const things = new Map<string, { form: Form; uses: Map<string, Use[]>; glossed: boolean }>();
    for (const { start, value } of facts) {
      for (const one of value) {
        const use = { ...one, start: start + one.start, end: start + one.end };
        let thing = things.get(use.form.key);
        if (!thing) things.set(use.form.key, (thing = { form: use.form, uses: new Map(), glossed: false }));
        thing.glossed ||= use.glossed;
        addTo(thing.uses, use.label, use);
      }
    }
    return things;
  },
  *conclude(stretches, article, { options }) {
    const things = new Map<string, Placed<Part>[]>();
    for (const { start, value } of stretches) for (const [key, part] of value) addTo(things, key, { start, value: part });
    const locale = once(() => localeOf(things.values(), article, options));
    for (const parts of things.values()) yield* oddOnes(parts, locale, options);
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
  for (const parts of things) {
    if (parts[0]!.value.form.difference !== 'region') continue;
    for (const [label, count] of countsOf(parts)) british += label === 'en-GB' ? count : -count;
  }
  return british > 0 ? 'en-GB' : british < 0 ? 'en-US' : '';
}

/** How often each form is used; the one that comes first in the text is first. */
function countsOf(parts: readonly Placed<Part>[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { value } of parts) for (const [label, uses] of value.uses) counts.set(label, (counts.get(label) ?? 0) + uses.length);
  return counts;
}

/** The uses of one form, placed in the file by their stretches. */
function usesOf(parts: readonly Placed<Part>[], label: string): Placed<Use>[] {
  return parts.flatMap(({ start, value }) => (value.uses.get(label) ?? []).map((use): Placed<Use> => ({ start, value: use })));
}

function* oddOnes(parts: readonly Placed<Part>[], locale: () => string, options: Options): Iterable<Report> {
  const { form } = parts[0]!.value;
  const wanted = preferred(form, options) ?? (form.difference === 'region' && options.locale !== 'auto' ? options.locale : undefined);
  const counts = countsOf(parts);
  if (counts.size < 2 && (wanted === undefined || counts.has(wanted))) return;
  if (wanted === undefined && parts.some(({ value }) => value.glossed)) return;
  const winner = wanted ?? mostUsed(counts, form.difference, locale);
  const speech = speechOf(form, winner, counts.get(winner) ?? 0, parts);
  for (const label of counts.keys()) {
    if (label === winner) continue;
    const same = usesOf(parts, label).filter(({ value }) => value.running);
    for (const [index, one] of same.entries()) yield speech.about(one, index < MOST_AT_ONCE ? same : [one]);
  }
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

function mostUsed(counts: ReadonlyMap<string, number>, difference: Difference, locale: () => string): string {
  const most = Math.max(...counts.values());
  const leaders = [...counts].filter(([, count]) => count === most).map(([label]) => label);
  if (difference === 'case' && most < FEWEST_CAPITALS) return 'lower';
  if (leaders.length === 1) return leaders[0]!;
  if (difference === 'case') return 'lower';
  if (difference === 'region' && leaders.includes(locale())) return locale();
  // A tie between a brand and its generic name goes to the generic one; else the form that comes first is kept.
  if (difference === 'brand') return leaders.find((label) => label === label.toLowerCase()) ?? leaders[0]!;
  return leaders[0]!;
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

/** What is said of all odd forms that are written alike: the title of the fix of one, and the fix of all. */
interface Said extends Required<Pick<Report, 'message' | 'data'>> {
  readonly title: string;
  readonly all: FixSpec;
}

/** What there is to say about the odd forms of one thing; what is the same for all that are written alike is worked out once. */
function speechOf(form: Form, winner: string, times: number, parts: readonly Placed<Part>[]): { about(one: Placed<Use>, same: readonly Placed<Use>[]): Report } {
  const exact = form.difference === 'case' ? winner === 'lower' : form.difference === 'region' || form.difference === 'joint';
  const related: Related[] = [];
  for (let i = 0; i < parts.length && related.length < MOST_RELATED; i++) {
    const { start, value } = parts[i]!;
    for (const use of (value.uses.get(winner) ?? []).slice(0, MOST_RELATED - related.length)) related.push({ start: start + use.start, end: start + use.end, message: `“${use.shown}” here` });
  }
  const elsewhere = times === 0 ? '' : times === 1 ? ', elsewhere' : `, ${times} times elsewhere`;
  const words = new Map<string, Said>();
  const wordsFor = (value: Use, same: readonly Placed<Use>[]): Said => {
    const { written, shown } = value;
    let said = words.get(written);
    if (said) return said;
    const right = replacement(value, winner);
    words.set(written, (said = {
      message: `“${shown}” here${elsewhere ? `${elsewhere} “${right}”` : `; your settings prefer “${right}”`}: ${REASONS[form.difference]}`,
      data: { form: written, prefer: right },
      title: `Change to “${right}”`,
      all: {
        title: `Change all ${same.length} to “${right}” in this file`,
        safety: 'suggestion',
        edits: () => same.flatMap((other) => editsOf(other.value, { start: other.start + other.value.start, end: other.start + other.value.end }, winner)),
      },
    }));
    return said;
  };
  return {
    about({ start, value }, same) {
      const { message, data, title, all } = wordsFor(value, same);
      const one: FixSpec = { title, safety: exact ? 'safe' : 'suggestion', edits: (_article, place) => editsOf(value, place, winner) };
      return { start: start + value.start, end: start + value.end, message, data, fixes: same.length > 1 ? [one, all] : [one], ...(related.length > 0 ? { related } : {}) };
    },
  };
}

const MOST_RELATED = 3;

function replacement({ form, written }: Use, winner: string): string {
  if (form.difference === 'case') return winner === 'lower' ? written.toLowerCase() : capitalised(written, form);
  const right = form.others.get(winner) ?? form.text;
  return /^\p{Lu}/u.test(form.text) ? right : inCaseOf(written, right);
}

function capitalised(written: string, { words }: Form): string {
  return words.length > 1 ? written.replace(/(^|[\s-])(\p{L})/gu, (_, gap: string, letter: string) => gap + letter.toUpperCase()) : written.charAt(0).toUpperCase() + written.slice(1);
}

/** The edits that change a use which stands at this place of the file. */
function editsOf(use: Use, { start, end }: Span, winner: string): Edit[] {
  const right = replacement(use, winner);
  const mended = articleEdit(use.before, use.before.length, right);
  const offset = start - use.before.length;
  return [...(mended ? [{ start: offset + mended.start, end: offset + mended.end, text: mended.text }] : []), { start, end, text: right }];
}
