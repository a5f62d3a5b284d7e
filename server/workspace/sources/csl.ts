/** Reads CSL-JSON and CSL-YAML, the forms that Zotero and Pandoc exchange. */
import { parseDocument } from 'yaml';
import type { LocatedEntry, ReadBibliography } from './entry.js';

/** What we read of a CSL item; everything may be missing or of another type. */
interface CslItem {
  readonly id?: unknown;
  readonly title?: unknown;
  readonly author?: unknown;
  readonly editor?: unknown;
  readonly issued?: unknown;
  readonly DOI?: unknown;
  readonly PMID?: unknown;
  readonly 'container-title'?: unknown;
}

/** The items of a CSL file: a list, or an object with `references` or `items`. YAML is read too, being a superset of JSON. */
export function readCsl(text: string, location: string): ReadBibliography {
  const document = parseDocument(text, { logLevel: 'silent' });
  const problems = document.errors.map(({ message }) => message.split('\n')[0]!);
  const root: unknown = problems.length > 0 ? undefined : document.toJS({ maxAliasCount: 100 });
  const items = listOf(root);
  if (!items) return { entries: [], problems: problems.length > 0 ? problems : ['This is no list of CSL items.'] };
  return { entries: items.flatMap((item) => entryOf(item, text, location)), problems };
}

function listOf(root: unknown): readonly CslItem[] | undefined {
  if (Array.isArray(root)) return root.filter(isObject);
  if (!isObject(root)) return undefined;
  return listOf((root as { references?: unknown }).references ?? (root as { items?: unknown }).items);
}

function entryOf(item: CslItem, text: string, location: string): LocatedEntry[] {
  const key = typeof item.id === 'string' || typeof item.id === 'number' ? String(item.id) : '';
  if (key === '') return [];
  const doi = textOf(item.DOI).replace(/^https?:\/\/(?:dx\.)?doi\.org\//i, '');
  const pmid = textOf(item.PMID);
  const container = textOf(item['container-title']);
  return [
    {
      key,
      title: textOf(item.title),
      authors: namesOf(item.author ?? item.editor),
      year: yearOf(item.issued),
      ...(doi ? { doi } : {}),
      ...(pmid ? { pmid } : {}),
      ...(container ? { container } : {}),
      location,
      offset: offsetOf(key, text),
    },
  ];
}

function namesOf(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isObject).flatMap((name: { literal?: unknown; family?: unknown; given?: unknown }) => textOf(name.literal) || [textOf(name.family), textOf(name.given)].filter(Boolean).join(', ') || []);
}

/** `{"date-parts": [[2020, 5]]}`, `2020-05-01`, `[{"year": 2020}]`: the first four digits in a row. */
function yearOf(issued: unknown): string {
  return /\d{4}/.exec(JSON.stringify(issued) ?? '')?.[0] ?? '';
}

/** Where `"id": "key"` or `id: key` stands. */
function offsetOf(key: string, text: string): number {
  const escaped = key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const match = new RegExp(`["']?\\bid["']?\\s*:\\s*["']?(${escaped})["']?\\s*(?:[,}\\n\\r]|$)`).exec(text);
  return match ? match.index + match[0].indexOf(key, 2) : 0;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
