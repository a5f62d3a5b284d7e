/** Joins what the leaves hold into an article: kinds, zones, sections, lead-ins, inherited citations, references and the context. */
import type { ArticleContext, Block, Citation, CitationForm, Directive, Placed, Reference, Sentence, Span } from './article.js';
import { deepEqual } from './deep-equal.js';
import { givenByNeighbours, headOf, inheritedBy, leadOf } from './inherited.js';
import { languageCount } from './language.js';
import type { Leaf, Leaves } from './leaves.js';
import { addEntries, footnoteReference } from './references.js';
import type { LeafReading, Segment } from './segments.js';
import { splitSentences } from './sentences.js';
import { opensMethods } from './titles.js';
import { headsRemarks, sourceLists, walkZones } from './zones.js';

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

export interface Assembled {
  readonly blocks: readonly Placed<Block>[];
  readonly references: readonly Reference[];
  readonly referencesSection: Span | undefined;
  readonly directives: readonly Directive[];
  readonly context: ArticleContext;
}

/**
 * Puts the article together. Linear in the number of segments; a block whose value is as before stays the same object.
 * @param spare blocks of the version before whose leaves are gone: one of them may be the same block in a new leaf.
 */
export function assemble({ leaves, footnotes }: Leaves, read: readonly ReadLeaf[], mdx: boolean, spare: () => ReadonlyMap<string, readonly Block[]>): Assembled {
  const readings = read.map(({ reading }) => reading);
  const language = languageCount();
  for (const { segments } of readings) for (const segment of segments) language.add(segment.language);
  const lists = sourceLists(leaves, readings);
  const given = givenByNeighbours(leaves, readings, lists);
  const { zones, entries, section } = readZones(leaves, readings, lists.length > 0);
  const numbered = entries.reduce((count, { key }) => (/^\d+$/.test(key) ? count + 1 : count), 0);

  const blocks: Placed<Block>[] = [];
  const directives: Directive[] = [];
  const styles = new Map<CitationForm, number>();
  let title = '';
  let ownStudy = false;
  let seen = 0;
  for (let index = 0; index < leaves.length; index++) {
    const leaf = leaves[index]!;
    const one = read[index]!;
    const { segments } = one.reading;
    if (one.reading.directives.length > 0) for (const directive of one.reading.directives) directives.push({ ...directive, start: directive.start + leaf.from, end: directive.end + leaf.from });
    if (segments.length === 0) continue;
    const lead = leadOf(leaf.lead >= 0 ? readings[leaf.lead] : undefined);
    let changed: Made[] | undefined;
    for (let place = 0; place < segments.length; place++) {
      const segment = segments[place]!;
      const zone = zones[seen++]!;
      const inList = leaf.item && segment.kind === undefined;
      const marks = numbered > 0 && segment.parenthesised.length > 0 ? withParenthesised(segment, numbered) : segment;
      const kind = segment.kind ?? (leaf.item ? 'list-item' : 'paragraph');
      const at = segment.sourceLine && zone === 'body' ? 'references' : zone;
      const english = language.isEnglish(segment.language);
      const leadIn = segment.row > 0 ? headOf(segment, segments)?.prose.trim() ?? '' : inList ? lead.text : '';
      const inherited = inheritedBy(segment, place, segments, inList ? lead : leadOf(undefined), given.get(index));
      const { sentences, citations } = marks;
      const before = one.made[place];
      const old = before?.block;
      let block: Block;
      if (old && before.sentences === sentences && before.citations === citations && old.kind === kind && old.zone === at && old.english === english && old.section === title && old.leadIn === leadIn
        && (old.inherited === inherited || deepEqual(old.inherited, inherited))) {
        block = old;
      } else {
        const { level, text, prose, inlines } = segment;
        const fresh: Block = { kind, zone: at, level, text, prose, english, section: title, leadIn, inherited, sentences, citations, inlines };
        block = old && deepEqual(old, fresh) ? old : spare().get(text)?.find((candidate) => deepEqual(candidate, fresh)) ?? fresh;
      }
      if (block !== old || before?.sentences !== sentences || before.citations !== citations) {
        changed ??= one.made.slice(0, segments.length);
        changed[place] = { block, sentences, citations };
      }
      blocks.push({ start: leaf.from + segment.offset, value: block });
      if (segment.title !== undefined) {
        title = segment.title;
        ownStudy ||= opensMethods(title);
      }
      if (zone === 'body') countStyles(block, styles);
    }
    if (changed) one.made = changed;
  }
  const references: Reference[] = [...footnotes.map((definition) => footnoteReference(definition, readings.slice(definition.first, definition.last).flatMap(({ segments }) => segments))), ...entries];
  references.sort((a, b) => a.start - b.start);
  return { blocks, references, referencesSection: section, directives, context: contextOf(section !== undefined && entries.length > 0, numbered, styles, ownStudy, mdx) };
}

/** The zone of every segment in order, and the entries of the list of sources. */
function readZones(leaves: readonly Leaf[], readings: readonly LeafReading[], local: boolean): { zones: Block['zone'][]; entries: Reference[]; section: Span | undefined } {
  const walk = walkZones(local);
  const zones: Block['zone'][] = [];
  const entries: Reference[] = [];
  leaves.forEach((leaf, index) => {
    let first = true;
    for (const [place, segment] of readings[index]!.segments.entries()) {
      const zone = walk.next(leaf, segment, headsRemarks(leaves, readings, index, place));
      zones.push(zone);
      if (zone !== 'references' || segment.opensReferences || segment.kind === 'heading' || segment.row === 0) continue;
      addEntries(entries, leaf, segment, first);
      first = false;
    }
    walk.leave(leaf);
  });
  return { zones, entries, section: walk.section() };
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

function countStyles(block: Block, styles: Map<CitationForm, number>): void {
  if (block.citations.length === 0) return;
  for (const { form, href } of block.citations) {
    if (form !== 'placeholder' && (form !== 'link' || /^https?:/i.test(href ?? ''))) styles.set(form, (styles.get(form) ?? 0) + 1);
  }
}

function contextOf(hasReferences: boolean, numberedReferences: number, styles: ReadonlyMap<CitationForm, number>, ownStudy: boolean, mdx: boolean): ArticleContext {
  let citationStyle: CitationForm | undefined;
  let most = 0;
  for (const [form, count] of styles) {
    if (count > most) {
      most = count;
      citationStyle = form;
    }
  }
  return { key: JSON.stringify([hasReferences, numberedReferences, citationStyle ?? null, ownStudy, mdx]), hasReferences, numberedReferences, citationStyle, ownStudy, mdx };
}
