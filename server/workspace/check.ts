/** Checks one file or text after another: reads, lints, fixes. The command line runs it in its own process or in workers. */
import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { applyEdits, chooseFixes, openCueTable, parseArticle, type CueTable, type Article, type Dictionary, type Linter, type LintResult } from '../../rules/index.js';
import { claimRecords, type ClaimRecord } from './claims.js';
import { openDictionary } from './dictionary.js';
import { linesOf } from './lines.js';
import { nodeFiles } from './node-files.js';
import { linterFor as createPlannedLinter, type Plan } from './plan.js';
import { loadResources, withOwnBibliographies } from './resources.js';
import { recordsOf, type FindingRecord } from './result.js';
import { createSources } from './sources/sources.js';
import { decodeText, MAX_ARTICLE_BYTES, UnreadableText } from './text.js';

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
  /** Path of the rules' packed cues. */
  readonly cues?: string;
  /** ISO date. */
  readonly today: string;
}

/** One file to check (`location`), or a text that is given (`text`). */
export interface Job {
  /** How the file is called in the results. */
  readonly path: string;
  readonly location?: string;
  readonly text?: string;
  /** The folder that paths in the article are relative to. */
  readonly folder?: string;
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
  /** What is wrong with files that the plan names; the same for all jobs of the plan. */
  readonly problems?: readonly string[];
  /** True where the result depends on files that this article alone names. */
  readonly ownFiles?: boolean;
}

export interface Checker {
  run(job: Job): Promise<JobResult>;
}

/** A linter, and what is wrong with the files that its plan names. */
interface PlannedLinter {
  readonly linter: Linter;
  readonly problems: readonly string[];
}

/** How many plans' linters are kept; articles with bibliographies of their own each have one. */
const KEPT_LINTERS = 50;

/** Fixes are applied until nothing is left to fix; a rule whose fixes never end is stopped here. */
const MAX_FIX_ROUNDS = 10;

export function createChecker(settings: CheckSettings): Checker {
  const linters = new Map<string, Promise<PlannedLinter>>();
  const dictionary = lazyDictionary(settings.dictionary);
  const cues = readCues(settings.cues);
  const sources = createSources(nodeFiles);
  const linterFor = (plan: Plan): Promise<PlannedLinter> => {
    const key = JSON.stringify(plan);
    let linter = linters.get(key);
    if (!linter) {
      if (linters.size >= KEPT_LINTERS) linters.clear();
      linter = loadResources(plan, sources, dictionary, settings.today).then(({ resources, problems }) => ({ linter: createPlannedLinter(plan, cues ? { ...resources, cues } : resources, false), problems: problems.map(({ location, message }) => `${location}: ${message}`) }));
      linters.set(key, linter);
    }
    return linter;
  };

  return {
    async run(job) {
      const { path, location } = job;
      try {
        const text = job.text ?? (await readText(location!));
        const article = parseArticle(text);
        if (settings.task === 'claims') return { path, claims: claimRecords(article) };
        const shared = settings.plans[job.plan]!;
        const plan = withOwnBibliographies(shared, nodeFiles, article, job.folder);
        const { linter, problems } = await linterFor(plan);
        const outcome = settings.fix ? await fixAll(job, article, linter) : { text, result: linter.lint(article) };
        return { path, ...reported(outcome, settings), ...(problems.length ? { problems } : {}), ...(plan === shared ? {} : { ownFiles: true }) };
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
  const bytes = await nodeFiles.read(location, MAX_ARTICLE_BYTES);
  if (!bytes) throw new UnreadableText('There is no such file.');
  return decodeText(bytes, MAX_ARTICLE_BYTES);
}

/** A text as it is after fixing, with what is found in it then. */
interface Outcome {
  readonly text: string;
  readonly result: LintResult;
  readonly fixed?: JobResult['fixed'];
}

async function fixAll({ location }: Job, original: Article, linter: Linter): Promise<Outcome> {
  let article = original;
  let result = linter.lint(article);
  let count = 0;
  for (let round = 0; round < MAX_FIX_ROUNDS; round++) {
    const { edits, mended } = chooseFixes(result.findings);
    const text = applyEdits(article.text, edits);
    if (text === article.text) break;
    count += mended;
    article = parseArticle(text);
    result = linter.lint(article);
  }
  const { text } = article;
  if (location !== undefined && text !== original.text) await writeFile(location, text);
  return { text, result, fixed: { count, ...(location === undefined ? { text } : {}) } };
}

function reported({ text, result, fixed }: Outcome, { excerpts }: CheckSettings): Omit<JobResult, 'path'> {
  const findings = recordsOf(text, result.findings);
  const failures = result.failures.map(({ rule, error }) => `rule ${rule} failed: ${String(error)}`);
  return {
    findings,
    ...(excerpts && findings.length ? { excerpts: excerptsOf(text, findings) } : {}),
    ...(fixed ? { fixed } : {}),
    ...(failures.length ? { failures } : {}),
  };
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
    standingOf: (word) => open().standingOf?.(word),
    suggest: (word, limit) => open().suggest?.(word, limit) ?? [],
  };
}

/** The rules' cues; undefined where there is no such file: then they are worked out. */
function readCues(path: string | undefined): CueTable | undefined {
  return path !== undefined && existsSync(path) ? openCueTable(readFileSync(path)) : undefined;
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
