export interface FixtureInteraction {
  readonly description: string;
  readonly state?: string;
  readonly path?: string;
  readonly status?: number;
  readonly body?: unknown;
}

/** A pact between `Consumer` and `Provider` (or others) with these responses. */
export function pact(
  interactions: readonly FixtureInteraction[],
  names: { readonly consumer?: string; readonly provider?: string } = {},
): object {
  return {
    consumer: { name: names.consumer ?? 'Consumer' },
    provider: { name: names.provider ?? 'Provider' },
    interactions: interactions.map(({ description, state, path = '/thing', status = 200, body }) => ({
      type: 'Synchronous/HTTP',
      description,
      ...(state === undefined ? {} : { providerStates: [{ name: state }] }),
      request: { method: 'GET', path },
      response: {
        status,
        ...(body === undefined
          ? {}
          : {
              headers: { 'Content-Type': ['application/json'] },
              body: { content: body, contentType: 'application/json', encoded: false },
            }),
      },
    })),
    metadata: { pactSpecification: { version: '4.0' } },
  };
}
