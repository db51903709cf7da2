import type { Database } from '../database/index.ts';
import { limitOf, type Page } from '../http/index.ts';
import type { StatusResult } from '../verifications/index.ts';

/** A pact that matters now: the last of its integration or of a tag, or that of a version which is live. */
export interface HeadPact {
  readonly consumer: string;
  readonly consumerVersionId: number;
  readonly consumerVersion: string;
  readonly provider: string;
  readonly pactVersionId: number;
  readonly publishedAt: string;
  /** Tags of the consumer version whose last pact with the provider this is, by name. */
  readonly tags: readonly string[];
  /** The last result for its content. */
  readonly result: HeadPactResult | undefined;
}

export interface HeadPactResult extends StatusResult {
  readonly providerVersionId: number;
  readonly providerVersion: string;
  readonly verifiedAt: string;
}

interface Row extends Omit<HeadPact, 'tags' | 'result'> {
  readonly tags: string;
  readonly success: number | null;
  readonly pactPending: number | null;
  readonly providerVersionId: number | null;
  readonly providerVersion: string | null;
  readonly verifiedAt: string | null;
}

const integration = '(?1 IS NULL OR pp.consumer_id = ?1) AND (?2 IS NULL OR pp.provider_id = ?2)';
const live = `SELECT version_id FROM deployed_versions WHERE undeployed_at IS NULL
  UNION SELECT version_id FROM released_versions WHERE support_ended_at IS NULL`;

// "id" belongs to the row that has the maximum (SQLite's rule for bare columns beside max()).
const heads = `WITH tagged AS MATERIALIZED (
    SELECT pp.id, t.name, max(pp.consumer_version_id) FROM tags t
    JOIN pact_publications pp ON pp.consumer_version_id = t.version_id AND pp.latest = 1
    WHERE ${integration} GROUP BY pp.consumer_id, pp.provider_id, t.name),
  heads AS MATERIALIZED (
    SELECT pp.id FROM integrations i JOIN pact_publications pp
      ON pp.provider_id = i.provider_id AND pp.consumer_id = i.consumer_id AND pp.latest = 1
      AND pp.consumer_version_id = (SELECT max(l.consumer_version_id) FROM pact_publications l
        WHERE l.provider_id = i.provider_id AND l.consumer_id = i.consumer_id AND l.latest = 1)
      WHERE ${integration}
    UNION SELECT id FROM tagged
    UNION SELECT pp.id FROM pact_publications pp WHERE pp.consumer_version_id IN (${live}) AND pp.latest = 1 AND ${integration})`;

/**
 * The pacts that matter, by consumer, its version from the newest, and provider; in one statement.
 * @param of ids of a consumer and provider, to see theirs alone
 */
export function headPacts(
  database: Database,
  of: { readonly consumerId?: number; readonly providerId?: number },
  page: Page,
): HeadPact[] {
  const { limit, offset } = limitOf(page);
  return database
    .all<Row>(
      `${heads} SELECT c.name AS consumer, cv.id AS consumerVersionId, cv.number AS consumerVersion, p.name AS provider,
         pp.pact_version_id AS pactVersionId, pp.created_at AS publishedAt,
         (SELECT json_group_array(tagged.name ORDER BY tagged.name) FROM tagged WHERE tagged.id = pp.id) AS tags,
         r.success, r.pact_pending AS pactPending, rv.id AS providerVersionId, rv.number AS providerVersion, r.created_at AS verifiedAt
       FROM heads JOIN pact_publications pp ON pp.id = heads.id
       JOIN pacticipants c ON c.id = pp.consumer_id
       JOIN pacticipants p ON p.id = pp.provider_id
       JOIN versions cv ON cv.id = pp.consumer_version_id
       LEFT JOIN verifications r ON r.number = (SELECT max(number) FROM verifications WHERE pact_version_id = pp.pact_version_id)
       LEFT JOIN versions rv ON rv.id = r.provider_version_id
       ORDER BY lower(c.name), pp.consumer_version_id DESC, lower(p.name) LIMIT ?3 OFFSET ?4`,
      of.consumerId,
      of.providerId,
      limit,
      offset,
    )
    .map(fromRow);
}

/** Names of the branches that each of these versions is the head of, in the order of the branches. */
export function branchesByHead(
  database: Database,
  versionIds: readonly number[],
): ReadonlyMap<number, readonly string[]> {
  return namesById(
    database.all(
      `SELECT head_version_id AS id, name FROM branches WHERE head_version_id IN (SELECT value FROM json_each(?)) ORDER BY branches.id`,
      JSON.stringify(versionIds),
    ),
  );
}

/** Tags whose last version each of these is, by name. */
export function latestTags(
  database: Database,
  versionIds: readonly number[],
): ReadonlyMap<number, readonly string[]> {
  return namesById(
    database.all(
      `SELECT t.version_id AS id, t.name FROM tags t JOIN versions v ON v.id = t.version_id
       WHERE t.version_id IN (SELECT value FROM json_each(?)) AND NOT EXISTS (
         SELECT 1 FROM tags o JOIN versions ov ON ov.id = o.version_id
         WHERE o.name = t.name AND o.version_id > t.version_id AND ov.pacticipant_id = v.pacticipant_id)
       ORDER BY t.name`,
      JSON.stringify(versionIds),
    ),
  );
}

function namesById(rows: readonly { readonly id: number; readonly name: string }[]): Map<number, string[]> {
  const names = new Map<number, string[]>();
  for (const { id, name } of rows) names.set(id, [...(names.get(id) ?? []), name]);
  return names;
}

function fromRow(row: Row): HeadPact {
  const { tags, success, pactPending, providerVersionId, providerVersion, verifiedAt, ...pact } = row;
  const hasResult = providerVersionId !== null && providerVersion !== null && verifiedAt !== null;
  return {
    ...pact,
    tags: JSON.parse(tags) as string[],
    result: hasResult
      ? {
          pactVersionId: pact.pactVersionId,
          success: success === 1,
          pactPending: pactPending === 1,
          providerVersionId,
          providerVersion,
          verifiedAt,
        }
      : undefined,
  };
}
