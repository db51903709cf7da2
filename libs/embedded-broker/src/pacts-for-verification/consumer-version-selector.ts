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

/** A validated selector of a request; flags may have been sent as text. */
export function consumerVersionSelector(given: object): ConsumerVersionSelector {
  const value = given as Record<string, unknown>;
  const text = (field: string) => (typeof value[field] === 'string' ? value[field] : undefined);
  const flag = (field: string) => value[field] === true || value[field] === 'true';
  return {
    mainBranch: flag('mainBranch'),
    branch: value['branch'] === true ? true : text('branch'),
    matchingBranch: flag('matchingBranch'),
    fallbackBranch: text('fallbackBranch'),
    tag: text('tag'),
    fallbackTag: text('fallbackTag'),
    latest: flag('latest'),
    deployed: flag('deployed'),
    released: flag('released'),
    deployedOrReleased: flag('deployedOrReleased'),
    environment: text('environment'),
    consumer: text('consumer'),
  };
}
