// Measures the spelling rules: node test/corpora/spelling.mjs [--list] [CORPORA_FOLDER] [ARTICLES_FOLDER]
// Words with a known answer: found, right word first, false. Clean prose: findings in 1,000 words (`--list` prints each). Speed: megabytes a second.
// The folders default to ../shared/corpora/dev and ../shared/articles/open; what is not there is left out.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { packDictionary } from '../../scripts/pack-dictionary.mjs';
import { TEXT_LOADERS } from '../../scripts/loaders.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const list = process.argv.includes('--list');
const [corpora = join(root, '../shared/corpora/dev'), articles = join(root, '../shared/articles/open')] = process.argv.slice(2).filter((one) => !one.startsWith('--'));

const { outputFiles } = await build({
  stdin: {
    contents: `export { parseArticle } from './rules/article/parse.ts'; export { createLinter } from './rules/engine/lint.ts'; export { resolveConfig } from './rules/engine/config.ts';
      export { openDictionary } from './rules/lexicon/dictionary.ts'; export { vocabulary } from './rules/lexicon/vocabulary.ts'; export { notableWords } from './rules/terms/words.ts';
      export { rule as health } from './rules/terms/health-term-misspelling.ts'; export { rule as general } from './rules/terms/misspelling.ts';`,
    resolveDir: root,
  },
  bundle: true,
  format: 'esm',
  platform: 'node',
  mainFields: ['module', 'main'],
  banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire('/');" },
  loader: TEXT_LOADERS,
  write: false,
});
const code = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`);
const packed = join(tmpdir(), `health-lint-dictionary-${process.pid}.bin`);
const size = await packDictionary(packed);
const bytes = readFileSync(packed);
let started = performance.now();
const dictionary = code.openDictionary(bytes);
console.log(`dictionary: ${size} bytes, opened in ${(performance.now() - started).toFixed(2)} ms`);

const resources = { words: new Set(), dictionary };
const rules = [code.health, code.general];
const linter = code.createLinter(rules, code.resolveConfig(rules), resources, false);
const lint = (text) => {
  const { findings, failures } = linter.lint(code.parseArticle(text));
  if (failures.length > 0) throw failures[0].error;
  return findings;
};
const rows = (name) => {
  const path = join(corpora, `${name}.jsonl`);
  return existsSync(path) ? readFileSync(path, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line)) : [];
};
const replacement = ({ fixes }) => fixes[0].edits.at(-1).text;

const single = rows('codespell_health').map(({ text, label }) => ({ right: label, found: lint(`They wrote ${text} in the letter.`)[0] }));
report('codespell_health', single);
const forum = rows('spelling_forum').map(({ text, label, meta }) => {
  const context = meta.context ?? text;
  const found = lint(context).find(({ start, end }) => context.slice(start, end).includes(text) || text.includes(context.slice(start, end)));
  return { task: meta.task, right: label === 'ok' ? [] : [label], found };
});
report('spelling_forum, to correct', forum.filter(({ task }) => task === 'correct'));
const detect = forum.filter(({ task }) => task === 'detect');
const found = detect.filter(({ right, found: hit }) => right.length > 0 && hit).length;
console.log(`spelling_forum, to detect: ${found} of ${detect.filter(({ right }) => right.length > 0).length} found, ${detect.filter(({ right, found: hit }) => right.length === 0 && hit).length} of ${detect.filter(({ right }) => right.length === 0).length} right words marked`);

function report(name, all) {
  if (all.length === 0) return;
  const hits = all.filter((one) => one.found);
  const first = hits.filter(({ right, found: hit }) => right.some((word) => word.toLowerCase() === replacement(hit).toLowerCase()));
  console.log(`${name}: ${hits.length} of ${all.length} found, ${first.length} with the right word first`);
}

const clean = [
  ...['cochrane_conclusions', 'citeneed_pmc', 'causal_eureka'].map((name) => ({ name, texts: rows(name).map(({ text }) => text) })),
  { name: 'articles', texts: existsSync(articles) ? readdirSync(articles).filter((name) => name.endsWith('.md')).map((name) => readFileSync(join(articles, name), 'utf8')) : [] },
];
const total = { words: 0, health: 0, general: 0 };
for (const { name, texts } of clean) {
  const counts = { words: 0, health: 0, general: 0 };
  for (const text of texts) {
    counts.words += text.split(/\s+/).length;
    for (const finding of lint(text)) {
      counts[finding.rule === code.health.meta.id ? 'health' : 'general']++;
      if (list) console.log(`  ${name} ${finding.rule}: …${text.slice(Math.max(0, finding.start - 30), finding.start)}[${text.slice(finding.start, finding.end)} → ${replacement(finding)}]${text.slice(finding.end, finding.end + 20)}…`.replace(/\n/g, ' '));
    }
  }
  for (const key of Object.keys(total)) total[key] += counts[key];
  if (counts.words > 0) rate(name, counts);
}
if (total.words > 0) rate('clean prose in all', total);

function rate(name, { words, health, general }) {
  const per = (count) => `${count} (${((count / words) * 1000).toFixed(3)} in 1,000 words)`;
  console.log(`${name}: ${words} words, health-term-misspelling ${per(health)}, misspelling ${per(general)}`);
}

const prose = clean.flatMap(({ texts }) => texts).join('\n\n').slice(0, 3e6);
if (prose.length > 0) {
  for (const pass of ['first', 'second']) {
    const { blocks } = code.parseArticle(prose);
    started = performance.now();
    for (const { value } of blocks) code.notableWords(value, resources);
    console.log(`word check, ${pass} pass: ${(prose.length / 1e3 / (performance.now() - started)).toFixed(1)} MB/s`);
  }
  const wrong = single.length > 0 ? rows('codespell_health').map(({ text }) => text) : ['turmaric', 'metforman', 'serotinin'];
  for (const word of wrong) code.vocabulary().near(word, 1.1);
  started = performance.now();
  for (let i = 0; i < 10; i++) for (const word of wrong) code.vocabulary().near(word, 1.1);
  console.log(`near misses of a term: ${(((performance.now() - started) * 1e3) / 10 / wrong.length).toFixed(1)} µs a word`);
}
