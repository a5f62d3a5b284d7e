/** Loads what rules look things up in: bibliographies and the list of retracted publications that a plan names. */
import type { Article, Dictionary, Resources, RetractionList } from '../../rules/index.js';
import type { FileSystem } from './file-system.js';
import type { Plan } from './plan.js';
import { bibliographyPaths, loadBibliography, nearestBibliographies } from './sources/bibliography.js';
import { decodeText } from './text.js';

/** A file that a plan names and that could not be used, or not all of it. */
export interface ResourceProblem {
  readonly location: string;
  readonly message: string;
}

export interface LoadedResources {
  readonly resources: Resources;
  readonly problems: readonly ResourceProblem[];
}

/**
 * The resources for a plan. A file that can't be read is a problem, not a failure: the rules that need it stay silent.
 * @param today ISO date.
 */
export async function loadResources(plan: Plan, files: FileSystem, dictionary: Dictionary | undefined, today: string): Promise<LoadedResources> {
  const { bibliography, problems } = await loadBibliography(files, plan.bibliography);
  const retracted = plan.retractions === undefined ? undefined : await loadRetractions(files, plan.retractions);
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
  if (plan.bibliography.length > 0) return plan;
  const found = await nearestBibliographies(files, location, top).catch(() => []);
  return found.length > 0 ? { ...plan, bibliography: found } : plan;
}

/** The plan with the bibliographies that an article's own front matter names, relative to its folder; only relative paths are followed. */
export function withOwnBibliographies(plan: Plan, files: Pick<FileSystem, 'join'>, article: Article, folder: string | undefined): Plan {
  if (folder === undefined || !article.frontMatter) return plan;
  const named = bibliographyPaths(article.frontMatter.data).filter((path) => !/^(?:[\\/]|[a-z][a-z0-9+.-]*:)/i.test(path));
  return named.length > 0 ? { ...plan, bibliography: [...new Set([...named.map((path) => files.join(folder, path)), ...plan.bibliography])] } : plan;
}

/** The CSV reader is loaded only where there is a list. */
async function loadRetractions(files: FileSystem, location: string): Promise<{ readonly list: RetractionList | undefined; readonly problems: readonly ResourceProblem[] }> {
  try {
    const bytes = await files.read(location);
    if (!bytes) return { list: undefined, problems: [{ location, message: 'There is no such list of retracted publications; correct its path or remove it.' }] };
    const { readRetractions } = await import('./sources/retractions.js');
    const { list, problems } = readRetractions(decodeText(bytes));
    return { list, problems: problems.map((message) => ({ location, message })) };
  } catch (error) {
    return { list: undefined, problems: [{ location, message: error instanceof Error ? error.message : String(error) }] };
  }
}
