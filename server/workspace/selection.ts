/** Which files are articles that a configuration wants checked. */
import ignore from 'ignore';
import picomatch from 'picomatch/posix';
import type { LoadedConfig } from './config-search.js';
import { isWithin, relativeTo } from './file-system.js';

/** What a folder is searched for. */
export const ARTICLE_PATTERN = /\.(?:md|markdown|mdx)$/i;

/** Folders that hold other people's text or none. */
export const NEVER = new Set(['node_modules', '.git']);

/** True where the configuration wants this file: within `include` (if any) and not under `ignore`. */
export function isSelected(location: string, loaded: LoadedConfig | undefined): boolean {
  if (!loaded || !isWithin(location, loaded.folder)) return true;
  return selectorFor(loaded)(relativeTo(location, loaded.folder));
}

const selectors = new WeakMap<LoadedConfig, (path: string) => boolean>();

function selectorFor(loaded: LoadedConfig): (path: string) => boolean {
  let selector = selectors.get(loaded);
  if (!selector) {
    const { include, ignore: ignored } = loaded.config;
    const wanted = include?.length ? picomatch(include.map(withoutDot), { dot: true }) : undefined;
    const unwanted = ignored?.length ? ignore({ allowRelativePaths: true }).add(ignored.map(withoutDot)) : undefined;
    selector = (path) => path !== '' && (wanted?.(path) ?? true) && !unwanted?.ignores(path);
    selectors.set(loaded, selector);
  }
  return selector;
}

/** `./drafts` means `drafts`. */
function withoutDot(glob: string): string {
  return glob.replace(/^\.\//, '');
}
