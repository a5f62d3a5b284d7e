/** The one way in which files come in. A location is an absolute path with forward slashes, or a URI: whatever the file system speaks. */

export interface Entry {
  readonly name: string;
  readonly type: 'file' | 'folder';
}

/** Files and folders, read only. Both answer undefined for what does not exist and throw for what can't be read. */
export interface FileSystem {
  /** @param limit the largest size in bytes that is read where the host knows sizes beforehand; 50 MB if left out. */
  read(location: string, limit?: number): Promise<Uint8Array | undefined>;
  /** What a folder holds; symbolic links to folders are left out, so that no walk goes in circles. */
  list(folder: string): Promise<readonly Entry[] | undefined>;
  /** The location of `name` in a folder. `name` may hold slashes and `..`. */
  join(folder: string, name: string): string;
}

/** The folder that a location stands in; undefined at the top. */
export function folderOf(location: string): string | undefined {
  const trimmed = location.replace(/\/+$/, '');
  const slash = trimmed.lastIndexOf('/');
  if (slash < 0) return undefined;
  const parent = trimmed.slice(0, slash);
  if (/^[a-z][a-z0-9+.-]*:\/*[^/]*$/i.test(trimmed)) return undefined;
  return parent === '' ? (trimmed === '' ? undefined : '/') : parent;
}

/** True where `location` is the folder itself or stands below it. */
export function isWithin(location: string, folder: string): boolean {
  const base = folder.endsWith('/') ? folder : `${folder}/`;
  return location === folder || location.startsWith(base);
}

/** The location relative to a folder that it stands in, with forward slashes and no escapes. */
export function relativeTo(location: string, folder: string): string {
  const base = folder.endsWith('/') ? folder : `${folder}/`;
  const rest = location.startsWith(base) ? location.slice(base.length) : location;
  return /^[a-z][a-z0-9+.-]*:/i.test(folder) ? safeDecode(rest) : rest;
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
