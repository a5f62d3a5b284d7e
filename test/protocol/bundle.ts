/** Bundles a program with the test rules in place of the real ones, so that process tests do not move with the rules' language. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type BuildOptions } from 'esbuild';
// @ts-expect-error -- a script without types
import { TEXT_LOADERS } from '../../scripts/loaders.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const requireBanner = "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);";

/** What a program for Node is bundled with. */
export const NODE: BuildOptions = { platform: 'node', format: 'esm', mainFields: ['module', 'main'], banner: { js: requireBanner } };

export async function bundle(options: BuildOptions): Promise<void> {
  await build(withTestRules(options));
}

/** Settings of the bundler that put the test rules in the place of the real ones. */
export function withTestRules(options: BuildOptions): BuildOptions {
  const testRules = { contents: `export { rules } from ${JSON.stringify(join(root, 'test/protocol/stub-rules.ts'))};`, resolveDir: root, loader: 'ts' as const };
  return {
    absWorkingDir: root,
    bundle: true,
    logLevel: 'error',
    loader: TEXT_LOADERS as Record<string, 'text'>,
    plugins: [{ name: 'test-rules', setup: ({ onLoad }) => onLoad({ filter: /registry\.generated\.ts$/ }, () => testRules) }],
    ...options,
  };
}
