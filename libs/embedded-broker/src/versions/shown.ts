import { branchesOfVersion } from '../branches/index.ts';
import type { Database } from '../database/index.ts';
import {
  allDeploymentsOfVersion,
  allReleasesOfVersion,
  deploymentLinksOfVersion,
  listEnvironments,
  recordingLinks,
  releaseLinksOfVersion,
} from '../environments/index.ts';
import type { Urls } from '../http/index.ts';
import { providersOfVersion } from '../pacts/index.ts';
import { tagsOfVersion } from '../tags/index.ts';
import { versionRepresentation } from './representation.ts';
import type { Version } from './store.ts';

/** A version by itself: where it is and was, and where that can be recorded. */
export function shownVersion(database: Database, version: Version, urls: Urls, selfUrl?: string): object {
  return versionRepresentation(version, context(database, version), urls, {
    selfUrl,
    extraLinks: {
      ...environmentLinks(database, version, urls),
      ...recordingLinks(version, listEnvironments(database), urls),
    },
  });
}

/** A version in a list: where it is and was. A list that would be empty is left out. */
export function listedVersion(database: Database, version: Version, urls: Urls): object {
  const links = Object.entries(environmentLinks(database, version, urls));
  return versionRepresentation(version, context(database, version), urls, {
    extraLinks: Object.fromEntries(links.filter(([, list]) => list.length > 0)),
  });
}

function environmentLinks(database: Database, { id }: Version, urls: Urls) {
  return {
    'pb:deployed-environments': deploymentLinksOfVersion(allDeploymentsOfVersion(database, id), urls),
    'pb:released-environments': releaseLinksOfVersion(allReleasesOfVersion(database, id), urls),
  };
}

const context = (database: Database, { id }: Version) => ({
  branches: branchesOfVersion(database, id),
  tags: tagsOfVersion(database, id),
  pacts: providersOfVersion(database, id).map((provider) => ({ provider })),
});
