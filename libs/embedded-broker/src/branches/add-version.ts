import type { Database } from '../database/index.ts';
import { isMainBranchCandidate, setMainBranchIfUnset, type MainBranchRule } from '../pacticipants/index.ts';
import type { Version } from '../versions/index.ts';
import { addToBranch } from './store.ts';

/** Puts a version on a branch; a branch called like a main branch becomes it, where the pacticipant has none. */
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
