import { existsSync } from 'node:fs';
import type { CourseLesson } from '../course/index.ts';
import { WorkshopError } from '../errors.ts';
import type { Progress } from '../progress/index.ts';
import { isLaidOut } from './lay-out.ts';
import { refuseDuringLayout } from './layout-lock.ts';
import { learnerPosition, type Workshop } from './workshop.ts';

/**
 * The lesson that the learner is in.
 * @throws WorkshopError when none was started, or when there is no playground for it any more
 */
export function currentLesson(workshop: Workshop): {
  readonly progress: Progress;
  readonly lesson: CourseLesson;
} {
  const { progress, lesson } = learnerPosition(workshop);
  if (!lesson) {
    const gone = progress.lesson === undefined ? '' : ` (the course has no "${progress.lesson}" any more)`;
    throw new WorkshopError(
      `No lesson was started yet${gone}.\nNext: "npx workshop start" lays out the first one.`,
    );
  }
  if (!existsSync(workshop.at.playground)) {
    throw new WorkshopError(
      `There is no playground: ${workshop.at.playground} is gone.\nNext: "npx workshop start" lays it out again for lesson ${lesson.number}.`,
    );
  }
  if (!isLaidOut(workshop)) {
    refuseDuringLayout(workshop);
    throw new WorkshopError(
      `Lesson ${lesson.number} is not laid out to the end: a command was stopped.\nNext: "npx workshop start" lays it out.`,
    );
  }
  return { progress, lesson };
}
