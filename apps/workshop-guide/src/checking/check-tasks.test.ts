import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { miniatureCourse } from '../../test/workshop-process.ts';
import { fails, passes, type CourseLesson, type Task } from '../course/index.ts';
import { openWorkshop, start, learnerPosition, type Workshop } from '../guide/index.ts';
import { progressOf, updateProgress, withLesson } from '../progress/index.ts';
import { checkTasks } from './check-tasks.ts';

const task = (id: string, command: string, limitSeconds = 60): Task => ({
  ...{ id, title: id, command, limitSeconds },
  before: passes(/nothing/),
  after: passes(/good/),
});

describe('A check of tasks', () => {
  let folder: string;
  let workshop: Workshop;
  let lesson: CourseLesson;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'workshop-check-'));
    workshop = await openWorkshop({ course: miniatureCourse, playground: join(folder, 'playground') });
    ({ lesson } = await start(workshop));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const lessonOf = (...tasks: [Task, ...Task[]]): CourseLesson => ({
    ...lesson,
    manifest: { ...lesson.manifest, tasks },
  });
  const known = () => progressOf(learnerPosition(workshop).progress, '01-greet');
  const check = async (tasks: [Task, ...Task[]], onStart?: () => void) => {
    const ran: [string, boolean][] = [];
    await checkTasks(workshop, lessonOf(...tasks), tasks, {
      onResult: ({ id }, { done }) => ran.push([id, done]),
      onStart,
    });
    return ran;
  };

  it('runs them in the playground, one after the other, up to the first that is not done', async () => {
    writeFileSync(join(workshop.at.playground, 'here'), 'good');
    const tasks: [Task, ...Task[]] = [
      task('one', 'cat here'),
      task('two', 'echo bad'),
      task('three', 'cat here'),
    ];
    expect(await check(tasks)).toEqual([
      ['one', true],
      ['two', false],
    ]);
    expect(Object.keys(known()?.tasks ?? {})).toEqual(['one', 'two']);
    expect(known()?.finishedAt).toBeUndefined();
  });

  it('finishes the lesson when all of them are done', async () => {
    await check([task('one', 'echo good'), task('two', 'echo good')]);
    expect(known()?.finishedAt).toBe(known()?.tasks['two']?.at);
  });

  it('keeps the end of a long output', async () => {
    await check([task('one', 'seq 20000; echo the end; false')]);
    const { output = '', exitCode } = known()?.tasks['one'] ?? {};
    expect(output).toMatch(/\n20000\nthe end\n$/);
    expect(output.length).toBeLessThan(50_000);
    expect(exitCode).toBe(1);
  });

  it('stores that a task was stopped at its time limit', async () => {
    // The task has to fail: a stopped command does not count as the expected failure.
    await check([{ ...task('one', 'echo good; sleep 300', 0.5), after: fails(/good/) }]);
    expect(known()?.tasks['one']).toMatchObject({ done: false, outOfTime: true });
  });

  it.each([
    ['the same lesson was laid out again', '01-greet'],
    ['another lesson was laid out', '02-contract'],
  ])('stores no result when meanwhile %s', async (_, name) => {
    const laidOut = '2040-01-01T00:00:00.000Z';
    await check([task('one', 'echo good')], () => {
      void updateProgress(workshop.at.progressFile, (before) => withLesson(before, name, laidOut));
    });
    expect(known()?.tasks).toEqual({});
  });
});
