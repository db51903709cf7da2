import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from '@jest/globals';
import type { CourseLesson } from '../load-course.ts';
import { leftOverMarkers } from './left-over-markers.ts';

it('Markers of the lesson that are still in the learner’s files are named, with file and line', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'left-over-'));
  try {
    const write = async (path: string, content: string) => {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), content);
    };
    await write('lesson/start/a.ts', '// TODO 1: say hello\n\n// TODO 2: say goodbye\n');
    await write('lesson/start/b.ts', '// TODO: the rest\n');
    await write(
      'playground/a.ts',
      'hello();\ngoodbye();\n  // TODO 2: say goodbye\n// TODO: a note of my own\n',
    );
    await write('playground/b.ts', 'rest();\n');
    const lesson = { folder: join(folder, 'lesson'), manifest: { edits: ['a.ts', 'b.ts', 'c.ts'] } };
    expect(leftOverMarkers(join(folder, 'playground'), lesson as unknown as CourseLesson)).toEqual([
      'TODO 2 is still in a.ts, line 3.',
    ]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
