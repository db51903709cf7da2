import type { Database } from '../../database/index.ts';
import { integrationKey, type IntegrationIds } from './integration-key.ts';

/** Names of the environments in which a live version of the consumer has a pact with the provider. */
export function liveEnvironments(
  database: Database,
  integrations: readonly IntegrationIds[],
): ReadonlyMap<string, readonly string[]> {
  const live = (table: string, end: string, index: string) =>
    `SELECT l.version_id, e.id AS environment_id, e.name, e.production FROM environments e
     CROSS JOIN json_each(?1) consumer
     CROSS JOIN ${table} l INDEXED BY ${index} ON l.environment_id = e.id AND l.pacticipant_id = consumer.value AND l.${end} IS NULL`;
  const rows = database.all<IntegrationIds & { name: string }>(
    `SELECT pp.consumer_id AS consumerId, pp.provider_id AS providerId, alive.name
     FROM (${live('deployed_versions', 'undeployed_at', 'currently_deployed')} UNION ${live('released_versions', 'support_ended_at', 'currently_supported')}) alive
     CROSS JOIN pact_publications pp INDEXED BY latest_publications ON pp.consumer_version_id = alive.version_id AND pp.latest = 1
     GROUP BY pp.consumer_id, pp.provider_id, alive.environment_id ORDER BY alive.production, alive.environment_id`,
    JSON.stringify([...new Set(integrations.map(({ consumerId }) => consumerId))]),
  );
  const byIntegration = new Map<string, string[]>();
  for (const row of rows) {
    const key = integrationKey(row);
    byIntegration.set(key, [...(byIntegration.get(key) ?? []), row.name]);
  }
  return byIntegration;
}

/** How the webhooks of an integration went when they were called last. */
export interface WebhookState {
  readonly status: 'not_run' | 'retrying' | 'success' | 'failure';
  readonly at: string;
}

/** The last calls of the webhooks for each integration; one without any has no entry. */
export function webhookStates(
  database: Database,
  integrations: readonly IntegrationIds[],
): ReadonlyMap<string, readonly WebhookState[]> {
  const rows = database.all<IntegrationIds & WebhookState>(
    `SELECT t.consumer_id AS consumerId, t.provider_id AS providerId, t.status, t.created_at AS at
     FROM json_each(?) pair
     CROSS JOIN webhooks w ON ifnull(w.provider_id, pair.value ->> 1) = pair.value ->> 1
       AND ifnull(w.consumer_id, pair.value ->> 0) = pair.value ->> 0
     CROSS JOIN json_each(w.events) event
     CROSS JOIN triggered_webhooks t ON t.id = (SELECT max(id) FROM triggered_webhooks l
       WHERE l.provider_id = pair.value ->> 1 AND l.consumer_id = pair.value ->> 0
         AND l.webhook_id = w.id AND l.event_name = event.value)`,
    JSON.stringify(integrations.map(({ consumerId, providerId }) => [consumerId, providerId])),
  );
  return Map.groupBy(rows, integrationKey);
}
