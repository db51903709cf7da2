import { z } from 'zod';
import type { CourseLesson } from '../course/index.ts';
import { WorkshopError } from '../errors.ts';
import { LockFile } from '../files/lock-file.ts';
import type { Workshop } from './workshop.ts';

const layout = z.object({
  /** Number of the lesson. */
  lesson: z.number(),
  /** The learner's command. */
  command: z.string(),
});

type LayoutInProgress = Readonly<z.infer<typeof layout>>;

/** The layout that is in progress, in any process; undefined when there is none. */
export function layoutInProgress(workshop: Workshop): LayoutInProgress | undefined {
  return lockOf(workshop).owner();
}

/**
 * Lays out a lesson while no other process does. The page and commands in several terminals lay out the same folder.
 * @throws WorkshopError that names the lesson which is being laid out already
 */
export async function withLayoutLock<T>(
  workshop: Workshop,
  { number }: CourseLesson,
  command: string,
  work: () => Promise<T>,
): Promise<T> {
  const lock = lockOf(workshop);
  const owner = await lock.acquire({ lesson: number, command });
  if (owner) throw busy(owner);
  try {
    return await work();
  } finally {
    lock.release();
  }
}

/** @throws WorkshopError while a lesson is being laid out */
export function refuseDuringLayout(workshop: Workshop): void {
  const layout = layoutInProgress(workshop);
  if (layout) throw busy(layout);
}

function busy({ lesson, command }: LayoutInProgress): WorkshopError {
  return new WorkshopError(
    `Lesson ${lesson} is being prepared by "${command}", on the page or in another terminal.\nNext: try again in a moment.`,
  );
}

function lockOf({ at }: Workshop): LockFile<LayoutInProgress> {
  return new LockFile(at.layoutLockFile, layout);
}
