import { runTask, type CourseLesson, type Task, type TaskRun } from '../course/index.ts';
import { nameOf, type Workshop } from '../guide/index.ts';
import { progressOf, readProgress, updateProgress, withResult, type TaskResult } from '../progress/index.ts';

/** Number of characters that are kept of a command's output, from its end. */
const keptCharacters = 40_000;

/** Callbacks of a check. */
export interface CheckEvents {
  readonly onStart?: (task: Task) => void;
  readonly onResult?: (task: Task, result: TaskResult) => void;
}

/**
 * Runs the commands of tasks one after the other and stores their results. The first task that is not done ends the
 * check, since later tasks build on it.
 * @throws the signal's reason when the check was stopped
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
    const result = toResult(await runTask(at.playground, lesson, task, { signal }));
    await updateProgress(at.progressFile, (before) => {
      // The result is dropped when the playground was laid out again meanwhile: its files no longer exist.
      const isSameLayout = before.lesson === name && progressOf(before, name)?.startedAt === layout;
      return isSameLayout ? withResult(before, name, { task: task.id, result, all }) : before;
    });
    onResult?.(task, result);
    if (!result.done) return;
  }
}

function toResult({ done, remarks, leftOver, mismatches, ...run }: TaskRun): TaskResult {
  return {
    done,
    remarks: [...remarks],
    leftOver: [...leftOver],
    exitCode: run.exitCode,
    output: run.output.slice(-keptCharacters),
    mismatches: mismatches.map((one) => ({ ...one, states: [...one.states] })),
    durationMs: run.durationMs,
    outOfTime: run.outOfTime,
    at: new Date().toISOString(),
  };
}
