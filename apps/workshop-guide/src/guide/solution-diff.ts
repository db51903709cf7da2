import { lessonFiles, type CourseLesson } from '../course/index.ts';
import { differences, learnerFiles, type FileDifference, type Files } from '../playground/index.ts';
import type { LessonProgress } from '../progress/index.ts';
import { currentStage } from './stage.ts';
import type { Workshop } from './workshop.ts';

/**
 * The differences between the playground and the solution of the current stage. Files that are not the lesson's own,
 * such as the Makefile, are ignored.
 */
export function solutionDiff(
  { course, at }: Workshop,
  lesson: CourseLesson,
  progress: LessonProgress | undefined,
): FileDifference[] {
  const wanted: Files = new Map(
    [...lessonFiles(course, lesson.number, currentStage(lesson, progress))].map(([path, { content }]) => [
      path,
      content,
    ]),
  );
  const present = [...learnerFiles(at.playground)].filter(
    ([path]) => wanted.has(path) || path.startsWith('apps/'),
  );
  return differences(new Map(present), wanted);
}
