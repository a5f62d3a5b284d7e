/** What can be done about the findings in a range: worked out from the text as it is now, each action with its edit. */
import {
  CodeActionKind,
  type CodeAction,
  type CodeActionParams,
  type Diagnostic,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { editsFor, type Article, type Bibliography, type Edit, type Finding } from '../rules/index.js';
import { sourceActions } from './citations/source-actions.js';
import type { ClientTraits } from './client-traits.js';
import { rangeOf, textEditOf } from './convert.js';
import { isConfigFile, isMdx, MAX_OPEN_LENGTH } from './documents.js';
import { COMMANDS, FIX_ALL_KIND, type AddToDictionary } from './protocol.js';
import type { Session } from './feature.js';
import { disableFileEdit, disableLineEdit } from './suppression-edits.js';

export function registerCodeActions({ connection, client, documents, configuration }: Session): void {
  connection.onCodeAction(async ({ textDocument, range, context }: CodeActionParams): Promise<CodeAction[]> => {
    const wants = kindFilter(context.only);
    if (!wants(CodeActionKind.QuickFix) && !wants(FIX_ALL_KIND)) return [];
    const setup = await configuration.of(textDocument.uri);
    const document = documents.get(textDocument.uri);
    if (!document || !setup.wanted || isConfigFile(document.uri) || document.getText().length > MAX_OPEN_LENGTH) return [];
    const { article, findings } = await documents.snapshot(document, setup);
    const span = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
    const touched = findings.filter(({ start, end }) => start <= span.end && end >= span.start);
    const { bibliography } = (await setup.setupFor(article)).resources;
    const scope: Scope = { document, article, findings, client, shown: context.diagnostics, bibliography };
    return [
      ...(wants(CodeActionKind.QuickFix) ? quickFixes(touched, scope) : []),
      ...(wants(FIX_ALL_KIND) ? fixAll(scope) : []),
    ];
  });
}

interface Scope {
  readonly document: TextDocument;
  readonly article: Article;
  readonly findings: readonly Finding[];
  readonly client: ClientTraits;
  /** The diagnostics that the client shows in the range. */
  readonly shown: readonly Diagnostic[];
  readonly bibliography: Bibliography | undefined;
}

/** A kind is wanted if no kinds are named, or one that it belongs to (`source` wants `source.fixAll.healthLint`). */
function kindFilter(only: readonly string[] | undefined): (kind: string) => boolean {
  return (kind) => !only || only.some((one) => one === '' || kind === one || kind.startsWith(`${one}.`));
}

function quickFixes(touched: readonly Finding[], scope: Scope): CodeAction[] {
  const rules = [...new Set(touched.map(({ rule }) => rule))];
  return [
    ...touched.flatMap((finding) => fixesOf(finding, scope)),
    ...(scope.client.options.citations ? sourceActions(touched, scope.document, scope.article, scope.bibliography, (finding) => about(finding, scope)) : []),
    ...touched.flatMap((finding) => dictionaryActions(finding, scope)),
    ...rules.flatMap((rule) => fixAllOfRule(rule, scope)),
    ...rules.flatMap((rule) => suppressions(touched.find((finding) => finding.rule === rule)!, scope)),
  ];
}

/** One action for each fix; the first safe one, or else the first, is the preferred. */
function fixesOf(finding: Finding, scope: Scope): CodeAction[] {
  const { fixes } = finding;
  const preferred = Math.max(0, fixes.findIndex(({ safety }) => safety === 'safe'));
  return fixes.map(({ title, edits }, index) => ({
    title,
    kind: CodeActionKind.QuickFix,
    ...about(finding, scope),
    ...(index === preferred && scope.client.preferredCodeActions ? { isPreferred: true } : {}),
    edit: workspaceEdit(edits, scope),
  }));
}

function dictionaryActions(finding: Finding, { document, client, ...scope }: Scope): CodeAction[] {
  const word = finding.data?.word;
  if (typeof word !== 'string' || word === '' || !client.appliesEdits) return [];
  const targets: readonly (readonly [AddToDictionary['target'], string])[] = [
    ['workspace', `Add “${word}” to the workspace dictionary`],
    ...(client.options.userWords ? [['user', `Add “${word}” to your own dictionary`] as const] : []),
  ];
  return targets.map(([target, title]) => ({
    title,
    kind: CodeActionKind.QuickFix,
    ...about(finding, { document, client, ...scope }),
    command: { title, command: COMMANDS.addToDictionary, arguments: [{ word, target, uri: document.uri } satisfies AddToDictionary] },
  }));
}

function fixAllOfRule(rule: string, scope: Scope): CodeAction[] {
  const findings = scope.findings.filter((one) => one.rule === rule);
  if (findings.filter(({ fixes }) => fixes.some(({ safety }) => safety === 'safe')).length < 2) return [];
  return [{ title: `Fix all ${rule} problems in this file`, kind: CodeActionKind.QuickFix, edit: workspaceEdit(editsFor(findings), scope) }];
}

function suppressions(finding: Finding, scope: Scope): CodeAction[] {
  const { article, document } = scope;
  const mdx = isMdx(document) || article.context.mdx;
  const line = disableLineEdit(article, finding.start, finding.rule, mdx);
  const actions: (readonly [string, Edit])[] = [
    ...(line ? [[`Disable ${finding.rule} for this line`, line] as const] : []),
    [`Disable ${finding.rule} for this file`, disableFileEdit(article, finding.rule, mdx)],
  ];
  return actions.map(([title, edit]) => ({ title, kind: CodeActionKind.QuickFix, ...about(finding, scope), edit: workspaceEdit([edit], scope) }));
}

function fixAll(scope: Scope): CodeAction[] {
  const edits = editsFor(scope.findings);
  return edits.length === 0 ? [] : [{ title: 'Fix all safe Health Lint problems', kind: FIX_ALL_KIND, edit: workspaceEdit(edits, scope) }];
}

/** The shown diagnostics that an action is about, so that the editor can put it beside them. */
function about(finding: Finding, { document, shown }: Scope): { diagnostics?: Diagnostic[] } {
  const range = rangeOf(finding, document);
  const diagnostics = shown.filter((one) => one.code === finding.rule && sameRange(one.range, range));
  return diagnostics.length ? { diagnostics } : {};
}

function sameRange(a: Range, b: Range): boolean {
  return a.start.line === b.start.line && a.start.character === b.start.character && a.end.line === b.end.line && a.end.character === b.end.character;
}

function workspaceEdit(edits: readonly Edit[], { document, client }: Pick<Scope, 'document' | 'client'>): WorkspaceEdit {
  return documentEdit(document, edits.map((edit) => textEditOf(edit, document)), client);
}

/** Edits of one open document, bound to its version where the client can check it. */
export function documentEdit({ uri, version }: Pick<TextDocument, 'uri' | 'version'>, edits: TextEdit[], { documentChanges }: ClientTraits): WorkspaceEdit {
  return documentChanges ? { documentChanges: [{ textDocument: { uri, version }, edits }] } : { changes: { [uri]: edits } };
}
