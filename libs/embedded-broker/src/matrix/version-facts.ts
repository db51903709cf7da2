import type { Database } from '../database/index.ts';
import { environmentUuidsOfVersions, listEnvironments, type Environment } from '../environments/index.ts';

/** What a row shows of a version besides its number. */
export interface VersionFacts {
  readonly branches: readonly { readonly name: string; readonly latest: boolean }[];
  readonly tags: readonly { readonly name: string; readonly latest: boolean }[];
  readonly environments: readonly Environment[];
}

/** The facts of many versions, in three queries. */
export function versionFacts(
  database: Database,
  versionIds: readonly number[],
): (versionId: number) => VersionFacts {
  const ids = JSON.stringify([...new Set(versionIds)]);
  const branches = Map.groupBy(
    database.all<{ versionId: number; name: string; latest: number }>(
      `SELECT bv.version_id AS versionId, b.name, ifnull(b.head_version_id = bv.version_id, 0) AS latest
       FROM branch_versions bv JOIN branches b ON b.id = bv.branch_id
       WHERE bv.version_id IN (SELECT value FROM json_each(?)) ORDER BY bv.rowid`,
      ids,
    ),
    ({ versionId }) => versionId,
  );
  const tags = Map.groupBy(
    database.all<{ versionId: number; name: string; latest: number }>(
      `SELECT t.version_id AS versionId, t.name, EXISTS (
         SELECT 1 FROM tag_heads h WHERE h.version_id = t.version_id AND h.name = t.name) AS latest
       FROM tags t
       WHERE t.version_id IN (SELECT value FROM json_each(?)) ORDER BY t.rowid`,
      ids,
    ),
    ({ versionId }) => versionId,
  );
  const uuids = environmentUuidsOfVersions(database, versionIds);
  // Most versions are nowhere.
  const environments = new Map(
    uuids.size === 0 ? [] : listEnvironments(database).map((environment) => [environment.uuid, environment]),
  );
  const named = ({ name, latest }: { name: string; latest: number }) => ({ name, latest: latest === 1 });
  return (versionId) => ({
    branches: (branches.get(versionId) ?? []).map(named),
    tags: (tags.get(versionId) ?? []).map(named),
    environments: (uuids.get(versionId) ?? []).flatMap((uuid) => environments.get(uuid) ?? []),
  });
}
