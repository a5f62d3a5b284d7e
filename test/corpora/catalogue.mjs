// Runs the examples of a rule catalogue through the built engine, each rule alone switched on: `node test/corpora/catalogue.mjs [--quiet] [RULE...]`.
// A wrong example must be marked in exactly the given places, and the first fix of each finding must give the example's fixed text; a right one stays silent.
// The examples are not part of the project: HEALTH_LINT_CATALOGUE names the folder of `rule_examples.jsonl`, else ../shared/rules is tried.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const path = join(process.env.HEALTH_LINT_CATALOGUE ?? join(root, '../shared/rules'), 'rule_examples.jsonl');
const built = new URL('../../dist/index.js', import.meta.url);
if (!existsSync(path)) {
  console.log(`No ${path}; set HEALTH_LINT_CATALOGUE. Nothing checked.`);
  process.exit(0);
}
if (!existsSync(built)) {
  console.error('No dist/index.js: run `node scripts/build.mjs` first.');
  process.exit(2);
}

const { applyEdits, createLinter, parseArticle, resolveConfig, rules } = await import(built.href);
/** The catalogue's name for the rule behind retext-equality. */
const RULE_OF = { 'equality/*': 'insensitive-wording' };
/** The catalogue leaves out the empty definition that a new footnote's number comes with. */
const NEW_FOOTNOTE = '\n\n[^1]: ';
const quiet = process.argv.includes('--quiet');
const wanted = new Set(process.argv.slice(2).filter((one) => !one.startsWith('--')));

const examples = readFileSync(path, 'utf8').split('\n').filter(Boolean).map((line) => {
  const { rule, kind, text, spans = [], fixed } = JSON.parse(line);
  return { rule: RULE_OF[rule] ?? rule, kind, text: broken(text), spans: spans.map(broken), fixed: typeof fixed === 'string' ? broken(fixed) : undefined };
});
const resources = { words: new Set(), today: '2026-01-01', retractions: { find: isIn('retracted-citation', 'invalid') }, bibliography: bibliography() };

const counts = new Map();
for (const rule of new Set(examples.map((example) => example.rule))) {
  if (wanted.size > 0 && !wanted.has(rule)) continue;
  const linter = linterOf(rule);
  const own = examples.filter((example) => example.rule === rule);
  const faults = own.map((example) => ({ example, fault: linter === undefined ? 'no such rule' : faultOf(linter, example) }));
  const right = (kind) => faults.filter(({ example, fault }) => example.kind === kind && fault === undefined).length;
  const of = (kind) => own.filter((example) => example.kind === kind).length;
  counts.set(rule, { agree: right('invalid') + right('valid'), all: own.length });
  console.log(`${rule.padEnd(32)} wrong ${right('invalid')} of ${of('invalid')}, right ${right('valid')} of ${of('valid')}`);
  if (!quiet) for (const { example, fault } of faults) if (fault) console.log(`  ${example.kind === 'valid' ? '✓' : '✗'} ${JSON.stringify(example.text)}\n      ${fault}`);
}
const sum = (key) => [...counts.values()].reduce((total, one) => total + one[key], 0);
console.log(`in all ${sum('agree')} of ${sum('all')} examples agree`);

/** Line breaks are written as a sign in the catalogue. */
function broken(text) {
  return text.replace(/ *⏎ */g, '\n');
}

/** This rule and no other, also where it is off by default. */
function linterOf(id) {
  const rule = rules.find(({ meta }) => meta.id === id);
  if (!rule) return undefined;
  return createLinter([rule], resolveConfig([rule], 'recommended', { [id]: rule.meta.severity === 'off' ? 'information' : rule.meta.severity }), resources);
}

/** What differs from the example, or undefined. */
function faultOf(linter, { kind, text, spans, fixed }) {
  const { findings, failures } = linter.lint(parseArticle(text));
  if (failures.length > 0) return `failed: ${failures[0].error}`;
  const found = findings.map(({ start, end }) => text.slice(start, end));
  if (kind === 'valid') return found.length === 0 ? undefined : `marked ${JSON.stringify(found)}: ${findings[0].message}`;
  if (JSON.stringify(found) !== JSON.stringify(spans)) return `marked ${JSON.stringify(found)}, expected ${JSON.stringify(spans)}`;
  if (fixed === undefined) return undefined;
  const after = applyEdits(text, firstFixes(findings));
  return after === fixed || after === fixed + NEW_FOOTNOTE ? undefined : `fixed to ${JSON.stringify(after)}, expected ${JSON.stringify(fixed)}`;
}

/** The edits of the first fix of each finding; an example with a fix offers it only once for the same words. */
function firstFixes(findings) {
  const edits = new Map(findings.flatMap(({ fixes }) => fixes[0]?.edits ?? []).map((edit) => [`${edit.start}-${edit.end}`, edit]));
  return [...edits.values()];
}

/** A list that knows each identifier which stands in the rule's examples of one kind. */
function isIn(rule, kind) {
  const texts = examples.filter((example) => example.rule === rule && example.kind === kind).map(({ text }) => text.toLowerCase());
  return ({ value }) => (texts.some((text) => text.includes(value.toLowerCase())) ? { kind: 'retraction', date: '', notice: '' } : undefined);
}

/** The bibliography that the right examples lean on: it has the keys that they cite. */
function bibliography() {
  const cited = examples.filter(({ rule, kind }) => rule === 'unresolved-citation' && kind === 'valid').flatMap(({ text }) => text.match(/(?<=@)\w+/g) ?? []);
  const entries = [...new Set(cited)].map((key) => ({ key, title: '', authors: [], year: '' }));
  return { entries, get: (key) => entries.find((entry) => entry.key === key) };
}
