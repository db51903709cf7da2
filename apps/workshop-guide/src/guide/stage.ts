import { stageOf, type CourseLesson, type Task } from '../course/index.ts';
import type { LessonProgress } from '../progress/index.ts';

/** The tasks that are not done, in their order. */
export function openTasks({ manifest }: CourseLesson, progress: LessonProgress | undefined): readonly Task[] {
  return manifest.tasks.filter(({ id }) => !progress?.tasks[id]?.done);
}

/** The stage that the learner is working on: the stage of the first open task. */
export function currentStage(lesson: CourseLesson, progress: LessonProgress | undefined): string {
  const [first] = openTasks(lesson, progress);
  return first ? stageOf(first) : 'solution';
}

/**
 * The tasks of the current stage and later ones. Tasks of earlier stages are not run again: their commands may fail
 * with the files of a later stage.
 */
export function tasksOfNow(lesson: CourseLesson, progress: LessonProgress | undefined): readonly Task[] {
  const stage = currentStage(lesson, progress);
  const from = lesson.manifest.tasks.findIndex((task) => stageOf(task) === stage);
  return lesson.manifest.tasks.slice(Math.max(from, 0));
}
