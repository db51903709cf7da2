import { RunningThread } from './running-thread.ts';
import type { ThreadJob } from './task.ts';

/**
 * Does a job on a thread that ends with it.
 * @throws what went wrong on the thread
 */
export async function onThread<Result>(job: ThreadJob): Promise<Result> {
  const thread = new RunningThread({}, undefined);
  try {
    return (await thread.do(job, {})) as Result;
  } finally {
    await thread.end();
  }
}
