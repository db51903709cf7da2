import type { Database } from '../database/index.ts';
import { liveVersions } from '../environments/index.ts';
import { findPacticipant } from '../pacticipants/index.ts';
import {
  branchHead,
  findVersionOf,
  latestVersion,
  latestVersionWithTag,
  versionsOfBranch,
  versionsWithTag,
} from '../versions/index.ts';
import type { VersionLookup } from './resolve.ts';

/** Finds versions in the database. */
export function versionLookup(database: Database): VersionLookup {
  return {
    pacticipant: (name) => findPacticipant(database, name),
    version: (id, number) => findVersionOf(database, id, number),
    latest: (id) => latestVersion(database, id),
    latestWithTag: (id, tag) => latestVersionWithTag(database, id, tag),
    withTag: (id, tag) => versionsWithTag(database, id, tag),
    branchHead: (id, branch) => branchHead(database, id, branch),
    ofBranch: (id, branch) => versionsOfBranch(database, id, branch),
    inEnvironment: (id, environment) => liveVersions(database, id, environment),
  };
}
