/** What threads can do (`thread.ts`). */
export type TaskName = 'compare contents' | 'comparison page' | 'clean' | 'answer a request';

/** What a thread is to do. Its input is plain values, and so is what comes of it. */
export interface ThreadJob {
  readonly task: TaskName;
  readonly input: object;
}

/** What came of a job, and what of that is handed over rather than copied. */
export interface ThreadResult<Result = unknown> {
  readonly result: Result;
  readonly transfer?: readonly ArrayBuffer[];
}

/**
 * What a thread says of a job: that it is ready and begins, or can't; what came of it; a record for the broker's log.
 */
export type ThreadMessage =
  | { readonly begun: true }
  | { readonly unable: unknown }
  | { readonly result: unknown }
  | { readonly error: unknown }
  | { readonly log: 'info' | 'error'; readonly record: object; readonly message: string };

/** What all jobs of a thread share. */
export interface ThreadData {
  /** For threads that answer requests: the database's path, which file that was, and the settings. */
  readonly broker?: { readonly db: string; readonly file: object; readonly settings: object };
}
