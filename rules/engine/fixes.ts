/** Applies fixes to a text. */
import type { Edit, Finding, FixSafety } from './finding.js';

/** The text after these edits. They may come in any order but must not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  let result = '';
  let at = 0;
  for (const edit of ordered) {
    if (edit.start < at) throw new RangeError(`Edits overlap at ${edit.start}`);
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

/**
 * Edits that apply the first fix of the given safety of each finding; where two overlap, the earlier finding's wins and
 * the other is left for another run. An edit that two fixes share is applied once.
 */
export function editsFor(findings: readonly Finding[], safety: FixSafety = 'safe'): Edit[] {
  const taken: Edit[] = [];
  for (const finding of findings) {
    const fix = finding.fixes.find((one) => one.safety === safety);
    if (!fix || fix.edits.some((edit) => taken.some((other) => clash(edit, other)))) continue;
    taken.push(...fix.edits);
  }
  return taken.sort((a, b) => a.start - b.start || a.end - b.end);
}

function clash(a: Edit, b: Edit): boolean {
  return (a.start < b.end && b.start < a.end) || (a.start === b.start && a.end === b.end) || (a.start === a.end && a.start > b.start && a.start < b.end);
}
