import { BrokerResponseError } from '@pact-workshop/broker-client';
import type { LaneOptions } from '../lanes.ts';
import type { Side } from '../side.ts';

/** What every step of the mirror needs. */
export interface Carrying {
  readonly from: Side;
  readonly to: Side;
  /** The target once more, for requests that must not be repeated blindly. */
  readonly once: Side;
  readonly options: LaneOptions;
  /** Called when the target fails at a request: it is written to one request at a time from then on. */
  readonly slowDown: () => void;
  /** What could not be carried, a sentence each; steps add to it. */
  readonly notCarried: string[];
}

/** Runs a step that the target may refuse (4xx) without harm to what comes after; the refusal is kept for the end. */
export async function unlessRefused(
  { notCarried }: Pick<Carrying, 'notCarried'>,
  what: string,
  work: () => Promise<unknown>,
): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    notCarried.push(`${what}: ${error.message}`);
    return false;
  }
}

/** Whether the broker understood and said no; its failures and silence are no refusal. */
export function isRefusal(error: unknown): error is BrokerResponseError {
  return error instanceof BrokerResponseError && error.status < 500;
}
