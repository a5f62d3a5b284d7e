/** The *Health Claims* view: what the article in front claims, how firmly, and on what source. */
import { commands, Disposable, EventEmitter, MarkdownString, Range, Selection, TextEditorRevealType, ThemeIcon, TreeItem, Uri, window, workspace, type Event, type TextDocument, type TreeDataProvider } from 'vscode';
import { State, type BaseLanguageClient } from 'vscode-languageclient';
import Papa from 'papaparse';
import { ARTICLE_LANGUAGES, METHODS, type ClaimsResult, type HealthClaim, type StatusParams } from '../server/protocol.js';

const ICONS: Readonly<Record<HealthClaim['strength'], ThemeIcon>> = {
  direct: new ThemeIcon('circle-filled'),
  conditional: new ThemeIcon('circle-outline'),
  correlational: new ThemeIcon('link'),
  none: new ThemeIcon('circle-small'),
};

interface Inventory {
  readonly document: TextDocument;
  readonly claims: readonly HealthClaim[];
}

/** @param onStatus fires when the server has read a document anew. */
export function showClaims(client: BaseLanguageClient, onStatus: Event<StatusParams>): Disposable {
  const changed = new EventEmitter<void>();
  let inventory: Inventory | undefined;

  const provider: TreeDataProvider<HealthClaim> = {
    onDidChangeTreeData: changed.event,
    getChildren: (claim) => (claim ? [] : [...(inventory?.claims ?? [])]),
    getTreeItem: (claim) => treeItem(claim, inventory!.document),
  };
  const view = window.createTreeView('healthLint.claims', { treeDataProvider: provider });

  const read = async (): Promise<void> => {
    const document = window.activeTextEditor?.document;
    if (!document || client.state !== State.Running || !view.visible) return;
    if (!(ARTICLE_LANGUAGES as readonly string[]).includes(document.languageId)) return show(undefined);
    const result = await client.sendRequest<ClaimsResult | null>(METHODS.claims, { textDocument: { uri: document.uri.toString() } });
    // What was asked of an older text, or of a document that is no longer in front, is not shown.
    if (result && result.version === document.version && window.activeTextEditor?.document === document) show({ document, claims: result.claims.filter(worthShowing) });
  };

  const show = (next: Inventory | undefined): void => {
    inventory = next;
    const open = next?.claims.filter(({ sources }) => sources.length === 0).length ?? 0;
    view.description = next && next.claims.length > 0 ? `${next.claims.length}, ${open} without a source` : '';
    view.message = next && next.claims.length === 0 ? 'This article makes no health claims.' : '';
    changed.fire();
  };

  return Disposable.from(
    view,
    changed,
    view.onDidChangeVisibility(() => void read()),
    window.onDidChangeActiveTextEditor(() => void read()),
    onStatus(() => void read()),
    commands.registerCommand('healthLint.goToClaim', (uri: Uri, start: number, end: number) => goTo(uri, start, end)),
    commands.registerCommand('healthLint.exportClaims', () => exportClaims(inventory)),
  );
}

/** The inventory's net is wide; a row that names neither end, or that merely asks, tells a reviewer nothing. */
function worthShowing({ exposure, outcome, strength }: HealthClaim): boolean {
  return strength !== 'none' && (exposure !== '' || outcome !== '');
}

function treeItem(claim: HealthClaim, document: TextDocument): TreeItem {
  const { exposure, relation, outcome, strength, commitment, direction, sources, start, end } = claim;
  const item = new TreeItem([exposure, relation, outcome].filter(Boolean).join(' → ') || claim.text);
  const source = sources.length === 0 ? 'no source' : `${sources.length} source${sources.length === 1 ? '' : 's'}`;
  item.description = [strength, direction === 'unclear' ? '' : direction, source].filter(Boolean).join(' · ');
  item.iconPath = ICONS[strength];
  item.tooltip = new MarkdownString().appendText(claim.text.trim()).appendMarkdown(`\n\n*${commitment}*, ${item.description}`);
  item.command = { command: 'healthLint.goToClaim', title: 'Go to Claim', arguments: [document.uri, start, end] };
  item.accessibilityInformation = { label: `${String(item.label)}, ${item.description}` };
  return item;
}

async function goTo(uri: Uri, start: number, end: number): Promise<void> {
  const editor = await window.showTextDocument(uri, { preserveFocus: false });
  const [from, to] = [editor.document.positionAt(start), editor.document.positionAt(end)];
  editor.selection = new Selection(from, to);
  editor.revealRange(new Range(from, to), TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Writes the shown claims to a CSV file that the person names, a claim a row. */
async function exportClaims(inventory: Inventory | undefined): Promise<void> {
  if (!inventory || inventory.claims.length === 0) {
    void window.showInformationMessage('There are no health claims to export: open an article with the Health Claims view in sight.');
    return;
  }
  const { document, claims } = inventory;
  const target = await window.showSaveDialog({ defaultUri: Uri.parse(`${document.uri.toString().replace(/\.[^./]*$/, '')}-claims.csv`), filters: { CSV: ['csv'] } });
  if (!target) return;
  const rows = claims.map((claim) => ({
    line: document.positionAt(claim.start).line + 1,
    exposure: claim.exposure,
    relation: claim.relation,
    outcome: claim.outcome,
    strength: claim.strength,
    commitment: claim.commitment,
    direction: claim.direction,
    sources: claim.sources.join('; '),
    sentence: document.getText(new Range(document.positionAt(claim.sentence.start), document.positionAt(claim.sentence.end))).replace(/\s+/g, ' '),
  }));
  // A byte-order mark, or spreadsheets take the file for another encoding; cells that look like formulas are quoted.
  await workspace.fs.writeFile(target, new TextEncoder().encode(`\ufeff${Papa.unparse(rows, { escapeFormulae: true })}\r\n`));
  const open = 'Open';
  if ((await window.showInformationMessage(`${rows.length} claims exported.`, open)) === open) await window.showTextDocument(target);
}
