/**
 * Claims of titles that have their verb: a title states a relation even where its verb is in no list.
 *
 * - `Deforestation uncorks a malaria wave`: what is no person, office or study acts on something;
 * - `Scan spots early tumours`: finding is foretelling, no effect;
 * - `Obese boys have stiffer arteries`: one group beside another;
 * - `Toddlers guarded from flu by older siblings' shots`: the auxiliary of a passive is left out.
 *
 * Titles and other lines without a full stop only; for the inventory, no finding is made of them.
 */
import type { Block, Sentence } from '../article/article.js';
import type { Claim, Relation } from './claim.js';
import { readingOf, type Range, type Reading, type Verb } from './clauses.js';
import { commitmentOf } from './commitment.js';
import { thanThought } from './association-claims.js';
import { exposureAt } from './exposure.js';
import { isTitle } from './headline-verbs.js';
import { isOneOf } from './one-of.js';
import { outcomeAt } from './outcome.js';
import { agentOf } from './passive-claims.js';
import { relationVerb } from './relations.js';
import { hinted } from './verb-lists.js';
import { objectFollows } from './verbal-claims.js';
import { claimWords } from './word-lists.js';
import type { Word } from './words.js';

/** Verbs that tell no effect of their subject: it has, needs, gets or says something. */
const NEUTRAL = hinted('no-effect');
/** Verbs of finding and foretelling. */
const FINDING = hinted('finding');
/** What somebody has, gets or becomes. */
const FARING = claimWords('faring');
const COMPARATIVE = claimWords('title-compared');
/** What tells of something else. */
const SIGNS = /^(?:clues?|signs?|hints?|warning)$/;
/** What is done to an illness or its bearer with a means. */
const MENDED = claimWords('mended');
/** What is raised, sparked or answered in talk. */
const TALK = claimWords('talk');
/** What people measure, look and learn with. */
const TOOLS = claimWords('tool');
const SCIENTISTS = claimWords('scientist');
const NO_AGENT = new Set(['people', 'agency', 'document', 'research', 'none']);

export function titleClaims(sentence: Sentence, block: Block | undefined): Claim[] {
  const reading = readingOf(sentence);
  if (!isTitle(reading.words) || sentence.question) return [];
  const claims: Claim[] = [];
  reading.verbs.forEach((verb, index) => {
    if (verb.group.kind !== 'finite' || verb.clause.role === 'adverbial' || verb.clause.role === 'condition') return;
    const claim = passiveBy(sentence, block, reading, verb, index) ?? (verb.group.passive || verb.group.copula || !tells(reading.words, verb) ? undefined : active(sentence, block, reading, verb, index));
    if (claim) claims.push(claim);
  });
  return claims;
}

/** `Gene that causes cataracts found`: a restrictive clause tells what was found; only a verb that surely relates counts. */
function tells(words: readonly Word[], { group, clause }: Verb): boolean {
  const match = relationVerb(words, group);
  return clause.role !== 'relative' || (match !== undefined && match.verb.class !== 'associational' && match.verb.class !== 'inventory');
}

function active(sentence: Sentence, block: Block | undefined, reading: Reading, verb: Verb, index: number): Claim | undefined {
  const { words } = reading;
  const { lemma } = verb.group;
  const exposure = exposureAt(sentence, verb.subject, block);
  const build = (relationClass: 'inventory' | 'associational', kind: Relation['kind']): Claim => ({
    exposure,
    outcome: outcomeAt(sentence, verb.rest),
    relation: { kind, verb: -1, lemma, class: relationClass, polarity: '0', range: { from: verb.group.from, to: verb.group.to } },
    ...commitmentOf(reading, index),
  });
  if ((FARING.has(lemma) || isOneOf(words[verb.rest.from]?.lower, 'better worse less more harder')) && comparesObject(words, verb.rest) && !words.some((_, k) => thanThought(words, k)) && (exposure.kind === 'people' || exposure.plural)) return build('associational', 'association');
  // `Researchers restore hearing in mice`
  const doing = relationVerb(words, verb.group)?.verb;
  if (exposure.kind === 'people' && SCIENTISTS.has(exposure.name) && doing && (doing.class === 'absolute' || doing.class === 'direct') && !isOneOf(lemma, 'treat produce generate raise lift drive fight combat clear remove') && objectFollows(words, verb.rest, false)) return build('inventory', 'verb');
  if (isOneOf(lemma, 'raise offer give bring hold provide spark') && isOneOf(words[verb.rest.from]?.lower, 'hope hopes')) return { ...build('inventory', 'effect'), level: 'hedged', hedged: true };
  if (lemma === 'hold' && words.slice(verb.rest.from, verb.rest.from + 2).some(({ lower }) => lower === 'key') && words.slice(verb.rest.from, verb.rest.from + 3).some(({ lower }) => lower === 'to')) return build('inventory', 'verb');
  if (isOneOf(lemma, 'lag trail') && words[verb.rest.from]?.lower === 'behind') return build('associational', 'association');
  const match = relationVerb(words, verb.group);
  const particle = match && match.to > verb.group.to;
  // `may aid in staging`
  if (isOneOf(lemma, 'aid assist') && isOneOf(words[verb.rest.from]?.lower, 'in with') && !NO_AGENT.has(exposure.kind)) return build('inventory', 'verb');
  const level = commitmentOf(reading, index).level;
  // `Findings may lead to new drugs`: a hope.
  if (exposure.kind === 'research' && level === 'hedged' && doing && (doing.class === 'absolute' || doing.class === 'direct')) return build('inventory', 'verb');
  // `People who sing may keep sharper minds`, `Drum therapy may give patients a lift`: with `may` a title speaks of what one thing does to another.
  if (level === 'hedged' && isOneOf(verb.group.modal, 'may might could') && !FINDING.has(lemma) && objectFollows(words, verb.rest, false)) {
    if (exposure.kind === 'people' ? !NEUTRAL.has(lemma) || lemma === 'keep' : !NO_AGENT.has(exposure.kind) && !isOneOf(lemma, 'need require receive contain include involve')) return build('inventory', 'verb');
  }
  // `may do more harm than good`
  if (lemma === 'do' && isOneOf(words[verb.rest.from + 1]?.lower, 'harm good') && !NO_AGENT.has(exposure.kind)) return build('inventory', 'verb');
  // `can tell who will relapse`, `may explain why some recover`
  const clause = FINDING.has(lemma) && isOneOf(words[verb.group.to]?.lower, 'why how who which if whether when');
  if (NO_AGENT.has(exposure.kind)) return undefined;
  if (!clause && !objectFollows(words, particle ? { from: match.to, to: verb.rest.to } : verb.rest, false)) return undefined;
  // `raises questions`: nothing happens to anybody.
  if (TALK.has(words.slice(verb.rest.from, verb.rest.to).findLast((word) => word.class === 'noun')?.lower)) return undefined;
  // `gets smokers to quit`, `Tumours use nerves to spread`
  if (isOneOf(lemma, 'get use tell') && words.slice(verb.rest.from + 1, verb.rest.to).some((word) => word.class === 'to')) return build('inventory', 'verb');
  const inner = lemma === 'help' ? reading.verbs[index + 1] : undefined;
  // `could spot cancer early`: what it might do, as with any other verb.
  if (FINDING.has(lemma) && !/^(?:signal|herald|predict|fore.*|gauge|indicate|anticipate)$/.test(lemma) && commitmentOf(reading, index).level === 'hedged') return build('inventory', 'verb');
  if (FINDING.has(lemma) || (inner?.host === index && FINDING.has(inner.group.lemma))) return build('associational', 'association');
  // `provides a clue for later stroke`
  const object = words.slice(verb.rest.from, Math.min(verb.rest.to, verb.rest.from + 4)).find((word) => SIGNS.test(word.lower));
  if (object && isOneOf(lemma, 'provide offer give hold be')) return build('associational', 'association');
  if ((NEUTRAL.has(lemma) && !particle) || match?.verb.class === 'associational') return undefined;
  // `App tracks moods`, `Technique sorts sperm`: a tool does what it is for.
  if (!match && level !== 'hedged' && words.slice(verb.subject.from, verb.subject.to).some((word, k, all) => TOOLS.has(word.lower) && (all[k + 1] === undefined || all[k + 1]!.class !== 'noun'))) return undefined;
  return build('inventory', 'verb');
}

/** `have stiffer arteries`, `get less rest`. */
function comparesObject(words: readonly Word[], rest: Range): boolean {
  // `show subtle delays`
  if (words.slice(rest.from, Math.min(rest.to, rest.from + 4)).some(({ lower }) => isOneOf(lower, 'delay delays deficit deficits abnormality abnormalities impairment impairments'))) return true;
  if (COMPARATIVE.has(words[rest.from]?.lower) && rest.from < rest.to) return true;
  // `feel pain differently`
  if (words.slice(rest.from, rest.to).some(({ lower }) => lower === 'differently') || (rest.to > rest.from && isOneOf(words[rest.to - 1]!.lower, 'later earlier sooner longer'))) return true;
  // `Smokers show altered blood flow`
  if (isOneOf(words[rest.from]?.lower, 'altered abnormal impaired different distinct unusual enlarged reduced increased')) return true;
  const first = words.slice(rest.from, Math.min(rest.to, rest.from + 3)).find((word) => word.class !== 'adv' && word.class !== 'number' && word.lower !== 'a');
  return Boolean(first && (COMPARATIVE.has(first.lower) || (first.class === 'adj' && /[a-z]{2}er$/.test(first.lower))));
}

/** `Mice protected from weight gain by gut germ`: a transitive verb in the past without an object, and an agent. */
function passiveBy(sentence: Sentence, block: Block | undefined, reading: Reading, verb: Verb, index: number): Claim | undefined {
  const { words } = reading;
  const match = relationVerb(words, verb.group);
  const head = words[verb.group.head]!;
  if (verb.group.from !== verb.group.head || head.form !== 'past' || words[verb.group.to]?.class !== 'prep') return undefined;
  // `Enzyme needed for growth`
  if (isOneOf(verb.group.lemma, 'need require') && words[verb.group.to]!.lower === 'for') {
    const needed = exposureAt(sentence, verb.subject, block);
    if (NO_AGENT.has(needed.kind)) return undefined;
    return { exposure: needed, outcome: outcomeAt(sentence, { from: verb.group.to + 1, to: verb.rest.to }), relation: { kind: 'identity', verb: -1, lemma: `be ${head.lower}`, class: 'inventory', polarity: '0', range: { from: verb.group.from, to: verb.group.to + 1 } }, ...commitmentOf(reading, index) };
  }
  // `Ban credited with fewer strokes`, `Heat blamed for deaths`: what brings it about is the subject.
  if ((verb.group.lemma === 'credit' && words[verb.group.to]!.lower === 'with') || (verb.group.lemma === 'blame' && isOneOf(words[verb.group.to]!.lower, 'for in'))) {
    const named = exposureAt(sentence, verb.subject, block);
    return { exposure: named, outcome: outcomeAt(sentence, { from: verb.group.to + 1, to: verb.rest.to }), relation: { kind: 'identity', verb: -1, lemma: `be ${head.lower}`, class: 'inventory', polarity: '0', range: { from: verb.group.from, to: verb.group.to + 1 } }, ...commitmentOf(reading, index) };
  }
  // `Fumes suspected of causing asthma`
  const suspected = verb.group.lemma === 'suspect' && words[verb.group.to]!.lower === 'of' ? reading.verbs[index + 1] : undefined;
  const deed = suspected && relationVerb(words, suspected.group);
  if (suspected && deed) return { exposure: exposureAt(sentence, verb.subject, block), outcome: outcomeAt(sentence, suspected.rest), relation: { kind: 'verb', verb: -1, lemma: deed.verb.lemma, class: 'inventory', polarity: deed.verb.polarity, range: { from: verb.group.from, to: deed.to } }, ...commitmentOf(reading, index), level: 'hedged', hedged: true };
  // `Monkeys cured of fever with antibodies`: the means acts.
  const means = MENDED.has(verb.group.lemma) ? words.findIndex(({ lower }, j) => j >= verb.rest.from && j < verb.rest.to && isOneOf(lower, 'with through via using')) : -1;
  const by = means >= 0 ? means : agentOf(words, verb.rest);
  // `Deafness reversed in mice`: an illness ends only where something ends it.
  const ended = by < 0 && means < 0 && isOneOf(verb.group.lemma, 'cure reverse restore heal repair eradicate halt regenerate') && isOneOf(words[verb.group.to]!.lower, 'in among for');
  if (ended && outcomeAt(sentence, verb.subject).known) return { exposure: exposureAt(sentence, { from: 0, to: 0 }), outcome: outcomeAt(sentence, verb.subject), relation: { kind: 'passive', verb: -1, lemma: verb.group.lemma, class: 'inventory', polarity: '0', range: { from: verb.group.from, to: verb.group.to } }, ...commitmentOf(reading, index) };
  if (!match || match.verb.class === 'associational' || by < 0) return undefined;
  const exposure = exposureAt(sentence, { from: by + 1, to: verb.rest.to }, block);
  if (NO_AGENT.has(exposure.kind)) return undefined;
  return { exposure, outcome: outcomeAt(sentence, verb.subject), relation: { kind: 'passive', verb: -1, lemma: match.verb.lemma, class: 'inventory', polarity: match.verb.polarity, range: { from: verb.group.from, to: by + 1 } }, ...commitmentOf(reading, index) };
}
