export { currentLesson } from './current-lesson.ts';
export { isLaidOut } from './lay-out.ts';
export { hint, next, reset, restore, solve, start, type Moved } from './moves.ts';
export { nextStep } from './next-step.ts';
export { refuseSecond, rememberOpened } from './only-one.ts';
export { solutionDiff } from './solution-diff.ts';
export { openTasks, tasksOfNow } from './stage.ts';
export { findLesson, lessonNamed, nameOf, openWorkshop, whereWeAre, type Workshop } from './workshop.ts';
