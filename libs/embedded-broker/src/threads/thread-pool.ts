import type { Logger } from '../logger.ts';
import { RunningThread, ThreadLimitError } from './running-thread.ts';
import type { ThreadData, ThreadJob } from './task.ts';

/** How long a thread waits for another job before it ends, in milliseconds. It takes some thirty megabytes. */
const idleMs = 10_000;

export interface JobOptions {
  /** How long the job may take from its beginning, in milliseconds; as long as it needs by default. */
  readonly limitMs?: number | undefined;
  /** How long it may wait for others, in milliseconds; as long as it takes by default. */
  readonly patienceMs?: number;
  /** What of its input is handed over rather than copied. */
  readonly transfer?: readonly ArrayBuffer[];
  /** Whether nobody waits for the result any more, so that the job need not begin. */
  readonly isUnwanted?: () => boolean;
}

interface Waiting {
  /** What it holds in memory meanwhile. */
  readonly bytes: number;
  readonly begin: (thread: RunningThread) => void;
  readonly giveUp: (error: Error) => void;
  readonly isUnwanted: () => boolean;
}

/** How many bytes jobs that wait may hold. */
const mostWaitingBytes = 200_000_000;

/**
 * A few threads for work that would hold up every other request. They start when they are needed, and end when they are
 * not; jobs that find none wait in a row.
 */
export class ThreadPool {
  private readonly most: number;
  private readonly mostWaiting: number;
  private readonly data: ThreadData;
  private readonly logger: Logger | undefined;
  private readonly threads = new Set<RunningThread>();
  private readonly idle = new Map<RunningThread, NodeJS.Timeout>();
  private waiting: Waiting[] = [];
  private isClosed = false;

  /**
   * @param options.most how many threads there may be
   * @param options.mostWaiting how many jobs may wait
   */
  constructor(
    data: ThreadData,
    {
      most,
      mostWaiting = 50,
      logger,
    }: { readonly most: number; readonly mostWaiting?: number; readonly logger?: Logger },
  ) {
    this.data = data;
    this.most = most;
    this.mostWaiting = mostWaiting;
    this.logger = logger;
  }

  /**
   * Does a job on one of the threads.
   * @throws ThreadLimitError where too many jobs wait, or it met another limit; else what went wrong on the thread
   */
  do(
    job: ThreadJob,
    { limitMs, patienceMs, transfer = [], isUnwanted = () => false }: JobOptions = {},
  ): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.dropUnwanted();
      const bytes = transfer.reduce((sum, { byteLength }) => sum + byteLength, 0);
      if (this.isFull(bytes) || this.isClosed) {
        reject(new ThreadLimitError('queue'));
        return;
      }
      const waiting: Waiting = {
        bytes,
        begin: (thread) => {
          clearTimeout(timer);
          thread
            .do(job, { limitMs, transfer })
            .finally(() => this.release(thread))
            .then(resolve, reject);
        },
        giveUp: (error) => {
          clearTimeout(timer);
          reject(error);
        },
        isUnwanted,
      };
      const timer = patienceMs === undefined ? undefined : setTimeout(() => this.giveUp(waiting), patienceMs);
      this.waiting.push(waiting);
      this.next();
    });
  }

  /** Ends all threads, and what they do. */
  async close(): Promise<void> {
    this.isClosed = true;
    for (const one of this.waiting.splice(0)) one.giveUp(new ThreadLimitError('queue'));
    for (const timer of this.idle.values()) clearTimeout(timer);
    await Promise.all([...this.threads].map((thread) => thread.end()));
  }

  private dropUnwanted(): void {
    const unwanted = this.waiting.filter((one) => one.isUnwanted());
    this.waiting = this.waiting.filter((one) => !unwanted.includes(one));
    for (const one of unwanted) one.giveUp(new ThreadLimitError('queue'));
  }

  /** Whether so many jobs wait that another one may not, be it that their input takes too much memory. */
  private isFull(bytes: number): boolean {
    if (this.waiting.length >= this.mostWaiting) return true;
    const held = this.waiting.reduce((sum, one) => sum + one.bytes, 0);
    return this.waiting.length > 0 && held + bytes > mostWaitingBytes;
  }

  /** Begins the next job where a thread is free, or may be started. */
  private next(): void {
    this.dropUnwanted();
    if (this.waiting.length === 0) return;
    const thread = this.freeThread();
    if (thread) this.waiting.shift()?.begin(thread);
  }

  /** One that has nothing to do, or a new one; those that ended are forgotten. */
  private freeThread(): RunningThread | undefined {
    for (const [thread, timer] of this.idle) {
      clearTimeout(timer);
      this.idle.delete(thread);
      if (thread.isUsable) return thread;
      this.threads.delete(thread);
    }
    if (this.threads.size >= this.most) return undefined;
    const thread = new RunningThread(this.data, this.logger);
    this.threads.add(thread);
    return thread;
  }

  private release(thread: RunningThread): void {
    const end = () => {
      this.idle.delete(thread);
      this.threads.delete(thread);
      void thread.end();
    };
    this.idle.set(thread, setTimeout(end, idleMs).unref());
    this.next();
  }

  private giveUp(waiting: Waiting): void {
    this.waiting = this.waiting.filter((one) => one !== waiting);
    waiting.giveUp(new ThreadLimitError('time'));
  }
}
