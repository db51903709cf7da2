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
const sharedFiles = [
  'jest.preset.mjs',
  'jest.transform.mjs',
  'tsconfig.base.json',
  'tsconfig.json',
  'workflow.mk',
] as const;

/**
 * Called with the files that will be written, right before files are replaced: the last moment to back up the learner's
 * files.
 */
export type BeforeReplacing = (written: Files) => void;

/**
 * Lays out a workspace with the same layout as the project: the course's `workspace/`, the project's presets and
 * packages, the lesson's files, and a git repository with a commit of these files. In an existing workspace, files in
 * `apps/` and committed files are replaced, and `pacts/` is removed, so the learner's files have to be backed up
 * before. History, the broker's database and files of editors and commands are kept.
 * @param folder absolute path; created when it does not exist
 * @param message of the commit
 * @returns the files that were written
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
  // Synchronous from here to the last file, so that no editor saves a file in between.
  replaceAll(folder, committed, written);
  await commitEverything(folder, message);
  return written;
}

/** Writes files; existing files are overwritten. */
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
