/** Words that label people by an illness or a habit, with person-first wording from the guidelines. */
import type { Severity } from '../engine/finding.js';
import { defineRule, type Report } from '../engine/rule.js';
import { isMentioned } from './mention.js';
import { PEOPLE_MATCHERS, type StigmaMatch } from './stigma-people.js';
import { GUIDELINES, stigmaCues, stigmaPhrases, type StigmaEntry } from './stigma-rows.js';
import { isPartOfName, readLine, type Line } from './stigma-text.js';
import { matchPredicate, verbMatches } from './stigma-verbs.js';

interface Options {
  readonly strict: boolean;
  readonly ignore: readonly string[];
}

export const rule = defineRule<Options>({
  meta: {
    id: 'stigmatizing-language',
    summary: 'Words that label people by an illness or a habit',
    why: 'Labels such as “addict” make readers and clinicians judge people more harshly and keep those concerned from seeking care.',
    sources: Object.values(GUIDELINES),
    severity: 'warning',
    fixable: 'suggestion',
    kinds: ['paragraph', 'list-item', 'heading', 'table-header', 'table-cell', 'html'],
    options: {
      strict: { type: 'boolean', description: 'Also report words on which guidelines differ, such as “smokers”, “seniors” and “relapse”.', default: false },
      ignore: { type: 'array', description: 'Words that are accepted, in the singular, such as `inmate`.', default: [], items: { type: 'string' } },
    },
  },
  cues: { words: stigmaCues },
  *checkSentence(sentence, block, { options }) {
    const line = readLine(sentence, block);
    for (const match of matchesOf(line)) {
      const { row } = match;
      const level = match.level ?? row.level;
      if ((level === 'strict' && !options.strict) || options.ignore.includes(row.words)) continue;
      if (isMentioned(block, match) || isPartOfName(line, match.from, match.to)) continue;
      yield report(line, match, level === 'warning' ? 'warning' : 'information');
    }
  },
});

/** The matches of a sentence from left to right, without overlaps. */
function matchesOf(line: Line): StigmaMatch[] {
  const matches = [...verbMatches(line)];
  const phrases = stigmaPhrases();
  for (let i = 0; i < line.pieces.length; i++) {
    const found = phrases.at(line.pieces, i);
    if (!found) continue;
    const match = firstMatch(line, found.from, found.to, found.value);
    if (!match) continue;
    matches.push(match);
    i = match.to - 1;
  }
  matches.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return matches.filter((match) => {
    if (match.start < end) return false;
    end = match.end;
    return true;
  });
}

function firstMatch(line: Line, from: number, to: number, entries: readonly StigmaEntry[]): StigmaMatch | undefined {
  for (const entry of entries) {
    const { kind } = entry.row;
    const match = kind === 'predicate' ? matchPredicate(line, from, to, entry) : kind === 'verb' ? undefined : PEOPLE_MATCHERS[kind](line, from, to, entry);
    if (match) return match;
  }
  return undefined;
}

function report(line: Line, match: StigmaMatch, severity: Severity): Report {
  const { start, end, row, instead, fixes } = match;
  const words = line.block.prose.slice(start, end).replace(/\s+/g, ' ');
  const advice = instead ? `Use “${instead}”` : row.instead || row.insteadPlural ? `Use words such as “${row.insteadPlural ?? row.instead}”` : 'Put the person first';
  return { start, end, message: `“${words}” can stigmatise. ${advice} (${GUIDELINES[row.guideline]!.title}).`, severity, fixes, data: { guideline: row.guideline } };
}
