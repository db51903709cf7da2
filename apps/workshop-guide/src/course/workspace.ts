import { readFileSync, rmSync, symlinkSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeAtomically } from '../files/write-atomically.ts';
import { isLearnerPath, learnerFiles, removeFile, type Files } from '../playground/index.ts';
import { foldersOf } from './folders-of.ts';
import { committedFiles, commitEverything, makeRepository } from './git.ts';
import { filesUnder, type LessonFiles } from './lesson-files.ts';
import { moveLinksAside } from './links.ts';
import type { Course } from './load-course.ts';

/** Root of the project. */
export const projectRoot = fileURLToPath(new URL('../../../..', import.meta.url));

/** The files that a workspace shares with the project's root. */
const sharedFiles = ['jest.preset.mjs', 'tsconfig.base.json', 'tsconfig.json', 'workflow.mk'] as const;

/**
 * Called right before files are replaced, with those that will be written; nothing else happens in between. The last
 * moment to save what a learner wrote.
 */
export type BeforeReplacing = (written: Files) => void;

/**
 * Lays out a workspace of the same layout as the project: the course's `workspace/`, the project's presets and
 * packages, the lesson's files, and a git repository of its own with all that committed. In a workspace that is there
 * already, all that a learner may have written in `apps/` or committed is replaced, and `pacts/` removed: save a
 * learner's work before. The rest (history, the broker's database, what editors and commands left) is kept.
 * @param folder absolute path; made when it is not there
 * @param message of the commit
 * @returns what was written
 */
export async function layOutWorkspace(
  course: Course,
  files: LessonFiles,
  folder: string,
  message: string,
  beforeReplacing?: BeforeReplacing,
): Promise<Files> {
  await mkdir(folder, { recursive: true });
  await makeRepository(folder);
  const written = contentOf(course, files);
  const committed = (await committedFiles(folder)).filter(isLearnerPath);
  beforeReplacing?.(written);
  // From here to the last file without a pause, so that no save of an editor comes in between.
  replaceAll(folder, committed, written);
  await commitEverything(folder, message);
  return written;
}

/** Writes files over what is there. */
export async function writeFiles(files: LessonFiles, folder: string): Promise<void> {
  for (const [path, { content }] of files) {
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content);
  }
}

function contentOf(course: Course, files: LessonFiles): Files {
  const workspace = filesUnder(join(course.folder, 'workspace'));
  return new Map<string, Buffer>([
    ...sharedFiles.map((name) => [name, readFileSync(join(projectRoot, name))] as const),
    ...[...workspace, ...files].map(([path, { content }]) => [path, content] as const),
  ]);
}

function replaceAll(folder: string, committed: readonly string[], written: Files): void {
  moveLinksAside(folder, [...written.keys()]);
  const present = learnerFiles(folder);
  const inTheWay = new Set([...written.keys()].flatMap(foldersOf));
  const replaced = new Set([...committed, ...inTheWay]);
  for (const path of present.keys())
    if (!written.has(path) && (path.startsWith('apps/') || replaced.has(path))) removeFile(folder, path);
  for (const name of ['pacts', 'node_modules']) rmSync(join(folder, name), { recursive: true, force: true });
  for (const [path, content] of written)
    if (!present.get(path)?.equals(content)) writeAtomically(join(folder, path), content, { flush: false });
  symlinkSync(join(projectRoot, 'node_modules'), join(folder, 'node_modules'), 'dir');
}
