import {
  integrationStatus,
  type IntegrationOverview,
  type IntegrationStatus,
} from '../../integrations/index.ts';
import type { Tone } from '../components/status.ts';

/** A contract between two pacticipants, as a graph shows it: an arrow from the consumer to its provider. */
export interface Connection {
  readonly consumer: string;
  readonly provider: string;
  readonly status: IntegrationStatus;
}

/** The connection that an integration is. */
export function connectionOf({ consumer, provider, success, everVerified }: IntegrationOverview): Connection {
  return { consumer, provider, status: integrationStatus(success, everVerified) };
}

/** How well each state is. */
export const toneOf: Readonly<Record<IntegrationStatus, Tone>> = {
  verified: 'good',
  failed: 'bad',
  'changed since last verification': 'open',
  'not verified yet': 'none',
};

/** What stands on an arrow in this state. */
export const signOf: Readonly<Record<IntegrationStatus, string>> = {
  verified: '✔',
  failed: '✘',
  'changed since last verification': '●',
  'not verified yet': '?',
};
