import { runCommand, type CommandResult, type RunOptions } from '../../processes/index.ts';
import type { Task } from '../lesson.ts';
import type { CourseLesson } from '../load-course.ts';
import { mismatchesIn, type ShownMismatch } from '../mismatches/index.ts';
import { limitOf, outOfTime } from '../time-limit.ts';
import { contractDifferences } from './contract.ts';
import { leftOverMarkers } from './left-over-markers.ts';
import { judge } from './outcome.ts';
import { writtenInteractions } from './pacts.ts';
import { probe } from './probes.ts';

/** The run of a task's command and its judgement. */
export interface TaskRun extends CommandResult {
  /** Whether the command ended with the outcome that the task asks for, and a closer look found nothing. */
  readonly done: boolean;
  /** How the command ended otherwise than the task asks for, as a sentence; undefined when it ended so. */
  readonly reason: string | undefined;
  /** What is wrong with the answer, in sentences for the learner; none when the task is done. */
  readonly remarks: readonly string[];
  /** The lesson's TODO markers that are left over, in sentences; a task that is done may have some as well. */
  readonly leftOver: readonly string[];
  /** The mismatches that Pact found, including those that the lesson shows on purpose. */
  readonly mismatches: readonly ShownMismatch[];
}

/**
 * Runs a task's command in a workspace and judges whether the task is done: the command has to end as the task says,
 * the contract has to be the one that is due, and the probes have to end as with a right answer. A task whose command
 * is stopped at its time limit is not done, whatever the command printed.
 * @throws the signal's reason when it was stopped
 */
export async function runTask(
  workspace: string,
  lesson: CourseLesson,
  task: Task,
  options: RunOptions = {},
): Promise<TaskRun> {
  const needless = new AbortController();
  const signals = [needless.signal, ...(options.signal ? [options.signal] : [])];
  // Beside the command, so that a learner does not wait for both.
  const probing = probe(workspace, lesson, task.probes ?? [], AbortSignal.any(signals));
  // Its end is looked at only when the command ends as it should.
  probing.catch(() => undefined);
  try {
    const result = await runCommand(workspace, task.command, { limitMs: limitOf(task), ...options });
    return await judgeTask(workspace, lesson, task, result, () => probing);
  } finally {
    needless.abort();
    await probing.catch(() => undefined);
  }
}

/**
 * Judges the end of a task's command.
 * @param probed the sentences of the probes; called when the command ended as it should
 */
async function judgeTask(
  workspace: string,
  lesson: CourseLesson,
  task: Task,
  result: CommandResult,
  probed: () => Promise<string[]>,
): Promise<TaskRun> {
  const { exitCode, output } = result;
  const verdict = result.outOfTime
    ? ({ done: false, reason: outOfTime(task) } as const)
    : judge(task.after, exitCode, output);
  const remarks = verdict.done
    ? [...(task.writesContract ? contractRemarks(workspace, lesson) : []), ...(await probed())]
    : (task.mistakes ?? [])
        .filter((mistake) => output.search(mistake.output) >= 0)
        .map(({ says }) => says)
        .slice(0, 1);
  return {
    ...result,
    done: verdict.done && remarks.length === 0,
    reason: verdict.done ? undefined : verdict.reason,
    remarks,
    leftOver: leftOverMarkers(workspace, lesson),
    mismatches: mismatchesIn(output),
  };
}

/** The differences from the contract that is due. */
function contractRemarks(workspace: string, { manifest }: CourseLesson): string[] {
  return contractDifferences(manifest.contract, writtenInteractions(workspace));
}
