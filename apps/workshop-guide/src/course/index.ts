export { fails, passes, type ExpectedOutcome, type Lesson, type Task } from './lesson.ts';
export type { ExpectedInteraction, Mistake, Probe, Refusal } from './answers.ts';
export { lessonOf, loadCourse, type Course, type CourseLesson } from './load-course.ts';
export {
  baseFiles,
  lessonFiles,
  ownFiles,
  stageOf,
  stagesOf,
  type LessonFile,
  type LessonFiles,
} from './lesson-files.ts';
export {
  following,
  revisionOf,
  skeleton,
  withSharedOutput,
  wordsOf,
  type LessonWords,
} from './translation/index.ts';
export { isOurRepository } from './git.ts';
export { layOutStart } from './lay-out-start.ts';
export { layOutWorkspace, projectRoot, writeFiles } from './workspace.ts';
export { judge, markersIn, runTask, type Judgement, type TaskRun } from './judging/index.ts';
export { outOfTime } from './time-limit.ts';
export type { ShownMismatch } from './mismatches/index.ts';
export * from './check/index.ts';
