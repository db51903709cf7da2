import { existsSync, rmSync } from 'node:fs';
import { layOutStart, layOutWorkspace, lessonFiles, type CourseLesson } from '../course/index.ts';
import { WorkshopError } from '../errors.ts';
import {
  learnerFiles,
  ownWork,
  rememberLaidOut,
  saveAside,
  type Files,
  type Locations,
  type SavedWork,
} from '../playground/index.ts';
import { readProgress, updateProgress, withLesson } from '../progress/index.ts';
import { nameOf, type Workshop } from './workshop.ts';

/** A state of a lesson that the playground can be laid out for. */
export interface Layout {
  readonly lesson: CourseLesson;
  /** `start`, `solution` or another stage of the lesson. */
  readonly stage: string;
}

export interface LayoutOptions {
  /** Stops what a lesson prepares. */
  readonly signal?: AbortSignal;
  /** Called when a lesson prepares something before it begins, which takes some seconds. */
  readonly onPrepare?: (lesson: CourseLesson) => void;
}

/**
 * Lays out the playground for a state of a lesson, and saves the learner's own work aside before.
 * @param command for which it is done, to tell the learner later
 * @returns what was saved; undefined when there was nothing of the learner's own
 * @throws WorkshopError when the playground can't be laid out
 */
export async function layOut(
  { course, at }: Workshop,
  { lesson, stage }: Layout,
  command: string,
  { signal, onPrepare }: LayoutOptions = {},
): Promise<SavedWork | undefined> {
  const own = ownFiles(at);
  const saved = own.size === 0 ? undefined : saveAll(at, command);
  if (stage === 'start') {
    // Before the files change, so that whoever watches them checks them against the right lesson.
    await updateProgress(at.progressFile, (before) =>
      withLesson(before, nameOf(lesson), new Date().toISOString()),
    );
  }
  rmSync(at.laidOutFile, { force: true });
  try {
    if (stage === 'start') {
      if (lesson.manifest.prepare !== undefined) onPrepare?.(lesson);
      await layOutStart(course, lesson.number, at.playground, { signal });
    } else {
      const files = lessonFiles(course, lesson.number, stage);
      await layOutWorkspace(course, files, at.playground, `Lesson ${lesson.number}: ${stage}`);
    }
  } catch (error) {
    signal?.throwIfAborted();
    throw new WorkshopError(
      `The playground ${at.playground} can't be laid out: ${(error as Error).message}\nNext: "npx workshop doctor" looks for what is missing.`,
      { cause: error },
    );
  }
  rememberLaidOut(at.laidOutFile, without(own, learnerFiles(at.playground)));
  return saved;
}

/** Whether the playground was laid out to the end; a command that was killed on the way leaves it half done. */
export function isLaidOut({ at }: Workshop): boolean {
  return existsSync(at.playground) && existsSync(at.laidOutFile);
}

/** What the learner changed or created since the playground was laid out. */
function ownFiles({ playground, laidOutFile }: Locations): Files {
  const present = learnerFiles(playground);
  const own = new Set(ownWork(laidOutFile, present));
  return new Map([...present].filter(([path]) => own.has(path)));
}

/** All of the learner's files, also those that stayed as they were: so they come back as they stood together. */
function saveAll(at: Locations, command: string): SavedWork {
  const lesson = readProgress(at.progressFile).lesson ?? 'unknown';
  const about = { lesson, before: command, at: new Date().toISOString() };
  return saveAside(at.savedDir, learnerFiles(at.playground), about);
}

/** What was laid out: what the learner wrote and no layout replaced, such as notes, stays the learner's own. */
function without(own: Files, present: Files): Files {
  return new Map([...present].filter(([path, content]) => !own.get(path)?.equals(content)));
}
