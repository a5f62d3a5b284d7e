// Drives the packaged extension through the real workbench by keyboard, as a writer would, and keeps a screenshot of each stage.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createHome, installExtension, openWorkbench } from './workbench.mjs';

const ARTICLE = '# Kratom\n\nMitragynia speciosa is a tree from Southeast Asia.\n\nThe leaf does increase dopamine. Studies suggest that it helps people sleep.\n';

/** Presses a key until what it should bring is there: the editor drops a request when a provider registers while it runs. */
async function pressUntil(page, key, locator) {
  for (let i = 0; ; i++) {
    await page.keyboard.press(key);
    try {
      return await locator.waitFor({ timeout: 2500 });
    } catch (error) {
      if (i >= 8) throw error;
    }
  }
}

/** Runs a command from the palette by its title. */
async function runCommand(page, title) {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').waitFor({ timeout: 10_000 });
  await page.keyboard.type(title);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: title.split(': ').at(-1) }).first().waitFor({ timeout: 10_000 });
  await page.keyboard.press('Enter');
}

async function waitForFile(path, expected) {
  const end = Date.now() + 15_000;
  while (readFileSync(path, 'utf8') !== expected) {
    if (Date.now() > end) throw new Error(`the file reads ${JSON.stringify(readFileSync(path, 'utf8'))}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/**
 * @param {string} vsix the packaged extension
 * @param {string} folder for the run's files; the screenshots go to its parent
 * @returns results, one a test
 */
export async function driveByKeyboard(vsix, folder) {
  const home = createHome({ folder, files: { 'article.md': ARTICLE, 'closed.md': 'The tea cures insomnia.\n' } });
  const path = join(home.workspace, 'article.md');
  const results = [];
  await installExtension(home, vsix);
  const workbench = await openWorkbench(home);
  const { page } = workbench;
  const shot = (name) => page.screenshot({ path: join(folder, `${name}.png`) });
  const test = async (title, body) => {
    const start = Date.now();
    try {
      await body();
      results.push({ title, state: 'passed', ms: Date.now() - start });
    } catch (error) {
      await shot('failed');
      results.push({ title, state: 'failed', ms: Date.now() - start, error: error.stack });
      throw error;
    }
  };
  try {
    await test('a squiggle appears under the misspelling', async () => {
      await page.goto(workbench.address([['openFile', workbench.remote(path)]]));
      await page.locator('.monaco-editor .squiggly-error').first().waitFor({ timeout: 90_000 });
      await shot('1-squiggles');
    });
    await test('the Problems panel says what is wrong', async () => {
      await page.locator('.monaco-editor .view-lines').first().click();
      await page.keyboard.press('Control+Shift+M');
      const row = page.locator('.markers-panel .monaco-list-row', { hasText: 'Mitragyna' }).first();
      await row.waitFor({ timeout: 20_000 });
      await shot('2-problems');
      await row.dblclick();
      await page.waitForFunction(() => document.activeElement?.closest('.monaco-editor'), null, { timeout: 10_000 });
    });
    await test('the quick fix puts the right name there', async () => {
      const fix = page.locator('.action-widget .monaco-list-row', { hasText: 'Mitragyna' }).first();
      await pressUntil(page, 'Control+.', fix);
      await shot('3-quick-fix');
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => !document.querySelector('.monaco-editor .squiggly-error'), null, { timeout: 20_000 });
    });
    await test('saving brings it to the file on disk', async () => {
      await page.keyboard.press('Control+S');
      await waitForFile(path, ARTICLE.replace('Mitragynia', 'Mitragyna'));
      await shot('4-saved');
    });
    await test('the Health Claims view lists what the article claims, and leads there', async () => {
      await runCommand(page, 'Focus on Health Claims View');
      const claim = page.locator('.pane-body .monaco-list-row', { hasText: 'does increase → dopamine' }).first();
      await claim.waitFor({ timeout: 20_000 });
      await shot('5-claims');
      await claim.click();
      await page.locator('.statusbar-item', { hasText: 'Ln 5' }).first().waitFor({ timeout: 10_000 });
    });
    await test('the workspace check finds problems in closed files', async () => {
      await runCommand(page, 'Health Lint: Check Workspace');
      await page.locator('.markers-panel .monaco-list-row', { hasText: 'closed.md' }).first().waitFor({ timeout: 30_000 });
      await shot('6-workspace');
    });
  } catch (error) {
    console.error(error);
  } finally {
    await workbench.close();
  }
  return results;
}
