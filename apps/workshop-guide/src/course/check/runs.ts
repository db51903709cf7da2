import { readFileSync } from 'node:fs';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contractDifferences, judge, writtenInteractions } from '../judging/index.ts';
import { layOutStart } from '../lay-out-start.ts';
import { filesUnder, ownFiles, stageOf, stagesOf } from '../lesson-files.ts';
import type { Course, CourseLesson } from '../load-course.ts';
import type { Task } from '../lesson.ts';
import { limitOf } from '../time-limit.ts';
import { writeFiles } from '../workspace.ts';
import { answerFindings, copyWorkspace } from './answers.ts';
import type { CheckOptions } from './check-options.ts';
import { consoleBlocks } from './console-block.ts';
import { lastLines } from './last-lines.ts';
import { commandSettings, RunLog } from './run-log.ts';
import { driftOf } from './shown-output.ts';

/**
 * Runs the commands of a lesson in a workspace of its own, as a learner does: with the start, every stage and the
 * solution.
 * @returns one sentence for each command that does not end as declared, or not as the texts show
 * @throws the signal's reason when it was stopped
 */
export async function runFindings(
  course: Course,
  lesson: CourseLesson,
  options: CheckOptions = {},
): Promise<string[]> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'pact-workshop-')));
  const copies = await realpath(await mkdtemp(join(tmpdir(), 'pact-workshop-before-')));
  const snapshots = new Map<string, string>();
  const findings: string[] = [];
  try {
    await layOutStart(course, lesson.number, folder, { signal: options.signal, env: commandSettings });
    for (const stage of stagesOf(lesson)) {
      // No answer is one to the start.
      if (stage !== 'start') {
        snapshots.set(stage, join(copies, stage));
        await copyWorkspace(folder, join(copies, stage));
      }
      await writeFiles(ownFiles(lesson, stage), folder);
      const log = new RunLog(folder, stage, options);
      for (const task of lesson.manifest.tasks) {
        if (stage === 'start') findings.push(...(await startFindings(task, log)));
        else if (stage === stageOf(task)) findings.push(...(await doneFindings(lesson, task, log)));
      }
      findings.push(...(await shownFindings(lesson, stage, log)));
    }
    findings.push(...(await typeFindings(folder, options)));
    const written = writtenInteractions(folder);
    findings.push(
      ...contractDifferences(lesson.manifest.contract, written).map((one) => `The solution: ${one}`),
    );
    // Answers are judged by what the solution shows, so it has to be right.
    if (findings.length === 0) findings.push(...(await answerFindings(course, lesson, snapshots, options)));
  } finally {
    for (const one of [folder, copies]) await rm(one, { recursive: true, force: true });
  }
  return findings;
}

/** A task has to be open at the start, for the declared reason. */
async function startFindings(task: Task, log: RunLog): Promise<string[]> {
  const { exitCode, output } = await log.run(task.command, limitOf(task));
  const what = `start, task ${task.id}, "${task.command}"`;
  if (judge(task.after, exitCode, output).done) return [`${what}: it is done already.`];
  const verdict = judge(task.before, exitCode, output);
  return verdict.done ? [] : [`${what}: ${verdict.reason}${lastLines(output)}`];
}

async function doneFindings(lesson: CourseLesson, task: Task, log: RunLog): Promise<string[]> {
  const findings: string[] = [];
  for (const command of task.runFirst ?? []) {
    const { exitCode, output } = await log.run(command);
    if (exitCode !== 0)
      findings.push(`${log.stage}, task ${task.id}: "${command}" fails.${lastLines(output)}`);
  }
  const { done, reason, remarks, output } = await log.runTask(lesson, task);
  if (!done)
    findings.push(
      `${log.stage}, task ${task.id}, "${task.command}": ${[reason, ...remarks].filter(Boolean).join(' ')}${lastLines(output)}`,
    );
  return findings;
}

/** Compares the output in the English text, which the translations share, with the output of the commands. */
async function shownFindings({ readmes }: CourseLesson, stage: string, log: RunLog): Promise<string[]> {
  const findings: string[] = [];
  const blocks = consoleBlocks(readFileSync(readmes['en'] ?? '', 'utf8'));
  for (const { command, lines } of blocks
    .filter((block) => block.stage === stage)
    .flatMap(({ runs }) => runs)) {
    const drift = driftOf(lines, (await log.resultOf(command)).output);
    if (drift !== undefined) findings.push(`README.md, ${stage}, "$ ${command}": ${drift}`);
  }
  return findings;
}

/** Checks types: Node and Jest run TypeScript without a type check, but a learner's editor shows errors. */
async function typeFindings(folder: string, options: CheckOptions): Promise<string[]> {
  const hasTypes = [...filesUnder(join(folder, 'apps')).keys()].some((path) => path.endsWith('.ts'));
  if (!hasTypes) return [];
  const { exitCode, output } = await new RunLog(folder, 'solution', options).run(
    'node_modules/.bin/tsc --noEmit --pretty false -p tsconfig.json',
  );
  return exitCode === 0 ? [] : [`The solution has type errors.${lastLines(output)}`];
}
