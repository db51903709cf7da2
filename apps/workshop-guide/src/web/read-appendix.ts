import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Workshop } from '../guide/index.ts';
import { renderText, type LessonText } from '../lesson-text/index.ts';

/** Reads a text of the appendix, `README.md` by default; undefined when it does not exist. */
export async function readAppendix({ course }: Workshop, page?: string): Promise<LessonText | undefined> {
  if (page !== undefined && !/^[a-z0-9-]+$/.test(page)) return undefined;
  try {
    const markdown = await readFile(join(course.folder, 'appendix', `${page ?? 'README'}.md`), 'utf8');
    return renderText(markdown, 'appendix');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
