/** The same in a web worker extension host, which has no files: results leave through the console. */
import './extension.tests.js';
import { runTests } from './runner.js';

export async function run(): Promise<void> {
  const results = await runTests((result) => console.log(`RESULT ${JSON.stringify(result)}`));
  console.log(`RESULT ${JSON.stringify({ end: true })}`);
  const failed = results.filter(({ state }) => state === 'failed').length;
  if (failed > 0) throw new Error(`${failed} tests failed`);
}
