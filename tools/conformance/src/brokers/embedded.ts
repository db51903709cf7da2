import { startBroker, type BrokerSettings } from '@pact-workshop/embedded-broker';
import { webhookRules, type Broker } from './broker.ts';

/** Starts the embedded broker in this process, with an empty database in memory. */
export async function startEmbedded(settings: Partial<BrokerSettings> = {}): Promise<Broker> {
  const broker = await startBroker({
    settings: {
      webhookSchemeWhitelist: webhookRules.schemes,
      webhookHostWhitelist: webhookRules.hosts,
      webhookRetrySchedule: webhookRules.retrySchedule,
      ...settings,
    },
  });
  await removeEnvironments(broker.url);
  return { url: broker.url, [Symbol.asyncDispose]: () => broker.close() };
}

/** Both brokers begin with nothing: the official one is started without example data, ours is born with two environments. */
async function removeEnvironments(url: string): Promise<void> {
  const answer = await fetch(`${url}/environments`, { headers: { accept: 'application/hal+json' } });
  const { _embedded } = (await answer.json()) as { _embedded: { environments: { uuid: string }[] } };
  for (const { uuid } of _embedded.environments)
    await fetch(`${url}/environments/${uuid}`, { method: 'DELETE' });
}
