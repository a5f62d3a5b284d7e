// `npm run package`: builds, and packs the extension into `health-lint.vsix`.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const LIMIT = 4 * 1024 * 1024;

/** What the extension needs of the project; everything is bundled, so no packages go in. */
const CONTENTS = ['dist/client.cjs', 'dist/server.js', 'dist/browser', 'dist/dictionary.bin', 'dist/rules', 'dist/THIRD-PARTY-LICENSES.txt', 'schemas', 'README.md', 'CHANGELOG.md', 'LICENSE'];

/** Parts of the manifest that are about the npm package or about working on the project. */
const NOT_IN_EXTENSION = ['scripts', 'devDependencies', 'dependencies', 'files', 'bin', 'exports'];

/** Packs what `dist/` holds. @returns the path of the package. */
export function packageExtension() {
  const stage = join(root, 'out/vsix');
  const file = join(root, 'health-lint.vsix');
  rmSync(stage, { recursive: true, force: true });
  for (const path of CONTENTS) {
    mkdirSync(dirname(join(stage, path)), { recursive: true });
    cpSync(join(root, path), join(stage, path), { recursive: true });
  }
  const manifest = Object.entries(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))).filter(([name]) => !NOT_IN_EXTENSION.includes(name));
  writeFileSync(join(stage, 'package.json'), JSON.stringify(Object.fromEntries(manifest), null, 2));
  // Nothing is left out here: the stage holds just what goes in.
  writeFileSync(join(stage, '.vscodeignore'), '.vscodeignore\n');
  const vsce = join(root, 'node_modules/@vscode/vsce/vsce');
  // There is no public repository for the README's relative links to point into.
  const options = ['--no-dependencies', '--no-rewrite-relative-links', '--allow-missing-repository', '--skip-license', '--out', file];
  execFileSync(process.execPath, [vsce, 'package', ...options], { cwd: stage, stdio: ['ignore', 'ignore', 'inherit'] });
  const { size } = statSync(file);
  if (size > LIMIT) throw new Error(`${file} has ${(size / 1024 / 1024).toFixed(1)} MB; the limit is ${LIMIT / 1024 / 1024} MB.`);
  return file;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  execFileSync(process.execPath, [join(root, 'scripts/build.mjs')], { cwd: root, stdio: 'inherit' });
  const file = packageExtension();
  console.log(`${file} (${(statSync(file).size / 1024 / 1024).toFixed(2)} MB)\nInstall it with: code --install-extension health-lint.vsix`);
}
