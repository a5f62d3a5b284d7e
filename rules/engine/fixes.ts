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

/** What is to be changed in one go, and how many findings it mends. */
export interface ChosenFixes {
  /** In order, without overlaps. */
  readonly edits: readonly Edit[];
  readonly mended: number;
}

/**
 * The first fix of the given safety of each finding. Where two fixes touch the same words, the earlier finding's wins and the
 * other is left for another run.
 */
export function chooseFixes(findings: readonly Finding[], safety: FixSafety = 'safe'): ChosenFixes {
  const edits: Edit[] = [];
  let mended = 0;
  for (const finding of findings) {
    const fix = finding.fixes.find((one) => one.safety === safety);
    if (!fix || fix.edits.length === 0 || fix.edits.some((edit) => clashes(edit, edits))) continue;
    for (const edit of fix.edits) edits.splice(placeOf(edit, edits), 0, edit);
    mended++;
  }
  return { edits, mended };
}

/** The edits of `chooseFixes` alone. */
export function editsFor(findings: readonly Finding[], safety: FixSafety = 'safe'): readonly Edit[] {
  return chooseFixes(findings, safety).edits;
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
