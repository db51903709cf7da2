import type { Database } from '../database/index.ts';
import {
  allDeploymentsOfVersions,
  allReleasesOfVersions,
  deploymentLinksOfVersion,
  listEnvironments,
  recordingLinks,
  releaseLinksOfVersion,
} from '../environments/index.ts';
import type { Urls } from '../http/index.ts';
import { versionContexts } from './contexts.ts';
import { versionRepresentation } from './representation.ts';
import type { Version } from './store.ts';

/** A version by itself: where it is and was, and where that can be recorded. */
export function shownVersion(database: Database, version: Version, urls: Urls, selfUrl?: string): object {
  return versionRepresentation(version, versionContexts(database, [version])(version), urls, {
    selfUrl,
    extraLinks: {
      ...environmentLinks(database, [version], urls)(version),
      ...recordingLinks(version, listEnvironments(database), urls),
    },
  });
}

/** The versions of a list, read at once: where each is and was. A link list that would be empty is left out. */
export function listedVersions(database: Database, versions: readonly Version[], urls: Urls): object[] {
  const contextOf = versionContexts(database, versions);
  const linksOf = environmentLinks(database, versions, urls);
  return versions.map((version) => {
    const links = Object.entries(linksOf(version));
    return versionRepresentation(version, contextOf(version), urls, {
      extraLinks: Object.fromEntries(links.filter(([, list]) => list.length > 0)),
    });
  });
}

function environmentLinks(database: Database, versions: readonly Version[], urls: Urls) {
  const ids = versions.map(({ id }) => id);
  const deployments = allDeploymentsOfVersions(database, ids);
  const releases = allReleasesOfVersions(database, ids);
  return ({ id }: Version) => ({
    'pb:deployed-environments': deploymentLinksOfVersion(deployments.get(id) ?? [], urls),
    'pb:released-environments': releaseLinksOfVersion(releases.get(id) ?? [], urls),
  });
}
