/** Says for each segment where it stands: running text, a quotation, the list of sources, a footnote. */
import type { Span, Zone } from './article.js';
import type { Leaf } from './leaves.js';
import type { Segment } from './segments.js';

/** The level of a section that a bold or bare line opens: below every heading. */
const LINE_LEVEL = 7;

/** Walks the segments in order; `next` must be asked for each of them once. */
export interface ZoneWalk {
  next(leaf: Leaf, segment: Segment): Zone;
  /** Tells the walk that a leaf ends here, with or without segments. */
  leave(leaf: Leaf): void;
  /** The list of sources so far: the last such section, from its heading to its end. */
  section(): Span | undefined;
}

/** A walk from the start of an article. The list of sources goes from its heading to the next heading of the same or a higher level. */
export function walkZones(): ZoneWalk {
  let open = 0;
  let section: { start: number; end: number } | undefined;
  return {
    next(leaf, segment) {
      if (leaf.footnote !== undefined) return 'footnote';
      if (!leaf.item && (segment.title !== undefined || segment.opensReferences)) {
        const level = segment.kind === 'heading' && segment.level > 0 ? segment.level : LINE_LEVEL;
        if (open > 0 && level <= open) open = 0;
        if (open === 0 && segment.opensReferences) {
          open = level;
          section = { start: leaf.from + segment.offset, end: leaf.from + segment.offset + segment.text.length };
        }
      }
      if (open > 0) return 'references';
      return leaf.quotes > 0 || segment.quoted ? 'quote' : 'body';
    },
    leave(leaf) {
      if (open > 0 && section && leaf.footnote === undefined) section.end = Math.max(section.end, leaf.to);
    },
    section: () => section,
  };
}
