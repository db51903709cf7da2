import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Workshop } from '../guide/index.ts';
import { renderText, type LessonText } from '../lesson-text/index.ts';

/** Reads the course's introduction, `README.md` in its folder; undefined when it has none. */
export async function readIntroduction({ course }: Workshop): Promise<LessonText | undefined> {
  try {
    return renderText(await readFile(join(course.folder, 'README.md'), 'utf8'), '.');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
