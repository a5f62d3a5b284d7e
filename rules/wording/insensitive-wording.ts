/** Gendered job titles, slurs and careless words, found by retext-equality behind a list of what suits health articles. */
import type { Block } from '../article/article.js';
import { defineRule, type FixSpec, type Report } from '../engine/rule.js';
import { equalityCues, equalityMatches, mayMatch, type EqualityGroup, type EqualityMatch } from './equality.js';
import { isMentioned } from './mention.js';
import { suggestion } from './replacement.js';

interface Options {
  readonly ignore: readonly string[];
}

/** What is wrong with the words of each group. */
const FAULT: Readonly<Record<EqualityGroup, string>> = {
  gender: 'names a gender where none is meant',
  ability: 'makes light of mental illness or disability',
  group: 'can insult or misname the people it is about',
  colour: 'uses black and white for bad and good',
};

/** An adjective may be swapped behind these; `drives me crazy` and `go crazy` need another sentence. */
const BEFORE_ADJECTIVE = /(?:^|\s)(?:an?|the|this|that|these|those|some|very|so|too|quite|really|rather|such|is|are|was|were|be|been|isn['’]t|['’]s|['’]re|sounds?|sounded|seems?|seemed|looks?|looked|feels?|felt)\s+$/i;

export const rule = defineRule<Options>({
  meta: {
    id: 'insensitive-wording',
    summary: 'Gendered job titles, slurs and careless words',
    why: 'Readers who feel left out or insulted stop reading, and health advice does not reach them.',
    sources: [
      { title: 'retext-equality', url: 'https://github.com/retextjs/retext-equality' },
      { title: 'APA Style: Bias-free language', url: 'https://apastyle.apa.org/style-grammar-guidelines/bias-free-language' },
    ],
    severity: 'information',
    fixable: 'suggestion',
    kinds: ['paragraph', 'list-item', 'heading', 'table-header', 'table-cell', 'html'],
    yieldsTo: ['stigmatizing-language'],
    options: {
      ignore: { type: 'array', description: 'Rule ids of retext-equality that are not run, such as `mankind`.', default: [], items: { type: 'string' } },
    },
  },
  cues: equalityCues,
  *checkBlock(block, { options }) {
    if (!mayMatch(block.prose)) return;
    for (const match of equalityMatches(block.prose)) {
      if (!options.ignore.includes(match.row.id) && !isMentioned(block, match) && !isName(block, match)) yield report(block, match);
    }
  },
});

function report(block: Block, match: EqualityMatch): Report {
  const { start, end, row } = match;
  const words = block.prose.slice(start, end).replace(/\s+/g, ' ');
  const advice = row.offered.length > 0 ? `Consider ${row.offered.map((offer) => `“${offer}”`).join(' or ')}.` : 'Choose another word.';
  return { start, end, message: `“${words}” ${FAULT[row.group]}. ${advice}`, fixes: fixes(block, match), data: { equality: row.id } };
}

function fixes(block: Block, { start, end, row }: EqualityMatch): FixSpec[] {
  const words = block.prose.slice(start, end);
  if (row.group === 'ability' && !/ly$/i.test(words) && !BEFORE_ADJECTIVE.test(block.prose.slice(Math.max(0, start - 20), start))) return [];
  return row.offered.map((offer) => suggestion(block.prose, { start, end }, offer));
}

/** A title with a name (`Chairman Powell`) or part of a name (`Wounded Warrior Policemen Fund`) is not ours to change. */
function isName(block: Block, { start, end, row }: EqualityMatch): boolean {
  if (row.group === 'group' || !/^\p{Lu}/u.test(block.prose.slice(start, end))) return false;
  return block.kind !== 'heading' && block.kind !== 'table-header' && /^\s+\p{Lu}\p{Ll}/u.test(block.prose.slice(end));
}
