// Measures claim strength on labelled sentences and the false-alarm rate on review conclusions: `node test/corpora/claims.mjs`.
// The corpora are not part of the project: HEALTH_LINT_CORPORA names their folder, else ../shared/corpora/dev is tried.
// Groups are split at random, with a seed, into a half to tune on and a half that is only ever scored.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { TEXT_LOADERS } from '../../scripts/loaders.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const corpora = process.env.HEALTH_LINT_CORPORA ?? join(root, '../shared/corpora/dev');
if (!existsSync(join(corpora, 'causal_pubmed.jsonl'))) {
  console.log(`No corpora in ${corpora}; set HEALTH_LINT_CORPORA. Nothing measured.`);
  process.exit(0);
}

const LABELS = ['none', 'correlational', 'conditional_causal', 'direct_causal'];
const LABEL_OF = { none: 'none', correlational: 'correlational', conditional: 'conditional_causal', direct: 'direct_causal' };
const STRONGEST_FIRST = ['direct', 'conditional', 'correlational'];
const NEGATOR = /\b(?:not|n['’]t|no|neither|nor|fail(?:s|ed)? to|never|without|lack of|ineffective|no evidence)\b/i;
const CLAIM_RULES = new Set(['unhedged-causal-claim', 'cure-claim', 'weak-evidence-causal-claim', 'preclinical-extrapolation', 'proof-claim', 'safety-guarantee', 'hype-language', 'vague-attribution', 'relative-risk-without-absolute', 'vague-wellness-claim', 'absence-of-evidence', 'significance-spin', 'overgeneralization', 'unsupported-recommendation']);

const engine = await bundle();
for (const corpus of ['causal_pubmed', 'causal_eureka']) strength(corpus);
falseAlarms();

/** The engine as one module, data files as text. */
async function bundle() {
  const { outputFiles } = await build({
    stdin: {
      resolveDir: join(root, 'rules'),
      contents: `
        export { parseArticle } from './article/parse.js';
        export { claimsOf, strengthOf } from './english/claims.js';
        export { createLinter } from './engine/lint.js';
        export { resolveConfig } from './engine/config.js';
        export { rules } from './registry.generated.js';`,
    },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    loader: TEXT_LOADERS,
  });
  const module = { exports: {} };
  new Function('module', 'exports', 'require', outputFiles[0].text)(module, module.exports, createRequire(import.meta.url));
  return module.exports;
}

function rowsOf(name) {
  return readFileSync(join(corpora, `${name}.jsonl`), 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line));
}

/** The strength of the strongest claim of a text that is one sentence. */
function predict(text) {
  const strengths = engine.claimsOf({ start: 0, end: text.length, text, question: /\?\s*$/.test(text), citations: [] }).map(engine.strengthOf);
  return LABEL_OF[STRONGEST_FIRST.find((one) => strengths.includes(one)) ?? 'none'];
}

/** FNV-1a of the seeded group key, one bit of it. */
function halfOf(group) {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(`half:${group}`)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return ((hash >>> 7) & 1) === 0 ? 'tuned' : 'held out';
}

function strength(corpus) {
  const started = performance.now();
  const rows = rowsOf(corpus).map((row) => ({ ...row, half: halfOf(row.group), predicted: predict(row.text) }));
  const ms = performance.now() - started;
  console.log(`\n${corpus}: ${rows.length} sentences, ${ms.toFixed(0)} ms`);
  for (const half of ['tuned', 'held out', 'all']) {
    const part = rows.filter((row) => half === 'all' || row.half === half);
    const byLabel = LABELS.map((label) => score(part, label));
    const direct = byLabel[3];
    const asserted = score(part.filter((row) => row.label !== 'direct_causal' || !NEGATOR.test(row.text)), 'direct_causal');
    console.log(
      `  ${half.padEnd(8)} n ${String(part.length).padStart(4)}  direct: P ${f(direct.p)} R ${f(direct.r)} F1 ${f(direct.f1)} (negated positives left out: F1 ${f(asserted.f1)})` +
        `  macro-F1 ${f(byLabel.reduce((sum, one) => sum + one.f1, 0) / 4)}  [${byLabel.map((one) => f(one.f1)).join(' ')}]`,
    );
  }
  console.log(`  label \\ predicted  ${LABELS.map((label) => label.slice(0, 8).padStart(9)).join('')}`);
  for (const label of LABELS) {
    const of = rows.filter((row) => row.label === label);
    console.log(`  ${label.padEnd(19)}${LABELS.map((one) => String(of.filter((row) => row.predicted === one).length).padStart(9)).join('')}`);
  }
}

function score(rows, label) {
  const tp = rows.filter((row) => row.label === label && row.predicted === label).length;
  const flagged = rows.filter((row) => row.predicted === label).length;
  const positives = rows.filter((row) => row.label === label).length;
  return { p: tp / flagged || 0, r: tp / positives || 0, f1: (2 * tp) / (flagged + positives) || 0 };
}

/** How many sentences of carefully graded review conclusions the claim rules mark at warning or above. */
function falseAlarms() {
  const rules = engine.rules.filter((rule) => CLAIM_RULES.has(rule.meta.id));
  const linter = engine.createLinter(rules, engine.resolveConfig(rules));
  const rows = rowsOf('cochrane_conclusions');
  const byRule = new Map();
  let marked = 0;
  for (const { text } of rows) {
    const findings = linter.lint(engine.parseArticle(text)).findings.filter(({ severity }) => severity === 'warning' || severity === 'error');
    if (findings.length > 0) marked++;
    for (const { rule } of findings) byRule.set(rule, (byRule.get(rule) ?? 0) + 1);
  }
  console.log(`\ncochrane_conclusions: ${marked} of ${rows.length} sentences at warning or above (${((100 * marked) / rows.length).toFixed(2)}%)`, Object.fromEntries(byRule));
}

function f(value) {
  return value.toFixed(3);
}
