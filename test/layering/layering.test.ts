/** The arrows between the rooms: rules know nobody, the workspace knows no protocol, only the server speaks LSP. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

function* sourceFiles(folder: string): Iterable<string> {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* sourceFiles(path);
    else if (/\.ts$/.test(name) && !/\.(test|cases|d)\.ts$/.test(name)) yield path;
  }
}

/** Imports of a file: packages by name, own files by their path from the project's root. */
function importsOf(path: string): string[] {
  const specifiers = [...readFileSync(path, 'utf8').matchAll(/(?:from|import|require\()\s*['"]([^'"]+)['"]/g)].map((match) => match[1]!);
  return specifiers.map((one) => (one.startsWith('.') ? relative(root, resolve(dirname(path), one)) : one));
}

const importsIn = (folder: string): { file: string; imported: string }[] =>
  [...sourceFiles(join(root, folder))].flatMap((path) => importsOf(path).map((imported) => ({ file: relative(root, path), imported })));

const offenders = (folder: string, wrong: (imported: string, file: string) => boolean): string[] =>
  importsIn(folder)
    .filter(({ imported, file }) => wrong(imported, file))
    .map(({ file, imported }) => `${file} -> ${imported}`);

const inRoom = (imported: string, ...rooms: string[]): boolean => rooms.some((room) => imported.startsWith(`${room}/`));
const isNode = (imported: string): boolean => imported.startsWith('node:');

describe('layers', () => {
  test('rules are pure: nothing of ours outside, no Node, no editor, no protocol', () => {
    expect(offenders('rules', (imported) => inRoom(imported, 'server', 'client', 'cli', 'test', 'scripts') || isNode(imported) || /^vscode/.test(imported))).toEqual([]);
  });
  test('rules ask neither clock nor chance nor console', () => {
    const impure = [...sourceFiles(join(root, 'rules'))].filter((path) => /\bDate\.now\(|new Date\(\)|Math\.random\(|\bconsole\.|\bprocess\./.test(readFileSync(path, 'utf8')));
    expect(impure).toEqual([]);
  });
  test('the workspace does IO without LSP', () => {
    expect(offenders('server/workspace', (imported) => /^vscode-(?!uri)/.test(imported) || inRoom(imported, 'client', 'cli') || /^server\/(?!workspace)/.test(imported))).toEqual([]);
  });
  test('only the server speaks LSP, and only the client knows the editor', () => {
    for (const room of ['rules', 'cli']) expect(offenders(room, (imported) => /^vscode-language(server|client)/.test(imported)), room).toEqual([]);
    for (const room of ['rules', 'server', 'cli']) expect(offenders(room, (imported) => imported === 'vscode'), room).toEqual([]);
  });
  test('the client is thin: of ours it knows only the protocol', () => {
    expect(offenders('client', (imported) => inRoom(imported, 'rules', 'cli') || (inRoom(imported, 'server') && !/^server\/protocol/.test(imported)))).toEqual([]);
  });
  test('the command line knows rules and workspace', () => {
    expect(offenders('cli', (imported) => inRoom(imported, 'client') || (inRoom(imported, 'server') && !inRoom(imported, 'server/workspace')))).toEqual([]);
  });
  test('the network is asked in one place, which only commands lead to', () => {
    const everything = ['rules', 'server', 'client', 'cli'].flatMap((room) => [...sourceFiles(join(root, room))]);
    const asking = everything.filter((path) => /\bfetch\(|XMLHttpRequest|WebSocket|['"]node:(?:https?|net|tls|dgram)['"]/.test(readFileSync(path, 'utf8'))).map((path) => relative(root, path));
    expect(asking).toEqual(['server/citations/download.ts']);
    const leading = importsIn('server').filter(({ imported }) => imported === 'server/citations/download.js').map(({ file }) => file);
    expect(leading.sort()).toEqual(['server/citations/catalogues.ts', 'server/citations/commands.ts']);
  });
  test('no file is too long to be read in one go, data and generated files aside', () => {
    const long = ['rules', 'server', 'client', 'cli'].flatMap((room) => [...sourceFiles(join(root, room))].filter((path) => !/generated/.test(path) && readFileSync(path, 'utf8').split('\n').length > 400).map((path) => relative(root, path)));
    expect(long).toEqual([]);
  });
});
