/** Worker threads that check files. */
import { Worker } from 'node:worker_threads';
import type { Checker, CheckSettings, Job, JobResult } from './check.js';

export interface Pool extends Checker {
  readonly size: number;
  close(): Promise<void>;
}

interface Waiting {
  readonly job: Job;
  resolve(result: JobResult): void;
  reject(error: unknown): void;
}

interface Member {
  worker: Worker;
  /** In the order in which the worker takes them: the first is the one it is at. */
  readonly waiting: Map<number, Waiting>;
}

/**
 * Starts `size` workers from the bundle `script`. A worker that runs out of memory is replaced, and only the file it was at
 * counts as not checked; one that dies of anything else takes its jobs with it: they fail.
 */
export function createPool(script: URL, size: number, settings: CheckSettings): Pool {
  let count = 0;
  let closed = false;

  const start = (member: Member): Worker => {
    const worker = new Worker(script, { workerData: settings });
    const fail = (error: unknown): void => {
      for (const { reject } of member.waiting.values()) reject(error);
      member.waiting.clear();
    };
    worker.on('message', ({ id, result, error }: { id: number; result?: JobResult; error?: string }) => {
      const waiting = member.waiting.get(id);
      member.waiting.delete(id);
      if (result) waiting?.resolve(result);
      else waiting?.reject(new Error(error));
    });
    worker.on('error', (error: NodeJS.ErrnoException) => {
      const [first] = member.waiting;
      if (error.code !== 'ERR_WORKER_OUT_OF_MEMORY' || !first || closed) return fail(error);
      const [id, { job, resolve }] = first;
      member.waiting.delete(id);
      resolve({ path: job.path, error: 'There is not enough memory to check this file. Split it.' });
      member.worker = start(member);
      for (const [next, waiting] of member.waiting) member.worker.postMessage({ id: next, job: waiting.job });
    });
    worker.on('exit', (code) => {
      if (!closed && member.worker === worker) fail(new Error(`A worker ended early (exit code ${code}).`));
    });
    return worker;
  };

  const members = Array.from({ length: size }, (): Member => {
    const member = { waiting: new Map<number, Waiting>() } as Member;
    member.worker = start(member);
    return member;
  });
  return {
    size,
    run(job: Job) {
      const member = members.reduce((least, one) => (one.waiting.size < least.waiting.size ? one : least));
      return new Promise((resolve, reject) => {
        const id = count++;
        member.waiting.set(id, { job, resolve, reject });
        member.worker.postMessage({ id, job });
      });
    },
    async close() {
      closed = true;
      await Promise.all(members.map(({ worker }) => worker.terminate()));
    },
  };
}
