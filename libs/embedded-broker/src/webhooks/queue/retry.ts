/** What follows an attempt. */
export type NextStep =
  | { readonly status: 'success' }
  | { readonly status: 'retrying'; readonly waitSeconds: number }
  | { readonly status: 'failure'; readonly attempts: number };

/**
 * Whether another attempt follows, and when. None follows a refused target: another attempt would be refused as well.
 * @param failures failed attempts before this one
 * @param schedule the wait after each failed attempt, in seconds (`webhook_retry_schedule`)
 */
export function nextStep(
  attempt: { readonly success: boolean; readonly isRefused: boolean },
  failures: number,
  schedule: readonly number[],
): NextStep {
  if (attempt.success) return { status: 'success' };
  const waitSeconds = schedule[failures];
  if (attempt.isRefused || waitSeconds === undefined) return { status: 'failure', attempts: failures + 1 };
  return { status: 'retrying', waitSeconds };
}

/** The last line of an attempt's log, in the official words. */
export function conclusionOf(step: NextStep): string {
  switch (step.status) {
    case 'success':
      return 'Successfully executed webhook';
    case 'retrying':
      return `Retrying webhook in ${step.waitSeconds} seconds`;
    case 'failure':
      return `Webhook execution failed after ${step.attempts} attempts`;
  }
}
