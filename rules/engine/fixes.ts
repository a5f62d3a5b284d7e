/** Applies fixes to a text. */
import type { Edit, Finding, FixSafety } from './finding.js';

/**
 * The text after these edits, given in offsets of the text as it is. They may come in any order.
 * @throws RangeError where two edits overlap.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = [...edits].sort(inOrder);
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
 * Edits that apply the first fix of the given safety of each finding, in order. Where two fixes touch the same words, the
 * earlier finding's wins and the other is left for another run.
 */
export function editsFor(findings: readonly Finding[], safety: FixSafety = 'safe'): Edit[] {
  const taken: Edit[] = [];
  for (const finding of findings) {
    const fix = finding.fixes.find((one) => one.safety === safety);
    if (!fix || fix.edits.some((edit) => clashes(edit, taken))) continue;
    for (const edit of fix.edits) taken.splice(placeOf(edit, taken), 0, edit);
  }
  return taken;
}

const inOrder = (a: Edit, b: Edit): number => a.start - b.start || a.end - b.end;

/** The index at which an edit belongs in an ordered list. */
function placeOf(edit: Edit, ordered: readonly Edit[]): number {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (inOrder(ordered[middle]!, edit) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether an edit overlaps one of an ordered list without overlaps, or inserts at the very place of another. */
function clashes(edit: Edit, ordered: readonly Edit[]): boolean {
  const index = placeOf(edit, ordered);
  return [ordered[index - 1], ordered[index]].some((other) => other && ((edit.start < other.end && other.start < edit.end) || (edit.start === other.start && edit.end === other.end)));
}
