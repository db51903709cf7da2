import type { Database } from '../../database/index.ts';
import type { Page } from '../../http/index.ts';
import { verificationStatus, type VerificationStatus } from '../../verifications/index.ts';
import {
  listIntegrations,
  type Integration,
  type IntegrationFilter,
  type IntegrationOrder,
} from './store.ts';

/** An integration, and where it stands. */
export interface IntegrationRow extends Integration {
  readonly status: VerificationStatus;
}

/** A page of the integrations that fit, and where they stand. */
export function integrationRows(
  database: Database,
  filter: IntegrationFilter,
  order: IntegrationOrder,
  page: Page,
): IntegrationRow[] {
  return listIntegrations(database, filter, order, page).map((integration) => ({
    ...integration,
    // A pact that was deleted has no content: no result is for it.
    status: verificationStatus(integration.pact?.pactVersionId ?? 0, integration.result),
  }));
}
