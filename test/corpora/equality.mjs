// Measures retext-equality behind its gate: node test/corpora/equality.mjs FILE_OR_FOLDER...
// Reads .md, .txt and .jsonl (`text` of each row), runs the package with our list over every text with and without the gate,
// and prints how many findings differ (must be 0), how many texts the gate lets through, and what each way costs.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const paths = process.argv.slice(2);
if (paths.length === 0) {
  console.error('usage: node test/corpora/equality.mjs FILE_OR_FOLDER...');
  process.exit(2);
}

const root = new URL('../..', import.meta.url).pathname;
const { outputFiles } = await build({
  stdin: {
    contents: "export { equalityCues, equalityMatches, mayMatch } from './rules/wording/equality.ts'; export { createGate } from './rules/engine/gate.ts';",
    resolveDir: root,
  },
  bundle: true,
  format: 'esm',
  platform: 'node',
  loader: { '.txt': 'text', '.tsv': 'text' },
  write: false,
});
const { createGate, equalityCues, equalityMatches, mayMatch } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`);

const files = paths.flatMap((path) => (statSync(path).isDirectory() ? readdirSync(path, { recursive: true }).map((name) => join(path, String(name))) : [path])).filter((path) => /\.(md|txt|jsonl)$/.test(path));
const texts = files.flatMap((path) => {
  const content = readFileSync(path, 'utf8');
  if (!path.endsWith('.jsonl')) return content.split(/\n\s*\n/);
  return content.split('\n').filter(Boolean).map((line) => JSON.parse(line).text).filter((text) => typeof text === 'string');
});

const gate = createGate([equalityCues]);
const letThrough = (text) => {
  const awake = new Uint8Array(1);
  gate.scan(text, awake);
  return awake[0] === 1 && mayMatch(text);
};
const timed = (run) => {
  const started = performance.now();
  const results = texts.map(run);
  return { results, ms: performance.now() - started };
};
const show = (matches) => JSON.stringify(matches.map(({ start, end, row }) => [start, end, row.id]));

texts.slice(0, 200).forEach(equalityMatches);
const asleep = timed(letThrough);
const gated = timed((text) => (letThrough(text) ? equalityMatches(text) : []));
const ungated = timed(equalityMatches);
const different = texts.filter((_, index) => show(gated.results[index]) !== show(ungated.results[index]));

const characters = texts.reduce((sum, text) => sum + text.length, 0);
const ids = new Map();
for (const { row } of gated.results.flat()) ids.set(row.id, (ids.get(row.id) ?? 0) + 1);
console.log(`${texts.length} texts, ${characters} characters, ${gated.results.flat().length} findings`);
console.log(`let through: ${asleep.results.filter(Boolean).length}`);
console.log(`ms: gate alone ${asleep.ms.toFixed(0)}, gated ${gated.ms.toFixed(0)}, ungated ${ungated.ms.toFixed(0)}`);
console.log([...ids].sort((a, b) => b[1] - a[1]).map(([id, count]) => `${id} ${count}`).join(', '));
console.log(`differences: ${different.length}`);
for (const text of different.slice(0, 20)) console.log(`  ${JSON.stringify(text.slice(0, 200))}`);
process.exitCode = different.length === 0 ? 0 : 1;
