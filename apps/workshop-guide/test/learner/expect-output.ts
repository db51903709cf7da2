import type { Learner } from '../workshop-process.ts';

/**
 * Runs a command and checks exit code and output, which has to end with the next step.
 * @throws Error with the whole output when they differ
 */
export async function expectOutput(
  learner: Learner,
  command: readonly string[],
  code: number,
  pattern: RegExp,
): Promise<void> {
  const finished = await learner.workshop(...command);
  const output = finished.stdout + finished.stderr;
  const wrong =
    finished.code !== code
      ? `ends with ${finished.code} instead of ${code}`
      : !pattern.test(output)
        ? `does not print ${String(pattern)}`
        : !/^Next: \S/m.test(output)
          ? 'does not print the next step'
          : undefined;
  if (wrong !== undefined) throw new Error(`"npx workshop ${command.join(' ')}" ${wrong}:\n${output}`);
}
