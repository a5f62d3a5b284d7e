/** Reads the command line's arguments. */
import { parseArgs } from 'node:util';

export const FORMATS = ['pretty', 'json', 'ndjson', 'github', 'sarif', 'junit', 'html'] as const;
export type FormatName = (typeof FORMATS)[number];

const CLAIM_FORMATS: readonly FormatName[] = ['pretty', 'json', 'ndjson'];

export const FAIL_LEVELS = ['error', 'warning', 'information', 'never'] as const;
export type FailLevel = (typeof FAIL_LEVELS)[number];

const COMMANDS = ['lint', 'claims', 'explain', 'init'] as const;
export type CommandName = (typeof COMMANDS)[number];

export interface Arguments {
  readonly command: CommandName | 'help' | 'version';
  /** Paths; for `explain`, rule ids. */
  readonly names: readonly string[];
  readonly format: FormatName;
  readonly fix: boolean;
  readonly failOn: FailLevel;
  readonly config: string | undefined;
  readonly stdin: boolean;
  readonly stdinPath: string | undefined;
  readonly ndjson: boolean;
  /** Undefined: as many as there are processors. */
  readonly jobs: number | undefined;
  readonly cache: boolean;
  /** Undefined: as the terminal can. */
  readonly color: boolean | undefined;
}

/** Something that keeps the program from running; the message is one line that says what to do. Exit code 2. */
export class CannotRun extends Error {
  override readonly name = 'CannotRun';
}

const FLAGS = ['fix', 'stdin', 'ndjson', 'cache', 'color', 'no-color', 'help', 'version'] as const;
const VALUES = ['format', 'fail-on', 'config', 'stdin-path', 'jobs'] as const;
const SHORT: Readonly<Record<string, string>> = { h: 'help', v: 'version', V: 'version' };

/**
 * Reads the arguments behind the program's name.
 * @throws {CannotRun} for an unknown option, a missing or wrong value, or options that exclude each other.
 */
export async function readArguments(argv: readonly string[]): Promise<Arguments> {
  const { tokens } = parseArgs({
    args: [...argv],
    options: Object.fromEntries([...FLAGS.map((name) => [name, { type: 'boolean' }] as const), ...VALUES.map((name) => [name, { type: 'string' }] as const)]),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const flags = new Set<string>();
  const values = new Map<string, string>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const name = token.rawName.startsWith('--') ? token.name : (SHORT[token.name] ?? token.name);
    if (includes(FLAGS, name)) {
      if (token.value !== undefined) throw new CannotRun(`--${name} takes no value.`);
      flags.add(name);
    } else if (includes(VALUES, name)) {
      if (token.value === undefined || (token.value.startsWith('--') && !token.inlineValue)) throw new CannotRun(`--${name} needs a value: --${name} ${example(name)}`);
      values.set(name, token.value);
    } else throw new CannotRun(`Unknown option ${token.rawName}.${await hint(name)} \`health-lint --help\` lists the options.`);
  }

  const [first] = positionals;
  const command = flags.has('help') ? 'help' : flags.has('version') ? 'version' : includes(COMMANDS, first) ? first : 'lint';
  const names = includes(COMMANDS, first) ? positionals.slice(1) : positionals;
  const stdin = flags.has('stdin') || values.has('stdin-path') || names.includes('-');
  const result: Arguments = {
    command,
    names: names.filter((name) => name !== '-'),
    format: choice('format', values.get('format') ?? (flags.has('ndjson') ? 'ndjson' : 'pretty'), command === 'claims' ? CLAIM_FORMATS : FORMATS),
    fix: flags.has('fix'),
    failOn: choice('fail-on', values.get('fail-on') ?? 'error', FAIL_LEVELS),
    config: values.get('config'),
    stdin,
    stdinPath: values.get('stdin-path'),
    ndjson: flags.has('ndjson'),
    jobs: jobsOf(values.get('jobs')),
    cache: flags.has('cache'),
    color: flags.has('no-color') ? false : flags.has('color') ? true : undefined,
  };
  checkCombination(result, values.has('format'));
  return result;
}

function checkCombination({ command, names, stdin, ndjson, fix, format }: Arguments, formatGiven: boolean): void {
  if (command === 'help' || command === 'version') return;
  if (ndjson && formatGiven && format !== 'ndjson') throw new CannotRun('--ndjson writes one result a line; leave out --format.');
  if ((stdin || ndjson) && names.length > 0) throw new CannotRun(`${ndjson ? '--ndjson' : '--stdin'} reads standard input; leave out the paths.`);
  if (stdin && ndjson) throw new CannotRun('--stdin reads one article, --ndjson many; choose one.');
  if (command === 'claims' && fix) throw new CannotRun('`claims` only lists; use --fix with `health-lint lint`.');
  if ((command === 'explain' || command === 'init') && (stdin || ndjson)) throw new CannotRun(`\`${command}\` reads no articles; leave out --stdin and --ndjson.`);
  if (command === 'init' && names.length > 0) throw new CannotRun('`init` takes no paths; run it in the folder that is to have a configuration.');
}

function choice<T extends string>(name: string, value: string, allowed: readonly T[]): T {
  if (includes(allowed, value)) return value;
  throw new CannotRun(`--${name} must be one of ${allowed.join(', ')}, not “${value}”.`);
}

function jobsOf(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d+$/.test(value) && Number(value) >= 1 && Number(value) <= 256) return Number(value);
  throw new CannotRun(`--jobs must be a whole number from 1 to 256, not “${value}”.`);
}

function includes<T extends string>(values: readonly T[], value: string | undefined): value is T {
  return (values as readonly (string | undefined)[]).includes(value);
}

function example(name: (typeof VALUES)[number]): string {
  return { format: 'json', 'fail-on': 'warning', config: '.health-lint.json', 'stdin-path': 'article.md', jobs: '4' }[name];
}

/** Loaded only when it is needed: start-up stays short. */
async function hint(name: string): Promise<string> {
  const { nearestName } = await import('../rules/engine/nearest.js');
  const near = nearestName(name, [...FLAGS, ...VALUES]);
  return near ? ` Did you mean --${near}?` : '';
}
