import type { Task } from '../course/index.ts';
import type { TaskResult } from '../progress/index.ts';

/** Why a task doesn't count as done, in a sentence; undefined when it does. */
export function whyNot({ after }: Task, { done, exitCode }: TaskResult): string | undefined {
  if (done) return undefined;
  const passed = exitCode === 0;
  if (after.passes) {
    return passed
      ? 'It passes, but does not show yet what is asked for.'
      : `It fails, with exit code ${exitCode}.`;
  }
  return passed
    ? 'It passes, and here it should fail.'
    : 'It fails, as it should here, but for another reason.';
}
