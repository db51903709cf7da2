import type { CourseLesson, Task } from '../course/index.ts';
import { tasksOfNow } from '../guide/index.ts';
import type { LessonProgress } from '../progress/index.ts';
import { isAffected } from './affected.ts';

/**
 * The tasks whose commands have to be run after files changed, in their order: tasks that a change affects, and tasks
 * without a result. Tasks that only the learner starts are excluded, and so are the tasks after such a task while it is
 * open, since they build on it.
 * @param changed paths from the playground's root, or `everything`
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
