/**
 * Loads a program together with the compiled code that an earlier run has kept: most of a short run is spent on compiling.
 * Node does that itself from version 22 on; for older versions it is done here, in the same way.
 */

// Asked for in this way, because an ES module's import of a part of Node reads all that the part exports, and loads what belongs to it.
const { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } = process.getBuiltinModule('node:fs');
const nodeModule = process.getBuiltinModule('node:module');
const { homedir } = process.getBuiltinModule('node:os');
const { basename, dirname, join } = process.getBuiltinModule('node:path');
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
    const known = modules.get(file);
    if (known) return known.exports;
    const module = { exports: {} as unknown };
    modules.set(file, module);
    const run = compile(file, folder, keep).runInThisContext() as Wrapped;
    run(module.exports, (name) => (name.startsWith('.') ? load(join(dirname(file), name)) : nodeRequire(name)), module, file);
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

/** A bundle as a function of what CommonJS provides. */
function compile(file: string, folder: string, keep: boolean): InstanceType<typeof Script> {
  const bytes = readFileSync(file);
  const source = Buffer.concat([OPENING, bytes, CLOSING]).toString();
  if (bytes.length < WORTH_BYTES) return new Script(source, { filename: file });
  // V8 would take the code of another source of the same length.
  const kept = join(folder, `${basename(file, '.cjs')}-${crc32(bytes).toString(16)}-${process.version}-${process.arch}.code`);
  const cachedData = readCode(kept);
  const script = new Script(source, { filename: file, ...(cachedData ? { cachedData } : {}) });
  // At the end, because only then it is known which functions a run needs.
  if (keep && (!cachedData || script.cachedDataRejected)) process.once('exit', () => writeCode(kept, script.createCachedData()));
  return script;
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
