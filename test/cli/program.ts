/** The command line as a program: bundled once with the test rules, run as a process. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
// @ts-expect-error -- a script without types
import { buildCommandLine } from '../../scripts/command-line.mjs';
import { withTestRules } from '../protocol/bundle.js';

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Program {
  /** Runs in the folder with these arguments. */
  run(args: readonly string[], options?: { readonly input?: string | Uint8Array; readonly cwd?: string; readonly env?: Record<string, string> }): Promise<Run>;
  readonly script: string;
}

/** Bundles the program into a folder of its own; `dispose` removes it. */
export async function buildProgram(): Promise<Program & { dispose(): void }> {
  const outdir = mkdtempSync(join(tmpdir(), 'health-lint-cli-'));
  await buildCommandLine(outdir, withTestRules({ platform: 'node', target: 'node20.19', mainFields: ['module', 'main'], define: { HEALTH_LINT_VERSION: '"1.2.3"' } }));
  writeFileSync(join(outdir, 'package.json'), '{ "type": "module" }');
  const script = join(outdir, 'cli.js');
  return {
    script,
    dispose: () => rmSync(outdir, { recursive: true, force: true }),
    run: (args, { input = '', cwd, env = {} } = {}) =>
      new Promise((resolve, reject) => {
        const child = spawn(process.execPath, [script, ...args], { cwd, env: { PATH: process.env.PATH ?? '', ...(env.XDG_CACHE_HOME ? {} : { NODE_DISABLE_COMPILE_CACHE: '1' }), ...env } });
        const out: Buffer[] = [];
        const err: Buffer[] = [];
        child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
        child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
        child.on('error', reject);
        child.on('close', (code) => resolve({ code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }));
        child.stdin.on('error', () => undefined);
        child.stdin.end(input);
      }),
  };
}

/** A folder with these files; `dispose` removes it. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): { readonly path: string; dispose(): void } {
  const path = mkdtempSync(join(tmpdir(), 'health-lint-files-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  return { path, dispose: () => rmSync(path, { recursive: true, force: true }) };
}
