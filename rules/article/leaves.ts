/** The blocks of a syntax tree as a flat list, each with what its containers say about it. */
import type { Tree } from '@lezer/common';
import type { Change } from './changes.js';

export type LeafKind = 'paragraph' | 'heading' | 'table' | 'html' | 'code' | 'link-definition' | 'admonition-title' | 'opaque';

/**
 * A block of the tree that holds no other block. It doesn't know its place, so that it stays the same object where an edit moves it;
 * other leaves are named by how many places before this one they stand.
 */
export interface Leaf {
  /** As long as the leaf. */
  readonly node: Tree;
  readonly kind: LeafKind;
  /** 1 to 6 for headings. */
  readonly level: number;
  /** Depth of block quotes around it. */
  readonly quotes: number;
  /** The label of the footnote definition around it. */
  readonly footnote: string | undefined;
  /** True directly inside a list item. */
  readonly item: boolean;
  /** How far back the leaf stands that comes directly before the list or table that holds this one, or the list item above; 0 without one. */
  readonly lead: number;
  /** How far back the block just before this one in the same container begins and ends; 0 without one. */
  readonly before: Distances;
  /** `-`, `1.` … in front of the first leaf of a list item; empty otherwise. */
  readonly marker: string;
  /** True in a block quote that is an alert of the article's own: `> [!NOTE]`. */
  readonly alert: boolean;
}

/** How far back a block's first and last leaf stand. */
export type Distances = readonly [first: number, last: number];

/** A footnote definition, `[^label]: …`. Offsets are in the file; the leaves of its body are those from `first` up to `last`, not included. */
export interface FootnoteDefinition {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly first: number;
  readonly last: number;
}

/** Where two lists of leaves stop and start again to hold the same objects. Indices count in the new list; old index = new index - `shift`. */
export interface CommonEnds {
  readonly first: number;
  readonly last: number;
  /** Behind the first block of the top level from `last` on, comments and empty ones aside: it is the same, but what stands above it may not be. */
  readonly near: number;
  readonly shift: number;
}

export interface Leaves {
  readonly leaves: readonly Leaf[];
  /** Where each leaf starts in the file. */
  readonly starts: readonly number[];
  readonly footnotes: readonly FootnoteDefinition[];
  /** The indices of the leaves that are link definitions. */
  readonly linkDefinitions: readonly number[];
  /** The blocks of the top level, and where they start in the file. */
  readonly pieces: readonly Piece[];
  readonly places: readonly number[];
  /** What it has in common with the list that it was made from. */
  readonly common: CommonEnds;
}

/** What the blocks before a place say about the one that follows: how far back the paragraph that would lead in a list stands, and the block just before. */
interface Above {
  readonly lead: number;
  readonly before: Distances;
}

/** A block of the top level with the leaves in it. Offsets and indices count from its start. */
interface Piece {
  readonly node: Tree;
  readonly above: Above;
  readonly leaves: readonly Leaf[];
  readonly offsets: readonly number[];
  readonly footnotes: readonly FootnoteDefinition[];
  readonly below: Above;
}

const NOTHING: Distances = [0, 0];
const AT_TOP: Above = { lead: 0, before: NOTHING };

const NO_LEAVES: Leaves = { leaves: [], starts: [], footnotes: [], linkDefinitions: [], pieces: [], places: [], common: { first: 0, last: 0, near: 0, shift: 0 } };

/**
 * Flattens the tree. Linear in the number of blocks of the top level; of those only new ones are visited.
 * @param last the leaves of the version before, and what has changed since.
 */
export function collectLeaves(tree: Tree, text: string, last: Leaves = NO_LEAVES, change: Change = { from: 0, oldTo: 0, newTo: 0 }): Leaves {
  const { nodes, places } = topLevel(tree);
  const shift = nodes.length - last.pieces.length;
  const by = change.newTo - change.oldTo;
  let head = 0;
  while (head < nodes.length && head < last.pieces.length && nodes[head] === last.pieces[head]!.node && places[head] === last.places[head]) head++;
  // The parser makes the last list anew each time; a block that covers the very same text is the same block.
  const stays = (i: number): boolean => {
    const { node } = last.pieces[i - shift]!;
    if (places[i] !== last.places[i - shift]! + by) return false;
    return nodes[i] === node || (places[i]! >= change.newTo && nodes[i]!.type === node.type && nodes[i]!.length === node.length);
  };
  let tail = nodes.length;
  while (tail > head && tail - shift > head && stays(tail - 1)) tail--;
  const pieces = last.pieces.slice(0, head);
  let above = pieces.at(-1)?.below ?? AT_TOP;
  for (let i = head; i < nodes.length; i++) {
    // Once a piece stands below what it stood below before, all that follows stays.
    if (i >= tail && sameAbove(last.pieces[i - shift]!.above, above)) break;
    const piece = readPiece(nodes[i]!, places[i]!, text, above);
    pieces.push(piece);
    above = piece.below;
  }
  tail = pieces.length;
  for (let i = tail; i < nodes.length; i++) pieces.push(last.pieces[i - shift]!);
  return join(pieces, places, head, tail, last.leaves.length);
}

function sameAbove(a: Above, b: Above): boolean {
  return a.lead === b.lead && a.before[0] === b.before[0] && a.before[1] === b.before[1];
}

/** The blocks of the top level and where they start. */
function topLevel(tree: Tree): { readonly nodes: readonly Tree[]; readonly places: readonly number[] } {
  const nodes: Tree[] = [];
  const places: number[] = [];
  eachChild(tree, 0, (node, from) => {
    nodes.push(node);
    places.push(from);
  });
  return { nodes, places };
}

/** Visits the children of a node. The parser groups long runs of them under nodes without a name; what is in a buffer is inline content. */
function eachChild({ children, positions }: Tree, start: number, visit: (node: Tree, from: number) => void): void {
  for (let i = 0; i < children.length; i++) {
    const child = children[i]!;
    if (!('children' in child)) continue;
    const from = start + positions[i]!;
    if (child.type.isAnonymous) eachChild(child, from, visit);
    else visit(child, from);
  }
}

/** The leaves of all pieces. Those before the piece `head` and from the piece `tail` on are as they were in a list of `before` leaves. */
function join(pieces: readonly Piece[], places: readonly number[], head: number, tail: number, before: number): Leaves {
  const leaves: Leaf[] = [];
  const starts: number[] = [];
  const footnotes: FootnoteDefinition[] = [];
  const linkDefinitions: number[] = [];
  const firsts: number[] = [];
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i]!;
    const from = places[i]!;
    const at = leaves.length;
    firsts.push(at);
    for (const note of piece.footnotes) footnotes.push({ label: note.label, from: note.from + from, to: note.to + from, first: note.first + at, last: note.last + at });
    for (let j = 0; j < piece.leaves.length; j++) {
      const leaf = piece.leaves[j]!;
      if (leaf.kind === 'link-definition') linkDefinitions.push(leaves.length);
      leaves.push(leaf);
      starts.push(from + piece.offsets[j]!);
    }
  }
  firsts.push(leaves.length);
  let near = tail;
  while (near < pieces.length && (pieces[near]!.leaves.length === 0 || pieces[near]!.node.type.name === 'CommentBlock')) near++;
  const common: CommonEnds = { first: firsts[head]!, last: firsts[tail]!, near: firsts[Math.min(near + 1, pieces.length)]!, shift: leaves.length - before };
  return { leaves, starts, footnotes, linkDefinitions, pieces, places, common };
}

interface Container {
  readonly name: string;
  /** First and last leaf of the block that came last in this container; undefined before the first. */
  last: Distances | undefined;
  /** The paragraph or item that would lead in a list that starts now. */
  lead: number | undefined;
  readonly inheritedLead: number | undefined;
  readonly firstLeaf: number;
  marker: string;
  readonly alert: boolean;
}

const ALERT = /^>[ \t]*\[!\w+\]/;

/** Reads a block of the top level. Inside, leaves are named by their index, negative for those above it. */
function readPiece(node: Tree, start: number, text: string, above: Above): Piece {
  const leaves: Leaf[] = [];
  const offsets: number[] = [];
  const footnotes: FootnoteDefinition[] = [];
  const labels: string[] = [];
  let quotes = 0;
  const inside = (name: string, inheritedLead: number | undefined, alert = false): Container => ({ name, last: undefined, lead: undefined, inheritedLead, firstLeaf: leaves.length, marker: '', alert });
  const top: Container = { ...inside('Document', undefined), last: above.before === NOTHING ? undefined : [-above.before[0], -above.before[1]], lead: above.lead === 0 ? undefined : -above.lead };

  const add = (leaf: Tree, kind: LeafKind, from: number, container: Container, level = 0): void => {
    const index = leaves.length;
    const lead = kind === 'table' ? container.lead : container.name === 'ListItem' ? container.inheritedLead : undefined;
    leaves.push({
      node: leaf, kind, level, quotes,
      footnote: labels.at(-1),
      item: container.name === 'ListItem',
      lead: lead === undefined ? 0 : index - lead,
      before: container.last ? [index - container.last[0], index - container.last[1]] : NOTHING,
      marker: container.marker,
      alert: container.alert && index === container.firstLeaf,
    });
    offsets.push(from - start);
    container.marker = '';
    if (leaf.type.name === 'CommentBlock') return;
    container.last = [index, index];
    container.lead = kind === 'paragraph' ? index : undefined;
  };

  const enter = (tree: Tree, from: number, parent: Container, container: Container): void => {
    eachChild(tree, from, (child, at) => visit(child, at, container));
    if (leaves.length === container.firstLeaf) return;
    parent.last = [container.firstLeaf, leaves.length - 1];
    parent.lead = undefined;
  };

  const visit = (tree: Tree, from: number, container: Container): void => {
    const { name } = tree.type;
    switch (name) {
      case 'Blockquote': {
        const alert = ALERT.test(text.slice(from, from + 40));
        if (!alert) quotes++;
        enter(tree, from, container, inside(name, undefined, alert));
        if (!alert) quotes--;
        return;
      }
      case 'BulletList': case 'OrderedList':
        return enter(tree, from, container, inside(name, container.lead));
      case 'ListItem':
        return enter(tree, from, container, inside(name, container.inheritedLead));
      case 'FootnoteDefinition': {
        const first = leaves.length;
        labels.push('');
        enter(tree, from, container, inside(name, undefined));
        const to = from + tree.length - (text[from + tree.length - 1] === '\r' ? 1 : 0);
        footnotes.push({ label: labels.pop()!, from: from - start, to: to - start, first, last: leaves.length });
        return;
      }
      case 'Admonition':
        return enter(tree, from, container, inside(name, undefined));
      case 'ListMark':
        container.marker = text.slice(from, from + tree.length);
        return;
      case 'FootnoteMark':
        labels[labels.length - 1] = text.slice(from + 2, from + tree.length - 2);
        return;
      case 'QuoteMark':
        return;
      case 'Paragraph': case 'Task':
        return add(tree, 'paragraph', from, container);
      case 'Table':
        return add(tree, 'table', from, container);
      case 'HTMLBlock': case 'CommentBlock': case 'ProcessingInstructionBlock':
        return add(tree, 'html', from, container);
      case 'LinkReference':
        return add(tree, 'link-definition', from, container);
      case 'AdmonitionMark':
        return add(tree, 'admonition-title', from, container);
      case 'FencedCode': case 'CodeBlock':
        return add(tree, 'code', from, container);
      default:
        return /^(?:ATX|Setext)Heading/.test(name) ? add(tree, 'heading', from, container, Number(name.at(-1))) : add(tree, 'opaque', from, container);
    }
  };
  visit(node, start, top);

  const end = leaves.length;
  const below: Above = { lead: top.lead === undefined ? 0 : end - top.lead, before: top.last ? [end - top.last[0], end - top.last[1]] : NOTHING };
  return { node, above, leaves, offsets, footnotes, below };
}
