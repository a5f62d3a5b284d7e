/** The writer's own bibliography files: which ones count for an article, and what they hold. */
import type { Bibliography, BibliographyEntry } from '../../../rules/index.js';
import { folderOf, isWithin, type FileSystem } from '../file-system.js';
import { decodeText } from '../text.js';
import { readCsl } from './csl.js';

/** An entry with its place: the file, and the offset of its key in UTF-16 units. */
export interface LocatedEntry extends BibliographyEntry {
  readonly location: string;
  readonly offset: number;
}

export interface LocatedBibliography extends Bibliography {
  readonly entries: readonly LocatedEntry[];
  get(key: string): LocatedEntry | undefined;
}

export interface ReadBibliography {
  readonly entries: readonly LocatedEntry[];
  /** What is wrong with the file, a line each. */
  readonly problems: readonly string[];
}

const BIBTEX = /\.(?:bib|bibtex|biblatex)$/i;
const CSL = /\.(?:json|ya?ml)$/i;
/** A JSON or YAML file is taken for a bibliography by itself only under one of these names. */
const CSL_NAME = /^(?:references?|bibliography|library|refs|citations?)\.(?:csl\.)?(?:json|ya?ml)$|\.csl\.(?:json|ya?ml)$/i;

/** Reads one bibliography file by its extension. The BibTeX parser is large and loaded only when it is needed. */
export async function readBibliography(text: string, location: string): Promise<ReadBibliography> {
  if (CSL.test(location)) return readCsl(text, location);
  if (!BIBTEX.test(location)) return { entries: [], problems: ['A bibliography is a .bib, .json or .yaml file.'] };
  const { readBibtex } = await import('./bibtex.js');
  return readBibtex(text, location);
}

/** Entries by key; of two with the same key the first counts. */
export function bibliographyOf(entries: readonly LocatedEntry[]): LocatedBibliography {
  const byKey = new Map<string, LocatedEntry>();
  for (const entry of entries) if (!byKey.has(entry.key)) byKey.set(entry.key, entry);
  return { entries, get: (key) => byKey.get(key) };
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
    const found = entries.filter(({ name, type }) => type === 'file' && (BIBTEX.test(name) || CSL_NAME.test(name))).map(({ name }) => name);
    const here = folder;
    if (found.length > 0) return found.sort().map((name) => files.join(here, name));
    if (top === undefined) break;
  }
  return [];
}

/** What a set of bibliography files holds, and what is wrong with each. */
export async function loadBibliography(files: FileSystem, locations: readonly string[]): Promise<{ readonly bibliography: LocatedBibliography | undefined; readonly problems: readonly { readonly location: string; readonly message: string }[] }> {
  const entries: LocatedEntry[] = [];
  const problems: { location: string; message: string }[] = [];
  for (const location of locations) {
    try {
      const bytes = await files.read(location);
      if (!bytes) {
        problems.push({ location, message: 'There is no such bibliography; correct its path or remove it.' });
        continue;
      }
      const read = await readBibliography(decodeText(bytes), location);
      entries.push(...read.entries);
      problems.push(...read.problems.map((message) => ({ location, message })));
    } catch (error) {
      problems.push({ location, message: error instanceof Error ? error.message : String(error) });
    }
  }
  return { bibliography: locations.length > 0 ? bibliographyOf(entries) : undefined, problems };
}
