import type { Database } from '../database/index.ts';

/** That a consumer version has a pact with a provider: the current revision of it. */
export interface Publication {
  readonly id: number;
  readonly consumerId: number;
  readonly consumerName: string;
  readonly providerId: number;
  readonly providerName: string;
  readonly consumerVersionId: number;
  readonly consumerVersionNumber: string;
  readonly pactVersionId: number;
  readonly sha: string;
  readonly revision: number;
  readonly createdAt: string;
}

const select = `SELECT pp.id, pp.consumer_id AS consumerId, c.name AS consumerName, pp.provider_id AS providerId, p.name AS providerName,
  pp.consumer_version_id AS consumerVersionId, cv.number AS consumerVersionNumber, pp.pact_version_id AS pactVersionId,
  pv.sha, pp.revision, pp.created_at AS createdAt
  FROM pact_publications pp
  JOIN pacticipants c ON c.id = pp.consumer_id
  JOIN pacticipants p ON p.id = pp.provider_id
  JOIN versions cv ON cv.id = pp.consumer_version_id
  JOIN pact_versions pv ON pv.id = pp.pact_version_id`;

/** Names of the two sides of a contract. */
export interface IntegrationNames {
  readonly consumer: string;
  readonly provider: string;
}

// A publication is found by the ids that lead to it, in this order, and only then described: a plan that begins with
// the integration reads all of its history.
const idOf = (parameter: string) => `(SELECT id FROM pacticipants WHERE name = ${parameter})`;

const ofVersion = `${select} WHERE pp.id = (
       SELECT l.id FROM versions v
       CROSS JOIN pact_publications l ON l.consumer_version_id = v.id AND l.provider_id = ${idOf('?2')} AND l.latest = 1
       WHERE v.pacticipant_id = ${idOf('?1')} AND v.number = ?3)`;

export function findPublication(
  database: Database,
  { consumer, provider }: IntegrationNames,
  number: string,
): Publication | undefined {
  return database.get(ofVersion, consumer, provider, number);
}

const byId = `${select} WHERE pp.id = ?`;

export function findPublicationById(database: Database, id: number): Publication | undefined {
  return database.get(byId, id);
}

/** Those of the publications that there are, by id; in one statement. */
export function publicationsByIds(
  database: Database,
  ids: readonly number[],
): ReadonlyMap<number, Publication> {
  const found = database.all<Publication>(
    `${select} WHERE pp.id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(ids),
  );
  return new Map(found.map((publication) => [publication.id, publication]));
}

/** The last publication of a content, or, with a consumer version, that version's if it has this content. */
export function findPublicationOfContent(
  database: Database,
  { consumer, provider }: IntegrationNames,
  sha: string,
  consumerVersionId?: number,
): Publication | undefined {
  const ofVersion = consumerVersionId === undefined ? '' : 'AND l.consumer_version_id = ?4';
  return database.get(
    `${select} WHERE pp.id = (
       SELECT l.id FROM pact_versions v
       CROSS JOIN pact_publications l INDEXED BY publications_by_content ON l.pact_version_id = v.id AND l.latest = 1 ${ofVersion}
       WHERE v.consumer_id = ${idOf('?1')} AND v.provider_id = ${idOf('?2')} AND v.sha = ?3
       ORDER BY l.consumer_version_id DESC LIMIT 1)`,
    consumer,
    provider,
    sha,
    ...(consumerVersionId === undefined ? [] : [consumerVersionId]),
  );
}

const latestOfNames = `${select} WHERE pp.provider_id = ${idOf('?')} AND pp.consumer_id = ${idOf('?')}
     AND pp.latest = 1 ORDER BY pp.consumer_version_id DESC LIMIT 1`;

/** The pact of the consumer version created last, of those that have one with the provider. */
export function latestPublication(
  database: Database,
  { consumer, provider }: IntegrationNames,
): Publication | undefined {
  return database.get(latestOfNames, provider, consumer);
}

/** The publication of an integration `i` whose consumer version was created last. */
export const latestOfIntegration = () =>
  `SELECT l.id FROM pact_publications l
   WHERE l.provider_id = i.provider_id AND l.consumer_id = i.consumer_id AND l.latest = 1
   ORDER BY l.consumer_version_id DESC LIMIT 1`;

/**
 * The same among the consumer versions with a tag: looked for from the last of them downwards, nearly always found at once,
 * and not below the first version that has a pact with the provider.
 * @param of the alias of a row with the ids of the integration
 */
export const latestWithTag = (tag: string, of = 'i') =>
  `SELECT l.id FROM tag_heads h
   CROSS JOIN tags t INDEXED BY tags_by_name ON t.name = h.name AND t.version_id <= h.version_id AND t.version_id >= (
     SELECT min(f.consumer_version_id) FROM pact_publications f
     WHERE f.provider_id = ${of}.provider_id AND f.consumer_id = ${of}.consumer_id AND f.latest = 1)
   CROSS JOIN pact_publications l ON l.consumer_version_id = t.version_id AND l.provider_id = ${of}.provider_id
     AND l.consumer_id = ${of}.consumer_id AND l.latest = 1
   WHERE h.pacticipant_id = ${of}.consumer_id AND h.name = ${tag} ORDER BY t.version_id DESC LIMIT 1`;

/** The same among the consumer versions that have the tag. */
export function latestPublicationWithTag(
  database: Database,
  { consumer, provider }: IntegrationNames,
  tag: string,
): Publication | undefined {
  return database.get(
    `${select} WHERE pp.id = (
       SELECT (${latestWithTag('?3')}) FROM integrations i
       WHERE i.consumer_id = ${idOf('?1')} AND i.provider_id = ${idOf('?2')})`,
    consumer,
    provider,
    tag,
  );
}

/** The same among the consumer versions of a branch. */
export function latestPublicationOfBranch(
  database: Database,
  { consumer, provider }: IntegrationNames,
  branch: string,
): Publication | undefined {
  return database.get(
    `${select} WHERE pp.id = (
       SELECT l.id FROM branch_versions bv
       CROSS JOIN pact_publications l ON l.consumer_version_id = bv.version_id AND l.provider_id = ${idOf('?2')} AND l.latest = 1
       WHERE bv.branch_id = (SELECT id FROM branches WHERE pacticipant_id = ${idOf('?1')} AND name = ?3)
       ORDER BY bv.version_id DESC LIMIT 1)`,
    consumer,
    provider,
    branch,
  );
}

/** The latest pact of every integration, by consumer and provider name. */
export function latestPublications(database: Database): Publication[] {
  return database.all(
    `${select} WHERE pp.id IN (SELECT (${latestOfIntegration()}) FROM integrations i)
     ORDER BY lower(c.name), lower(p.name)`,
  );
}

/** The latest pact of every consumer of a provider; with a tag, among the consumer versions that have it. */
export function latestPublicationsForProvider(
  database: Database,
  providerId: number,
  tag?: string,
): Publication[] {
  const latest = tag === undefined ? latestOfIntegration() : latestWithTag('?2');
  return database.all(
    `${select} WHERE pp.id IN (SELECT (${latest}) FROM integrations i WHERE i.provider_id = ?1)
     ORDER BY lower(c.name)`,
    providerId,
    ...(tag === undefined ? [] : [tag]),
  );
}

/** The pacticipants that are meant: the one with the id, and those with the label; without either, all. */
export interface PacticipantFilter {
  readonly id: number | null;
  readonly label: string | undefined;
}

/** The pact published last, of the consumers and providers that are meant. */
export function lastPublication(
  database: Database,
  consumer: PacticipantFilter,
  provider: PacticipantFilter,
): Publication | undefined {
  const labelled = (column: string, parameter: string) =>
    `(${parameter} IS NULL OR EXISTS (SELECT 1 FROM labels l WHERE l.pacticipant_id = ${column} AND l.name = ${parameter}))`;
  return database.get(
    `${select} WHERE pp.latest = 1 AND (?1 IS NULL OR pp.consumer_id = ?1) AND (?2 IS NULL OR pp.provider_id = ?2)
       AND ${labelled('pp.consumer_id', '?3')} AND ${labelled('pp.provider_id', '?4')}
     ORDER BY pp.id DESC LIMIT 1`,
    consumer.id,
    provider.id,
    consumer.label,
    provider.label,
  );
}

/** The document of a content, as it is stored. */
export function contentText(database: Database, pactVersionId: number): string {
  return (
    database.get<{ content: string }>('SELECT content FROM pact_versions WHERE id = ?', pactVersionId)
      ?.content ?? 'null'
  );
}

/** How many bytes the contents of some pacts have, which is known without reading them. */
export function contentBytes(database: Database, ...pactVersionIds: number[]): number {
  const row = database.get<{ bytes: number }>(
    'SELECT ifnull(sum(octet_length(content)), 0) AS bytes FROM pact_versions WHERE id IN (SELECT value FROM json_each(?))',
    JSON.stringify(pactVersionIds),
  );
  return row?.bytes ?? 0;
}

/** The sha of the pact before a consumer version's, among versions with the tag, or (undefined) without any tag. */
export function previousSha(
  database: Database,
  publication: Publication,
  tag: string | undefined,
): string | undefined {
  return database.get<{ sha: string }>(
    `SELECT pv.sha FROM pact_publications pp JOIN pact_versions pv ON pv.id = pp.pact_version_id
     WHERE pp.provider_id = ?1 AND pp.consumer_id = ?2 AND pp.latest = 1 AND pp.consumer_version_id < ?3
       AND CASE WHEN ?4 IS NULL THEN NOT EXISTS (SELECT 1 FROM tags t WHERE t.version_id = pp.consumer_version_id)
           ELSE EXISTS (SELECT 1 FROM tags t WHERE t.version_id = pp.consumer_version_id AND t.name = ?4) END
     ORDER BY pp.consumer_version_id DESC LIMIT 1`,
    publication.providerId,
    publication.consumerId,
    publication.consumerVersionId,
    tag,
  )?.sha;
}

export { select as selectPublications };
