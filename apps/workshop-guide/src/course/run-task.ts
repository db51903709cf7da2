import { runCommand, type CommandResult, type RunOptions } from '../processes/index.ts';
import { judge } from './judge.ts';
import type { Task } from './lesson.ts';
import { mismatchesIn, type ShownMismatch } from './mismatches/index.ts';
import { limitOf, outOfTime } from './time-limit.ts';

/** What a task's command told. */
export interface TaskRun extends CommandResult {
  /** Whether it ended as the lesson wants it in the end. */
  readonly done: boolean;
  /** Why it is not done, in a sentence; undefined when it is. */
  readonly reason: string | undefined;
  /** What Pact found to differ, whether that is what the lesson wants to show or not. */
  readonly mismatches: readonly ShownMismatch[];
}

/**
 * Runs a task's command in a workspace and tells whether the task is done. One that takes too long is stopped, and not
 * done, whatever it printed.
 * @throws the signal's reason when it was stopped
 */
export async function runTask(workspace: string, task: Task, options: RunOptions = {}): Promise<TaskRun> {
  const result = await runCommand(workspace, task.command, { limitMs: limitOf(task), ...options });
  const verdict = result.outOfTime
    ? ({ done: false, reason: outOfTime(task) } as const)
    : judge(task.after, result.exitCode, result.output);
  return {
    ...result,
    done: verdict.done,
    reason: verdict.done ? undefined : verdict.reason,
    mismatches: mismatchesIn(result.output),
  };
}
