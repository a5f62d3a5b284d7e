/** Finds the configuration file that counts for an article: the nearest one above it. */
import { CONFIG_FILE_NAME, readConfigFile, rules, type ConfigFile, type ConfigProblem } from '../../rules/index.js';
import { messageOf } from './errors.js';
import { folderOf, type FileSystem } from './file-system.js';
import { decodeText } from './text.js';

/** A configuration file as it was found. */
export interface LoadedConfig {
  readonly location: string;
  /** The folder that its globs and paths are relative to. */
  readonly folder: string;
  readonly text: string;
  readonly config: ConfigFile;
  readonly problems: readonly ConfigProblem[];
  /** True where the file can't be read or is not JSON, so that `config` may be only a part of what was meant. */
  readonly malformed: boolean;
}

/** Remembers what it found in each folder; `forget` when configuration files may have changed. */
export interface ConfigSearch {
  /**
   * The configuration for articles in `folder`: its own file, or that of the nearest folder above, up to and including `top`.
   * A file that exists but can't be read comes with its problem and an empty configuration.
   */
  nearest(folder: string, top?: string): Promise<LoadedConfig | undefined>;
  forget(): void;
}

/**
 * @param isTop says of a folder that nothing above it counts (where no `top` is given), such as the root of a repository.
 * @param overlay text that counts in place of the file's, such as an unsaved editor's.
 */
export function createConfigSearch(
  files: FileSystem,
  { isTop, overlay }: { isTop?: (folder: string) => Promise<boolean>; overlay?: (location: string) => string | undefined } = {},
): ConfigSearch {
  const found = new Map<string, Promise<LoadedConfig | undefined>>();

  const search = async (folder: string, top: string | undefined): Promise<LoadedConfig | undefined> => {
    const own = await loadConfig(files, files.join(folder, CONFIG_FILE_NAME), folder, overlay);
    if (own || folder === top) return own;
    const parent = folderOf(folder);
    if (parent === undefined || (top === undefined && (await isTop?.(folder)))) return undefined;
    return nearest(parent, top);
  };

  const nearest: ConfigSearch['nearest'] = (folder, top) => {
    const key = `${top ?? ''}\n${folder}`;
    let result = found.get(key);
    if (!result) found.set(key, (result = search(folder, top)));
    return result;
  };

  return { nearest, forget: () => found.clear() };
}

/** Reads one configuration file; undefined where there is none. */
export async function loadConfig(
  files: FileSystem,
  location: string,
  folder: string,
  overlay?: (location: string) => string | undefined,
): Promise<LoadedConfig | undefined> {
  let text = overlay?.(location);
  if (text === undefined) {
    try {
      const bytes = await files.read(location);
      if (!bytes) return undefined;
      text = decodeText(bytes);
    } catch (error) {
      const problem = { start: 0, end: 0, message: `This configuration can't be read: ${messageOf(error)}` };
      return { location, folder, text: '', config: {}, malformed: true, problems: [problem] };
    }
  }
  return { location, folder, text, ...readConfigFile(text, rules) };
}
