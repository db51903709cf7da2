/**
 * When a version was last put on a branch, so that lists can begin with what people work on, and branches that nobody
 * uses any more are found.
 */
export const branchActivity = `
UPDATE branches SET updated_at = max(
  updated_at, ifnull((SELECT max(updated_at) FROM branch_versions WHERE branch_id = branches.id), ''));
CREATE INDEX branches_by_update ON branches (pacticipant_id, updated_at);
`;
