/**
 * Selects consumer versions whose pacts are verified
 * (https://docs.pact.io/pact_broker/advanced_topics/consumer_version_selectors). Each member narrows the selection.
 */
export interface ConsumerVersionSelector {
  /** The head of each consumer's main branch. */
  readonly mainBranch?: boolean;
  /** The head of this branch. */
  readonly branch?: string;
  /** The head of the branch with the name of the provider's. */
  readonly matchingBranch?: boolean;
  /** With one of those: the head of this branch, for a consumer without the other. The official broker ignores it. */
  readonly fallbackBranch?: string;
  /** All versions with this tag; with `latest`, the latest of them. */
  readonly tag?: string;
  /** With `tag` and `latest`: the latest version with this tag, if there is none with `tag`. */
  readonly fallbackTag?: string;
  /** Only the latest of the versions. */
  readonly latest?: boolean;
  /** Versions that are deployed now. */
  readonly deployed?: boolean;
  /** Versions that are released and supported. */
  readonly released?: boolean;
  /** Both. */
  readonly deployedOrReleased?: boolean;
  /** Versions that are live in this environment. */
  readonly environment?: string;
  /** Only versions of this consumer. */
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
