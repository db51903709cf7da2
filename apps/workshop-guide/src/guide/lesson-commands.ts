import type { CourseLesson } from '../course/index.ts';
import { WorkshopError } from '../errors.ts';
import { findBackup, type Backup } from '../playground/index.ts';
import { progressOf, updateProgress, withHint } from '../progress/index.ts';
import { currentLesson } from './current-lesson.ts';
import { isLaidOut, layOut, type LayoutOptions, type LayoutTarget } from './lay-out.ts';
import { currentStage, openTasks } from './stage.ts';
import { findLesson, lessonNamed, nameOf, learnerPosition, type Workshop } from './workshop.ts';

/** What a command did to the playground. */
export interface LayoutResult {
  readonly lesson: CourseLesson;
  /** False when the playground was not changed. */
  readonly laidOut: boolean;
  /** Backups of the learner's files, made before they were replaced. */
  readonly backups: readonly Backup[];
}

/**
 * Starts a lesson or continues it. A playground that is laid out for the lesson is not changed.
 * @param name number or name of the lesson; the current one by default, else the first
 */
export async function start(
  workshop: Workshop,
  name?: string,
  options?: LayoutOptions,
): Promise<LayoutResult> {
  const here = learnerPosition(workshop).lesson;
  const lesson = name === undefined ? (here ?? findLesson(workshop, '1')) : findLesson(workshop, name);
  if (here === lesson && isLaidOut(workshop)) return { lesson, laidOut: false, backups: [] };
  return layOutFor(workshop, { lesson, stage: 'start' }, 'start', options);
}

/** Lays out the start of the current lesson again. */
export async function reset(workshop: Workshop, options?: LayoutOptions): Promise<LayoutResult> {
  const { lesson } = currentLesson(workshop);
  return layOutFor(workshop, { lesson, stage: 'start' }, 'reset', options);
}

/** Lays out the solution of the current stage. */
export async function solve(workshop: Workshop, options?: LayoutOptions): Promise<LayoutResult> {
  const { progress, lesson } = currentLesson(workshop);
  const stage = currentStage(lesson, progressOf(progress, nameOf(lesson)));
  return layOutFor(workshop, { lesson, stage }, 'solve', options);
}

/**
 * Starts the lesson after the current one.
 * @throws WorkshopError while tasks are open, and after the last lesson
 */
export async function next(workshop: Workshop, options?: LayoutOptions): Promise<LayoutResult> {
  const { progress, lesson } = currentLesson(workshop);
  const open = openTasks(lesson, progressOf(progress, nameOf(lesson)));
  if (open.length > 0) {
    const titles = open.map(({ title }) => `  ${title}`).join('\n');
    throw new WorkshopError(
      `Lesson ${lesson.number} is not done yet:\n${titles}\nNext: "npx workshop check", or "npx workshop start ${lesson.number + 1}" to skip the rest.`,
    );
  }
  const after = workshop.course.lessons[lesson.number];
  if (!after) throw new WorkshopError('That was the last lesson.\nNext: apply it to your own services.');
  return layOutFor(workshop, { lesson: after, stage: 'start' }, 'next', options);
}

/**
 * Restores a backup, and the lesson that it belongs to. The files that are in the playground now are backed up first.
 * @param name of the backup; the newest one by default
 */
export async function restore(
  workshop: Workshop,
  name?: string,
  options?: LayoutOptions,
): Promise<LayoutResult & { readonly from: Backup }> {
  const { backup, files } = findBackup(workshop.at.backupDir, name);
  const lesson =
    lessonNamed(workshop, backup.lesson) ?? learnerPosition(workshop).lesson ?? findLesson(workshop, '1');
  const target = { lesson, stage: 'start', restored: files };
  return { ...(await layOutFor(workshop, target, 'restore', options)), from: backup };
}

/** The next hint of the current lesson; after the last one, the last one again. */
export async function hint(
  workshop: Workshop,
): Promise<{ lesson: CourseLesson; count: number; text: string }> {
  const { lesson } = currentLesson(workshop);
  const { hints } = lesson.manifest;
  const progress = await updateProgress(workshop.at.progressFile, (before) =>
    withHint(before, nameOf(lesson), hints.length),
  );
  const count = progressOf(progress, nameOf(lesson))?.hints ?? 1;
  return { lesson, count, text: hints[count - 1] ?? hints[0] };
}

async function layOutFor(
  workshop: Workshop,
  target: LayoutTarget,
  command: string,
  options?: LayoutOptions,
): Promise<LayoutResult> {
  return { lesson: target.lesson, laidOut: true, backups: await layOut(workshop, target, command, options) };
}
