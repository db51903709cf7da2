/** What the latest results say about all pacts of a consumer version. */
export interface VerificationSummary {
  /** Whether every pact has a result, and all are successful. */
  readonly success: boolean;
  /** Names of providers. */
  readonly providerSummary: {
    readonly successful: readonly string[];
    readonly failed: readonly string[];
    readonly unknown: readonly string[];
  };
}

/**
 * Sums up the latest result of each pact of a consumer version.
 * Source: docs/official-broker/verification-results.md#summary-of-a-consumer-version.
 * @param pacts `success` is undefined for a pact without any result
 */
export function verificationSummary(
  pacts: readonly { readonly provider: string; readonly success: boolean | undefined }[],
): VerificationSummary {
  const those = (success: boolean | undefined) =>
    pacts.filter((pact) => pact.success === success).map(({ provider }) => provider);
  const successful = those(true);
  return {
    success: successful.length === pacts.length,
    providerSummary: { successful, failed: those(false), unknown: those(undefined) },
  };
}
