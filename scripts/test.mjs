// `npm test`: installs what is missing, builds, checks types and generated files, runs every test, and ends with one line of counts.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const counts = { passed: 0, failed: 0, skipped: 0 };

function run(name, command, args) {
  console.log(`\n── ${name}`);
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (error) console.error(error);
  return status === 0;
}

/** A step that is not a test but must succeed: counted as one. */
function must(name, command, args) {
  const ok = run(name, command, args);
  counts[ok ? 'passed' : 'failed']++;
  return ok;
}

/** Adds a result file's counts; a runner that leaves none has failed, whatever its exit code says. */
function count(file, ok) {
  if (!existsSync(file)) {
    counts.failed++;
    return;
  }
  const result = JSON.parse(readFileSync(file, 'utf8'));
  counts.passed += result.numPassedTests;
  counts.failed += result.numFailedTests + (ok || result.numFailedTests > 0 ? 0 : 1);
  counts.skipped += result.numPendingTests;
}

const results = join(root, 'out/test-results');
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

if (!existsSync(join(root, 'node_modules/vitest')) && !run('Install', npm, ['ci', '--no-audit', '--no-fund'])) process.exit(1);
const ready = must('Generated files are fresh', process.execPath, ['scripts/generate.mjs', '--check']) & must('Build', process.execPath, ['scripts/build.mjs']) & must('Types', process.execPath, ['node_modules/typescript/bin/tsc', '-b']);
if (ready) {
  const unit = join(results, 'unit.json');
  count(unit, run('Unit, protocol, command line and property tests', process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--reporter=dot', '--reporter=json', `--outputFile=${unit}`]));
  const editor = join(results, 'editor.json');
  count(editor, run('The extension in a real VS Code', process.execPath, ['test/editor/run.mjs', '--results', editor]));
}
console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exit(counts.failed > 0 ? 1 : 0);
