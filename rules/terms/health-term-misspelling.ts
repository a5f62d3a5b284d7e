/** Finds misspelt health terms and species names: near misses of the curated vocabulary, and real words in the wrong place. */
import type { Block, Span } from '../article/article.js';
import { defineRule, type FixSpec, type Report, type RuleContext } from '../engine/rule.js';
import { fold } from '../lexicon/fold.js';
import { vocabulary } from '../lexicon/vocabulary.js';
import { correctionOf } from './corrections.js';
import { collocationAt, splitTermAt } from './company.js';
import { articleEdit, inCaseOf } from './grammar.js';
import { addUp, isEnglishIsland, isForeignText, isGibberish, shareOf, tally, type Share, type Tally } from './language.js';
import { firstUse, isCodeLike, isForeign, isName } from './places.js';
import { speciesSlip } from './species.js';
import { notableWords, strangersIn, type Word } from './words.js';

interface Options {
  readonly extraTerms: readonly string[];
  readonly ignore: readonly string[];
}

/** A misspelling in a block, in block offsets. */
interface Slip extends Span {
  readonly wrong: string;
  /** What should stand there, best first. */
  readonly right: readonly string[];
  readonly sure: boolean;
  /** What the reader is told about the right word, in parentheses. */
  readonly gloss: string;
  readonly before: string;
  /** A real word, only not the one meant here. */
  readonly misplaced: boolean;
}

/** Up to this weighted distance a slip is so likely that the fix may be applied unseen. */
const SAFE_DISTANCE = 0.7;

/** What is known of one block: its misspellings, and how much of it is English. */
interface Fact extends Share {
  readonly slips: readonly Slip[];
}

export const rule = defineRule<Options, Fact, Tally<Fact>>({
  meta: {
    id: 'health-term-misspelling',
    summary: 'A misspelt health term or species name',
    why: 'A reader who copies a misspelt drug, plant or disease name into a search box finds nothing, or finds something else; names that differ by two letters can be different medicines.',
    sources: [
      { title: 'International Code of Nomenclature for algae, fungi, and plants', url: 'https://www.iapt-taxon.org/nomen/main.php' },
      { title: 'WHO: International Nonproprietary Names', url: 'https://www.who.int/teams/health-product-and-policy-standards/inn' },
    ],
    severity: 'error',
    fixable: 'safe',
    kinds: ['paragraph', 'list-item', 'heading', 'table-header', 'table-cell', 'html'],
    zones: ['body', 'quote', 'references', 'footnote'],
    options: {
      extraTerms: { type: 'array', items: { type: 'string' }, description: 'More words that are spelt correctly: your own terms, names and brands.', default: [] },
      ignore: { type: 'array', items: { type: 'string' }, description: 'Words that are never reported.', default: [] },
    },
  },
  collect(block, context) {
    const slips = slipsOf(block, context);
    return { slips, ...shareOf(block, context.resources, slips.length) };
  },
  digest: tally,
  *conclude(stretches, article, { resources }) {
    const { found, share } = addUp(stretches);
    if (found.length === 0) return;
    const foreign = isForeignText(share, resources);
    const uses = new Map<string, Span | undefined>();
    const useOf = (right: string): Span | undefined => {
      if (!uses.has(right) && uses.size < MOST_SEARCHES) uses.set(right, firstUse(right, article));
      return uses.get(right);
    };
    for (const { start, value } of found) {
      if (foreign && !isEnglishIsland(value)) continue;
      for (const slip of value.slips) yield report(slip, start, useOf(slip.right[0]!));
    }
  },
});

function slipsOf(block: Block, { options, resources }: RuleContext<Options>): Slip[] {
  const { prose } = block;
  const words = notableWords(block, resources);
  if (words.length === 0) return [];
  const namesOnly = block.zone === 'references' || block.zone === 'footnote';
  const allowed = new Set([...options.extraTerms, ...options.ignore].map(fold));
  const slips: Slip[] = [];
  const taken = new Set<number>();
  const gibberish = isGibberish(strangersIn(block, resources), resources);
  const take = (span: Span, right: readonly string[], sure: boolean, gloss = '', misplaced = false): void => {
    if (taken.has(span.start) || taken.has(span.end - 1)) return;
    for (let at = span.start; at < span.end; at++) taken.add(at);
    slips.push({ start: span.start, end: span.end, wrong: prose.slice(span.start, span.end), right, sure, gloss, before: prose.slice(Math.max(0, span.start - 12), span.start), misplaced });
  };
  for (const word of words) {
    const slip = speciesSlip(word, prose, resources);
    if (slip && !isCodeLike(prose, slip) && !allowed.has(fold(prose.slice(slip.start, slip.end)))) take(slip, [slip.right], slip.distance <= SAFE_DISTANCE, slip.binomial.common);
  }
  if (namesOnly) return slips;
  for (const word of words) {
    const found = (word.verdict.collocation ? collocationAt(word, prose) : undefined) ?? splitTermAt(word, prose, resources);
    if (found && !allowed.has(word.verdict.folded) && !isCodeLike(prose, found)) take(found, [inCaseOf(found.wrong, found.right)], true, '', true);
  }
  for (const [index, word] of words.entries()) {
    if (allowed.has(word.verdict.folded)) continue;
    if (gibberish && word.verdict.misspellingOf === undefined) continue;
    const correction = correctionOf(word.verdict, resources);
    if (!correction || isCodeLike(prose, word) || isMixedCase(word.raw) || (word.hyphened && isCombiningForm(word))) continue;
    if (correction.distance > 0 && (isName(word, block, correction) || (resources.dictionary && isForeign(index, block, words)))) continue;
    const right = correction.words.map((term) => inCaseOf(word.raw, withEnding(term, word.verdict.ending)));
    take(word, right, correction.unique && correction.distance <= SAFE_DISTANCE);
  }
  return slips.sort((a, b) => a.start - b.start);
}

function withEnding(term: string, ending: string): string {
  return ending && /['\u2019]s$/.test(term) ? term : term + ending;
}

/** `fibro-fatty`, `longcovid-diab`: half of a compound is no term by itself. */
function isCombiningForm({ raw, verdict }: Word): boolean {
  return verdict.misspellingOf === undefined && (/o$/i.test(raw) || vocabulary().runTogether(verdict.folded) !== undefined);
}

function isMixedCase(raw: string): boolean {
  return /\p{Ll}\p{Lu}/u.test(raw) && !/^\p{Lu}?\p{Ll}+['\u2019]?\p{Lu}$/u.test(raw);
}

/** For so many terms at most is it looked up where they are spelt right: each costs a search through the article. */
const MOST_SEARCHES = 50;

function report(slip: Slip, start: number, use: Span | undefined): Report {
  const span = { start: start + slip.start, end: start + slip.end };
  const [best = '', ...others] = slip.right;
  const gloss = slip.gloss ? ` (${slip.gloss})` : '';
  const fix = (right: string, index: number): FixSpec => {
    const mended = articleEdit(slip.before, slip.before.length, right);
    const offset = span.start - slip.before.length;
    return {
      title: `Change to “${right}”`,
      safety: slip.sure && index === 0 ? 'safe' : 'suggestion',
      edits: [...(mended ? [{ start: offset + mended.start, end: offset + mended.end, text: mended.text }] : []), { ...span, text: right }],
    };
  };
  const alternatives = others.length > 0 ? ` (or ${others.map((one) => `“${one}”`).join(', ')})` : '';
  return {
    ...span,
    message: `“${slip.wrong.replace(/\s+/g, ' ')}” is ${slip.misplaced ? 'not the word meant here' : 'misspelt'}; did you mean “${best}”${gloss}${alternatives}? Readers look a term up by its spelling.`,
    fixes: slip.right.map(fix),
    ...(use ? { related: [{ ...use, message: `“${best}” is spelt correctly here.` }] } : {}),
    data: { ...(!slip.misplaced && /^[\p{L}\p{M}'\u2019]+$/u.test(slip.wrong) ? { word: slip.wrong.replace(/['\u2019]s?$/, '') } : {}), suggestions: slip.right },
  };
}
