import { z } from 'zod';
import type { CourseLesson } from '../course/index.ts';
import { WorkshopError } from '../errors.ts';
import { Claim } from '../files/claim.ts';
import type { Workshop } from './workshop.ts';

const layout = z.object({
  /** Number of the lesson. */
  lesson: z.number(),
  /** What the learner asked for. */
  command: z.string(),
});

type LayingOut = Readonly<z.infer<typeof layout>>;

/** The lesson that is being laid out now, by whomever; undefined when none is. */
export function layingOut(workshop: Workshop): LayingOut | undefined {
  return claimOf(workshop).holder();
}

/**
 * Lays out a lesson while nobody else lays out one: the page and each command in a terminal could, in the same folder.
 * @throws WorkshopError that names the lesson which is being laid out already
 */
export async function whileAlone<T>(
  workshop: Workshop,
  { number }: CourseLesson,
  command: string,
  work: () => Promise<T>,
): Promise<T> {
  const claim = claimOf(workshop);
  const holder = await claim.take({ lesson: number, command });
  if (holder) throw busy(holder);
  try {
    return await work();
  } finally {
    claim.giveBack();
  }
}

/** @throws WorkshopError while a lesson is being laid out */
export function refuseWhileLayingOut(workshop: Workshop): void {
  const holder = layingOut(workshop);
  if (holder) throw busy(holder);
}

function busy({ lesson, command }: LayingOut): WorkshopError {
  return new WorkshopError(
    `Lesson ${lesson} is being prepared by "${command}", on the page or in another terminal.\nNext: try again in a moment.`,
  );
}

function claimOf({ at }: Workshop): Claim<LayingOut> {
  return new Claim(at.layoutLockFile, layout);
}
