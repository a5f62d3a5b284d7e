/** Says for each segment where it stands: running text, a quotation, the list of sources, a footnote. */
import type { Span, Zone } from './article.js';
import type { Leaf } from './leaves.js';
import type { LeafReading, Segment } from './segments.js';
import { mayHeadRemarks } from './titles.js';

/** The level of a section that a bold or bare line opens: below every heading. */
const LINE_LEVEL = 7;

/** What the leaves before a place say about it. */
export interface ZoneState {
  /** The level of the section of sources that is open; 0 where none is. */
  readonly open: number;
  /** True behind a list item. */
  readonly inItems: boolean;
}

/** Walks the segments in order; `next` must be asked for each of them once. */
export interface ZoneWalk extends ZoneState {
  /** @param remarks true for a heading `Notes` under which remarks stand (see `headsRemarks`). */
  next(leaf: Leaf, from: number, segment: Segment, remarks: boolean): Zone;
  /** Tells the walk that a leaf ends here, with or without segments. */
  leave(leaf: Leaf, from: number): void;
  /** The list of sources so far: the last such section, from its heading to its end. */
  readonly section: Span | undefined;
}

/**
 * A walk from the start of an article, or from where an earlier one stood. The list of sources goes from its heading to the next
 * heading of the same or a higher level. `from` is where a leaf starts in the file.
 * @param local true where lines such as `Sources:` open a list under each entry (see `sourceLists`): such a list ends where its items do.
 */
export function walkZones(local: boolean, start: ZoneState = { open: 0, inItems: false }): ZoneWalk {
  let { open, inItems } = start;
  let section: { start: number; end: number } | undefined;
  return {
    next(leaf, from, segment, remarks) {
      if (leaf.footnote !== undefined) return 'footnote';
      if (local && open === LINE_LEVEL && inItems && !leaf.item) open = 0;
      if (!leaf.item && (segment.title !== undefined || segment.opensReferences)) {
        const level = segment.kind === 'heading' && segment.level > 0 ? segment.level : LINE_LEVEL;
        if (open > 0 && level <= open) open = 0;
        if (open === 0 && segment.opensReferences && !remarks) {
          open = level;
          if (!(local && level === LINE_LEVEL)) section = { start: from + segment.offset, end: from + segment.offset + segment.text.length };
        }
      }
      inItems = leaf.item;
      if (open > 0) return 'references';
      return leaf.quotes > 0 || segment.quoted ? 'quote' : 'body';
    },
    leave(leaf, from) {
      if (open > 0 && section && !(local && open === LINE_LEVEL) && leaf.footnote === undefined) section.end = Math.max(section.end, from + leaf.node.length);
    },
    get open() {
      return open;
    },
    get inItems() {
      return inItems;
    },
    get section() {
      return section;
    },
  };
}

/** A source looks like one: a number or mark before it, a link, a DOI or a year in brackets. */
const SOURCE = /^\s*(?:[[(^*†‡¹²³⁴⁵⁶⁷⁸⁹]|\d{1,3}[.):\]\s])|https?:|\bdoi\b|\bet al\b|\bPMID\b|[(\s](?:19|20)\d\d\)?[.;:,)]/i;

/** True where the segment `place` of a leaf is a heading `Notes` and what stands right under it is running text, no list and no source. */
export function headsRemarks(leaves: readonly Leaf[], readings: readonly LeafReading[], index: number, place: number): boolean {
  const segment = readings[index]!.segments[place]!;
  if (!segment.opensReferences || !mayHeadRemarks(segment.prose)) return false;
  for (let at = index, from = place + 1; at < leaves.length; at++, from = 0) {
    const leaf = leaves[at]!;
    const below = readings[at]!.segments[from];
    if (!below) continue;
    return !leaf.item && leaf.footnote === undefined && below.title === undefined && below.row < 0 && !SOURCE.test(below.text);
  }
  return false;
}

/**
 * The leaves whose last words, a bold or bare line such as `Sources:`, open a list of sources. Two or more of them are local lists:
 * each gives the sources of the entry above it, and none is the article's list at its end.
 */
export function sourceLists(leaves: readonly Leaf[], readings: readonly LeafReading[]): number[] {
  const found: number[] = [];
  leaves.forEach((leaf, index) => {
    const segment = readings[index]!.segments.at(-1);
    if (segment?.opensReferences && leaf.kind === 'paragraph' && !leaf.item && leaf.footnote === undefined && leaves[index + 1]?.item) found.push(index);
  });
  return found.length > 1 ? found : [];
}
