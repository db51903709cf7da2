import { PactToolingError } from '@pact-workshop/broker-client';
import type { Command } from 'commander';

/** The exit code of a question without an answer, as 1 is an answer. */
export const noAnswer = 2;

/**
 * Runs a command and sets its exit code. An error is printed; for one that a user can't cause, the stack as well.
 * @param work returns the exit code; without one it is 0
 * @param failureCode the exit code after an error
 */
export async function runCommand(
  options: { readonly verbose?: boolean },
  work: () => Promise<number | void>,
  failureCode = 1,
): Promise<void> {
  try {
    const exitCode = await work();
    if (exitCode) process.exitCode = exitCode;
  } catch (error) {
    const isExpected = error instanceof PactToolingError;
    console.error(`❌ ${(error as Error).message}`);
    if (options.verbose || !isExpected) console.error((error as Error).stack);
    process.exitCode = failureCode;
  }
}

/** Sets the exit code after a wrong option. */
export function endUsageErrorsWith(command: Command, exitCode: number): Command {
  return command.exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : exitCode));
}
