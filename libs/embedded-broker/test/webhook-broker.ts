import { defaultSettings, type BrokerSettings } from '../src/config/index.ts';
import type { BrokerOptions } from '../src/server.ts';
import { startTestBroker, type Answer } from './broker-client.ts';
import { until } from './until.ts';

/** Settings that let webhooks reach a receiver on this machine. */
export const localSettings: BrokerSettings = {
  ...defaultSettings,
  webhookSchemeWhitelist: ['http', 'https'],
  webhookHostWhitelist: ['127.0.0.1'],
  webhookRetrySchedule: [0, 0],
};

/** A triggered webhook as the API shows it. */
export interface ShownTriggeredWebhook {
  readonly status: string;
  readonly eventName: string;
  readonly attemptsMade: number;
  readonly attemptsRemaining: number;
  readonly _links: Readonly<Record<string, { readonly href: string } | undefined>>;
}

export type WebhookBroker = Awaited<ReturnType<typeof startWebhookBroker>>;

/** A broker whose webhooks reach this machine, with short functions for what tests do. */
export async function startWebhookBroker(options: BrokerOptions = {}) {
  const broker = await startTestBroker({ ...options, settings: { ...localSettings, ...options.settings } });

  /** Saves a webhook for these events. */
  const webhook = (
    url: string,
    events: readonly string[],
    rest: object = {},
    request: object = {},
  ): Promise<Answer> =>
    broker.request('POST', '/webhooks', {
      request: { method: 'POST', url, ...request },
      events: events.map((name) => ({ name })),
      ...rest,
    });

  /** The triggered webhooks of the pact of a Foo version with Bar, the first one first. */
  const triggered = async (version = '1'): Promise<ShownTriggeredWebhook[]> => {
    const answer = await broker.request(
      'GET',
      `/pacts/provider/Bar/consumer/Foo/version/${version}/triggered-webhooks`,
    );
    return (
      answer.body as { _embedded: { triggeredWebhooks: ShownTriggeredWebhook[] } }
    )._embedded.triggeredWebhooks.toReversed();
  };

  const triggeredAs = (what: string, version: string, isSo: (one: ShownTriggeredWebhook) => boolean) => {
    let last: ShownTriggeredWebhook[] = [];
    const shown = () =>
      last.map((one) => `${one.eventName} ${one.status} (${one.attemptsMade})`).join(', ') || 'none';
    return until(
      () => `${what} of all webhooks for version ${version}; last seen: ${shown()}`,
      async () => {
        last = await triggered(version);
        return last.length > 0 && last.every(isSo) ? last : undefined;
      },
    );
  };

  /** The same once all of them have this status. */
  const finished = (status: string, version = '1'): Promise<ShownTriggeredWebhook[]> =>
    triggeredAs(`"${status}"`, version, (one) => one.status === status);

  /** The same once no attempt is still to come. */
  const settled = (version = '1'): Promise<ShownTriggeredWebhook[]> =>
    triggeredAs('the end', version, ({ status }) => status === 'success' || status === 'failure');

  /** The log of a triggered webhook as text. */
  const log = async (one: ShownTriggeredWebhook | undefined): Promise<string> =>
    (await broker.request('GET', one?._links['pb:logs']?.href ?? '', undefined, { accept: 'text/plain' }))
      .text;

  return { ...broker, webhook, triggered, finished, settled, log };
}
