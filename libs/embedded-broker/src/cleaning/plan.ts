import type { Database } from '../database/index.ts';
import type { OldBranch } from './branch-store.ts';
import { branchesToDelete, overwrittenBefore, versionsToDelete, type CleanRules } from './choice.ts';
import { countOverwritten, counts, type OldVersion } from './store.ts';

/** What a clean would delete. */
export interface CleanPlan {
  readonly branches: readonly OldBranch[];
  readonly totalBranches: number;
  readonly versions: readonly OldVersion[];
  readonly overwritten: { readonly publications: number; readonly verifications: number };
}

/** What `clean` would delete. */
export function planClean(database: Database, rules: CleanRules): CleanPlan {
  const branches = branchesToDelete(database, rules);
  return {
    branches,
    totalBranches: counts(database).branches,
    versions: versionsToDelete(database, rules, { withoutBranches: branches.map(({ id }) => id) }),
    overwritten: countOverwritten(database, overwrittenBefore(rules)),
  };
}
