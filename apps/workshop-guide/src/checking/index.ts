export { checkTasks } from './check-tasks.ts';
export { Companion } from './companion.ts';
