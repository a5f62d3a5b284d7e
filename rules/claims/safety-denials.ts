/** Safety promised by denying harm, or by comparison: `no side effects`, `cannot overdose`, `a safer alternative to`. */
import type { Block, Sentence } from '../article/article.js';
import type { FixSpec } from '../engine/rule.js';
import { createPhrases } from '../english/phrases.js';
import type { Token } from '../english/tokens.js';
import { clauseAround, isCited } from './frames.js';
import { oneOf } from './one-of.js';
import { replacing } from './rewording.js';
import { antecedentOf, exposureAround, exposureIn, type ExposureClass } from './subjects.js';

export type Reason = 'absolute' | 'bare' | 'none' | 'comparative';

export interface Found {
  readonly from: number;
  readonly to: number;
  readonly reason: Reason;
  readonly exposure: ExposureClass;
  readonly fixes: readonly FixSpec[];
}

const NOTHING = createPhrases<true>([
  'no', 'zero', 'without', 'without any', 'free of', 'free from', 'free of any', 'free from any', 'without the',
].map((one) => [one, true]));

const HARMS = createPhrases<true>(
  [
    'side effect', 'side effects', 'side-effects', 'adverse effects', 'adverse reactions', 'negative side effects', 'harmful side effects',
    'nasty side effects', 'serious side effects', 'unwanted side effects', 'risk', 'risks', 'health risks', 'danger', 'dangers',
    'contraindications', 'interactions', 'drug interactions', 'risk of addiction', 'risk of dependence', 'risk of overdose',
    'addictive potential',
  ].map((one) => [one, true]),
);

const HAVE = oneOf(`
  has have having with carry carries carrying pose poses posing cause causes causing produce produces there's offers? works? brings? comes?
`);

const REPORTED = /^(?:were|was|been|reported|observed|found|noted|seen|recorded|occurred|described)$/;

const PEOPLE = oneOf(`
  patients? people participants? women men adults? children users? volunteers? he she we i you who most some many individuals? infants?
  bab(?:y|ies) subjects? person those group arm
`);

const SOFTENERS = oneOf(`
  generally usually mostly relatively likely probably possibly considered thought believed often typically fairly reasonably normally
  largely apparently presumably appears? seems? may might could would not as how more equally if only just hardly
`);

export function softened(tokens: readonly Token[], i: number): boolean {
  const { from } = clauseAround(tokens, i);
  for (let at = from; at < i; at++) {
    // `not only safe but also effective` takes nothing back.
    if (tokens[at]!.lower === 'not' && tokens[at + 1]?.lower === 'only') at++;
    else if (SOFTENERS.test(tokens[at]!.lower)) return true;
  }
  return false;
}

/** `have no side effects`, `free of risks`, `works without side effects`; `no known …` is another rule's. */
export function nothingAt(tokens: readonly Token[], i: number, sentence: Sentence, block: Block): Found | undefined {
  const start = i;
  if (/^(?:virtually|almost|practically|absolutely|essentially|basically|next|zero|hardly)$/.test(tokens[i]!.lower) && NOTHING.at(tokens, i + 1)) i++;
  const nothing = NOTHING.at(tokens, i);
  if (!nothing) return undefined;
  const harm = HARMS.at(tokens, nothing.to);
  if (!harm) return undefined;
  const word = tokens[i]!.lower;
  const before = tokens[start - 1]?.lower ?? '';
  const there = /^(?:are|is)$/.test(before) && tokens[start - 2]?.lower === 'there' || before === "there's";
  const alone = exposureAround(sentence, block);
  if ((word === 'no' || word === 'zero') && !HAVE.test(before) && !there && !(alone && start === 0)) return undefined;
  if (word === 'free' && !/^(?:is|are|completely|totally|entirely|virtually|be|remain|and|,|,)$/.test(before)) return undefined;
  const behind = tokens[harm.to]?.lower ?? '';
  if (
    REPORTED.test(behind)
    || /^(?:factors?|assessment|management|than|difference|increase|group|reduction|stratification|in)$/.test(behind) && behind !== 'in'
  ) return undefined;
  const clause = clauseAround(tokens, i);
  if (tokens.slice(clause.from, i).some(({ lower }) => PEOPLE.test(lower) || REPORTED.test(lower))) return undefined;
  if (tokens.slice(harm.to, clause.to).some(({ lower }) => REPORTED.test(lower))) return undefined;
  const last = tokens[harm.to - 1]!.lower;
  if (
    /^(?:risk|risks|danger|dangers|interactions)$/.test(last) && /^(?:of|to|for|that|from)$/.test(behind) && word !== 'no' && word !== 'zero'
  ) return undefined;
  if (word === 'without' && /^(?:of)$/.test(behind)) return undefined;
  const exposure = exposureIn(tokens, clause.from, i, sentence, block)
    ?? (there ? exposureIn(tokens, harm.to, clause.to, sentence, block) ?? antecedentOf(i, sentence, block) : alone);
  // `There is no risk of infection`: of what, is not said.
  if (exposure === 'pronoun' && there && !/^(?:effects?|addiction|dependence|overdose)$/.test(last)) return undefined;
  if (!exposure || isCited(sentence, block) && exposure !== 'supplement' && exposure !== 'product') return undefined;
  return { from: start, to: harm.to, reason: 'none', exposure, fixes: nothingFixes(tokens, start, harm.to) };
}

function nothingFixes(tokens: readonly Token[], from: number, to: number): FixSpec[] {
  const verb = tokens[from - 1];
  if (!verb || !/^(?:has|have)$/.test(verb.lower) || !tokens.slice(from, from + 2).some(({ lower }) => lower === 'no' || lower === 'zero')) return [];
  const last = tokens[to - 1]!.lower;
  if (!/effects?$/.test(last) || /^(?:or|and|,)$/.test(tokens[to]?.lower ?? '')) return [];
  return [replacing(tokens, from - 1, to, 'may cause side effects')];
}

/** `does not cause any side effects`, `won't cause harm`, `causes no harm`. */
export function causesNoneAt(tokens: readonly Token[], i: number, sentence: Sentence, block: Block): Found | undefined {
  const { lower } = tokens[i]!;
  let at = i + 1;
  if (/^(?:does|do|will)$/.test(lower) && tokens[at]?.lower === 'not') at++;
  else if (!/^(?:doesn't|don't|won't)$/.test(lower)) {
    if (!/^(?:causes?|does|do)$/.test(lower) || tokens[at]?.lower !== 'no' || tokens[at + 1]?.lower !== 'harm') return undefined;
    return deniedHarm(tokens, i, at + 2, sentence, block);
  }
  if (!/^(?:cause|have|produce|carry|pose)$/.test(tokens[at]?.lower ?? '')) return undefined;
  at++;
  if (tokens[at]?.lower === 'any') at++;
  const harm = HARMS.at(tokens, at) ?? (tokens[at]?.lower === 'harm' ? { to: at + 1 } : undefined);
  return harm ? deniedHarm(tokens, i, harm.to, sentence, block) : deniedInjury(tokens, i, at, sentence, block);
}

const ORGAN = /^(?:liver|kidney|heart|brain|nerve|lung|stomach|organ|tissue)$/;
const INJURY = /^(?:damage|injury|failure|toxicity|problems|disease)$/;
const HABIT = /^(?:addiction|dependence|dependency|withdrawal|overdose)$/;

/** `Kava does not cause liver damage`: of what is sold untested, a named harm is denied as firmly as all harm. */
function deniedInjury(tokens: readonly Token[], from: number, at: number, sentence: Sentence, block: Block): Found | undefined {
  const to = ORGAN.test(tokens[at]?.lower ?? '') && INJURY.test(tokens[at + 1]?.lower ?? '') ? at + 2 : HABIT.test(tokens[at]?.lower ?? '') ? at + 1 : -1;
  if (to < 0) return undefined;
  const clause = clauseAround(tokens, from);
  if (tokens.slice(clause.from, clause.to).some(({ kind, lower }) => kind === 'number' || /^(?:doses?|amounts?|moderation|short|recommended|healthy|usual|normal|directed)$/.test(lower))) return undefined;
  const found = deniedHarm(tokens, from, to, sentence, block);
  return found && (found.exposure === 'supplement' || found.exposure === 'product') ? { ...found, fixes: [] } : undefined;
}

function deniedHarm(tokens: readonly Token[], from: number, to: number, sentence: Sentence, block: Block): Found | undefined {
  const next = tokens[to]?.lower ?? '';
  if (isCited(sentence, block) || /^(?:in|if|when|as|until|unless|factors?)$/.test(next)) return undefined;
  const clause = clauseAround(tokens, from);
  if (tokens.slice(clause.from, from).some(({ lower }) => PEOPLE.test(lower)) || softened(tokens, from)) return undefined;
  const exposure = exposureIn(tokens, clause.from, from, sentence, block);
  return exposure ? { from, to, reason: 'none', exposure, fixes: [replacing(tokens, from, to, 'may cause side effects')] } : undefined;
}

/** `you cannot overdose on it`, `impossible to overdose`. */
export function overdoseAt(tokens: readonly Token[], i: number): Found | undefined {
  const { lower } = tokens[i]!;
  if (
    /^(?:cannot|can't)$/.test(lower) && tokens[i + 1]?.lower === 'overdose'
  ) return { from: i, to: i + 2, reason: 'none', exposure: 'product', fixes: [] };
  if (
    lower === 'can' && tokens[i + 1]?.lower === 'not' && tokens[i + 2]?.lower === 'overdose'
  ) return { from: i, to: i + 3, reason: 'none', exposure: 'product', fixes: [] };
  if (
    lower === 'impossible' && tokens[i + 1]?.lower === 'to' && tokens[i + 2]?.lower === 'overdose'
  ) return { from: i, to: i + 3, reason: 'none', exposure: 'product', fixes: [] };
  return undefined;
}

/** `a safer alternative to`, `is safer than`. */
export function saferAt(tokens: readonly Token[], i: number, sentence: Sentence, block: Block): Found | undefined {
  if (isCited(sentence, block)) return undefined;
  const { lower } = tokens[i]!;
  if (lower === 'a' && /^(?:much|far|safe|safer)$/.test(tokens[i + 1]?.lower ?? '')) {
    let at = i + 1;
    while (/^(?:much|far|safer|safe|natural|and|healthier|gentler|effective|,)$/.test(tokens[at]?.lower ?? '')) at++;
    if (
      !tokens.slice(i + 1, at).some((one) => one.lower === 'safer' || one.lower === 'safe')
      || !/^(?:alternative|option|choice|substitute|replacement)$/.test(tokens[at]?.lower ?? '')
      || !/^(?:to|than|for)$/.test(tokens[at + 1]?.lower ?? '')
    ) return undefined;
    return comparison(tokens, i, at + 2, sentence, block);
  }
  if (lower === 'safer' && tokens[i + 1]?.lower === 'than') {
    const from = /^(?:much|far|significantly|considerably|even)$/.test(tokens[i - 1]?.lower ?? '') ? i - 1 : i;
    if (!BE.test(tokens[from - 1]?.lower ?? '')) return undefined;
    return comparison(tokens, from, i + 2, sentence, block);
  }
  return undefined;
}

function comparison(tokens: readonly Token[], from: number, to: number, sentence: Sentence, block: Block): Found | undefined {
  const clause = clauseAround(tokens, from);
  const exposure = exposureIn(tokens, clause.from, from, sentence, block);
  return exposure && !softened(tokens, from) ? { from, to, reason: 'comparative', exposure, fixes: [] } : undefined;
}

export const BE = /^(?:is|are|it's|they're|that's|being)$/;
