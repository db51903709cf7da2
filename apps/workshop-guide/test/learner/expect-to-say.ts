import type { Learner } from '../workshop-process.ts';

/**
 * Types a command and looks at what comes of it; each has to end with the next thing to do.
 * @throws Error with the whole output when it is something else
 */
export async function expectToSay(
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
        ? `does not say ${String(pattern)}`
        : !/^Next: \S/m.test(output)
          ? 'does not say what is next'
          : undefined;
  if (wrong !== undefined) throw new Error(`"npx workshop ${command.join(' ')}" ${wrong}:\n${output}`);
}
