import { VerificationFailedError, verifyProvider, type VerificationResult } from '../../verify/index.ts';
import { pactPaths } from '../pact-paths.ts';
import { verifyOptions, type VerifyCommandOptions } from './options.ts';
import { printFailures, printSuccess, writeReports, type VerificationEnd } from './report.ts';

/**
 * Verifies, prints the end and writes the reports.
 * @returns the exit code
 */
export async function runVerification(
  paths: readonly string[],
  options: VerifyCommandOptions,
): Promise<number> {
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
