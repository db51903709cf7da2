import type { Task } from './lesson.ts';

/**
 * Milliseconds after which a command counts as hanging. The slowest command of the course takes a tenth of it on two
 * cores.
 */
export const defaultLimitMs = 120_000;

/** Milliseconds that a task's command may take. */
export function limitOf({ limitSeconds }: Pick<Task, 'limitSeconds'>): number {
  return limitSeconds === undefined ? defaultLimitMs : limitSeconds * 1000;
}

/** Message for a command that was stopped at its time limit. */
export function outOfTime(task: Pick<Task, 'limitSeconds' | 'command'>): string {
  return (
    `It did not end within ${limitOf(task) / 1000} s and was stopped. See its output for the cause, such as a server that is ` +
    `never closed or an endless loop; fix it and check again. If it is only slow on this machine, run ` +
    `"${task.command}" in the playground yourself: there is no time limit there.`
  );
}
