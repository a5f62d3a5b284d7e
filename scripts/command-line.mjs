// Bundles the command line: a small start (`cli.js`, `worker.js`) and, in `chunks/`, the program in parts of which a run loads those it needs.
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

const STARTS = { cli: 'cli/start.ts', worker: 'cli/start-worker.ts' };
const PROGRAMS = { main: 'cli/main.ts', worker: 'server/workspace/worker.ts' };

/**
 * Bundles into `outdir` with these settings of the bundler for Node. The parts are CommonJS, because only of that can Node 20 keep the compiled code
 * (see `cli/compiled.ts`); the bundler splits only ES modules, so they are turned afterwards.
 * @returns the bundler's results.
 */
export async function buildCommandLine(outdir, settings) {
  const [starts, parts] = await Promise.all([
    build({ ...settings, format: 'esm', banner: {}, entryPoints: STARTS, outdir }),
    build({ ...settings, format: 'esm', entryPoints: PROGRAMS, outdir: join(outdir, 'chunks'), outExtension: { '.js': '.cjs' }, splitting: true, chunkNames: '[name]-[hash]', write: false }),
  ]);
  mkdirSync(join(outdir, 'chunks'), { recursive: true });
  writeFileSync(join(outdir, 'chunks/cues.bin'), await packCues(settings));
  await Promise.all(
    parts.outputFiles.map(async ({ path, text }) => {
      const { code } = await transform(text, {
        format: 'cjs',
        platform: 'node',
        target: settings.target,
        minifyWhitespace: settings.minifyWhitespace,
        define: { 'import.meta.url': '__url' },
        banner: "const __url = require('node:url').pathToFileURL(__filename).href;",
        supported: { ...settings.supported, 'dynamic-import': false },
        logLevel: 'error',
      });
      writeFileSync(join(outdir, 'chunks', basename(path)), asAscii(code));
    }),
  );
  return [starts, parts];
}

/** The cues of the rules that are bundled, worked out ahead of time: see `rules/engine/usual-cues.ts`. */
async function packCues(settings) {
  const contents = "export { packCueTable } from './rules/engine/cue-table.js'; export { createCueTable } from './rules/engine/usual-cues.js'; export { rules } from './rules/registry.generated.js';";
  const { outputFiles } = await build({ ...settings, banner: {}, stdin: { contents, resolveDir: root, loader: 'ts' }, format: 'cjs', metafile: false, write: false });
  const module = { exports: {} };
  new Function('module', 'require', outputFiles[0].text)(module, createRequire(import.meta.url));
  const { createCueTable, packCueTable, rules } = module.exports;
  return packCueTable(createCueTable(rules));
}

/** The same code in ASCII: the bundler leaves other letters in patterns as they are. There, and in text and names, an escape says the same. */
function asAscii(code) {
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
