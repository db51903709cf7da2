import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Workshop } from '../guide/index.ts';
import { renderText, type LessonText } from '../lesson-text/index.ts';

/** A text of the appendix, which is for reading alone: `README.md` by default. Nothing when there is none. */
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
