/** The marks by which an article points to its sources, gathered block by block and sorted by what has to be known about them. */
import type { Block, Citation, CitationForm, Placed, Span } from '../article/article.js';

/** A citation. Its place counts from wherever the list that it is in says. */
export interface Use extends Span {
  readonly citation: Citation;
  /** The source text of the mark. */
  readonly text: string;
  readonly english: boolean;
}

/** What has to be known about a mark: whether its footnote, key, number or name leads anywhere; the rest are links and the like. */
export type UseClass = 'footnote' | 'key' | 'number' | 'author-year' | 'placeholder' | 'other';

/** Marks by class; a class that no mark is in may be missing. */
export type UsesByClass = { readonly [K in UseClass]?: readonly Use[] };

const CLASS_OF: Readonly<Partial<Record<CitationForm, UseClass>>> = {
  footnote: 'footnote', key: 'key', command: 'key', numeric: 'number', superscript: 'number', 'author-year': 'author-year', placeholder: 'placeholder',
};

/** The marks of a block, in block offsets. */
export function usesIn(block: Block): readonly Use[] {
  return block.citations.map((citation) => ({ citation, start: citation.start, end: citation.end, text: block.text.slice(citation.start, citation.end), english: block.english }));
}

/** The marks of several blocks by class, in the order of the text. Places count from where those of the blocks do. */
export function byClass(blocks: readonly Placed<readonly Use[]>[]): UsesByClass {
  const sorted: Partial<Record<UseClass, Use[]>> = {};
  for (const { start, value } of blocks) for (const use of value) (sorted[CLASS_OF[use.citation.form] ?? 'other'] ??= []).push(moved(use, start));
  return sorted;
}

/** All marks of these classes, in file offsets, in the order of the text. */
export function usesOf(stretches: readonly Placed<UsesByClass>[], ...classes: readonly UseClass[]): Use[] {
  const found: Use[] = [];
  for (const { start, value } of stretches) for (const name of classes) for (const use of value[name] ?? []) found.push(moved(use, start));
  return classes.length > 1 ? found.sort((a, b) => a.start - b.start) : found;
}

function moved({ citation, start, end, text, english }: Use, by: number): Use {
  return { citation, start: start + by, end: end + by, text, english };
}
