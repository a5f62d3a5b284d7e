/** What `extensionTestsPath` points at in a Node extension host: writes the results to the file that the environment names. */
import { writeFileSync } from 'node:fs';
import './extension.tests.js';
import { runTests } from './runner.js';

export async function run(): Promise<void> {
  const results = await runTests(() => {});
  writeFileSync(process.env.HEALTH_LINT_TEST_RESULTS!, JSON.stringify(results));
  const failed = results.filter(({ state }) => state === 'failed').length;
  if (failed > 0) throw new Error(`${failed} tests failed`);
}
