/** What each document is to be checked with: the editor's settings and the nearest configuration file, applied as soon as they change. */
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver';
import type { ConfigFile } from '../rules/index.js';
import type { Basis } from './basis.js';
import { namedFileProblems } from './citations/named-files.js';
import { isConfigFile } from './documents.js';
import { SECTION, SOURCE, type Settings } from './protocol.js';
import type { DocumentSetup, Setup } from './setup.js';
import { normalUri } from './uris.js';
import { createConfigSearch, loadConfig, type LoadedConfig } from './workspace/config-search.js';
import { messageOf } from './workspace/errors.js';
import { folderOf } from './workspace/file-system.js';
import { linesOf } from './workspace/lines.js';
import { configFromSettings, linterFor, planOf, type Plan } from './workspace/plan.js';
import { loadResources, withOwnBibliographies, withUnnamedBibliographies } from './workspace/resources.js';
import { isSelected } from './workspace/selection.js';
import { looksLikeBibliography, nearestBibliographies } from './workspace/sources/bibliography.js';
import { createSources } from './workspace/sources/sources.js';

export interface Configuration {
  of(uri: string): Promise<DocumentSetup>;
  /** The settings that belong to no document. */
  general(): Promise<Settings>;
  /** A file has changed: if setups may depend on it, reads it anew and tells the listeners. Setups of equal content stay the same. */
  resourceChanged(uri: string): void;
  /** Something outside has changed: asks and reads everything anew, and tells the listeners. `uri` names the configuration file, where it is one. */
  changed(uri?: string): void;
  onChange(listener: () => void): void;
}

const DEFAULTS: Settings = { enable: true, run: 'onType', preset: 'recommended', rules: {}, words: [], bibliography: [], retractions: '', retractionListUrl: '' };

/** How many different setups are kept; more than a workspace has folders with configuration files of their own. */
const KEPT_SETUPS = 32;

export function createConfiguration({
  connection,
  client,
  host,
  folders,
  documents,
}: Basis): Configuration {
  const listeners: (() => void)[] = [];
  let pushed: Partial<Settings> = client.options.settings ?? {};
  const settings = new Map<string | undefined, Promise<Settings>>();
  const setups = new Map<string, Promise<Setup>>();
  let formerSetups = new Map<string, Promise<Setup>>();
  const sources = createSources(host.files);
  const warned = new Set<string>();
  /** The bibliographies nearest to each folder. */
  const nearest = new Map<string, Promise<readonly string[]>>();
  const downloaded = client.options.retractions === undefined ? undefined : normalUri(client.options.retractions);
  const dictionary = host.dictionary().catch((error: unknown) => {
    connection.console.error(`The dictionary can't be read, so only curated terms are known: ${messageOf(error)}`);
    return undefined;
  });

  const overlay = (location: string): string | undefined => documents.get(location)?.getText();
  const search = createConfigSearch(host.files, { overlay });
  const lastGood = new Map<string, ConfigFile>();
  /** Configuration files whose problems are shown, with the text that they were found in. */
  const reported = new Map<string, string>();
  const namedFiles = new Map<string, Diagnostic[]>();

  const settingsFor = (uri: string | undefined): Promise<Settings> => {
    if (!client.pullsConfiguration) return Promise.resolve({ ...DEFAULTS, ...pushed });
    let pulled = settings.get(uri);
    if (!pulled) {
      pulled = connection.workspace
        .getConfiguration({ ...(uri === undefined ? {} : { scopeUri: uri }), section: SECTION })
        .then((value: unknown): Settings => ({ ...DEFAULTS, ...withoutNull(value) }))
        .catch(() => DEFAULTS);
      settings.set(uri, pulled);
    }
    return pulled;
  };

  const report = (loaded: LoadedConfig): void => {
    const { location, text, problems } = loaded;
    const open = documents.get(location);
    if (open && open.getText() !== text) return;
    const diagnostics = [...(problems.length > 0 ? problemsOf(loaded) : []), ...(namedFiles.get(location) ?? [])];
    if (diagnostics.length === 0 && !reported.has(location)) return;
    const key = `${open?.version ?? ''}\n${JSON.stringify(diagnostics)}\n${text}`;
    if (reported.get(location) === key) return;
    if (diagnostics.length === 0) reported.delete(location);
    else reported.set(location, key);
    void connection.sendDiagnostics({ uri: open?.uri ?? location, ...(open ? { version: open.version } : {}), diagnostics });
  };

  /** Shows in a configuration what is wrong with the files that it names. */
  const reportFiles = (loaded: LoadedConfig | undefined, { problems }: Setup): void => {
    if (!loaded || (problems.length === 0 && !namedFiles.has(loaded.location))) return;
    namedFiles.set(loaded.location, namedFileProblems(loaded.text, { start: 0, end: loaded.text.length }, problems));
    report(loaded);
  };

  /** Half a file says something else than was meant: while it is malformed, what it said before counts. */
  const settled = new WeakMap<LoadedConfig, LoadedConfig>();
  const settle = (loaded: LoadedConfig): LoadedConfig => {
    let result = settled.get(loaded);
    if (!result) {
      const before = lastGood.get(loaded.location);
      if (!loaded.malformed) lastGood.set(loaded.location, loaded.config);
      result = loaded.malformed && before ? { ...loaded, config: before } : loaded;
      settled.set(loaded, result);
    }
    return result;
  };

  /** Says what is wrong with a named file, once for as long as it is. */
  const warn = (location: string, message: string): void => {
    const line = `${location}: ${message}`;
    if (location === downloaded || warned.has(line)) return;
    warned.add(line);
    connection.console.warn(line);
  };

  const setupFor = (plan: Plan): Promise<Setup> => {
    const today = host.clock.today();
    const key = `${today} ${JSON.stringify(plan)}`;
    let setup = setups.get(key);
    if (!setup) {
      if (setups.size >= KEPT_SETUPS) setups.clear();
      setup = dictionary.then(async (words) => {
        const [{ resources, problems }, former] = await Promise.all([loadResources(plan, sources, words, today), formerSetups.get(key)]);
        for (const { location, message } of problems) warn(location, message);
        if (former && former.resources.bibliography === resources.bibliography && former.resources.retractions === resources.retractions && JSON.stringify(former.problems) === JSON.stringify(problems)) return former;
        return { plan, resources, problems, createLinter: (remember) => linterFor(plan, resources, remember) };
      });
      setups.set(key, setup);
    }
    return setup;
  };

  /** The list that was downloaded counts where no other is named; there need not be one. */
  const withDownloadedList = (plan: Plan): Plan => (plan.retractions !== undefined || downloaded === undefined ? plan : { ...plan, retractions: downloaded });

  const nearestTo = (folder: string, location: string, top: string | undefined): Promise<readonly string[]> => {
    let found = nearest.get(folder);
    if (!found) nearest.set(folder, (found = nearestBibliographies(host.files, location, top).catch(() => [])));
    return found;
  };

  const configuration: Configuration = {
    async of(uri) {
      const location = normalUri(uri);
      const folder = folderOf(location);
      const top = folders.of(location);
      const [own, found] = await Promise.all([settingsFor(uri), folder === undefined ? undefined : search.nearest(folder, top)]);
      if (found) report(found);
      const loaded = found && settle(found);
      const base = top ?? folder;
      const named = withDownloadedList(planOf(host.files, loaded, { config: configFromSettings(own), ...(base === undefined ? {} : { folder: base }) }));
      const plan = folder === undefined || named.bibliography.length > 0 ? named : withUnnamedBibliographies(named, await nearestTo(folder, location, top));
      return {
        async setupFor(article) {
          const setup = await setupFor(withOwnBibliographies(plan, host.files, article, folder));
          reportFiles(found, setup);
          return setup;
        },
        run: own.run,
        wanted: own.enable && isSelected(location, loaded),
        loaded,
      };
    },
    general: () => settingsFor(undefined),
    resourceChanged(uri) {
      const location = normalUri(uri);
      if (!sources.forget(location) && !looksLikeBibliography(location)) return;
      for (const line of warned) if (line.startsWith(`${location}: `)) warned.delete(line);
      formerSetups = new Map([...formerSetups, ...setups].slice(-KEPT_SETUPS));
      setups.clear();
      nearest.clear();
      for (const listener of listeners) listener();
    },
    changed(uri) {
      search.forget();
      settings.clear();
      nearest.clear();
      if (uri !== undefined) void reload(normalUri(uri));
      for (const listener of listeners) listener();
    },
    onChange: (listener) => void listeners.push(listener),
  };

  /** Checks a configuration file although no open article may need it. */
  const reload = async (location: string): Promise<void> => {
    const loaded = await loadConfig(host.files, location, folderOf(location) ?? location, overlay);
    if (loaded) return report(loaded);
    lastGood.delete(location);
    if (reported.delete(location)) void connection.sendDiagnostics({ uri: location, diagnostics: [] });
  };

  connection.onDidChangeConfiguration(({ settings: sent }: { settings: unknown }) => {
    pushed = withoutNull((sent as Record<string, unknown> | null)?.[SECTION] ?? {});
    configuration.changed();
  });
  documents.texts.onDidChangeContent(({ document }) => {
    if (isConfigFile(document.uri)) configuration.changed(document.uri);
  });
  documents.texts.onDidClose(({ document }) => {
    settings.delete(document.uri);
    if (isConfigFile(document.uri)) configuration.changed(document.uri);
  });
  return configuration;
}

function problemsOf({ text, problems }: LoadedConfig): Diagnostic[] {
  const lines = linesOf(text);
  const position = (offset: number): { line: number; character: number } => {
    const { line, column } = lines.at(offset);
    return { line, character: column };
  };
  return problems.map(({ start, end, message }) => ({
    severity: DiagnosticSeverity.Error,
    source: SOURCE,
    code: 'configuration',
    message,
    range: { start: position(start), end: position(end) },
  }));
}

/** An object's own settings that say something; editors send `null` for what is not set. */
function withoutNull(value: unknown): Partial<Settings> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== null && one !== undefined));
}
