/** What follows an attempt. */
export type NextStep =
  | { readonly status: 'success' }
  | { readonly status: 'retrying'; readonly waitSeconds: number }
  | { readonly status: 'failure'; readonly attempts: number };

/**
 * Whether a webhook is called again after an attempt, and when. One that may not go where it points is not: nothing
 * would change.
 * @param failures failed attempts before this one
 * @param schedule how long to wait after each, in seconds (`webhook_retry_schedule`)
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
