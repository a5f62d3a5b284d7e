/** Which citations cover a sentence: those in it or behind it, inherited ones, and those carried over from the sentence before. */
import type { Block, Citation, Sentence } from '../article/article.js';
import { addressOf, hostMatches, isHomePage, kindOfHost, TRUSTED_KINDS, type HostKind } from './source-hosts.js';

/** What a house takes as a source, and how far one reaches. */
export interface CoverageOptions {
  /** `sentence`: the sentence it stands in (and those that go on about the same study); `next-sentence`: the following one too; `paragraph`: all of it. */
  readonly citationScope: 'sentence' | 'next-sentence' | 'paragraph';
  /** True where only links to known journals, agencies, universities and professional bodies count. */
  readonly trustedOnly: boolean;
  /** Hosts that count besides the known ones. */
  readonly trustedHosts: readonly string[];
  /** Hosts that never count. */
  readonly untrustedHosts: readonly string[];
}

export const DEFAULT_COVERAGE: CoverageOptions = { citationScope: 'sentence', trustedOnly: false, trustedHosts: [], untrustedHosts: [] };

/** Kinds of hosts whose pages are no source for a medical statement. */
const NO_SOURCE: ReadonlySet<HostKind> = new Set(['shop', 'social']);

// A label that asks the reader to do something is no source, wherever it leads.
const CALL_TO_ACTION = /^\W*(?:(?:click|tap|shop|buy|order|subscribe|sign\s+up|join|download|get\s+(?:your|our|started|it)|try|book|contact|call|email|visit\s+(?:our|us)|follow\s+us|register|donate|learn\s+more\s+about\s+(?:our|us)|add\s+to\s+cart|check\s+(?:price|availability))\b|(?:continue\s+reading|home|back)\W*$)/i;

// A person's name on a platform.
const HANDLE = /^\s*@\w+\s*$/;

/** Does this citation count as a source? A promise of one (`[citation needed]`) doesn't. */
export function isSource(citation: Citation, options: CoverageOptions = DEFAULT_COVERAGE): boolean {
  if (citation.form === 'placeholder') return false;
  const href = citation.href;
  if (href === undefined || citation.form === 'footnote') return true;
  const address = addressOf(href);
  // An anchor to the list of sources arrives as a numeric or author-year citation; any other form keeps its own word.
  if (!address) return citation.form !== 'link' || citation.identifier !== undefined;
  if (options.untrustedHosts.some((entry) => hostMatches(address.host, entry))) return false;
  if (options.trustedHosts.some((entry) => hostMatches(address.host, entry))) return true;
  const kind = kindOfHost(address.host);
  const trusted = kind !== undefined && TRUSTED_KINDS.has(kind);
  if (options.trustedOnly) return trusted;
  if (kind && NO_SOURCE.has(kind)) return false;
  if (citation.label !== undefined && (CALL_TO_ACTION.test(citation.label) || HANDLE.test(citation.label))) return false;
  return trusted || !isHomePage(address);
}

/** True where the sentence carries a promise of a source: `[citation needed]`, `[ref]`, an empty `[@]`. */
export function hasPlaceholder(sentence: Sentence, block: Block): boolean {
  return sentence.citations.some(({ form }) => form === 'placeholder') || PLACEHOLDER.test(block.text.slice(sentence.start, sentence.end));
}
const PLACEHOLDER = /\[@\]|\[(?:citation|source|reference|ref|cite)s?(?:\s+(?:needed|required|missing|here|tk))?\??\](?![([:])|\{\{(?:cn|citation needed)\b|<!--\s*(?:todo:?\s*)?(?:cite|citation|source|ref)/i;

/** How many sentences back a source may be carried over. */
const REACH = 4;

/** The sources that cover a sentence of this block, nearest first; empty where it stands alone. */
export function coveringCitations(sentence: Sentence, block: Block, options: CoverageOptions = DEFAULT_COVERAGE): readonly Citation[] {
  const sources = (citations: readonly Citation[]): readonly Citation[] => citations.filter((one) => isSource(one, options));
  const own = sources(sentence.citations);
  if (own.length > 0) return own;
  const inherited = sources(block.inherited);
  if (inherited.length > 0) return inherited;
  const all = sources(block.citations);
  if (all.length === 0) return all;
  if (options.citationScope === 'paragraph') return all;
  const line = all.filter(({ form }) => form === 'source-line');
  if (line.length > 0) return line;
  const index = block.sentences.indexOf(sentence);
  for (let i = index; i > 0 && index - i < REACH; i--) {
    if (!opensWithAnaphor(block.sentences[i]!) && !(i === index && options.citationScope === 'next-sentence')) break;
    const before = sources(block.sentences[i - 1]!.citations);
    if (before.length > 0) return before;
  }
  const next = block.sentences[index + 1];
  return next && EXAMPLE.test(next.text) ? sources(next.citations) : [];
}

// The sentence goes on about the study that was cited just before.
const ANAPHOR = new RegExp(
  `^\\W*(?:(?:however|moreover|furthermore|in\\s+addition|additionally|also|overall|notably|importantly|by\\s+contrast|in\\s+contrast|but|and|yet|still|specifically|again|finally|interestingly)\\s*,?\\s+)?(?:${[
    '(?:in|from|during|throughout|at\\s+the\\s+end\\s+of|according\\s+to)\\s+(?:the|that|this|these|those|both|the\\s+same)\\s+(?:same\\s+|latter\\s+|\\w+-?\\w*\\s+)?(?:study|studies|trials?|review|reviews|meta-analys[ei]s|analys[ei]s|survey|experiments?|report|paper|cohort|researchers|authors)',
    '(?:the|that|this|these|those|both|its|their|the\\s+same)\\s+(?:same\\s+|latter\\s+|study[\'’]?s?\\s+|lead\\s+|research\\s+)?(?:study|studies|trials?|review|reviews|meta-analys[ei]s|analys[ei]s|survey|experiments?|report|paper|cohort|researchers?|scientists|authors?|investigators|team|findings?|results?|data|evidence|publication|work|conclusions?|effects?|benefits?|improvements?|differences?|association|reductions?|participants?|patients|volunteers|subjects|group|intervention|figure|figures|estimates?|numbers?|warning|guidelines?|agency)\\b(?!\\s+(?:of|from|in|on|by|who|that|which|with)\\b)',
    '(?:it|they|he|she|we)\\s+(?:also\\s+|further\\s+|then\\s+|additionally\\s+)?(?:found|showed|reported|concluded|observed|noted|suggested|suggest|estimated|warned|recommends?|advises?|added|demonstrated|revealed|identified|did|saw|had)\\b',
    '(?:participants|volunteers|subjects)\\s+(?:who|in|on|taking|receiving|given|assigned|treated|with|also|had|were)\\b',
    '(?:patients|those|people)\\s+(?:(?:in|on)\\s+(?:the|that|this|either|both)|given|assigned|randomi[sz]ed|receiving|treated\\s+with\\s+placebo)\\b',
    '(?:this|these|those|such)\\s+(?:\\w+\\s+)?(?:suggests?|indicates?|shows?|means?|translates?|corresponds?)\\b',
  ].join('|')})`,
  'i',
);

function opensWithAnaphor(sentence: Sentence): boolean {
  return ANAPHOR.test(sentence.text);
}

// A summary is covered by the sentence that gives the example for it.
const EXAMPLE = /^\W*(?:for\s+(?:example|instance)|e\.g\.|one\s+(?:such\s+)?(?:study|trial|review|survey|analysis)|in\s+one\b|in\s+an?\s+(?:\w+\s+)?(?:\d{4}\s+)?(?:\w+\s+)?(?:study|trial|review|survey|analysis|meta-analysis)|an?\s+(?:\d{4}|recent|large|small|landmark)\b|specifically|among\s+them)/i;
