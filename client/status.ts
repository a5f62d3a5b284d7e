/** The item in the status bar: how many problems the article in front has, or why it is not checked. */
import { Disposable, MarkdownString, StatusBarAlignment, ThemeColor, window, type Event } from 'vscode';
import { State, type BaseLanguageClient } from 'vscode-languageclient';
import { ARTICLE_LANGUAGES, type StatusParams } from '../server/protocol.js';

const SEVERITIES = [
  ['error', 'errors'],
  ['warning', 'warnings'],
  ['information', 'notes'],
  ['hint', 'hints'],
] as const;

export function showStatus(client: BaseLanguageClient, onStatus: Event<StatusParams>): Disposable {
  const item = window.createStatusBarItem('healthLint.status', StatusBarAlignment.Right, 90);
  item.name = 'Health Lint';
  const latest = new Map<string, StatusParams>();

  const refresh = (): void => {
    const document = window.activeTextEditor?.document;
    if (!document || !(ARTICLE_LANGUAGES as readonly string[]).includes(document.languageId)) return item.hide();
    if (client.state === State.Stopped) show('$(error) Health Lint', 'The language server is not running. Select to start it again.', 'healthLint.restartServer', true);
    else describe(latest.get(document.uri.toString()));
    return item.show();
  };

  const describe = (status: StatusParams | undefined): void => {
    if (!status) return show('$(sync~spin) Health Lint', 'Reading the article …', 'healthLint.showOutput');
    if (status.skipped) return show('$(circle-slash) Health Lint', status.skipped, 'healthLint.showOutput');
    const total = SEVERITIES.reduce((sum, [severity]) => sum + status.findings[severity], 0);
    if (total === 0) return show('$(check) Health Lint', 'No problems found.', 'workbench.actions.view.problems');
    const lines = SEVERITIES.filter(([severity]) => status.findings[severity] > 0).map(([severity, label]) => `${status.findings[severity]} ${label}`);
    if (status.fixable > 0) lines.push('', `${status.fixable} can be fixed safely: run *Health Lint: Fix All Safe Problems*.`);
    return show(`$(pulse) ${total}`, lines.join('  \n'), 'workbench.actions.view.problems');
  };

  const show = (text: string, tooltip: string, command: string, failed = false): void => {
    item.text = text;
    item.tooltip = new MarkdownString(`**Health Lint**\n\n${tooltip}`);
    item.command = command;
    item.backgroundColor = failed ? new ThemeColor('statusBarItem.errorBackground') : undefined;
  };

  return Disposable.from(
    item,
    onStatus((status) => {
      latest.set(status.uri, status);
      refresh();
    }),
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Stopped) latest.clear();
      refresh();
    }),
    window.onDidChangeActiveTextEditor(refresh),
  );
}
