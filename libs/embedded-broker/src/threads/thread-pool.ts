import type { Logger } from '../logger.ts';
import { RunningThread, ThreadLimitError } from './running-thread.ts';
import type { ThreadData, ThreadJob } from './task.ts';

/** How long a thread waits for another job before it ends, in milliseconds. It takes some thirty megabytes. */
const idleMs = 10_000;

export interface JobOptions {
  /** How long the job may take from its beginning, in milliseconds; as long as it needs by default. */
  readonly limitMs?: number;
  /** How long it may wait for others, in milliseconds; as long as it takes by default. */
  readonly patienceMs?: number;
  /** What of its input is handed over rather than copied. */
  readonly transfer?: readonly ArrayBuffer[];
  /** Whether nobody waits for the result any more, so that the job need not begin. */
  readonly isUnwanted?: () => boolean;
}

interface Waiting {
  readonly begin: (thread: RunningThread) => void;
  readonly giveUp: (error: unknown) => void;
  readonly isUnwanted: () => boolean;
}

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
    { limitMs, patienceMs, transfer, isUnwanted = () => false }: JobOptions = {},
  ): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (this.waiting.length >= this.mostWaiting || this.isClosed) {
        reject(new ThreadLimitError('queue'));
        return;
      }
      const waiting: Waiting = {
        begin: (thread) => {
          clearTimeout(timer);
          thread
            .do(job, { limitMs, transfer })
            .finally(() => this.release(thread))
            .then(resolve, reject);
        },
        giveUp: reject,
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

  /** Begins the next job where a thread is free, or may be started. */
  private next(): void {
    while (this.waiting[0]?.isUnwanted()) this.waiting.shift()?.giveUp(new ThreadLimitError('queue'));
    if (this.waiting.length === 0) return;
    const thread = this.freeThread();
    if (thread) this.waiting.shift()?.begin(thread);
  }

  private freeThread(): RunningThread | undefined {
    const [known] = this.idle.entries();
    if (known) {
      clearTimeout(known[1]);
      this.idle.delete(known[0]);
      return known[0];
    }
    if (this.threads.size >= this.most) return undefined;
    const thread = new RunningThread(this.data, this.logger);
    this.threads.add(thread);
    return thread;
  }

  private release(thread: RunningThread): void {
    if (!thread.isUsable) this.threads.delete(thread);
    else {
      const end = () => {
        this.idle.delete(thread);
        this.threads.delete(thread);
        void thread.end();
      };
      this.idle.set(thread, setTimeout(end, idleMs).unref());
    }
    this.next();
  }

  private giveUp(waiting: Waiting): void {
    this.waiting = this.waiting.filter((one) => one !== waiting);
    waiting.giveUp(new ThreadLimitError('time'));
  }
}
