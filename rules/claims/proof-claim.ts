/** Flags words that claim proof for an effect or a product: `clinically proven`, `proves that`, `undeniable`. */
import type { Block, Sentence } from '../article/article.js';
import type { Severity } from '../engine/finding.js';
import { defineRule, type FixSpec, type Report } from '../engine/rule.js';
import { claimsOf, directionOf } from '../english/claims.js';
import { createPhrases } from '../english/phrases.js';
import { tokensOf, type Token } from '../english/tokens.js';
import proofTable from '../lexicon/data/cues/proof.txt';
import { readTable } from '../lexicon/table.js';
import { termsOf } from '../lexicon/terms.js';
import { clauseAround, harmsBehind, isAdvertised, isCited, isMythFrame, isNegated, isOpen, isQuestioned, oneLower, quotationOf } from './frames.js';
import { oneOf } from './one-of.js';
import { evaluatedNouns, nounAfter } from './hype-words.js';
import { conclusiveAt, effectBehind, harms, HAVE, proofAt, PROVABLE, provesAt, provesBareAt, type Found } from './proof-verbs.js';
import { dropping, dropWords, replacing, soundFixes } from './rewording.js';
import { exposureIn } from './subjects.js';

interface Options {
  readonly allow: readonly string[];
}

const SEVERITY: Severity = 'warning';
type Kind = 'adjective' | 'predicate' | 'certain' | 'adverb' | 'word' | 'settled' | 'known';
const PHRASES = createPhrases(readTable(proofTable).map(([phrase = '', kind]): [string, Kind] => [phrase, kind as Kind]));

const MANNER = oneOf(`
  clinically scientifically medically conclusively definitively experimentally unequivocally now also long repeatedly consistently already
  finally been well
`);
const CLAIM_MANNER = /^(?:clinically|scientifically|medically)$/;
const LAB_MANNER = oneOf(`
  histologically microbiologically radiologically pathologically cytologically bacteriologically angiographically biopsy culture autopsy
  laboratory virologically serologically genetically surgically echocardiographically mathematically formally
`);
const BE = /^(?:is|are|was|were|be|being|it's|they're)$/;
const GOOD_PREDICATE = /^(?:effective|efficacious|safe|beneficial|superior|successful|helpful|to)$/;
// `proven to be difficult` turned out so.
const TURNED_OUT = oneOf(`
  an? difficult hard fatal deadly feasible useful useless unsuccessful ineffective harmful dangerous wrong false true challenging costly
  impossible elusive popular more less no not
`);
const OF_PROVEN = /^(?:efficacy|effectiveness|benefits?|safety|therapeutic|value)$/;
const ATTRIBUTIVE = oneOf(`
  benefits? remed(?:y|ies) treatments? therap(?:y|ies) results effects? efficacy effectiveness formulas? ingredients? cures? methods? ways?
  strateg(?:y|ies) solutions? relief supplements? herbs? health medicinal healing fat anti-inflammatory weight pain natural products? power
  safety
`);
export const rule = defineRule<Options>({
  meta: {
    id: 'proof-claim',
    summary: 'Words that claim proof: clinically proven, proves that, undeniable, science-backed',
    why: 'One study, or several, make an effect more or less likely; they do not prove it. Readers stop weighing the evidence where proof is claimed.',
    sources: [
      { title: 'US Federal Trade Commission. Health Products Compliance Guidance, 2022 (establishment claims)', url: 'https://www.ftc.gov/business-guidance/resources/health-products-compliance-guidance' },
      { title: 'AMA Manual of Style, 11th edition, chapter 11 (correct and preferred usage)', url: 'https://www.amamanualofstyle.com/' },
      { title: 'Schünemann HJ et al. Interpreting results and drawing conclusions. Cochrane Handbook, chapter 15', url: 'https://www.cochrane.org/authors/handbooks-and-manuals/handbook/current/chapter-15' },
    ],
    severity: SEVERITY,
    presets: { commerce: 'error' },
    fixable: 'suggestion',
    kinds: ['paragraph', 'list-item', 'table-cell', 'html', 'heading', 'table-header'],
    zones: ['body', 'quote'],
    yieldsTo: ['cure-claim'],
    options: {
      allow: { type: 'array', items: { type: 'string' }, description: 'Phrases that this site may use, in lower case, as in “doctor-recommended”.', default: [] },
    },
  },
  cues: {
    words: () => [
      ...[...PHRASES.firstWords].filter((word) => !['it', "it's", 'there', "there's", 'the', 'we', 'without', 'beyond'].includes(word)),
      ...[
        'proven', 'proved', 'proves', 'prove', 'proving', 'proof', 'conclusive', 'conclusively', 'definitive', 'definitively', 'doubt',
        'question', 'dispute', 'settled', 'fact', 'denying', 'certain', 'sure',
      ],
    ],
  },
  *checkSentence(sentence, block, { options }) {
    if (sentence.question) return;
    const tokens = tokensOf(sentence);
    const allowed = new Set(options.allow.map((word) => word.toLowerCase()));
    for (let i = 0; i < tokens.length; ) {
      const found = provesAt(tokens, i) ?? provesBareAt(tokens, i, sentence) ?? provenAt(tokens, i) ?? conclusiveAt(tokens, i) ?? proofAt(tokens, i)
        ?? phraseAt(tokens, i, sentence, block);
      if (!found) {
        i++;
        continue;
      }
      i = found.to;
      const words = tokens.slice(found.from, found.to).map(({ lower }) => lower).join(' ');
      if (allowed.has(words)) continue;
      const report = inFrame(found, tokens, sentence, block);
      if (report) yield report;
    }
  },
});

function inFrame(found: Found, tokens: readonly Token[], sentence: Sentence, block: Block): Report | undefined {
  const span = { start: tokens[found.from]!.start, end: tokens[found.to - 1]!.end };
  const quotation = quotationOf(span, block);
  const clause = clauseAround(tokens, found.from);
  if (quotation === 'scare' || isMythFrame(sentence, block)) return undefined;
  if (
    isNegated(tokens, found.from, clause) || isQuestioned(tokens, found.from, clause) || isOpen(sentence, found.from)
    || isAdvertised(tokens, found.from, clause)
  ) return undefined;
  if (found.effect !== undefined && (harms(tokens, found.effect) || harmsBehind(sentence, block, found.effect))) return undefined;
  const cited = isCited(sentence, block);
  const base: Severity = cited ? 'information' : SEVERITY;
  const words = block.prose.slice(span.start, span.end).replace(/\s+/g, ' ');
  return {
    ...span,
    severity: quotation === 'quoted' ? oneLower(base) : base,
    message: cited
      ? `“${words}” claims proof, which one source cannot give. Say what the study found and how sure that is.`
      : `“${words}” claims proof. Say what the evidence shows and how strong it is, and cite it.`,
    fixes: quotation === 'quoted' ? [] : soundFixes(found.fixes, block),
  };
}

/** `is clinically proven to`, `has been proven effective`, `a herb proven to`, `scientifically proven herbs`. */
function provenAt(tokens: readonly Token[], i: number): Found | undefined {
  const { lower } = tokens[i]!;
  if (lower !== 'proven' && lower !== 'proved') return startsProven(tokens, i);
  if (LAB_MANNER.test(tokens[i - 1]?.lower ?? '')) return undefined;
  return provenThatAt(tokens, i, i) ?? passiveAt(tokens, i, i) ?? predicateAt(tokens, i, i) ?? attributiveAt(tokens, i, i);
}

/** From the adverb or the auxiliary on, so that what is reported starts there. */
function startsProven(tokens: readonly Token[], i: number): Found | undefined {
  const { lower } = tokens[i]!;
  let at = i;
  if (HAVE.test(lower)) {
    at = skipManner(tokens, i + 1);
    if (!tokens.slice(i + 1, at).some((one) => one.lower === 'been')) return undefined;
  } else if (MANNER.test(lower) && lower !== 'been') at = skipManner(tokens, i);
  else return undefined;
  if (tokens[at]?.lower !== 'proven' && tokens[at]?.lower !== 'proved') return undefined;
  return provenThatAt(tokens, i, at) ?? passiveAt(tokens, i, at)
    ?? (HAVE.test(lower) ? undefined : predicateAt(tokens, i, at) ?? attributiveAt(tokens, i, at));
}

function skipManner(tokens: readonly Token[], from: number): number {
  let at = from;
  while (MANNER.test(tokens[at]?.lower ?? '')) at++;
  return at;
}

/** `proven` at `at`, in a passive that starts at or before `from`, or behind its noun. */
function passiveAt(tokens: readonly Token[], from: number, at: number): Found | undefined {
  const next = tokens[at + 1]?.lower ?? '';
  const good = GOOD_PREDICATE.test(next);
  if (!good) return undefined;
  const toVerb = next === 'to';
  const before = tokens[from - 1];
  const perfect = HAVE.test(tokens[from]!.lower);
  const to = at + (toVerb ? 2 : 1);
  if (toVerb && (tokens[at + 2]?.kind !== 'word' || tokens[at + 2]!.lower === 'be' && TURNED_OUT.test(tokens[at + 3]?.lower ?? ''))) return undefined;
  const effect = toVerb ? at + 2 : at + 1;
  // `proved to be difficult` turned out so; only `proven to` claims proof.
  if (tokens[at]!.lower === 'proved' && !perfect && !BE.test(before?.lower ?? '')) return undefined;
  const spanTo = toVerb ? to : to + 1;
  const may = toVerb ? 'may' : `may be ${next}`;
  if (perfect) {
    const fixed = governed(before) || tokens[from]!.lower === 'had';
    return { from, to: spanTo, effect, fixes: fixed ? [] : [replacing(tokens, from, spanTo, may)] };
  }
  if (before && BE.test(before.lower)) {
    if (/^(?:be|being|was|were)$/.test(before.lower)) return { from, to: spanTo, effect, fixes: [] };
    const pronoun = before.lower === "it's" ? 'it ' : before.lower === "they're" ? 'they ' : '';
    return { from, to: spanTo, effect, fixes: [replacing(tokens, from - 1, spanTo, pronoun + may)] };
  }
  // `has proven to be effective` turned out so, after long use; `has proven effective` reads as proof of it.
  if (
    before && HAVE.test(before.lower)
  ) return toVerb ? undefined : { from: from - 1, to: spanTo, effect, fixes: [replacing(tokens, from - 1, spanTo, may)] };
  if (!toVerb) return undefined;
  // A headline: `Clinically proven to ease pain`.
  if (!before || /^[:—–|]$/.test(before.text)) return { from, to, effect, fixes: [replacing(tokens, from, to, 'may')] };
  if (before.lower === 'been') return { from, to, effect, fixes: [] };
  if (before.text === ',') return { from, to, effect, fixes: [replacing(tokens, from, to, 'which may')] };
  if (before.kind !== 'word' || /^(?:not|to|and|or|but)$/.test(before.lower)) return undefined;
  return { from, to, effect, fixes: [replacing(tokens, from, to, 'that may')] };
}

const governed = (before: Token | undefined): boolean => /^(?:to|may|might|could|should|would|must)$/.test(before?.lower ?? '');

/** `it is scientifically proven that`, `it has been proven that`. */
function provenThatAt(tokens: readonly Token[], from: number, at: number): Found | undefined {
  if (tokens[at + 1]?.lower !== 'that') return undefined;
  const perfect = HAVE.test(tokens[from]!.lower);
  const subject = perfect ? from - 1 : tokens[from - 1]?.lower === "it's" ? from - 1 : from - 2;
  if (!/^(?:it|it's)$/.test(tokens[subject]?.lower ?? '') || (!perfect && !/^(?:is|it's)$/.test(tokens[from - 1]!.lower))) return undefined;
  return { from, to: at + 2, effect: effectBehind(tokens, at + 2), fixes: [replacing(tokens, subject, at + 2, 'some studies suggest that')] };
}

/** `is clinically proven`, `is proven for weight loss`, `its benefits are proven`. */
function predicateAt(tokens: readonly Token[], from: number, at: number): Found | undefined {
  const next = tokens[at + 1];
  const before = tokens[from - 1];
  // A line of a list, or the second of two: `Doctor-formulated and clinically proven`.
  const slogan = from < at && (!before || before.kind === 'punctuation' || before.lower === 'and') && (!next || next.kind === 'punctuation');
  if (slogan && CLAIM_MANNER.test(tokens[from]!.lower) && !(next?.text === ',' && nounAfter(tokens, at + 1))) return { from, to: at + 1, fixes: [] };
  if (!/^(?:is|are|it's|they're)$/.test(before?.lower ?? '')) return undefined;
  const ends = !next || next.kind === 'punctuation' || /^(?:for|in|and|by)$/.test(next.lower);
  const claims = (from < at && CLAIM_MANNER.test(tokens[from]!.lower))
    || (next?.lower === 'for' && !/^(?:guilty|use)$/.test(tokens[at + 2]?.lower ?? '')) || isPredicateOf(tokens, from, at + 1, PROVABLE);
  return ends && claims ? { from, to: at + 1, fixes: [] } : undefined;
}

/** Whether the words `from` to `to` end a predicate whose subject is named in the list (`the benefits are undeniable`). */
function isPredicateOf(tokens: readonly Token[], from: number, to: number, nouns: { at(tokens: readonly Token[], index: number): unknown }): boolean {
  if (!/^(?:is|are)$/.test(tokens[from - 1]?.lower ?? '')) return false;
  const next = tokens[to];
  if (next && next.kind === 'word' && !/^(?:and|for|in|by)$/.test(next.lower)) return false;
  const clause = clauseAround(tokens, from);
  for (let i = clause.from; i < from; i++) if (nouns.at(tokens, i)) return true;
  return false;
}

/** `scientifically proven herbs`, `proven benefits`. */
function attributiveAt(tokens: readonly Token[], from: number, at: number): Found | undefined {
  const next = tokens[at + 1];
  if (!next || tokens[at]!.lower !== 'proven') return undefined;
  const before = tokens[from - 1];
  if (before && (BE.test(before.lower) || HAVE.test(before.lower)) && !ATTRIBUTIVE.test(next.lower)) return undefined;
  // Reviews look for treatments `of proven benefit`.
  if (/^(?:of|been)$/.test(before?.lower ?? '') && OF_PROVEN.test(next.lower)) return undefined;
  const manner = from < at && CLAIM_MANNER.test(tokens[from]!.lower);
  if (!manner && !ATTRIBUTIVE.test(next.lower)) return undefined;
  if (
    next.kind === 'punctuation' ? next.text !== ','
    || !nounAfter(tokens, at + 1) : /^(?:for|by|in|as|that|to|or|not|wrong|innocent|guilty|otherwise|with|at)$/.test(next.lower)
  ) return undefined;
  if (tokens[at + 2]?.lower === 'and' && !ATTRIBUTIVE.test(next.lower)) return { from, to: at + 1, fixes: [] };
  return { from, to: at + 1, fixes: dropping(tokens, from, at + 1) };
}

function phraseAt(tokens: readonly Token[], i: number, sentence: Sentence, block: Block): Found | undefined {
  const match = PHRASES.at(tokens, i);
  if (!match) return undefined;
  const { to, value: kind } = match;
  switch (kind) {
    case 'adjective':
      return adjective(tokens, i, to);
    case 'predicate':
      return /^(?:not|isn't|aren't)$/.test(tokens[i - 1]?.lower ?? '')
        || tokens[i - 1]?.lower === 'is' && exposureIn(tokens, 0, i, sentence, block) === undefined ? undefined : { from: i, to, fixes: [] };
    case 'certain':
      if (!aboutHealth(sentence)) return undefined;
      return {
        from: i + (/'s$/.test(tokens[i]!.lower) ? 1 : 2),
        to,
        effect: effectBehind(tokens, to),
        fixes: [replacing(tokens, i, to, 'some people report that')],
      };
    case 'adverb':
      return aboutEffect(tokens, i, to > i + 1, sentence, block) ? { from: i, to, effect: effectBehind(tokens, to), fixes: adverbFix(tokens, i, to) } : undefined;
    case 'word':
      if (
        nounAfter(tokens, to) && /^(?:an?|the|its|their|is|are|with|has|have|,)$/.test(tokens[i - 1]?.lower ?? '')
      ) return { from: i, to, fixes: dropping(tokens, i, to) };
      return isPredicateOf(tokens, i, to, evaluatedNouns) ? { from: i, to, fixes: [] } : undefined;
    case 'settled':
    case 'known':
      return aboutHealth(sentence) || aboutHealthBlock(block) ? { from: i, to, fixes: [] } : undefined;
  }
}

function adjective(tokens: readonly Token[], i: number, to: number): Found {
  return { from: i, to, fixes: dropping(tokens, i, to) };
}

function adverbFix(tokens: readonly Token[], from: number, to: number): FixSpec[] {
  const before = tokens[from - 1];
  const comma = tokens[to]?.text === ',';
  if (!comma) return before?.text === ',' ? [] : dropping(tokens, from, to);
  const title = `Remove “${tokens.slice(from, to).map(({ text }) => text).join(' ')}”`;
  // `Turmeric, without a doubt, helps` and `Without a doubt, turmeric helps`: the commas go too.
  if (before?.text === ',') return [{ title, safety: 'suggestion', edits: [{ start: before.start, end: tokens[to]!.end, text: '' }] }];
  const edits = !before || before.kind === 'punctuation' ? dropWords(tokens, from, to + 1) : undefined;
  return edits ? [{ title, safety: 'suggestion', edits }] : [];
}

const HEALTH = /\b(?:health|heal|treat|cure|relie|eas|symptom|disease|pain|sleep|body|effective|works?\b|help|benefi|improv|quit|safe)/i;

function aboutHealth(sentence: Sentence): boolean {
  return termsOf(sentence).length > 0 || HEALTH.test(sentence.text);
}

function aboutHealthBlock(block: Block): boolean {
  return block.sentences.some((one) => termsOf(one).length > 0);
}

/** How far from its verb an adverb may stand, in tokens. */
const BESIDE = 3;

/**
 * Whether the clause (for a phrase that stands `alone`) or the verb beside the adverb says what something that people take does for
 * them: harm stays as it is.
 */
function aboutEffect(tokens: readonly Token[], from: number, alone: boolean, sentence: Sentence, block: Block): boolean {
  const clause = clauseAround(tokens, from);
  // `Without a doubt, …` is a clause of its own.
  const end = clause.from === from && clause.to < tokens.length ? clauseAround(tokens, clause.to).to : clause.to;
  return claimsOf(sentence, block).some((claim) => {
    const { range } = claim.relation;
    const asserted = claim.level === 'bare' || claim.level === 'frequency' || claim.level === 'can' || claim.level === 'attributed';
    const near = alone ? clause.from <= range.from && range.from < end : Math.abs(range.from - from) <= BESIDE;
    return near && asserted && claim.exposure.known && directionOf(claim) !== 'harm';
  });
}
