import type { Database } from '../database/index.ts';

/** A provider version that matters, and has no result for a content yet. */
export interface RequiredVerification {
  readonly versionId: number;
  readonly number: string;
  /** The main branch for its head, else the branch that the version was put on last. */
  readonly branch: string | undefined;
  /** Why it matters, in the official words. */
  readonly descriptions: readonly string[];
}

interface Row {
  readonly versionId: number;
  readonly number: string;
  readonly branch: string | null;
  readonly description: string;
}

// The versions that matter, `m`, of the provider ?1: what is live by indexes that hold nothing of the past.
const mattering = `(
  SELECT 1 AS rank, b.head_version_id AS id, b.name AS branch, 'latest from main branch' AS description
    FROM pacticipants p CROSS JOIN branches b ON b.pacticipant_id = p.id AND b.name = p.main_branch
    WHERE p.id = ?1 AND b.head_version_id IS NOT NULL
  UNION ALL SELECT 1, t.version_id, t.name, 'latest from main branch'
    FROM pacticipants p CROSS JOIN tag_heads t ON t.pacticipant_id = p.id AND t.name = p.main_branch
    WHERE p.id = ?1 AND NOT EXISTS (SELECT 1 FROM branches b
      WHERE b.pacticipant_id = p.id AND b.name = p.main_branch AND b.head_version_id IS NOT NULL)
  UNION ALL SELECT 2, d.version_id, NULL, 'deployed in ' || e.name
    FROM deployed_versions d INDEXED BY deployed_now CROSS JOIN environments e ON e.id = d.environment_id
    WHERE d.pacticipant_id = ?1 AND d.undeployed_at IS NULL
  UNION ALL SELECT 3, r.version_id, NULL, 'released in ' || e.name
    FROM released_versions r INDEXED BY supported_now CROSS JOIN environments e ON e.id = r.environment_id
    WHERE r.pacticipant_id = ?1 AND r.support_ended_at IS NULL) m`;
const unverified = `NOT EXISTS (SELECT 1 FROM verifications x INDEXED BY latest_verifications
  WHERE x.pact_version_id = ?2 AND x.latest = 1 AND x.provider_version_id = m.id)`;

/** Whether there is such a provider version at all. */
export function requiresVerification(database: Database, pactVersionId: number, providerId: number): boolean {
  const found = database.get(
    `SELECT 1 FROM ${mattering} WHERE ${unverified} LIMIT 1`,
    providerId,
    pactVersionId,
  );
  return found !== undefined;
}

/**
 * The provider versions that have to verify a content and have not: the head of the main branch (where it has no
 * version, the newest with a tag of its name), and those that are deployed or supported somewhere.
 * Source: docs/official-broker/webhooks.md#required-verifications.
 */
export function requiredVerifications(
  database: Database,
  pactVersionId: number,
  providerId: number,
): RequiredVerification[] {
  const rows = database.all<Row>(
    `SELECT v.id AS versionId, v.number, m.description,
       ifnull(m.branch, (SELECT b.name FROM branch_versions bv JOIN branches b ON b.id = bv.branch_id
         WHERE bv.version_id = v.id ORDER BY bv.rowid DESC LIMIT 1)) AS branch
     FROM ${mattering} CROSS JOIN versions v ON v.id = m.id WHERE ${unverified} ORDER BY m.rank, v.id`,
    providerId,
    pactVersionId,
  );
  const byVersion = Map.groupBy(rows, ({ versionId }) => versionId);
  return [...byVersion.values()].map((group) => ({
    versionId: group[0]?.versionId ?? 0,
    number: group[0]?.number ?? '',
    branch: group[0]?.branch ?? undefined,
    descriptions: [...new Set(group.map(({ description }) => description))],
  }));
}
