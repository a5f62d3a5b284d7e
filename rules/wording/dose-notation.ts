/** Doses written so that they can be misread: `1.0 mg`, `.5 mg`, `10 U`, `µg`, `qd`. */
import type { Sentence } from '../article/article.js';
import { SEVERITIES } from '../engine/finding.js';
import { defineRule, type Report } from '../engine/rule.js';
import { abbreviationCues, abbreviations } from './dose-abbreviations.js';
import { amounts, AMOUNT_CUE } from './dose-amounts.js';
import type { DoseProblem } from './dose-problem.js';
import { isMentioned } from './mention.js';

interface Options {
  readonly allowIU: boolean;
  readonly spaceBeforeUnit: boolean;
}

export const rule = defineRule<Options>({
  meta: {
    id: 'dose-notation',
    summary: 'Doses written so that they can be misread',
    why: 'A lost point or a misread letter makes a dose ten times too large: “1.0 mg” is read as 10 mg, “10 U” as 100.',
    sources: [
      { title: 'ISMP List of Error-Prone Abbreviations, Symbols, and Dose Designations', url: 'https://www.ismp.org/recommendations/error-prone-abbreviations-list' },
      { title: 'Joint Commission “Do Not Use” list', url: 'https://www.jointcommission.org/resources/news-and-multimedia/fact-sheets/facts-about-do-not-use-list/' },
    ],
    severity: 'error',
    fixable: 'safe',
    options: {
      allowIU: { type: 'boolean', description: 'Accept “IU”, as labels of vitamins in Europe have it.', default: false },
      spaceBeforeUnit: { type: 'boolean', description: 'Ask for a space between number and unit (“10mg”).', default: true },
    },
  },
  cues: { words: abbreviationCues, pattern: AMOUNT_CUE },
  *checkSentence(sentence, block, { options }) {
    for (const problem of problemsOf(sentence, options, block.kind !== 'paragraph')) {
      const report = inBlock(problem, sentence.start);
      if (!isMentioned(block, report)) yield report;
    }
  },
});

/** The problems of a sentence in order; of those that overlap, the gravest, whose fix mends the other's too. */
function problemsOf({ text }: Sentence, { allowIU, spaceBeforeUnit }: Options, label: boolean): DoseProblem[] {
  const problems = [...amounts(text, allowIU), ...abbreviations(text, label)].filter(({ missingSpace }) => spaceBeforeUnit || !missingSpace);
  problems.sort((a, b) => a.start - b.start || rank(a) - rank(b) || b.end - a.end);
  const kept: DoseProblem[] = [];
  for (const problem of problems) {
    const last = kept.at(-1);
    if (!last || last.end <= problem.start) kept.push(problem);
    else if (rank(problem) < rank(last)) kept[kept.length - 1] = problem;
  }
  return kept;
}

function rank({ severity }: DoseProblem): number {
  return SEVERITIES.indexOf(severity ?? 'error');
}

function inBlock({ missingSpace: _, ...report }: DoseProblem, offset: number): Report {
  return {
    ...report,
    start: report.start + offset,
    end: report.end + offset,
    fixes: (report.fixes ?? []).map((fix) => ({
      ...fix,
      edits: typeof fix.edits === 'function' ? fix.edits : fix.edits.map((edit) => ({ start: edit.start + offset, end: edit.end + offset, text: edit.text })),
    })),
  };
}
