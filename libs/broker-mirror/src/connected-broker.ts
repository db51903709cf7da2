import {
  BrokerClient,
  brokerConnection,
  requireLink,
  type Broker,
  type BrokerConnection,
  type HalResource,
} from '@pact-workshop/broker-client';

/** The timeout of a response, in milliseconds: the matrix of a long history takes its time. */
const timeoutMs = 120_000;

/** One of the two brokers. Its index is read only once. */
export interface ConnectedBroker {
  readonly client: BrokerClient;
  readonly index: HalResource;
}

/**
 * Connects to a broker. Only the given credentials are used: those of the environment may belong to another broker.
 * @throws BrokerUnreachableError, BrokerUnauthorizedError, NotAPactBrokerError
 */
export async function connectTo(
  broker: Broker,
  changes: Pick<BrokerConnection, 'retries' | 'onRetry'> = {},
): Promise<ConnectedBroker> {
  const client = new BrokerClient({ timeoutMs, ...brokerConnection(broker, {}), ...changes }, {});
  return { client, index: await client.index() };
}

/**
 * The URL of a relation of a broker's index.
 * @throws NotAPactBrokerError when the index has no such relation
 */
export function indexLink(
  { client, index }: ConnectedBroker,
  rel: string,
  values: Readonly<Record<string, string>> = {},
): string {
  return requireLink(index, rel, client.baseUrl, values);
}
