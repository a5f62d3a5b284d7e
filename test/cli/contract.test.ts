/** The command line's contract: options, results, exit codes, and what is said when something is wrong. */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { buildProgram, folderWith, type Program, type Run } from './program.js';

let program: Program & { dispose(): void };
beforeAll(async () => {
  program = await buildProgram();
});
afterAll(() => program.dispose());

let folder: { readonly path: string; dispose(): void } | undefined;
afterEach(() => {
  folder?.dispose();
  folder = undefined;
});
const inFolder = (files: Record<string, string | Uint8Array>): void => void (folder = folderWith(files));
const run = (args: string, input?: string | Uint8Array, env?: Record<string, string>): Promise<Run> =>
  program.run(args.split(' ').filter((one) => one !== ''), { ...(folder ? { cwd: folder.path } : {}), ...(input === undefined ? {} : { input }), ...(env ? { env } : {}) });
const file = (name: string): string => readFileSync(join(folder!.path, name), 'utf8');
const lines = (text: string): unknown[] => text.trim().split('\n').map((line) => JSON.parse(line) as unknown);

const SPELLING = { rule: 'test-spelling', severity: 'error', message: '“Kratmo” is misspelt.', data: { word: 'kratmo' } };

describe('json', () => {
  test('files with findings, offsets, lines and fixes; a summary', async () => {
    inFolder({ 'a.md': '\ufeff# Tea\r\n\r\nOn 😀 Kratmo tea.\r\n', 'b.md': 'Fine.' });
    const { out, code } = await run('a.md b.md --format json');
    const start = 16;
    expect(JSON.parse(out)).toEqual({
      files: [
        {
          path: 'a.md',
          findings: [
            {
              ...SPELLING,
              start,
              end: start + 6,
              line: 3,
              column: 7,
              endLine: 3,
              endColumn: 13,
              fixes: [{ title: 'Change to “Kratom”', safety: 'safe', edits: [{ start, end: start + 6, text: 'Kratom' }] }],
            },
          ],
        },
        { path: 'b.md', findings: [] },
      ],
      summary: { files: 2, findings: 1, unreadable: 0, bySeverity: { error: 1, warning: 0, information: 0, hint: 0 }, byRule: { 'test-spelling': 1 } },
    });
    expect(code).toBe(1);
  });

  test('a file that cannot be read has its error; the others go on', async () => {
    inFolder({ 'binary.md': new Uint8Array([0x50, 0x4b, 0, 1]), 'latin.md': new Uint8Array([0x63, 0xe9]), 'wide.md': new Uint8Array([0xff, 0xfe, 0x61, 0]), 'good.md': 'Kratmo.', 'huge.md': '' });
    truncateSync(join(folder!.path, 'huge.md'), 10 * 1024 * 1024 + 1);
    const { out, err, code } = await run('. --format json --fail-on never');
    expect((JSON.parse(out) as { files: unknown[] }).files).toEqual([
      { path: 'binary.md', error: expect.stringContaining('binary') as unknown },
      { path: 'good.md', findings: [expect.objectContaining({ rule: 'test-spelling' })] },
      { path: 'huge.md', error: expect.stringContaining('10 MB can be checked') as unknown },
      { path: 'latin.md', error: expect.stringContaining('not UTF-8') as unknown },
      { path: 'wide.md', error: expect.stringContaining('UTF-16') as unknown },
    ]);
    expect(err.trim().split('\n')).toHaveLength(4);
    expect(code).toBe(0);
    expect((await run('latin.md --format json')).code).toBe(1);
  });

  test('the tick stands only where everything was read', async () => {
    inFolder({ 'binary.md': new Uint8Array([0x50, 0, 1]), 'good.md': 'Fine.' });
    expect((await run('.')).out).toContain('\nNo problems in 1 file. 1 file could not be checked.\n');
    const { out, code } = await run('binary.md');
    expect(out).not.toContain('No problems');
    expect([out.endsWith('\n\n1 file could not be checked.\n'), code]).toEqual([true, 1]);
  });

  test.skipIf(process.platform === 'win32')('a pipe that is named is not waited for', async () => {
    inFolder({ 'good.md': 'Fine.' });
    execFileSync('mkfifo', [join(folder!.path, 'pipe.md')]);
    const { out } = await run('pipe.md good.md --format json');
    expect((JSON.parse(out) as { files: unknown[] }).files).toEqual([{ path: 'pipe.md', error: expect.stringContaining('no regular file') as unknown }, { path: 'good.md', findings: [] }]);
  });

  test('a file of one huge line is read', async () => {
    inFolder({ 'line.md': `${'word '.repeat(200_000)}Kratmo.` });
    const { findings } = (JSON.parse((await run('line.md --format json')).out) as { files: { findings: { line: number; column: number }[] }[] }).files[0]!;
    expect(findings).toMatchObject([{ line: 1, column: 1_000_001 }]);
  });
});

describe('which files', () => {
  test('folders give Markdown that git and the configuration do not leave out; a named file is always read', async () => {
    inFolder({
      'a.md': '',
      'b.markdown': '',
      'c.MDX': '',
      'notes.txt': 'Kratmo.',
      'node_modules/p/README.md': '',
      'out/x.md': '',
      'drafts/x.md': '',
      'deep/er/d.md': '',
      'deep/.gitignore': '!kept.md\n*.tmp.md\n',
      'deep/x.tmp.md': '',
      '.gitignore': 'out/\nkept.md\n',
      '.health-lint.json': '{ "ignore": ["drafts/"] }',
    });
    const paths = async (args: string): Promise<unknown[]> => (JSON.parse((await run(`${args} --format json`)).out) as { files: { path: string }[] }).files.map(({ path }) => path);
    expect(await paths('')).toEqual(['a.md', 'b.markdown', 'c.MDX', 'deep/er/d.md']);
    expect(await paths('lint deep ./a.md a.md notes.txt')).toEqual(['deep/er/d.md', './a.md', 'notes.txt']);
    expect(await paths('drafts/x.md out')).toEqual(['drafts/x.md', 'out/x.md']);
  });

  test('no such path', async () => {
    inFolder({ 'a.md': 'Kratmo.' });
    const { code, out, err } = await run('a.md b.md');
    expect([code, out, err]).toEqual([2, '', 'health-lint: b.md: no such file or folder; check the path.\n']);
  });

  test('a folder without articles says so and is no error', async () => {
    inFolder({ 'a.txt': '' });
    const { code, out, err } = await run('. --format json');
    expect([code, (JSON.parse(out) as { files: unknown[] }).files]).toEqual([0, []]);
    expect(err).toContain('no Markdown files');
  });
});

describe('exit codes', () => {
  test.each([
    ['Kratmo.', '', 1],
    ['Tea cures.', '', 0],
    ['Tea cures.', '--fail-on warning', 1],
    ['Tea cures.', '--fail-on=information', 1],
    ['Kratmo.', '--fail-on never', 0],
    ['Fine.', '--fail-on information', 0],
  ])('%j with %s is %d', async (text, args, code) => {
    inFolder({ 'a.md': text });
    expect((await run(`a.md ${args}`)).code).toBe(code);
  });

  test.each([
    ['--fromat json', 'Did you mean --format?'],
    ['--format yaml', '--format must be one of pretty, json'],
    ['--format', '--format needs a value'],
    ['--fail-on hint', '--fail-on must be one of'],
    ['--jobs zero', '--jobs must be a whole number'],
    ['--fix=yes', '--fix takes no value'],
    ['--stdin a.md', 'leave out the paths'],
    ['--stdin --ndjson', 'choose one'],
    ['--ndjson --format sarif', 'leave out --format'],
    ['claims --fix', 'use --fix with'],
    ['claims --format sarif', '--format must be one of pretty, json, ndjson'],
    ['explain no-such-rule', 'There is no rule'],
    ['explain test-clam', 'Did you mean test-claim?'],
    ['-x', 'Unknown option -x'],
    ['--config missing.json', 'There is no configuration missing.json'],
  ])('%s: one line, code 2', async (args, message) => {
    const { code, out, err } = await run(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
    expect(err.match(/\n/g)).toHaveLength(1);
  });
});

describe('configuration', () => {
  test('the nearest file counts; --config counts for all', async () => {
    inFolder({
      'a.md': 'Kratmo cures.',
      'deep/a.md': 'Kratmo cures.',
      '.health-lint.json': '{ "rules": { "test-claim": "off" } }',
      'deep/.health-lint.json': '{ "rules": { "test-spelling": "off", "test-claim": { "severity": "error" } } }',
      'other.json': '{ "words": ["Kratmo"], "rules": { "test-claim": "off" } }',
    });
    const rulesOf = (out: string): unknown[] => (JSON.parse(out) as { files: { findings: { rule: string }[] }[] }).files.map(({ findings }) => findings.map(({ rule }) => rule));
    expect(rulesOf((await run('. --format json')).out)).toEqual([['test-spelling'], ['test-claim']]);
    expect(rulesOf((await run('. --format json --config other.json')).out)).toEqual([[], []]);
  });

  test('a folder is no configuration', async () => {
    inFolder({ 'a.md': 'Fine.', 'settings/a.json': '{}' });
    const { code, err } = await run('a.md --config settings');
    expect([code, err]).toEqual([2, 'health-lint: --config settings is a folder; name the file in it: --config settings/.health-lint.json\n']);
  });

  test.each([
    ['{ "rules": ', 'not valid JSON'],
    ['{ "rules": { "test-clam": "off" } }', 'Did you mean “test-claim”?'],
    ['{\n  "rules": { "test-claim": "loud" } }', '.health-lint.json:2:28: The value must be'],
  ])('%s stops with a place and a reason', async (config, message) => {
    inFolder({ 'a.md': 'Kratmo.', '.health-lint.json': config });
    const { code, out, err } = await run('a.md');
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
    expect(err.match(/\n/g)).toHaveLength(1);
  });
});

describe('bibliographies', () => {
  test('from the configuration, from the folder, from front matter; a missing one is told once', async () => {
    const bib = (key: string): string => `@article{${key}, title = {Tea}, author = {Smith, A.}, year = 2020}`;
    inFolder({
      'a/refs.bib': bib('near'),
      'a/x.md': 'See source-near, source-own and source-named.',
      'a/y.md': '---\nbibliography: own.bib\n---\n\nSee source-near, source-own and source-named.',
      'a/own.bib.txt': '',
      'b/.health-lint.json': '{ "bibliography": ["../named.bib", "missing.bib"] }',
      'b/x.md': 'See source-near and source-named.',
      'b/y.md': 'See source-named.',
      'named.bib': bib('named'),
    });
    writeFileSync(join(folder!.path, 'a/own.bib'), bib('own'));
    const { out, err } = await run('. --format ndjson --fail-on never');
    expect(lines(out).map((one) => (one as { findings: { start: number; end: number }[] }).findings.length)).toEqual([1, 2, 1, 0]);
    expect(err.match(/missing\.bib/g)).toHaveLength(1);
  });
});

describe('fix', () => {
  test('applies safe fixes, keeps everything else as it is, and a second run changes nothing', async () => {
    inFolder({ 'a.md': '\ufeffKratmo cures.\r\n\r\nMore kratmo.' });
    const first = await run('a.md --fix');
    expect(file('a.md')).toBe('\ufeffKratom cures.\r\n\r\nMore kratom.');
    expect(first.out).toContain('2 problems fixed');
    expect(first.code).toBe(0);
    await run('a.md --fix');
    expect(file('a.md')).toBe('\ufeffKratom cures.\r\n\r\nMore kratom.');
  });

  test('with --stdin the fixed article comes out, the report on standard error', async () => {
    const { out, err } = await run('--stdin --fix', 'Kratmo cures.');
    expect(out).toBe('Kratom cures.');
    expect(err).toContain('test-claim');
  });
});

describe('standard input', () => {
  test('one article', async () => {
    const { out, code } = await run('--stdin --format json', 'Kratmo.');
    expect((JSON.parse(out) as { files: { path: string }[] }).files[0]).toMatchObject({ path: '<stdin>', findings: [SPELLING] });
    expect(code).toBe(1);
  });

  test('its name says which configuration counts', async () => {
    inFolder({ 'sub/.health-lint.json': '{ "rules": { "test-spelling": "off" } }' });
    const { out } = await run('--stdin-path sub/new.md --format ndjson', 'Kratmo.');
    expect(lines(out)).toEqual([{ path: 'sub/new.md', findings: [] }]);
  });

  test('what is no text is named', async () => {
    const { out, code } = await run('--stdin --format json', new Uint8Array([0xff, 0xc0]));
    expect((JSON.parse(out) as { files: unknown[] }).files).toEqual([{ path: '<stdin>', error: expect.stringContaining('UTF-8') as unknown }]);
    expect(code).toBe(1);
  });
});

describe('ndjson', () => {
  test('a result a line, in order, errors among them', async () => {
    const input = [JSON.stringify({ path: 'a', text: 'Kratmo\u2028 is.' }), '{ nonsense', '', '{"path":"b"}', '{"path":"c","text":"Fine."}'].join('\n');
    const { out, code } = await run('--ndjson', input);
    expect(lines(out)).toEqual([
      { path: 'a', findings: [expect.objectContaining(SPELLING)] },
      { path: '', error: expect.stringContaining('Line 2 is not JSON') as unknown },
      { path: 'b', error: expect.stringContaining('Line 4 must be') as unknown },
      { path: 'c', findings: [] },
    ]);
    expect(code).toBe(1);
  });

  test('keeps the order with workers', async () => {
    const texts = Array.from({ length: 400 }, (_, i) => ({ path: String(i), text: `${'Kratmo cures. '.repeat(i % 7 === 0 ? 1500 : 3)}` }));
    const { out } = await run('--ndjson --jobs 2', texts.map((one) => JSON.stringify(one)).join('\n'));
    expect(lines(out).map((one) => (one as { path: string }).path)).toEqual(texts.map(({ path }) => path));
  });

  test('a file that takes all of a worker’s memory is named; the others go on', async () => {
    const small = JSON.stringify({ path: 'small', text: 'Kratmo cures. '.repeat(5000) });
    const large = JSON.stringify({ path: 'large', text: 'Kratmo cures. '.repeat(300_000) });
    const input = `${`${small}\n`.repeat(20)}${large}\n${`${small}\n`.repeat(6)}`;
    const { out, code } = await run('--ndjson --jobs 2 --fail-on never', input, { NODE_OPTIONS: '--max-old-space-size=160' });
    const results = lines(out) as { path: string; error?: string }[];
    expect(results.filter(({ error }) => error !== undefined)).toEqual([{ path: 'large', error: expect.stringContaining('not enough memory') as unknown }]);
    expect([results.length, code]).toEqual([27, 0]);
  }, 60_000);

  test('a line is answered before the next one comes', async () => {
    const child = spawn(process.execPath, [program.script, '--ndjson']);
    const answer = (): Promise<string> => new Promise((resolve) => child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString())));
    for (const path of ['a', 'b']) {
      const answered = answer();
      child.stdin.write(`{"path":"${path}","text":"Fine."}\n`);
      expect(JSON.parse(await answered)).toEqual({ path, findings: [] });
    }
    const ended = new Promise((resolve) => child.on('exit', resolve));
    child.stdin.end();
    expect(await ended).toBe(0);
  });

  test('a reader that leaves early is no error', async () => {
    const child = spawn(process.execPath, [program.script, '--ndjson', '--fail-on', 'never']);
    child.stdin.on('error', () => undefined);
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.stdout.once('data', () => child.stdout.destroy());
    const ended = new Promise((resolve) => child.on('exit', resolve));
    child.stdin.end(`{"path":"a","text":"${'Kratmo cures. '.repeat(200)}"}\n`.repeat(200));
    expect(await ended).toBe(0);
    expect(said).toBe('');
  });

  test.each(['ndjson', 'pretty'])('a reader that leaves early has not seen all: %s', async (format) => {
    inFolder({ 'a.md': 'Kratmo cures. '.repeat(20_000) });
    const child = spawn(process.execPath, [program.script, 'a.md', '--format', format], { cwd: folder!.path });
    child.stdout.once('data', () => child.stdout.destroy());
    expect(await new Promise((resolve) => child.on('exit', resolve))).toBe(1);
  });

  test('files too, as --format ndjson', async () => {
    inFolder({ 'a.md': 'Kratmo.', 'b.md': '' });
    expect(lines((await run('--format ndjson')).out)).toMatchObject([{ path: 'a.md', findings: [SPELLING] }, { path: 'b.md', findings: [] }]);
  });

  test('with --fix the text comes back', async () => {
    const { out } = await run('--ndjson --fix', '{"path":"a","text":"Kratmo cures."}');
    expect(lines(out)).toMatchObject([{ path: 'a', findings: [{ rule: 'test-claim' }], fixed: 1, text: 'Kratom cures.' }]);
  });
});

describe('other commands', () => {
  test('help and version', async () => {
    expect((await run('--help')).out).toContain('health-lint explain [RULE]');
    expect((await run('-h')).code).toBe(0);
    expect((await run('--version')).out).toBe('1.2.3\n');
    expect(readFileSync(program.script, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
  });

  test('explain lists rules, and tells one', async () => {
    expect((await run('explain')).out).toMatch(/test-claim\s+warning\s+suggestion\s+Cures/);
    const { out, code } = await run('explain test-claim');
    expect(code).toBe(0);
    expect(out).toContain('# test-claim');
    expect(out).toContain('Severity: warning');
  });

  test('init writes a configuration that works, and never over another', async () => {
    inFolder({ 'a.md': 'Kratmo.' });
    expect((await run('init')).code).toBe(0);
    expect((await run('a.md')).code).toBe(1);
    writeFileSync(join(folder!.path, '.health-lint.json'), '{}');
    const { code, err } = await run('init');
    expect(code).toBe(2);
    expect(err).toContain('already');
    expect(file('.health-lint.json')).toBe('{}');
  });
});

describe('cache', () => {
  test('gives the same report, and hears of changes', async () => {
    inFolder({ 'a.md': 'Kratmo.', 'b.md': 'Fine.' });
    const first = await run('--cache');
    expect(existsSync(join(folder!.path, '.health-lint-cache/results.json'))).toBe(true);
    expect((await run('--cache')).out).toBe(first.out);
    writeFileSync(join(folder!.path, 'b.md'), 'Kratmo.');
    writeFileSync(join(folder!.path, '.health-lint.json'), '{ "rules": { "test-spelling": "warning" } }');
    const { out, code } = await run('--cache');
    expect(out).toContain('2 warnings');
    expect(code).toBe(0);
  });

  test('a broken cache is no error', async () => {
    inFolder({ 'a.md': 'Kratmo.', '.health-lint-cache/results.json': '[[1], "x", {' });
    expect((await run('--cache')).code).toBe(1);
  });
});
