import { describe, expect, it } from '@jest/globals';
import { startWebhookBroker } from '../../../test/webhook-broker.ts';
import { startReceiver } from '../../../test/webhook-receiver.ts';

describe('An attempt', () => {
  it('sends the filled template, with credentials', async () => {
    await using receiver = await startReceiver();
    await using broker = await startWebhookBroker();
    await broker.webhook(
      `${receiver.url}/x?p=\${pactbroker.pactUrl}&b=\${pactbroker.consumerVersionBranch}`,
      ['contract_published'],
      {},
      {
        headers: {
          'X-Event': '${pactbroker.eventName}',
          'Content-Type': 'text/plain',
          'Content-Length': '1',
        },
        body: 'plain ${pactbroker.consumerName}',
        username: 'u',
        password: 'sesame',
      },
    );
    await broker.publish('Foo', 'Bar', { branch: 'feat/a b&c' });
    const [request] = await receiver.count(1);
    const query = new URL(request?.path ?? '', receiver.url).searchParams;
    expect(query.get('p')).toMatch(
      new RegExp(`^${broker.url}/pacts/provider/Bar/consumer/Foo/pact-version/`),
    );
    expect(request?.path).toMatch(/&b=feat%2Fa\+b%26c$/);
    expect(request).toMatchObject({
      method: 'POST',
      body: 'plain Foo',
      headers: {
        accept: '*/*',
        'user-agent': 'Pact Broker v2.122.0',
        authorization: `Basic ${btoa('u:sesame')}`,
        'content-type': 'text/plain',
        'content-length': '9',
        'x-event': 'contract_published',
      },
    });
  });
});
