// `npm run package`: builds, and packs the extension into `health-lint.vsix`.
import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const LIMIT = 4 * 1024 * 1024;

/** Packs what `dist/` holds; @returns the path of the package. */
export function packageExtension() {
  const file = join(root, 'health-lint.vsix');
  // Everything is bundled, so no packages go in; there is no public repository for relative links to point into.
  execFileSync(process.execPath, [join(root, 'node_modules/@vscode/vsce/vsce'), 'package', '--no-dependencies', '--no-rewrite-relative-links', '--allow-missing-repository', '--out', file], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  const { size } = statSync(file);
  if (size > LIMIT) throw new Error(`${file} has ${(size / 1024 / 1024).toFixed(1)} MB; the limit is ${LIMIT / 1024 / 1024} MB.`);
  return file;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  execFileSync(process.execPath, [join(root, 'scripts/build.mjs')], { cwd: root, stdio: 'inherit' });
  const file = packageExtension();
  console.log(`${file} (${(statSync(file).size / 1024 / 1024).toFixed(2)} MB)\nInstall it with: code --install-extension health-lint.vsix`);
}
