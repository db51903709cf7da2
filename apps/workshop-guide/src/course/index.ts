export { fails, passes, type ExpectedOutcome, type Lesson, type Task } from './lesson.ts';
export { lessonOf, loadCourse, type Course, type CourseLesson } from './load-course.ts';
export {
  baseFiles,
  lessonFiles,
  ownFiles,
  stagesOf,
  type LessonFile,
  type LessonFiles,
} from './lesson-files.ts';
export { isOurRepository } from './git.ts';
export { layOutStart } from './lay-out-start.ts';
export { layOutWorkspace, projectRoot, writeFiles } from './workspace.ts';
export { judge, type Judgement } from './judge.ts';
export { outOfTime } from './time-limit.ts';
export { runTask, type TaskRun } from './run-task.ts';
export type { ShownMismatch } from './mismatches/index.ts';
export * from './check/index.ts';
