import { posix } from 'node:path';
import type { Task } from '../course/index.ts';

/** What a task depends on where its manifest doesn't say. */
const allOfApps = ['apps/**'];

/** Whether the change of a file, by its path from the playground's root, can change how a task comes out. */
export function isAffected(task: Task, path: string): boolean {
  return (task.dependsOn ?? allOfApps).some((glob) =>
    posix.matchesGlob(withoutDots(path), withoutDots(glob)),
  );
}

/** Names without their leading dot in the way: "everything below" means hidden files, too. */
function withoutDots(path: string): string {
  return path.replaceAll(/(^|\/)\.(?=[^./])/g, '$1dot.');
}
