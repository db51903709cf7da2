import type { AxiosError, AxiosInstance } from 'axios';
import retry, { exponentialDelay, isNetworkError } from 'axios-retry';
import type { BrokerConnection } from './connection.ts';

const defaultRetries = 4;
/** What the pauses are multiples of, in milliseconds: the first is about twice as long, and each next one twice that. */
const delayFactorMs = 100;
/** The longest pause, whatever `Retry-After` says, in milliseconds. */
const longestDelayMs = 60_000;

/** Lets a client repeat what may well succeed the next time. */
export function repeatFailures(
  http: AxiosInstance,
  { retries = defaultRetries, onRetry }: Pick<BrokerConnection, 'retries' | 'onRetry'>,
): void {
  retry(http, {
    retries,
    retryDelay: pauseBefore,
    retryCondition: (error) =>
      isNetworkError(error) || isBrokenOff(error) || isTemporary(error.response?.status),
    shouldResetTimeout: true,
    onRetry: () => onRetry?.(),
  });
}

/** Milliseconds before a repetition, counted from 1: twice as long each time, or what `Retry-After` asks for. */
export function pauseBefore(count: number, error?: AxiosError): number {
  return Math.min(exponentialDelay(count, error, delayFactorMs), longestDelayMs);
}

/** Whether a good answer began, but did not come to its end. */
export function isBrokenOff({ response }: AxiosError): boolean {
  return response !== undefined && response.status >= 200 && response.status < 300;
}

function isTemporary(status: number | undefined): boolean {
  return status !== undefined && (status >= 500 || status === 429 || status === 408);
}
