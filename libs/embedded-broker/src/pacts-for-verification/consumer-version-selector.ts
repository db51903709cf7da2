/** Chooses consumer versions whose pacts a provider is verified against. */
export interface ConsumerVersionSelector {
  readonly mainBranch?: boolean | undefined;
  /** A branch's name; `true` with `latest` means every branch. */
  readonly branch?: string | true | undefined;
  readonly matchingBranch?: boolean | undefined;
  readonly fallbackBranch?: string | undefined;
  readonly tag?: string | undefined;
  readonly fallbackTag?: string | undefined;
  readonly latest?: boolean | undefined;
  readonly deployed?: boolean | undefined;
  readonly released?: boolean | undefined;
  readonly deployedOrReleased?: boolean | undefined;
  readonly environment?: string | undefined;
  readonly consumer?: string | undefined;
}
