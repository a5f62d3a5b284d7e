/** Results of earlier runs by what they follow from: the file's content, the plan, the program and its data. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FindingRecord } from './result.js';
import type { Plan } from './plan.js';

export interface ResultCache {
  /** The findings of a file with this content under this plan, if they are known. */
  get(content: Uint8Array, plan: number): readonly FindingRecord[] | undefined;
  set(content: Uint8Array, plan: number, findings: readonly FindingRecord[]): void;
  /** Writes the cache; one that can't be written is no error, the next run only takes longer. */
  save(): Promise<void>;
}

/** More results than this are not kept; the oldest go first. */
const MAX_ENTRIES = 20_000;

/**
 * Opens the cache of a folder: in `node_modules/.cache/health-lint` where there are packages, else in `.health-lint-cache`.
 * @param parts files (paths) and words that results depend on besides content and plan: bundles, dictionary, version, date.
 */
export async function openCache(folder: string, plans: readonly Plan[], parts: readonly string[]): Promise<ResultCache> {
  const packages = join(folder, 'node_modules');
  const place = (await exists(packages)) ? join(packages, '.cache/health-lint') : join(folder, '.health-lint-cache');
  const file = join(place, 'results.json');
  const base = await Promise.all(parts.map(stamp));
  const planKeys = await Promise.all(
    plans.map(async (plan) => digest(JSON.stringify([base, plan, await Promise.all([...plan.bibliography, plan.retractions ?? ''].map(stamp))]))),
  );
  const entries = new Map<string, readonly FindingRecord[]>(await readEntries(file));
  const keyOf = (content: Uint8Array, plan: number): string => `${planKeys[plan]!}-${digest(content)}`;
  let changed = false;
  return {
    get(content, plan) {
      const key = keyOf(content, plan);
      const found = entries.get(key);
      if (found) {
        // What was needed last is kept longest.
        entries.delete(key);
        entries.set(key, found);
      }
      return found;
    },
    set(content, plan, findings) {
      entries.set(keyOf(content, plan), findings);
      changed = true;
    },
    async save() {
      if (!changed) return;
      try {
        await mkdir(place, { recursive: true });
        if (place.endsWith('.health-lint-cache')) await writeFile(join(place, '.gitignore'), '*\n');
        const next = `${file}.${process.pid}`;
        await writeFile(next, JSON.stringify([...entries].slice(-MAX_ENTRIES)));
        await rename(next, file);
      } catch {
        return;
      }
    },
  };
}

async function readEntries(file: string): Promise<[string, readonly FindingRecord[]][]> {
  try {
    const entries: unknown = JSON.parse(await readFile(file, 'utf8'));
    return Array.isArray(entries) ? entries.filter(isEntry) : [];
  } catch {
    return [];
  }
}

function isEntry(entry: unknown): entry is [string, readonly FindingRecord[]] {
  return Array.isArray(entry) && typeof entry[0] === 'string' && Array.isArray(entry[1]);
}

/** A file's size and time of change, so that another build or bibliography has other results; a word that is no file, itself. */
async function stamp(part: string): Promise<string> {
  const stats = part === '' ? undefined : await stat(part).catch(() => undefined);
  return stats ? `${part} ${stats.size} ${stats.mtimeMs}` : part;
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}

function digest(content: string | Uint8Array): string {
  return createHash('sha1').update(content).digest('base64url');
}
