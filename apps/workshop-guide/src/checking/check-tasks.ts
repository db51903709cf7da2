import { runTask, type CourseLesson, type Task, type TaskRun } from '../course/index.ts';
import { nameOf, type Workshop } from '../guide/index.ts';
import { progressOf, readProgress, updateProgress, withResult, type TaskResult } from '../progress/index.ts';

/** Characters of a command's output that are remembered: its end, which tells how it ended. */
const remembered = 40_000;

/** What happens while tasks are checked. */
export interface CheckEvents {
  readonly onStart?: (task: Task) => void;
  readonly onResult?: (task: Task, result: TaskResult) => void;
}

/**
 * Runs the commands of tasks one after the other and remembers how each ended. The first that isn't done ends it: what
 * comes after builds on it.
 * @throws the signal's reason when it was stopped
 */
export async function checkTasks(
  { at }: Workshop,
  lesson: CourseLesson,
  tasks: readonly Task[],
  { signal, onStart, onResult }: CheckEvents & { readonly signal?: AbortSignal } = {},
): Promise<void> {
  const name = nameOf(lesson);
  const all = lesson.manifest.tasks.map(({ id }) => id);
  const layout = progressOf(readProgress(at.progressFile), name)?.startedAt;
  for (const task of tasks) {
    onStart?.(task);
    const result = remember(await runTask(at.playground, task, { signal }));
    await updateProgress(at.progressFile, (before) => {
      // Whoever moved on meanwhile isn't told how files ended that are gone.
      const isStill = before.lesson === name && progressOf(before, name)?.startedAt === layout;
      return isStill ? withResult(before, name, { task: task.id, result, all }) : before;
    });
    onResult?.(task, result);
    if (!result.done) return;
  }
}

function remember({ done, exitCode, output, mismatches, durationMs, outOfTime }: TaskRun): TaskResult {
  return {
    done,
    exitCode,
    output: output.slice(-remembered),
    mismatches: mismatches.map((one) => ({ ...one, states: [...one.states] })),
    durationMs,
    outOfTime,
    at: new Date().toISOString(),
  };
}
