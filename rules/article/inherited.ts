/** Which words lead in a list item or table cell, and which citations beside a block cover it too. */
import type { Citation } from './article.js';
import type { Leaf } from './leaves.js';
import type { LeafReading, Segment } from './segments.js';

export const NO_CITATIONS: readonly Citation[] = [];

export interface Lead {
  readonly text: string;
  readonly citations: readonly Citation[];
}

const NO_LEAD: Lead = { text: '', citations: NO_CITATIONS };
const leads = new WeakMap<LeafReading, Lead>();

/**
 * What leads in a list: the sentence above it that ends in a colon or without a full stop, or the item above a nested list.
 * @param reading the leaf above.
 */
export function leadOf(reading: LeafReading | undefined): Lead {
  if (!reading) return NO_LEAD;
  let lead = leads.get(reading);
  if (!lead) {
    const segment = reading.segments.at(-1);
    const sentence = segment?.sentences.at(-1);
    const leading = segment && sentence && segment.title === undefined && !segment.sourceLine && !/[.!?…]["'”’)\]]*$/.test(sentence.text);
    lead = leading ? { text: sentence.text.replace(/\s+/g, ' ').trim(), citations: sentence.citations.length > 0 ? sentence.citations : NO_CITATIONS } : NO_LEAD;
    leads.set(reading, lead);
  }
  return lead;
}

const CAPTION = /^\W*(?:table|figure|fig\.)\b/i;
const NOTE_BELOW = /^\W*(?:table\b|note|:\s)/i;

/**
 * For each leaf, what a `Source: …` line behind it, a table's caption or a local list of sources gives it. Only leaves that are given something are in the map.
 * @param lists the leaves that open local lists of sources.
 */
export function givenByNeighbours(leaves: readonly Leaf[], readings: readonly LeafReading[], lists: readonly number[]): ReadonlyMap<number, readonly Citation[]> {
  const given = new Map<number, readonly Citation[]>();
  const give = (index: number, citations: readonly Citation[]): void => {
    const before = given.get(index);
    given.set(index, before ? [...before, ...citations] : citations);
  };
  leaves.forEach((leaf, index) => {
    const first = readings[index]!.segments[0];
    if (!first) return;
    if (first.sourceLine && leaf.kind === 'paragraph') {
      if (leaf.before[1] > 0) for (let i = index - leaf.before[0]; i <= index - leaf.before[1]; i++) if (leaves[i]!.kind !== 'heading') give(i, first.citations);
    } else if (leaf.kind === 'table') {
      const caption = leaf.lead > 0 ? readings[index - leaf.lead]!.segments.at(-1) : undefined;
      if (caption && caption.citations.length > 0 && (CAPTION.test(caption.prose) || /:\W*$/.test(caption.prose))) give(index, caption.citations);
    } else if (first.citations.length > 0 && leaf.before[1] > 0 && leaves[index - leaf.before[1]]!.kind === 'table' && NOTE_BELOW.test(first.prose)) {
      give(index - leaf.before[1], first.citations);
    }
  });
  for (const list of lists) {
    const citations = citationsOfList(leaves, readings, list);
    // The entry's last paragraph may run into the line without a blank one.
    if (citations.length > 0 && readings[list]!.segments.length > 1) give(list, citations);
    if (citations.length > 0) for (let i = list - 1; i >= 0 && belongsToEntry(leaves[i]!, readings[i]!); i--) give(i, citations);
  }
  return given;
}

/** The citations in the items below a line such as `Sources:`; none where they are numbered, since then marks in the text point to them. */
function citationsOfList(leaves: readonly Leaf[], readings: readonly LeafReading[], list: number): readonly Citation[] {
  const citations: Citation[] = [];
  for (let i = list + 1; i < leaves.length && leaves[i]!.item; i++) {
    if (/^\d/.test(leaves[i]!.marker)) return NO_CITATIONS;
    for (const segment of readings[i]!.segments) citations.push(...segment.citations);
  }
  return citations;
}

/** True for what stands between an entry's heading and its list of sources. */
function belongsToEntry(leaf: Leaf, { segments }: LeafReading): boolean {
  return leaf.kind !== 'heading' && leaf.footnote === undefined && !segments.some((segment) => segment.title !== undefined || segment.opensReferences);
}

/** The citations that cover a segment though they stand elsewhere: in its lead-in, its table row or column head, the source line below. */
export function inheritedBy(segment: Segment, place: number, segments: readonly Segment[], lead: Lead, given: readonly Citation[] | undefined): readonly Citation[] {
  const next = segment.row < 0 ? segments[place + 1] : undefined;
  const below = next?.sourceLine && !segment.sourceLine ? next.citations : NO_CITATIONS;
  if (segment.row < 0 && below.length === 0 && !given) return lead.citations;
  if (segment.row < 0 && below.length === 0 && given && lead.citations.length === 0) return segment.sourceLine ? NO_CITATIONS : given;
  const inherited: Citation[] = [...lead.citations];
  if (segment.row >= 0) for (const other of rowMates(segment, place, segments)) inherited.push(...other.citations);
  if (given && !segment.sourceLine) inherited.push(...given);
  inherited.push(...below);
  return inherited.length > 0 ? inherited : NO_CITATIONS;
}

/** Tables wider than this are read around each cell only, so that a row of cited cells does not cost the square of its width. */
const WIDEST = 40;

/** The other cells of the row, and the head of the column. */
function rowMates(segment: Segment, place: number, segments: readonly Segment[]): Segment[] {
  const mates: Segment[] = [];
  const head = segment.row > 0 ? headOf(segment, segments) : undefined;
  if (head && head.citations.length > 0) mates.push(head);
  const last = Math.min(segments.length, place + WIDEST);
  for (let i = Math.max(0, place - WIDEST); i < last; i++) {
    const other = segments[i]!;
    if (i !== place && other.row === segment.row && other.citations.length > 0) mates.push(other);
  }
  return mates;
}

const heads = new WeakMap<readonly Segment[], ReadonlyMap<number, Segment>>();

/** The header cell of a table cell's column. */
export function headOf(segment: Segment, segments: readonly Segment[]): Segment | undefined {
  let byColumn = heads.get(segments);
  if (!byColumn) {
    byColumn = new Map(segments.filter((other) => other.row === 0 && other.kind === 'table-header').map((other) => [other.column, other]));
    heads.set(segments, byColumn);
  }
  return byColumn.get(segment.column);
}
