/** Finds species names that are not written as species names are: capital genus, lower-case epithet, no hyphen, italics where the article has them. */
import type { Block, Placed, Span } from '../article/article.js';
import { defineRule, type FixSpec, type Report } from '../engine/rule.js';
import { isCodeLike } from './places.js';
import { inlinesAround, isTitleCase, sentenceAt } from './position.js';
import { isEnglishName, mentionsIn, type Mention } from './mentions.js';

interface Options {
  readonly italics: string;
  readonly abbreviations: boolean;
}

/** A name in a block, with what `conclude` needs to know about its place. */
interface Fact {
  readonly mentions: readonly (Mention & { readonly emphasised: boolean; readonly soft: boolean })[];
}

const STYLE = 'The genus takes a capital, the epithet none, and a space stands between them.';

export const rule = defineRule<Options, Fact>({
  meta: {
    id: 'binomial-format',
    summary: 'A species name with a wrong capital, hyphen or missing italics',
    why: 'A two-part Latin name tells exactly which species is meant; written in the usual form it is recognised as a name, found by a search, and not taken for an ingredient.',
    sources: [
      { title: 'International Code of Nomenclature for algae, fungi, and plants', url: 'https://www.iapt-taxon.org/nomen/main.php' },
      { title: 'AMA Manual of Style, 11th ed., 14.14: Organisms and Pathogens' },
      { title: 'CDC: Emerging Infectious Diseases, scientific nomenclature', url: 'https://wwwnc.cdc.gov/eid/page/scientific-nomenclature' },
    ],
    severity: 'warning',
    fixable: 'safe',
    kinds: ['paragraph', 'list-item', 'heading', 'table-header', 'table-cell', 'html'],
    zones: ['body', 'quote'],
    yieldsTo: ['health-term-misspelling'],
    options: {
      italics: {
        type: 'string',
        enum: ['consistent', 'always', 'never'],
        description: 'Whether species names need italics: only in an article that sets some of them in italics, always, or never.',
        default: 'consistent',
      },
      abbreviations: { type: 'boolean', description: 'Ask for the full name of a plant before its abbreviated one.', default: true },
    },
  },
  collect(block, { resources }) {
    const found = mentionsIn(block, resources).filter((mention) => !isCodeLike(block.prose, mention));
    return found.length > 0 ? { mentions: found.map((mention) => ({ ...mention, emphasised: isEmphasised(mention, block), soft: isSoft(mention, block) })) } : undefined;
  },
  *conclude(facts, _article, { options }) {
    const all = facts.flatMap(({ start, value }) => value.mentions.map((value): Placed<Fact['mentions'][number]> => ({ start, value })));
    const italics = options.italics === 'always' || (options.italics !== 'never' && all.some(({ value }) => value.emphasised));
    const introduced = new Set<string>();
    for (const { start, value: mention } of all) {
      const species = `${mention.genus} ${mention.epithet}`.toLowerCase();
      const early = mention.form === 'abbreviated' && !introduced.has(species);
      if (mention.form !== 'abbreviated') introduced.add(species);
      const span = { start: start + mention.start, end: start + mention.end };
      const wantsItalics = italics && !mention.emphasised && !mention.roman && !isEnglishName(mention);
      if (early && options.abbreviations && mention.full) yield abbreviated(span, mention, wantsItalics);
      else if (mention.right !== undefined) yield malformed(span, mention, mention.right, wantsItalics);
      else if (wantsItalics && mention.form !== 'genus') yield roman(span, mention);
    }
  },
});

function isEmphasised(span: Span, block: Block): boolean {
  return inlinesAround(span, block).some(({ kind }) => kind === 'emphasis');
}

/** So much of the sentence on either side is looked at. */
const AROUND = 200;

/** In a headline every word has a capital: worth a hint at most. */
function isSoft(mention: Mention, block: Block): boolean {
  const sentence = sentenceAt(mention.start, block);
  const from = Math.max(sentence?.start ?? 0, mention.start - AROUND);
  return isTitleCase(block.prose.slice(from, mention.start) + block.prose.slice(mention.end, Math.min(sentence?.end ?? block.prose.length, mention.end + AROUND)));
}

function malformed(span: Span, mention: Fact['mentions'][number], right: string, italics: boolean): Report {
  const text = italics ? `*${right}*` : right;
  return {
    ...span,
    message: mention.form === 'genus' ? `Write “${right}”: ${genusAdvice(right)}` : `Write this species name as “${right}”. ${STYLE}`,
    ...(mention.soft ? { severity: 'hint' as const } : {}),
    fixes: [{ title: `Change to “${right}”`, safety: mention.soft || mention.unsure ? 'suggestion' : 'safe', edits: [{ ...span, text }] }],
  };
}

function genusAdvice(right: string): string {
  return right.endsWith('.') ? 'the abbreviation of “species” ends in a full stop.' : 'the name of a genus has no English plural.';
}

function abbreviated(span: Span, mention: Mention, italics: boolean): Report {
  const full = `${mention.genus} ${mention.epithet}`;
  const fix: FixSpec = { title: `Change to “${full}”`, safety: 'suggestion', edits: [{ ...span, text: italics ? `*${full}*` : full }] };
  return { ...span, severity: 'information', message: `Give the full name, “${full}”, where the species is first mentioned: several genera share the initial.`, fixes: [fix] };
}

function roman(span: Span, { genus, epithet }: Mention): Report {
  return {
    ...span,
    severity: 'hint',
    message: `Set the species name “${genus} ${epithet}” in italics, as elsewhere in this article.`,
    fixes: [
      {
        title: 'Set in italics',
        safety: 'suggestion',
        edits: [
          { start: span.start, end: span.start, text: '*' },
          { start: span.end, end: span.end, text: '*' },
        ],
      },
    ],
  };
}
