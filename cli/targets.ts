/** From the paths that a person names to the files to check, each with the configuration that counts for it. */
import { stat } from 'node:fs/promises';
import { isAbsolute, posix, sep } from 'node:path';
import { CONFIG_FILE_NAME } from '../rules/engine/config-file.js';
import { createConfigSearch, loadConfig, type LoadedConfig } from '../server/workspace/config-search.js';
import { folderOf, relativeTo } from '../server/workspace/file-system.js';
import { linesOf } from '../server/workspace/lines.js';
import { isRepositoryRoot, locationOf, nodeFiles } from '../server/workspace/node-files.js';
import { planOf, type Plan } from '../server/workspace/plan.js';
import { withNearestBibliographies } from '../server/workspace/resources.js';
import { CannotRun } from './arguments.js';

/** A file to check. */
export interface Target {
  /** The path as it was named, or as it follows from the named folder; with forward slashes. */
  readonly path: string;
  readonly location: string;
  /** The folder that it stands in. */
  readonly folder: string;
  /** Index into the plans. */
  readonly plan: number;
}

/** Hands out plans by the folder of an article, each different plan once. */
export interface Plans {
  readonly all: readonly Plan[];
  /** The plan for articles in a folder, and the configuration file that it comes from. */
  of(folder: string): Promise<{ readonly index: number; readonly loaded: LoadedConfig | undefined }>;
}

/** How many folders' configurations are remembered; a stream of made-up paths must not fill the memory. */
const KEPT_FOLDERS = 10_000;

/**
 * @param config path of the configuration that counts for all; undefined: the nearest one above each article.
 * @throws {CannotRun} where a configuration can't be read or says something that makes no sense.
 */
export async function createPlans(config: string | undefined): Promise<Plans> {
  const all: Plan[] = [];
  const indexes = new Map<string, number>();
  const indexOf = async (loaded: LoadedConfig | undefined, folder: string): Promise<number> => {
    if (loaded) rejectProblems(loaded);
    const plan = await withNearestBibliographies(planOf(nodeFiles, loaded), nodeFiles, `${folder}/article.md`, loaded?.folder);
    const key = JSON.stringify(plan);
    let index = indexes.get(key);
    if (index === undefined) {
      index = all.push(plan) - 1;
      indexes.set(key, index);
    }
    return index;
  };
  const given = config === undefined ? undefined : await givenConfig(config);
  if (given) rejectProblems(given);
  const search = createConfigSearch(nodeFiles, { isTop: isRepositoryRoot });
  const known = new Map<string, { index: number; loaded: LoadedConfig | undefined }>();
  return {
    all,
    async of(folder) {
      let found = known.get(folder);
      if (!found) {
        if (known.size >= KEPT_FOLDERS) {
          known.clear();
          search.forget();
        }
        const loaded = given ?? (await search.nearest(folder));
        found = { index: await indexOf(loaded, folder), loaded };
        known.set(folder, found);
      }
      return found;
    },
  };
}

async function givenConfig(path: string): Promise<LoadedConfig> {
  const location = locationOf(path);
  const stats = await stat(location).catch(() => undefined);
  if (stats?.isDirectory()) throw new CannotRun(`--config ${path} is a folder; name the file in it: --config ${posix.join(sep === '\\' ? path.replaceAll('\\', '/') : path, CONFIG_FILE_NAME)}`);
  const loaded = await loadConfig(nodeFiles, location, folderOf(location) ?? '/');
  if (!loaded) throw new CannotRun(`There is no configuration ${path}; \`health-lint init\` writes one.`);
  return loaded;
}

function rejectProblems({ location, text, problems }: LoadedConfig): void {
  const [first] = problems;
  if (!first) return;
  const { line, column } = linesOf(text).at(first.start);
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
  throw new CannotRun(`${location}:${line + 1}:${column + 1}: ${first.message}${more}`);
}

/**
 * All files to check, in the order of the names, each once. A named file is always read, whatever its extension; a folder
 * gives its Markdown files that git and the configuration do not leave out.
 * @throws {CannotRun} for a path that does not exist.
 */
export async function findTargets(names: readonly string[], plans: Plans): Promise<Target[]> {
  const targets = new Map<string, Target>();
  for (const name of names.length > 0 ? names : ['.']) {
    const location = locationOf(name);
    const stats = await stat(location).catch((error: NodeJS.ErrnoException) => {
      throw new CannotRun(`${name}: ${error.code === 'ENOENT' || error.code === 'ENOTDIR' ? 'no such file or folder; check the path' : error.message}.`);
    });
    const shown = sep === '\\' ? name.replaceAll('\\', '/') : name;
    if (!stats.isDirectory()) {
      const folder = folderOf(location) ?? '/';
      const { index } = await plans.of(folder);
      if (!targets.has(location)) targets.set(location, { path: shown, location, folder, plan: index });
      continue;
    }
    const [{ walk }, { isSelected }] = await Promise.all([import('../server/workspace/walk.js'), import('../server/workspace/selection.js')]);
    for await (const file of walk(nodeFiles, location)) {
      const folder = folderOf(file) ?? '/';
      const { index, loaded } = await plans.of(folder);
      if (targets.has(file) || !isSelected(file, loaded)) continue;
      const below = relativeTo(file, location);
      targets.set(file, { path: isAbsolute(name) ? file : posix.join(shown, below), location: file, folder, plan: index });
    }
  }
  return [...targets.values()];
}
