/** Every footnote mark and definition of an article, and what may not be touched. */
import type { Article, Reference, Span } from '../article/article.js';

/** A mark `[^label]` in the text. Offsets are in the file. */
export interface FootnoteMark extends Span {
  readonly label: string;
}

export interface Footnotes {
  /** In the order of the text: those of the running text first, then those inside definitions. */
  readonly marks: readonly FootnoteMark[];
  /** In the order of the file; of two with the same label the first counts. */
  readonly definitions: readonly Reference[];
  /**
   * Labels, lower case, that also stand where we do not read: in a component, a comment, a template. Such a mark may be one
   * for the program that renders the page, so its label must go on meaning what it means.
   */
  readonly fixed: ReadonlySet<string>;
}

const MARK = /\[\^([^\]\s[]{1,200})\]/g;

export function footnotesOf(article: Article): Footnotes {
  const { text } = article;
  const definitions = article.references.filter(({ kind }) => kind === 'footnote');
  const found: (FootnoteMark & { readonly inside: boolean })[] = [];
  const known = new Set<number>();
  const fixed = new Set<string>();
  for (const { start, value } of article.blocks) {
    for (const citation of value.citations) {
      const label = citation.keys[0];
      if (citation.form !== 'footnote' || label === undefined) continue;
      const mark = { start: start + citation.start, end: start + citation.end, label };
      if (text.slice(mark.start, mark.end) !== `[^${label}]`) fixed.add(label.toLowerCase());
      else if (!known.has(mark.start)) {
        known.add(mark.start);
        found.push({ ...mark, inside: value.zone === 'footnote' });
      }
    }
  }
  for (const { start, key } of definitions) {
    if (text.startsWith(`[^${key}]`, start)) known.add(start);
    else fixed.add(key.toLowerCase());
  }
  for (const match of text.matchAll(MARK)) if (!known.has(match.index)) fixed.add(match[1]!.toLowerCase());
  const marks = found.sort((a, b) => Number(a.inside) - Number(b.inside) || a.start - b.start).map(({ start, end, label }) => ({ start, end, label }));
  return { marks, definitions, fixed };
}

/** The labels in the order of their first marks, lower case; those that only a definition has come last. */
export function labelsInOrder({ marks, definitions }: Pick<Footnotes, 'marks' | 'definitions'>): readonly string[] {
  return [...new Set([...marks.map(({ label }) => label.toLowerCase()), ...definitions.map(({ key }) => key.toLowerCase())])];
}
