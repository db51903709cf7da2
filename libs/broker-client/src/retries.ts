import type { AxiosError, AxiosInstance } from 'axios';
import retry, { exponentialDelay, isNetworkError } from 'axios-retry';
import { reasonOf } from './attempt.ts';
import type { BrokerConnection } from './connection.ts';

const defaultRetries = 4;
/** Factor of all pauses, in milliseconds: the first pause is about twice as long, and each next one doubles. */
const delayFactorMs = 100;
/** The longest pause in milliseconds, even if `Retry-After` asks for more. */
const longestDelayMs = 60_000;

/** Makes a client repeat requests whose failure may be temporary. */
export function repeatFailures(
  http: AxiosInstance,
  { retries = defaultRetries, onRetry }: Pick<BrokerConnection, 'retries' | 'onRetry'>,
): void {
  retry(http, {
    retries,
    retryDelay: (count, error) => {
      const pauseMs = pauseBefore(count, error);
      onRetry?.({ count, of: retries, pauseMs, reason: why(error) });
      return pauseMs;
    },
    retryCondition: (error) =>
      isNetworkError(error) || isBrokenOff(error) || isTemporary(error.response?.status),
  });
}

function why(error: AxiosError): string {
  if (isBrokenOff(error)) return 'its answer broke off';
  return error.response ? `status ${error.response.status}` : reasonOf(error);
}

/** Milliseconds before a repetition, counted from 1: twice as long each time, or as long as `Retry-After` requires. */
export function pauseBefore(count: number, error?: AxiosError): number {
  return Math.min(exponentialDelay(count, error, delayFactorMs), longestDelayMs);
}

/** Whether a successful answer started, but broke off. */
export function isBrokenOff({ response }: AxiosError): boolean {
  return response !== undefined && response.status >= 200 && response.status < 300;
}

function isTemporary(status: number | undefined): boolean {
  return status !== undefined && (status >= 500 || status === 429 || status === 408);
}
