import type { Database } from '../../database/index.ts';

/** The names of the branches of a pacticipant, those with the newest version first. */
export function branchesByActivity(database: Database, pacticipantId: number, most: number): string[] {
  return database
    .all<{ name: string }>(
      'SELECT name FROM branches WHERE pacticipant_id = ? ORDER BY head_version_id DESC LIMIT ?',
      pacticipantId,
      most,
    )
    .map(({ name }) => name);
}

/** How many providers' pacts and how many results each of the versions has. */
export function countsOfVersions(
  database: Database,
  versionIds: readonly number[],
): ReadonlyMap<number, { readonly pacts: number; readonly results: number }> {
  const rows = database.all<{ id: number; pacts: number; results: number }>(
    `SELECT value AS id,
       (SELECT count(*) FROM pact_publications pp WHERE pp.consumer_version_id = value AND pp.latest = 1) AS pacts,
       (SELECT count(*) FROM verifications r WHERE r.provider_version_id = value AND r.latest = 1) AS results
     FROM json_each(?)`,
    JSON.stringify(versionIds),
  );
  return new Map(rows.map(({ id, pacts, results }) => [id, { pacts, results }]));
}
