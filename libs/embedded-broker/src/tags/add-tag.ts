import { addToBranch, branchesOfVersion } from '../branches/index.ts';
import type { Database } from '../database/index.ts';
import { isMainBranchCandidate, setMainBranchIfUnset } from '../pacticipants/index.ts';
import type { Version } from '../versions/index.ts';
import { insertTag, tagsOfVersion } from './store.ts';

/** How long after its creation a version's first tag still counts as the branch it was built from, in milliseconds. */
const firstTagIsBranchWithinMs = 10_000;

/**
 * Tags a version. Older clients tell the branch by a tag: the first tag of a version without a branch, set
 * right after its creation, becomes its branch (`use_first_tag_as_branch`), and one called like a main branch
 * becomes that of a pacticipant that has none. Source: semantics.md 3.
 * @returns whether the tag is new to the version
 */
export function addTag(database: Database, version: Version, name: string, now: string): boolean {
  const isFirst =
    tagsOfVersion(database, version.id).length === 0 && branchesOfVersion(database, version.id).length === 0;
  const isFresh = Date.parse(now) - Date.parse(version.createdAt) <= firstTagIsBranchWithinMs;
  const isNew = insertTag(database, version.id, name, now);
  if (isFirst && isFresh) {
    addToBranch(database, { pacticipantId: version.pacticipantId, name }, version.id, now, {
      autoCreated: true,
    });
  }
  if (isMainBranchCandidate(name)) setMainBranchIfUnset(database, version.pacticipantId, name, now);
  return isNew;
}
