/** The sources that an article lists: link definitions, footnotes, and the list at its end. */
import type { Identifier, Reference } from './article.js';
import { findIdentifiers, identifierOf } from './identifiers.js';
import type { FootnoteDefinition, Leaf } from './leaves.js';
import type { Segment } from './segments.js';

const DEFINITION = /^\[((?:[^[\]\\]|\\.){1,999})\]:\s*(?:<([^<>\n]*)>|(\S+))/;

/** What a link definition `[label]: destination "title"` at `start` says. */
export function readLinkDefinition(text: string, start: number): Reference | undefined {
  const match = DEFINITION.exec(text);
  if (!match) return undefined;
  const href = match[2] ?? match[3]!;
  const identifier = identifierOf(href);
  return { start, end: start + text.length, key: normalizeLabel(match[1]!), kind: 'entry', text, identifiers: identifier ? [identifier] : [], hrefs: [href] };
}

/** Labels match without regard to case and to how much space stands between words. */
export function normalizeLabel(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase();
}

const ENTRY_NUMBER = /^\s*(?:\[(\d{1,4})\]|(\d{1,4})[.):](?=\s)|\^(\d{1,4})\^|<sup>(\d{1,4})<\/sup>|\\\[(\d{1,4})\\\])\s*/;

/** The number in front of an entry (`[3] Smith …`, `3. Smith …`); empty without one. */
function entryNumber(text: string): string {
  const match = ENTRY_NUMBER.exec(text);
  return match ? (match[1] ?? match[2] ?? match[3] ?? match[4] ?? match[5])! : '';
}

/** Part of a listed source, in segment offsets. */
interface Part {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly identifiers: readonly Identifier[];
  readonly hrefs: readonly string[];
}

const parts = new WeakMap<Segment, readonly Part[]>();

/** The sources that a segment of the list holds: one, or one for each line that starts with a number. Kept with the segment. */
function partsOf(segment: Segment): readonly Part[] {
  let known = parts.get(segment);
  if (known) return known;
  const starts = [0];
  for (let feed = segment.text.indexOf('\n'); feed >= 0; feed = segment.text.indexOf('\n', feed + 1)) {
    if (entryNumber(segment.text.slice(feed + 1, feed + 40)) !== '') starts.push(feed + 1);
  }
  known = starts.map((start, index): Part => {
    const text = segment.text.slice(start, starts[index + 1]).trimEnd();
    const end = start + text.length;
    const hrefs = segment.citations.flatMap((citation) => (citation.start >= start && citation.end <= end && citation.href && /^(?:https?:|doi:)/i.test(citation.href) ? [citation.href] : []));
    return { key: entryNumber(text), start, end, text, ...sourcesIn(text, hrefs) };
  });
  parts.set(segment, known);
  return known;
}

/** The identifiers in a source's text and addresses, each once. */
function sourcesIn(text: string, hrefs: readonly string[]): { identifiers: readonly Identifier[]; hrefs: readonly string[] } {
  const identifiers: Identifier[] = [];
  const bare = text.replace(/https?:\/\/[^\s<>)\]]+/g, (url) => ' '.repeat(url.length));
  for (const identifier of [...hrefs.map(identifierOf), ...findIdentifiers(bare).map((found) => found.identifier)]) {
    if (identifier && !identifiers.some((known) => known.type === identifier.type && known.value === identifier.value)) identifiers.push(identifier);
  }
  return { identifiers, hrefs };
}

/** The entries that a leaf that starts at `from` adds to the list of sources, in file offsets; what goes on in the same list item is joined to the entry before. */
export function addEntries(entries: Reference[], leaf: Leaf, from: number, segment: Segment, first: boolean): void {
  const [head, ...rest] = partsOf(segment);
  const place = from + segment.offset;
  const asEntry = (part: Part, key: string): Reference => ({
    key, kind: 'entry', start: place + part.start, end: place + part.end, text: part.text, identifiers: part.identifiers, hrefs: part.hrefs,
  });
  const last = entries.at(-1);
  if (leaf.item && !(leaf.marker && first) && last) entries[entries.length - 1] = joined(last, asEntry(head!, last.key));
  else entries.push(asEntry(head!, leaf.item ? /^\d+/.exec(leaf.marker)?.[0] ?? head!.key : head!.key));
  for (const part of rest) entries.push(asEntry(part, part.key));
}

/** A footnote definition as a source. */
export function footnoteReference(definition: FootnoteDefinition, segments: readonly Segment[]): Reference {
  let reference: Reference = { key: definition.label, kind: 'footnote', start: definition.from, end: definition.to, text: '', identifiers: [], hrefs: [] };
  for (const segment of segments) for (const part of partsOf(segment)) reference = joined(reference, { ...reference, text: part.text, identifiers: part.identifiers, hrefs: part.hrefs });
  return { ...reference, start: definition.from, end: definition.to };
}

function joined(a: Reference, b: Reference): Reference {
  return {
    ...a,
    end: Math.max(a.end, b.end),
    text: a.text === '' ? b.text : `${a.text}\n${b.text}`,
    identifiers: [...a.identifiers, ...b.identifiers],
    hrefs: [...a.hrefs, ...b.hrefs],
  };
}
