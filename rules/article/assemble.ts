/** Joins what the leaves hold into an article: kinds, zones, sections, lead-ins, inherited citations, references and the context. */
import type { ArticleContext, Block, Citation, CitationForm, Directive, Placed, Reference, Sentence, Span } from './article.js';
import { deepEqual } from './deep-equal.js';
import { givenByNeighbours, headOf, inheritedBy, leadOf } from './inherited.js';
import { addEvidence, isEnglishArticle, isEnglishBlock, NO_EVIDENCE, type LanguageEvidence } from './language.js';
import type { Leaves } from './leaves.js';
import { pairWithGone } from './sentence-memory.js';
import { addEntries, footnoteReference } from './references.js';
import type { LeafReading, Segment } from './segments.js';
import { splitSentences } from './sentences.js';
import { opensMethods } from './titles.js';
import { headsRemarks, sourceLists, walkZones, type ZoneState } from './zones.js';

/** A block and what it was made of: where it was taken over from a leaf that is gone, these arrays are equal to its own but not the same. */
interface Made {
  readonly block: Block;
  readonly sentences: readonly Sentence[];
  readonly citations: readonly Citation[];
}

/** A leaf that has been read, and the blocks made of it last time. */
export interface ReadLeaf {
  readonly reading: LeafReading;
  made: readonly Made[];
}

/** Leaves as they stand in the file, and what each of them holds. */
export interface ReadLeaves extends Leaves {
  readonly read: readonly ReadLeaf[];
}

/** What the leaves before a leaf say about it. */
export interface State extends ZoneState {
  /** The title of the section. */
  readonly title: string;
}

export interface Assembled {
  readonly blocks: readonly Placed<Block>[];
  readonly references: readonly Reference[];
  readonly referencesSection: Span | undefined;
  readonly directives: readonly Directive[];
  readonly context: ArticleContext;
  /** By leaf, and for the end: what stands before it, and the index of its first block. */
  readonly states: readonly State[];
  readonly firstBlocks: readonly number[];
  readonly tally: Tally;
}

/** What the leaves come to together; `context` follows from it. */
export interface Tally {
  readonly language: LanguageEvidence;
  readonly styles: ReadonlyMap<CitationForm, number>;
  /** The entries of the list of sources. */
  readonly entries: readonly Reference[];
  /** How many of them have a number. */
  readonly numbered: number;
  readonly ownStudy: boolean;
  /** False where leaves give citations to others that are not below them (see `givenByNeighbours`). */
  readonly plain: boolean;
}

/**
 * Puts the article together. Linear in the number of segments; a block whose value is as before stays the same object.
 * @param spare blocks of the version before whose leaves are gone: one of them may be the same block in a new leaf.
 */
export function assemble(all: ReadLeaves, mdx: boolean, spare: () => ReadonlyMap<string, readonly Block[]>): Assembled {
  const { leaves, starts, read } = all;
  const readings = read.map(({ reading }) => reading);
  const lists = sourceLists(leaves, readings);
  const given = givenByNeighbours(leaves, readings, lists);
  const { entries, section, remarks } = readSources(all, readings, lists.length > 0);
  const language = readings.reduce((sum, reading) => addEvidence(sum, evidenceOf(reading)), NO_EVIDENCE);
  const tally: Tally = {
    language,
    styles: new Map(),
    entries,
    numbered: entries.reduce((count, { key }) => (/^\d+$/.test(key) ? count + 1 : count), 0),
    ownStudy: readings.some(({ segments }) => segments.some(({ title }) => title !== undefined && opensMethods(title))),
    plain: lists.length === 0 && given.size === 0,
  };
  const builder = blockBuilder(all, tally, lists.length > 0, spare, { title: '', open: 0, inItems: false }, given, remarks);
  const directives: Directive[] = [];
  for (let index = 0; index < leaves.length; index++) {
    builder.add(index);
    directives.push(...directivesOf(read[index]!.reading, starts[index]!));
  }
  return {
    ...assembled(all, mdx, { ...tally, styles: builder.styles }, section, directives),
    blocks: builder.blocks,
    states: [...builder.states, builder.state],
    firstBlocks: [...builder.firstBlocks, builder.blocks.length],
  };
}

/** What is the same however the blocks came about. */
export function assembled(all: ReadLeaves, mdx: boolean, tally: Tally, section: Span | undefined, directives: readonly Directive[]): Omit<Assembled, 'blocks' | 'states' | 'firstBlocks'> {
  const references = all.footnotes.map((definition) => footnoteReference(definition, all.read.slice(definition.first, definition.last).flatMap(({ reading }) => reading.segments)));
  references.push(...tally.entries);
  references.sort((a, b) => a.start - b.start);
  return { references, referencesSection: section, directives, tally, context: contextOf(section !== undefined && tally.entries.length > 0, tally, mdx) };
}

/** The suppression comments of a leaf that starts here, in file offsets. */
export function directivesOf({ directives }: LeafReading, from: number): readonly Directive[] {
  return directives.length === 0 ? directives : directives.map((directive) => ({ ...directive, start: directive.start + from, end: directive.end + from }));
}

/** What all segments of a leaf say about the language. */
export function evidenceOf({ segments }: LeafReading): LanguageEvidence {
  return segments.length === 1 ? segments[0]!.language : segments.reduce((sum, { language }) => addEvidence(sum, language), NO_EVIDENCE);
}

/** Makes the blocks of leaves in order. */
export interface BlockBuilder {
  add(index: number): void;
  readonly blocks: Placed<Block>[];
  readonly states: State[];
  readonly firstBlocks: number[];
  /** What stands before the next leaf. */
  readonly state: State;
  /** How often each form of citation stands in the running text. */
  readonly styles: Map<CitationForm, number>;
}

/**
 * A builder of blocks that starts in this state.
 * @param given what leaves are given by others, and the segments under which remarks stand; both may be missing where there are none.
 */
export function blockBuilder(
  { leaves, starts, read }: ReadLeaves,
  { language, numbered }: Tally,
  local: boolean,
  spare: () => ReadonlyMap<string, readonly Block[]>,
  start: State,
  given: ReadonlyMap<number, readonly Citation[]> = new Map(),
  remarks: ReadonlySet<Segment> = new Set(),
): BlockBuilder {
  const article = isEnglishArticle(language);
  let sentences: ReadonlyMap<string, Sentence> | undefined;
  const gone = (): ReadonlyMap<string, Sentence> => (sentences ??= new Map([...spare().values()].flat().flatMap((block) => block.sentences.map((sentence) => [sentence.text, sentence] as const))));
  const walk = walkZones(local, start);
  const blocks: Placed<Block>[] = [];
  const states: State[] = [];
  const firstBlocks: number[] = [];
  const styles = new Map<CitationForm, number>();
  let state = start;
  return {
    blocks, states, firstBlocks, styles,
    get state() {
      return state;
    },
    add(index) {
      const leaf = leaves[index]!;
      const one = read[index]!;
      const { segments } = one.reading;
      states.push(state);
      firstBlocks.push(blocks.length);
      let { title } = state;
      const lead = leadOf(leaf.lead > 0 ? read[index - leaf.lead]!.reading : undefined);
      let changed: Made[] | undefined;
      for (let place = 0; place < segments.length; place++) {
        const segment = segments[place]!;
        const zone = walk.next(leaf, starts[index]!, segment, remarks.has(segment));
        const inList = leaf.item && segment.kind === undefined;
        const marks = numbered > 0 && segment.parenthesised.length > 0 ? withParenthesised(segment, numbered) : segment;
        const kind = segment.kind ?? (leaf.item ? 'list-item' : 'paragraph');
        const at = segment.sourceLine && zone === 'body' ? 'references' : zone;
        const english = isEnglishBlock(segment.language, article);
        const leadIn = segment.row > 0 ? headOf(segment, segments)?.prose.trim() ?? '' : inList ? lead.text : '';
        const inherited = inheritedBy(segment, place, segments, inList ? lead : leadOf(undefined), given.get(index));
        const { sentences: parts, citations } = marks;
        const before = one.made[place];
        const old = before?.block;
        let block: Block;
        if (old && before.sentences === parts && before.citations === citations && old.kind === kind && old.zone === at && old.english === english && old.section === title && old.leadIn === leadIn
          && (old.inherited === inherited || deepEqual(old.inherited, inherited))) {
          block = old;
        } else {
          const { level, text, prose, inlines } = segment;
          const fresh: Block = { kind, zone: at, level, text, prose, english, section: title, leadIn, inherited, sentences: parts, citations, inlines };
          block = old && deepEqual(old, fresh) ? old : spare().get(text)?.find((candidate) => deepEqual(candidate, fresh)) ?? fresh;
        }
        if (!old && block.sentences === parts) pairWithGone(parts, gone());
        if (block !== old || before?.sentences !== parts || before.citations !== citations) {
          changed ??= one.made.slice(0, segments.length);
          changed[place] = { block, sentences: parts, citations };
        }
        blocks.push({ start: starts[index]! + segment.offset, value: block });
        title = segment.title ?? title;
        if (zone === 'body') countStyles(block, styles);
      }
      if (changed) one.made = changed;
      walk.leave(leaf, starts[index]!);
      if (state.title !== title || state.open !== walk.open || state.inItems !== walk.inItems) state = { title, open: walk.open, inItems: walk.inItems };
    },
  };
}

/** The list of sources with its entries, and the segments that head remarks instead. */
function readSources({ leaves, starts }: ReadLeaves, readings: readonly LeafReading[], local: boolean): { entries: Reference[]; section: Span | undefined; remarks: ReadonlySet<Segment> } {
  const walk = walkZones(local);
  const entries: Reference[] = [];
  const remarks = new Set<Segment>();
  leaves.forEach((leaf, index) => {
    let first = true;
    for (const [place, segment] of readings[index]!.segments.entries()) {
      if (headsRemarks(leaves, readings, index, place)) remarks.add(segment);
      const zone = walk.next(leaf, starts[index]!, segment, remarks.has(segment));
      if (zone !== 'references' || segment.opensReferences || segment.kind === 'heading' || segment.row === 0) continue;
      addEntries(entries, leaf, starts[index]!, segment, first);
      first = false;
    }
    walk.leave(leaf, starts[index]!);
  });
  return { entries, section: walk.section, remarks };
}

interface Marks {
  readonly numbered: number;
  readonly citations: readonly Citation[];
  readonly sentences: readonly Sentence[];
}

const parenthesised = new WeakMap<Segment, Marks>();

/** The segment's citations and sentences with `(1)` and its like read as citations of the numbered list. */
function withParenthesised(segment: Segment, numbered: number): Pick<Segment, 'citations' | 'sentences'> {
  const known = parenthesised.get(segment);
  if (known?.numbered === numbered) return known;
  const more = segment.parenthesised.filter(({ keys }) => keys.every((key) => Number(key) >= 1 && Number(key) <= numbered));
  if (more.length === 0) return segment;
  const citations = [...segment.citations, ...more].sort((a, b) => a.start - b.start || b.end - a.end);
  const marks = { numbered, citations, sentences: splitSentences(segment.prose, citations, segment.breaks, segment.text) };
  parenthesised.set(segment, marks);
  return marks;
}

/** Counts the forms in which a block cites; -1 takes them away again. */
export function countStyles(block: Block, styles: Map<CitationForm, number>, times = 1): void {
  for (const { form, href } of block.citations) {
    if (form !== 'placeholder' && (form !== 'link' || /^https?:/i.test(href ?? ''))) styles.set(form, (styles.get(form) ?? 0) + times);
  }
}

/** Of two forms that are as frequent, the one that comes first here is the article's style. */
const BY_WEIGHT: readonly CitationForm[] = ['footnote', 'key', 'numeric', 'superscript', 'author-year', 'inline-note', 'command', 'link', 'identifier', 'source-line', 'placeholder'];

function contextOf(hasReferences: boolean, { numbered, styles, ownStudy }: Tally, mdx: boolean): ArticleContext {
  let citationStyle: CitationForm | undefined;
  for (const form of BY_WEIGHT) if ((styles.get(form) ?? 0) > (citationStyle ? styles.get(citationStyle)! : 0)) citationStyle = form;
  return { key: JSON.stringify([hasReferences, numbered, citationStyle ?? null, ownStudy, mdx]), hasReferences, numberedReferences: numbered, citationStyle, ownStudy, mdx };
}
