/** Whether a content is pending, and, where that was asked per tag, for which tags. */
export interface Pending {
  readonly pending: boolean;
  readonly tags: readonly string[];
}

/** What was verified before, seen from the provider version that is verified now. */
export interface PendingFacts {
  /** For its branch; set when the provider version has one. */
  readonly forBranch: boolean | undefined;
  readonly forTags: readonly { readonly tag: string; readonly verified: boolean }[];
  readonly byAnybody: boolean;
}

/**
 * A pact is pending until the provider has verified it once: on this branch, or on another one before this branch began
 * (then what worked there is expected here). A pending pact's failure doesn't fail the build.
 * Source: docs/official-broker/pacts-for-verification.md#pending.
 */
export function pendingStatus({ forBranch, forTags, byAnybody }: PendingFacts): Pending {
  if (forBranch !== undefined) return { pending: !forBranch, tags: [] };
  if (forTags.length > 0) {
    const tags = forTags.filter(({ verified }) => !verified).map(({ tag }) => tag);
    return { pending: tags.length > 0, tags };
  }
  return { pending: !byAnybody, tags: [] };
}
