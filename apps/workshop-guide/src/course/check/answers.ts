import { cp, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Refusal } from '../answers.ts';
import type { TaskRun } from '../judging/index.ts';
import { ownFiles, stageOf } from '../lesson-files.ts';
import type { Course, CourseLesson } from '../load-course.ts';
import type { Task } from '../lesson.ts';
import { writeFiles } from '../workspace.ts';
import { answerFiles, answersOf, type Answer } from './answer-files.ts';
import type { CheckOptions } from './check-options.ts';
import { lastLines } from './last-lines.ts';
import { RunLog } from './run-log.ts';

/** A copy of the workspace before the files of a stage were laid out, by the stage. */
export type Snapshots = ReadonlyMap<string, string>;

/**
 * Gives the wrong answers of a lesson, and those that are right as well, as a learner would: on top of the solution of
 * a stage, up to the first task that is not done.
 * @returns one sentence for each answer that is not judged as it should be
 */
export async function answerFindings(
  course: Course,
  lesson: CourseLesson,
  snapshots: Snapshots,
  options: CheckOptions,
): Promise<string[]> {
  const findings: string[] = [];
  for (const answer of answersOf(lesson)) {
    const { kind, name } = answer;
    const refused = await firstRefused(course, lesson, answer, snapshots, options);
    const refusal = kind === 'wrong' ? lesson.manifest.wrong?.[name] : undefined;
    if (refusal) findings.push(...wrongFindings(name, refusal, refused));
    else if (refused)
      findings.push(
        `also-right/${name}, task ${refused.task.id} is not done: ${said(refused.run)}${lastLines(refused.run.output)}`,
      );
  }
  return findings;
}

interface Refused {
  readonly task: Task;
  readonly run: TaskRun;
}

function wrongFindings(name: string, { task, says }: Refusal, refused: Refused | undefined): string[] {
  if (!refused) return [`wrong/${name} is accepted: every task is done with it.`];
  const { run } = refused;
  if (refused.task.id !== task)
    return [
      `wrong/${name} fails at the task ${refused.task.id}, not at ${task}: ${said(run)}${lastLines(run.output)}`,
    ];
  return [...run.remarks, ...run.leftOver].join(' ').includes(says)
    ? []
    : [`wrong/${name} does not get “${says}”, but: ${said(run)}${lastLines(run.output)}`];
}

function said({ reason, remarks, leftOver }: TaskRun): string {
  return [...(reason === undefined ? [] : [reason]), ...remarks, ...leftOver].join(' ');
}

/** Runs the tasks of a stage with an answer, up to the first that is not done. */
async function firstRefused(
  course: Course,
  lesson: CourseLesson,
  answer: Answer,
  snapshots: Snapshots,
  options: CheckOptions,
): Promise<Refused | undefined> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'pact-workshop-answer-')));
  try {
    await copyWorkspace(snapshots.get(answer.stage) ?? '', folder);
    await writeFiles(ownFiles(lesson, answer.stage), folder);
    await writeFiles(answerFiles(course, lesson, answer), folder);
    const log = new RunLog(folder, `${answer.kind}/${answer.name}`, options);
    for (const task of lesson.manifest.tasks.filter((one) => stageOf(one) === answer.stage)) {
      for (const command of task.runFirst ?? []) await log.run(command);
      const run = await log.runTask(lesson, task);
      if (!run.done) return { task, run };
    }
    return undefined;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Copies a workspace, with its history, what its commands wrote, and its link to the packages. */
export async function copyWorkspace(from: string, to: string): Promise<void> {
  await cp(from, to, { recursive: true, verbatimSymlinks: true });
}
