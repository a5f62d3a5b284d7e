// `npm start [-- PATH...]`: installs what is missing, builds, checks the example article or the paths given, and says what to do next.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const paths = process.argv.slice(2);
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** Runs a step and ends with its exit code where it fails; its output is shown only then, or when it is the result itself. */
function step(name, command, args, quiet = true) {
  if (quiet) console.error(`${name} …`);
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd: quiet ? root : process.cwd(), stdio: quiet ? 'pipe' : 'inherit', encoding: 'utf8', shell: process.platform === 'win32' });
  if (quiet && (status !== 0 || error)) {
    console.error(`${name} failed:\n${error ?? ''}${stdout ?? ''}${stderr ?? ''}`);
    process.exit(status || 1);
  }
  return status ?? 1;
}

if (!existsSync(join(root, 'node_modules/esbuild'))) step('Installing packages', npm, ['ci', '--no-audit', '--no-fund']);
step('Building', process.execPath, ['scripts/build.mjs']);

// npm runs scripts in the project's folder; a path is meant from where the person stands.
if (process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
const targets = paths.length > 0 ? paths : [relative(process.cwd(), join(root, 'examples'))];
const status = step('', process.execPath, [join(root, 'dist/cli.js'), ...targets, '--fail-on', 'never', ...(process.env.NO_COLOR ? [] : ['--color'])], false);
if (status !== 0) process.exit(status);

console.log(`
What next?
  Check your own folder:    npm start -- path/to/articles
  See it in VS Code:        npm run package, then
                            code --install-extension health-lint.vsix && code ${paths[0] ?? 'examples'}
  What a rule means:        node dist/cli.js explain unhedged-causal-claim
  Run the tests:            npm test`);
