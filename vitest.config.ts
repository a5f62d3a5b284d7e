import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

/** Data files (`.txt`, `.tsv`) and rule pages (`.md`) are imported as text, as in the bundles. */
const textImports = {
  name: 'text-imports',
  enforce: 'pre' as const,
  load(id: string) {
    const path = id.split('?')[0]!;
    return /\.(txt|tsv|md)$/.test(path) ? `export default ${JSON.stringify(readFileSync(path, 'utf8'))};` : undefined;
  },
};

export default defineConfig({
  plugins: [textImports],
  test: {
    include: ['rules/**/*.test.ts', 'server/**/*.test.ts', 'cli/**/*.test.ts', 'test/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'test/editor/**'],
    pool: 'threads',
    // Programs that tests start leave nothing in the home of whoever runs them.
    env: { NODE_DISABLE_COMPILE_CACHE: '1' },
    testTimeout: 60_000,
  },
});
