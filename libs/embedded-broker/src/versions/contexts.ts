import { branchesOfVersions } from '../branches/index.ts';
import type { Database } from '../database/index.ts';
import { providersOfVersions } from '../pacts/index.ts';
import { tagsOfVersions } from '../tags/index.ts';
import type { VersionContext } from './representation.ts';
import type { Version } from './store.ts';

/** What is shown of versions besides themselves, read for all of them at once. */
export function versionContexts(
  database: Database,
  versions: readonly Version[],
): (version: Version) => VersionContext {
  const ids = versions.map(({ id }) => id);
  const branches = branchesOfVersions(database, ids);
  const tags = tagsOfVersions(database, ids);
  const providers = providersOfVersions(database, ids);
  return ({ id }) => ({
    branches: branches.get(id) ?? [],
    tags: (tags.get(id) ?? []).map(({ name }) => name),
    pacts: (providers.get(id) ?? []).map((provider) => ({ provider })),
  });
}
