/** Puts footnote definitions in the order of their first marks, and makes one of those that say the same. */
import type { Article, Reference, Span } from '../article/article.js';
import type { Edit } from '../engine/finding.js';
import { footnotesOf, labelsInOrder, type FootnoteMark } from './footnote-marks.js';
import { removalEdit } from './footnotes.js';

export interface SortedReferences {
  readonly edits: readonly Edit[];
  /** How many definitions went because another says the same. */
  readonly merged: number;
  /** How many definitions stand at another place than before. */
  readonly moved: number;
}

/**
 * The edits that sort and de-duplicate footnote definitions. Definitions of the same text, or of nothing but one publication with the same
 * DOI or PMID, become one: the one that says most, and the marks of the others point to it. Notes that say where in a source (`p. 12`) or more
 * than the reference stay apart. Definitions that stand in a quotation or a list stay where they are.
 */
export function sortReferences(article: Article): SortedReferences {
  const footnotes = footnotesOf(article);
  const { text } = article;
  const order = labelsInOrder(footnotes);
  const first = new Map<string, Reference>();
  for (const definition of footnotes.definitions) if (!first.has(definition.key.toLowerCase())) first.set(definition.key.toLowerCase(), definition);
  // A second definition of the same label shows nowhere: it has to stay behind the first, so both stay.
  const doubled = new Set(footnotes.definitions.filter((one) => first.get(one.key.toLowerCase()) !== one).map(({ key }) => key.toLowerCase()));
  const movable = order.flatMap((label) => {
    const definition = first.get(label);
    return definition && !doubled.has(label) && isAtMargin(text, definition) && text.startsWith(`[^${definition.key}]:`, definition.start) ? [definition] : [];
  });

  const survivors = survivorsOf(movable.filter(({ key }) => !footnotes.fixed.has(key.toLowerCase())));
  const kept = movable.filter((definition) => survivors.get(definition) === undefined || survivors.get(definition) === definition);
  const renamed = new Map([...survivors].filter(([from, to]) => from !== to).map(([from, to]) => [from.key.toLowerCase(), to.key]));
  const slots = [...movable].sort((a, b) => a.start - b.start);
  const marks = inSlots(slots, markEdits(footnotes.marks, renamed));

  // The definitions that stay are dealt out again over the places that there are, in order of their first marks.
  const ordered = inOrderOfFirstMark(kept, footnotes.marks, renamed);
  const edits: Edit[] = [...marks.outside];
  let moved = 0;
  slots.forEach((slot, index) => {
    const next = ordered[index];
    if (!next) return void edits.push(removalEdit(text, slot));
    const written = withEdits(text, next, marks.inside.get(next) ?? []);
    if (next !== slot) moved++;
    if (written !== text.slice(slot.start, slot.end)) edits.push({ start: slot.start, end: slot.end, text: written });
  });
  return { edits: joined(edits.sort((a, b) => a.start - b.start || a.end - b.end)), merged: movable.length - kept.length, moved };
}

/** Edits by the definition that they stand in, in order. */
function inSlots(slots: readonly Reference[], edits: readonly Edit[]): { readonly inside: ReadonlyMap<Reference, readonly Edit[]>; readonly outside: readonly Edit[] } {
  const inside = new Map<Reference, Edit[]>();
  const outside: Edit[] = [];
  let index = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    while (index < slots.length && slots[index]!.end <= edit.start) index++;
    const slot = slots[index];
    if (!slot || edit.start < slot.start) outside.push(edit);
    else inside.set(slot, [...(inside.get(slot) ?? []), edit]);
  }
  return { inside, outside };
}

function markEdits(marks: readonly FootnoteMark[], renamed: ReadonlyMap<string, string>): Edit[] {
  return marks.flatMap(({ start, label }): Edit[] => {
    const to = renamed.get(label.toLowerCase());
    return to === undefined ? [] : [{ start: start + 2, end: start + 2 + label.length, text: to }];
  });
}

function inOrderOfFirstMark(kept: readonly Reference[], marks: readonly FootnoteMark[], renamed: ReadonlyMap<string, string>): Reference[] {
  const rank = new Map<string, number>();
  for (const [index, { label }] of marks.entries()) {
    const to = (renamed.get(label.toLowerCase()) ?? label).toLowerCase();
    if (!rank.has(to)) rank.set(to, index);
  }
  const rankOf = ({ key, start }: Reference): number => rank.get(key.toLowerCase()) ?? marks.length + start;
  return [...kept].sort((a, b) => rankOf(a) - rankOf(b));
}

/** For each definition that has a double the one that stays; of equals the one that is pointed to first. */
function survivorsOf(definitions: readonly Reference[]): Map<Reference, Reference> {
  const groups = new Map<string, Reference[]>();
  for (const definition of definitions) {
    const key = sameness(definition);
    if (key === '') continue;
    const group = groups.get(key);
    if (group) group.push(definition);
    else groups.set(key, [definition]);
  }
  const survivors = new Map<Reference, Reference>();
  for (const group of groups.values()) {
    const best = group.reduce((longest, one) => (one.text.trim().length > longest.text.trim().length ? one : longest));
    for (const one of group) survivors.set(one, best);
  }
  return survivors;
}

// Where in a source, and what a note says besides naming it.
const NOTE = /\b(?:pp?\.|pages?|chap(?:ter|\.)|sections?|sec\.|tables?|fig(?:ure|\.)s?|box|appendix|suppl|see|cf|compare|note|but|however|ibid|cited in|quoted in)(?![\p{L}])/iu;

/** Equal for definitions that say the same; empty for one without words. */
function sameness({ text, identifiers }: Reference): string {
  const ids = new Set(identifiers.map(({ type, value }) => `${type} ${value.toLowerCase()}`));
  if (ids.size === 1 && !NOTE.test(text)) return [...ids][0]!;
  const words = text.replace(/\s+/g, ' ').replace(/[.\s]+$/, '').trim();
  return words === '' ? '' : `text ${words}`;
}

/** True where a definition starts its line, so that moving it takes no quotation marks or list indentation along. */
function isAtMargin(text: string, { start }: Span): boolean {
  return /(?:^|\n) {0,3}$/.test(text.slice(Math.max(0, start - 5), start)) || start === 0;
}

function withEdits(text: string, { start, end }: Span, edits: readonly Edit[]): string {
  let result = '';
  let at = start;
  for (const edit of edits) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at, end);
}

/** Edits that overlap, as those do that each take a blank line away, as one. */
function joined(edits: readonly Edit[]): Edit[] {
  const result: Edit[] = [];
  for (const edit of edits) {
    const last = result.at(-1);
    if (last && edit.start < last.end) result[result.length - 1] = { start: last.start, end: Math.max(last.end, edit.end), text: last.text + edit.text };
    else result.push(edit);
  }
  return result;
}
