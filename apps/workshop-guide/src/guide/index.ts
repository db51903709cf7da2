export { currentLesson } from './current-lesson.ts';
export { isLaidOut } from './lay-out.ts';
export { layingOut } from './laying-out.ts';
export { hint, next, reset, restore, solve, start, type Moved } from './moves.ts';
export { nextStep } from './next-step.ts';
export { beTheOnlyOne } from './only-one.ts';
export { solutionDiff } from './solution-diff.ts';
export { openTasks, tasksOfNow } from './stage.ts';
export { findLesson, lessonNamed, nameOf, openWorkshop, whereWeAre, type Workshop } from './workshop.ts';
