// `npm run bench`: how long reading and checking takes, in one run, as a table. Compare the ratios: absolute times differ from machine to machine.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { article } from './corpus.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
if (!existsSync(join(root, 'dist/index.js'))) throw new Error('Build first: npm run build');
const { createLinter, openDictionary, parseArticle, resolveConfig, rules, NO_RESOURCES } = await import(join(root, 'dist/index.js'));
const dictionary = existsSync(join(root, 'dist/dictionary.bin')) ? openDictionary(readFileSync(join(root, 'dist/dictionary.bin'))) : undefined;
const resources = { ...NO_RESOURCES, ...(dictionary ? { dictionary } : {}) };

const median = (times) => percentile(times, 0.5);
const percentile = (times, share) => [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))];

/** Milliseconds of each of `runs` calls, after two that do not count. */
function time(runs, work) {
  const times = [];
  for (let i = -2; i < runs; i++) {
    const start = performance.now();
    work(i);
    if (i >= 0) times.push(performance.now() - start);
  }
  return times;
}

const rows = [];
const row = (what, times, base, unit = 'ms') => rows.push([what, ...[0.5, 0.95].map((share) => `${percentile(times, share).toFixed(2)} ${unit}`), base ? `${(median(times) / base).toFixed(1)} x` : '']);

for (const [name, size] of [['8 kB', 8e3], ['100 kB', 1e5], ['1 MB', 1e6]]) {
  const text = article(size);
  const runs = size > 5e5 ? 7 : 30;
  // The measure of all ratios: one pass of a regular expression over the words.
  const words = median(time(runs, () => text.match(/[A-Za-z]+/g).length));
  row(`${name}: words by regular expression`, [words], words);
  row(`${name}: parse`, time(runs, () => parseArticle(text)), words);
  row(`${name}: parse and lint, cold`, time(runs, () => createLinter(rules, resolveConfig(rules), resources).lint(parseArticle(text))), words);
  const linter = createLinter(rules, resolveConfig(rules), resources);
  let current = parseArticle(text);
  linter.lint(current);
  let typed = 0;
  const type = () => {
    const at = Math.floor((++typed * 0.6180339887 % 1) * current.text.length);
    current = parseArticle(`${current.text.slice(0, at)}x${current.text.slice(at)}`, current);
    linter.lint(current);
  };
  const edits = time(200, type);
  row(`${name}: relint after a one-character edit`, edits, words);
  // The first edits of a process meet unknown words, tables that nobody has asked for and code that is not compiled yet.
  if (size < 5e5) {
    while (typed < 1000) type();
    row(`${name}: relint, once a thousand edits are past`, time(200, type), words);
  }
}

const folder = join(tmpdir(), `health-lint-bench-${process.pid}`);
mkdirSync(join(folder, 'many'), { recursive: true });
writeFileSync(join(folder, 'line.md'), 'Hello world.\n');
let bytes = 0;
for (let i = 0; i < 1000; i++) {
  const text = article(8e3, i + 1);
  bytes += text.length;
  writeFileSync(join(folder, 'many', `a${i}.md`), text);
}
const run = (...args) => {
  const { status, stderr } = spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
};
const cli = join(root, 'dist/cli.js');
const bare = median(time(15, () => run('-e', '0')));
row('start-up: node -e 0', [bare], bare);
row('start-up: health-lint on a file of one line', time(15, () => run(cli, join(folder, 'line.md'), '--fail-on', 'never')), bare);
const many = time(3, () => run(cli, join(folder, 'many'), '--fail-on', 'never', '--format', 'ndjson'));
row(`workspace: 1,000 articles, ${(bytes / 1e6).toFixed(1)} MB`, many, bare);
rmSync(folder, { recursive: true, force: true });

const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((cells) => cells[column].length), ['', 'median', '95th percentile', 'ratio'][column].length));
for (const cells of [['', 'median', '95th percentile', 'ratio'], ...rows]) console.log(cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  '));
console.log('\nRatios: to the words by regular expression of the same text; for processes, to a bare `node -e 0`.');
