import { addToBranch, isOnAnyBranch } from '../branches/index.ts';
import type { Database } from '../database/index.ts';
import { isMainBranchCandidate, setMainBranchIfUnset, type MainBranchRule } from '../pacticipants/index.ts';
import type { Version } from '../versions/index.ts';
import { hasTags, insertTag } from './store.ts';

/** The settings that decide what a tag brings about. */
export interface TagRules extends MainBranchRule {
  readonly useFirstTagAsBranch: boolean;
  /** In seconds after the version's creation. */
  readonly useFirstTagAsBranchTimeLimit: number;
}

/**
 * Tags a version. Older clients name the branch by a tag: the first tag of a version without a branch, set right after
 * its creation, becomes its branch (`use_first_tag_as_branch`), and one called like a main branch becomes that of a
 * pacticipant that has none.
 * Source: docs/official-broker/pacticipants-and-versions.md#tags.
 * @returns whether the tag is new to the version
 */
export function addTag(
  database: Database,
  version: Version,
  name: string,
  now: string,
  rules: TagRules,
): boolean {
  const isFirst =
    rules.useFirstTagAsBranch && !isOnAnyBranch(database, version.id) && !hasTags(database, version.id);
  const ageMs = Date.parse(now) - Date.parse(version.createdAt);
  const isNew = insertTag(database, version.id, name, now);
  if (isFirst && ageMs <= rules.useFirstTagAsBranchTimeLimit * 1000) {
    addToBranch(database, { pacticipantId: version.pacticipantId, name }, version.id, now, {
      autoCreated: true,
    });
  }
  if (isMainBranchCandidate(name, rules)) setMainBranchIfUnset(database, version.pacticipantId, name, now);
  return isNew;
}
