import { symlinkSync } from 'node:fs';
import { cp, mkdir, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { filesUnder } from '../lesson-files.ts';
import type { CourseLesson } from '../load-course.ts';
import { projectRoot, writeFiles } from '../workspace.ts';

/**
 * Copies what a run of tests needs of a playground (the files at its root, and `apps/`), and lays the files of a probe
 * over it.
 */
export async function layOutProbe(
  playground: string,
  lesson: CourseLesson,
  name: string,
  folder: string,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const entries = await readdir(playground, { withFileTypes: true });
  for (const entry of entries)
    if (entry.isFile() || entry.name === 'apps')
      await cp(join(playground, entry.name), join(folder, entry.name), {
        recursive: true,
        filter: (path) => !['node_modules', 'coverage'].includes(basename(path)),
      });
  symlinkSync(join(projectRoot, 'node_modules'), join(folder, 'node_modules'), 'dir');
  await writeFiles(filesUnder(join(lesson.folder, 'probes', name)), folder);
}
