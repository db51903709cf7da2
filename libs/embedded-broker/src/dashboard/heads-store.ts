import type { Database } from '../database/index.ts';
import { latestOfIntegration, latestWithTag, newestHeads, type Head } from '../pacts/index.ts';

/** Of one consumer, and of one provider; or of all. */
export interface HeadsOf {
  readonly consumerId?: number;
  readonly providerId?: number;
}

const consumersAtOnce = 50;
const tagsAtOnce = 100;

/**
 * Ids of pacts that matter, by consumer: all among the first so many in the order of the dashboard, and some more. It stops
 * there, since a consumer may have thousands of tags, and a broker thousands of consumers.
 */
export function headIds(database: Database, { consumerId, providerId }: HeadsOf, wanted: number): number[] {
  if (consumerId !== undefined) return headsOfConsumer(database, consumerId, providerId, wanted);
  const ids: number[] = [];
  let last = { name: '', lower: '' };
  for (;;) {
    const consumers = consumersAfter(database, last);
    // Consumers whose names differ by case alone are mixed in the order.
    const isMixed = consumers[0]?.lower === last.lower;
    if (consumers.length === 0 || (ids.length >= wanted && !isMixed)) return ids;
    for (const { id } of consumers) ids.push(...headsOfConsumer(database, id, providerId, wanted));
    last = consumers.at(-1) ?? last;
  }
}

function consumersAfter(
  database: Database,
  { lower, name }: { readonly lower: string; readonly name: string },
): { id: number; name: string; lower: string }[] {
  return database.all(
    `SELECT c.id, c.name, lower(c.name) AS lower FROM pacticipants c INDEXED BY pacticipants_in_order
     WHERE (lower(c.name), c.name) > (?, ?) AND EXISTS (SELECT 1 FROM integrations i WHERE i.consumer_id = c.id)
     ORDER BY lower(c.name), c.name LIMIT ${consumersAtOnce}`,
    lower,
    name,
  );
}

function headsOfConsumer(
  database: Database,
  consumerId: number,
  providerId: number | undefined,
  wanted: number,
): number[] {
  return newestHeads(lastAndLive(database, consumerId, providerId), wanted, (index) => {
    const offset = index * tagsAtOnce;
    const newest = newestTag(database, consumerId, offset);
    return newest === undefined
      ? undefined
      : { newest, heads: () => tagged(database, consumerId, providerId, offset) };
  });
}

const ofConsumer = 'i.consumer_id = ?1 AND (?2 IS NULL OR i.provider_id = ?2)';

/** The last pact with each provider, and those of versions that are live. */
function lastAndLive(database: Database, consumerId: number, providerId: number | undefined): Head[] {
  return database.all(
    `SELECT pp.id, pp.consumer_version_id AS versionId FROM (
       SELECT (${latestOfIntegration()}) AS id FROM integrations i WHERE ${ofConsumer}
       UNION SELECT i.id FROM (
         SELECT version_id FROM deployed_versions INDEXED BY deployed_now WHERE pacticipant_id = ?1 AND undeployed_at IS NULL
         UNION SELECT version_id FROM released_versions INDEXED BY supported_now WHERE pacticipant_id = ?1 AND support_ended_at IS NULL
       ) live CROSS JOIN pact_publications i ON i.consumer_version_id = live.version_id AND i.latest = 1
       WHERE ${ofConsumer}) head
     CROSS JOIN pact_publications pp ON pp.id = head.id`,
    consumerId,
    providerId,
  );
}

const tagHeads = (columns: string) => `SELECT ${columns} FROM tag_heads INDEXED BY tag_heads_in_order
  WHERE pacticipant_id = ?1 ORDER BY version_id DESC, name`;

function newestTag(database: Database, consumerId: number, offset: number): number | undefined {
  return database.get<{ versionId: number }>(
    `${tagHeads('version_id AS versionId')} LIMIT 1 OFFSET ?2`,
    consumerId,
    offset,
  )?.versionId;
}

/** The last pacts with some of the tags. */
function tagged(
  database: Database,
  consumerId: number,
  providerId: number | undefined,
  offset: number,
): Head[] {
  return database.all(
    `SELECT DISTINCT pp.id, pp.consumer_version_id AS versionId
     FROM (${tagHeads('name')} LIMIT ${tagsAtOnce} OFFSET ?3) tag CROSS JOIN integrations i
     CROSS JOIN pact_publications pp ON pp.id = (${latestWithTag('tag.name')})
     WHERE ${ofConsumer}`,
    consumerId,
    providerId,
    offset,
  );
}
