import type { Database } from '../../database/index.ts';

/** An integration by the ids of its two sides. */
export interface IntegrationIds {
  readonly consumerId: number;
  readonly providerId: number;
}

/** The key by which what is known of integrations is found. */
export const integrationKey = ({ consumerId, providerId }: IntegrationIds): string =>
  `${consumerId} ${providerId}`;

const live = `SELECT version_id, environment_id FROM deployed_versions INDEXED BY currently_deployed WHERE undeployed_at IS NULL
  UNION SELECT version_id, environment_id FROM released_versions INDEXED BY currently_supported WHERE support_ended_at IS NULL`;

/** Names of the environments in which a live version of the consumer has a pact with the provider. */
export function liveEnvironments(
  database: Database,
  integrations: readonly IntegrationIds[],
): ReadonlyMap<string, readonly string[]> {
  const rows = database.all<IntegrationIds & { name: string }>(
    `SELECT DISTINCT pp.consumer_id AS consumerId, pp.provider_id AS providerId, e.name
     FROM (${live}) l
     CROSS JOIN pact_publications pp ON pp.consumer_version_id = l.version_id AND pp.latest = 1
     JOIN environments e ON e.id = l.environment_id
     WHERE pp.consumer_id IN (SELECT value FROM json_each(?)) ORDER BY e.production, e.id`,
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
