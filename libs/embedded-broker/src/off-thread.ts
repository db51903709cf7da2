import { Worker } from 'node:worker_threads';
import { threadCode } from './thread-code.ts';

/** What a thread is to do. Its input is plain values, its result a text. */
export interface ThreadJob {
  readonly task: 'compare contents' | 'comparison page';
  readonly input: object;
}

/** What a thread says: that it has loaded its code and begins, then what came of it. */
export type ThreadMessage = { readonly begun: true } | { readonly result: string | undefined };

/** How long a thread may take to begin, and a job to wait for those before it, in milliseconds. */
const longestWaitMs = 10_000;
/** A thread with a bigger heap than this is ended, in MB; the broker itself lives on. */
const mostMemoryMb = 512;

/** One job runs at a time: others would only take memory and each other's time. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Does work that would hold up every other request on a thread of its own.
 * @param limitMs how long all of it may take from its beginning
 * @returns undefined when it took longer, or too much memory
 * @throws what went wrong on the thread
 */
export function offThread(job: ThreadJob, limitMs: number): Promise<string | undefined> {
  const deadline = performance.now() + longestWaitMs;
  const turn = last.then(() => {
    const waitMs = deadline - performance.now();
    return waitMs > 0 ? run(job, { waitMs, limitMs }) : undefined;
  });
  last = turn.catch(() => undefined);
  return turn;
}

async function run(
  job: ThreadJob,
  { waitMs, limitMs }: { readonly waitMs: number; readonly limitMs: number },
): Promise<string | undefined> {
  const { code, options } = threadCode();
  const worker = new Worker(code, {
    ...options,
    workerData: job,
    resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb },
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise((resolve, reject) => {
      const endAfter = (ms: number) => {
        clearTimeout(timer);
        timer = setTimeout(() => resolve(undefined), ms);
      };
      endAfter(waitMs);
      worker.on('message', (message: ThreadMessage) => {
        if ('result' in message) resolve(message.result);
        else endAfter(limitMs);
      });
      worker.once('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve(undefined);
        else reject(error);
      });
      worker.once('exit', (code) => reject(new Error(`the thread ended with ${code}`)));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
