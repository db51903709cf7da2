import {
  BrokerResponseError,
  findLink,
  findLinks,
  NotAPactBrokerError,
  requireEmbedded,
  requireLink,
  type BrokerClient,
  type HalLink,
  type HalResource,
} from '@pact-workshop/broker-client';
import { pactDocument, PactFileError, type PactDocument } from '../../pact/index.ts';
import type { ConsumerVersionSelector } from '../selectors.ts';
import type { BrokerPact, VerificationNotice } from './verifiable-pact.ts';

export interface PactsQuery {
  readonly provider: string;
  readonly selectors: readonly ConsumerVersionSelector[];
  readonly providerBranch: string | undefined;
  readonly providerTags: readonly string[];
  readonly enablePending: boolean;
  readonly includeWipPactsSince: string | undefined;
}

interface VerificationProperties {
  readonly pending?: boolean;
  /** Work in progress is always pending; where nothing was asked about that, the broker says only this. */
  readonly wip?: boolean;
  readonly notices?: readonly VerificationNotice[];
}

/**
 * Fetches the pacts to verify from a broker. A provider that the broker does not have has no pacts.
 * @throws the broker's errors, e.g. for a selector that it does not accept
 */
export async function pactsToVerify(client: BrokerClient, query: PactsQuery): Promise<BrokerPact[]> {
  const { provider } = query;
  const url = await client.linkFromIndex('pb:provider-pacts-for-verification', { provider });
  const request = {
    consumerVersionSelectors: query.selectors,
    providerVersionBranch: query.providerBranch,
    providerVersionTags: query.providerTags.length > 0 ? query.providerTags : undefined,
    includePendingStatus: query.enablePending,
    includeWipPactsSince: query.includeWipPactsSince,
  };
  let answer;
  try {
    answer = await client.post(url, request);
  } catch (error) {
    if (isUnknownProvider(error)) return [];
    throw error;
  }
  return Promise.all(requireEmbedded(answer, 'pacts', url).map((pact) => fetchPact(client, pact)));
}

/** A broker says in words that it lacks the provider. A 404 without words is that of a proxy or another server. */
function isUnknownProvider(error: unknown): boolean {
  return error instanceof BrokerResponseError && error.status === 404 && error.messages.length > 0;
}

async function fetchPact(client: BrokerClient, listed: HalResource): Promise<BrokerPact> {
  const href = requireLink(listed, 'self', client.baseUrl);
  const text = await client.getText(href);
  const document = parsed(text, href);
  const {
    wip = false,
    pending = wip,
    notices = [],
  } = (listed['verificationProperties'] ?? {}) as VerificationProperties;
  const name = (listed._links?.['self'] as HalLink).name ?? findLink(document, 'self') ?? href;
  return {
    ...(pending ? pactIfReadable(document, name) : pactDocument(document, name)),
    text,
    pending,
    notices,
    resultsUrl: requireLink(document, 'pb:publish-verification-results', href),
  };
}

/** A pact that may fail must not stop the verification of the others. */
function pactIfReadable(document: HalResource, name: string): PactDocument & Pick<BrokerPact, 'unreadable'> {
  try {
    return pactDocument(document, name);
  } catch (error) {
    if (!(error instanceof PactFileError)) throw error;
    const nameOf = (rel: string) => findLinks(document, rel)[0]?.name ?? '';
    return {
      source: name,
      consumer: nameOf('pb:consumer'),
      provider: nameOf('pb:provider'),
      interactions: [],
      plugins: [],
      unreadable: error.message,
    };
  }
}

function parsed(text: string, url: string): HalResource {
  try {
    return JSON.parse(text) as HalResource;
  } catch {
    throw new NotAPactBrokerError(url, 'the pact is not JSON');
  }
}
