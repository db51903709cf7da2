import { defaultSettings, type BrokerSettings } from '../src/config/index.ts';
import type { BrokerOptions } from '../src/server.ts';
import { startTestBroker, type Answer } from './broker-client.ts';
import { until } from './until.ts';

/** Settings that let webhooks call a receiver on this machine. */
export const localSettings: BrokerSettings = {
  ...defaultSettings,
  webhookSchemeWhitelist: ['http', 'https'],
  webhookHostWhitelist: ['127.0.0.1'],
  webhookRetrySchedule: [0, 0],
};

/** A triggered webhook as the API shows it. */
export interface ShownTrigger {
  readonly status: string;
  readonly eventName: string;
  readonly attemptsMade: number;
  readonly attemptsRemaining: number;
  readonly _links: Readonly<Record<string, { readonly href: string } | undefined>>;
}

export type WebhookBroker = Awaited<ReturnType<typeof startWebhookBroker>>;

/** A broker that calls webhooks on this machine, with short words for what tests do to it. */
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

  /** What the pact of a version of Foo with Bar triggered, the first first. */
  const triggered = async (version = '1'): Promise<ShownTrigger[]> => {
    const answer = await broker.request(
      'GET',
      `/pacts/provider/Bar/consumer/Foo/version/${version}/triggered-webhooks`,
    );
    return (
      answer.body as { _embedded: { triggeredWebhooks: ShownTrigger[] } }
    )._embedded.triggeredWebhooks.toReversed();
  };

  const triggeredAs = (what: string, version: string, isSo: (one: ShownTrigger) => boolean) => {
    let last: ShownTrigger[] = [];
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
  const finished = (status: string, version = '1'): Promise<ShownTrigger[]> =>
    triggeredAs(`"${status}"`, version, (one) => one.status === status);

  /** The same once none has an attempt to come. */
  const settled = (version = '1'): Promise<ShownTrigger[]> =>
    triggeredAs('the end', version, ({ status }) => status === 'success' || status === 'failure');

  /** The log of a triggered webhook as text. */
  const log = async (one: ShownTrigger | undefined): Promise<string> =>
    (await broker.request('GET', one?._links['pb:logs']?.href ?? '', undefined, { accept: 'text/plain' }))
      .text;

  return { ...broker, webhook, triggered, finished, settled, log };
}
