import type { Database } from '../database/index.ts';
import type { IntegrationNames, Publication } from '../pacts/index.ts';
import type { StatusResult } from '../verifications/index.ts';

/** Which of an integration's pacts a badge looks at: all, those with a tag, or those without any. */
export type PactFilter = { readonly tag?: string; readonly untagged?: boolean };

interface ResultRow {
  readonly pactVersionId: number;
  readonly success: number;
  readonly pactPending: number | null;
}

const isMeant = `CASE WHEN ?3 IS NOT NULL THEN EXISTS (SELECT 1 FROM tags t WHERE t.version_id = pp.consumer_version_id AND t.name = ?3)
  WHEN ?4 = 1 THEN NOT EXISTS (SELECT 1 FROM tags t WHERE t.version_id = pp.consumer_version_id) ELSE 1 END`;

/** The content of the last pact that is meant. */
export function latestContent(
  database: Database,
  { consumer, provider }: IntegrationNames,
  { tag, untagged = false }: PactFilter,
): Pick<Publication, 'consumerId' | 'providerId' | 'pactVersionId'> | undefined {
  return database.get(
    `SELECT pp.consumer_id AS consumerId, pp.provider_id AS providerId, pp.pact_version_id AS pactVersionId
     FROM pact_publications pp
     WHERE pp.provider_id = (SELECT id FROM pacticipants WHERE name = ?1)
       AND pp.consumer_id = (SELECT id FROM pacticipants WHERE name = ?2)
       AND pp.latest = 1 AND ${isMeant} ORDER BY pp.consumer_version_id DESC LIMIT 1`,
    provider,
    consumer,
    tag,
    untagged,
  );
}

/** The last result for the newest of the pacts that are meant and have one. */
export function latestResult(
  database: Database,
  ids: Pick<Publication, 'consumerId' | 'providerId'>,
  { tag, untagged = false }: PactFilter,
): StatusResult | undefined {
  return fromRow(
    database.get<ResultRow>(
      `SELECT r.pact_version_id AS pactVersionId, r.success, r.pact_pending AS pactPending
       FROM pact_publications pp
       JOIN verifications r ON r.number = (SELECT max(number) FROM verifications WHERE pact_version_id = pp.pact_version_id)
       WHERE pp.provider_id = ?1 AND pp.consumer_id = ?2 AND pp.latest = 1 AND ${isMeant}
       ORDER BY pp.consumer_version_id DESC LIMIT 1`,
      ids.providerId,
      ids.consumerId,
      tag,
      untagged,
    ),
  );
}

/**
 * The last result that a provider version with one tag has for a pact of a consumer version with the other.
 * CROSS JOIN keeps SQLite to this order: pacts from the newest by index, so that it can stop at the first with a result.
 */
export function latestResultBetweenTags(
  database: Database,
  ids: Pick<Publication, 'consumerId' | 'providerId'>,
  tags: { readonly consumer: string; readonly provider: string },
): StatusResult | undefined {
  return fromRow(
    database.get<ResultRow>(
      `SELECT r.pact_version_id AS pactVersionId, r.success, r.pact_pending AS pactPending
       FROM pact_publications pp
       CROSS JOIN tags ct ON ct.version_id = pp.consumer_version_id AND ct.name = ?
       CROSS JOIN verifications r ON r.pact_version_id = pp.pact_version_id AND r.latest = 1
       CROSS JOIN tags pt ON pt.version_id = r.provider_version_id AND pt.name = ?
       WHERE pp.provider_id = ? AND pp.consumer_id = ? AND pp.latest = 1
       ORDER BY pp.consumer_version_id DESC, r.provider_version_id DESC LIMIT 1`,
      tags.consumer,
      tags.provider,
      ids.providerId,
      ids.consumerId,
    ),
  );
}

function fromRow(row: ResultRow | undefined): StatusResult | undefined {
  return row && { ...row, success: row.success === 1, pactPending: row.pactPending === 1 };
}
