import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownFiles, stagesOf, writeFiles, type Course, type CourseLesson } from '../../src/course/index.ts';
import { runCommand } from '../../src/processes/index.ts';
import type { Learner } from '../workshop-process.ts';
import { expectToSay } from './expect-to-say.ts';

/** Lessons in which this learner is wrong first, takes a hint and begins anew. */
const detours = new Set([1, 7]);
/** Lesson after whose first check this learner goes home, and comes back. */
const breakIn = 5;

/**
 * Does every lesson: starts it, makes the solution's edits, checks, goes on.
 * @throws Error when a command does not do what it should
 */
export async function walk(learner: Learner, course: Course, signal: AbortSignal): Promise<void> {
  await expectToSay(learner, ['start'], 0, /Lesson 1:/);
  for (const lesson of course.lessons) {
    const begun = performance.now();
    signal.throwIfAborted();
    if (detours.has(lesson.number)) await takeDetour(learner, lesson);
    if (lesson.number === breakIn) await haveABreak(learner, lesson);
    for (const stage of stagesOf(lesson).slice(1)) await work(learner, lesson, stage, signal);
    await expectToSay(
      learner,
      ['check'],
      0,
      new RegExp(`${lesson.manifest.tasks.length} of \\d+ tasks done`),
    );
    await expectToSay(learner, ['diff'], 0, /Your files are those of the solution/);
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    console.log(`✔ ${String(lesson.number).padStart(2)} ${lesson.manifest.title}  ${seconds} s`);
    if (lesson.number < course.lessons.length)
      await expectToSay(learner, ['next'], 0, new RegExp(`Lesson ${lesson.number + 1}:`));
  }
  await expectToSay(learner, ['next'], 1, /That was the last lesson/);
}

/** Makes the edits of a stage, types what its tasks ask for, and checks. */
async function work(
  learner: Learner,
  lesson: CourseLesson,
  stage: string,
  signal: AbortSignal,
): Promise<void> {
  await writeFiles(ownFiles(lesson, stage), learner.playground);
  const tasks = lesson.manifest.tasks.filter((task) => (task.stage ?? 'solution') === stage);
  for (const command of tasks.flatMap(({ runFirst = [] }) => runFirst)) {
    const { exitCode, output } = await runCommand(learner.playground, command, {
      signal,
      env: { PACT_BROKER_PORT: '0' },
    });
    if (exitCode !== 0) throw new Error(`"${command}" in lesson ${lesson.number} fails:\n${output}`);
  }
  if (stage === 'solution') return;
  const done = lesson.manifest.tasks.findLastIndex((task) => task.stage === stage) + 1;
  await expectToSay(learner, ['check'], 1, new RegExp(`${done} of \\d+ tasks done`));
}

/** A wrong attempt, a hint, a fresh start; and the attempt is not lost. */
async function takeDetour(learner: Learner, lesson: CourseLesson): Promise<void> {
  const file = join(learner.playground, lesson.manifest.edits[0] ?? '');
  const start = readFileSync(file, 'utf8');
  writeFileSync(file, `${start}\nthis is no TypeScript(\n`);
  await expectToSay(learner, ['check'], 1, /✘/);
  await expectToSay(learner, ['hint'], 0, /Hint 1 of/);
  await expectToSay(learner, ['reset'], 0, /backed up/);
  if (readFileSync(file, 'utf8') !== start) throw new Error(`"reset" did not restore ${file}.`);
  await expectToSay(learner, ['restore'], 0, /Restored/);
  if (readFileSync(file, 'utf8') === start)
    throw new Error(`"restore" did not restore the attempt in ${file}.`);
  await expectToSay(learner, ['reset'], 0, /backed up/);
}

/** Half of the work is still there after the break. */
async function haveABreak(learner: Learner, lesson: CourseLesson): Promise<void> {
  const file = join(learner.playground, lesson.manifest.edits[0] ?? '');
  const half = `${readFileSync(file, 'utf8')}\n// to be continued\n`;
  writeFileSync(file, half);
  await expectToSay(learner, ['start'], 0, /You go on where you were/);
  if (readFileSync(file, 'utf8') !== half) throw new Error(`"start" changed ${file}, which was half done.`);
}
