/** Joins what the leaves hold into an article: kinds, zones, sections, lead-ins, inherited citations, references and the context. */
import type { ArticleContext, Block, Citation, CitationForm, Directive, Placed, Reference, Span, Zone } from './article.js';
import { deepEqual } from './deep-equal.js';
import { addEvidence, articleIsEnglish, blockIsEnglish, NO_EVIDENCE } from './language.js';
import type { Leaf } from './leaves.js';
import { entryNumber, opensReferences, sourcesIn } from './references.js';
import type { LeafReading, Segment } from './segments.js';

/** A leaf that has been read, what it asked the rest of the article, and the blocks made of it last time. */
export interface ReadLeaf {
  readonly leaf: Leaf;
  readonly reading: LeafReading;
  readonly length: number;
  readonly asked: ReadonlyMap<string, string | undefined>;
  readonly bibliography: boolean | undefined;
  blocks: readonly Block[];
}

export interface Assembled {
  readonly blocks: readonly Placed<Block>[];
  readonly references: readonly Reference[];
  readonly referencesSection: Span | undefined;
  readonly directives: readonly Directive[];
  readonly context: ArticleContext;
}

const NO_CITATIONS: readonly Citation[] = [];
/** The level of a section that a bold or bare line opens: below every heading. */
const LINE_LEVEL = 7;

interface Entry {
  readonly leafIndex: number;
  readonly start: number;
  readonly end: number;
  readonly segments: Segment[];
}

/** Puts the article together. Linear in the number of segments. */
export function assemble(leaves: readonly Leaf[], read: readonly ReadLeaf[], mdx: boolean, previous: readonly Placed<Block>[] | undefined): Assembled {
  let evidence = NO_EVIDENCE;
  for (const { reading } of read) for (const { language } of reading.segments) evidence = addEvidence(evidence, language);
  const english = articleIsEnglish(evidence);
  const zones = findZones(leaves, read);
  const references = collectReferences(leaves, read, zones);
  const numberedReferences = references.filter(({ kind, key }) => kind === 'entry' && /^\d+$/.test(key)).length;
  const extra = inheritedByLeaf(leaves, read);

  const blocks: Placed<Block>[] = [];
  const directives: Directive[] = [];
  const known = previous ? new Map<string, Block[]>() : undefined;
  if (known) {
    const kept = new Set(read.flatMap(({ blocks: old }) => old));
    for (const { value } of previous!) {
      if (kept.has(value)) continue;
      const list = known.get(value.text);
      if (list) list.push(value);
      else known.set(value.text, [value]);
    }
  }
  const styles = new Map<CitationForm, number>();
  let section = '';
  leaves.forEach((leaf, index) => {
    const one = read[index]!;
    for (const directive of one.reading.directives) directives.push({ ...directive, start: directive.start + leaf.from, end: directive.end + leaf.from });
    const lead = leadOf(leaf, read);
    const made: Block[] = [];
    one.reading.segments.forEach((segment, place) => {
      const zone = zones.zoneOf(index, place);
      const header = segment.row > 0 ? one.reading.segments.find((other) => other.row === 0 && other.column === segment.column) : undefined;
      const plainParagraph = segment.kind !== undefined;
      const block: Block = {
        kind: segment.kind ?? (leaf.item ? 'list-item' : 'paragraph'),
        zone: segment.sourceLine && zone === 'body' ? 'references' : zone,
        level: segment.level,
        text: segment.text,
        prose: segment.prose,
        english: blockIsEnglish(segment.language, english),
        section: segment.title && segment.kind === 'heading' ? section : section,
        leadIn: segment.row > 0 ? header?.prose.trim() ?? '' : leaf.item && !plainParagraph ? lead.text : '',
        inherited: inheritedBy(segment, place, one, leaf.item && !plainParagraph ? lead.citations : NO_CITATIONS, extra.get(index)),
        sentences: segment.sentences,
        citations: segment.citations,
        inlines: segment.inlines,
      };
      const old = one.blocks[place];
      const kept = old && sameBlock(old, block) ? old : known?.get(block.text)?.find((candidate) => deepEqual(candidate, block)) ?? block;
      made.push(kept);
      blocks.push({ start: leaf.from + segment.offset, value: kept });
      if (segment.title) section = segment.prose.trim().replace(/\s+/g, ' ').replace(/\s*:$/, '');
      if (kept.zone === 'body') for (const { form, href } of kept.citations) if (form !== 'placeholder' && (form !== 'link' || /^https?:/i.test(href ?? ''))) styles.set(form, (styles.get(form) ?? 0) + 1);
    });
    one.blocks = made;
  });
  return { blocks, references, referencesSection: zones.referencesSection, directives, context: contextOf(references, numberedReferences, styles, mdx, zones.referencesSection) };
}

function contextOf(references: readonly Reference[], numberedReferences: number, styles: ReadonlyMap<CitationForm, number>, mdx: boolean, section: Span | undefined): ArticleContext {
  let citationStyle: CitationForm | undefined;
  let most = 0;
  for (const [form, count] of styles) {
    if (count > most) {
      most = count;
      citationStyle = form;
    }
  }
  const hasReferences = section !== undefined && references.some(({ kind }) => kind === 'entry');
  return { key: JSON.stringify([hasReferences, numberedReferences, citationStyle ?? null, mdx]), hasReferences, numberedReferences, citationStyle, mdx };
}

/** Cheap equality for a block made again of the same segment. */
function sameBlock(a: Block, b: Block): boolean {
  return a.sentences === b.sentences && a.citations === b.citations && a.inlines === b.inlines && a.text === b.text && a.kind === b.kind && a.zone === b.zone && a.level === b.level
    && a.english === b.english && a.section === b.section && a.leadIn === b.leadIn && deepEqual(a.inherited, b.inherited);
}

interface Zones {
  readonly referencesSection: Span | undefined;
  zoneOf(leaf: number, segment: number): Zone;
}

/** Finds the list of sources and says for each segment where it stands. */
function findZones(leaves: readonly Leaf[], read: readonly ReadLeaf[]): Zones {
  const inReferences = new Set<string>();
  let open = 0;
  let section: { start: number; end: number } | undefined;
  leaves.forEach((leaf, index) => {
    read[index]!.reading.segments.forEach((segment, place) => {
      const bare = !segment.title && !leaf.item && segment.kind === undefined && segment.prose.length < 80 && !segment.prose.trim().includes('\n') && opensReferences(segment.prose);
      if ((segment.title || bare) && !leaf.item && leaf.footnote === undefined) {
        const level = segment.kind === 'heading' && segment.level > 0 ? segment.level : LINE_LEVEL;
        if (open > 0 && level <= open) open = 0;
        if (open === 0 && opensReferences(segment.prose)) {
          open = level;
          section = { start: leaf.from + segment.offset, end: leaf.to };
        }
      }
      if (open > 0 && leaf.footnote === undefined) inReferences.add(`${index}:${place}`);
    });
    if (open > 0 && section) section.end = Math.max(section.end, leaf.to);
  });
  return {
    referencesSection: section,
    zoneOf(index, place) {
      const leaf = leaves[index]!;
      if (leaf.footnote !== undefined) return 'footnote';
      if (inReferences.has(`${index}:${place}`)) return 'references';
      return leaf.quotes > 0 || read[index]!.reading.segments[place]!.quoted ? 'quote' : 'body';
    },
  };
}

function collectReferences(leaves: readonly Leaf[], read: readonly ReadLeaf[], zones: Zones): Reference[] {
  const entries: { key: string; kind: Reference['kind']; entry: Entry }[] = [];
  leaves.forEach((leaf, index) => {
    const { segments } = read[index]!.reading;
    if (leaf.footnote !== undefined) {
      const last = entries.at(-1);
      if (last && last.kind === 'footnote' && last.key === leaf.footnote && last.entry.leafIndex === leaf.container) {
        entries[entries.length - 1] = { ...last, entry: { ...last.entry, end: leaf.to, segments: [...last.entry.segments, ...segments] } };
      } else {
        entries.push({ key: leaf.footnote, kind: 'footnote', entry: { leafIndex: leaf.container, start: leaf.containerStart, end: leaf.to, segments: [...segments] } });
      }
      return;
    }
    segments.forEach((segment, place) => {
      if (zones.zoneOf(index, place) !== 'references' || segment.title || segment.kind === 'heading' || opensReferences(segment.prose)) return;
      if (segment.row === 0) return;
      const number = leaf.marker ? /^\d+/.exec(leaf.marker)?.[0] ?? entryNumber(segment.text) : entryNumber(segment.text);
      if (leaf.item && !leaf.marker && place === 0 && entries.length > 0) return;
      entries.push({ key: number, kind: 'entry', entry: { leafIndex: index, start: leaf.from + segment.offset, end: leaf.from + segment.offset + segment.text.length, segments: [segment] } });
    });
  });
  return entries.map(({ key, kind, entry }) => {
    const text = entry.segments.map((segment) => segment.text).join('\n');
    const hrefs = entry.segments.flatMap((segment) => segment.citations.flatMap(({ href }) => (href && /^(?:https?:|doi:)/i.test(href) ? [href] : [])));
    return { key, kind, start: entry.start, end: entry.end, text, ...sourcesIn(text, hrefs) };
  });
}

/** The words and citations that lead in a list item: the sentence above the list that ends in a colon or has no full stop, or the item above a nested list. */
function leadOf(leaf: Leaf, read: readonly ReadLeaf[]): { text: string; citations: readonly Citation[] } {
  const segment = leaf.lead >= 0 ? read[leaf.lead]!.reading.segments.at(-1) : undefined;
  const sentence = segment?.sentences.at(-1);
  if (!segment || !sentence || segment.title || segment.sourceLine || /[.!?…]["'”’)\]]*$/.test(sentence.text)) return { text: '', citations: NO_CITATIONS };
  return { text: sentence.text.replace(/\s+/g, ' ').trim(), citations: sentence.citations };
}

/** What a `Source: …` line behind a block, or a caption beside a table, gives to a leaf. */
function inheritedByLeaf(leaves: readonly Leaf[], read: readonly ReadLeaf[]): Map<number, readonly Citation[]> {
  const extra = new Map<number, readonly Citation[]>();
  const give = (index: number, citations: readonly Citation[]): void => void extra.set(index, [...(extra.get(index) ?? []), ...citations]);
  leaves.forEach((leaf, index) => {
    const { segments } = read[index]!.reading;
    const first = segments[0];
    if (first?.sourceLine && leaf.kind === 'paragraph' && leaf.before[0] >= 0) {
      for (let i = leaf.before[0]; i <= leaf.before[1]; i++) if (leaves[i]!.kind !== 'heading') give(i, first.citations);
    }
    if (leaf.kind === 'table' && leaf.lead >= 0) {
      const caption = read[leaf.lead]!.reading.segments.at(-1);
      if (caption && caption.citations.length > 0 && (/^\W*(?:table|figure|fig\.)\b/i.test(caption.prose) || /:\W*$/.test(caption.prose))) give(index, caption.citations);
    }
    if (first && leaf.before[0] >= 0 && leaves[leaf.before[1]]!.kind === 'table' && !first.sourceLine && first.citations.length > 0 && /^\W*(?:table\b|:\s|note)/i.test(first.prose)) give(leaf.before[1], first.citations);
  });
  return extra;
}

function inheritedBy(segment: Segment, place: number, one: ReadLeaf, lead: readonly Citation[], extra: readonly Citation[] | undefined): readonly Citation[] {
  const { segments } = one.reading;
  const inherited: Citation[] = [...lead];
  if (segment.row >= 0) {
    for (const other of segments) {
      if (other === segment || other.citations.length === 0) continue;
      if (other.row === segment.row || (other.row === 0 && other.column === segment.column)) inherited.push(...other.citations);
    }
  }
  if (!segment.sourceLine) {
    if (extra) inherited.push(...extra);
    const next = segments[place + 1];
    if (next?.sourceLine && segment.row < 0) inherited.push(...next.citations);
  }
  return inherited.length > 0 ? inherited : NO_CITATIONS;
}
