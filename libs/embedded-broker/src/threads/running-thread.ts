import { Worker } from 'node:worker_threads';
import type { Logger } from '../logger.ts';
import type { ThreadData, ThreadJob, ThreadMessage } from './task.ts';
import { threadCode } from './thread-code.ts';

/** A thread with a bigger heap than this is ended, in MB; the broker itself lives on. A contract of 50 MB needs most of it. */
const mostMemoryMb = 1024;
/** What a thread has for what it needs only shortly, in MB: large documents are read faster than with the broker's own. */
const youngMemoryMb = 32;
/** How long a thread may take to load its code and open the database, in milliseconds. */
const longestStartMs = 15_000;

type Limit = 'start' | 'time' | 'memory' | 'queue';

/** Why a job has no result though nothing is wrong with it. */
export class ThreadLimitError extends Error {
  readonly limit: Limit;
  constructor(limit: Limit, cause?: unknown) {
    super(`a job on a thread met its limit of ${limit}`, { cause });
    this.limit = limit;
  }
}

interface Doing {
  readonly limitMs: number | undefined;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
  timer?: NodeJS.Timeout;
}

/** A thread, which does one job at a time. */
export class RunningThread {
  private readonly worker: Worker;
  private readonly logger: Logger | undefined;
  private doing: Doing | undefined;
  private isAlive = true;

  constructor(data: ThreadData, logger: Logger | undefined) {
    this.logger = logger;
    const { code, options } = threadCode();
    this.worker = new Worker(code, {
      ...options,
      workerData: data,
      resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb, maxYoungGenerationSizeMb: youngMemoryMb },
    });
    this.worker
      .on('message', (message: ThreadMessage) => this.hear(message))
      .on('error', (error: NodeJS.ErrnoException) => {
        const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
        this.fail(isMemory ? new ThreadLimitError('memory') : error);
      })
      .on('exit', (code) => this.fail(new Error(`the thread ended with ${code}`)))
      // What waits for a result keeps the process alive, not the thread.
      .unref();
  }

  /** Whether it can do another job. */
  get isUsable(): boolean {
    return this.isAlive;
  }

  /**
   * Does a job. After an error other than the job's own the thread can't be used again.
   * @param limitMs how long it may take from its beginning
   * @throws ThreadLimitError where it took too long, or too much memory; what went wrong on the thread
   */
  do(
    job: ThreadJob,
    {
      limitMs,
      transfer = [],
    }: { readonly limitMs?: number | undefined; readonly transfer?: readonly ArrayBuffer[] },
  ): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.doing = { limitMs, resolve, reject };
      this.worker.ref();
      this.endAfter(longestStartMs, 'start');
      this.worker.postMessage(job, [...transfer]);
    });
  }

  /** Ends it, whatever it does. */
  async end(): Promise<void> {
    this.isAlive = false;
    await this.worker.terminate();
  }

  private hear(message: ThreadMessage): void {
    if ('log' in message) this.logger?.[message.log](message.record, message.message);
    else if ('begun' in message) this.endAfter(this.doing?.limitMs, 'time');
    else if ('unable' in message) this.fail(new ThreadLimitError('start', message.unable));
    else {
      const doing = this.rest();
      if ('error' in message) doing?.reject(message.error);
      else doing?.resolve(message.result);
    }
  }

  private endAfter(ms: number | undefined, limit: Limit): void {
    const { doing } = this;
    if (!doing) return;
    clearTimeout(doing.timer);
    if (ms !== undefined) doing.timer = setTimeout(() => this.fail(new ThreadLimitError(limit)), ms);
  }

  /** The job that is over. */
  private rest(): Doing | undefined {
    const { doing } = this;
    this.doing = undefined;
    clearTimeout(doing?.timer);
    this.worker.unref();
    return doing;
  }

  private fail(error: unknown): void {
    void this.end();
    this.rest()?.reject(error);
  }
}
