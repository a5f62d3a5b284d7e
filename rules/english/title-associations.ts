/**
 * Associations that titles state without a verb, or with one that says little: `Stroke deaths higher near motorways`,
 * `Racial gap in survival after transplant`, `Longer commute, shorter night`, `Asthma found in half of farm workers`.
 */
import type { Sentence } from '../article/article.js';
import { association } from './association-claims.js';
import type { Claim } from './claim.js';
import { readingOf, type Reading, type Verb } from './clauses.js';
import { BARE } from './commitment.js';
import { isTitle } from './headline-verbs.js';
import { isOneOf } from './one-of.js';
import { REPORTING } from './verb-lists.js';
import { claimWords } from './word-lists.js';
import type { Word } from './words.js';

const GRADED = claimWords('title-graded');
const DEGREE = /^(?:more|less|most|least)$/;
const GAP = claimWords('gap');
const MOVES = /^(?:up|down)$/;
const PEOPLE = claimWords('group');
/** Nouns of people by their ending: `drinkers`, `diabetics`, but not `ulcers`, `genetics`. */
const BEARERS = /^(?!cancers|disorders|ulcers|numbers|fibers|fevers|tumors|centers|levers|genetics|clinics|topics|antibiotics|probiotics|statistics|markers|biomarkers|papers|layers|rivers|flowers)[a-z]{3,}(?:ers|etics|matics|olics)$/;
const AFFLICTED = /^(?:develop|have|suffer|experience|report|face)$/;

/** At most one such claim for a title. */
export function titleAssociations(sentence: Sentence): Claim[] {
  const reading = readingOf(sentence);
  const { words, verbs } = reading;
  if (!isTitle(words) || sentence.question) return [];
  const carriers = verbs.filter(({ group, clause }) => group.kind === 'finite' && clause.role !== 'relative' && clause.role !== 'adverbial' && !REPORTING.has(group.lemma));
  for (let i = 0; i < words.length; i++) {
    const to = carriers.length === 0 ? verbless(words, i) : -1;
    if (to > 0) return [association(words, i, to, BARE)];
  }
  const risk = carriers.find(({ group, rest }) => group.copula && words.slice(rest.from, Math.min(rest.to, rest.from + 4)).some(({ lower }, k) => lower === 'risk' && words[rest.from + k + 1]?.lower === 'for'));
  if (risk) return [association(words, risk.group.from, risk.group.to, BARE)];
  const gap = carriers.find(({ group, subject }) => isOneOf(group.lemma, 'persist remain exist widen narrow grow') && words.slice(subject.from, subject.to).some(({ lower }) => GAP.has(lower)));
  if (gap) return [association(words, gap.group.from, gap.group.to, BARE)];
  const share = shareAfflicted(reading, carriers);
  return share ? [association(words, share.group.from, share.group.to, BARE)] : [];
}

/** Word index behind an association at `i` in a title without a verb of its own; -1 where none is. */
function verbless(words: readonly Word[], i: number): number {
  const word = words[i]!;
  const next = words[i + 1];
  const previous = words[i - 1];
  if (GRADED.has(word.lower) && predicateOfNoun(words, i) && next && (next.class === 'prep' || next.class === 'sub') && next.lower !== 'of' && next.lower !== 'than') return i + 1;
  // `a common problem in …`
  if (isOneOf(word.lower, 'common frequent') && next?.class === 'noun' && isOneOf(words[i + 2]?.lower, 'in among') && i > 0) return i + 3;
  if (word.lower === 'at' && previous?.class === 'noun' && (next?.lower === 'risk' || (next?.class === 'adj' && words[i + 2]?.lower === 'risk'))) return i + 2;
  // `Drivers found to have more back pain`
  if (isOneOf(word.lower, 'found shown') && next?.class === 'to' && isOneOf(words[i + 2]?.lower, 'have be get suffer face') && words.slice(i + 3, i + 5).some(graded)) return i + 3;
  if (word.lower === 'prone' && previous?.class === 'noun' && next?.class === 'to') return i + 2;
  if (GAP.has(word.lower) && next && (isOneOf(next.lower, 'in between among') || isOneOf(next.lower, 'found seen persist persists'))) return i + 2;
  if (isOneOf(word.lower, 'hit affected') && isOneOf(next?.lower, 'harder hardest more most')) return i + 2;
  if (isOneOf(word.lower, 'harder hardest') && next?.lower === 'hit') return i + 2;
  if (isOneOf(word.lower, 'link links association associations connection connections tie ties correlation correlations relationship relationships') && word.class === 'noun' && (!next || isOneOf(next.lower, 'found seen reported confirmed unclear questioned'))) return i + 1;
  // `Deaths down 35 percent after …`
  if (MOVES.test(word.lower) && previous?.class === 'noun' && words.slice(i + 1, i + 6).some(({ lower }) => isOneOf(lower, 'after with since following among in as'))) return i + 1;
  if (isOneOf(word.lower, 'absent present elevated seen found detected missed overlooked underdiagnosed undertreated') && previous && !['det', 'adj', 'prep'].includes(previous.class) && next && isOneOf(next.lower, 'in among') && groupFollows(words, i + 2)) return i + 2;
  if (i === 0 && graded(word)) {
    // `Shorter telomeres in children of smokers`
    const place = words.findIndex(({ class: kind }) => kind === 'prep');
    if (place > 1 && place < 5 && isOneOf(words[place]!.lower, 'in among') && words.slice(1, place).every(({ class: kind }) => kind === 'noun' || kind === 'adj') && groupFollows(words, place + 1)) return place;
    for (let j = 2; j < Math.min(words.length - 1, 7); j++) if (graded(words[j]!) && (words[j - 1]!.lower === ',' || words[j - 1]!.class === 'noun')) return j + 1;
  }
  return -1;
}

/** `rates significantly higher`, `survival after arrest much lower`: behind a noun and its adverbs. */
function predicateOfNoun(words: readonly Word[], i: number): boolean {
  let j = i - 1;
  while (j > 0 && (words[j]!.class === 'adv' || DEGREE.test(words[j]!.lower) || words[j]!.class === 'number' || isOneOf(words[j]!.lower, 'much far times percent %'))) j--;
  return j >= 0 && words[j]!.class === 'noun';
}

function groupFollows(words: readonly Word[], from: number): boolean {
  return words.slice(from, from + 8).some(({ lower }) => PEOPLE.has(lower) || BEARERS.test(lower));
}

/** `Up to half of gout patients develop kidney stones`, `One in five nurses suffers from back pain`: how often something befalls a group. */
function shareAfflicted({ words }: Reading, carriers: readonly Verb[]): Verb | undefined {
  return carriers.find(({ group, subject, rest }) => {
    if (!AFFLICTED.test(group.lemma) || group.negated || rest.from >= rest.to) return false;
    const said = words.slice(subject.from, subject.to);
    return said.some(({ lower }) => PEOPLE.has(lower)) && said.some(({ lower, class: kind }) => kind === 'number' || isOneOf(lower, 'half third quarter fifth most majority percent many one'));
  });
}

function graded({ lower, class: kind }: Word): boolean {
  return (GRADED.has(lower) && !isOneOf(lower, 'high low poor common rare frequent')) || (kind === 'adj' && /[a-z]{2}er$/.test(lower));
}
