/** Finds the articles in a folder, as git sees it: what `.gitignore` leaves out is not looked at. */
import ignore, { type Ignore } from 'ignore';
import { folderOf, relativeTo, type FileSystem } from './file-system.js';
import { ARTICLE_PATTERN, NEVER } from './selection.js';

/** The rules of one `.gitignore`, with the folder that they are relative to. */
interface Layer {
  readonly folder: string;
  readonly rules: Ignore;
}

/**
 * The locations of all Markdown files below a folder, in the order of their names, folders after files.
 * `node_modules`, `.git` and what a `.gitignore` (here, below, or above within the same repository) leaves out are never
 * entered; a folder that is named although it is ignored itself is read all the same. A folder that can't be read is skipped.
 * @param enter says of a folder whether to go in; default: always.
 */
export async function* walk(files: FileSystem, folder: string, enter: (folder: string) => boolean = () => true): AsyncGenerator<string> {
  const above = await layersAbove(files, folder);
  yield* walkBelow(files, folder, isIgnored(above, folder, true) ? [] : above, enter);
}

/** The `.gitignore` files above a folder up to the root of its repository; none outside of a repository. */
async function layersAbove(files: FileSystem, folder: string): Promise<readonly Layer[]> {
  const layers: Layer[] = [];
  let at: string | undefined = folder;
  while (at !== undefined) {
    const entries = await files.list(at).catch(() => undefined);
    if (!entries) return [];
    if (at !== folder && entries.some(({ name }) => name === '.gitignore')) layers.unshift(...(await layerOf(files, at)));
    if (entries.some(({ name }) => name === '.git')) return layers;
    at = folderOf(at);
  }
  return [];
}

async function* walkBelow(files: FileSystem, folder: string, above: readonly Layer[], enter: (folder: string) => boolean): AsyncGenerator<string> {
  const entries = await files.list(folder).catch(() => undefined);
  if (!entries) return;
  const layers = entries.some(({ name, type }) => name === '.gitignore' && type === 'file') ? [...above, ...(await layerOf(files, folder))] : above;
  const sorted = [...entries].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  for (const { name, type } of sorted) {
    if (type !== 'file' || !ARTICLE_PATTERN.test(name)) continue;
    const location = files.join(folder, name);
    if (!isIgnored(layers, location, false)) yield location;
  }
  for (const { name, type } of sorted) {
    if (type !== 'folder' || NEVER.has(name)) continue;
    const location = files.join(folder, name);
    if (isIgnored(layers, location, true) || !enter(location)) continue;
    yield* walkBelow(files, location, layers, enter);
  }
}

async function layerOf(files: FileSystem, folder: string): Promise<Layer[]> {
  const bytes = await files.read(files.join(folder, '.gitignore')).catch(() => undefined);
  return bytes ? [{ folder, rules: ignore().add(new TextDecoder().decode(bytes)) }] : [];
}

/** The deepest file that has a word on it decides, as in git. */
function isIgnored(layers: readonly Layer[], location: string, isFolder: boolean): boolean {
  for (let i = layers.length - 1; i >= 0; i--) {
    const { folder, rules } = layers[i]!;
    const { ignored, unignored } = rules.test(relativeTo(location, folder) + (isFolder ? '/' : ''));
    if (ignored) return true;
    if (unignored) return false;
  }
  return false;
}
