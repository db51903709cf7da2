import isRetryAllowed from 'is-retry-allowed';
import { isBrokenOff, type Answer, type NoAnswer } from './answer.ts';
import type { BrokerConnection } from './connection.ts';

const defaultRetries = 4;
/** The first pause in milliseconds, without a random part of up to a fifth; each next one is twice as long. */
const firstPauseMs = 200;
/** The longest pause in milliseconds, even if `Retry-After` asks for more. */
const longestPauseMs = 60_000;

/**
 * Makes attempts until one does not call for another, or there were enough.
 * @returns what came of the last one
 */
export async function repeatFailures(
  attempt: () => Promise<Outcome>,
  { retries = defaultRetries, onRetry }: Pick<BrokerConnection, 'retries' | 'onRetry'>,
): Promise<Outcome> {
  for (let count = 1; ; count++) {
    const outcome = await attempt();
    if (count > retries || !mayBeTemporary(outcome)) return outcome;
    const pauseMs = pauseBefore(count, outcome);
    onRetry?.({ count, of: retries, pauseMs, reason: why(outcome) });
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}

type Outcome = Answer | NoAnswer;

function mayBeTemporary(outcome: Outcome): boolean {
  return outcome.status === undefined
    ? isNetworkFailure(outcome)
    : isBrokenOff(outcome) || isTemporary(outcome.status);
}

/** An attempt that took too long is not repeated, nor is one that fails for good, such as for a wrong certificate. */
function isNetworkFailure({ code }: NoAnswer): boolean {
  return code !== undefined && code !== 'ECONNABORTED' && isRetryAllowed({ code });
}

function isTemporary(status: number): boolean {
  return status >= 500 || status === 429 || status === 408;
}

function why(outcome: Outcome): string {
  if (outcome.status === undefined) return outcome.reason;
  return isBrokenOff(outcome) ? 'its answer broke off' : `status ${outcome.status}`;
}

/** Milliseconds before a repetition, counted from 1: twice as long each time, or as long as `Retry-After` requires. */
function pauseBefore(count: number, outcome: Outcome): number {
  const asked = outcome.status === undefined ? 0 : retryAfterMs(outcome.headers['retry-after']);
  const least = Math.max(firstPauseMs * 2 ** (count - 1), asked);
  return Math.min(least * (1 + Math.random() / 5), longestPauseMs);
}

/** The milliseconds of a `Retry-After`, which has seconds or a date; 0 for any other. */
function retryAfterMs(value = ''): number {
  const seconds = Number(value);
  return (Number.isNaN(seconds) ? Date.parse(value) - Date.now() : seconds * 1000) || 0;
}
