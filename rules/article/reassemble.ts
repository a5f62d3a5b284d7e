/** Puts an article together from the version before, where an edit changes some leaves and says nothing about the others. */
import type { Block, Placed, Span } from './article.js';
import { assembled, blockBuilder, countStyles, directivesOf, evidenceOf, type Assembled, type ReadLeaf, type ReadLeaves, type State, type Tally } from './assemble.js';
import { addEvidence, isEnglishArticle, type LanguageEvidence } from './language.js';
import { opensMethods } from './titles.js';

/**
 * What `assemble` would give, at the cost of the leaves that have changed and of those whose section or lead-in follows from them;
 * undefined where an edit may reach farther: where a list of sources, a source line, a table or another language has a part in it.
 * @param before the leaves of the version before; `old`, what they were put together to.
 */
export function reassemble(all: ReadLeaves, before: ReadLeaves, old: Assembled, mdx: boolean, spare: () => ReadonlyMap<string, readonly Block[]>): Assembled | undefined {
  const { first, last, near, shift } = all.common;
  const start = old.states[first]!;
  if (!old.tally.plain || start.open > 0 || speaks(before, first, last - shift) || speaks(all, first, near) || looksAhead(all, first) || isNote(all, first, last)) return undefined;
  const language = sumOfChange(old.tally.language, all, before);
  if (isEnglishArticle(language) !== isEnglishArticle(old.tally.language)) return undefined;

  const builder = blockBuilder(all, old.tally, false, spare, start);
  let next = first;
  while (next < all.leaves.length && !(next >= near && sameState(builder.state, old.states[next - shift]!))) {
    if (speaks(all, next, next + 1)) return undefined;
    builder.add(next++);
  }
  // From here on everything is as it was, moved.
  const rest = next - shift;
  const by = next < all.leaves.length ? all.starts[next]! - before.starts[rest]! : 0;
  const from = old.firstBlocks[first]!;
  const to = old.firstBlocks[rest]!;
  const move = <T extends Span>(spans: readonly T[], fresh: readonly T[] = []): T[] => [
    ...spans.filter((span) => span.start < (before.starts[first] ?? Infinity)),
    ...fresh,
    ...spans.filter((span) => span.start >= (before.starts[rest] ?? Infinity)).map((span) => (by === 0 ? span : { ...span, start: span.start + by, end: span.end + by })),
  ];
  const section = old.referencesSection && move([old.referencesSection])[0];
  const directives = all.read.slice(first, next).flatMap(({ reading }, i) => directivesOf(reading, all.starts[first + i]!));
  const tally: Tally = { ...old.tally, language, styles: stylesOf(old, from, to, builder.styles), entries: move(old.tally.entries) };
  const joined = next < all.leaves.length;
  return {
    ...assembled(all, mdx, tally, section, move(old.directives, directives)),
    blocks: [...old.blocks.slice(0, from), ...builder.blocks, ...movedBlocks(old.blocks.slice(to), by)],
    states: [...old.states.slice(0, first), ...builder.states, ...(joined ? old.states.slice(rest) : [builder.state])],
    firstBlocks: [...old.firstBlocks.slice(0, first), ...builder.firstBlocks.map((index) => index + from), ...old.firstBlocks.slice(rest).map((index) => index + from + builder.blocks.length - to)],
  };
}

/** True where one of these leaves may say something about others, or about the article as a whole. */
function speaks({ leaves, read }: ReadLeaves, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    if (leaves[i]!.kind === 'table') return true;
    for (const { opensReferences, sourceLine, title } of read[i]!.reading.segments) if (opensReferences || sourceLine || (title !== undefined && opensMethods(title))) return true;
  }
  return false;
}

/** True where the words before a leaf are a heading that asks what stands under it. */
function looksAhead({ read }: ReadLeaves, index: number): boolean {
  for (let i = index - 1; i >= 0; i--) {
    const { segments } = read[i]!.reading;
    if (segments.length > 0) return segments.some(({ opensReferences }) => opensReferences);
  }
  return false;
}

/** True where one of these leaves stands right below a table. */
function isNote({ leaves }: ReadLeaves, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const [, back] = leaves[i]!.before;
    if (back > 0 && leaves[i - back]!.kind === 'table') return true;
  }
  return false;
}

function sumOfChange(sum: LanguageEvidence, all: ReadLeaves, before: ReadLeaves): LanguageEvidence {
  const { first, last, shift } = all.common;
  const add = (total: LanguageEvidence, leaves: readonly ReadLeaf[], times: number): LanguageEvidence => leaves.reduce((part, { reading }) => addEvidence(part, evidenceOf(reading), times), total);
  return add(add(sum, before.read.slice(first, last - shift), -1), all.read.slice(first, last), 1);
}

/** The styles of citation after the blocks from `from` to `to` have given way to others that come to `fresh`. */
function stylesOf({ tally, blocks }: Assembled, from: number, to: number, fresh: Tally['styles']): Tally['styles'] {
  const styles = new Map(tally.styles);
  for (const { value } of blocks.slice(from, to)) if (value.zone === 'body') countStyles(value, styles, -1);
  for (const [form, count] of fresh) styles.set(form, (styles.get(form) ?? 0) + count);
  return styles;
}

function sameState(a: State, b: State): boolean {
  return a.title === b.title && a.open === b.open && a.inItems === b.inItems;
}

function movedBlocks(blocks: readonly Placed<Block>[], by: number): readonly Placed<Block>[] {
  return by === 0 ? blocks : blocks.map(({ start, value }) => ({ start: start + by, value }));
}
