/** Markdown text to an article: blocks by the tree, prose and citations by leaf, zones and sections by their order. Reuses what an edit has left alone. */
import { TreeFragment, type Tree } from '@lezer/common';
import type { Article, Block, Directive, Reference } from './article.js';
import { assemble, type Assembled, type ReadLeaf } from './assemble.js';
import { changedRange, endOfLineAt, paragraphsBefore, type Change } from './changes.js';
import { frontMatterDirective } from './directives.js';
import { findFrontMatter, readFrontMatter, type FrontMatterRange } from './front-matter.js';
import type { Lookup } from './scan-state.js';
import { collectLeaves, type CommonEnds, type Leaf, type Leaves } from './leaves.js';
import { blockInput, markdownParser, mdxParser } from './markdown.js';
import { findMdxSigns, isMdx, updateMdxSigns } from './mdx.js';
import { reassemble } from './reassemble.js';
import { normalizeLabel, readLinkDefinition } from './references.js';
import { readLeaf } from './segments.js';

/** What is kept beside an article to parse its next version. */
interface Memory {
  readonly tree: Tree;
  readonly bodyStart: number;
  readonly mdxSigns: readonly number[];
  readonly surroundings: Surroundings;
  readonly leaves: Leaves;
  readonly read: readonly RememberedLeaf[];
  readonly assembled: Assembled;
}

/** A leaf's reading together with all that it depends on besides the leaf's own text. */
interface RememberedLeaf extends ReadLeaf {
  readonly mdx: boolean;
  readonly item: boolean;
  readonly alert: boolean;
  /** The link definitions that it asked for, and what they said. */
  readonly asked: ReadonlyMap<string, string | undefined>;
  /** Whether the front matter named a bibliography, if it asked. */
  readonly bibliography: boolean | undefined;
}

/** What the rest of the article says to a leaf. */
interface Surroundings {
  readonly mdx: boolean;
  readonly definitions: ReadonlyMap<string, Reference>;
  readonly bibliography: boolean;
}

const memories = new WeakMap<Article, Memory>();
/** Readings by tree node: the block parser keeps the node of a block that an edit has left alone. */
const readings = new WeakMap<Tree, RememberedLeaf>();

const BIBLIOGRAPHY_KEYS = ['bibliography', 'references', 'csl'];

/**
 * Reads an article. Any string is an article; nothing throws.
 * @param text Markdown of any dialect, with any line ends, with or without a byte-order mark.
 * @param previous an earlier version of the same article: blocks that have not changed are the very same objects in the result.
 *   The result has the same value with and without it.
 */
export function parseArticle(text: string, previous?: Article): Article {
  const memory = previous && memories.get(previous);
  if (previous && memory && previous.text === text) return previous;
  const change = previous && memory && changedRange(previous.text, text);
  const front = findFrontMatter(text);
  const bodyStart = front?.end ?? 0;
  const mdxSigns = change ? updateMdxSigns(memory.mdxSigns, text, change) : findMdxSigns(text);
  const mdx = isMdx(text, mdxSigns, bodyStart);
  const tree = parseBlocks(text, bodyStart, mdx, previous, memory, change);
  // Another dialect may read the same text otherwise.
  const leaves = collectLeaves(tree, text, memory?.surroundings.mdx === mdx ? memory.leaves : undefined, change);
  const frontMatter = front && reuseFrontMatter(text, front, previous);
  const surroundings: Surroundings = {
    mdx,
    definitions: collectDefinitions(leaves, text),
    bibliography: frontMatter !== undefined && BIBLIOGRAPHY_KEYS.some((key) => key in frontMatter.data),
  };
  const settled = memory !== undefined && sameSurroundings(memory.surroundings, surroundings);
  const read = readLeaves(leaves, text, surroundings, memory, settled);
  const all = { ...leaves, read };
  const spare = spareBlocks(memory?.read ?? [], leaves.common);
  const assembled = (settled ? reassemble(all, { ...memory.leaves, read: memory.read }, memory.assembled, mdx, spare) : undefined) ?? assemble(all, mdx, spare);
  const fromFront = frontMatter && frontMatterDirective(frontMatter.data, frontMatter.start, frontMatter.end);
  const directives: readonly Directive[] = fromFront ? [fromFront, ...assembled.directives] : assembled.directives;
  const article: Article = {
    text,
    frontMatter,
    blocks: assembled.blocks,
    references: assembled.references,
    referencesSection: assembled.referencesSection,
    linkDefinitions: surroundings.definitions,
    directives,
    context: assembled.context,
    lineEnding: usualLineEnding(text),
  };
  memories.set(article, { tree, bodyStart, mdxSigns, surroundings, leaves, read, assembled });
  return article;
}

function parseBlocks(text: string, bodyStart: number, mdx: boolean, previous: Article | undefined, memory: Memory | undefined, change: Change | undefined): Tree {
  const parser = mdx ? mdxParser : markdownParser;
  const input = blockInput(text, bodyStart);
  if (!previous || !memory || !change || memory.surroundings.mdx !== mdx) return parser.parse(input);
  const shift = text.length - previous.text.length;
  // An edit in the front matter, or one that makes or breaks it, changes all of it; both ends must name the same place behind it.
  const from = change.from < Math.max(bodyStart, memory.bodyStart) ? 0 : paragraphsBefore(previous.text, change.from);
  const touched = from === 0 ? Math.max(change.oldTo, memory.bodyStart, bodyStart - shift) : change.oldTo;
  // What starts on the line where the edit ends is not what it was, even if the edit stops short of it.
  const oldEnd = endOfLineAt(previous.text, touched);
  const fragments = TreeFragment.applyChanges(TreeFragment.addTree(memory.tree), [{ fromA: from, toA: oldEnd, fromB: from, toB: oldEnd + shift }]);
  return parser.parse(input, fragments);
}

function reuseFrontMatter(text: string, front: FrontMatterRange, previous: Article | undefined): Article['frontMatter'] {
  const old = previous?.frontMatter;
  if (old && old.end === front.end && old.start === front.start && previous.text.slice(0, old.end) === text.slice(0, front.end)) return old;
  return readFrontMatter(text, front);
}

function collectDefinitions({ leaves, starts, linkDefinitions }: Leaves, text: string): Map<string, Reference> {
  const definitions = new Map<string, Reference>();
  for (const index of linkDefinitions) {
    const start = starts[index]!;
    const definition = readLinkDefinition(text.slice(start, start + leaves[index]!.node.length), start);
    if (definition && !definitions.has(definition.key)) definitions.set(definition.key, definition);
  }
  return definitions;
}

/** What each leaf holds. @param settled true where nothing has changed around them: leaves that stay need not even be looked at. */
function readLeaves({ leaves, starts, common }: Leaves, text: string, surroundings: Surroundings, memory: Memory | undefined, settled: boolean): readonly RememberedLeaf[] {
  const { first, last, shift } = common;
  const old = memory?.read ?? [];
  const readOne = (leaf: Leaf, index: number): RememberedLeaf => {
    const known = index < first ? old[index] : index >= last ? old[index - shift] : readings.get(leaf.node);
    if (known && stillTrue(known, leaf, surroundings)) return known;
    const start = starts[index]!;
    const fresh = readFresh(leaf, text.slice(start, start + leaf.node.length), surroundings);
    readings.set(leaf.node, fresh);
    return fresh;
  };
  if (!settled) return leaves.map(readOne);
  return [...old.slice(0, first), ...leaves.slice(first, last).map((leaf, i) => readOne(leaf, first + i)), ...old.slice(last - shift)];
}

function sameSurroundings(a: Surroundings, b: Surroundings): boolean {
  if (a.mdx !== b.mdx || a.bibliography !== b.bibliography || a.definitions.size !== b.definitions.size) return false;
  for (const [key, { hrefs }] of a.definitions) if (b.definitions.get(key)?.hrefs[0] !== hrefs[0]) return false;
  return true;
}

function readFresh(leaf: Leaf, source: string, { mdx, definitions, bibliography }: Surroundings): RememberedLeaf {
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
      return bibliography;
    },
  };
  const reading = readLeaf(leaf, source, mdx, lookup);
  return { reading, mdx, item: leaf.item, alert: leaf.alert, asked, bibliography: askedBibliography ? bibliography : undefined, made: [] };
}

function stillTrue(known: RememberedLeaf, leaf: Leaf, { mdx, definitions, bibliography }: Surroundings): boolean {
  if (known.mdx !== mdx || known.item !== leaf.item || known.alert !== leaf.alert) return false;
  if (known.bibliography !== undefined && known.bibliography !== bibliography) return false;
  for (const [key, href] of known.asked) if (definitions.get(key)?.hrefs[0] !== href) return false;
  return true;
}

/** The blocks of leaves that are gone, by text: one of them may be the same block in a new leaf. Built when first asked for. */
function spareBlocks(old: readonly RememberedLeaf[], common: CommonEnds): () => ReadonlyMap<string, readonly Block[]> {
  let spare: Map<string, Block[]> | undefined;
  return () => {
    if (spare) return spare;
    spare = new Map();
    for (const { made } of old.slice(common.first, common.last - common.shift)) {
      for (const { block } of made) {
        const list = spare.get(block.text);
        if (list) list.push(block);
        else spare.set(block.text, [block]);
      }
    }
    return spare;
  };
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
