import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Workshop } from '../guide/index.ts';
import { mainLanguage, renderText, type LessonText } from '../lesson-text/index.ts';

/** The course's introduction, and the language that it is in. */
export interface Introduction extends LessonText {
  readonly language: string;
}

/**
 * Reads the course's introduction: `README.<language>.md` in its folder, or `README.md` where that is missing; undefined
 * when it has none.
 */
export async function readIntroduction(
  workshop: Workshop,
  language: string,
): Promise<Introduction | undefined> {
  const own = language === mainLanguage ? undefined : await readText(workshop, `README.${language}.md`);
  if (own) return { ...own, language };
  const main = await readText(workshop, 'README.md');
  return main && { ...main, language: mainLanguage };
}

async function readText({ course }: Workshop, name: string): Promise<LessonText | undefined> {
  try {
    return renderText(await readFile(join(course.folder, name), 'utf8'), '.');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
