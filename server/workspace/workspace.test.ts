/** The workspace's small parts: lines, text, locations, order, edits of configurations, excerpts of lines. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits, readConfigFile } from '../../rules/index.js';
import { createConfigSearch } from './config-search.js';
import { withWord } from './config-edit.js';
import { folderOf, isWithin, relativeTo, type FileSystem } from './file-system.js';
import { inOrder } from './in-order.js';
import { linesOf } from './lines.js';
import { isSelected } from './selection.js';
import { decodeText, UnreadableText } from './text.js';
import { walk } from './walk.js';

/** Files in memory, by absolute path. */
function filesOf(contents: Readonly<Record<string, string>>): FileSystem {
  return {
    read: async (location) => (location in contents ? new TextEncoder().encode(contents[location]) : undefined),
    async list(folder) {
      const base = folder === '/' ? '/' : `${folder}/`;
      const names = new Map<string, 'file' | 'folder'>();
      for (const path of Object.keys(contents)) {
        if (!path.startsWith(base)) continue;
        const [name, ...rest] = path.slice(base.length).split('/');
        names.set(name!, rest.length > 0 ? 'folder' : 'file');
      }
      return names.size > 0 ? [...names].map(([name, type]) => ({ name, type })) : undefined;
    },
    join: (folder, name) => `${folder === '/' ? '' : folder}/${name}`,
  };
}

describe('lines', () => {
  test('every ending of the protocol ends a line', () => {
    const lines = linesOf('a\nbc\r\nd\re');
    expect(lines.starts).toEqual([0, 2, 6, 8]);
    expect(lines.at(4)).toEqual({ line: 1, column: 2 });
    expect(lines.at(99)).toEqual({ line: 3, column: 1 });
    expect([0, 1, 2, 3, 4].map((index) => lines.line(index))).toEqual(['a', 'bc', 'd', 'e', '']);
  });

  test('a place leads back to its offset', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '\n', '\r', '\r\n', '😀') }), fc.nat(60), (text, offset) => {
        const lines = linesOf(text);
        const wanted = Math.min(offset, text.length);
        const { line, column } = lines.at(offset);
        expect(lines.starts[line]! + column).toBe(wanted);
      }),
    );
  });
});

describe('text', () => {
  const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
  test('a byte-order mark stays', () => expect(decodeText(bytes(0xef, 0xbb, 0xbf, 0x61))).toBe('\ufeffa'));
  test('an empty file is a text', () => expect(decodeText(bytes())).toBe(''));
  test.each([
    [bytes(0xc3), 'UTF-8'],
    [bytes(0x61, 0, 0x62), 'binary'],
    [bytes(0xff, 0xfe, 0x61, 0), 'UTF-16'],
    [bytes(0xed, 0xa0, 0x80), 'UTF-8'],
  ])('%j is none: %s', (content, reason) => {
    expect(() => decodeText(content)).toThrow(UnreadableText);
    expect(() => decodeText(content)).toThrow(reason);
  });
});

describe('locations', () => {
  test.each([
    ['/a/b.md', '/a'],
    ['/a', '/'],
    ['/', undefined],
    ['file:///a/b.md', 'file:///a'],
    ['file:///a', undefined],
    ['vscode-vfs://github/owner/repo/a.md', 'vscode-vfs://github/owner/repo'],
    ['untitled:Untitled-1', undefined],
  ])('the folder of %s is %s', (location, folder) => expect(folderOf(location)).toBe(folder));

  test('within and relative', () => {
    expect([isWithin('/a/b', '/a'), isWithin('/ab', '/a'), isWithin('/a', '/a'), isWithin('/a', '/')]).toEqual([true, false, true, true]);
    expect(relativeTo('/a/b c.md', '/a')).toBe('b c.md');
    expect(relativeTo('file:///a/b%20c.md', 'file:///a')).toBe('b c.md');
    expect(relativeTo('/a/100%.md', '/a')).toBe('100%.md');
  });
});

describe('walking', () => {
  const collect = async (files: FileSystem, folder: string): Promise<string[]> => {
    const found: string[] = [];
    for await (const location of walk(files, folder)) found.push(location);
    return found;
  };

  test('git’s own rules, nearest first, also from above within the repository', async () => {
    const files = filesOf({
      '/home/.gitignore': '*.md',
      '/home/repo/.git/HEAD': '',
      '/home/repo/.gitignore': 'build/\n*.draft.md\n',
      '/home/repo/docs/.gitignore': '!kept.draft.md\n/only-here.md\n',
      '/home/repo/docs/a.md': '',
      '/home/repo/docs/b.draft.md': '',
      '/home/repo/docs/kept.draft.md': '',
      '/home/repo/docs/only-here.md': '',
      '/home/repo/docs/deep/only-here.md': '',
      '/home/repo/docs/build/x.md': '',
      '/home/repo/docs/node_modules/p/x.md': '',
    });
    const expected = ['/home/repo/docs/a.md', '/home/repo/docs/kept.draft.md', '/home/repo/docs/deep/only-here.md'];
    expect(await collect(files, '/home/repo')).toEqual(expected);
    expect(await collect(files, '/home/repo/docs')).toEqual(expected);
    expect(await collect(files, '/home/repo/docs/build')).toEqual(['/home/repo/docs/build/x.md']);
  });

  test('outside of a repository nothing above counts', async () => {
    expect(await collect(filesOf({ '/x/.gitignore': '*.md', '/x/y/a.md': '' }), '/x/y')).toEqual(['/x/y/a.md']);
  });
});

describe('configuration files', () => {
  test('each is read once, up to the top', async () => {
    const reads: string[] = [];
    const base = filesOf({ '/a/.health-lint.json': '{ "extends": "strict" }', '/.health-lint.json': '{}' });
    const search = createConfigSearch({ ...base, read: (location) => (reads.push(location), base.read(location)) }, { isTop: async (folder) => folder === '/b' });
    expect((await search.nearest('/a/b/c'))?.config).toEqual({ extends: 'strict' });
    expect((await search.nearest('/a/b/d'))?.location).toBe('/a/.health-lint.json');
    expect((await search.nearest('/c'))?.location).toBe('/.health-lint.json');
    expect(await search.nearest('/b/x')).toBeUndefined();
    expect(await search.nearest('/a/b/c', '/a/b')).toBeUndefined();
    expect(new Set(reads).size).toBe(reads.length - 2);
  });

  test('one that cannot be read has its problem', async () => {
    const search = createConfigSearch({ ...filesOf({}), read: async () => Uint8Array.of(0xff) });
    expect(await search.nearest('/a')).toMatchObject({ malformed: true, problems: [{ start: 0, end: 0, message: expect.stringContaining('UTF-8') as unknown }] });
  });

  test('include and ignore', async () => {
    const loaded = (await createConfigSearch(filesOf({ '/a/.health-lint.json': '{ "include": ["./docs/**/*.{md,mdx}", "*.md"], "ignore": ["old/", "!docs/old/kept.md"] }' })).nearest('/a'))!;
    const selected = ['/a/x.md', '/a/docs/y.mdx', '/a/docs/old/z.md', '/a/src/x.md', '/b/x.md'].filter((location) => isSelected(location, loaded));
    expect(selected).toEqual(['/a/x.md', '/a/docs/y.mdx', '/b/x.md']);
  });

  test.each(['', '{}', '{\n\t"rules": {}\n}\n', '{ "words": [] }', '{ "words": ["b",], /* ours */ }', '{ "words": 3 }', '// nothing\n{\r\n  "extends": "strict"\r\n}'])('a word is added to %j once, and nothing else changes', (text) => {
    const after = applyEdits(text, withWord(text, 'Kratom'));
    const read = readConfigFile(after, []);
    expect(read.config.words).toContain('kratom');
    expect(read.config.extends).toBe(readConfigFile(text, []).config.extends);
    expect(after.includes('ours')).toBe(text.includes('ours'));
    expect(withWord(after, 'KRATOM')).toEqual([]);
  });
});

describe('in order', () => {
  async function* numbers(count: number): AsyncGenerator<number> {
    for (let i = 0; i < count; i++) yield i;
  }

  test('results come in the order of jobs, never more under way than allowed', async () => {
    let running = 0;
    let most = 0;
    const job = async (i: number): Promise<number> => {
      most = Math.max(most, ++running);
      for (let turn = 0; turn < (i * 7) % 5; turn++) await new Promise((resolve) => setImmediate(resolve));
      running--;
      return i;
    };
    const results: number[] = [];
    for await (const result of inOrder(numbers(50), job, () => 4)) results.push(result);
    expect(results).toEqual(Array.from({ length: 50 }, (_, i) => i));
    expect(most).toBe(4);
  });

  test('a result is handed out while the next job is still to come', async () => {
    let release: (() => void) | undefined;
    async function* slow(): AsyncGenerator<number> {
      yield 1;
      await new Promise<void>((resolve) => (release = resolve));
      yield 2;
    }
    const results = inOrder(slow(), async (i) => i, () => 4);
    expect((await results.next()).value).toBe(1);
    release!();
    expect((await results.next()).value).toBe(2);
    expect((await results.next()).done).toBe(true);
  });

  test('a job that fails ends the run', async () => {
    const run = async (): Promise<void> => {
      for await (const result of inOrder(numbers(10), async (i) => (i === 3 ? Promise.reject(new Error('three')) : i), () => 4)) expect(result).toBeLessThan(3);
    };
    await expect(run()).rejects.toThrow('three');
  });
});
