import { branchesOfVersions, type BranchOfVersion } from '../branches/index.ts';
import type { Database } from '../database/index.ts';
import { environmentUuidsOfVersions, listEnvironments, type Environment } from '../environments/index.ts';
import { tagsOfVersions, type TagOfVersion } from '../tags/index.ts';

/** What a row shows of a version besides its number. */
export interface VersionFacts {
  readonly branches: readonly BranchOfVersion[];
  readonly tags: readonly TagOfVersion[];
  readonly environments: readonly Environment[];
}

/** The facts of many versions, in four queries. */
export function versionFacts(
  database: Database,
  versionIds: readonly number[],
): (versionId: number) => VersionFacts {
  const ids = [...new Set(versionIds)];
  const branches = branchesOfVersions(database, ids);
  const tags = tagsOfVersions(database, ids);
  const uuids = environmentUuidsOfVersions(database, ids);
  // Most versions are nowhere.
  const environments = new Map(
    uuids.size === 0 ? [] : listEnvironments(database).map((environment) => [environment.uuid, environment]),
  );
  return (versionId) => ({
    branches: branches.get(versionId) ?? [],
    tags: tags.get(versionId) ?? [],
    environments: (uuids.get(versionId) ?? []).flatMap((uuid) => environments.get(uuid) ?? []),
  });
}
