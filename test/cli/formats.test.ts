/** Report formats: their shapes, and that no text of an article breaks out of them. */
import type { Log } from 'sarif';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildProgram, folderWith, type Program } from './program.js';

let program: Program & { dispose(): void };
let folder: ReturnType<typeof folderWith>;
const NAME = 'odd "name" & <b>, 100%: x.md';
beforeAll(async () => {
  program = await buildProgram();
  folder = folderWith({
    [NAME]: 'A <script>alert("1")</script> & kratmo, 50%.\n\nTea cures\u0001 it.\n',
    'clean.md': 'Fine.',
    'binary.md': new Uint8Array([0, 1, 2]),
  });
});
afterAll(() => {
  program.dispose();
  folder.dispose();
});
const report = async (format: string, ...more: string[]): Promise<string> => (await program.run(['.', '--format', format, ...more], { cwd: folder.path })).out;

describe('sarif', () => {
  test('has the shape of SARIF 2.1.0', async () => {
    const log = JSON.parse(await report('sarif')) as Log;
    expect(log.version).toBe('2.1.0');
    const [run] = log.runs;
    expect(run!.columnKind).toBe('utf16CodeUnits');
    expect(run!.tool.driver).toMatchObject({ name: 'health-lint', version: '1.2.3' });
    expect(run!.tool.driver.rules!.map(({ id }) => id)).toEqual(['test-spelling', 'test-claim', 'test-broken', 'test-source']);
    const results = run!.results!;
    expect(results.map(({ ruleId, level, ruleIndex }) => [ruleId, level, ruleIndex])).toEqual([
      ['test-spelling', 'error', 0],
      ['test-claim', 'warning', 1],
    ]);
    for (const { ruleId, ruleIndex } of results) expect(run!.tool.driver.rules![ruleIndex!]!.id).toBe(ruleId);
    const location = results[0]!.locations![0]!.physicalLocation!;
    expect(decodeURIComponent(location.artifactLocation!.uri!)).toBe(NAME);
    expect(location.artifactLocation!.uri).toMatch(/^[\w.~!$&'()*+,;=@%-]+$/);
    expect(location.region).toMatchObject({ startLine: 1, endLine: 1, startColumn: 33, endColumn: 39, charOffset: 32, charLength: 6 });
    expect(results[0]!.fixes![0]!.artifactChanges[0]!.replacements[0]).toEqual({ deletedRegion: { charOffset: 32, charLength: 6 }, insertedContent: { text: 'kratom' } });
    expect(new Set(results.map(({ partialFingerprints }) => JSON.stringify(partialFingerprints))).size).toBe(results.length);
    expect(run!.invocations).toMatchObject([{ executionSuccessful: false, toolExecutionNotifications: [{ level: 'error', message: { text: expect.stringContaining('binary') as unknown } }] }]);
  });
});

describe('junit', () => {
  test('a suite for each file, a failure for each finding, an error for what cannot be read', async () => {
    const xml = await report('junit');
    expect(xml.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites')).toBe(true);
    expect(xml.match(/<testsuite /g)).toHaveLength(3);
    expect(xml).toContain('tests="2" failures="2" errors="0"');
    expect(xml).toContain('tests="1" failures="0" errors="0"');
    expect(xml).toContain('tests="1" failures="0" errors="1"');
    expect(xml).toContain('name="odd &#34;name&#34; &#38; &#60;b&#62;, 100%: x.md"');
    expectBalanced(xml);
  });
});

describe('github', () => {
  test('one command a finding; what would end a property is escaped', async () => {
    const text = await report('github');
    const commands = text.split('\n').filter((line) => line.startsWith('::'));
    expect(commands).toHaveLength(3);
    expect(commands.find((line) => line.startsWith('::error file=odd'))).toBe(
      '::error file=odd "name" & <b>%2C 100%25%3A x.md,line=1,endLine=1,col=33,endColumn=39,title=test-spelling::“kratmo” is misspelt.',
    );
    expect(commands.find((line) => line.includes('binary.md'))).toContain('::error file=binary.md,title=Health Lint::');
  });
});

describe('html', () => {
  test('nothing of the article becomes markup', async () => {
    const html = await report('html');
    expect(html).toContain('<!doctype html>');
    expect(html).not.toContain('<script');
    expect(html).not.toContain('<b>,');
    expect(html).toContain('&#60;script&#62;alert(&#34;1&#34;)&#60;/script&#62; &#38; <mark>kratmo</mark>, 50%.');
    expect(html).not.toContain('\u0001');
    expect(html).toContain("default-src 'none'");
    expect(html).toContain('<td><code>test-spelling</code></td><td>1</td>');
  });
});

describe('pretty', () => {
  test('line, severity, message, rule, the words underlined, what to do', async () => {
    const text = await report('pretty');
    expect(text).toContain(NAME);
    const lines = text.split('\n');
    const at = lines.findIndex((line) => line.includes('test-spelling'));
    expect(lines[at]).toMatch(/^ +1:33 +error +“kratmo” is misspelt\. +test-spelling$/);
    expect(lines[at + 1]!.indexOf('kratmo')).toBe(lines[at + 2]!.indexOf('~~~~~~'));
    expect(lines[at + 3]).toContain('fix: Change to “kratom”');
    expect(text).toContain('2 problems in 2 files: 1 error, 1 warning. 1 file could not be checked.');
    expect(text).toContain('health-lint --fix .');
    expect(text).not.toContain('\u0001');
  });

  test('colours where they are wanted, and only there', async () => {
    const escape = '\u001b[';
    expect(await report('pretty')).not.toContain(escape);
    expect(await report('pretty', '--color')).toContain(escape);
    expect((await program.run(['.', '--color', '--no-color'], { cwd: folder.path })).out).not.toContain(escape);
    expect((await program.run(['.'], { cwd: folder.path, env: { FORCE_COLOR: '1' } })).out).toContain(escape);
    expect((await program.run(['.'], { cwd: folder.path, env: { FORCE_COLOR: '1', NO_COLOR: '1' } })).out).not.toContain(escape);
  });
});

describe('claims', () => {
  test('every claim with its place, strength and sources', async () => {
    const { out, code } = await program.run(['claims', '--stdin', '--format', 'ndjson'], { input: 'Kratom reduces pain.[^1]\n\n[^1]: Smith 2020.\n' });
    expect(code).toBe(0);
    const { path, claims } = JSON.parse(out) as { path: string; claims: unknown[] };
    expect(path).toBe('<stdin>');
    expect(claims[0]).toMatchObject({ start: 0, end: 19, text: 'Kratom reduces pain', sentence: { start: 0 }, exposure: 'Kratom', relation: 'reduces', outcome: 'pain', strength: 'direct', direction: 'benefit', sources: ['1'] });
  });
});

/** Every element that is opened is closed, in the right order. */
function expectBalanced(xml: string): void {
  const open: string[] = [];
  for (const [, close, name, empty] of xml.matchAll(/<(\/?)([a-z]+)(?:\s+[a-z]+="[^"<>&]*(?:&#?\w+;[^"<>&]*)*")*\s*(\/?)>/g)) {
    if (close) expect(open.pop()).toBe(name);
    else if (!empty) open.push(name!);
  }
  expect(open).toEqual([]);
}
