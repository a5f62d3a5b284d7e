// Runs the test suite inside the extension host of the workbench: the Node host, or the web worker host.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createHome, openWorkbench, serveFolder } from './workbench.mjs';

const TIME_LIMIT = 180_000;

/** Waits for the workbench to report the tests' exit code; the suite's own result lines come through its log. */
async function run(home, prepare) {
  const workbench = await openWorkbench(home);
  const results = [];
  try {
    const { page } = workbench;
    let finish;
    const exit = new Promise((resolve) => (finish = resolve));
    await page.exposeFunction('codeAutomationExit', (code) => finish(code));
    await page.exposeFunction('codeAutomationLog', (_type, args) => {
      for (const line of args.map(String)) if (line.startsWith('RESULT ')) results.push(JSON.parse(line.slice(7)));
    });
    await page.goto(await prepare(workbench));
    const timeout = new Promise((_, reject) => setTimeout(() => reject(new Error(`no result from the extension host in ${TIME_LIMIT / 1000} s`)), TIME_LIMIT).unref());
    await Promise.race([exit, timeout]).catch(async (error) => {
      await page.screenshot({ path: join(home.folder, 'failed.png') });
      throw error;
    });
    return results;
  } finally {
    await workbench.close();
  }
}

/** The suite in the Node extension host: `out/editor/suite.js` of the project. @returns its results, one a test. */
export async function runInNodeHost(project, folder, files) {
  const home = createHome({ folder, files });
  const file = join(folder, 'results.json');
  await run(home, ({ address, remote }) =>
    address([
      ['extensionDevelopmentPath', remote(project)],
      ['extensionTestsPath', remote(join(project, 'out/editor/suite.cjs'))],
      ['extensionEnvironment', JSON.stringify({ HEALTH_LINT_TEST_RESULTS: file })],
    ]),
  );
  // The workbench reports success also for a host that was killed: only what the suite itself has written down counts.
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** The same suite in the web worker extension host: the extension's `browser` entry, its server in a worker of its own. */
export async function runInWebHost(project, folder, files) {
  const home = createHome({ folder, files });
  const web = await serveFolder(project);
  try {
    const results = await run(home, async ({ page, address }) => {
      // A web extension under development is named in the page's own configuration: put it there while the page is read.
      await page.addInitScript((port) => {
        if (window.top !== window) return;
        new MutationObserver((_, observer) => {
          const meta = document.getElementById('vscode-workbench-web-configuration');
          if (!meta) return;
          observer.disconnect();
          const settings = JSON.parse(meta.getAttribute('data-settings'));
          const at = (path) => ({ scheme: 'http', authority: location.host, path: `/proxy/${port}${path}` });
          settings.developmentOptions = { ...settings.developmentOptions, extensions: [at('')], extensionTestsPath: at('/out/editor/web.cjs') };
          meta.setAttribute('data-settings', JSON.stringify(settings));
        }).observe(document, { childList: true, subtree: true });
      }, web.port);
      return address();
    });
    const end = results.find((one) => one.end);
    if (!end) throw new Error('the web extension host ended before the tests did');
    return results.filter((one) => !one.end);
  } finally {
    web.close();
  }
}
