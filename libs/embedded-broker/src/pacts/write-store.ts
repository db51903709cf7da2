import type { Database } from '../database/index.ts';
import type { Pacticipant } from '../pacticipants/index.ts';
import type { Version } from '../versions/index.ts';
import type { PactContent } from './content.ts';
import type { Publication } from './store.ts';

/** Whose pact is published: a version's with a provider, and what the version has so far. */
export interface PublicationPlace {
  readonly version: Version;
  readonly provider: Pacticipant;
  readonly existing: Publication | undefined;
}

/** Stores a pact of a consumer version as its current revision; its content is kept once per integration. */
export function insertPublication(
  database: Database,
  { version, provider, existing }: PublicationPlace,
  content: PactContent,
  now: string,
): Publication {
  const names = { consumerName: version.pacticipantName, providerName: provider.name };
  const ids = { consumerId: version.pacticipantId, providerId: provider.id, consumerVersionId: version.id };
  const pactVersionId = findOrCreateContent(database, ids, content, now);
  const revision = (existing?.revision ?? 0) + 1;
  if (existing) database.run('UPDATE pact_publications SET latest = 0 WHERE id = ?', existing.id);
  const id = database.insert(
    `INSERT INTO pact_publications (consumer_id, provider_id, consumer_version_id, pact_version_id, revision, latest, created_at)
     VALUES (?, ?, ?, ?, ?, 1, ?)`,
    ids.consumerId,
    ids.providerId,
    ids.consumerVersionId,
    pactVersionId,
    revision,
    now,
  );
  database.run(
    `INSERT INTO integrations (consumer_id, provider_id, created_at, contract_data_updated_at) VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET contract_data_updated_at = excluded.contract_data_updated_at`,
    ids.consumerId,
    ids.providerId,
    now,
    now,
  );
  const { sha } = content;
  return {
    id,
    ...ids,
    ...names,
    consumerVersionNumber: version.number,
    pactVersionId,
    sha,
    revision,
    createdAt: now,
  };
}

/** The id of a content, which is stored first when missing. */
function findOrCreateContent(
  database: Database,
  { consumerId, providerId }: { readonly consumerId: number; readonly providerId: number },
  { sha, text }: PactContent,
  now: string,
): number {
  const known = database.get<{ id: number }>(
    'SELECT id FROM pact_versions WHERE consumer_id = ? AND provider_id = ? AND sha = ?',
    consumerId,
    providerId,
    sha,
  );
  if (known) return known.id;
  return database.insert(
    'INSERT INTO pact_versions (consumer_id, provider_id, sha, content, created_at) VALUES (?, ?, ?, ?, ?)',
    consumerId,
    providerId,
    sha,
    text,
    now,
  );
}

/** Removes a consumer version's pact with all its revisions. The content and its results stay for a later publication of the same content. */
export function deletePublication(database: Database, { consumerVersionId, providerId }: Publication): void {
  database.run(
    'DELETE FROM pact_publications WHERE consumer_version_id = ? AND provider_id = ?',
    consumerVersionId,
    providerId,
  );
}
