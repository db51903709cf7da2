import {
  BrokerResponseError,
  embedded,
  findLink,
  requireLink,
  type BrokerClient,
  type HalLink,
} from '../broker/index.ts';
import { pactDocument, type PactDocument } from '../pact-file.ts';
import type { ConsumerVersionSelector } from './selectors.ts';

/** A pact that the broker wants verified. */
export interface BrokerPact extends PactDocument {
  readonly consumerVersion: string;
}

export interface PactsQuery {
  readonly provider: string;
  readonly selectors: readonly ConsumerVersionSelector[];
  readonly providerBranch: string | undefined;
  readonly providerTags: readonly string[];
  readonly enablePending: boolean;
  readonly includeWipPactsSince: string | undefined;
}

/**
 * Fetches the pacts that the verifier is going to be given, to look at them before it does.
 * A provider that the broker has never heard of has none.
 */
export async function pactsToVerify(client: BrokerClient, query: PactsQuery): Promise<BrokerPact[]> {
  const { provider } = query;
  const url = await client.linkFromIndex('pb:provider-pacts-for-verification', { provider });
  const request = {
    consumerVersionSelectors: query.selectors,
    ...(query.providerBranch === undefined ? {} : { providerVersionBranch: query.providerBranch }),
    ...(query.providerTags.length > 0 ? { providerVersionTags: query.providerTags } : {}),
    includePendingStatus: query.enablePending,
    ...(query.includeWipPactsSince === undefined ? {} : { includeWipPactsSince: query.includeWipPactsSince }),
  };
  let pacts;
  try {
    pacts = embedded(await client.post(url, request), 'pacts');
  } catch (error) {
    if (error instanceof BrokerResponseError && error.status === 404) return [];
    throw error;
  }
  return Promise.all(
    pacts.map(async (pact) => {
      const href = requireLink(pact, 'self', client.baseUrl);
      const document = await client.get(href);
      const version = document._links?.['pb:consumer-version'] as HalLink | undefined;
      const name = (pact._links?.['self'] as HalLink).name ?? findLink(document, 'self') ?? href;
      return { ...pactDocument(document, name), consumerVersion: version?.name ?? '' };
    }),
  );
}
