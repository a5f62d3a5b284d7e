/** What a check is to be run with, as plain data: it can be compared, hashed and sent to a worker. */
import {
  PRESETS,
  rules,
  resolveConfig,
  createLinter,
  readConfigFile,
  type ConfigFile,
  type Linter,
  type PresetName,
  type Resources,
  type RuleChoice,
} from '../../rules/index.js';
import type { FileSystem } from './file-system.js';
import type { LoadedConfig } from './config-search.js';

export interface Plan {
  readonly preset: PresetName;
  readonly choices: Readonly<Record<string, RuleChoice>>;
  /** Lower case, sorted. */
  readonly words: readonly string[];
  /** Locations of bibliography files. */
  readonly bibliography: readonly string[];
  /** True where nobody has named the bibliographies: they lie nearest above the article, and count only if it names none itself. */
  readonly unnamedBibliography?: boolean;
  /** Location of the list of retracted publications. */
  readonly retractions?: string;
}

/** A person's own choices from the editor's settings, in the shape of a configuration file; paths are relative to `folder`. */
export interface OwnChoices {
  readonly config: ConfigFile;
  readonly folder?: string;
}

/** The plan that follows from a configuration file and a person's own settings; where both speak, the file wins. */
export function planOf(files: Pick<FileSystem, 'join'>, loaded?: LoadedConfig, own?: OwnChoices): Plan {
  const file = loaded?.config ?? {};
  const personal = own?.config ?? {};
  const retractions = locate(files, loaded?.folder, file.retractions) ?? locate(files, own?.folder, personal.retractions);
  return {
    preset: file.extends ?? personal.extends ?? 'recommended',
    choices: { ...personal.rules, ...file.rules },
    words: [...new Set([...(file.words ?? []), ...(personal.words ?? [])].map((word) => word.toLowerCase()))].sort(),
    bibliography: [
      ...(file.bibliography ?? []).flatMap((path) => locate(files, loaded?.folder, path) ?? []),
      ...(personal.bibliography ?? []).flatMap((path) => locate(files, own?.folder, path) ?? []),
    ],
    ...(retractions === undefined ? {} : { retractions }),
  };
}

function locate(files: Pick<FileSystem, 'join'>, folder: string | undefined, path: string | undefined): string | undefined {
  return folder === undefined || !path ? undefined : files.join(folder, path);
}

/**
 * The editor's settings as a configuration; what is malformed is left out, for an editor reports its own settings' problems.
 * Read through the configuration file's reader, so both are held to the same schema.
 */
export function configFromSettings(settings: {
  readonly preset?: unknown;
  readonly rules?: unknown;
  readonly words?: unknown;
  readonly bibliography?: unknown;
  readonly retractions?: unknown;
}): ConfigFile {
  const { preset, rules: choices, words, bibliography, retractions } = settings;
  const given = {
    ...((PRESETS as readonly unknown[]).includes(preset) ? { extends: preset } : {}),
    ...(typeof choices === 'object' && choices !== null ? { rules: choices } : {}),
    ...(Array.isArray(words) ? { words: words.filter((word) => typeof word === 'string') } : {}),
    ...(Array.isArray(bibliography) || typeof bibliography === 'string' ? { bibliography } : {}),
    ...(typeof retractions === 'string' && retractions !== '' ? { retractions } : {}),
  };
  return readConfigFile(JSON.stringify(given), rules).config;
}

/** A linter for a plan. */
export function linterFor(plan: Plan, resources: Resources, remember = true): Linter {
  return createLinter(rules, resolveConfig(rules, plan.preset, plan.choices), resources, remember);
}
