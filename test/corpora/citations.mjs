// How well missing-citation finds the sentences that authors gave a source: precision and recall by severity and by confidence,
// on labelled sentences beside the project. The labels are what authors did, not what they should have done, so precision looks worse than it is.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { TEXT_LOADERS } from '../../scripts/loaders.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const corpora = join(root, '../shared/corpora/dev');
const SEED = 'health';

if (!existsSync(corpora)) {
  console.log('No labelled sentences beside the project (../shared/corpora/dev): nothing to measure.');
  process.exit(0);
}

/** One half of the groups is for tuning, the other is held out; which is which follows from the group's name alone. */
function isTuning(group) {
  let hash = 2166136261;
  for (const char of group + SEED) hash = Math.imul(hash ^ char.charCodeAt(0), 16777619);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0x5bd1e995);
  hash ^= hash >>> 15;
  return (hash >>> 0) % 2 === 0;
}

async function load() {
  const folder = mkdtempSync(join(tmpdir(), 'health-lint-'));
  try {
    const outfile = join(folder, 'measure.cjs');
    await build({
      stdin: {
        contents: `export { parseArticle } from './rules/article/parse.js'; export { createLinter } from './rules/engine/lint.js';
          export { resolveConfig } from './rules/engine/config.js'; export { rule } from './rules/citations/missing-citation.js';`,
        resolveDir: root,
        loader: 'ts',
      },
      bundle: true, platform: 'node', format: 'cjs', outfile, loader: TEXT_LOADERS, logLevel: 'error',
    });
    return createRequire(import.meta.url)(outfile);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const { parseArticle, createLinter, resolveConfig, rule } = await load();
const linter = createLinter([rule], resolveConfig([rule]));
const STEPS = ['warning', 'information', 'hint'];

function judged(name, where) {
  const rows = readFileSync(join(corpora, `${name}.jsonl`), 'utf8').trim().split('\n').map((line) => JSON.parse(line)).filter(where);
  return rows.map(({ text, label, group }) => {
    const { findings } = linter.lint(parseArticle(text));
    const sure = findings.filter(({ data }) => data.confidence !== undefined).sort((a, b) => b.data.confidence - a.data.confidence)[0];
    const severity = STEPS.find((step) => findings.some((one) => one.severity === step && one.data.confidence !== undefined));
    return { positive: label === 'needs_citation', tuning: isTuning(group), confidence: sure?.data.confidence ?? 0, severity, reason: sure?.data.reason };
  });
}

function line(title, rows, flagged) {
  const hits = flagged.filter(({ positive }) => positive).length;
  const positives = rows.filter(({ positive }) => positive).length;
  const precision = flagged.length === 0 ? '-' : (hits / flagged.length).toFixed(3);
  console.log(`  ${title.padEnd(22)} flagged ${String(flagged.length).padStart(4)}   P ${precision}   R ${(hits / positives).toFixed(3)}`);
}

function report(title, rows) {
  console.log(`${title}: ${rows.length} sentences, ${rows.filter(({ positive }) => positive).length} with a source`);
  line('flag all', rows, rows);
  for (const step of STEPS) line(`${step} and above`, rows, rows.filter(({ severity }) => severity && STEPS.indexOf(severity) <= STEPS.indexOf(step)));
  for (const least of [0.85, 0.75, 0.65, 0.55, 0.45, 0.4, 0.35, 0.3]) line(`confidence ${least}`, rows, rows.filter(({ confidence }) => confidence >= least));
}

const corporaToRead = [
  ['introductions of trial articles', 'citeneed_pmc', ({ meta }) => meta.section === 'intro'],
  ['a review in Markdown', 'citeneed_deepreview', () => true],
];
for (const [title, name, where] of corporaToRead) {
  const rows = judged(name, where);
  report(`${title}, all`, rows);
  report(`${title}, tuning half`, rows.filter(({ tuning }) => tuning));
  report(`${title}, held out`, rows.filter(({ tuning }) => !tuning));
}
