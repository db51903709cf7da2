import type { Axis } from './axis.ts';
import { ids, times } from './base.ts';
import { contents, deployments, fill, pacticipants, publications, results, versions } from './fill.ts';

const ofAxis = '1000 + i';
const { grown, recent } = times;

/** Of many pacticipants, and of webhooks. */
export const landscapeAxes: readonly Axis[] = [
  {
    name: 'providersOfConsumer',
    size: 300,
    grow(database, count) {
      pacticipants(database, count);
      versions(database, count, ofAxis, ofAxis);
      integrations(database, count, ids.consumer, ofAxis);
      contents(database, count, { consumer: ids.consumer, provider: ofAxis });
    },
    finish(database, count) {
      fill(
        database,
        count,
        `INSERT INTO pact_publications (consumer_id, provider_id, consumer_version_id, pact_version_id, revision, latest, created_at)
         SELECT 1, ${ofAxis}, ${ids.newest}, ${ofAxis}, 1, 1, '${recent}' FROM n`,
      );
      results(database, count, ofAxis, ofAxis);
      deployments(database, count, { pacticipant: ofAxis, version: ofAxis });
    },
  },
  {
    name: 'consumersOfProvider',
    size: 2_000,
    grow(database, count) {
      const sides = { consumer: ofAxis, provider: ids.provider };
      pacticipants(database, count);
      versions(database, count, ofAxis, ofAxis);
      integrations(database, count, ofAxis, ids.provider);
      contents(database, count, sides);
      publications(database, count, ofAxis, sides);
      deployments(database, count, { pacticipant: ofAxis, version: ofAxis });
    },
    finish: (database, count) => results(database, count, ofAxis, ids.newestProviderVersion),
  },
  { name: 'pacticipants', size: 20_000, grow: (database, count) => pacticipants(database, count) },
  {
    name: 'integrations',
    size: 10_000,
    grow(database, count) {
      const sides = { consumer: ofAxis, provider: '100001 + i % 50' };
      pacticipants(database, count);
      pacticipants(database, 50, 100_000);
      versions(database, count, ofAxis, ofAxis);
      integrations(database, count, sides.consumer, sides.provider);
      contents(database, count, sides);
      publications(database, count, ofAxis, sides);
    },
  },
  {
    name: 'labels',
    size: 10_000,
    grow(database, count) {
      pacticipants(database, count);
      fill(
        database,
        count,
        `INSERT INTO labels (pacticipant_id, name, created_at) SELECT ${ofAxis}, 'label-' || i, '${grown}' FROM n`,
      );
    },
  },
  webhookAxis('webhooks', '2, 1'),
  webhookAxis('webhooksForAll', 'NULL, NULL'),
  {
    name: 'triggered',
    size: 5_000,
    finish: (database, count) =>
      fill(
        database,
        count,
        `INSERT INTO triggered_webhooks (uuid, webhook_id, pact_publication_id, consumer_id, provider_id, event_name, context, status, created_at)
         SELECT 'grown ' || i, 1, ${ids.newestPublication}, 1, 2, 'contract_published', '{}', 'success', '${grown}' FROM n`,
      ),
  },
];

function integrations(
  database: Parameters<typeof fill>[0],
  count: number,
  consumer: number | string,
  provider: number | string,
): void {
  fill(
    database,
    count,
    `INSERT INTO integrations (consumer_id, provider_id, created_at, contract_data_updated_at)
     SELECT ${consumer}, ${provider}, '${grown}', '${grown}' FROM n`,
  );
}

/** Webhooks that wait for an event that none of the requests raises. */
function webhookAxis(name: string, sides: string): Axis {
  return {
    name,
    size: 500,
    grow: (database, count) =>
      fill(
        database,
        count,
        `INSERT INTO webhooks (id, uuid, provider_id, consumer_id, enabled, events, method, url, headers, created_at, updated_at)
         SELECT ${ofAxis}, printf('00000000-0000-4000-9000-%012d', i), ${sides}, 1, '["provider_verification_failed"]', 'POST',
           'https://127.0.0.1:9', '{}', '${grown}', '${grown}' FROM n`,
      ),
  };
}
