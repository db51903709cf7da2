import type { Database } from '../database/index.ts';

/** A consumer and a provider with a contract between them, and where it stands. */
export interface IntegrationOverview {
  readonly consumer: string;
  readonly provider: string;
  /** The latest pact; null when all were deleted. */
  readonly consumerVersion: string | null;
  readonly branch: string | null;
  readonly publishedAt: string | null;
  /** The last result for the latest pact's content. */
  readonly success: boolean | null;
  readonly providerVersion: string | null;
  readonly verifiedAt: string | null;
  /** Whether any pact of theirs was ever verified. */
  readonly everVerified: boolean;
}

type Row = Omit<IntegrationOverview, 'success' | 'everVerified'> & {
  success: number | null;
  everVerified: number;
};

/** All integrations, by consumer and provider name. */
export function integrationOverviews(database: Database): IntegrationOverview[] {
  return database
    .all<Row>(
      `SELECT c.name AS consumer, p.name AS provider, cv.number AS consumerVersion, pp.created_at AS publishedAt,
         (SELECT b.name FROM branch_versions bv JOIN branches b ON b.id = bv.branch_id
           WHERE bv.version_id = cv.id ORDER BY bv.created_at LIMIT 1) AS branch,
         r.success, pv.number AS providerVersion, r.created_at AS verifiedAt,
         EXISTS (SELECT 1 FROM pact_versions x JOIN verifications y ON y.pact_version_id = x.id
           WHERE x.consumer_id = i.consumer_id AND x.provider_id = i.provider_id) AS everVerified
       FROM integrations i
       JOIN pacticipants c ON c.id = i.consumer_id
       JOIN pacticipants p ON p.id = i.provider_id
       LEFT JOIN pact_publications pp ON pp.latest = 1 AND pp.provider_id = i.provider_id AND pp.consumer_id = i.consumer_id
         AND pp.consumer_version_id = (SELECT max(consumer_version_id) FROM pact_publications
           WHERE provider_id = i.provider_id AND consumer_id = i.consumer_id AND latest = 1)
       LEFT JOIN versions cv ON cv.id = pp.consumer_version_id
       LEFT JOIN verifications r ON r.number = (SELECT max(number) FROM verifications WHERE pact_version_id = pp.pact_version_id)
       LEFT JOIN versions pv ON pv.id = r.provider_version_id
       ORDER BY lower(c.name), lower(p.name)`,
    )
    .map((row) => ({
      ...row,
      success: row.success === null ? null : row.success === 1,
      everVerified: row.everVerified === 1,
    }));
}
