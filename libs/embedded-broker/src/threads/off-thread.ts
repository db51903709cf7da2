import { ThreadLimitError } from './running-thread.ts';
import type { ThreadJob } from './task.ts';
import { ThreadPool } from './thread-pool.ts';

/** How long a job may wait for those before it, in milliseconds. */
const longestWaitMs = 10_000;

/** One job runs at a time: others would only take memory and each other's time. */
const pool = new ThreadPool({}, { most: 1 });

/**
 * Makes a text that needs no database on a thread of its own.
 * @param limitMs how long all of it may take from its beginning
 * @returns undefined when it took longer, or too much memory
 * @throws what went wrong on the thread
 */
export async function offThread(job: ThreadJob, limitMs: number): Promise<string | undefined> {
  try {
    return (await pool.do(job, { limitMs, patienceMs: longestWaitMs })) as string | undefined;
  } catch (error) {
    if (error instanceof ThreadLimitError) return undefined;
    throw error;
  }
}
