import type { Database } from '../../database/index.ts';
import type { Publication } from '../../pacts/index.ts';

/** A provider version's last result for a content. */
export interface ContentResult {
  readonly number: number;
  readonly providerVersionId: number;
  readonly providerVersion: string;
  readonly success: boolean;
  readonly pending: boolean;
  readonly verifiedAt: string;
}

/** The results that count for a content, the newest first. */
export function resultsOfContent(database: Database, pactVersionId: number, most: number): ContentResult[] {
  return database
    .all<Omit<ContentResult, 'success' | 'pending'> & { success: number; pending: number | null }>(
      `SELECT r.number, v.id AS providerVersionId, v.number AS providerVersion, r.success, r.pact_pending AS pending,
         r.created_at AS verifiedAt
       FROM verifications r JOIN versions v ON v.id = r.provider_version_id
       WHERE r.pact_version_id = ? AND r.latest = 1 ORDER BY r.number DESC LIMIT ?`,
      pactVersionId,
      most,
    )
    .map((row) => ({ ...row, success: row.success === 1, pending: row.pending === 1 }));
}

/** What a verifier published about each interaction, as JSON text. */
export function testResultsOf(database: Database, number: number): string | null {
  return (
    database.get<{ text: string | null }>(
      'SELECT test_results AS text FROM verifications WHERE number = ?',
      number,
    )?.text ?? null
  );
}

/** A version to choose. */
export interface ChoosableVersion {
  readonly number: string;
  readonly sha: string;
}

/** The consumer versions with a pact of the integration, the newest first. */
export function versionsToChoose(
  database: Database,
  { consumerId, providerId }: Pick<Publication, 'consumerId' | 'providerId'>,
  most: number,
): ChoosableVersion[] {
  return database.all(
    `SELECT cv.number, pv.sha FROM pact_publications pp
     JOIN versions cv ON cv.id = pp.consumer_version_id JOIN pact_versions pv ON pv.id = pp.pact_version_id
     WHERE pp.provider_id = ? AND pp.consumer_id = ? AND pp.latest = 1 ORDER BY pp.consumer_version_id DESC LIMIT ?`,
    providerId,
    consumerId,
    most,
  );
}
