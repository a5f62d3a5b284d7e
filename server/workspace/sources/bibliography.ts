/** The writer's own bibliography files: which ones count for an article, and what they hold. */
import type { Bibliography } from '../../../rules/index.js';
import { folderOf, isWithin, type FileSystem } from '../file-system.js';
import { readCsl } from './csl.js';
import type { LocatedEntry, ReadBibliography } from './entry.js';

export interface LocatedBibliography extends Bibliography {
  readonly entries: readonly LocatedEntry[];
  get(key: string): LocatedEntry | undefined;
}

const BIBTEX = /\.(?:bib|bibtex|biblatex)$/i;
const CSL = /\.(?:json|ya?ml)$/i;
/** A JSON or YAML file is taken for a bibliography by itself only under one of these names. */
const CSL_NAME = /^(?:references?|bibliography|library|refs|citations?)\.(?:csl\.)?(?:json|ya?ml)$|\.csl\.(?:json|ya?ml)$/i;

/** True where a file of this name may be an article's bibliography though nobody names it. */
export function looksLikeBibliography(location: string): boolean {
  const name = location.slice(location.lastIndexOf('/') + 1);
  return BIBTEX.test(name) || CSL_NAME.test(name);
}

/** Reads one bibliography file by its extension. The BibTeX parser is large and loaded only when it is needed. */
export async function readBibliography(text: string, location: string): Promise<ReadBibliography> {
  if (CSL.test(location)) return readCsl(text, location);
  if (!BIBTEX.test(location)) return { entries: [], problems: ['A bibliography is a .bib, .json or .yaml file.'] };
  const { readBibtex } = await import('./bibtex.js');
  return readBibtex(text, location);
}

/** Entries by key; of two with the same key the first counts. */
export function bibliographyOf(entries: readonly LocatedEntry[], incomplete = false): LocatedBibliography {
  const byKey = new Map<string, LocatedEntry>();
  for (const entry of entries) if (!byKey.has(entry.key)) byKey.set(entry.key, entry);
  return { entries, get: (key) => byKey.get(key), ...(incomplete ? { incomplete } : {}) };
}

/** The paths that front matter names: `bibliography: refs.bib` or a list. */
export function bibliographyPaths(frontMatter: Readonly<Record<string, unknown>> | undefined): readonly string[] {
  const value = frontMatter?.bibliography;
  return (Array.isArray(value) ? value : [value]).filter((path): path is string => typeof path === 'string' && path !== '');
}

/** The bibliography files of the nearest folder above an article that has any, up to `top`. */
export async function nearestBibliographies(files: FileSystem, location: string, top: string | undefined): Promise<readonly string[]> {
  for (let folder = folderOf(location); folder !== undefined && (top === undefined || isWithin(folder, top)); folder = folderOf(folder)) {
    const entries = (await files.list(folder)) ?? [];
    const found = entries.filter(({ name, type }) => type === 'file' && looksLikeBibliography(name)).map(({ name }) => name);
    const here = folder;
    if (found.length > 0) return found.sort().map((name) => files.join(here, name));
    if (top === undefined) break;
  }
  return [];
}
