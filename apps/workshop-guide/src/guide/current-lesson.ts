import { existsSync } from 'node:fs';
import type { CourseLesson } from '../course/index.ts';
import { WorkshopError } from '../errors.ts';
import type { Progress } from '../progress/index.ts';
import { isLaidOut } from './lay-out.ts';
import { refuseDuringLayout } from './layout-lock.ts';
import { learnerPosition, type Workshop } from './workshop.ts';

/**
 * The lesson that the learner is working on.
 * @throws WorkshopError when no lesson was started, or when its playground is missing or incomplete
 */
export function currentLesson(workshop: Workshop): {
  readonly progress: Progress;
  readonly lesson: CourseLesson;
} {
  const { progress, lesson } = learnerPosition(workshop);
  if (!lesson) {
    const removed = progress.lesson === undefined ? '' : ` (the course no longer has "${progress.lesson}")`;
    throw new WorkshopError(
      `No lesson was started yet${removed}.\nNext: "npx workshop start" lays out the first one.`,
    );
  }
  if (!existsSync(workshop.at.playground)) {
    throw new WorkshopError(
      `The playground ${workshop.at.playground} does not exist.\nNext: "npx workshop start" lays it out again for lesson ${lesson.number}.`,
    );
  }
  if (!isLaidOut(workshop)) {
    refuseDuringLayout(workshop);
    throw new WorkshopError(
      `Lesson ${lesson.number} is laid out only partly: a command was stopped.\nNext: "npx workshop start" lays it out.`,
    );
  }
  return { progress, lesson };
}
