import type { Database } from '../database/index.ts';
import type { PactContent } from './content.ts';
import { findPublicationById, type Publication } from './store.ts';

/** Stores a pact of a consumer version as its current revision; its content is kept once per integration. */
export function insertPublication(
  database: Database,
  ids: { readonly consumerId: number; readonly providerId: number; readonly consumerVersionId: number },
  content: PactContent,
  now: string,
): Publication {
  const { consumerId, providerId, consumerVersionId } = ids;
  database.run(
    `INSERT INTO pact_versions (consumer_id, provider_id, sha, content, created_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
    consumerId,
    providerId,
    content.sha,
    content.text,
    now,
  );
  const { id: pactVersionId } = database.get<{ id: number }>(
    'SELECT id FROM pact_versions WHERE consumer_id = ? AND provider_id = ? AND sha = ?',
    consumerId,
    providerId,
    content.sha,
  ) as { id: number };
  const last = database.get<{ revision: number }>(
    'SELECT revision FROM pact_publications WHERE consumer_version_id = ? AND provider_id = ? AND latest = 1',
    consumerVersionId,
    providerId,
  );
  database.run(
    'UPDATE pact_publications SET latest = 0 WHERE consumer_version_id = ? AND provider_id = ? AND latest = 1',
    consumerVersionId,
    providerId,
  );
  const id = database.insert(
    `INSERT INTO pact_publications (consumer_id, provider_id, consumer_version_id, pact_version_id, revision, latest, created_at)
     VALUES (?, ?, ?, ?, ?, 1, ?)`,
    consumerId,
    providerId,
    consumerVersionId,
    pactVersionId,
    (last?.revision ?? 0) + 1,
    now,
  );
  database.run(
    `INSERT INTO integrations (consumer_id, provider_id, created_at, contract_data_updated_at) VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET contract_data_updated_at = excluded.contract_data_updated_at`,
    consumerId,
    providerId,
    now,
    now,
  );
  return findPublicationById(database, id) as Publication;
}

/** Removes a consumer version's pact with all its revisions. The content and its results stay for a later publication of the same content. */
export function deletePublication(database: Database, { consumerVersionId, providerId }: Publication): void {
  database.run(
    'DELETE FROM pact_publications WHERE consumer_version_id = ? AND provider_id = ?',
    consumerVersionId,
    providerId,
  );
}
