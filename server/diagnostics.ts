/** Keeps what the editor shows in step with what open documents say. */
import type { Diagnostic } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { SEVERITIES, type Finding } from '../rules/index.js';
import { namedFileProblems } from './citations/named-files.js';
import type { Basis } from './basis.js';
import type { Configuration } from './configuration.js';
import { diagnosticOf, noticeOf } from './convert.js';
import { isConfigFile, MAX_OPEN_LENGTH, type Snapshot } from './documents.js';
import { METHODS, type StatusParams } from './protocol.js';
import type { DocumentSetup } from './setup.js';
import { traceOf } from './workspace/errors.js';

/** How long the writer must pause before an edit is checked. */
export const PAUSE_MILLISECONDS = 150;

export interface Diagnostics {
  /** Checks all open documents again, without a pause. */
  refresh(): void;
}

export function createDiagnostics({
  connection,
  client,
  host,
  documents,
  configuration,
}: Omit<Basis, 'folders'> & { readonly configuration: Configuration }): Diagnostics {
  const waiting = new Map<string, () => void>();
  const openedAt = new Map<string, number>();
  const shown = new Map<string, Snapshot>();
  const logged = new Set<string>();
  const { texts } = documents;

  const schedule = (uri: string, pause: number): void => {
    waiting.get(uri)?.();
    waiting.delete(uri);
    if (pause === 0) return void check(uri);
    const cancel = host.clock.after(pause, () => {
      waiting.delete(uri);
      void check(uri);
    });
    waiting.set(uri, cancel);
  };

  /** Checks the text as it is now, not as it was when the check was asked for, so nothing stale is ever shown. */
  const check = async (uri: string): Promise<void> => {
    try {
      const setup = await configuration.of(uri);
      const document = texts.get(uri);
      if (document) await publish(document, setup);
    } catch (error) {
      connection.console.error(`Checking ${uri} failed: ${traceOf(error)}`);
    }
  };

  const publish = async (document: TextDocument, setup: DocumentSetup): Promise<void> => {
    const { uri } = document;
    const before = shown.get(uri);
    shown.delete(uri);
    if (!setup.wanted) return send(document, [], [], 'Not checked: switched off or left out by the configuration.');
    const length = document.getText().length;
    if (length > MAX_OPEN_LENGTH) {
      const size = `${(length / 1e6).toFixed(1)} million characters, more than ${MAX_OPEN_LENGTH / 1e6} million`;
      const notice = `Not checked while it is open: this document has ${size}. Run \`health-lint\` on the file, or split it.`;
      return send(document, [noticeOf(notice)], [], notice);
    }
    const snapshot = await documents.snapshot(document, setup);
    // Closed, or edited since: that edit's own check will speak.
    if (texts.get(uri) !== document || document.version !== snapshot.version) return;
    shown.set(uri, snapshot);
    if (snapshot === before) return;
    const { findings, failures, version } = snapshot;
    for (const { rule, error } of failures) {
      const key = `${rule}\n${uri}`;
      if (logged.has(key)) continue;
      logged.add(key);
      connection.console.error(`Rule ${rule} failed on ${uri}, version ${version}; the other rules go on. ${traceOf(error)}`);
    }
    const { frontMatter, text } = snapshot.article;
    const files = frontMatter ? namedFileProblems(text, frontMatter, snapshot.setup.problems) : [];
    send(document, [...files, ...findings.map((finding) => diagnosticOf(finding, document, client.presentation))], findings);
  };

  const send = ({ uri, version }: TextDocument, diagnostics: Diagnostic[], findings: readonly Finding[], skipped?: string): void => {
    void connection.sendDiagnostics({ uri, version, diagnostics });
    if (client.options.status) void connection.sendNotification(METHODS.status, statusOf(uri, version, findings, skipped));
  };

  const refresh = (): void => {
    for (const { uri } of documents.articles()) schedule(uri, 0);
  };

  texts.onDidOpen(({ document }) => {
    if (isConfigFile(document.uri)) return;
    openedAt.set(document.uri, document.version);
    schedule(document.uri, 0);
  });
  texts.onDidChangeContent(({ document }) => {
    const { uri } = document;
    if (isConfigFile(uri) || document.version === openedAt.get(uri)) return;
    void configuration.of(uri).then(({ run }) => {
      if (run === 'onType' && texts.get(uri)) schedule(uri, PAUSE_MILLISECONDS);
    });
  });
  texts.onDidSave(({ document }) => {
    if (!isConfigFile(document.uri)) schedule(document.uri, 0);
  });
  texts.onDidClose(({ document: { uri } }) => {
    waiting.get(uri)?.();
    waiting.delete(uri);
    openedAt.delete(uri);
    shown.delete(uri);
    for (const key of logged) if (key.endsWith(`\n${uri}`)) logged.delete(key);
  });
  configuration.onChange(refresh);
  return { refresh };
}

function statusOf(uri: string, version: number, findings: readonly Finding[], skipped: string | undefined): StatusParams {
  const counts = Object.fromEntries(SEVERITIES.map((severity) => [severity, findings.filter((one) => one.severity === severity).length]));
  return {
    uri,
    version,
    findings: counts as StatusParams['findings'],
    fixable: findings.filter(({ fixes }) => fixes.some(({ safety }) => safety === 'safe')).length,
    ...(skipped === undefined ? {} : { skipped }),
  };
}
