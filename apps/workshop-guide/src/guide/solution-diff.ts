import { lessonFiles, stagesOf, type CourseLesson } from '../course/index.ts';
import { differences, learnerFiles, type FileDifference, type Files } from '../playground/index.ts';
import type { LessonProgress } from '../progress/index.ts';
import { currentStage } from './stage.ts';
import type { Workshop } from './workshop.ts';

/** The differences between the playground and the solution of the current stage. */
export function solutionDiff(
  workshop: Workshop,
  lesson: CourseLesson,
  progress: LessonProgress | undefined,
): FileDifference[] {
  return diffBetween(workshop, lesson, yours, currentStage(lesson, progress));
}

/** The name of the learner's own files among the states of a lesson. */
export const yours = 'yours';

/** The states of a lesson that can be compared: its stages, and the learner's files while it is the current lesson. */
export function comparableStates(lesson: CourseLesson, isCurrent: boolean): string[] {
  return [...(isCurrent ? [yours] : []), ...stagesOf(lesson)];
}

/**
 * The differences between two states of a lesson: names of stages, or `yours`. Files that are not the lesson's own, such
 * as the Makefile, are ignored.
 */
export function diffBetween(
  workshop: Workshop,
  lesson: CourseLesson,
  from: string,
  to: string,
): FileDifference[] {
  const known = lessonFiles(workshop.course, lesson.number, 'solution');
  const filesOf = (state: string): Files =>
    new Map(
      [...stateFiles(workshop, lesson, state)].filter(
        ([path]) => path.startsWith('apps/') || known.has(path),
      ),
    );
  return differences(filesOf(from), filesOf(to), [from, to]);
}

function stateFiles({ course, at }: Workshop, lesson: CourseLesson, state: string): Files {
  if (state === yours) return learnerFiles(at.playground);
  const files = lessonFiles(course, lesson.number, state);
  return new Map([...files].map(([path, { content }]) => [path, content]));
}
