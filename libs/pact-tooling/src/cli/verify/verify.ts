import type { Command } from 'commander';
import { VerificationFailedError, verifyProvider, type VerificationResult } from '../../verify/index.ts';
import { withBrokerOptions } from '../common.ts';
import { pactPaths } from '../pact-paths.ts';
import { endUsageErrorsWith, noAnswer, runCommand } from '../run-command.ts';
import { addVerifyOptions, verifyOptions, type VerifyCommandOptions } from './options.ts';
import { printFailures, printSuccess, writeReports, type VerificationEnd } from './report.ts';

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

/** @returns the exit code */
async function verify(paths: readonly string[], options: VerifyCommandOptions): Promise<number> {
  const { provider } = options;
  const begun = new Date();
  const report = (ended: VerificationEnd) => writeReports(options, { provider, timestamp: begun }, ended);
  let result: VerificationResult;
  try {
    result = await verifyProvider(verifyOptions(options, pactPaths(paths)));
  } catch (error) {
    const failed = error instanceof VerificationFailedError ? error : undefined;
    report(failed ? { result: failed.result } : { error: error as Error });
    if (!failed) throw error;
    console.error(`❌ ${failed.message}`);
    printFailures(failed.result);
    return 1;
  }
  report({ result });
  printSuccess(result);
  return 0;
}
