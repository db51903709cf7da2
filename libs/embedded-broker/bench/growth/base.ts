import type { Database } from '../../src/database/index.ts';
import { pactText } from './pact-text.ts';

/** When the history before an axis was written, that of the axis, and what came after it. */
export const times = {
  old: '2026-01-01T00:00:00.000Z',
  grown: '2026-02-01T00:00:00.000Z',
  recent: '2026-03-01T00:00:00.000Z',
} as const;

/** Ids of the rows that the history of an axis refers to; its own rows have ids from 1,000 on. */
export const ids = {
  consumer: 1,
  provider: 2,
  /** A provider whose pacts nobody verified. */
  unverified: 5,
  consumerMain: 1,
  providerMain: 2,
  oldConsumerVersion: 1,
  oldProviderVersion: 2,
  /** The consumer's newest version, and the one before, which is deployed. */
  newest: 10_000_003,
  deployed: 10_000_002,
  newestProviderVersion: 10_000_012,
  oldContent: 1,
  content: 2,
  newestContent: 3,
  newestPublication: 10_000_003,
  production: 2,
} as const;

export const uuids = {
  test: '00000000-0000-4000-8000-000000000001',
  production: '00000000-0000-4000-8000-000000000002',
  webhook: '00000000-0000-4000-8000-000000000003',
} as const;

export const sha = (content: number) => String(content).padStart(40, '0');

/** What there is before an axis grows: two consumers, three providers, and one old pact with its result. */
export function beforeAxis(database: Database): void {
  const { old } = times;
  database.execute(`
    INSERT INTO pacticipants (id, name, main_branch, repository_url, created_at, updated_at)
      SELECT key + 1, value, 'main', 'https://git.example/' || value, '${old}', '${old}'
      FROM json_each('["Con", "Prov", "Other-Prov", "Other-Con", "Unverified"]');
    INSERT INTO branches (id, pacticipant_id, name, created_at, updated_at)
      SELECT id, id, 'main', '${old}', '${old}' FROM pacticipants;
    INSERT INTO integrations (consumer_id, provider_id, created_at, contract_data_updated_at) VALUES
      (1, 2, '${old}', '${old}'), (1, 3, '${old}', '${old}'), (4, 2, '${old}', '${old}'), (1, 5, '${old}', '${old}');
    INSERT INTO environments (id, uuid, name, display_name, production, created_at, updated_at) VALUES
      (1, '${uuids.test}', 'test', 'Test', 0, '${old}', '${old}'),
      (2, '${uuids.production}', 'production', 'Production', 1, '${old}', '${old}');
    INSERT INTO webhooks (id, uuid, provider_id, consumer_id, enabled, events, method, url, headers, created_at, updated_at)
      VALUES (1, '${uuids.webhook}', 2, 1, 1, '["provider_verification_failed"]', 'POST', 'https://127.0.0.1:9', '{}', '${old}', '${old}');`);
  for (const [id, pacticipant, number] of [
    [ids.oldConsumerVersion, 1, 'old'],
    [ids.oldProviderVersion, 2, 'old'],
  ] as const)
    addVersion(database, id, pacticipant, number, old);
  addContent(database, ids.oldContent, [1, 2], old);
  addPublication(database, 1, [1, 2], ids.oldConsumerVersion, ids.oldContent, old);
  addResult(database, ids.oldContent, ids.oldProviderVersion, old);
}

/** What came after: three versions of the consumer, two of the provider, their pacts, results, tags and deployments. */
export function afterAxis(database: Database): void {
  const { recent } = times;
  for (const [id, pacticipant, number] of [
    [10_000_001, 1, 'c1'],
    [ids.deployed, 1, 'c2'],
    [ids.newest, 1, 'c3'],
    [10_000_011, 2, 'p1'],
    [ids.newestProviderVersion, 2, 'p2'],
    [10_000_021, 3, 'q1'],
    [10_000_031, 4, 'd1'],
  ] as const)
    addVersion(database, id, pacticipant, number, recent);
  for (const [content, between] of [
    [ids.content, [1, 2]],
    [ids.newestContent, [1, 2]],
    [4, [1, 3]],
    [5, [4, 2]],
    [6, [1, 5]],
  ] as const)
    addContent(database, content, between, recent);
  for (const [id, between, version, content] of [
    [10_000_001, [1, 2], 10_000_001, ids.content],
    [10_000_002, [1, 2], ids.deployed, ids.content],
    [ids.newestPublication, [1, 2], ids.newest, ids.newestContent],
    [10_000_004, [1, 3], ids.newest, 4],
    [10_000_005, [4, 2], 10_000_031, 5],
    [10_000_006, [1, 5], ids.newest, 6],
  ] as const)
    addPublication(database, id, between, version, content, recent);
  addResult(database, ids.content, 10_000_011, recent);
  for (const content of [ids.content, ids.newestContent, 5])
    addResult(database, content, ids.newestProviderVersion, recent);
  addResult(database, 4, 10_000_021, recent);
  database.execute(`
    INSERT INTO tags (name, version_id, created_at) VALUES ('prod', 10_000_001, '${recent}'), ('dev', 10_000_003, '${recent}');
    INSERT INTO deployed_versions (uuid, pacticipant_id, version_id, environment_id, created_at, updated_at)
      SELECT 'base ' || id, pacticipant_id, id, 2, '${recent}', '${recent}' FROM versions
      WHERE id IN (10_000_002, 10_000_012, 10_000_021, 10_000_031);
    INSERT INTO released_versions (uuid, pacticipant_id, version_id, environment_id, created_at, updated_at)
      VALUES ('base release', 2, 10_000_011, 1, '${recent}', '${recent}');
    INSERT INTO labels (pacticipant_id, name, created_at) VALUES (1, 'team', '${recent}');
    INSERT INTO triggered_webhooks (uuid, webhook_id, pact_publication_id, consumer_id, provider_id, event_name, context, status, created_at)
      VALUES ('base trigger', 1, ${ids.newestPublication}, 1, 2, 'contract_published', '{}', 'success', '${recent}');`);
}

/** On its pacticipant's main branch, as its head. */
function addVersion(database: Database, id: number, pacticipantId: number, number: string, at: string): void {
  database.run(
    'INSERT INTO versions (id, pacticipant_id, number, created_at, updated_at) VALUES (?1, ?2, ?3, ?4, ?4)',
    id,
    pacticipantId,
    number,
    at,
  );
  database.run(
    'INSERT INTO branch_versions (branch_id, version_id, created_at, updated_at) VALUES (?1, ?2, ?3, ?3)',
    pacticipantId,
    id,
    at,
  );
  database.run('UPDATE branches SET head_version_id = ? WHERE id = ?', id, pacticipantId);
}

type Between = readonly [consumerId: number, providerId: number];

function addContent(database: Database, id: number, between: Between, at: string): void {
  database.run(
    'INSERT INTO pact_versions (id, consumer_id, provider_id, sha, content, created_at) VALUES (?, ?, ?, ?, ?, ?)',
    id,
    ...between,
    sha(id),
    pactText(2),
    at,
  );
}

function addPublication(
  database: Database,
  id: number,
  between: Between,
  versionId: number,
  content: number,
  at: string,
): void {
  database.run(
    `INSERT INTO pact_publications (id, consumer_id, provider_id, consumer_version_id, pact_version_id, revision, latest, created_at)
     VALUES (?, ?, ?, ?, ?, 1, 1, ?)`,
    id,
    ...between,
    versionId,
    content,
    at,
  );
}

function addResult(database: Database, content: number, providerVersionId: number, at: string): void {
  database.run(
    `INSERT INTO verifications (pact_version_id, provider_version_id, success, latest, wip, verified_by, created_at)
     VALUES (?, ?, 1, 1, 0, '{}', ?)`,
    content,
    providerVersionId,
    at,
  );
}
