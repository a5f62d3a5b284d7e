/** Finds misspelt health terms and species names: near misses of the curated vocabulary, and real words in the wrong place. */
import type { Article, Block, Span } from '../article/article.js';
import type { Edit, Related } from '../engine/finding.js';
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

/** A misspelling in a block, in block offsets, with what there is to say about it wherever the block stands. */
interface Slip extends Span, Required<Pick<Report, 'message' | 'fixes' | 'data'>> {
  /** The word that should most likely stand there. */
  readonly best: string;
}

/** What is known of a misspelling. Offsets are in the block. */
interface Found extends Span {
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
    const uses = new Map<string, readonly Related[]>();
    for (const { start, value } of found) {
      if (foreign && !isEnglishIsland(value)) continue;
      for (const { message, fixes, data, best, ...span } of value.slips) {
        yield { start: start + span.start, end: start + span.end, message, fixes, data, related: () => spelledRight(best, article, uses) };
      }
    }
  },
});

/** Where the article spells the word right, if it does. @param known what has been found before; after so many searches no more are made. */
function spelledRight(word: string, article: Article, known: Map<string, readonly Related[]>): readonly Related[] {
  let places = known.get(word);
  if (!places && known.size < MOST_SEARCHES) {
    const use = firstUse(word, article);
    known.set(word, (places = use ? [{ ...use, message: `“${word}” is spelt correctly here.` }] : []));
  }
  return places ?? [];
}

function slipsOf(block: Block, { options, resources }: RuleContext<Options>): Slip[] {
  const { prose } = block;
  const words = notableWords(block, resources);
  if (words.length === 0) return [];
  const namesOnly = block.zone === 'references' || block.zone === 'footnote';
  const allowed = new Set([...options.extraTerms, ...options.ignore].map(fold));
  const slips: Found[] = [];
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
  if (namesOnly) return slips.map(slipFrom);
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
  return slips.sort((a, b) => a.start - b.start).map(slipFrom);
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

function slipFrom({ start, end, wrong, right, sure, gloss, before, misplaced }: Found): Slip {
  const [best = '', ...others] = right;
  const known = gloss ? ` (${gloss})` : '';
  const alternatives = others.length > 0 ? ` (or ${others.map((one) => `“${one}”`).join(', ')})` : '';
  const edits = (word: string, place: Span): readonly Edit[] => {
    const article = articleEdit(before, before.length, word);
    const offset = place.start - before.length;
    return [...(article ? [{ start: offset + article.start, end: offset + article.end, text: article.text }] : []), { start: place.start, end: place.end, text: word }];
  };
  return {
    start,
    end,
    best,
    message: `“${wrong.replace(/\s+/g, ' ')}” is ${misplaced ? 'not the word meant here' : 'misspelt'}; did you mean “${best}”${known}${alternatives}? Readers look a term up by its spelling.`,
    fixes: right.map((word, index): FixSpec => ({ title: `Change to “${word}”`, safety: sure && index === 0 ? 'safe' : 'suggestion', edits: (_article, place) => edits(word, place) })),
    data: { ...(!misplaced && /^[\p{L}\p{M}'\u2019]+$/u.test(wrong) ? { word: wrong.replace(/['\u2019]s?$/, '') } : {}), suggestions: right },
  };
}
