import type { InteractionResult, VerificationResult } from '../../verify/index.ts';
import { exchangeLines } from '../../verify/report/exchange-lines.ts';
import { junitReport, type JunitOptions } from '../../verify/report/junit.ts';
import { writeWhole } from '../write-whole.ts';
import type { VerifyCommandOptions } from './options.ts';

/** The end of a verification: a result, or an error without one. */
export type VerificationEnd = { readonly result: VerificationResult } | { readonly error: Error };

/** Writes the requested reports. Without a result they have the error, as CI shows them nevertheless. */
export function writeReports(
  { json, junit }: Pick<VerifyCommandOptions, 'json' | 'junit'>,
  about: JunitOptions,
  ended: VerificationEnd,
): void {
  if (json !== undefined) {
    const content = 'result' in ended ? ended.result : { success: null, error: ended.error.message };
    writeWhole(json, `${JSON.stringify(content, null, 2)}\n`);
  }
  if (junit !== undefined) {
    const result = 'result' in ended ? ended.result : without(ended.error);
    writeWhole(junit, junitReport(result, about));
  }
}

export function printSuccess({ interactions, leftOut, published }: VerificationResult): void {
  const pending = interactions.filter(({ status }) => status === 'pending');
  const notes = [
    ...(pending.length > 0 ? [`${pending.length} pending ones failed, which is allowed`] : []),
    ...(leftOut.length > 0 ? [`the filter excluded ${leftOut.length}`] : []),
    ...(published ? ['the broker has the results'] : []),
  ];
  const passed = interactions.length - pending.length;
  console.log(
    `✅ ${passed} of ${interactions.length} interactions passed${notes.map((note) => `; ${note}`).join('')}`,
  );
  pending.forEach(printFailure);
}

/** Prints the requests and answers of failed interactions. */
export function printFailures({ interactions }: VerificationResult): void {
  interactions.filter(({ status }) => status !== 'passed').forEach(printFailure);
}

function printFailure({ description, status, exchange }: InteractionResult): void {
  if (!exchange) return;
  console.error(`\n${description}${status === 'pending' ? ' (pending)' : ''}`);
  for (const line of exchangeLines(exchange)) console.error(`  ${line}`);
}

/** The result in a report about an error. */
function without({ message }: Error): VerificationResult {
  return { success: false, interactions: [], leftOut: [], published: false, text: message };
}
