import type { CourseLesson, Task } from '../course/index.ts';
import { tasksOfNow } from '../guide/index.ts';
import type { LessonProgress } from '../progress/index.ts';
import { isAffected } from './affected.ts';

/**
 * The tasks whose commands have to be run after files changed, in their order: those that a change can affect, and those
 * that nobody knows the outcome of yet.
 * @param changed paths from the playground's root
 */
export function tasksToRun(
  lesson: CourseLesson,
  progress: LessonProgress | undefined,
  changed: ReadonlySet<string>,
): readonly Task[] {
  return tasksOfNow(lesson, progress).filter(
    (task) => !progress?.tasks[task.id] || [...changed].some((path) => isAffected(task, path)),
  );
}
