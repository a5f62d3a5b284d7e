/**
 * Loads a program together with the compiled code that an earlier run has kept: most of a short run is spent on compiling.
 * Node does that itself from version 22 on; for older versions it is done here, in the same way.
 */

// Asked for in this way, because an ES module's import of a part of Node reads all that the part exports, and loads what belongs to it.
const { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } = process.getBuiltinModule('node:fs');
const nodeModule = process.getBuiltinModule('node:module');
const { homedir } = process.getBuiltinModule('node:os');
const { basename, dirname, join } = process.getBuiltinModule('node:path');
const { setFlagsFromString } = process.getBuiltinModule('node:v8');
const { Script } = process.getBuiltinModule('node:vm');
const { crc32 } = process.getBuiltinModule('node:zlib');

type Require = (name: string) => unknown;
type Wrapped = (exports: unknown, require: Require, module: { exports: unknown }, path: string) => void;

/** Smaller bundles are compiled faster than their code is looked up. */
const WORTH_BYTES = 10_000;

/** How many bundles' code is kept: those of a few versions. */
const KEPT = 24;

/**
 * Runs the program at this path, a CommonJS bundle that requires other bundles in its folder and Node's own modules.
 * @param keep compiled code that is not known yet is kept when the process ends. A worker leaves that to its parent.
 */
export function runProgram(path: string, keep: boolean): void {
  const folder = process.env.NODE_DISABLE_COMPILE_CACHE ? undefined : cacheFolder();
  const { enableCompileCache } = nodeModule as { readonly enableCompileCache?: (folder: string) => unknown };
  const nodeRequire = nodeModule.createRequire(path);
  if (folder === undefined || enableCompileCache) {
    if (folder !== undefined) enableCompileCache?.(folder);
    nodeRequire(path);
    return;
  }

  const modules = new Map<string, { exports: unknown }>();
  const load = (file: string): unknown => {
    const loaded = modules.get(file);
    if (loaded) return loaded.exports;
    const module = { exports: {} as unknown };
    modules.set(file, module);
    const { script, known } = compile(file, folder, keep);
    const run = script.runInThisContext() as Wrapped;
    const start = (): void => run(module.exports, (name) => (name.startsWith('.') ? load(join(dirname(file), name)) : nodeRequire(name)), module, file);
    if (known) start();
    else withoutBaseline(start);
    return module.exports;
  };
  load(path);
}

/** The person's own folder for what can be made again; nobody else may write there, for what is read from it is run. */
function cacheFolder(): string | undefined {
  try {
    const { NODE_COMPILE_CACHE, XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
    if (NODE_COMPILE_CACHE) return NODE_COMPILE_CACHE;
    const caches =
      process.platform === 'win32' ? (LOCALAPPDATA ?? join(homedir(), 'AppData/Local')) : process.platform === 'darwin' ? join(homedir(), 'Library/Caches') : XDG_CACHE_HOME || join(homedir(), '.cache');
    return join(caches, 'health-lint');
  } catch {
    // A user without a home.
    return undefined;
  }
}

const OPENING = Buffer.from('(function (exports, require, module, __filename) {');
const CLOSING = Buffer.from('\n})');

/**
 * A bundle's body runs once, but as it is long, V8 takes it for one that is worth machine code, notes so in the code that is kept, and makes that machine
 * code at each start. So it is kept from doing that where code is made that will be kept.
 */
function withoutBaseline(action: () => void): void {
  setFlagsFromString('--no-sparkplug');
  try {
    action();
  } finally {
    setFlagsFromString('--sparkplug');
  }
}

/** A bundle as a function of what CommonJS provides; `known` where there is nothing to keep that was not kept before. */
function compile(file: string, folder: string, keep: boolean): { readonly script: InstanceType<typeof Script>; readonly known: boolean } {
  const bytes = readFileSync(file);
  const source = Buffer.concat([OPENING, bytes, CLOSING]).toString();
  if (bytes.length < WORTH_BYTES) return { script: new Script(source, { filename: file }), known: true };
  // V8 would take the code of another source of the same length.
  const kept = join(folder, `${basename(file, '.cjs')}-${crc32(bytes).toString(16)}-${process.version}-${process.arch}.code`);
  const cachedData = readCode(kept);
  const script = new Script(source, { filename: file, ...(cachedData ? { cachedData } : {}) });
  // At the end, because only then it is known which functions a run needs.
  const known = !keep || (cachedData !== undefined && !script.cachedDataRejected);
  if (!known) process.once('exit', () => writeCode(kept, script.createCachedData()));
  return { script, known };
}

/** Code that was kept; undefined where there is none or the file is damaged: V8 does not look for that itself. */
function readCode(path: string): Buffer | undefined {
  try {
    const bytes = readFileSync(path);
    const code = bytes.subarray(0, -4);
    return bytes.readUInt32LE(code.length) === crc32(code) ? code : undefined;
  } catch {
    return undefined;
  }
}

/** Writes a file as a whole and removes the oldest ones. A folder that can't be written is no error: the next run only takes longer. */
function writeCode(path: string, code: Buffer): void {
  const folder = dirname(path);
  const draft = `${path}.${process.pid}.tmp`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const sum = Buffer.alloc(4);
    sum.writeUInt32LE(crc32(code));
    writeFileSync(draft, Buffer.concat([code, sum]), { mode: 0o600 });
    renameSync(draft, path);
    const files = readdirSync(folder).filter((name) => name.endsWith('.code')).map((name) => join(folder, name));
    const byAge = files.map((file) => ({ file, time: statSync(file).mtimeMs })).sort((a, b) => b.time - a.time);
    for (const { file } of byAge.slice(KEPT)) rmSync(file, { force: true });
  } catch {
    try {
      rmSync(draft, { force: true });
    } catch {
      // Nothing was written.
    }
  }
}
