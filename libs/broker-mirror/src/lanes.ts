import type { LimitFunction } from 'p-limit';
import { MirrorInterruptedError } from './errors.ts';

/** A piece of work. Those that share a lane run one after another, in the order of the list. */
export interface Task {
  readonly lanes: readonly string[];
  run(): Promise<void>;
}

export interface LaneOptions {
  /** How many tasks run at the same time; may be changed while they run. */
  readonly limit: LimitFunction;
  readonly signal?: AbortSignal | undefined;
  /** Told after each task. */
  readonly onDone?: (() => void) | undefined;
}

/**
 * Runs tasks side by side as far as their lanes allow. After a failure, or when told to stop, none is begun any more;
 * those that run are waited for.
 * @throws the first failure; MirrorInterruptedError when told to stop
 */
export async function runInLanes(tasks: readonly Task[], options: LaneOptions): Promise<void> {
  const { limit, signal, onDone } = options;
  const tails = new Map<string, Promise<void>>();
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
    const before = task.lanes.flatMap((lane) => tails.get(lane) ?? []);
    const done = Promise.all(before).then(() => limit(() => perform(task)));
    for (const lane of task.lanes) tails.set(lane, done);
  }
  await Promise.all(tails.values());
  if (failures.length > 0) throw failures[0];
}

/**
 * The results of some work on each item, in the items' order.
 * @throws as `runInLanes`
 */
export async function mapConcurrently<T, R>(
  items: readonly T[],
  options: LaneOptions,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const tasks = items.map((item, i) => ({
    lanes: [String(i)],
    run: async () => {
      results[i] = await work(item);
    },
  }));
  await runInLanes(tasks, options);
  return results;
}
