/** The server's commands as a person runs them: with the document they mean, and with a word on what came of it. */
import { commands, Uri, window, workspace } from 'vscode';
import type { ExecuteCommandMiddleware } from 'vscode-languageclient';
import { ARTICLE_LANGUAGES, COMMANDS, type AddedToDictionary, type FetchSummary, type RetractionsSummary, type SortedSummary, type WorkspaceSummary } from '../server/protocol.js';

/** Fills in what the command palette does not know, passes the command on to the server, and tells the result. */
export const runServerCommand: NonNullable<ExecuteCommandMiddleware['executeCommand']> = async (command, args, next) => {
  switch (command) {
    case COMMANDS.checkWorkspace: {
      const summary = (await next(command, args)) as WorkspaceSummary | undefined;
      if (summary) void tellSummary(summary);
      return summary;
    }
    case COMMANDS.fixAllSafe: {
      const uri = typeof args[0] === 'string' ? args[0] : window.activeTextEditor?.document.uri.toString();
      if (!uri) {
        void window.showInformationMessage('Open the article to fix first.');
        return undefined;
      }
      const fixed = (await next(command, [uri])) as number | undefined;
      window.setStatusBarMessage(fixed ? `Health Lint: ${count(fixed, 'problem')} fixed` : 'Health Lint: no problem here has a safe fix', 5000);
      return fixed;
    }
    case COMMANDS.renumberFootnotes: {
      const uri = articleFor(args);
      const changed = uri === undefined ? undefined : ((await next(command, [uri])) as number | undefined);
      if (changed !== undefined) tell(changed > 0 ? 'footnotes renumbered' : 'the footnotes are in order');
      return changed;
    }
    case COMMANDS.sortReferences: {
      const uri = articleFor(args);
      const sorted = uri === undefined ? undefined : ((await next(command, [uri])) as SortedSummary | undefined);
      if (sorted) tell(sorted.merged > 0 ? `footnotes sorted, ${count(sorted.merged, 'double')} merged` : sorted.moved > 0 ? 'footnotes sorted' : 'the footnotes are in order, and none is double');
      return sorted;
    }
    case COMMANDS.fetchReferences: {
      const uri = articleFor(args);
      if (uri === undefined) return undefined;
      const cursor = window.activeTextEditor?.selection.active;
      const fetched = (await next(command, args.length > 0 || !cursor ? args : [uri, { line: cursor.line, character: cursor.character }])) as FetchSummary | undefined;
      if (fetched && fetched.problems.length > 0) void window.showWarningMessage(fetched.problems.join(' '));
      if (fetched && fetched.replaced > 0) tell(`${count(fetched.replaced, 'reference')} written out`);
      return fetched;
    }
    case COMMANDS.updateRetractions: {
      const updated = (await next(command, args.length > 0 ? args : articleInFront())) as RetractionsSummary | undefined;
      if (updated && updated.size > 0) void window.showInformationMessage(`The list of retracted publications is up to date: ${updated.size.toLocaleString()} entries.`);
      return updated;
    }
    case COMMANDS.addToDictionary: {
      const added = (await next(command, args)) as AddedToDictionary | undefined;
      // The words take effect when the file is saved: nobody wants to do that by hand for a quick fix.
      if (added?.uri) await (await workspace.openTextDocument(Uri.parse(added.uri))).save();
      return added;
    }
    default:
      return next(command, args) as unknown;
  }
};

/** The document that a command is for: the one that is named, else the one in front; undefined, with a word on it, without one. */
function articleFor(args: readonly unknown[]): string | undefined {
  if (typeof args[0] === 'string') return args[0];
  const [uri] = articleInFront();
  if (uri === undefined) void window.showInformationMessage('Open an article first.');
  return uri;
}

function articleInFront(): string[] {
  const document = window.activeTextEditor?.document;
  return document && (ARTICLE_LANGUAGES as readonly string[]).includes(document.languageId) ? [document.uri.toString()] : [];
}

function tell(message: string): void {
  window.setStatusBarMessage(`Health Lint: ${message}`, 5000);
}

async function tellSummary({ files, findings, unreadable, cancelled }: WorkspaceSummary): Promise<void> {
  const unread = unreadable > 0 ? ` ${count(unreadable, 'file')} could not be read; the output says why.` : '';
  const text = cancelled
    ? `Stopped after ${count(files, 'article')}: ${count(findings, 'problem')} so far.${unread}`
    : files === 0
      ? 'There are no Markdown articles in this workspace.'
      : `${count(files, 'article')} checked: ${findings === 0 ? 'no problems' : count(findings, 'problem')}.${unread}`;
  const show = 'Show Problems';
  const output = 'Show Output';
  const choice = await window.showInformationMessage(text, ...(findings > 0 ? [show] : []), ...(unreadable > 0 ? [output] : []));
  if (choice === show) await commands.executeCommand('workbench.actions.view.problems');
  if (choice === output) await commands.executeCommand('healthLint.showOutput');
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;
