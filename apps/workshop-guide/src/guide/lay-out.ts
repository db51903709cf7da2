import { existsSync } from 'node:fs';
import { layOutStart, layOutWorkspace, lessonFiles, type CourseLesson } from '../course/index.ts';
import { WorkshopError } from '../errors.ts';
import { replaceFiles, type Backup, type Files } from '../playground/index.ts';
import { readProgress, updateProgress, withLesson } from '../progress/index.ts';
import { refuseForeignFolder } from './foreign-folder.ts';
import { withLayoutLock } from './layout-lock.ts';
import { LearnerBackup } from './learner-backup.ts';
import { nameOf, type Workshop } from './workshop.ts';

/** A state of a lesson that the playground can be laid out for. */
export interface LayoutTarget {
  readonly lesson: CourseLesson;
  /** `start`, `solution` or another stage of the lesson. */
  readonly stage: string;
  /** Files of a backup, which replace the lesson's own files. */
  readonly restored?: Files;
}

export interface LayoutOptions {
  /** Stops the preparation of a lesson. */
  readonly signal?: AbortSignal;
  /** Called when the preparation of a lesson starts; it takes some seconds. */
  readonly onPrepare?: (lesson: CourseLesson) => void;
}

/**
 * Backs up the learner's files and lays out the playground for a state of a lesson.
 * @param command that the layout is for; the backup names it
 * @returns the backups: usually one or none, two where the learner saved files while the lesson was being prepared
 * @throws WorkshopError when the playground can't be laid out, or is being laid out already
 */
export async function layOut(
  workshop: Workshop,
  target: LayoutTarget,
  command: string,
  options: LayoutOptions = {},
): Promise<readonly Backup[]> {
  refuseForeignFolder(workshop.at.playground);
  return await withLayoutLock(workshop, target.lesson, command, () =>
    layOutLocked(workshop, target, command, options),
  );
}

async function layOutLocked(
  { course, at }: Workshop,
  { lesson, stage, restored }: LayoutTarget,
  command: string,
  { signal, onPrepare }: LayoutOptions,
): Promise<readonly Backup[]> {
  signal?.throwIfAborted();
  const before = readProgress(at.progressFile).lesson ?? 'unknown';
  const backup = new LearnerBackup(at, command, [before, nameOf(lesson)]);
  const beforeReplacing = (written: Files) => backup.backUp(written);
  backup.begin();
  if (stage === 'start') {
    // Updated before the files change, so that a watching process checks them against the right lesson.
    await updateProgress(at.progressFile, (known) =>
      withLesson(known, nameOf(lesson), new Date().toISOString()),
    );
  }
  try {
    if (stage === 'start' && lesson.manifest.prepare !== undefined) onPrepare?.(lesson);
    const written =
      stage === 'start'
        ? await layOutStart(course, lesson.number, at.playground, { signal, beforeReplacing })
        : await layOutWorkspace(
            course,
            lessonFiles(course, lesson.number, stage),
            at.playground,
            `Lesson ${lesson.number}: ${stage}`,
            beforeReplacing,
          );
    if (restored) {
      backup.backUp(restored);
      replaceFiles(at.playground, restored);
    }
    backup.complete(written);
  } catch (error) {
    signal?.throwIfAborted();
    throw new WorkshopError(
      `The playground ${at.playground} can't be laid out: ${(error as Error).message}\nNext: "npx workshop doctor" checks this machine.`,
      { cause: error },
    );
  }
  return backup.backups;
}

/** Whether the playground was laid out completely; a killed command leaves it partly laid out. */
export function isLaidOut({ at }: Workshop): boolean {
  return existsSync(at.playground) && existsSync(at.laidOutFile);
}
