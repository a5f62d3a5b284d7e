/** Flags statements that report research, figures, official acts, doses or comparisons and give no source. */
import type { ArticleContext, Block, Placed, Sentence, Span } from '../article/article.js';
import { opensResults } from '../article/titles.js';
import { SEVERITIES, type Severity } from '../engine/finding.js';
import { defineRule, type Report, type RuleContext } from '../engine/rule.js';
import { agencyGateWords } from './agency-cues.js';
import { coveringCitations, hasPlaceholder, isSource, type CoverageOptions } from './coverage.js';
import { firstWordsOf } from './cue-phrases.js';
import { cuesOf } from './cues.js';
import type { Cue, Reason } from './cue.js';
import { titleSpan } from './document.js';
import { findingGateWords } from './finding-cues.js';
import { citationFixes, type CitationMark } from './footnotes.js';
import { researchGateWords } from './research-cues.js';

/** A reason for one sentence, or one of the two about the whole article. */
type AnyReason = Reason | 'no-sources' | 'untied-references';

interface Options extends CoverageOptions {
  readonly reasons: Readonly<Partial<Record<AnyReason, Severity | 'off'>>>;
  readonly style: CitationMark;
  readonly placeholder: string;
}

/** What a block, or a stretch of them, says about the article's sources. Offsets are in the block (or stretch). */
interface Fact {
  /** How many statements have no source, and the first of them. */
  readonly uncited: number;
  readonly first: readonly Span[];
  readonly cited: boolean;
}

const SEVERITY: Readonly<Record<AnyReason, Severity | 'off'>> = {
  statistic: 'warning',
  regulatory: 'warning',
  'research-attribution': 'warning',
  dosage: 'warning',
  comparative: 'warning',
  mechanism: 'information',
  quotation: 'information',
  history: 'hint',
  'established-knowledge': 'information',
  finding: 'hint',
  'no-sources': 'warning',
  'untied-references': 'information',
};

/** From so many statements without a source on, an article without any source gets a word about the whole. */
const LEAST_FOR_NO_SOURCES = 3;

export const rule = defineRule<Options, Fact>({
  meta: {
    id: 'missing-citation',
    summary: 'Statements about research, figures, official acts, doses or comparisons that give no source',
    why: 'A reader can check a health statement only where its source is given; studies and figures that nobody can find are worth little and may be wrong.',
    sources: [
      { title: 'Redi M. et al. 2019. Citation Needed: a taxonomy of why statements need sources', url: 'https://arxiv.org/abs/1902.11116' },
      { title: 'Wikipedia: Identifying reliable sources (medicine)', url: 'https://en.wikipedia.org/wiki/Wikipedia:MEDRS' },
      { title: 'HONcode principles 4 and 5: attribution, justifiability' },
      { title: 'ICMJE Recommendations: references', url: 'https://www.icmje.org/recommendations/' },
    ],
    severity: 'warning',
    presets: { strict: 'error' },
    fixable: 'suggestion',
    zones: ['body', 'quote'],
    yieldsTo: ['unhedged-causal-claim', 'vague-attribution', 'proof-claim'],
    options: {
      reasons: {
        type: 'object',
        description: 'How severe each reason is: statistic, regulatory, research-attribution, dosage, comparative, mechanism, quotation, history, established-knowledge, finding, no-sources, untied-references. `off` silences one.',
        default: SEVERITY,
        additionalProperties: { type: 'string', enum: [...SEVERITIES, 'off'] },
      },
      citationScope: {
        type: 'string',
        description: 'How far a citation reaches: its sentence (and those that go on about the same study), the following sentence too, or its paragraph.',
        default: 'sentence',
        enum: ['sentence', 'next-sentence', 'paragraph'],
      },
      trustedOnly: {
        type: 'boolean',
        description: 'Count links only where they lead to a journal, an index of publications, an agency, a university or a professional body.',
        default: false,
      },
      trustedHosts: { type: 'array', description: 'Hosts that count as sources besides the known ones, with their subdomains.', default: [], items: { type: 'string' } },
      untrustedHosts: { type: 'array', description: 'Hosts that never count as sources, such as your own shop.', default: [], items: { type: 'string' } },
      style: {
        type: 'string',
        description: 'The mark that the first fix inserts: what the article already uses, a footnote, a Pandoc key, or the placeholder.',
        default: 'auto',
        enum: ['auto', 'footnote', 'pandoc', 'placeholder'],
      },
      placeholder: { type: 'string', description: 'The words of the placeholder for a source to be added.', default: '[citation needed]' },
    },
  },
  cues: {
    words: () => new Set([...researchGateWords(), 'colleagues', 'coworkers', 'co-workers', 'et', 'team', 'doctors', 'physicians', 'clinicians', 'experts', 'psychiatrists', 'surgeons', 'nutritionists', ...agencyGateWords(), ...firstWordsOf(new Set(['research-attribution', 'regulatory', 'comparative', 'history', 'established-knowledge'])), ...findingGateWords()]),
    pattern: /\d|["“«]|\b(?:[Hh]alf|[Tt]hird|[Qq]uarter|[Tt]wice|[Mm]illions?|[Tt]housands?|[Dd]oubl|[Tt]ripl|[Mm]ajority|odds|hazard|binds?|interacts?|acts?|inhibits?|blocks?|activates?|stimulates?|modulates?|crosses|metaboli|agonist|antagonist|works? by|one in|p\s?[<=>])/,
  },
  *checkSentence(sentence, block, context) {
    if (hasUntiedReferences(context.article)) return;
    const cue = strongest(sentence, block, context);
    if (!cue || (block.zone === 'quote' && cue.reason === 'finding')) return;
    if (hasPlaceholder(sentence, block) || coveringCitations(sentence, block, context.options).length > 0) return;
    yield reportOf(goesOn(cue, sentence, block, context) ? { ...cue, atMost: 'information' } : cue, sentence, block, context);
  },
  collect(block, context) {
    const uncited: Span[] = [];
    let cited = block.citations.some((one) => isSource(one, context.options));
    for (const sentence of block.sentences) {
      const cue = strongest(sentence, block, context);
      if (!cue || !COUNTED.has(cue.reason) || cue.atMost === 'hint') continue;
      if (hasPlaceholder(sentence, block)) cited = true;
      else if (coveringCitations(sentence, block, context.options).length === 0) uncited.push({ start: cue.start, end: cue.end });
    }
    return uncited.length > 0 || cited ? { uncited: uncited.length, first: uncited.slice(0, MOST_RELATED), cited } : undefined;
  },
  digest: sumOf,
  *conclude(facts, article, context) {
    const { uncited, first, cited } = sumOf(facts);
    const related = first.map((span) => ({ ...span, message: 'A statement without a source' }));
    if (uncited === 0) return;
    if (hasUntiedReferences(article.context)) {
      const severity = severityOf('untied-references', undefined, context);
      const section = article.referencesSection;
      // A list in the middle belongs to its own section and is as good as a source line there.
      if (!severity || !section || hasLocalLists(article.text) || article.blocks.some(({ start, value }) => start >= section.end && value.zone === 'body' && value.sentences.length > 0 && value.kind !== 'heading')) return;
      yield {
        ...firstLine(article.text, section),
        message: `The list of sources is not tied to the text: nothing says which source stands behind which statement (${plural(uncited, 'statement needs', 'statements need')} one). Number the sources or use footnotes, and point to them where they are used.`,
        severity,
        related,
        data: { reason: 'untied-references', statements: uncited },
      };
      return;
    }
    const severity = severityOf('no-sources', undefined, context);
    if (!severity || uncited < LEAST_FOR_NO_SOURCES || article.references.length > 0 || cited) return;
    const span = titleSpan(article);
    yield {
      ...span,
      focus: { start: span.start, end: span.start },
      message: `The article refers to research, figures or official bodies in ${uncited} places and gives no source at all. Readers can't check any of it: cite where each is from.`,
      severity,
      related,
      data: { reason: 'no-sources', statements: uncited },
    };
  },
});

/** The reasons that count for the notes on the whole article. */
const COUNTED: ReadonlySet<Reason> = new Set(['statistic', 'regulatory', 'research-attribution', 'dosage', 'comparative']);

/** A list of sources at the end and nothing in the text that points anywhere: one note says so, instead of a mark on every sentence. */
function hasUntiedReferences(context: ArticleContext): boolean {
  return context.hasReferences && context.citationStyle === undefined;
}

/** Several lists of sources, one under each entry: each is tied to its own. */
function hasLocalLists(text: string): boolean {
  return (text.match(/^[ \t]{0,3}[#*_]{0,6}[ \t]?(?:sources?|references?)[ \t]?:?[*_]{0,3}[ \t]?\r?$/gim) ?? []).length > 1;
}

function strongest(sentence: Sentence, block: Block, context: RuleContext<Options>): Cue | undefined {
  const cues = cuesOf(sentence, block);
  if (cues.length === 0) return undefined;
  const own = context.article.ownStudy && opensResults(block.section);
  return cues.find((cue) => !(own && (OWN.has(cue.reason) || cue.atMost !== undefined)) && severityOf(cue.reason, cue.atMost, context) !== undefined);
}

/** What a study's own results say without a source: they are the source. */
const OWN: ReadonlySet<Reason> = new Set(['statistic', 'dosage', 'comparative', 'finding', 'quotation']);

/** What may go on about work that was named before; a source for the first of them is likely one for all. */
const GOES_ON: ReadonlySet<Reason> = new Set(['statistic', 'dosage', 'comparative']);
const OPENS_STUDY: ReadonlySet<Reason> = new Set(['statistic', 'regulatory', 'research-attribution', 'comparative']);

/** How many sentences back a paragraph may have been warned about the same work. */
const NEAR = 12;

/** True where an earlier sentence of the paragraph has the warning already and this one names no other study or body. */
function goesOn(cue: Cue, sentence: Sentence, block: Block, context: RuleContext<Options>): boolean {
  if (!GOES_ON.has(cue.reason) || block.kind !== 'paragraph') return false;
  if (cuesOf(sentence, block).some(({ reason, atMost }) => (reason === 'research-attribution' || reason === 'regulatory') && atMost === undefined)) return false;
  const index = block.sentences.indexOf(sentence);
  for (let i = index - 1; i >= 0 && index - i <= NEAR; i--) {
    const before = block.sentences[i]!;
    const opening = strongest(before, block, context);
    if (!opening || opening.atMost !== undefined || !OPENS_STUDY.has(opening.reason)) continue;
    return !hasPlaceholder(before, block) && coveringCitations(before, block, context.options).length === 0;
  }
  return false;
}

/** The severity of a reason: its own setting, but never above the rule's and the cue's; undefined where it is off. */
function severityOf(reason: AnyReason, atMost: Severity | undefined, context: RuleContext<Options>): Severity | undefined {
  const set = context.options.reasons[reason] ?? SEVERITY[reason];
  if (set === 'off') return undefined;
  // A rule turned up or down moves its warnings along; what was set for a reason by hand stays.
  const own = set === 'warning' && SEVERITY[reason] === 'warning' ? context.severity : set;
  return [own, atMost].reduce<Severity>((weakest, one) => (one && SEVERITIES.indexOf(one) > SEVERITIES.indexOf(weakest) ? one : weakest), 'error');
}

function reportOf(cue: Cue, sentence: Sentence, block: Block, context: RuleContext<Options>): Report {
  const quoted = block.zone === 'quote';
  const reason: Reason = quoted ? 'quotation' : cue.reason;
  const severity = severityOf(reason, cue.atMost, context) ?? 'information';
  const words = block.prose.slice(cue.start, cue.end).replace(/\s+/g, ' ').trim();
  // Mechanisms, common knowledge and proof may be another rule's matter; an empty focus overlaps nothing.
  const focus = cue.focus ?? (/\bprove[ns]?\b/i.test(words) ? { start: cue.start, end: cue.end } : { start: sentence.start, end: sentence.start });
  return {
    start: cue.start,
    end: cue.end,
    message: messageOf(reason, words),
    severity,
    fixes: citationFixes(sentence, block, context.article, context.options.style, context.options.placeholder, cue.start),
    focus,
    data: { reason, confidence: cue.confidence },
  };
}

function messageOf(reason: Reason, words: string): string {
  switch (reason) {
    case 'statistic':
      return `“${words}” is a figure without a source. Say where it is from, so that readers can check it.`;
    case 'regulatory':
      return `“${words}” reports an official act or guidance but doesn't give it. Link the notice, label or guideline.`;
    case 'research-attribution':
      return `“${words}” refers to research, but no study is cited. Cite it, so that readers can see what was found and in whom.`;
    case 'dosage':
      return `“${words}” is an amount to take, without a source. Cite the label, a guideline or the study it is from.`;
    case 'comparative':
      return `“${words}” compares treatments without a source. Cite a study that compared them.`;
    case 'mechanism':
      return `“${words}” says how a substance acts, without a source. Cite where this was shown.`;
    case 'quotation':
      return `Somebody else's words need a source: say where “${shorten(words)}” is from.`;
    case 'history':
      return `“${words}” is a statement about the past that readers may want to check. Cite a source.`;
    case 'established-knowledge':
      return `“${words}” calls on common knowledge. Cite a source that readers can check.`;
    case 'finding':
      return `This states a particular finding (“${words}”). Cite where it was found.`;
  }
}

function shorten(words: string): string {
  return words.length > 60 ? `${words.slice(0, 57).trimEnd()}…` : words;
}

const MOST_RELATED = 5;

function sumOf(facts: readonly Placed<Fact>[]): Fact {
  const first: Span[] = [];
  let uncited = 0;
  let cited = false;
  for (const { start, value } of facts) {
    uncited += value.uncited;
    cited ||= value.cited;
    if (first.length < MOST_RELATED) for (const span of value.first.slice(0, MOST_RELATED - first.length)) first.push({ start: start + span.start, end: start + span.end });
  }
  return { uncited, first, cited };
}

function firstLine(text: string, span: Span): Span {
  const end = text.slice(span.start, span.end).search(/\r?\n/);
  return { start: span.start, end: end <= 0 ? span.end : span.start + end };
}

function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
