export { fails, passes, type Lesson, type Outcome, type Task } from './course/lesson.ts';
