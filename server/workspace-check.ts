/** Checks the articles that are not open: all of them when asked to, and afterwards each one that changes on disk. */
import { CancellationToken, FileChangeType, type FileEvent, type WorkDoneProgressReporter } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parseArticle, type Linter } from '../rules/index.js';
import type { Basis } from './basis.js';
import type { Configuration } from './configuration.js';
import { diagnosticOf, noticeOf } from './convert.js';
import { isConfigFile } from './documents.js';
import type { WorkspaceSummary } from './protocol.js';
import type { Setup } from './setup.js';
import { normalUri } from './uris.js';
import { messageOf } from './workspace/errors.js';
import { isWithin, relativeTo } from './workspace/file-system.js';
import { ARTICLE_PATTERN, NEVER } from './workspace/selection.js';
import { decodeText, MAX_ARTICLE_BYTES, UnreadableText } from './workspace/text.js';
import { walk } from './workspace/walk.js';

/** For how long files are checked in one go before waiting messages are let in. */
const BURST_MILLISECONDS = 40;

export interface WorkspaceCheck {
  /** Checks every article of every folder. Open documents count but are left to the editor's own text. */
  run(progress: WorkDoneProgressReporter, tokens: readonly CancellationToken[]): Promise<WorkspaceSummary>;
  /** Files have changed on disk. */
  filesChanged(changes: readonly FileEvent[]): void;
  /** These folders are no longer part of the workspace. */
  leave(folders: readonly string[]): void;
}

export function createWorkspaceCheck({
  connection,
  client,
  host,
  folders,
  documents,
  configuration,
}: Basis & { readonly configuration: Configuration }): WorkspaceCheck {
  /** Closed files whose diagnostics are shown, by normalised URI. */
  const shown = new Set<string>();
  /** Every file that the last whole check came to. */
  let known = new Set<string>();
  /** True once the whole workspace has been checked: from then on its closed files are kept in step with the disk. */
  let following = false;
  let linters = new WeakMap<Setup, Linter>();

  const linterOf = (setup: Setup): Linter => {
    let linter = linters.get(setup);
    if (!linter) linters.set(setup, (linter = setup.createLinter(false)));
    return linter;
  };

  const clear = (uri: string): void => {
    if (shown.delete(uri)) void connection.sendDiagnostics({ uri, diagnostics: [] });
  };

  /** Checks a file as it is on disk and shows what is found, unless it is open by then. The answer is the number of findings. */
  const checkClosed = async (uri: string): Promise<{ readonly findings: number; readonly readable: boolean; readonly wanted: boolean }> => {
    const setup = await configuration.of(uri);
    if (!setup.wanted) {
      clear(uri);
      return { findings: 0, readable: true, wanted: false };
    }
    const open = documents.get(uri);
    if (open) return { findings: (await documents.snapshot(open, setup)).findings.length, readable: true, wanted: true };
    try {
      const bytes = await host.files.read(uri, MAX_ARTICLE_BYTES);
      if (!bytes) {
        clear(uri);
        return { findings: 0, readable: false, wanted: true };
      }
      const text = decodeText(bytes, MAX_ARTICLE_BYTES);
      const article = parseArticle(text);
      const { findings, failures } = linterOf(await setup.setupFor(article)).lint(article);
      for (const { rule, error } of failures) connection.console.error(`Rule ${rule} failed on ${uri}: ${String(error)}`);
      if (!documents.get(uri)) {
        const positions = TextDocument.create(uri, 'markdown', 0, text);
        if (findings.length === 0) clear(uri);
        else {
          shown.add(uri);
          void connection.sendDiagnostics({ uri, diagnostics: findings.map((finding) => diagnosticOf(finding, positions, client.presentation)) });
        }
      }
      return { findings: findings.length, readable: true, wanted: true };
    } catch (error) {
      if (!documents.get(uri)) {
        const message = error instanceof UnreadableText ? error.message : `This file can't be read: ${messageOf(error)}`;
        shown.add(uri);
        void connection.sendDiagnostics({ uri, diagnostics: [noticeOf(`Not checked: ${message}`)] });
      }
      return { findings: 0, readable: false, wanted: true };
    }
  };

  /** Files that wait to be checked again: each once, one after another, however often they change. */
  const waiting = new Set<string>();
  let working = false;
  const recheck = async (uris: Iterable<string>): Promise<void> => {
    for (const uri of uris) waiting.add(uri);
    if (working) return;
    working = true;
    for (const uri of waiting) {
      waiting.delete(uri);
      try {
        if (!documents.get(uri)) await checkClosed(uri);
      } catch (error) {
        connection.console.error(`Checking ${uri} failed: ${String(error)}`);
      }
      await host.clock.breathe();
    }
    working = false;
  };

  /** True for an article that a walk of its folder could come to (what `.gitignore` says is left to the next walk). */
  const isWalked = (uri: string): boolean => {
    const folder = folders.of(uri);
    if (folder === undefined || !ARTICLE_PATTERN.test(uri)) return false;
    return !relativeTo(uri, folder).split('/').some((name) => NEVER.has(name));
  };

  documents.texts.onDidClose(({ document }) => {
    const uri = normalUri(document.uri);
    void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
    if (following && isWalked(uri)) void recheck([uri]);
  });
  documents.texts.onDidOpen(({ document }) => void shown.delete(normalUri(document.uri)));
  configuration.onChange(() => {
    linters = new WeakMap();
    if (following) void recheck(known);
  });

  return {
    async run(progress, tokens) {
      const isCancelled = (): boolean => tokens.some((token) => token.isCancellationRequested);
      progress.begin('Checking health articles', 0, 'Looking for articles', true);
      try {
        const found: string[] = [];
        for (const folder of folders.all()) {
          for await (const uri of walk(host.files, folder)) {
            if (isCancelled()) break;
            if (folders.of(uri) === folder) found.push(uri);
          }
        }
        const counts = { files: 0, findings: 0, unreadable: 0 };
        let burst = Date.now();
        for (const [index, uri] of found.entries()) {
          if (isCancelled()) break;
          const { findings, readable, wanted } = await checkClosed(uri);
          if (wanted) counts.files++;
          counts.findings += findings;
          if (!readable) counts.unreadable++;
          if (Date.now() - burst > BURST_MILLISECONDS) {
            progress.report(Math.floor((100 * (index + 1)) / found.length), `${index + 1} of ${found.length}`);
            await host.clock.breathe();
            burst = Date.now();
          }
        }
        const cancelled = isCancelled();
        if (!cancelled) {
          following = true;
          known = new Set(found);
          for (const uri of [...shown]) if (!known.has(uri)) clear(uri);
        }
        return { ...counts, cancelled };
      } finally {
        progress.done();
      }
    },
    filesChanged(changes) {
      for (const { uri: raw, type } of changes) {
        const uri = normalUri(raw);
        if (isConfigFile(uri)) configuration.changed(uri);
        else if (!ARTICLE_PATTERN.test(uri)) configuration.resourceChanged(uri);
        else if (type === FileChangeType.Deleted) {
          known.delete(uri);
          clear(uri);
        } else if (following && isWalked(uri)) {
          known.add(uri);
          void recheck([uri]);
        }
      }
    },
    leave(left) {
      const gone = left.map(normalUri);
      for (const uri of [...known, ...shown]) {
        if (folders.of(uri) !== undefined || !gone.some((folder) => isWithin(uri, folder))) continue;
        known.delete(uri);
        clear(uri);
      }
    },
  };
}
