import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Task } from './lesson.ts';
import { lessonOf, type Course, type CourseLesson } from './load-course.ts';

/** A file of a state of the playground. */
export interface LessonFile {
  readonly content: Buffer;
  /** Absolute path of the file in the course that it comes from. */
  readonly source: string;
}

/** Files by their path from the playground's root, always with forward slashes. */
export type LessonFiles = ReadonlyMap<string, LessonFile>;

/** The stage of a task: the folder of the lesson with the files that solve it. */
export function stageOf(task: Task): string {
  return task.stage ?? 'solution';
}

/**
 * The states of a lesson: `start`, the stages of its tasks in their order, and `solution`. Most lessons have no stages
 * besides these two.
 */
export function stagesOf({ manifest }: CourseLesson): string[] {
  const named = manifest.tasks.map(stageOf).filter((stage) => stage !== 'solution');
  return ['start', ...new Set(named), 'solution'];
}

/**
 * The whole content of the playground in a state of a lesson: the solution of the previous lesson, overlaid with the
 * lesson's own folders up to that state.
 * @throws Error that names the existing states
 */
export function lessonFiles(course: Course, number: number, stage: string): LessonFiles {
  const lesson = lessonOf(course, number);
  const stages = stagesOf(lesson);
  const last = stages.indexOf(stage);
  if (last < 0) throw new Error(`Lesson ${number} has no "${stage}", only ${stages.join(', ')}.`);
  const files = new Map(baseFiles(course, number));
  for (const name of stages.slice(0, last + 1))
    for (const [path, file] of ownFiles(lesson, name)) files.set(path, file);
  return files;
}

/** The files that a lesson builds on: the solution of the previous lesson; none for the first. */
export function baseFiles(course: Course, number: number): LessonFiles {
  return number === 1 ? new Map() : lessonFiles(course, number - 1, 'solution');
}

/** The files in a lesson's own folder for a state: only the changes. */
export function ownFiles(lesson: CourseLesson, stage: string): LessonFiles {
  return filesUnder(join(lesson.folder, stage));
}

/** All files below a folder; none when the folder does not exist. */
export function filesUnder(folder: string): LessonFiles {
  if (!existsSync(folder)) return new Map();
  const files = new Map<string, LessonFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const source = join(entry.parentPath, entry.name);
    files.set(relative(folder, source).split(sep).join('/'), { content: readFileSync(source), source });
  }
  return files;
}
