import type { Database } from '../database/index.ts';
import { limitOf, type Page } from '../http/index.ts';
import { latestWithTag } from '../pacts/index.ts';
import type { StatusResult } from '../verifications/index.ts';
import { headIds, type HeadsOf } from './heads-store.ts';

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

/**
 * The pacts that matter, by consumer, its version from the newest, and provider.
 * @param of ids of a consumer and provider, to see theirs alone
 */
export function headPacts(database: Database, of: HeadsOf, page: Page): HeadPact[] {
  const { limit, offset } = limitOf(page);
  return database
    .all<Row>(
      `WITH heads AS MATERIALIZED (
         SELECT pp.id FROM json_each(?1) head CROSS JOIN pact_publications pp ON pp.id = head.value
         CROSS JOIN pacticipants c ON c.id = pp.consumer_id
         CROSS JOIN pacticipants p ON p.id = pp.provider_id
         ORDER BY lower(c.name), pp.consumer_version_id DESC, lower(p.name) LIMIT ?2 OFFSET ?3)
       SELECT c.name AS consumer, cv.id AS consumerVersionId, cv.number AS consumerVersion, p.name AS provider,
         pp.pact_version_id AS pactVersionId, pp.created_at AS publishedAt,
         (SELECT json_group_array(own.name ORDER BY own.name) FROM tags own
           WHERE own.version_id = pp.consumer_version_id AND (${latestWithTag('own.name', 'pp')}) = pp.id) AS tags,
         r.success, r.pact_pending AS pactPending, rv.id AS providerVersionId, rv.number AS providerVersion, r.created_at AS verifiedAt
       FROM heads CROSS JOIN pact_publications pp ON pp.id = heads.id
       JOIN pacticipants c ON c.id = pp.consumer_id
       JOIN pacticipants p ON p.id = pp.provider_id
       JOIN versions cv ON cv.id = pp.consumer_version_id
       LEFT JOIN verifications r ON r.number = (SELECT max(number) FROM verifications WHERE pact_version_id = pp.pact_version_id)
       LEFT JOIN versions rv ON rv.id = r.provider_version_id
       ORDER BY lower(c.name), pp.consumer_version_id DESC, lower(p.name)`,
      JSON.stringify(headIds(database, of, limit + offset)),
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
