/** Finds everyday words that are almost certainly misspelt: known misspellings, and unknown words one likely slip away from just one word. */
import type { Block, Span } from '../article/article.js';
import type { Edit } from '../engine/finding.js';
import { NO_RESOURCES, type Resources } from '../engine/resources.js';
import { defineRule, type Report } from '../engine/rule.js';
import { fold } from '../lexicon/fold.js';
import { correctionOf } from './corrections.js';
import { generalCorrection } from './general.js';
import { articleEdit, inCaseOf } from './grammar.js';
import { addUp, isEnglishIsland, isForeignIsland, isForeignText, isGibberish, shareOf, tally, type Share, type Tally } from './language.js';
import { isCodeLike, isForeign } from './places.js';
import { opensSentence } from './position.js';
import { notableWords, strangersIn, type Word } from './words.js';

interface Options {
  readonly ignore: readonly string[];
}

/** A slip in block offsets, with what there is to say about it. */
type Slip = Span & Required<Pick<Report, 'message' | 'fixes' | 'data'>>;

interface Fact extends Share {
  readonly slips: readonly Slip[];
}

export const rule = defineRule<Options, Fact, Tally<Fact>>({
  meta: {
    id: 'misspelling',
    summary: 'An everyday word that is almost certainly misspelt',
    why: 'Slips of the pen cost trust: readers take them as a sign that nobody has checked the facts either.',
    sources: [{ title: 'SCOWL-based word list of cspell (American English)', url: 'https://github.com/streetsidesoftware/cspell-dicts' }],
    severity: 'information',
    fixable: 'safe',
    kinds: ['paragraph', 'list-item', 'heading', 'table-header', 'table-cell', 'html'],
    zones: ['body', 'quote'],
    yieldsTo: ['health-term-misspelling', 'binomial-format'],
    options: {
      ignore: { type: 'array', items: { type: 'string' }, description: 'Words that are never reported.', default: [] },
    },
  },
  collect(block, { options, resources }) {
    const slips = slipsOf(block, options, resources);
    return { slips, ...shareOf(block, resources, slips.length) };
  },
  digest: tally,
  *conclude(stretches, _article, { resources }) {
    const { found, share } = addUp(stretches);
    if (found.length === 0) return;
    const foreign = isForeignText(share, resources);
    for (const { start, value } of found) {
      if (foreign ? !isEnglishIsland(value) : resources.dictionary && isForeignIsland(value)) continue;
      for (const slip of value.slips) yield { ...slip, start: start + slip.start, end: start + slip.end };
    }
  },
});

function slipsOf(block: Block, options: Options, resources: Resources): Slip[] {
  const words = notableWords(block, resources);
  const ignored = new Set(options.ignore.map(fold));
  const slips: Slip[] = [];
  const gibberish = isGibberish(strangersIn(block, resources), resources);
  for (const [index, word] of words.entries()) {
    const { verdict, raw, start, end } = word;
    if (verdict.standing !== 'unknown' || verdict.misspellingOf !== undefined || ignored.has(verdict.folded) || !isPlainWord(word, block)) continue;
    const correction = generalCorrection(verdict, gibberish ? NO_RESOURCES : resources);
    if (!correction || isCodeLike(block.prose, word)) continue;
    if (!correction.listed && (word.hyphened || /^[A-Z]/.test(raw) || isForeign(index, block, words) || correctionOf(verdict, resources))) continue;
    const right = inCaseOf(raw, correction.word + (/['\u2019]/.test(correction.word) ? '' : verdict.ending));
    slips.push(slipFrom({ start, end }, raw, right, correction.listed, articleEdit(block.prose, start, right)));
  }
  return slips;
}

/** Lower case, or a capital at the start of a sentence: anything else may be a name or an abbreviation. */
function isPlainWord({ raw, start }: Word, block: Block): boolean {
  return /^[a-z]+(?:['\u2019][a-z]+)?$/.test(raw) || (/^[A-Z][a-z]+(?:['\u2019][a-z]+)?$/.test(raw) && opensSentence(start, block));
}

/** What there is to say about a slip wherever its block stands. */
function slipFrom(span: Span, wrong: string, right: string, listed: boolean, article: Edit | undefined): Slip {
  return {
    ...span,
    message: `“${wrong}” is probably a slip for “${right}”.`,
    fixes: [{
      title: `Change to “${right}”`,
      safety: listed ? 'safe' : 'suggestion',
      edits: (_article, { start, end }) => {
        const by = start - span.start;
        return [...(article ? [{ ...article, start: by + article.start, end: by + article.end }] : []), { start, end, text: right }];
      },
    }],
    data: { word: wrong, suggestions: [right] },
  };
}
