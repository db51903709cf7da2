import type { VerificationStatus } from '../../verifications/index.ts';
import type { IntegrationRow } from '../integration-list/integration-rows.ts';

/** A contract between two pacticipants, as a graph shows it: an arrow from the consumer to its provider. */
export interface Connection {
  readonly consumer: string;
  readonly provider: string;
  readonly status: VerificationStatus;
}

/** The connection that an integration is. */
export function connectionOf({ consumer, provider, status }: IntegrationRow): Connection {
  return { consumer, provider, status };
}

/** What stands on an arrow in this state. */
export const signOf: Readonly<Record<VerificationStatus, string>> = {
  success: '✔',
  failed: '✘',
  failed_pending: '!',
  stale: '●',
  never: '?',
};

/** All states, the best first. */
export const states = Object.keys(signOf) as readonly VerificationStatus[];
