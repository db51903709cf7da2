import type { CourseLesson, Task } from '../course/index.ts';
import { tasksOfNow } from '../guide/index.ts';
import type { LessonProgress } from '../progress/index.ts';
import { isAffected } from './affected.ts';

/**
 * The tasks whose commands have to be run after files changed, in their order: those that a change can affect, and those
 * that nobody knows the outcome of yet. Tasks that only the learner begins are not among them, nor what comes after one
 * that is open: it builds on it.
 * @param changed paths from the playground's root, or everything that is in it
 */
export function tasksToRun(
  lesson: CourseLesson,
  progress: LessonProgress | undefined,
  changed: ReadonlySet<string> | 'everything',
): readonly Task[] {
  const tasks = tasksOfNow(lesson, progress);
  const barrier = tasks.findIndex(({ id, manual }) => manual && !progress?.tasks[id]?.done);
  return (barrier < 0 ? tasks : tasks.slice(0, barrier)).filter(
    (task) =>
      !task.manual &&
      (!progress?.tasks[task.id] ||
        changed === 'everything' ||
        [...changed].some((path) => isAffected(task, path))),
  );
}
