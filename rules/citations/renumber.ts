/** Numbers footnotes in the order in which the text first points to them. */
import type { Article } from '../article/article.js';
import type { Edit } from '../engine/finding.js';
import { footnotesOf, labelsInOrder } from './footnote-marks.js';

/**
 * The edits that renumber footnotes by their first marks, marks and definitions alike; none where they are in order. Labels that are
 * words stay. A number that also stands in code, a comment or a component stays, and nothing else gets it.
 */
export function renumberFootnotes(article: Article): readonly Edit[] {
  const footnotes = footnotesOf(article);
  const isNumber = (label: string): boolean => /^\d+$/.test(label);
  const movable = labelsInOrder(footnotes).filter((label) => isNumber(label) && !footnotes.fixed.has(label));
  const next = new Map<string, string>();
  let number = 0;
  for (const label of movable) {
    do number++;
    while (footnotes.fixed.has(String(number)));
    next.set(label, String(number));
  }
  const places = [...footnotes.marks, ...footnotes.definitions.map(({ start, key }) => ({ start, label: key }))];
  return places
    .flatMap(({ start, label }): Edit[] => {
      const renamed = next.get(label);
      return renamed === undefined || renamed === label ? [] : [{ start: start + 2, end: start + 2 + label.length, text: renamed }];
    })
    .sort((a, b) => a.start - b.start);
}
