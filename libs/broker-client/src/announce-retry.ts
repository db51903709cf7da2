import type { Retry } from './connection.ts';

/** A pause from which on somebody who waits should know why, in milliseconds. */
const noticeablePauseMs = 1000;

/** Says on stderr why a command waits, if the pause is long. */
export function announceRetry({ count, of, pauseMs, reason }: Retry): void {
  if (pauseMs < noticeablePauseMs) return;
  const seconds = Math.round(pauseMs / 1000);
  console.error(
    `The Pact Broker is not ready (${reason}). Asking again in ${seconds} s (${count} of ${of}).`,
  );
}
