import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { layOutStart } from './lay-out-start.ts';
import { passes, type Lesson } from './lesson.ts';
import type { Course } from './load-course.ts';

const manifest: Lesson = {
  title: 'A lesson',
  concept: 'One idea.',
  objectives: ['Know it'],
  minutes: 1,
  edits: [],
  tasks: [{ id: 'one', title: 'It is done', command: 'true', before: passes(/a/), after: passes(/b/) }],
  contract: [],
  hints: ['Begin.'],
};

describe('The start of a lesson', () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'lay-out-start-'));
  });
  afterEach(() => rm(directory, { recursive: true }));

  /** A course of two lessons over one file; the second has something to prepare. */
  async function course(prepare: string): Promise<Course> {
    const write = async (path: string, content: string) => {
      await mkdir(dirname(join(directory, path)), { recursive: true });
      await writeFile(join(directory, path), content);
    };
    await write('course/01-one/solution/apps/file.txt', 'solution of the first');
    await write('course/02-two/start/apps/file.txt', 'start of the second');
    const lesson = { manifest, readmes: {}, words: {} };
    return {
      folder: join(directory, 'course'),
      lessons: [
        { ...lesson, number: 1, slug: 'one', folder: join(directory, 'course/01-one') },
        {
          number: 2,
          slug: 'two',
          folder: join(directory, 'course/02-two'),
          readmes: {},
          words: {},
          manifest: { ...manifest, prepare: { what: 'it is made ready', command: prepare } },
        },
      ],
    };
  }

  const playground = () => join(directory, 'playground');
  const read = (path: string) => readFile(join(playground(), path), 'utf8');

  it('is prepared in the committed solution of the previous lesson', async () => {
    await layOutStart(
      await course('cp apps/file.txt kept.txt; git status --short >> kept.txt'),
      2,
      playground(),
    );
    expect(await read('kept.txt')).toBe('solution of the first?? kept.txt\n');
    expect(await read('apps/file.txt')).toBe('start of the second');
  });

  it('reports why it can’t be prepared', async () => {
    const laidOut = layOutStart(await course('echo no broker; false'), 2, playground());
    await expect(laidOut).rejects.toThrow(
      /Lesson 2 can't be prepared, "echo no broker; false" fails:\nno broker/,
    );
  });
});
