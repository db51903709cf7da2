import { copyFile, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { committedFiles, commitEverything } from './git.ts';
import { filesUnder, type LessonFiles } from './lesson-files.ts';
import type { Course } from './load-course.ts';

/** Root of the project. */
export const projectRoot = fileURLToPath(new URL('../../../..', import.meta.url));

/** What a workspace takes from the project's root, so that there is no second copy to keep. */
const sharedFiles = ['jest.preset.mjs', 'tsconfig.base.json', 'tsconfig.json'] as const;

/**
 * Lays out a workspace of the same layout as the project: the course's `workspace/`, the project's presets and
 * packages, the lesson's files, and a git repository of its own with all that committed. In a workspace that is there
 * already, all that was committed, `apps/` and `pacts/` are replaced, and the rest (history, the broker's database) is
 * kept: save a learner's work before.
 * @param folder absolute path; made when it is not there
 * @param message of the commit
 */
export async function layOutWorkspace(
  course: Course,
  files: LessonFiles,
  folder: string,
  message: string,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of ['apps', 'pacts', 'node_modules', ...(await committedFiles(folder))])
    await rm(join(folder, name), { recursive: true, force: true });
  for (const name of sharedFiles) await copyFile(join(projectRoot, name), join(folder, name));
  await writeFiles(filesUnder(join(course.folder, 'workspace')), folder);
  await writeFiles(files, folder);
  await symlink(join(projectRoot, 'node_modules'), join(folder, 'node_modules'), 'dir');
  await commitEverything(folder, message);
}

/** Writes files over what is there. */
export async function writeFiles(files: LessonFiles, folder: string): Promise<void> {
  for (const [path, { content }] of files) {
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content);
  }
}
