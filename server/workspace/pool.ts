/** Worker threads that check files. */
import { Worker } from 'node:worker_threads';
import type { Checker, CheckSettings, Job, JobResult } from './check.js';

export interface Pool extends Checker {
  readonly size: number;
  close(): Promise<void>;
}

interface Member {
  readonly worker: Worker;
  readonly waiting: Map<number, { resolve(result: JobResult): void; reject(error: unknown): void }>;
}

/** Starts `size` workers from the bundle `script`. A worker that dies takes its jobs with it: they fail. */
export function createPool(script: URL, size: number, settings: CheckSettings): Pool {
  let count = 0;
  let closed = false;
  const members = Array.from({ length: size }, (): Member => {
    const member: Member = { worker: new Worker(script, { workerData: settings }), waiting: new Map() };
    const fail = (error: unknown): void => {
      for (const { reject } of member.waiting.values()) reject(error);
      member.waiting.clear();
    };
    member.worker.on('message', ({ id, result, error }: { id: number; result?: JobResult; error?: string }) => {
      const waiting = member.waiting.get(id);
      member.waiting.delete(id);
      if (result) waiting?.resolve(result);
      else waiting?.reject(new Error(error));
    });
    member.worker.on('error', fail);
    member.worker.on('exit', (code) => {
      if (!closed) fail(new Error(`A worker ended early (exit code ${code}).`));
    });
    return member;
  });
  return {
    size,
    run(job: Job) {
      const member = members.reduce((least, one) => (one.waiting.size < least.waiting.size ? one : least));
      return new Promise((resolve, reject) => {
        const id = count++;
        member.waiting.set(id, { resolve, reject });
        member.worker.postMessage({ id, job });
      });
    },
    async close() {
      closed = true;
      await Promise.all(members.map(({ worker }) => worker.terminate()));
    },
  };
}
