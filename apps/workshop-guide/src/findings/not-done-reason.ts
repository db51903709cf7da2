import { judge, outOfTime, type Task } from '../course/index.ts';
import type { TaskResult } from '../progress/index.ts';

/** Whether a task has the same result as with the start of the lesson: it is not done yet, but nothing is wrong. */
export function isUntouched(
  { before }: Task,
  { done, remarks = [], exitCode, output, outOfTime = false }: TaskResult,
): boolean {
  return !done && !outOfTime && remarks.length === 0 && judge(before, exitCode, output).done;
}

/**
 * Why a task does not count as done, in one or more sentences; undefined when it does. TODO markers that are left over
 * are named as well, since the reason often is in one of these places.
 */
export function notDoneReason(task: Task, result: TaskResult): string | undefined {
  if (result.done) return undefined;
  if (result.outOfTime) return outOfTime(task);
  if (isUntouched(task, result)) return 'It is unchanged since the start of the lesson: this is your task.';
  const { remarks = [], leftOver = [] } = result;
  return [...(remarks.length > 0 ? remarks : [howItEnded(task, result)]), ...leftOver].join(' ');
}

function howItEnded(task: Task, result: TaskResult): string {
  const passed = result.exitCode === 0;
  if (task.after.passes) {
    return passed
      ? 'It passes, but its output lacks what the task asks for.'
      : `It fails with exit code ${result.exitCode}.`;
  }
  return passed ? 'It passes, but it should fail here.' : 'It fails as expected, but for another reason.';
}
