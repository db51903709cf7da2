import type { Database } from '../database/index.ts';
import { liveVersions, liveVersionsOf } from '../environments/index.ts';
import { findPacticipant, findPacticipants } from '../pacticipants/index.ts';
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

/**
 * Finds what is asked of many pacticipants with one query for all of them: a consumer of thirty providers that is
 * to go to an environment would else cost sixty.
 * @param environment read for all of the pacticipants; without one only they themselves are
 */
export function lookedUpTogether(
  database: Database,
  lookup: VersionLookup,
  names: readonly string[],
  environment: string | undefined,
): VersionLookup {
  const found = findPacticipants(database, names);
  const byName = new Map(found.map((pacticipant) => [pacticipant.name, pacticipant]));
  const ids = found.map(({ id }) => id);
  const live = environment === undefined ? undefined : liveVersionsOf(database, ids, environment);
  return {
    ...lookup,
    pacticipant: (name) => byName.get(name),
    inEnvironment: (id, asked) =>
      asked === environment ? (live?.get(id) ?? []) : lookup.inEnvironment(id, asked),
  };
}
