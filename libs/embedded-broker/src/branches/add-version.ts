import type { Database } from '../database/index.ts';
import { isMainBranchCandidate, setMainBranchIfUnset, type MainBranchRule } from '../pacticipants/index.ts';
import type { Version } from '../versions/index.ts';
import {
  findBranchVersion,
  findOrCreateBranchId,
  insertBranchVersion,
  setHead,
  touchBranch,
} from './store.ts';

/** A branch is updated once in this time, however many versions are put on it: as in the official broker. */
const betweenUpdates = 60_000;

/**
 * Puts a version on a branch, made first when missing. The branch is updated by it, also where the version was on it
 * already; only a version that is new to the branch becomes its head.
 * @returns whether it is new to the branch
 */
export function addToBranch(
  database: Database,
  branch: { readonly pacticipantId: number; readonly name: string },
  versionId: number,
  now: string,
  { autoCreated = false } = {},
): boolean {
  const branchId = findOrCreateBranchId(database, branch.pacticipantId, branch.name, now);
  touchBranch(database, branchId, new Date(Date.parse(now) - betweenUpdates).toISOString(), now);
  if (findBranchVersion(database, branchId, versionId)) return false;
  insertBranchVersion(database, branchId, versionId, { autoCreated }, now);
  setHead(database, branchId, versionId);
  return true;
}

/** The same; a branch called like a main branch becomes it, where the pacticipant has none. */
export function addVersionToBranch(
  database: Database,
  version: Version,
  branch: string,
  now: string,
  rule: MainBranchRule,
): boolean {
  const isNew = addToBranch(
    database,
    { pacticipantId: version.pacticipantId, name: branch },
    version.id,
    now,
  );
  if (isMainBranchCandidate(branch, rule)) setMainBranchIfUnset(database, version.pacticipantId, branch, now);
  return isNew;
}
