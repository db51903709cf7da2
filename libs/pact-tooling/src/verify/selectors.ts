/**
 * Selects consumer versions whose pacts are verified
 * (https://docs.pact.io/pact_broker/advanced_topics/consumer_version_selectors).
 */
export interface ConsumerVersionSelector {
  readonly mainBranch?: boolean;
  readonly branch?: string;
  readonly fallbackBranch?: string;
  readonly matchingBranch?: boolean;
  readonly tag?: string;
  readonly fallbackTag?: string;
  readonly latest?: boolean;
  readonly deployed?: boolean;
  readonly released?: boolean;
  readonly deployedOrReleased?: boolean;
  readonly environment?: string;
  readonly consumer?: string;
}

/**
 * The selectors that the documentation recommends: the versions that consumers will release, those in use, and those of
 * the same feature. The last one requires the provider's branch.
 */
export function defaultSelectors(providerBranch: string | undefined): ConsumerVersionSelector[] {
  return [
    { mainBranch: true },
    { deployedOrReleased: true },
    ...(providerBranch === undefined ? [] : [{ matchingBranch: true }]),
  ];
}
