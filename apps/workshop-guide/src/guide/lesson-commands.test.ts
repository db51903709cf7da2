import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { writeCourse } from '../../test/written-course.ts';
import { miniatureCourse } from '../../test/workshop-process.ts';
import { updateProgress, withResult } from '../progress/index.ts';
import {
  currentLesson,
  hint,
  next,
  nameOf,
  openWorkshop,
  reset,
  solve,
  start,
  type Workshop,
} from './index.ts';

describe('The commands of a lesson', () => {
  let folder: string;
  let workshop: Workshop;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'workshop-commands-'));
    workshop = await openWorkshop({ course: miniatureCourse, playground: join(folder, 'playground') });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const file = (name: string) => join(workshop.at.playground, 'apps/greeter', name);
  const read = (name: string) => readFileSync(file(name), 'utf8').trim();
  const finish = async (...tasks: string[]) => {
    const { lesson } = currentLesson(workshop);
    const all = lesson.manifest.tasks.map(({ id }) => id);
    const result = { done: true, exitCode: 0, output: '', mismatches: [], durationMs: 1, at: '' };
    for (const task of tasks)
      await updateProgress(workshop.at.progressFile, (before) =>
        withResult(before, nameOf(lesson), { task, result, all }),
      );
  };

  it('start the first lesson, continue it unchanged, and start it again on request', async () => {
    expect(await start(workshop)).toMatchObject({ laidOut: true, lesson: { number: 1 } });
    writeFileSync(file('greeting.txt'), 'mine');
    for (const name of [undefined, '1', '01', '01-greet', 'greet'])
      expect(await start(workshop, name)).toMatchObject({ laidOut: false, backups: [] });
    expect(read('greeting.txt')).toBe('mine');
    expect(await reset(workshop)).toMatchObject({ laidOut: true, backups: [{ before: 'reset' }] });
    expect(read('greeting.txt')).toBe('TODO');
  });

  it('start the next lesson only when all tasks are done', async () => {
    await start(workshop);
    await expect(next(workshop)).rejects.toThrow(
      /not done yet:\n {2}The greeter says hello\n {2}The provider/,
    );
    await finish('greeting');
    await expect(next(workshop)).rejects.toThrow(/not done yet:\n {2}The provider is verified\n/);
    await finish('status');
    expect(await next(workshop)).toMatchObject({ laidOut: true, lesson: { number: 2 } });
    await finish('broken', 'mended');
    await expect(next(workshop)).rejects.toThrow('That was the last lesson');
  });

  it('lay out the solution of the current stage only', async () => {
    await start(workshop, '2');
    expect(read('status.txt')).toBe('200');
    await solve(workshop);
    expect(read('status.txt')).toBe('500');
    await finish('broken');
    await solve(workshop);
    expect(read('status.txt')).toBe('200');
    expect(currentLesson(workshop).lesson.number).toBe(2);
  });

  it('show one hint after the other, and then the last one again', async () => {
    await start(workshop);
    const texts = [];
    for (let count = 0; count < 4; count += 1) texts.push((await hint(workshop)).text);
    expect(texts).toEqual([
      'Be friendly.',
      'What do you say to a friend?',
      'Write `hello`.',
      'Write `hello`.',
    ]);
  });

  it.each([
    ['a file', (playground: string) => writeFileSync(join(playground, 'mine.txt'), 'mine')],
    ['a folder', (playground: string) => mkdirSync(join(playground, 'mine.txt'))],
    [
      'a repository',
      (playground: string) => {
        mkdirSync(join(playground, '.git'));
        writeFileSync(join(playground, '.git/config'), '[user]\n\temail = me@example.org\n');
      },
    ],
  ])('do not change a folder with other files: with %s', async (_, fill) => {
    mkdirSync(workshop.at.playground);
    fill(workshop.at.playground);
    const before = readdirSync(workshop.at.playground);
    await expect(start(workshop)).rejects.toThrow('contains files that are not the workshop');
    expect(readdirSync(workshop.at.playground)).toEqual(before);
    expect(existsSync(workshop.at.progressFile)).toBe(false);
  });

  it('lay out one lesson at a time', async () => {
    const outcomes = await Promise.allSettled([
      start(workshop, '1'),
      start(workshop, '2'),
      start(workshop, '1'),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect(outcomes[1]).toMatchObject({
      reason: { message: expect.stringContaining('Lesson 1 is being prepared by "start"') as unknown },
    });
    expect(currentLesson(workshop).lesson.number).toBe(1);
    expect((await start(workshop, '2')).laidOut).toBe(true);
  });

  it('continue after a lesson that could not be prepared', async () => {
    await using course = await writeCourse({
      'course/02-ask/lesson.ts': [
        'minutes: 1,',
        "minutes: 1, prepare: { what: 'the shop waits', command: 'echo closed; false' },",
      ],
    });
    const failing = await openWorkshop({ course: course.folder, playground: join(folder, 'other') });
    await start(failing);
    for (const _ of [1, 2]) await expect(start(failing, '2')).rejects.toThrow(/can't be prepared.*\nclosed/);
    expect(() => currentLesson(failing)).toThrow('laid out only partly');
    expect((await start(failing, '1')).laidOut).toBe(true);
  });
});
