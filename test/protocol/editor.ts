/** An editor as far as the protocol goes: a bare client on one side of a pipe, the real session on the other. */
import { PassThrough } from 'node:stream';
import {
  ApplyWorkspaceEditRequest,
  CodeActionRequest,
  ConfigurationRequest,
  createProtocolConnection,
  ExecuteCommandRequest,
  InitializedNotification,
  InitializeRequest,
  LogMessageNotification,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  StreamMessageReader,
  StreamMessageWriter,
  WorkDoneProgressCreateRequest,
  type ClientCapabilities,
  type CodeAction,
  type FileChangeType,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  type Registration,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { createConnection } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Clock } from '../../server/host.js';
import { METHODS, type InitializationOptions } from '../../server/protocol.js';
import { serve } from '../../server/session.js';
import { joinUri } from '../../server/uris.js';
import type { FileSystem } from '../../server/workspace/file-system.js';

export const ROOT = 'file:///work';

/** Time that passes only when a test says so. */
export interface TestClock extends Clock {
  advance(milliseconds: number): void;
}

function testClock(): TestClock {
  let now = 0;
  const timers = new Set<{ at: number; action: () => void }>();
  return {
    after(milliseconds, action) {
      const timer = { at: now + milliseconds, action };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    breathe: () => new Promise((resolve) => setImmediate(resolve)),
    today: () => '2026-01-31',
    advance(milliseconds) {
      now += milliseconds;
      for (const timer of [...timers].filter(({ at }) => at <= now).sort((a, b) => a.at - b.at)) {
        timers.delete(timer);
        timer.action();
      }
    },
  };
}

/** Files in memory: text or bytes by URI. `slow` holds every reading back until it is let go. */
export function memoryFiles(contents: Map<string, string | Uint8Array>): FileSystem {
  return {
    async read(uri) {
      const content = contents.get(uri);
      return typeof content === 'string' ? new TextEncoder().encode(content) : content;
    },
    async list(folder) {
      const base = `${folder}/`;
      const below = [...contents.keys()].filter((uri) => uri.startsWith(base)).map((uri) => uri.slice(base.length).split('/'));
      const names = new Map(below.map(([name, ...rest]) => [decodeURIComponent(name!), rest.length > 0 ? ('folder' as const) : ('file' as const)]));
      return names.size > 0 ? [...names].map(([name, type]) => ({ name, type })) : undefined;
    },
    join: joinUri,
  };
}

export interface EditorOptions {
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly folders?: readonly string[] | null;
  readonly options?: InitializationOptions;
  readonly settings?: Record<string, unknown>;
  /** Changes to what the client says it can do. */
  readonly capabilities?: (all: ClientCapabilities) => ClientCapabilities;
}

const CAPABILITIES: ClientCapabilities = {
  workspace: {
    applyEdit: true,
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename', 'delete'] },
  },
  textDocument: {
    publishDiagnostics: { relatedInformation: true, versionSupport: true, codeDescriptionSupport: true, dataSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } }, isPreferredSupport: true, dataSupport: true },
  },
  window: { workDoneProgress: true },
};

export type Editor = Awaited<ReturnType<typeof startEditor>>;

/** Starts a session and says hello. */
export async function startEditor({ files = {}, folders = [ROOT], options = {}, settings = {}, capabilities = (all) => all }: EditorOptions = {}) {
  const disk = new Map(Object.entries(files));
  const clock = testClock();
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  serve(createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient)), () => ({ files: memoryFiles(disk), clock, dictionary: () => Promise.resolve(undefined), write: (uri, bytes) => Promise.resolve(void disk.set(uri, bytes)) }), '1.2.3');
  const client: ProtocolConnection = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));

  const current = { settings, onApply: undefined as ((edit: WorkspaceEdit) => void) | undefined };
  const published: PublishDiagnosticsParams[] = [];
  const waiting = new Set<() => void>();
  const logs: string[] = [];
  const registrations: Registration[] = [];
  const applied: WorkspaceEdit[] = [];
  const progress: { token: string | number; value: { kind: string; message?: string; percentage?: number } }[] = [];
  const documents = new Map<string, TextDocument>();
  const wake = (): void => {
    for (const one of [...waiting]) one();
  };
  client.onNotification(PublishDiagnosticsNotification.type, (params) => {
    published.push(params);
    wake();
  });
  client.onNotification(LogMessageNotification.type, ({ message }) => {
    logs.push(message);
    wake();
  });
  client.onNotification('$/progress', (one: (typeof progress)[number]) => {
    progress.push(one);
    wake();
  });
  client.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => current.settings));
  client.onRequest(RegistrationRequest.type, (params) => {
    registrations.push(...params.registrations);
    wake();
  });
  client.onRequest(WorkDoneProgressCreateRequest.type, () => undefined);
  client.onRequest(ApplyWorkspaceEditRequest.type, ({ edit }) => {
    applied.push(edit);
    current.onApply?.(edit);
    return { applied: true };
  });
  client.listen();

  const until = <T>(find: () => T | undefined): Promise<T> =>
    new Promise((resolve, reject) => {
      const limit = setTimeout(() => {
        waiting.delete(look);
        reject(new Error(`Waited in vain. Published: ${JSON.stringify(published.slice(-3))}. Log: ${logs.join('\n')}`));
      }, 5_000);
      const look = (): void => {
        const found = find();
        if (found === undefined) return;
        clearTimeout(limit);
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
    });

  const initialized = await client.sendRequest(InitializeRequest.type, {
    processId: null,
    rootUri: null,
    capabilities: capabilities(CAPABILITIES),
    initializationOptions: options,
    workspaceFolders: folders?.map((uri) => ({ uri, name: uri })) ?? null,
  });
  await client.sendNotification(InitializedNotification.type, {});

  return {
    client,
    clock,
    disk,
    current,
    initialized,
    published,
    logs,
    applied,
    progress,
    registrations,
    until,
    open(uri: string, text: string, languageId = 'markdown') {
      const document = TextDocument.create(uri, languageId, 1, text);
      documents.set(uri, document);
      return client.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
    },
    /** Replaces the first occurrence of `from` as one incremental edit. */
    type(uri: string, from: string, to: string) {
      const document = documents.get(uri)!;
      const offset = document.getText().indexOf(from);
      if (offset < 0) throw new Error(`${JSON.stringify(from)} is not in the document`);
      const change = { range: { start: document.positionAt(offset), end: document.positionAt(offset + from.length) }, text: to };
      const next = TextDocument.update(document, [change], document.version + 1);
      documents.set(uri, next);
      return client.sendNotification('textDocument/didChange', { textDocument: { uri, version: next.version }, contentChanges: [change] });
    },
    close(uri: string) {
      documents.delete(uri);
      return client.sendNotification('textDocument/didClose', { textDocument: { uri } });
    },
    save: (uri: string) => client.sendNotification('textDocument/didSave', { textDocument: { uri } }),
    text: (uri: string) => documents.get(uri)!.getText(),
    /** The latest diagnostics of a document, once they are what is expected. */
    diagnostics: (uri: string, expected: (params: PublishDiagnosticsParams) => boolean = () => true) =>
      until(() => {
        const last = published.findLast((one) => one.uri === uri);
        return last && expected(last) ? last : undefined;
      }),
    latest: (uri: string) => published.findLast((one) => one.uri === uri),
    async actions(uri: string, words: string, only?: string[]): Promise<CodeAction[]> {
      const document = documents.get(uri)!;
      const offset = document.getText().indexOf(words);
      const range: Range = { start: document.positionAt(offset), end: document.positionAt(offset + words.length) };
      const shown = (published.findLast((one) => one.uri === uri)?.diagnostics ?? []).filter((one) => one.range.start.line <= range.end.line && one.range.end.line >= range.start.line);
      return ((await client.sendRequest(CodeActionRequest.type, { textDocument: { uri }, range, context: { diagnostics: shown, ...(only ? { only } : {}) } })) ?? []) as CodeAction[];
    },
    /** Applies an edit to the open documents, as an editor would: a wrong version is refused. */
    apply(edit: WorkspaceEdit) {
      const changes: [string, number | null, TextEdit[]][] = edit.documentChanges
        ? edit.documentChanges.flatMap((one) => ('textDocument' in one ? [[one.textDocument.uri, one.textDocument.version, one.edits as TextEdit[]] as [string, number | null, TextEdit[]]] : []))
        : Object.entries(edit.changes ?? {}).map(([uri, edits]) => [uri, null, edits]);
      return Promise.all(
        changes.map(([uri, version, edits]) => {
          const document = documents.get(uri);
          if (!document) {
            disk.set(uri, TextDocument.applyEdits(TextDocument.create(uri, 'jsonc', 0, String(disk.get(uri) ?? '')), edits));
            return undefined;
          }
          if (version !== null && version !== document.version) throw new Error(`The edit is for version ${version}, the document has ${document.version}`);
          const text = TextDocument.applyEdits(document, edits);
          const next = TextDocument.update(document, [{ text }], document.version + 1);
          documents.set(uri, next);
          return client.sendNotification('textDocument/didChange', { textDocument: { uri, version: next.version }, contentChanges: [{ text }] });
        }),
      );
    },
    command: (command: string, args: unknown[] = [], more: object = {}): Promise<unknown> => client.sendRequest(ExecuteCommandRequest.type, { command, arguments: args, ...more }),
    changeSettings(settings: Record<string, unknown>) {
      current.settings = settings;
      return client.sendNotification('workspace/didChangeConfiguration', { settings: { healthLint: settings } });
    },
    changeFile(uri: string, content: string | undefined, type: FileChangeType) {
      if (content === undefined) disk.delete(uri);
      else disk.set(uri, content);
      return client.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });
    },
    /** Lets everything that is under way come to an end, as far as no clock is needed. */
    async settle() {
      for (let i = 0; i < 5; i++) await client.sendRequest(METHODS.claims, { textDocument: { uri: 'untitled:none' } });
    },
    async stop() {
      await client.sendRequest('shutdown');
      client.end();
      client.dispose();
    },
  };
}
