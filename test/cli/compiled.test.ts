/** The code that the command line keeps from run to run: it may be missing, damaged or impossible to write, and nobody notices. */
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildProgram, folderWith, type Program } from './program.js';

let program: Program & { dispose(): void };
const folder = folderWith({ 'article.md': 'Tea bad.\n', home: '' });
const caches = join(folder.path, 'caches');
const kept = join(caches, 'health-lint');
const check = (home = caches): ReturnType<Program['run']> => program.run(['article.md', '--format', 'json'], { cwd: folder.path, env: { XDG_CACHE_HOME: home } });

beforeAll(async () => {
  program = await buildProgram();
});
afterAll(() => {
  program.dispose();
  folder.dispose();
});

const keptByUs = test.skipIf('enableCompileCache' in nodeModule || process.platform === 'win32' || process.platform === 'darwin');

keptByUs('keeps compiled code in the folder for caches, uses it, and makes it anew where it is damaged', async () => {
  const first = await check();
  const files = readdirSync(kept);
  const [path = ''] = files.map((file) => join(kept, file)).sort((a, b) => statSync(b).size - statSync(a).size);
  const code = readFileSync(path);
  expect(await check()).toEqual(first);
  for (const damaged of [Buffer.alloc(0), Buffer.from('ab'), code.subarray(0, code.length / 2), Buffer.from(code).fill(7, 5000, 6000)]) {
    writeFileSync(path, damaged);
    expect(await check()).toEqual(first);
    expect(readFileSync(path).length).toBeGreaterThan(100_000);
    expect(readdirSync(kept)).toEqual(files);
  }
});

keptByUs('removes the code of older versions', async () => {
  const current = readdirSync(kept);
  for (let i = 0; i < 40; i++) writeFileSync(join(kept, `chunk-${i}.code`), '');
  for (const file of current) writeFileSync(join(kept, file), '');
  await check();
  const left = readdirSync(kept);
  expect(left.length).toBeLessThan(30);
  expect(left).toEqual(expect.arrayContaining(current));
});

test('runs without a folder for caches', async () => {
  const plain = await program.run(['article.md', '--format', 'json'], { cwd: folder.path });
  expect(await check(join(folder.path, 'home'))).toEqual(plain);
  mkdirSync(join(folder.path, 'closed'), { mode: 0o500 });
  expect(await check(join(folder.path, 'closed'))).toEqual(plain);
});
