import type { KeepBranchSelector } from '../config/index.ts';
import { startOfAge } from './age.ts';

/** Which branches are stale: those with another name that were last updated before a time. */
export interface StaleBranches {
  /** ISO 8601; without it any time is. */
  readonly updatedBefore: string | undefined;
  readonly exceptNames: readonly string[];
}

/**
 * What selectors of branches say together. A branch stays when anything that one of them says is true of it.
 * Source: docs/official-broker/deleting-and-cleaning.md#stale-branches.
 * @param now ISO 8601, what `maxAge` counts from
 * @returns undefined where there are no selectors: no branch is stale
 */
export function staleBranches(keep: readonly KeepBranchSelector[], now: string): StaleBranches | undefined {
  if (keep.length === 0) return undefined;
  const ages = keep.flatMap(({ maxAge }) => (maxAge === undefined ? [] : [maxAge]));
  return {
    updatedBefore: ages.length === 0 ? undefined : startOfAge(now, Math.max(...ages)),
    exceptNames: keep.flatMap(({ branch = [] }) => branch),
  };
}
