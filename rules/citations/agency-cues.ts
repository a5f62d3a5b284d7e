/** Cues of official acts and guidance: `the FDA has issued warnings`, `guidelines recommend`, `approved by the EMA`, `is illegal in`. */
import { createPhrases, type PhraseMatch, type Phrases } from '../english/phrases.js';
import type { Token } from '../english/tokens.js';
import agencies from '../lexicon/data/cues/agencies.txt';
import { readTable } from '../lexicon/table.js';
import { cueOver, type Cue, type Reading } from './cue.js';

type AgencyKind = 'regulator' | 'health' | 'society' | 'guideline';

interface Agency {
  readonly name: string;
  readonly kind: AgencyKind;
}

let list: Phrases<Agency> | undefined;

function phrases(): Phrases<Agency> {
  return (list ??= createPhrases(readTable(agencies).map(([name = '', kind = '']): [string, Agency] => [name, { name, kind: kind as AgencyKind }])));
}

/** The words without which no cue of this file stands, for gates. */
export function agencyGateWords(): ReadonlySet<string> {
  return phrases().firstWords;
}

/** Bodies and kinds of guidance that the tokens name. An abbreviation counts only in capitals: WHO, not who. */
export function agenciesIn(tokens: readonly Token[]): PhraseMatch<Agency>[] {
  return phrases().all(tokens).filter(({ from, to, value }) => value.kind === 'guideline' || !/^[A-Z]{2,}$/.test(value.name) || (to - from === 1 && tokens[from]!.text === value.name));
}

// Finite forms of what such bodies do; base forms are for plural subjects (guidelines recommend).
const ACT = /^(?:warn(?:s|ed)?|approve[sd]?|ban(?:s|ned)?|recall(?:s|ed)?|schedule[sd]?|classif(?:y|ies|ied)|recommend(?:s|ed)?|estimate[sd]?|report(?:s|ed)?|issue[sd]?|advise[sd]?|list(?:s|ed)?|require[sd]?|authori[sz]e[sd]?|declare[sd]?|state[sd]?|say|says|said|define[sd]?|caution(?:s|ed)?|prohibit(?:s|ed)?|designate[sd]?|note[sd]?|suggest(?:s|ed)?|consider(?:s|ed)?|urge[sd]?|find|finds|found|conclude[sd]?|released?|releases|publish(?:es|ed)?|announce[sd]?|remove[sd]?|reject(?:s|ed)?|fine[sd]?|charge[sd]?|discourage[sd]?|endorse[sd]?|call(?:s|ed)|proposed?|proposes|place[sd]?|cleared?|clears|describe[sd]?|identif(?:y|ies|ied)|recogni[sz]e[sd]?|set|sets|show|shows|showed|indicates?d?|grant(?:s|ed)?|den(?:y|ies|ied)|revoke[sd]?|withdrew|categori[sz]e[sd]?|label(?:s|ed|led)|permit(?:s|ted)?|allow(?:s|ed)?|support(?:s|ed)?|advocate[sd]?|added|adds|began|started|confirm(?:s|ed)?|track(?:s|ed)|call)$/;
const TAKES_NOUN = /^(?:issue|release|publish|grant|place|set|add|call)/;
const AUXILIARY = /^(?:has|have|had|does|do|did|is|are|was|were|been)$/;
const SKIPPED = /^(?:also|now|currently|recently|officially|formally|repeatedly|since|already|strongly|specifically|generally|typically|not|never|hasn't|haven't|doesn't|didn't|don't|first|\w+ly|\(|\)|’s|,)$/;

export function agencyCues(reading: Reading): Cue[] {
  const { tokens } = reading;
  const found: Cue[] = [];
  for (const match of agenciesIn(tokens)) {
    const from = withDeterminer(tokens, match.from);
    const cue = actOf(tokens, from, match) ?? passiveOf(tokens, from, match) ?? attributionOf(tokens, from, match) ?? noticeOf(tokens, from, match);
    if (cue) found.push(cue);
  }
  for (const match of reading.phrases) {
    if (match.reason === 'regulatory') found.push(cueOver(tokens, match.from, match.to, { reason: 'regulatory', confidence: match.confidence }));
  }
  return found;
}

/** The start of the noun phrase: `the`, `the US`, `current clinical`. */
function withDeterminer(tokens: readonly Token[], from: number): number {
  let start = from;
  while (start > 0 && from - start < 5 && /^(?:the|a|an|us|u\.s|uk|current|new|recent|clinical|national|international|american|european|british|federal|updated|latest|existing|official|practice|most|treatment|dietary|nice|who|cdc|many|several|all|some)$/.test(tokens[start - 1]!.lower)) start--;
  return start;
}

/** `The FDA has (not) approved …`, `Guidelines from 2021 recommend …` */
function actOf(tokens: readonly Token[], from: number, { to, value }: PhraseMatch<Agency>): Cue | undefined {
  if (/^(?:to|call|contact|visit|tell|ask|if|unless|until|whether|when|before|once|see|consult|by|with|from|via|at)$/.test(tokens[from - 1]?.lower ?? '') && value.kind !== 'guideline') return undefined;
  if (/^(?:if|unless|until|whether|what|follow|following|see|read|check)$/.test(tokens[from - 1]?.lower ?? '')) return undefined;
  let participleWanted = false;
  let skippingGroup = false;
  for (let i = to; i < Math.min(tokens.length, to + 9); i++) {
    const { lower } = tokens[i]!;
    if (lower === '(') skippingGroup = true;
    if (skippingGroup) {
      if (lower === ')') skippingGroup = false;
      continue;
    }
    if (AUXILIARY.test(lower)) {
      if (/^(?:is|are|was|were|been)$/.test(lower)) return undefined;
      participleWanted = true;
      continue;
    }
    if (SKIPPED.test(lower)) continue;
    if (ACT.test(lower)) {
      const plural = value.kind === 'guideline' && /s$/.test(value.name);
      const bare = /^(?:warn|approve|ban|recall|schedule|classify|recommend|estimate|report|issue|advise|list|require|state|say|define|caution|note|suggest|consider|urge|find|support|call|show|place|set|release|label|recognize|indicate)$/.test(lower);
      if (bare && !plural && !participleWanted && lower !== 'set') return undefined;
      if (tokens[i + 1]?.lower === 'of') return undefined;
      return cueOver(tokens, from, objectEnd(tokens, i), { reason: 'regulatory', confidence: 0.85 });
    }
    // `guidelines from the society`, `guidelines on X recommend`
    if (value.kind === 'guideline' && /^(?:from|of|by|for|on|in)$/.test(lower)) continue;
    if (value.kind === 'guideline' && i - to < 7 && !/^(?:to|should|may|can|will|could|must|that)$/.test(lower)) continue;
    return undefined;
  }
  return undefined;
}

/** `issued a warning`, `released new guidance`: the noun that says what was issued belongs to the cue. */
function objectEnd(tokens: readonly Token[], verb: number): number {
  if (!TAKES_NOUN.test(tokens[verb]!.lower)) return verb + 1;
  let end = verb + 1;
  while (end < tokens.length && end - verb <= 4 && /^(?:a|an|its|new|several|multiple|numerous|public|safety|consumer|health|strong|formal|repeated|updated|draft|emergency|import|mandatory|recall|final)$/.test(tokens[end]!.lower)) end++;
  return /^(?:warnings?|alerts?|advisor(?:y|ies)|statements?|guidance|guidelines?|recommendations?|approvals?|notices?|orders?|rules?|reports?|letters?|recalls?|bans?)$/.test(tokens[end]?.lower ?? '') ? end + 1 : verb + 1;
}

/** `approved by the FDA`; the usual disclaimer (`not been evaluated by`) is no act. */
function passiveOf(tokens: readonly Token[], from: number, { to }: PhraseMatch<Agency>): Cue | undefined {
  if (tokens[from - 1]?.lower !== 'by') return undefined;
  const verb = tokens[from - 2]?.lower ?? '';
  if (!/^(?:approved|banned|recalled|recommended|classified|scheduled|authori[sz]ed|issued|cleared|prohibited|licensed|designated|endorsed|listed|reported|estimated|published|recogni[sz]ed|defined|set)$/.test(verb)) return undefined;
  return cueOver(tokens, from - 2, to, { reason: 'regulatory', confidence: 0.75 });
}

/** `According to the CDC`: the source is named, though not where it says so. */
function attributionOf(tokens: readonly Token[], from: number, { to }: PhraseMatch<Agency>): Cue | undefined {
  if (tokens[from - 1]?.lower !== 'to' || tokens[from - 2]?.lower !== 'according') return undefined;
  return cueOver(tokens, from - 2, to, { reason: 'regulatory', confidence: 0.6, atMost: 'information' });
}

/** `FDA warnings were issued in 2018`: the notice itself is the subject. */
function noticeOf(tokens: readonly Token[], from: number, { to, value }: PhraseMatch<Agency>): Cue | undefined {
  if (value.kind === 'guideline' || !/^(?:warnings?|alerts?|advisor(?:y|ies)|approvals?|recalls?|bans?|estimates?|figures)$/.test(tokens[to]?.lower ?? '')) return undefined;
  if (from > 0 && tokens[from - 1]!.kind === 'word') return undefined;
  if (!/^(?:was|were|came|has|have|in|of|for|on|about|against|followed|suggests?|show|led)$/.test(tokens[to + 1]?.lower ?? '')) return undefined;
  return cueOver(tokens, from, to + 1, { reason: 'regulatory', confidence: 0.6, atMost: 'information' });
}
