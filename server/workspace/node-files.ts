/** The file system of Node, by absolute paths with forward slashes. */
import { lstat, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { posix, resolve, sep } from 'node:path';
import type { Entry, FileSystem } from './file-system.js';
import { MAX_BYTES, tooLarge, UnreadableText } from './text.js';

/** A path of this platform as an absolute location. */
export function locationOf(path: string): string {
  const absolute = resolve(path);
  return sep === '\\' ? absolute.replaceAll('\\', '/') : absolute;
}

/** Pipes that a shell hands over are read; any other may have nobody at its end. */
const HANDED_OVER = /^\/(?:dev|proc\/self)\/(?:fd\/\d+|stdin)$/;

export const nodeFiles: FileSystem = {
  async read(location, limit = MAX_BYTES) {
    try {
      const stats = await stat(location);
      const { size } = stats;
      if (!stats.isFile() && !stats.isDirectory() && !HANDED_OVER.test(location)) throw new UnreadableText('This is no regular file. To check what another program writes, use --stdin.');
      if (size > limit) throw new UnreadableText(tooLarge(size, limit));
      return await readFile(location);
    } catch (error) {
      return absentOrThrow(error);
    }
  },
  async list(folder) {
    try {
      const entries = await readdir(folder, { withFileTypes: true });
      const known = entries.map(async (entry): Promise<Entry | undefined> => {
        if (entry.isFile()) return { name: entry.name, type: 'file' };
        if (entry.isDirectory()) return { name: entry.name, type: 'folder' };
        if (!entry.isSymbolicLink()) return undefined;
        const target = await stat(posix.join(folder, entry.name)).catch(() => undefined);
        return target?.isFile() ? { name: entry.name, type: 'file' } : undefined;
      });
      return (await Promise.all(known)).filter((entry) => entry !== undefined);
    } catch (error) {
      return absentOrThrow(error);
    }
  },
  join: (folder, name) => posix.resolve(folder, name),
};

/** Replaces a file as a whole, or makes it with its folders: who reads it meanwhile sees the old content or the new, never a part. */
export async function replaceFile(location: string, bytes: Uint8Array): Promise<void> {
  const draft = `${location}.${process.pid}.tmp`;
  await mkdir(posix.dirname(location), { recursive: true });
  try {
    await writeFile(draft, bytes);
    await rename(draft, location);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** True where the folder is the root of a git repository: nothing above it is the project's. */
export async function isRepositoryRoot(folder: string): Promise<boolean> {
  return (await lstat(`${folder}/.git`).catch(() => undefined)) !== undefined;
}

function absentOrThrow(error: unknown): undefined {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
  throw error;
}
