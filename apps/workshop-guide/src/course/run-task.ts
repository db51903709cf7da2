import { runCommand, type CommandResult, type RunOptions } from '../processes/index.ts';
import { judge } from './judge.ts';
import type { Task } from './lesson.ts';
import { mismatchesIn, type ShownMismatch } from './mismatches/index.ts';
import { limitOf, outOfTime } from './time-limit.ts';

/** The run of a task's command and its judgement. */
export interface TaskRun extends CommandResult {
  /** Whether the command ended with the outcome that the task asks for. */
  readonly done: boolean;
  /** Why the task is not done, as a sentence; undefined when it is. */
  readonly reason: string | undefined;
  /** The mismatches that Pact found, including those that the lesson shows on purpose. */
  readonly mismatches: readonly ShownMismatch[];
}

/**
 * Runs a task's command in a workspace and judges whether the task is done. A task whose command is stopped at its time
 * limit is not done, whatever the command printed.
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
