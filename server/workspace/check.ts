/** Checks one file or text after another: reads, lints, fixes. The command line runs it in its own process or in workers. */
import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { applyEdits, editsFor, parseArticle, type Dictionary, type Finding, type Linter } from '../../rules/index.js';
import { claimRecords, type ClaimRecord } from './claims.js';
import { openDictionary } from './dictionary.js';
import { linesOf } from './lines.js';
import { nodeFiles } from './node-files.js';
import { linterFor, type Plan } from './plan.js';
import { loadResources } from './resources.js';
import { recordsOf, type FindingRecord } from './result.js';
import { decodeText, UnreadableText } from './text.js';

/** What is the same for all files of a run. Plain data, so that it can be sent to a worker. */
export interface CheckSettings {
  readonly task: 'lint' | 'claims';
  readonly plans: readonly Plan[];
  /** Applies safe fixes and writes the files. */
  readonly fix: boolean;
  /** Adds the source lines of findings to the results, for reports that show them. */
  readonly excerpts: boolean;
  /** Path of the packed dictionary. */
  readonly dictionary: string;
  /** ISO date. */
  readonly today: string;
}

/** One file to check (`location`), or a text that is given (`text`). */
export interface Job {
  /** How the file is called in the results. */
  readonly path: string;
  readonly location?: string;
  readonly text?: string;
  /** Index into the settings' plans. */
  readonly plan: number;
}

/** What came of a job. Exactly one of `error`, `findings` and `claims` is there. */
export interface JobResult {
  readonly path: string;
  readonly error?: string;
  readonly findings?: readonly FindingRecord[];
  readonly claims?: readonly ClaimRecord[];
  /** For each finding the source line it starts on, without its ending. */
  readonly excerpts?: readonly string[];
  /** How many safe fixes were applied, and the text after them where it was not a file's. */
  readonly fixed?: { readonly count: number; readonly text?: string };
  /** Rules that failed, each with its error. */
  readonly failures?: readonly string[];
}

export interface Checker {
  run(job: Job): Promise<JobResult>;
}

/** Fixes are applied until nothing is left to fix; a rule whose fixes never end is stopped here. */
const MAX_FIX_ROUNDS = 10;

export function createChecker(settings: CheckSettings): Checker {
  const linters = new Map<number, Promise<Linter>>();
  const dictionary = lazyDictionary(settings.dictionary);
  const linterAt = (index: number): Promise<Linter> => {
    let linter = linters.get(index);
    if (!linter) {
      const plan = settings.plans[index]!;
      linter = loadResources(plan, nodeFiles, dictionary, settings.today).then(({ resources }) => linterFor(plan, resources, false));
      linters.set(index, linter);
    }
    return linter;
  };

  return {
    async run(job) {
      const { path, location } = job;
      try {
        const text = job.text ?? (await readText(location!));
        if (settings.task === 'claims') return { path, claims: claimRecords(parseArticle(text)) };
        const linter = await linterAt(job.plan);
        return settings.fix ? await lintAndFix(job, text, linter, settings) : lintOnly(path, text, linter, settings);
      } catch (error) {
        if (error instanceof UnreadableText) return { path, error: error.message };
        const { code } = error as NodeJS.ErrnoException;
        if (code) return { path, error: explain(code, error as Error) };
        throw error;
      }
    },
  };
}

async function readText(location: string): Promise<string> {
  const bytes = await nodeFiles.read(location);
  if (!bytes) throw new UnreadableText('There is no such file.');
  return decodeText(bytes);
}

function lintOnly(path: string, text: string, linter: Linter, { excerpts }: CheckSettings): JobResult {
  const { findings, failures } = linter.lint(parseArticle(text));
  return { path, ...shown(text, findings, excerpts), ...(failures.length ? { failures: failures.map(({ rule, error }) => `rule ${rule} failed: ${String(error)}`) } : {}) };
}

async function lintAndFix({ path, location }: Job, original: string, linter: Linter, { excerpts }: CheckSettings): Promise<JobResult> {
  let text = original;
  let count = 0;
  let result = linter.lint(parseArticle(text));
  for (let round = 0; round < MAX_FIX_ROUNDS; round++) {
    const edits = editsFor(result.findings);
    if (edits.length === 0) break;
    const next = applyEdits(text, edits);
    if (next === text) break;
    count += result.findings.filter(({ fixes }) => fixes.some((fix) => fix.edits.length > 0 && fix.edits.every((edit) => edits.includes(edit)))).length;
    text = next;
    result = linter.lint(parseArticle(text));
  }
  if (location !== undefined && text !== original) await writeFile(location, text);
  const { findings, failures } = result;
  return {
    path,
    ...shown(text, findings, excerpts),
    fixed: { count, ...(location === undefined ? { text } : {}) },
    ...(failures.length ? { failures: failures.map(({ rule, error }) => `rule ${rule} failed: ${String(error)}`) } : {}),
  };
}

function shown(text: string, findings: readonly Finding[], excerpts: boolean): Pick<JobResult, 'findings' | 'excerpts'> {
  const records = recordsOf(text, findings);
  return excerpts && records.length ? { findings: records, excerpts: excerptsOf(text, records) } : { findings: records };
}

/** For each finding the source line it starts on. */
export function excerptsOf(text: string, records: readonly FindingRecord[]): readonly string[] {
  const lines = linesOf(text);
  return records.map(({ line }) => lines.line(line - 1));
}

/** A dictionary that reads its file when the first word is looked up; undefined where there is no file. */
function lazyDictionary(path: string): Dictionary | undefined {
  if (!existsSync(path)) return undefined;
  let opened: Dictionary | undefined;
  const open = (): Dictionary => (opened ??= openDictionary(readFileSync(path)));
  return {
    has: (word) => open().has(word),
    listOf: (word) => open().listOf?.(word),
    suggest: (word, limit) => open().suggest?.(word, limit) ?? [],
  };
}

function explain(code: string, error: Error): string {
  switch (code) {
    case 'EACCES':
    case 'EPERM':
      return 'You may not read or write this file: check its permissions.';
    case 'EISDIR':
      return 'This is a folder, not a file.';
    default:
      return error.message;
  }
}
