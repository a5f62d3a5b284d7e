/** A list of tests and what came of them: the same for the Node host, the web worker host and desktop VS Code. */

export interface Result {
  readonly title: string;
  readonly state: 'passed' | 'failed';
  readonly ms: number;
  readonly error?: string;
}

interface Test {
  readonly title: string;
  readonly body: () => Promise<void>;
}

const tests: Test[] = [];

export function test(title: string, body: () => Promise<void>): void {
  tests.push({ title, body });
}

/** Runs every test in order; each may take a minute. */
export async function runTests(onResult: (result: Result) => void): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const { title, body } of tests) {
    const start = Date.now();
    let error: string | undefined;
    try {
      await withTimeout(body(), 60_000);
    } catch (thrown) {
      error = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
    }
    const result: Result = { title, state: error === undefined ? 'passed' : 'failed', ms: Date.now() - start, ...(error === undefined ? {} : { error }) };
    results.push(result);
    onResult(result);
  }
  return results;
}

function withTimeout(work: Promise<void>, ms: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`took longer than ${ms / 1000} s`)), ms);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** Polls until `look` finds something; what it waits for is something that only the language server can bring about. */
export async function until<T>(what: string, look: () => T | undefined | false | Promise<T | undefined | false>): Promise<T> {
  const end = Date.now() + 30_000;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`waited 30 s in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export function equal(actual: unknown, expected: unknown, what = 'value'): void {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== b) throw new Error(`${what}: expected ${b}, got ${a}`);
}
