/** Runs jobs side by side and hands out what comes of them in the order of the jobs. */

/**
 * Starts up to `width` jobs ahead of the result that is handed out next, so memory does not grow with the number of jobs.
 * A finished result is handed out at once, even while the next job has not come in yet.
 */
export async function* inOrder<J, R>(jobs: AsyncIterable<J>, run: (job: J) => Promise<R>, width: () => number): AsyncGenerator<R> {
  const iterator = jobs[Symbol.asyncIterator]();
  const running: Promise<R>[] = [];
  let next: Promise<IteratorResult<J>> | undefined = iterator.next();
  try {
    while (next || running.length > 0) {
      const head = running[0];
      const pending: Promise<IteratorResult<J>> | undefined = running.length < width() ? next : undefined;
      const headWins = head !== undefined && (pending === undefined || (await Promise.race([head.then(() => true), pending.then(() => false)])));
      if (headWins) {
        yield await running.shift()!;
        continue;
      }
      const { done, value }: IteratorResult<J> = await pending!;
      if (done) {
        next = undefined;
        continue;
      }
      const job = run(value as J);
      job.catch(() => undefined);
      running.push(job);
      next = iterator.next();
    }
  } finally {
    await iterator.return?.();
  }
}
