/** The blocks of a syntax tree as a flat list, each with what its containers say about it. */
import { IterMode, type Tree } from '@lezer/common';

export type LeafKind = 'paragraph' | 'heading' | 'table' | 'html' | 'code' | 'link-definition' | 'admonition-title' | 'opaque';

/** A block of the tree that holds no other block. Offsets are in the file. */
export interface Leaf {
  readonly node: Tree;
  readonly kind: LeafKind;
  readonly from: number;
  readonly to: number;
  /** 1 to 6 for headings. */
  readonly level: number;
  /** Depth of block quotes around it. */
  readonly quotes: number;
  /** The label of the footnote definition around it. */
  readonly footnote: string | undefined;
  /** True directly inside a list item. */
  readonly item: boolean;
  /** The index of the leaf that stands directly before the list or table that holds this one, or of the list item above; -1 without one. */
  readonly lead: number;
  /** The indices, first and last, of the block just before this one in the same container; -1 without one. */
  readonly before: readonly [first: number, last: number];
  /** `-`, `1.` … in front of the first leaf of a list item; empty otherwise. */
  readonly marker: string;
  /** True in a block quote that is an alert of the article's own: `> [!NOTE]`. */
  readonly alert: boolean;
}

/** A footnote definition, `[^label]: …`. Offsets are in the file; the leaves of its body are those from `first` up to `last`, not included. */
export interface FootnoteDefinition {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly first: number;
  readonly last: number;
}

export interface Leaves {
  readonly leaves: readonly Leaf[];
  readonly footnotes: readonly FootnoteDefinition[];
}

interface Container {
  readonly name: string;
  /** First and last leaf of the block that came last in this container. */
  last: readonly [number, number];
  /** The paragraph or item that would lead in a list that starts now. */
  lead: number;
  readonly inheritedLead: number;
  readonly firstLeaf: number;
  marker: string;
  readonly alert: boolean;
}

const ALERT = /^>[ \t]*\[!\w+\]/;

const NONE: readonly [number, number] = [-1, -1];

/** Flattens the tree. Linear in the number of blocks; inline content is not visited. */
export function collectLeaves(tree: Tree, text: string): Leaves {
  const leaves: Leaf[] = [];
  const definitions: FootnoteDefinition[] = [];
  const stack: Container[] = [];
  let quotes = 0;
  const labels: string[] = [];
  const open = (name: string, inheritedLead: number, alert = false): void => {
    stack.push({ name, last: NONE, lead: -1, inheritedLead, firstLeaf: leaves.length, marker: '', alert });
  };
  open('Document', -1);
  const add = (node: Tree, kind: LeafKind, from: number, to: number, level = 0): void => {
    const container = stack.at(-1)!;
    const index = leaves.length;
    leaves.push({
      node, kind, from, to, level, quotes,
      footnote: labels.at(-1),
      item: container.name === 'ListItem',
      lead: kind === 'table' ? container.lead : container.name === 'ListItem' ? container.inheritedLead : -1,
      before: container.last,
      marker: container.marker,
      alert: container.alert && index === container.firstLeaf,
    });
    container.marker = '';
    if (node.type.name === 'CommentBlock') return;
    container.last = [index, index];
    container.lead = kind === 'paragraph' ? index : -1;
  };
  tree.iterate({
    mode: IterMode.IgnoreMounts,
    enter(ref) {
      const name = ref.name;
      switch (name) {
        case 'Document': return true;
        case 'Blockquote': {
          const alert = ALERT.test(text.slice(ref.from, ref.from + 40));
          if (!alert) quotes++;
          open(name, -1, alert);
          return true;
        }
        case 'BulletList': case 'OrderedList':
          open(name, stack.at(-1)!.lead);
          return true;
        case 'ListItem':
          open(name, stack.at(-1)!.inheritedLead);
          return true;
        case 'FootnoteDefinition':
          open(name, -1);
          labels.push('');
          return true;
        case 'Admonition':
          open(name, -1);
          return true;
        case 'ListMark':
          stack.at(-1)!.marker = text.slice(ref.from, ref.to);
          return false;
        case 'FootnoteMark':
          labels[labels.length - 1] = text.slice(ref.from + 2, ref.to - 2);
          return false;
      }
      const node = ref.tree;
      if (!node) return false;
      const { from, to } = ref;
      if (name === 'Paragraph') add(node, 'paragraph', from, to);
      else if (name === 'Task') add(node, 'paragraph', from, to);
      else if (name === 'Table') add(node, 'table', from, to);
      else if (name.startsWith('ATXHeading') || name.startsWith('SetextHeading')) add(node, 'heading', from, to, Number(name.at(-1)));
      else if (name === 'HTMLBlock' || name === 'CommentBlock' || name === 'ProcessingInstructionBlock') add(node, 'html', from, to);
      else if (name === 'LinkReference') add(node, 'link-definition', from, to);
      else if (name === 'AdmonitionMark') add(node, 'admonition-title', from, to);
      else if (name === 'FencedCode' || name === 'CodeBlock') add(node, 'code', from, to);
      else if (name !== 'QuoteMark') add(node, 'opaque', from, to);
      return false;
    },
    leave(ref) {
      const top = stack.at(-1)!;
      if (stack.length < 2 || top.name !== ref.name) return;
      stack.pop();
      if (ref.name === 'Blockquote' && !top.alert) quotes--;
      if (ref.name === 'FootnoteDefinition') definitions.push({ label: labels.pop()!, from: ref.from, to: text[ref.to - 1] === '\r' ? ref.to - 1 : ref.to, first: top.firstLeaf, last: leaves.length });
      const parent = stack.at(-1)!;
      if (leaves.length === top.firstLeaf) return;
      parent.last = [top.firstLeaf, leaves.length - 1];
      parent.lead = -1;
    },
  });
  return { leaves, footnotes: definitions };
}
