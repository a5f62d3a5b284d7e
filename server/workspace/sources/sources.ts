/** Reads bibliographies and lists of retractions, each once for as long as its content stays the same. */
import type { RetractionList } from '../../../rules/index.js';
import type { FileSystem } from '../file-system.js';
import { decodeText } from '../text.js';
import { bibliographyOf, readBibliography, type LocatedBibliography } from './bibliography.js';
import type { ReadBibliography } from './entry.js';

/** A file that is named and could not be used, or not all of it. */
export interface ResourceProblem {
  readonly location: string;
  readonly message: string;
}

/** What the files at some locations hold. Equal object, equal content. */
export interface Sources {
  bibliography(locations: readonly string[]): Promise<{ readonly bibliography: LocatedBibliography | undefined; readonly problems: readonly ResourceProblem[] }>;
  retractions(location: string): Promise<{ readonly list: RetractionList | undefined; readonly problems: readonly ResourceProblem[] }>;
  /** The file at this location may have changed: it is looked at again when it is next asked for. False where nobody has asked for it yet. */
  forget(location: string): boolean;
}

/** What was read of one file. */
interface Read<T> {
  /** Undefined where the file is missing or can't be read. */
  readonly value: T | undefined;
  readonly problems: readonly string[];
  readonly fingerprint: string;
}

/** Lists of retractions are the largest files by far: the whole database has some fifty megabytes. */
const MAX_LIST_BYTES = 300 * 1024 * 1024;

/** How many combinations of bibliographies are kept. */
const KEPT_COMBINATIONS = 64;

export function createSources(files: Pick<FileSystem, 'read'>): Sources {
  const bibliographies = createReader(files, {
    missing: 'There is no such bibliography; correct its path or remove it.',
    async read(bytes, location): Promise<{ readonly value: ReadBibliography; readonly problems: readonly string[] }> {
      const value = await readBibliography(decodeText(bytes), location);
      return { value, problems: value.problems };
    },
  });
  const lists = createReader(files, {
    missing: 'There is no such list of retracted publications; correct its path or remove it.',
    limit: MAX_LIST_BYTES,
    async read(bytes): Promise<{ readonly value: RetractionList; readonly problems: readonly string[] }> {
      const { readRetractions } = await import('./retractions.js');
      const { list, problems } = readRetractions(decodeText(bytes, MAX_LIST_BYTES));
      return { value: list, problems };
    },
  });
  const combinations = new Map<string, { readonly parts: readonly (ReadBibliography | undefined)[]; readonly bibliography: LocatedBibliography }>();

  const combined = (locations: readonly string[], parts: readonly (ReadBibliography | undefined)[]): LocatedBibliography => {
    const key = locations.join('\n');
    const known = combinations.get(key);
    if (known && known.parts.every((part, index) => part === parts[index])) return known.bibliography;
    if (combinations.size >= KEPT_COMBINATIONS) combinations.clear();
    const incomplete = parts.some((part) => !part || (part.entries.length === 0 && part.problems.length > 0));
    const bibliography = bibliographyOf(parts.flatMap((part) => part?.entries ?? []), incomplete);
    combinations.set(key, { parts, bibliography });
    return bibliography;
  };

  return {
    async bibliography(locations) {
      const read = await Promise.all(locations.map((location) => bibliographies.of(location)));
      return {
        bibliography: locations.length > 0 ? combined(locations, read.map(({ value }) => value)) : undefined,
        problems: locations.flatMap((location, index) => read[index]!.problems.map((message) => ({ location, message }))),
      };
    },
    async retractions(location) {
      const { value, problems } = await lists.of(location);
      return { list: value, problems: problems.map((message) => ({ location, message })) };
    },
    forget(location) {
      return [bibliographies, lists].map((reader) => reader.forget(location)).includes(true);
    },
  };
}

interface Kind<T> {
  /** What is said of a file that is not there. */
  readonly missing: string;
  /** Largest size in bytes. */
  readonly limit?: number;
  read(bytes: Uint8Array, location: string): Promise<{ readonly value: T; readonly problems: readonly string[] }>;
}

/** Files of one kind by location. A file that was forgotten but holds the same bytes still gives the same object. */
function createReader<T>(files: Pick<FileSystem, 'read'>, { missing, limit, read }: Kind<T>): { of(location: string): Promise<Read<T>>; forget(location: string): boolean } {
  const current = new Map<string, Promise<Read<T>>>();
  const before = new Map<string, Promise<Read<T>>>();

  const load = async (location: string): Promise<Read<T>> => {
    try {
      const bytes = await files.read(location, limit);
      if (!bytes) return { value: undefined, problems: [missing], fingerprint: '' };
      const fingerprint = fingerprintOf(bytes);
      const known = await before.get(location);
      return known?.value !== undefined && known.fingerprint === fingerprint ? known : { ...(await read(bytes, location)), fingerprint };
    } catch (error) {
      return { value: undefined, problems: [error instanceof Error ? error.message : String(error)], fingerprint: '' };
    }
  };

  return {
    of(location) {
      let found = current.get(location);
      if (!found) current.set(location, (found = load(location)));
      return found;
    },
    forget(location) {
      const found = current.get(location);
      if (!found) return before.has(location);
      before.set(location, found);
      current.delete(location);
      return true;
    },
  };
}

/** Two 32-bit FNV-1a hashes over the even and the odd bytes, and the length. */
function fingerprintOf(bytes: Uint8Array): string {
  let a = 0x811c9dc5;
  let b = 0x811c9dc5;
  for (let i = 0; i < bytes.length; i += 2) {
    a = Math.imul(a ^ bytes[i]!, 0x01000193);
    b = Math.imul(b ^ (bytes[i + 1] ?? 0), 0x01000193);
  }
  return `${bytes.length} ${a >>> 0} ${b >>> 0}`;
}
