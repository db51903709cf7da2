/** Where a pact stands, seen from the last result for it or for a pact before it. */
export type VerificationStatus = 'never' | 'success' | 'stale' | 'failed' | 'failed_pending';

/** What the status looks at of a result. */
export interface StatusResult {
  /** The content that was verified. */
  readonly pactVersionId: number;
  readonly success: boolean;
  /** Whether the pact was pending then, so that its failure did not fail the provider's build. */
  readonly pactPending: boolean;
}

/**
 * The status of a pact. A success says nothing of content that came after it: that is stale.
 * Source: docs/official-broker/verification-results.md#status-of-a-pact.
 * @param pactVersionId the content of the pact
 * @param result the last result of the integration; undefined without any
 */
export function verificationStatus(
  pactVersionId: number,
  result: StatusResult | undefined,
): VerificationStatus {
  if (!result) return 'never';
  if (!result.success) return result.pactPending ? 'failed_pending' : 'failed';
  return result.pactVersionId === pactVersionId ? 'success' : 'stale';
}
