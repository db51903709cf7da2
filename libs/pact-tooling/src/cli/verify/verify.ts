import type { Command } from 'commander';
import { withBrokerOptions } from '../common.ts';
import { endUsageErrorsWith, noAnswer, runCommand } from '../run-command.ts';
import { addVerifyOptions, type VerifyCommandOptions } from './options.ts';

export function addVerifyCommand(program: Command): void {
  const command = program
    .command('verify')
    .description(
      'verify a running provider in any language; exit code 0: it meets its contracts, ' +
        '1: it does not, 2: unknown',
    )
    .argument(
      '[paths...]',
      'pact files, directories with them, or patterns; without any, the broker’s pacts',
    );
  endUsageErrorsWith(command, noAnswer);
  withBrokerOptions(addVerifyOptions(command)).action((paths: string[], options: VerifyCommandOptions) =>
    runCommand(options, () => verify(paths, options), noAnswer),
  );
}

/** Loads the verification, which is half of the tooling, only for the command that needs it. */
async function verify(paths: readonly string[], options: VerifyCommandOptions): Promise<number> {
  const { runVerification } = await import('./run-verification.ts');
  return runVerification(paths, options);
}
