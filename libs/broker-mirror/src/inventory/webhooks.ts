import { findLink, findLinks, NotAPactBrokerError, type HalResource } from '@pact-workshop/broker-client';
import { mapConcurrently, type ConcurrencyOptions } from '../concurrency.ts';
import type { ConnectedBroker } from '../connected-broker.ts';
import type { MirroredWebhook } from './types.ts';

/** What brokers show in place of a secret. Source: docs/official-broker/webhooks.md#secrets. */
const hiddenValue = /^\*+$/;

/** All webhooks; none if the broker does not have webhooks. */
export async function readWebhooks(
  broker: ConnectedBroker,
  options: ConcurrencyOptions,
): Promise<MirroredWebhook[]> {
  const url = findLink(broker.index, 'pb:webhooks');
  if (url === undefined) return [];
  const list = await broker.client.get(url);
  if (!list._links) throw new NotAPactBrokerError(url, 'its list of webhooks has no links');
  const links = findLinks(list, 'pb:webhooks');
  return mapConcurrently(links, options, async ({ href }) => toWebhook(await broker.client.get(href)));
}

interface Request {
  readonly headers?: Readonly<Record<string, string>>;
  readonly password?: string;
}

function toWebhook(resource: HalResource): MirroredWebhook {
  const { uuid, description, consumer, provider, enabled, events, request } = resource;
  const { headers = {}, password = '' } = (request ?? {}) as Request;
  const given = { description, consumer, provider, events, request };
  return {
    uuid: String(uuid),
    body: {
      ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
      enabled: enabled === true,
    },
    hidden: [
      ...Object.keys(headers).filter((name) => hiddenValue.test(headers[name] ?? '')),
      ...(hiddenValue.test(password) ? ['password'] : []),
    ],
  };
}
