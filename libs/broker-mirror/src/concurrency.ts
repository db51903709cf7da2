import { MirrorInterruptedError } from './errors.ts';

/** A piece of work. Tasks with a key in common run one after another, in the order of the list. */
export interface Task {
  readonly orderKeys: readonly string[];
  run(): Promise<void>;
}

export interface ConcurrencyOptions {
  /** Runs work once fewer than so many others run, as `p-limit` does; how many may be changed while they run. */
  readonly limit: (work: () => Promise<void>) => Promise<void>;
  readonly signal?: AbortSignal | undefined;
  /** Called after each task. */
  readonly onDone?: (() => void) | undefined;
}

/**
 * Runs tasks at the same time, as far as their order keys allow. After a failure or an abort no task starts; running
 * tasks are awaited.
 * @throws the first failure; MirrorInterruptedError after an abort
 */
export async function runTasks(tasks: readonly Task[], options: ConcurrencyOptions): Promise<void> {
  const { limit, signal, onDone } = options;
  const lastTasks = new Map<string, Promise<void>>();
  const failures: unknown[] = [];
  const perform = async (task: Task) => {
    if (failures.length > 0) return;
    try {
      if (signal?.aborted) throw new MirrorInterruptedError();
      await task.run();
      onDone?.();
    } catch (error) {
      failures.push(error);
    }
  };
  for (const task of tasks) {
    const before = task.orderKeys.flatMap((key) => lastTasks.get(key) ?? []);
    const done = Promise.all(before).then(() => limit(() => perform(task)));
    for (const key of task.orderKeys) lastTasks.set(key, done);
  }
  await Promise.all(lastTasks.values());
  if (failures.length > 0) throw failures[0];
}

/**
 * The results of some work on each item, in the order of the items.
 * @throws as `runTasks`
 */
export async function mapConcurrently<T, R>(
  items: readonly T[],
  options: ConcurrencyOptions,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const tasks = items.map((item, i) => ({
    orderKeys: [String(i)],
    run: async () => {
      results[i] = await work(item);
    },
  }));
  await runTasks(tasks, options);
  return results;
}
