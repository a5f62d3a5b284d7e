/** Loads what rules look things up in: bibliographies and the list of retracted publications that a plan names. */
import type { Article, Dictionary, Resources } from '../../rules/index.js';
import type { FileSystem } from './file-system.js';
import type { Plan } from './plan.js';
import { bibliographyPaths, nearestBibliographies, type LocatedBibliography } from './sources/bibliography.js';
import type { ResourceProblem, Sources } from './sources/sources.js';

export interface LoadedResources {
  readonly resources: Omit<Resources, 'bibliography'> & { readonly bibliography?: LocatedBibliography };
  readonly problems: readonly ResourceProblem[];
}

/**
 * The resources for a plan. A file that can't be read is a problem, not a failure: the rules that need it stay silent.
 * @param today ISO date.
 */
export async function loadResources(plan: Plan, sources: Sources, dictionary: Dictionary | undefined, today: string): Promise<LoadedResources> {
  const [{ bibliography, problems }, retracted] = await Promise.all([
    sources.bibliography(plan.bibliography),
    plan.retractions === undefined ? undefined : sources.retractions(plan.retractions),
  ]);
  return {
    resources: {
      ...(dictionary ? { dictionary } : {}),
      ...(bibliography ? { bibliography } : {}),
      ...(retracted?.list ? { retractions: retracted.list } : {}),
      words: new Set(plan.words),
      today,
    },
    problems: [...problems, ...(retracted?.problems ?? [])],
  };
}

/** The plan with the bibliographies that lie nearest above an article, where nobody has named one. */
export async function withNearestBibliographies(plan: Plan, files: FileSystem, location: string, top: string | undefined): Promise<Plan> {
  return plan.bibliography.length > 0 ? plan : withUnnamedBibliographies(plan, await nearestBibliographies(files, location, top).catch(() => []));
}

/** The plan with bibliographies that were found, where nobody has named one. */
export function withUnnamedBibliographies(plan: Plan, found: readonly string[]): Plan {
  return plan.bibliography.length > 0 || found.length === 0 ? plan : { ...plan, bibliography: found, unnamedBibliography: true };
}

/** The plan with the bibliographies that an article's own front matter names, relative to its folder; only relative paths are followed. */
export function withOwnBibliographies(plan: Plan, files: Pick<FileSystem, 'join'>, article: Article, folder: string | undefined): Plan {
  if (folder === undefined || !article.frontMatter) return plan;
  const named = bibliographyPaths(article.frontMatter.data).filter((path) => !/^(?:[\\/]|[a-z][a-z0-9+.-]*:)/i.test(path));
  if (named.length === 0) return plan;
  const { unnamedBibliography, ...rest } = plan;
  const shared = unnamedBibliography ? [] : plan.bibliography;
  return { ...rest, bibliography: [...new Set([...named.map((path) => files.join(folder, path)), ...shared])] };
}
