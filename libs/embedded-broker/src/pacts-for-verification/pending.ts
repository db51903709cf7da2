import type { SuccessFacts } from './store.ts';

/** Whether a content is pending, and, where that was asked per tag, for which tags. */
export interface Pending {
  readonly pending: boolean;
  readonly tags: readonly string[];
}

/** What was verified before, seen from the provider version that is verified now. */
export interface PendingFacts {
  /** Set when the provider version has a branch. */
  readonly byBranch: SuccessFacts | undefined;
  readonly byTag: readonly (SuccessFacts & { readonly tag: string })[];
  readonly everSucceeded: boolean;
}

/**
 * A pact is pending until the provider has verified it once: on this branch, or on another one before this branch began
 * (then what worked there is expected here). A pending pact's failure doesn't fail the build.
 * Source: docs/official-broker/pacts-for-verification.md#pending.
 */
export function pendingStatus({ byBranch, byTag, everSucceeded }: PendingFacts): Pending {
  const isPending = (facts: SuccessFacts) => !facts.onIt && !facts.elsewhereBefore;
  if (byBranch) return { pending: isPending(byBranch), tags: [] };
  if (byTag.length > 0) {
    const tags = byTag.filter(isPending).map(({ tag }) => tag);
    return { pending: tags.length > 0, tags };
  }
  return { pending: !everSucceeded, tags: [] };
}
