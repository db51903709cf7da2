import {
  integrationStatus,
  type IntegrationOverview,
  type IntegrationStatus,
} from '../../integrations/index.ts';

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
