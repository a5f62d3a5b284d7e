/** The server's commands as a person runs them: with the document they mean, and with a word on what came of it. */
import { commands, Uri, window, workspace } from 'vscode';
import type { ExecuteCommandMiddleware } from 'vscode-languageclient';
import { COMMANDS, type AddedToDictionary, type WorkspaceSummary } from '../server/protocol.js';

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
