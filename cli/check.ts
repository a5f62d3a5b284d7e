/** `health-lint lint` and `health-lint claims`: checks files, standard input or a stream of texts, and reports. */
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Severity } from '../rules/index.js';
import { createChecker, excerptsOf, type Checker, type CheckSettings, type Job, type JobResult } from '../server/workspace/check.js';
import { folderOf } from '../server/workspace/file-system.js';
import { inOrder } from '../server/workspace/in-order.js';
import { locationOf, nodeFiles } from '../server/workspace/node-files.js';
import type { Pool } from '../server/workspace/pool.js';
import { decodeText, MAX_ARTICLE_BYTES, UnreadableText } from '../server/workspace/text.js';
import { VERSION } from '../server/workspace/version.js';
import { type Arguments, type FailLevel } from './arguments.js';
import { bundleFolder } from './bundle.js';
import { openFormat } from './formats/open.js';
import type { Summary } from './formats/format.js';
import { readAll, readLines } from './input.js';
import { createOutput, type Output } from './output.js';
import { createPlans, findTargets, type Plans } from './targets.js';

/** How long jobs run in this process before workers are thought of at all, and how much work must be left for them to pay. */
const ALONE_MILLISECONDS = 250;
const WORTH_MILLISECONDS = 3000;

/** How many jobs are under way for each worker: enough that none waits for the next. */
const AHEAD = 4;

const RANK: Readonly<Record<Severity, number>> = { error: 3, warning: 2, information: 1, hint: 0 };

export async function check(args: Arguments): Promise<number> {
  const plans = await createPlans(args.config);
  const settings = (all: Plans['all']): CheckSettings => ({
    task: args.command === 'claims' ? 'claims' : 'lint',
    plans: all,
    fix: args.fix,
    excerpts: args.format === 'pretty' || args.format === 'html',
    dictionary: fileURLToPath(new URL('dictionary.bin', bundleFolder)),
    cues: fileURLToPath(new URL('chunks/cues.bin', bundleFolder)),
    today: new Date().toISOString().slice(0, 10),
  });
  if (args.ndjson) return report(args, createOutput(process.stdout, true), runAll(linesAsJobs(plans), settings, plans, args));
  if (args.stdin) return checkStdin(args, plans, settings(plans.all));
  const targets = await findTargets(args.names, plans);
  if (targets.length === 0) process.stderr.write(`health-lint: no Markdown files (.md, .markdown, .mdx) in ${args.names.join(', ') || 'this folder'}.\n`);
  return report(args, createOutput(process.stdout), runAll(asStream(targets), settings, plans, args, targets.length));
}

async function checkStdin(args: Arguments, plans: Plans, settings: CheckSettings): Promise<number> {
  const path = args.stdinPath ?? '<stdin>';
  const folder = folderOf(locationOf(args.stdinPath ?? 'stdin.md')) ?? '/';
  const { index } = await plans.of(folder);
  const result = await textOf(await readAll(process.stdin)).then(
    (text) => createChecker({ ...settings, plans: plans.all }).run({ path, text, folder, plan: index }),
    (error: unknown): JobResult => {
      if (error instanceof UnreadableText) return { path, error: error.message };
      throw error;
    },
  );
  if (!args.fix) return report(args, createOutput(process.stdout), asStream([result]));
  const fixed = createOutput(process.stdout);
  if (result.fixed?.text !== undefined) await fixed.write(result.fixed.text);
  await fixed.end();
  return report(args, createOutput(process.stderr), asStream([result]));
}

async function textOf(bytes: Uint8Array): Promise<string> {
  return decodeText(bytes, MAX_ARTICLE_BYTES);
}

async function* linesAsJobs(plans: Plans): AsyncGenerator<Job | JobResult> {
  for await (const line of readLines(process.stdin)) {
    if ('problem' in line) yield { path: line.path, error: line.problem };
    else {
      const folder = folderOf(locationOf(line.path || 'stdin.md')) ?? '/';
      yield { path: line.path, text: line.text, folder, plan: (await plans.of(folder)).index };
    }
  }
}

async function* asStream<T>(items: Iterable<T>): AsyncGenerator<T> {
  yield* items;
}

/** Runs the jobs: at first in this process; when that takes long and there is more to do, in workers. */
async function* runAll(
  jobs: AsyncIterable<Job | JobResult>,
  settingsFor: (plans: Plans['all']) => CheckSettings,
  plans: Plans,
  args: Arguments,
  total?: number,
): AsyncGenerator<JobResult> {
  const size = args.jobs ?? availableParallelism();
  let alone: { readonly checker: Checker; readonly plans: number } | undefined;
  let pool: Promise<Pool> | undefined;
  /** The workers know the plans that there were when they started; a later one is for this process. */
  let plansOfPool = 0;
  let spent = 0;
  let done = 0;

  /** Workers pay where the rest, at the speed so far, takes long; of a stream nobody knows how long it is. Who names a number wants them. */
  const workersPay = (): boolean => {
    if (size < 2 || spent < ALONE_MILLISECONDS) return false;
    if (args.jobs !== undefined) return true;
    return (total === undefined ? spent : (spent / done) * (total - done)) >= WORTH_MILLISECONDS;
  };

  const checkHere = async (job: Job): Promise<JobResult> => {
    if (alone?.plans !== plans.all.length) alone = { checker: createChecker(settingsFor([...plans.all])), plans: plans.all.length };
    const started = Date.now();
    const result = await alone.checker.run(job);
    spent += Date.now() - started;
    done++;
    return result;
  };

  const run = async (job: Job): Promise<JobResult> => {
    if (!pool && !workersPay()) return checkHere(job);
    if (pool && job.plan >= plansOfPool) return checkHere(job);
    pool ??= startPool();
    return (await pool).run(job);
  };

  const startPool = async (): Promise<Pool> => {
    plansOfPool = plans.all.length;
    const { createPool } = await import('../server/workspace/pool.js');
    return createPool(new URL('worker.js', bundleFolder), size, settingsFor([...plans.all]));
  };

  const cached = await throughCache(run, settingsFor(plans.all), args);
  try {
    yield* inOrder(jobs, async (job) => ('plan' in job ? cached.run(job) : job), () => (pool || workersPay() ? size * AHEAD : 1));
  } finally {
    await Promise.all([pool?.then((workers) => workers.close()), cached.save()]);
  }
}

/** With `--cache`, files whose result is known are not checked again. */
async function throughCache(run: Checker['run'], settings: CheckSettings, { cache, fix }: Arguments): Promise<Checker & { save(): Promise<void> }> {
  if (!cache || fix || settings.task !== 'lint') return { run, save: () => Promise.resolve() };
  const { openCache } = await import('../server/workspace/cache.js');
  const results = await openCache(process.cwd(), settings.plans, [fileURLToPath(import.meta.url), settings.dictionary, VERSION, settings.today]);
  return {
    async run(job) {
      const content = job.location === undefined ? undefined : await nodeFiles.read(job.location, MAX_ARTICLE_BYTES).catch(() => undefined);
      if (!content) return run(job);
      const known = results.get(content, job.plan);
      if (known) return { path: job.path, findings: known, ...(settings.excerpts && known.length ? { excerpts: excerptsOf(decodeText(content), known) } : {}) };
      const result = await run(job);
      if (result.findings && !result.failures && !result.problems && !result.ownFiles) results.set(content, job.plan, result.findings);
      return result;
    },
    save: () => results.save(),
  };
}

/** Writes the report while results come in; @returns the exit code. */
async function report(args: Arguments, output: Output, results: AsyncIterable<JobResult>): Promise<number> {
  const format = await openFormat(args);
  const bySeverity = { error: 0, warning: 0, information: 0, hint: 0 };
  const byRule: Record<string, number> = {};
  const summary = { files: 0, findings: 0, claims: 0, unreadable: 0, fixed: 0, fixable: 0, bySeverity, byRule };
  const told = new Set<string>();
  await output.write(format.begin());
  for await (const result of results) {
    summary.files++;
    summary.fixed += result.fixed?.count ?? 0;
    if (result.error !== undefined) summary.unreadable++;
    summary.claims += result.claims?.length ?? 0;
    for (const { severity, rule, fixes } of result.findings ?? []) {
      summary.findings++;
      bySeverity[severity]++;
      byRule[rule] = (byRule[rule] ?? 0) + 1;
      if (fixes.some(({ safety }) => safety === 'safe')) summary.fixable++;
    }
    for (const problem of result.problems ?? []) {
      if (told.has(problem)) continue;
      told.add(problem);
      process.stderr.write(`health-lint: ${problem}\n`);
    }
    for (const failure of result.failures ?? []) process.stderr.write(`health-lint: ${result.path}: ${failure}\n`);
    if (result.error !== undefined && args.format !== 'pretty') process.stderr.write(`health-lint: ${result.path || 'standard input'}: ${result.error}\n`);
    await output.write(format.result(result));
    if (output.closed) break;
  }
  await output.write(format.end(summary));
  await output.end();
  return exitCode(summary, args.failOn, output.closed);
}

/** 1 where a finding is at or above the level, a file could not be read or the reader left before the report's end; `never` is always 0. */
function exitCode({ bySeverity, unreadable }: Summary, failOn: FailLevel, cutShort: boolean): number {
  if (failOn === 'never') return 0;
  const bad = (Object.keys(RANK) as Severity[]).some((severity) => RANK[severity] >= RANK[failOn] && bySeverity[severity] > 0);
  return bad || unreadable > 0 || cutShort ? 1 : 0;
}
