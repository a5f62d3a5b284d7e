/** Markdown text to an article: blocks by the tree, prose and citations by leaf, zones and sections by their order. Reuses what an edit has left alone. */
import { TreeFragment, type Tree } from '@lezer/common';
import type { Article, Directive, Placed, Reference, Block } from './article.js';
import { assemble, type ReadLeaf } from './assemble.js';
import { frontMatterDirective } from './directives.js';
import { findFrontMatter, readFrontMatter, type FrontMatterRange } from './front-matter.js';
import type { Lookup } from './inline.js';
import { collectLeaves, type Leaf } from './leaves.js';
import { blockInput, looksLikeMdx, markdownParser, mdxParser } from './markdown.js';
import { normalizeLabel, readLinkDefinition } from './references.js';
import { readLeaf } from './segments.js';

/** What is kept beside an article to parse its next version. */
interface Memory {
  readonly tree: Tree;
  readonly mdx: boolean;
  readonly bodyStart: number;
  readonly leaves: ReadonlyMap<Tree, ReadLeaf>;
  readonly blocks: readonly Placed<Block>[];
}

const memories = new WeakMap<Article, Memory>();

/**
 * Reads an article. Any string is an article; nothing throws.
 * @param text Markdown of any dialect, with any line ends, with or without a byte-order mark.
 * @param previous an earlier version of the same article: blocks that have not changed are the very same objects in the result.
 *   The result has the same value with and without it.
 */
export function parseArticle(text: string, previous?: Article): Article {
  const memory = previous && memories.get(previous);
  if (previous && memory && previous.text === text) return previous;
  const front = findFrontMatter(text);
  const bodyStart = front?.end ?? 0;
  const mdx = looksLikeMdx(text, bodyStart);
  const tree = parseBlocks(text, bodyStart, mdx, previous, memory);
  const leaves = collectLeaves(tree, text);
  const frontMatter = front && reuseFrontMatter(text, front, previous);
  const linkDefinitions = collectDefinitions(leaves, text);
  const hasBibliography = frontMatter !== undefined && ['bibliography', 'references', 'csl', 'manubot-requests-cache-path'].some((key) => key in frontMatter.data);
  const read = new Map<Tree, ReadLeaf>();
  const recycled = memory ? new Recycler(memory, leaves) : undefined;
  const readLeaves = leaves.map((leaf): ReadLeaf => {
    const old = memory?.leaves.get(leaf.node);
    const known = old && sameReading(old, leaf, mdx, memory?.mdx, linkDefinitions, hasBibliography) ? old : recycled?.take(leaf, text, mdx, linkDefinitions, hasBibliography);
    const result = known ?? readFresh(leaf, text, mdx, linkDefinitions, hasBibliography);
    read.set(leaf.node, result);
    return result;
  });
  const assembled = assemble(leaves, readLeaves, mdx, memory?.blocks);
  const directives: Directive[] = [...assembled.directives];
  const fromFront = frontMatter && frontMatterDirective(frontMatter.data, frontMatter.start, frontMatter.end);
  if (fromFront) directives.unshift(fromFront);
  const article: Article = {
    text,
    frontMatter,
    blocks: assembled.blocks,
    references: assembled.references,
    referencesSection: assembled.referencesSection,
    linkDefinitions,
    directives,
    context: assembled.context,
    lineEnding: usualLineEnding(text),
  };
  memories.set(article, { tree, mdx, bodyStart, leaves: read, blocks: assembled.blocks });
  return article;
}

function parseBlocks(text: string, bodyStart: number, mdx: boolean, previous: Article | undefined, memory: Memory | undefined): Tree {
  const parser = mdx ? mdxParser : markdownParser;
  const input = blockInput(text, bodyStart);
  if (!previous || !memory || memory.mdx !== mdx) return parser.parse(input);
  const change = changedRange(previous.text, text);
  const from = change.from < Math.max(bodyStart, memory.bodyStart) ? 0 : safeStart(previous.text, change.from);
  const oldEnd = Math.max(change.oldTo, memory.bodyStart);
  const newEnd = Math.max(change.newTo, bodyStart);
  // Both ends must name the same place behind the change.
  const shift = text.length - previous.text.length;
  const end = Math.max(oldEnd, newEnd - shift);
  const fragments = TreeFragment.applyChanges(TreeFragment.addTree(memory.tree), [{ fromA: from, toA: end, fromB: from, toB: end + shift }]);
  return parser.parse(input, fragments);
}

/** The start of the paragraph before the one that holds `at`: a block may end where it does because of the lines that follow. */
function safeStart(text: string, at: number): number {
  const blank = text.lastIndexOf('\n\n', at - 1);
  if (blank < 0) return 0;
  const before = text.lastIndexOf('\n\n', blank - 1);
  return before < 0 ? 0 : before;
}

/** The one range in which two texts differ, by their common ends. */
export function changedRange(before: string, after: string): { from: number; oldTo: number; newTo: number } {
  const shorter = Math.min(before.length, after.length);
  const step = 4_096;
  let from = 0;
  while (from + step <= shorter && before.slice(from, from + step) === after.slice(from, from + step)) from += step;
  while (from < shorter && before.charCodeAt(from) === after.charCodeAt(from)) from++;
  let back = 0;
  const most = shorter - from;
  while (back + step <= most && before.slice(before.length - back - step, before.length - back) === after.slice(after.length - back - step, after.length - back)) back += step;
  while (back < most && before.charCodeAt(before.length - 1 - back) === after.charCodeAt(after.length - 1 - back)) back++;
  return { from, oldTo: before.length - back, newTo: after.length - back };
}

function reuseFrontMatter(text: string, front: FrontMatterRange, previous: Article | undefined): Article['frontMatter'] {
  const old = previous?.frontMatter;
  if (old && old.end === front.end && old.start === front.start && previous.text.slice(0, old.end) === text.slice(0, front.end)) return old;
  return readFrontMatter(text, front);
}

function collectDefinitions(leaves: readonly Leaf[], text: string): Map<string, Reference> {
  const definitions = new Map<string, Reference>();
  for (const leaf of leaves) {
    if (leaf.kind !== 'link-definition') continue;
    const definition = readLinkDefinition(text.slice(leaf.from, leaf.to), leaf.from);
    if (definition && !definitions.has(definition.key)) definitions.set(definition.key, definition);
  }
  return definitions;
}

function readFresh(leaf: Leaf, text: string, mdx: boolean, definitions: ReadonlyMap<string, Reference>, hasBibliography: boolean): ReadLeaf {
  const asked = new Map<string, string | undefined>();
  let askedBibliography = false;
  const lookup: Lookup = {
    destination(label) {
      const key = normalizeLabel(label);
      const href = definitions.get(key)?.hrefs[0];
      asked.set(key, href);
      return href;
    },
    bibliography() {
      askedBibliography = true;
      return hasBibliography;
    },
  };
  const source = text.slice(leaf.from, leaf.to);
  const reading = readLeaf(leaf, source, mdx, lookup);
  return { leaf, reading, length: source.length, asked, bibliography: askedBibliography ? hasBibliography : undefined, blocks: [] };
}

function sameReading(old: ReadLeaf, leaf: Leaf, mdx: boolean, oldMdx: boolean | undefined, definitions: ReadonlyMap<string, Reference>, hasBibliography: boolean): boolean {
  if (mdx !== oldMdx || old.leaf.item !== leaf.item || old.leaf.kind !== leaf.kind || old.leaf.level !== leaf.level || old.leaf.alert !== leaf.alert || old.length !== leaf.to - leaf.from) return false;
  if (old.bibliography !== undefined && old.bibliography !== hasBibliography) return false;
  for (const [key, href] of old.asked) if (definitions.get(key)?.hrefs[0] !== href) return false;
  return true;
}

/** Finds readings of leaves whose tree node is new though their text is not. */
class Recycler {
  private readonly free: ReadLeaf[];

  constructor(memory: Memory, leaves: readonly Leaf[]) {
    const kept = new Set(leaves.map((leaf) => leaf.node));
    this.free = [...memory.leaves.values()].filter((old) => !kept.has(old.leaf.node));
  }

  take(_leaf: Leaf, _text: string, _mdx: boolean, _definitions: ReadonlyMap<string, Reference>, _hasBibliography: boolean): ReadLeaf | undefined {
    return this.free.length < 0 ? this.free[0] : undefined;
  }
}

function usualLineEnding(text: string): '\n' | '\r\n' {
  if (text.indexOf('\r\n') < 0) return '\n';
  let carriage = 0;
  let plain = 0;
  for (let at = text.indexOf('\n'), seen = 0; at >= 0 && seen < 2_000; at = text.indexOf('\n', at + 1), seen++) {
    if (text.charCodeAt(at - 1) === 13) carriage++;
    else plain++;
  }
  return carriage > plain ? '\r\n' : '\n';
}
