/** Flags a claim that is stated as fact in one place and left open in another. */
import type { Article, Block, Placed, Sentence, Span } from '../article/article.js';
import type { Edit } from '../engine/finding.js';
import { defineRule, type FixSpec } from '../engine/rule.js';
import { claimsOf, directionOf, type Claim } from '../english/claims.js';
import { mayNameExposure } from '../english/exposure.js';
import type { Level } from '../english/commitment.js';
import { verbCues } from './claim-cues.js';
import { isMythFrame, isSourced, quotationOf } from './frames.js';
import { claimSpan, hedgeEdits } from './hedge-fix.js';

/** One occurrence of a claim. Offsets are in the block. */
interface Occurrence extends Span {
  readonly key: string;
  /** Left open (asked, hedged) or stated as fact. */
  readonly firm: boolean;
  readonly fixes: readonly FixSpec[];
}

/** The claims of a stretch by key. Offsets are in the stretch. */
interface Digest {
  /** Where each is left open first. */
  readonly open: ReadonlyMap<string, Span>;
  readonly firm: ReadonlyMap<string, readonly (Span & Pick<Occurrence, 'fixes'>)[]>;
}

const OPEN = new Set<Level>(['hedged', 'questioned']);

export const rule = defineRule<Record<never, never>, readonly Occurrence[], Digest>({
  meta: {
    id: 'inconsistent-certainty',
    summary: 'A claim stated as fact here and left open elsewhere in the same article',
    why: 'Readers remember the firmer wording. Where the evidence leaves a question open, it is open in the conclusion too.',
    sources: [
      { title: 'Santesso N, et al. GRADE guidelines 26: informative statements to communicate the findings of systematic reviews. J Clin Epidemiol 2020;119:126-135', url: 'https://doi.org/10.1016/j.jclinepi.2019.10.014' },
      { title: 'Pei J, Jurgens D. Measuring sentence-level and aspect-level (un)certainty in science communications. EMNLP 2021', url: 'https://doi.org/10.18653/v1/2021.emnlp-main.784' },
    ],
    severity: 'hint',
    presets: { strict: 'information' },
    fixable: 'suggestion',
    options: {},
  },
  cues: { words: () => verbCues('direct', 'absolute', 'soft') },
  collect(block) {
    const found = block.sentences.flatMap((sentence) => occurrencesIn(sentence, block));
    return found.length > 0 ? found : undefined;
  },
  digest(facts) {
    const open = new Map<string, Span>();
    const firm = new Map<string, (Span & Pick<Occurrence, 'fixes'>)[]>();
    for (const { start, value } of facts) {
      for (const { key, firm: isFirm, fixes, ...span } of value) {
        const place = { start: start + span.start, end: start + span.end };
        if (!isFirm) {
          if (!open.has(key)) open.set(key, place);
          continue;
        }
        const same = firm.get(key);
        if (same) same.push({ ...place, fixes });
        else firm.set(key, [{ ...place, fixes }]);
      }
    }
    return { open, firm };
  },
  *conclude(stretches: readonly Placed<Digest>[], article: Article) {
    const open = new Map<string, Span>();
    for (const { start, value } of stretches) for (const [key, span] of value.open) if (!open.has(key)) open.set(key, { start: start + span.start, end: start + span.end });
    const answered = new Set<string>();
    if (open.size > 0) for (const { value } of stretches) for (const key of value.firm.keys()) if (open.has(key)) answered.add(key);
    if (answered.size === 0) return;
    // The open ones are in the order of the text, so one walk over its lines is enough.
    const lines = lineCounter(article.text);
    const weakest = new Map([...open].filter(([key]) => answered.has(key)).map(([key, span]) => [key, {
      message: `Line ${lines(span.start)} treats this as an open question; here it is stated as fact. Use the same certainty in both places.`,
      related: [{ ...span, message: 'Left open here.' }],
    }]));
    for (const { start: base, value } of stretches) {
      for (const [key, same] of value.firm) {
        const weaker = weakest.get(key);
        if (weaker) for (const { start, end, fixes } of same) yield { start: base + start, end: base + end, message: weaker.message, related: weaker.related, fixes };
      }
    }
  },
});

function occurrencesIn(sentence: Sentence, block: Block): Occurrence[] {
  if (sentence.question || !mayNameExposure(sentence, block) || isMythFrame(sentence, block)) return [];
  return claimsOf(sentence, block).flatMap((claim): Occurrence[] => {
    const { level, emphatic, factive, exposure, outcome, relation } = claim;
    if (!exposure.name || !outcome.name || relation.verb < 0 || relation.class === 'associational' || relation.class === 'inventory') return [];
    if (!exposure.known) return [];
    const firm = (level === 'bare' && !factive) || (emphatic && (level === 'bare' || level === 'attributed'));
    if (!firm && !OPEN.has(level)) return [];
    const span = claimSpan(sentence, claim);
    if (quotationOf(span, block) === 'quoted' || (firm && isSourced(sentence, block))) return [];
    const edits = firm ? hedgeEdits(sentence, claim, 'may') ?? [] : [];
    return [{ ...span, key: keyOf(claim), firm, fixes: edits.length > 0 ? [hedged(block.text, edits, span)] : [] }];
  });
}

/** Who, what kind of effect, on what: `relieves` and `eases` anxiety are the same claim. */
function keyOf(claim: Claim): string {
  const direction = directionOf(claim);
  return `${claim.exposure.name}|${direction === 'unclear' ? claim.relation.polarity : direction}|${claim.outcome.name}`;
}

/** The numbers of the lines at offsets that are asked for in ascending order. */
function lineCounter(text: string): (offset: number) => number {
  let line = 1;
  let next = text.indexOf('\n');
  return (offset) => {
    for (; next >= 0 && next < offset; next = text.indexOf('\n', next + 1)) line++;
    return line;
  };
}

/** The fix that makes these edits to a claim; they are given in the offsets of its block. */
function hedged(text: string, edits: readonly Edit[], span: Span): FixSpec {
  return {
    title: `Change to “${reworded(text, edits, span)}”`,
    safety: 'suggestion',
    edits: (_article, place) => edits.map((edit) => ({ start: place.start + edit.start - span.start, end: place.start + edit.end - span.start, text: edit.text })),
  };
}

/** The claim as the edits leave it, on one line. */
function reworded(text: string, edits: readonly Edit[], { start, end }: Span): string {
  let at = Math.min(start, edits[0]!.start);
  let result = '';
  for (const edit of edits) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return (result + text.slice(at, Math.max(at, end))).replace(/\s+/g, ' ').trim();
}
