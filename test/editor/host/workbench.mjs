// One run of the workbench: a clean home, code-server on a free port of this machine, and a browser that looks at it.
import { spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { createServer as createSocket } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CODE_SERVER, findBrowser, HOST, HOST_NODE } from './install.mjs';

/** Nothing that greets, calls out or moves. */
const QUIET_SETTINGS = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.reduceMotion': 'on',
  'workbench.enableExperiments': false,
  'workbench.settings.enableNaturalLanguageSearch': false,
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'json.schemaDownload.enable': false,
  'git.enabled': false,
  'editor.minimap.enabled': false,
  'editor.cursorBlinking': 'solid',
  'editor.accessibilitySupport': 'off',
  'editor.wordWrap': 'on',
  'files.autoSave': 'off',
  'files.simpleDialog.enable': true,
  'window.confirmBeforeClose': 'never',
  'window.restoreWindows': 'none',
};

/**
 * A home for one run: settings, extensions and a workspace of their own under `folder`, which is emptied first.
 * @param {{ folder: string, files?: Record<string, string>, settings?: Record<string, unknown> }} options
 */
export function createHome({ folder, files = {}, settings = {} }) {
  rmSync(folder, { recursive: true, force: true });
  const home = { folder, data: join(folder, 'data'), extensions: join(folder, 'extensions'), workspace: join(folder, 'workspace'), temporary: mkdtempSync(join(tmpdir(), 'hl-')) };
  for (const path of [join(home.data, 'User'), home.extensions, home.workspace, join(folder, 'home')]) mkdirSync(path, { recursive: true });
  writeFileSync(join(home.data, 'User/settings.json'), JSON.stringify({ ...QUIET_SETTINGS, ...settings }, null, 2));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(home.workspace, name), text);
  // VS Code leaves sockets behind, and a socket's path may have 107 bytes at most: hence a short folder of its own.
  process.on('exit', () => rmSync(home.temporary, { recursive: true, force: true }));
  return home;
}

function environment(home) {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_|CODE_SERVER_|npm_|NODE_OPTIONS$|PORT$|PASSWORD$)/.test(name));
  const own = join(home.folder, 'home');
  return { ...Object.fromEntries(inherited), HOME: own, XDG_CONFIG_HOME: join(own, '.config'), XDG_DATA_HOME: join(own, '.local/share'), XDG_CACHE_HOME: join(own, '.cache'), TMPDIR: home.temporary, XDG_RUNTIME_DIR: home.temporary, EXTENSIONS_GALLERY: '{"serviceUrl":""}' };
}

function codeServer(home, args) {
  const child = spawn(HOST_NODE, [CODE_SERVER, '--user-data-dir', home.data, '--extensions-dir', home.extensions, ...args], { env: environment(home), stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const log = createWriteStream(join(home.folder, 'code-server.log'), { flags: 'a' });
  const output = { text: '' };
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data) => {
      output.text += data;
      log.write(data);
    });
  }
  return { child, output };
}

/** Installs a packaged extension into a home. */
export async function installExtension(home, vsix) {
  const { child, output } = codeServer(home, ['--install-extension', vsix, '--force']);
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0 || !/successfully installed/.test(output.text)) throw new Error(`Installing ${vsix} ended with ${code}:\n${output.text}`);
}

const freePort = () =>
  new Promise((resolve, reject) => {
    const socket = createSocket().on('error', reject);
    socket.listen(0, '127.0.0.1', () => {
      const { port } = socket.address();
      socket.close(() => resolve(port));
    });
  });

/** Starts code-server and a browser; `close` ends both with all their children. */
export async function openWorkbench(home) {
  const port = await freePort();
  // The driver flag lets the page's address name an extension under development and its tests.
  const { child, output } = codeServer(home, ['--bind-addr', `127.0.0.1:${port}`, '--auth', 'none', '--disable-telemetry', '--disable-update-check', '--disable-workspace-trust', '--disable-getting-started-override', '--ignore-last-opened', '--vscode-option', 'enable-smoke-test-driver']);
  let ended;
  child.on('exit', (code, signal) => (ended = code ?? signal));
  const url = `http://127.0.0.1:${port}`;
  const limit = Date.now() + 60_000;
  while (!(await answers(`${url}/healthz`))) {
    if (ended !== undefined) throw new Error(`code-server ended (${ended}):\n${output.text}`);
    if (Date.now() > limit) throw new Error(`code-server did not answer in a minute:\n${output.text}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const { chromium } = createRequire(pathToFileURL(join(HOST, 'package.json')))('playwright-core');
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-US' });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']).catch(() => {});
  const page = await context.newPage();
  const log = createWriteStream(join(home.folder, 'browser.log'));
  page.on('console', (message) => log.write(`[${message.type()}] ${message.text()}\n`));
  page.on('pageerror', (error) => log.write(`[pageerror] ${error.stack}\n`));
  return {
    page,
    url,
    /** The address of a file of this machine as the workbench sees it. */
    remote: (path) => `vscode-remote://127.0.0.1:${port}${path}`,
    /** The page's address, with what the workbench should start with. */
    address: (payload = []) => `${url}/?folder=${encodeURIComponent(home.workspace)}${payload.length > 0 ? `&payload=${encodeURIComponent(JSON.stringify(payload))}` : ''}`,
    async close() {
      await browser.close();
      if (ended !== undefined) return;
      const gone = new Promise((resolve) => child.on('exit', resolve));
      process.kill(-child.pid, 'SIGTERM');
      const timer = setTimeout(() => process.kill(-child.pid, 'SIGKILL'), 5000);
      await gone;
      clearTimeout(timer);
    },
  };
}

const answers = (url) => fetch(url).then((response) => response.ok, () => false);

/** Serves a folder on this machine, so that a browser's web worker can load an extension under development. */
export async function serveFolder(folder) {
  const types = { '.js': 'text/javascript', '.cjs': 'text/javascript', '.json': 'application/json', '.md': 'text/markdown' };
  const server = createServer((request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*');
    const path = join(folder, normalize(decodeURIComponent(new URL(request.url, 'http://localhost').pathname)));
    if (!existsSync(path) || extname(path) === '') return response.writeHead(404).end();
    return response.writeHead(200, { 'Content-Type': types[extname(path)] ?? 'application/octet-stream' }).end(readFileSync(path));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: server.address().port, close: () => (server.closeAllConnections(), server.close()) };
}
