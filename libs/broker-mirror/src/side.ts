import {
  BrokerClient,
  brokerConnection,
  requireLink,
  type Broker,
  type BrokerConnection,
  type HalResource,
} from '@pact-workshop/broker-client';

/** Milliseconds that an answer is waited for: the matrix of a long history takes its time. */
const timeoutMs = 120_000;

/** One of the two brokers, with its index read once. */
export interface Side {
  readonly client: BrokerClient;
  readonly index: HalResource;
}

/**
 * Opens a broker. Its credentials are only those given: the environment's belong to some other broker perhaps.
 * @throws BrokerUnreachableError, BrokerUnauthorizedError, NotAPactBrokerError
 */
export async function openSide(
  broker: Broker,
  changes: Pick<BrokerConnection, 'retries' | 'onRetry'> = {},
): Promise<Side> {
  const client = new BrokerClient({ timeoutMs, ...brokerConnection(broker, {}), ...changes }, {});
  return { client, index: await client.index() };
}

/**
 * The URL of a relation of a broker's index.
 * @throws NotAPactBrokerError when the index has no such relation
 */
export function indexLink(side: Side, rel: string, values: Readonly<Record<string, string>> = {}): string {
  return requireLink(side.index, rel, side.client.baseUrl, values);
}
