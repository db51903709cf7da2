import type { Database } from '../database/index.ts';
import { limitOf, type Page } from '../http/index.ts';
import { latestOfIntegration } from '../pacts/index.ts';
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

const integration = '(?1 IS NULL OR i.consumer_id = ?1) AND (?2 IS NULL OR i.provider_id = ?2)';
const live = `SELECT version_id FROM deployed_versions INDEXED BY currently_deployed WHERE undeployed_at IS NULL
  UNION SELECT version_id FROM released_versions INDEXED BY currently_supported WHERE support_ended_at IS NULL`;

// A tag's last pact is looked for from the tag's last version downwards: nearly always it is found there.
const heads = `WITH tagged AS MATERIALIZED (
    SELECT h.name, (
      SELECT pp.id FROM tags t
      CROSS JOIN pact_publications pp ON pp.consumer_version_id = t.version_id AND pp.provider_id = i.provider_id AND pp.latest = 1
      WHERE t.name = h.name AND t.version_id <= h.version_id AND pp.consumer_id = i.consumer_id
      ORDER BY t.version_id DESC LIMIT 1) AS id
    FROM integrations i JOIN tag_heads h ON h.pacticipant_id = i.consumer_id
    WHERE ${integration}),
  heads AS MATERIALIZED (
    SELECT (${latestOfIntegration()}) AS id FROM integrations i WHERE ${integration}
    UNION SELECT id FROM tagged
    UNION SELECT pp.id FROM (${live}) alive
      CROSS JOIN pact_publications pp ON pp.consumer_version_id = alive.version_id AND pp.latest = 1
      CROSS JOIN integrations i ON i.consumer_id = pp.consumer_id AND i.provider_id = pp.provider_id
      WHERE ${integration})`;

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
       FROM heads CROSS JOIN pact_publications pp ON pp.id = heads.id
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
      `SELECT version_id AS id, name FROM tag_heads WHERE version_id IN (SELECT value FROM json_each(?)) ORDER BY name`,
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
