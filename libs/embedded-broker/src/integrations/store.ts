import type { Database } from '../database/index.ts';
import { limitOf, type Page } from '../http/index.ts';

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

/** The names of a consumer and its provider. */
export interface Integration {
  readonly consumer: string;
  readonly provider: string;
}

const matching = `FROM integrations i JOIN pacticipants c ON c.id = i.consumer_id JOIN pacticipants p ON p.id = i.provider_id
  WHERE instr(lower(c.name), lower(?1)) > 0 OR instr(lower(p.name), lower(?1)) > 0`;

/** Integrations of which a side's name contains `like`, those with the newest pact or result first. */
export function listIntegrations(database: Database, like: string, page?: Page): Integration[] {
  const { limit, offset } = limitOf(page);
  return database.all(
    `SELECT c.name AS consumer, p.name AS provider ${matching}
     ORDER BY i.contract_data_updated_at DESC, lower(c.name), lower(p.name) LIMIT ?2 OFFSET ?3`,
    like,
    limit,
    offset,
  );
}

export function countIntegrations(database: Database, like: string): number {
  return database.get<{ count: number }>(`SELECT count(*) AS count ${matching}`, like)?.count ?? 0;
}

/** Removes the pacts between two pacticipants with all revisions, contents and results. */
export function deleteContracts(database: Database, consumerId: number, providerId: number): void {
  for (const table of ['pact_publications', 'pact_versions', 'integrations'] as const) {
    database.run(`DELETE FROM ${table} WHERE provider_id = ? AND consumer_id = ?`, providerId, consumerId);
  }
}

/** Removes the versions of a pacticipant that have neither a pact nor a result; heads of branches move back. */
export function deleteOrphanVersions(database: Database, pacticipantId: number): void {
  database.run(
    `DELETE FROM versions WHERE pacticipant_id = ?
       AND NOT EXISTS (SELECT 1 FROM pact_publications pp WHERE pp.consumer_version_id = versions.id)
       AND NOT EXISTS (SELECT 1 FROM verifications r WHERE r.provider_version_id = versions.id)`,
    pacticipantId,
  );
  database.run(
    `UPDATE branches SET head_version_id = (SELECT max(version_id) FROM branch_versions WHERE branch_id = branches.id)
     WHERE pacticipant_id = ? AND head_version_id IS NULL`,
    pacticipantId,
  );
}

/** Removes a pacticipant that has no version and no contract. */
export function deleteOrphanPacticipant(database: Database, id: number): void {
  database.run(
    `DELETE FROM pacticipants WHERE id = ?1
       AND NOT EXISTS (SELECT 1 FROM versions v WHERE v.pacticipant_id = ?1)
       AND NOT EXISTS (SELECT 1 FROM integrations i WHERE ?1 IN (i.provider_id, i.consumer_id))`,
    id,
  );
}

/** Removes every pacticipant with all that hangs on it; environments stay. */
export function deleteAllIntegrations(database: Database): void {
  database.run('DELETE FROM pacticipants');
}
