import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startWebhookBroker, type WebhookBroker } from '../../test/webhook-broker.ts';

let broker: WebhookBroker;
beforeAll(async () => {
  broker = await startWebhookBroker();
  for (const [consumer, provider, version] of [
    ['A', 'P', '2'],
    ['A', 'Q', '2'],
    ['B', 'P', '1'],
    ['B', 'Q', '1'],
    ['A', 'P', '1'],
  ] as const)
    await broker.publish(consumer, provider, { version });
});
afterAll(() => broker.close());

it.each([
  [undefined, undefined, 'A 1 P'],
  ['B', undefined, 'B 1 Q'],
  [undefined, 'Q', 'B 1 Q'],
  ['A', 'Q', 'A 2 Q'],
  ['A', undefined, 'A 1 P'],
  ['B', 'P', 'B 1 P'],
])(
  'A webhook of %s with %s is tried with the pact that was published last: %s',
  async (consumer, provider, pact) => {
    const parameters = ['consumerName', 'consumerVersionNumber', 'providerName'];
    const run = await broker.request('POST', '/webhooks/execute', {
      consumer: consumer && { name: consumer },
      provider: provider && { name: provider },
      events: [{ name: 'contract_published' }],
      request: {
        method: 'POST',
        url: `${broker.url}/nowhere`,
        body: parameters.map((name) => `\${pactbroker.${name}}`).join(' '),
      },
    });
    expect(run.body).toMatchObject({ request: { body: pact }, response: { status: 404 } });
  },
);
