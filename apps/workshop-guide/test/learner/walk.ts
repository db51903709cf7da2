import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  ownFiles,
  stageOf,
  stagesOf,
  writeFiles,
  type Course,
  type CourseLesson,
} from '../../src/course/index.ts';
import { runCommand } from '../../src/processes/index.ts';
import type { Learner } from '../workshop-process.ts';
import { expectOutput } from './expect-output.ts';
import { ownServiceLesson, writeFirstTest } from './own-service.ts';

/** Lessons in which this learner makes a mistake, takes a hint and starts again. */
const detours = new Set([1, 7]);
/** Lesson in which this learner takes a break. */
const breakIn = 5;

/**
 * Completes every lesson: starts it, makes the solution's edits, checks, and starts the next one.
 * @throws Error when a command does not behave as expected
 */
export async function walk(learner: Learner, course: Course, signal: AbortSignal): Promise<void> {
  await expectOutput(learner, ['start'], 0, /Lesson 1:/);
  for (const lesson of course.lessons) {
    const started = performance.now();
    signal.throwIfAborted();
    if (detours.has(lesson.number)) await takeDetour(learner, lesson);
    if (lesson.number === breakIn) await takeBreak(learner, lesson);
    if (lesson.slug === ownServiceLesson) await writeFirstTest(learner, lesson, signal);
    for (const stage of stagesOf(lesson).slice(1)) await work(learner, lesson, stage, signal);
    await expectOutput(
      learner,
      ['check'],
      0,
      new RegExp(`${lesson.manifest.tasks.length} of \\d+ tasks done`),
    );
    await expectOutput(learner, ['diff'], 0, /Your files match the solution/);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`✔ ${String(lesson.number).padStart(2)} ${lesson.manifest.title}  ${seconds} s`);
    if (lesson.number < course.lessons.length)
      await expectOutput(learner, ['next'], 0, new RegExp(`Lesson ${lesson.number + 1}:`));
  }
  await expectOutput(learner, ['next'], 1, /That was the last lesson/);
}

/** Makes the edits of a stage, runs the commands that its tasks require first, and checks. */
async function work(
  learner: Learner,
  lesson: CourseLesson,
  stage: string,
  signal: AbortSignal,
): Promise<void> {
  await writeFiles(ownFiles(lesson, stage), learner.playground);
  const tasks = lesson.manifest.tasks.filter((task) => stageOf(task) === stage);
  for (const command of tasks.flatMap(({ runFirst = [] }) => runFirst)) {
    const { exitCode, output } = await runCommand(learner.playground, command, {
      signal,
      env: { PACT_BROKER_PORT: '0' },
    });
    if (exitCode !== 0) throw new Error(`"${command}" in lesson ${lesson.number} fails:\n${output}`);
  }
  if (stage === 'solution') return;
  const done = lesson.manifest.tasks.findLastIndex((task) => task.stage === stage) + 1;
  await expectOutput(learner, ['check'], 1, new RegExp(`${done} of \\d+ tasks done`));
}

/** A wrong attempt, a hint and a new start; the attempt is not lost. */
async function takeDetour(learner: Learner, lesson: CourseLesson): Promise<void> {
  const file = join(learner.playground, lesson.manifest.edits[0] ?? '');
  const start = readFileSync(file, 'utf8');
  writeFileSync(file, `${start}\nthis is not TypeScript(\n`);
  await expectOutput(learner, ['check'], 1, /✘/);
  await expectOutput(learner, ['hint'], 0, /Hint 1 of/);
  await expectOutput(learner, ['reset'], 0, /backed up/);
  if (readFileSync(file, 'utf8') !== start) throw new Error(`"reset" did not restore ${file}.`);
  await expectOutput(learner, ['restore'], 0, /Restored/);
  if (readFileSync(file, 'utf8') === start)
    throw new Error(`"restore" did not restore the attempt in ${file}.`);
  await expectOutput(learner, ['reset'], 0, /backed up/);
}

/** Unfinished edits still exist after a break. */
async function takeBreak(learner: Learner, lesson: CourseLesson): Promise<void> {
  const file = join(learner.playground, lesson.manifest.edits[0] ?? '');
  const half = `${readFileSync(file, 'utf8')}\n// to be continued\n`;
  writeFileSync(file, half);
  await expectOutput(learner, ['start'], 0, /You continue where you left off/);
  if (readFileSync(file, 'utf8') !== half) throw new Error(`"start" changed ${file}, which was half done.`);
}
