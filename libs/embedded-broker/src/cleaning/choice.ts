import type { KeepBranchSelector, KeepSelector } from '../config/index.ts';
import type { Database } from '../database/index.ts';
import { daysBefore } from './age.ts';
import { staleBranches } from './branch-rules.ts';
import { findStaleBranches, type OldBranch } from './branch-store.ts';
import { keptVersions, type KeepQuestion } from './keep-store.ts';
import { oldVersions, type OldVersion } from './store.ts';

export interface CleanRules {
  /** Which branches stay. Where nothing is said, all do. */
  readonly keepBranches: readonly KeepBranchSelector[];
  /** How many branches are deleted at most. */
  readonly branchLimit: number;
  /** Which versions stay. */
  readonly keep: readonly KeepSelector[];
  /** How many versions are deleted at most. */
  readonly limit: number;
  /** Revisions and results that were replaced are deleted when older than so many days. */
  readonly overwrittenMaxAge: number;
  /** ISO 8601; ages count from it. */
  readonly now: string;
}

/** The branches that no selector keeps, the one updated first in front. Main branches always stay. */
export function branchesToDelete(
  database: Database,
  { keepBranches, branchLimit, now }: CleanRules,
): OldBranch[] {
  const stale = staleBranches(keepBranches, now);
  return stale ? findStaleBranches(database, stale, branchLimit) : [];
}

/**
 * The versions that no selector keeps, the oldest first. Those that are deployed or released always stay.
 * @param question branches that keep no versions; ids of some versions, to ask about them only
 */
export function versionsToDelete(
  database: Database,
  { keep, limit, now }: CleanRules,
  question: KeepQuestion = {},
): OldVersion[] {
  const selectors = [...keep, { deployed: true } as const, { released: true } as const];
  const kept = new Set(selectors.flatMap((selector) => keptVersions(database, selector, now, question)));
  return oldVersions(database, question.among)
    .filter(({ id }) => !kept.has(id))
    .slice(0, limit);
}

/** Revisions and results that were replaced before this are deleted. */
export const overwrittenBefore = ({ now, overwrittenMaxAge }: CleanRules): string =>
  daysBefore(now, overwrittenMaxAge);
