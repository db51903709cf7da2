import type { Database } from '../database/index.ts';

export interface OldVersion {
  readonly id: number;
  readonly pacticipant: string;
  readonly number: string;
}

/** How many rows there are in each table that a clean shortens. */
export type Counts = Record<
  'branches' | 'versions' | 'pact_publications' | 'pact_versions' | 'verifications',
  number
>;

export function counts(database: Database): Counts {
  return database.get<Counts>(
    `SELECT (SELECT count(*) FROM branches) AS branches, (SELECT count(*) FROM versions) AS versions,
       (SELECT count(*) FROM pact_publications) AS pact_publications,
       (SELECT count(*) FROM pact_versions) AS pact_versions,
       (SELECT count(*) FROM verifications) AS verifications`,
  ) as Counts;
}

const selectVersions =
  'SELECT v.id, p.name AS pacticipant, v.number FROM versions v JOIN pacticipants p ON p.id = v.pacticipant_id';

/**
 * All versions, the oldest first.
 * @param among ids of some, to have those of them that are there
 */
export function oldVersions(database: Database, among?: readonly number[]): OldVersion[] {
  if (!among) return database.all(`${selectVersions} ORDER BY v.id`);
  const some = `${selectVersions} WHERE v.id IN (SELECT value FROM json_each(?)) ORDER BY v.id`;
  return database.all(some, JSON.stringify(among));
}

/** Deletes contents that no publication and no result refers to any more. */
export function deleteOrphanContents(database: Database): void {
  database.run(
    `DELETE FROM pact_versions WHERE NOT EXISTS (SELECT 1 FROM pact_publications WHERE pact_version_id = pact_versions.id)
       AND NOT EXISTS (SELECT 1 FROM verifications WHERE pact_version_id = pact_versions.id)`,
  );
}

/** How many replaced revisions and results are older than a time. */
export function countOverwritten(
  database: Database,
  before: string,
): { readonly publications: number; readonly verifications: number } {
  return database.get(
    `SELECT (SELECT count(*) FROM pact_publications WHERE latest = 0 AND created_at < ?1) AS publications,
       (SELECT count(*) FROM verifications WHERE latest = 0 AND created_at < ?1) AS verifications`,
    before,
  ) as { publications: number; verifications: number };
}

/** Deletes some of them, at most `limit` of each; returns how many. */
export function deleteOverwritten(database: Database, before: string, limit: number): number {
  return (
    database.run(
      `DELETE FROM pact_publications WHERE id IN
         (SELECT id FROM pact_publications WHERE latest = 0 AND created_at < ? ORDER BY id LIMIT ?)`,
      before,
      limit,
    ) +
    database.run(
      `DELETE FROM verifications WHERE number IN
         (SELECT number FROM verifications WHERE latest = 0 AND created_at < ? ORDER BY number LIMIT ?)`,
      before,
      limit,
    )
  );
}
