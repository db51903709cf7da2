import { posix } from 'node:path';
import type { Task } from '../course/index.ts';

/** The default of a task's `dependsOn`. */
const allOfApps = ['apps/**'];

/** Whether a file, by its path from the playground's root, affects the result of a task. */
export function isAffected(task: Task, path: string): boolean {
  return (task.dependsOn ?? allOfApps).some((glob) =>
    posix.matchesGlob(withoutDots(path), withoutDots(glob)),
  );
}

/** Replaces leading dots of names, so that `**` matches hidden files as well. */
function withoutDots(path: string): string {
  return path.replaceAll(/(^|\/)\.(?=[^./])/g, '$1dot.');
}
