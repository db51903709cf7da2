import { BrokerResponseError } from '@pact-workshop/broker-client';
import type { CopyContext } from './context.ts';

/**
 * Runs a step that the target may refuse (4xx) without harm to the following steps. The refusal is kept for the report.
 * @returns whether the target accepted it
 */
export async function unlessRefused(
  { notCopied }: Pick<CopyContext, 'notCopied'>,
  what: string,
  work: () => Promise<unknown>,
): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    notCopied.push(`${what}: ${error.message}`);
    return false;
  }
}

/**
 * Whether the broker understood the request and refused it. Its failures (5xx) and missing answers are not refusals.
 */
export function isRefusal(error: unknown): error is BrokerResponseError {
  return error instanceof BrokerResponseError && error.status < 500;
}
