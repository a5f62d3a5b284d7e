/** Abbreviations that an article uses before it says what they stand for. */
import type { Article, Block, Placed, Sentence } from '../article/article.js';
import { defineRule, type FixSpec, type Report } from '../engine/rule.js';
import { verbReading } from '../english/inflection.js';
import abbreviationList from '../lexicon/data/wording/abbreviations.txt';
import { once } from '../lexicon/once.js';
import { readTable } from '../lexicon/table.js';
import { capitalize, replace } from './replacement.js';

interface Options {
  readonly known: readonly string[];
  readonly unlisted: boolean;
  readonly unused: boolean;
}

/** An abbreviation at one place of a block. Offsets are in the block. */
interface Use {
  readonly start: number;
  readonly end: number;
  readonly short: string;
  readonly plural: boolean;
  /** True where it stands in brackets behind words or has its long form behind it. */
  readonly defines: boolean;
  /** `(ABC)`: the brackets, where they hold nothing else. */
  readonly brackets: boolean;
  /** False in headings, tables and quotations, where nobody expands. */
  readonly prose: boolean;
  readonly opens: boolean;
  /** True where new words can stand in its place: no hyphen or possessive is attached. */
  readonly free: boolean;
  /** True where the long form stands in the same sentence. */
  readonly explained: boolean;
}

interface Expansion {
  readonly one: string;
  readonly many: string | undefined;
  /** The same in British spelling, where it differs. */
  readonly british: string | undefined;
}

const ABBREVIATION = once(() => /(?<![\p{L}\p{N}./&_@#$-])((?:e)?[A-Z]{2,6})(s?)(?![\p{L}\p{N}_]|[./&]\p{L}|-\p{N})/gu);
const UNLISTED_USES = 3;
/** How far around an abbreviation its long form is looked for. */
const NEAR = 200;

const table = once(() => {
  const expansions = new Map<string, Expansion>();
  const known = new Set<string>();
  for (const [short = '', one = '', many = '', british] of readTable(abbreviationList)) {
    if (one === '-') known.add(short);
    else expansions.set(short, { one, many: many === '-' ? undefined : many || `${one}s`, british });
  }
  return { expansions, known };
});

export const rule = defineRule<Options, readonly Use[]>({
  meta: {
    id: 'undefined-abbreviation',
    summary: 'An abbreviation that the article has not spelt out',
    why: 'Readers who do not know an abbreviation guess or give up; many have several meanings in medicine.',
    sources: [
      { title: 'AMA Manual of Style 13: Abbreviations', url: 'https://www.amamanualofstyle.com/' },
      { title: 'CDC Clear Communication Index', url: 'https://www.cdc.gov/ccindex/' },
    ],
    severity: 'hint',
    fixable: 'suggestion',
    kinds: ['paragraph', 'list-item', 'heading', 'table-header', 'table-cell', 'html'],
    zones: ['body', 'quote'],
    options: {
      known: { type: 'array', description: 'Abbreviations that your readers know, such as `PTSD`.', default: [], items: { type: 'string' } },
      unlisted: { type: 'boolean', description: 'Also report abbreviations that the dictionary does not list, where the article uses them three times or more.', default: true },
      unused: { type: 'boolean', description: 'Also report abbreviations that are introduced and then not used, or introduced twice.', default: false },
    },
  },
  cues: { pattern: /[A-Z]{2}/ },
  collect(block) {
    const uses = block.sentences.flatMap((sentence) => usesIn(sentence, block));
    return uses.length > 0 ? uses : undefined;
  },
  *conclude(facts, article, { options }) {
    const known = new Set(options.known);
    const listed = article.text.includes('*[');
    for (const [short, uses] of byAbbreviation(facts)) {
      if (known.has(short) || table().known.has(short) || (listed && article.text.includes(`*[${short}]:`))) continue;
      const expansion = table().expansions.get(short);
      if (!expansion && (!options.unlisted || isName(uses))) continue;
      yield* judge(uses, expansion, article, options);
    }
  },
});

function* judge(uses: readonly Placed<Use>[], expansion: Expansion | undefined, article: Article, options: Options): Iterable<Report> {
  const first = uses.findIndex(({ value }) => value.prose && !value.explained && !value.defines);
  const definition = uses.findIndex(({ value }) => value.defines || value.explained);
  const use = uses[first];
  if (use && (definition < 0 || first < definition)) {
    if (expansion || uses.filter(({ value }) => value.prose).length >= UNLISTED_USES) yield undefinedUse(use, expansion, article);
    return;
  }
  if (!options.unused || definition < 0) return;
  const defining = uses[definition]!;
  if (uses.length === 1 && defining.value.brackets && defining.value.prose) yield unusedDefinition(defining, article);
  const again = uses.slice(definition + 1).find(({ value }) => value.defines && value.brackets && value.prose);
  if (again && defining.value.brackets && defining.value.prose) yield { ...span(again), message: `“${again.value.short}” was introduced before. Use the abbreviation alone here, or the words alone.` };
}

function undefinedUse(use: Placed<Use>, expansion: Expansion | undefined, article: Article): Report {
  const { short, plural, opens, free } = use.value;
  const place = span(use);
  const words = expansion && wordsFor(expansion, plural, article.text);
  const earlier = expansion && free && longFormBefore(article.text, place.start, expansion);
  if (earlier) {
    const long = article.text.slice(earlier.start, earlier.end).replace(/\s+/g, ' ');
    const text = ` (${short}${earlier.plural ? 's' : ''})`;
    const fix: FixSpec = { title: `Insert “${text.trim()}” behind “${long}”`, safety: 'suggestion', edits: [{ start: earlier.end, end: earlier.end, text }] };
    return { ...place, message: `Nothing says that “${short}” means “${long}”. Write “${text.trim()}” behind those words.`, fixes: [fix] };
  }
  const message = words
    ? `Readers may not know “${short}”. Spell it out where it first stands: “${words} (${short}${plural ? 's' : ''})”.`
    : `“${short}” is not spelt out. Say what it stands for where it first stands.`;
  if (!words || !free) return { ...place, message };
  const text = `${opens ? capitalize(words) : words} (${short}${plural ? 's' : ''})`;
  const fix: FixSpec = { title: `Change to “${text}”`, safety: 'suggestion', edits: replace(article.text, place, text) };
  return { ...place, message, fixes: [fix] };
}

/** Spellings that show which English an article is written in. */
const BRITISH = /noea|rrhoea|oedema|aemi[ac]|haemo|oesoph|oestr|paediatr|gynaecol|orthopaed|caesar|foet[ua]|tumour|behaviour|colour|favour|labour|fibre|centre|litre|(?:organ|recogn|random|general|hospital|special|fertil)is(?:e|i|a)|programme/gi;
const AMERICAN = /pnea|(?<!o)rrhea|(?<!o)edema|(?<!a)emia\b|\bhemo|(?<!o)esoph|(?<!o)estrogen|pediatr|gynecol|orthoped|\bfet(?:al|us)|tumors?\b|behavior|color(?!ect)|favor|labor\b|fiber|center|(?:organ|recogn|random|general|hospital|special|fertil)iz/gi;

/** The long form in the number of the abbreviation and the spelling of the article. */
function wordsFor({ one, many, british }: Expansion, plural: boolean, text: string): string | undefined {
  const inBritish = british !== undefined && isBritish(text);
  if (!plural) return inBritish ? british : one;
  return many === undefined ? undefined : inBritish ? `${british}s` : many;
}

function isBritish(text: string): boolean {
  const british = text.match(BRITISH)?.length ?? 0;
  return british > 0 && british > (text.match(AMERICAN)?.length ?? 0);
}

/** How far before an abbreviation its long form makes another one odd; a blank line ends the search. */
const REACH = 600;

/** The last place before `at` in the same paragraph where the long form stands alone. */
function longFormBefore(text: string, at: number, { one, many, british }: Expansion): { readonly start: number; readonly end: number; readonly plural: boolean } | undefined {
  const from = Math.max(0, at - REACH);
  const before = text.slice(from, at).replace(/^[\s\S]*\r?\n[ \t>]*\r?\n/, (gone) => ' '.repeat(gone.length));
  const forms = [...(many === undefined ? [] : [many]), ...(british === undefined ? [] : [british]), one];
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${forms.map((form) => form.replace(/[.()]/g, '\\$&').replace(/\s+/g, '\\s+')).join('|')})(?![\\p{L}\\p{N}-]|[*_]|\\s*\\()`, 'giu');
  const last = [...before.matchAll(pattern)].at(-1);
  if (!last) return undefined;
  const written = last[0].replace(/\s+/g, ' ').toLowerCase();
  return { start: from + last.index, end: from + last.index + last[0].length, plural: many !== undefined && many.toLowerCase() === written && many !== one };
}

function unusedDefinition(use: Placed<Use>, article: Article): Report {
  const { start, end } = span(use);
  const before = /\s*\($/.exec(article.text.slice(0, start))?.[0].length ?? 0;
  const place = { start: start - before, end: end + 1 };
  const fixes: FixSpec[] = before > 0 && article.text[end] === ')' ? [{ title: `Remove “(${use.value.short})”`, safety: 'suggestion', edits: [{ ...place, text: '' }] }] : [];
  return { start, end, message: `“${use.value.short}” is introduced but not used again. Leave it out.`, fixes };
}

function span({ start, value }: Placed<Use>): { readonly start: number; readonly end: number } {
  return { start: start + value.start, end: start + value.end };
}

function byAbbreviation(facts: readonly Placed<readonly Use[]>[]): Map<string, Placed<Use>[]> {
  const uses = new Map<string, Placed<Use>[]>();
  for (const { start, value } of facts) {
    for (const use of value) {
      const list = uses.get(use.short);
      if (list) list.push({ start, value: use });
      else uses.set(use.short, [{ start, value: use }]);
    }
  }
  return uses;
}

/** Shouted words, Roman numerals and units are no abbreviations that need a long form. */
function isName(uses: readonly Placed<Use>[]): boolean {
  const { short } = uses[0]!.value;
  return short.length < 3 || /^[IVXLCM]+$/.test(short) || uses.every(({ value }) => !value.prose) || verbReading(short.toLowerCase()) !== undefined;
}

function usesIn(sentence: Sentence, block: Block): Use[] {
  const { text } = sentence;
  if (isShouted(text)) return [];
  const lower = text.toLowerCase().replace(/\s+/g, ' ');
  const explained = new Map<string, boolean>();
  const isExplained = (short: string): boolean => {
    let known = explained.get(short);
    if (known === undefined) {
      const { one, british } = table().expansions.get(short) ?? {};
      explained.set(short, (known = [one, british].some((words) => words !== undefined && lower.includes(words.toLowerCase()))));
    }
    return known;
  };
  const prose = block.zone === 'body' && (block.kind === 'paragraph' || block.kind === 'list-item' || block.kind === 'html');
  return [...text.matchAll(ABBREVIATION())].filter((match) => !isHalf(match, text)).map((match): Use => {
    const [all, short = '', s] = match;
    const start = match.index;
    const end = start + all.length;
    const before = text.slice(Math.max(0, start - NEAR), start);
    const behind = text.slice(end, end + NEAR);
    const bracket = /[\p{L}\p{N}'’”"*_]\s*\(\s*$/u.test(before);
    return {
      start: sentence.start + start,
      end: sentence.start + end,
      short,
      plural: s === 's',
      defines: (bracket && (/^(?:-[\p{L}\p{N}]{1,6})?\s*[);,:/]/u.test(behind) || isLongForm(short, before.replace(/[([].*$/s, '')))) || isExpandedBehind(short, behind) || isNamed(before, behind),
      brackets: bracket && behind.startsWith(')'),
      prose,
      opens: start - before.length === 0 && !/[\p{L}\p{N}]/u.test(before),
      free: !/^[-'’/]/.test(behind) && !/[(/]\s*$/.test(before),
      explained: isExplained(short),
    };
  });
}

/** `CBT-I`, `JAK-STAT`: the first half of a compound name, unless brackets or a long form make it the article's own. */
function isHalf({ 0: all, index }: RegExpMatchArray, text: string): boolean {
  return /^[-\u2010\u2011]\p{Lu}+(?!\p{Ll})/u.test(text.slice(index! + all.length, index! + all.length + 8)) && !/\(\s*$/.test(text.slice(Math.max(0, index! - 3), index));
}

/** Most words in capitals: a warning, not abbreviations. */
function isShouted(text: string): boolean {
  const words = text.match(/\p{L}{2,}/gu) ?? [];
  return words.length > 2 && words.filter((word) => word === word.toUpperCase()).length > words.length * 0.6;
}

/** `ABC (a long form)`: words whose first letters can give the abbreviation. */
function isExpandedBehind(short: string, behind: string): boolean {
  const words = /^\s*(?:\(|,?\s+(?:or|short for|which stands for|stands for|meaning)\s+|\s+[–—=]\s+)([^)]{3,120})/.exec(behind)?.[1];
  return words !== undefined && isLongForm(short, words);
}

/** `or ABC`, `known as ABC`, `abbreviated ABC`, behind words. */
function isNamed(before: string, behind: string): boolean {
  return /(?:\b(?:known as|called|abbreviated(?: as| to)?|referred to as|shortened to|short)|,\s+or)\s+["“‘*_]*$/i.test(before) && /^["”’*_]*\s*(?:[,.;)]|$|\p{L}|—|–)/u.test(behind);
}

function isLongForm(short: string, words: string): boolean {
  const initials = (words.match(/\p{L}+/gu) ?? []).map((word) => word.charAt(0).toUpperCase()).join('');
  const wanted = short.toUpperCase();
  let at = 0;
  for (const letter of wanted) {
    const found = initials.indexOf(letter, at);
    if (found >= 0) at = found + 1;
    else if (letter === wanted.charAt(0)) return false;
  }
  return at >= Math.min(2, wanted.length);
}
