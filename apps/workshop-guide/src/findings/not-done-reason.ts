import { judge, outOfTime, type Task } from '../course/index.ts';
import type { TaskResult } from '../progress/index.ts';

/** Whether a task still comes out as the lesson's start does: nothing is wrong, it is just not done yet. */
export function isUntouched(
  { before }: Task,
  { done, exitCode, output, outOfTime = false }: TaskResult,
): boolean {
  return !done && !outOfTime && judge(before, exitCode, output).done;
}

/** Why a task doesn't count as done, in a sentence; undefined when it does. */
export function notDoneReason(task: Task, result: TaskResult): string | undefined {
  if (result.done) return undefined;
  if (result.outOfTime) return outOfTime(task);
  if (isUntouched(task, result)) return 'It comes out as the lesson begins: this is yours to change.';
  const passed = result.exitCode === 0;
  if (task.after.passes) {
    return passed
      ? 'It passes, but does not show yet what is asked for.'
      : `It fails, with exit code ${result.exitCode}.`;
  }
  return passed
    ? 'It passes, and here it should fail.'
    : 'It fails, as it should here, but for another reason.';
}
