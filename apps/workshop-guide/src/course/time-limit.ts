import type { Task } from './lesson.ts';

/** Milliseconds after which a command counts as hanging. The slowest of the course takes a tenth of it on two cores. */
export const usualLimitMs = 120_000;

/** Milliseconds that a task's command may take. */
export function limitOf({ limitSeconds }: Pick<Task, 'limitSeconds'>): number {
  return limitSeconds === undefined ? usualLimitMs : limitSeconds * 1000;
}

/** Says that a task's command took too long, and what to do. */
export function outOfTime(task: Pick<Task, 'limitSeconds' | 'command'>): string {
  return (
    `It did not end within ${limitOf(task) / 1000} s and was stopped. Look in its output for what it waits for, such as a ` +
    `server that is never closed or a loop without an end; mend that and check again. Is it only slow here? Then type ` +
    `"${task.command}" in the playground yourself: there it has no limit.`
  );
}
