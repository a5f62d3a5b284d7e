/** What a document is checked with. */
import type { Article, Linter } from '../rules/index.js';
import type { Settings } from './protocol.js';
import type { LoadedConfig } from './workspace/config-search.js';
import type { Plan } from './workspace/plan.js';
import type { LoadedResources } from './workspace/resources.js';

/** A plan with its resources. Equal object, equal content: what was worked out with one is kept as long as it is the same. */
export interface Setup {
  readonly plan: Plan;
  readonly resources: LoadedResources['resources'];
  /** What is wrong with the files that the plan names. */
  readonly problems: LoadedResources['problems'];
  createLinter(remember?: boolean): Linter;
}

/** What one document is to be checked with. */
export interface DocumentSetup {
  /** The setup for the article that the document holds: its front matter may name bibliographies of its own. */
  setupFor(article: Article): Promise<Setup>;
  readonly run: Settings['run'];
  /** False where checking is switched off, or the configuration leaves this file out. */
  readonly wanted: boolean;
  /** The configuration file that counts, if there is one. */
  readonly loaded: LoadedConfig | undefined;
}
