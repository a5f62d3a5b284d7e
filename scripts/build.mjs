// `npm run build`: bundles every program into `dist/`. Nothing is left to install beside it.
import { spawn } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { buildCommandLine } from './command-line.mjs';
import { TEXT_LOADERS } from './loaders.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
/** Everything is built here and put in place at the end, so that nobody meets half a build. */
const next = join(root, `out/dist-${process.pid}`);
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** What every bundle shares. Whitespace and syntax are made smaller; names stay readable in stack traces. */
const common = {
  absWorkingDir: root,
  bundle: true,
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
  loader: TEXT_LOADERS,
  mainFields: ['module', 'main'],
  define: { HEALTH_LINT_VERSION: JSON.stringify(version) },
};

// All versions since 20.19 know `\p{L}`. The bundler doubts it and would make a new pattern out of a string at each use.
const node = {
  ...common,
  platform: 'node',
  target: 'node20.19',
  supported: { 'regexp-unicode-property-escapes': true },
  // The same in ES modules: what is not used is left out, and the rest starts faster.
  alias: { yaml: join(root, 'node_modules/yaml/browser/index.js') },
};
// Some packages inside are CommonJS and ask for Node's own modules by `require`.
const requireBanner = "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);";
const nodeModule = { ...node, format: 'esm', banner: { js: requireBanner } };
// The CSV library asks for Node's streams only where it is handed one.
const browser = { ...common, platform: 'browser', target: 'es2022', external: ['vscode', 'stream'] };

// A library for any host.
const library = { ...common, platform: 'neutral', format: 'esm', target: 'es2022', external: ['stream'], outdir: next };

/** The programs, each with its settings. Those of `client/` are left out as long as it is not there. */
function programs() {
  return [
    { ...nodeModule, entryPoints: { server: 'server/node.ts' }, outdir: next },
    { ...library, entryPoints: { index: 'rules/index.ts' } },
    { ...library, entryPoints: { retext: 'rules/retext.ts' } },
    { ...browser, format: 'iife', entryPoints: { server: 'server/browser.ts' }, outdir: join(next, 'browser') },
    { ...node, format: 'cjs', external: ['vscode'], entryPoints: { client: 'client/node.ts' }, outdir: next, outExtension: { '.js': '.cjs' } },
    { ...browser, format: 'cjs', entryPoints: ['client/browser.ts'], outfile: join(next, 'browser/client.cjs') },
  ].filter(({ entryPoints }) => Object.values(entryPoints).every((path) => existsSync(join(root, path))));
}

/** Bundles everything anew; @returns the files that were written. */
export async function buildAll() {
  rmSync(next, { recursive: true, force: true });
  mkdirSync(join(next, 'rules'), { recursive: true });
  const [, commandLine, ...others] = await Promise.all([declarations(), buildCommandLine(next, node), ...programs().map((program) => build(program))]);
  const results = [...commandLine, ...others];
  for (const page of rulePages()) cpSync(page, join(next, 'rules', basename(page)));
  const packed = await packDictionary();
  writeFileSync(join(next, 'THIRD-PARTY-LICENSES.txt'), licencesOf(results, packed));
  for (const program of ['cli.js', 'server.js']) chmodSync(join(next, program), 0o755);
  const previous = `${next}-previous`;
  if (existsSync(dist)) renameSync(dist, previous);
  renameSync(next, dist);
  rmSync(previous, { recursive: true, force: true });
  return results.flatMap(({ metafile }) => Object.keys(metafile.outputs));
}

/** The library's types, as the compiler writes them; what it has to say about errors is for `npm run typecheck`. */
async function declarations() {
  const compiler = spawn(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-b', 'rules'], { cwd: root, stdio: 'ignore' });
  await new Promise((resolve, reject) => compiler.on('error', reject).on('exit', resolve));
  const types = join(root, 'out/types/rules');
  cpSync(types, join(next, 'types'), { recursive: true, filter: (path) => !/\/testing$/.test(path) && (statSync(path).isDirectory() || path.endsWith('.d.ts')) });
}

/** The rules' pages: a page is beside the rule of its name. */
function rulePages() {
  return readdirSync(join(root, 'rules'), { recursive: true })
    .filter((path) => path.endsWith('.md') && existsSync(join(root, 'rules', path.replace(/md$/, 'ts'))))
    .map((path) => join(root, 'rules', path));
}

/** Returns the packages whose words are in the dictionary. */
async function packDictionary() {
  const packer = join(root, 'scripts/pack-dictionary.mjs');
  if (!existsSync(packer)) return [];
  const { packDictionary: pack, PACKED_PACKAGES } = await import(pathToFileURL(packer).href);
  await pack(join(next, 'dictionary.bin'));
  return PACKED_PACKAGES;
}

/** Notices of lists that a package itself was made of, beside its licence. */
const FURTHER_NOTICES = ['src/hunspell/README_en_US-large.txt'];

/** The licences of all packages whose code went into a bundle or whose words into the dictionary, once each. */
function licencesOf(results, packed) {
  const packages = new Set(packed.map((name) => `node_modules/${name}`).filter((folder) => existsSync(join(root, folder))));
  for (const { metafile } of results) {
    for (const input of Object.keys(metafile.inputs)) {
      const match = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
      if (match) packages.add(match[1]);
    }
  }
  const sections = [...packages].sort().map((folder) => {
    const { name, version: theirs, license, author } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    const file = readdirSync(join(root, folder)).find((one) => /^licen[cs]e(?:[-.]\w+)*$/i.test(one));
    const further = FURTHER_NOTICES.map((one) => join(root, folder, one)).filter((one) => existsSync(one)).map((one) => `\n\n${readFileSync(one, 'utf8').trim()}`);
    return `${name} ${theirs} (${license})\n\n${file ? readFileSync(join(root, folder, file), 'utf8').trim() : `The package says: ${license}, by ${author?.name ?? author ?? 'its authors'}.`}${further.join('')}`;
  });
  return ['Health Lint contains code and word lists of these packages.', ...new Set(sections)].join(`\n\n${'-'.repeat(72)}\n\n`) + '\n';
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const started = Date.now();
  const files = await buildAll();
  console.error(`Built ${files.length} files in ${dist} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
}
