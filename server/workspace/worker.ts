/** A worker thread: checks the files that it is told of. */
import { parentPort, workerData } from 'node:worker_threads';
import { createChecker, type CheckSettings, type Job } from './check.js';
import { traceOf } from './errors.js';

const checker = createChecker(workerData as CheckSettings);

/** One file after another: two large ones at once would need the memory of both, and nobody could say which was too large. */
let before: Promise<void> = Promise.resolve();

parentPort?.on('message', ({ id, job }: { readonly id: number; readonly job: Job }) => {
  before = before.then(() =>
    checker.run(job).then(
      (result) => parentPort!.postMessage({ id, result }),
      (error: unknown) => parentPort!.postMessage({ id, error: traceOf(error) }),
    ),
  );
});
