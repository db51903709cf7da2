export { checkTasks, type CheckEvents } from './check-tasks.ts';
export { Companion } from './companion.ts';
