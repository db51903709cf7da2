import type { ThreadJob } from './task.ts';
import { ThreadPool } from './thread-pool.ts';

/**
 * Does a job on a thread that ends with it.
 * @throws what went wrong on the thread
 */
export async function onThread<Result>(job: ThreadJob): Promise<Result> {
  const pool = new ThreadPool({}, { most: 1 });
  try {
    return (await pool.do(job)) as Result;
  } finally {
    await pool.close();
  }
}
