/** Verbs that promise a cure, and what an editor would put in their place. */
import type { Block, Sentence } from '../article/article.js';
import type { Edit } from '../engine/finding.js';
import type { Claim } from '../english/claims.js';
import { readingOf } from '../english/clauses.js';
import type { Word } from '../english/words.js';
import { quotationOf } from './frames.js';
import { claimSpan } from './hedge-fix.js';

/** The base form that follows `may`; `lower` for what is measured is chosen by the outcome. */
const SOFTER: Readonly<Record<string, string>> = {
  cure: 'help relieve',
  heal: 'help relieve',
  reverse: 'improve',
  eliminate: 'reduce',
  eradicate: 'reduce',
  abolish: 'reduce',
  banish: 'reduce',
  vanquish: 'reduce',
  obliterate: 'reduce',
  annihilate: 'reduce',
  erase: 'reduce',
  'wipe out': 'reduce',
  conquer: 'help manage',
  defeat: 'help manage',
  beat: 'help manage',
  overcome: 'help manage',
  'get rid of': 'help manage',
  'melt away': 'reduce',
  kill: 'affect',
  destroy: 'affect',
  end: 'reduce',
  stop: 'reduce',
  undo: 'improve',
  fix: 'improve',
};
const MEASURED = /\b(?:blood pressure|cholesterol|blood sugar|glucose|triglycerides|hypertension)$/;

/** `may reduce`, `may affect` …: the wording for an absolute verb; undefined for verbs that need none. */
export function softerWording(claim: Claim, hedge = 'may'): string | undefined {
  const base = SOFTER[claim.relation.lemma];
  if (!base) return undefined;
  const lowers = base === 'reduce' && MEASURED.test(claim.outcome.name) && claim.relation.lemma === 'eliminate';
  return `${hedge} ${lowers ? 'lower' : base}`;
}

/** Replaces the whole verb group by `text`; undefined in a quotation, a passive, a contraction or behind a modal that must stay. */
export function groupEdits(sentence: Sentence, block: Block, claim: Claim, text: string): Edit[] | undefined {
  const reading = readingOf(sentence);
  const verb = reading.verbs[claim.relation.verb];
  if (!verb || claim.relation.kind !== 'verb' || quotationOf(claimSpan(sentence, claim), block) === 'quoted') return undefined;
  const first: Word = reading.words[claim.relation.range.from]!;
  if (first.clitic || (first.class === 'modal' && !/^(?:can|will)$/.test(first.lemma))) return undefined;
  const { start, end } = claimSpan(sentence, claim);
  return [{ start, end, text }];
}
