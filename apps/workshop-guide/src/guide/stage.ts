import type { CourseLesson, Task } from '../course/index.ts';
import type { LessonProgress } from '../progress/index.ts';

/** Folder of the lesson whose files a task is done with. */
export function stageOf(task: Task): string {
  return task.stage ?? 'solution';
}

/** Tasks that aren't done, in their order. */
export function openTasks({ manifest }: CourseLesson, progress: LessonProgress | undefined): readonly Task[] {
  return manifest.tasks.filter(({ id }) => !progress?.tasks[id]?.done);
}

/** The stage that the learner is working towards: that of the first open task. */
export function currentStage(lesson: CourseLesson, progress: LessonProgress | undefined): string {
  const [first] = openTasks(lesson, progress);
  return first ? stageOf(first) : 'solution';
}

/**
 * Tasks whose commands tell something now. Those of earlier stages don't: the learner has gone on from there, and their
 * commands may well end otherwise.
 */
export function tasksOfNow(lesson: CourseLesson, progress: LessonProgress | undefined): readonly Task[] {
  const stage = currentStage(lesson, progress);
  const from = lesson.manifest.tasks.findIndex((task) => stageOf(task) === stage);
  return lesson.manifest.tasks.slice(Math.max(from, 0));
}
