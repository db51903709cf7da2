import { describe, expect, it } from '@jest/globals';
import { localSettings, startWebhookBroker } from '../../../test/webhook-broker.ts';
import { startReceiver } from '../../../test/webhook-receiver.ts';

describe('A test run', () => {
  it('works for a webhook before and after it is saved', async () => {
    await using receiver = await startReceiver(() => ({ headers: { 'x-a': 'b' }, body: '{"hello":"you"}' }));
    await using broker = await startWebhookBroker();
    const body = {
      c: '${pactbroker.consumerName}',
      s: '${pactbroker.githubVerificationStatus}',
      e: '${pactbroker.eventName}',
    };
    const draft = { request: { method: 'POST', url: `${receiver.url}/x?part=s`, body } };
    const run = await broker.request('POST', '/webhooks/execute', draft);
    expect(run.body).toMatchObject({
      request: { body: { c: 'placeholder-consumer', s: 'pending', e: 'test' }, url: '/x?part=s' },
      response: { status: 200, headers: { 'x-a': 'b' }, body: { hello: 'you' } },
      success: true,
      _links: { 'try-again': { title: 'Execute the webhook again', href: `${broker.url}/webhooks/execute` } },
    });
    const results = { ...draft, events: [{ name: 'provider_verification_published' }] };
    const ofResults = await broker.request('POST', '/webhooks/execute', results);
    expect(ofResults.body).toMatchObject({ request: { body: { s: 'success' } } });
    await broker.publish('Foo', 'Bar');
    const { uuid } = (await broker.request('POST', '/webhooks', { ...draft, enabled: false })).body as {
      uuid: string;
    };
    const saved = await broker.request('POST', `/webhooks/${uuid}/execute`);
    expect(saved.body).toMatchObject({
      request: { body: { c: 'Foo', s: 'pending', e: 'test' } },
      _links: { webhook: { href: `${broker.url}/webhooks/${uuid}` } },
    });
    expect(await broker.request('POST', '/webhooks/execute', {})).toMatchObject({
      status: 400,
      body: { errors: { request: ['is missing'] } },
    });
    expect(await broker.triggered()).toEqual([]);
  });

  it('uses the last pact that the webhook applies to', async () => {
    await using receiver = await startReceiver();
    await using broker = await startWebhookBroker();
    await broker.publish('Foo', 'Bar');
    await broker.publish('Foo', 'Baz', { version: '2' });
    await broker.publish('Qux', 'Baz', { version: '3' });
    const sent = async (scope: object, events = ['contract_published']) => {
      const run = await broker.request('POST', '/webhooks/execute', {
        ...scope,
        events: events.map((name) => ({ name })),
        request: {
          method: 'POST',
          url: receiver.url,
          body: '${pactbroker.consumerName} ${pactbroker.providerName} ${pactbroker.githubVerificationStatus}',
        },
      });
      return (run.body as { request: { body: string } }).request.body;
    };
    expect(await sent({})).toBe('Qux Baz pending');
    expect(await sent({ consumer: { name: 'Foo' } })).toBe('Foo Baz pending');
    expect(await sent({ provider: { name: 'Bar' } })).toBe('Foo Bar pending');
    expect(await sent({ consumer: { name: 'Foo' }, provider: { name: 'Bar' } })).toBe('Foo Bar pending');
    expect(await sent({ consumer: { name: 'Bar' } })).toBe(
      'placeholder-consumer placeholder-provider pending',
    );
    expect(await sent({}, ['provider_verification_failed'])).toBe('Qux Baz success');
    await broker.verify('Qux', 'Baz', { consumerVersion: '3', version: 'p', success: false });
    expect(await sent({}, ['provider_verification_failed'])).toBe('Qux Baz failure');
  });

  it('uses the last pact of pacticipants with the label that limits the webhook, else placeholders', async () => {
    await using receiver = await startReceiver();
    await using broker = await startWebhookBroker();
    await broker.publish('Foo', 'Bar');
    await broker.publish('Foo', 'Baz', { version: '2' });
    await broker.publish('Qux', 'Baz', { version: '3' });
    for (const [name, label] of [
      ['Foo', 'mobile'],
      ['Bar', 'core'],
      ['Baz', 'mobile'],
    ])
      await broker.request('PUT', `/pacticipants/${name}/labels/${label}`, {});
    const sent = async (scope: object) => {
      const webhook = {
        ...scope,
        enabled: false,
        request: {
          method: 'POST',
          url: receiver.url,
          body: '${pactbroker.consumerName} ${pactbroker.providerName}',
        },
      };
      const { uuid } = (await broker.request('POST', '/webhooks', webhook)).body as { uuid: string };
      const runs = [
        await broker.request('POST', '/webhooks/execute', webhook),
        await broker.request('POST', `/webhooks/${uuid}/execute`),
      ];
      const [unsaved, saved] = runs.map(({ body }) => (body as { request: { body: string } }).request.body);
      expect(saved).toBe(unsaved);
      return saved;
    };
    expect(await sent({ consumer: { label: 'mobile' } })).toBe('Foo Baz');
    expect(await sent({ provider: { label: 'core' } })).toBe('Foo Bar');
    expect(await sent({ consumer: { label: 'mobile' }, provider: { label: 'core' } })).toBe('Foo Bar');
    expect(await sent({ consumer: { name: 'Foo' }, provider: { label: 'core' } })).toBe('Foo Bar');
    expect(await sent({ consumer: { name: 'Qux' }, provider: { label: 'mobile' } })).toBe('Qux Baz');
    for (const scope of [
      { consumer: { label: 'none' } },
      { consumer: { label: 'core' } },
      { consumer: { name: 'Qux' }, provider: { label: 'core' } },
    ])
      expect(await sent(scope)).toBe('placeholder-consumer placeholder-provider');
  });

  it('hides the response when no hosts are listed, as the log does', async () => {
    await using broker = await startWebhookBroker({
      settings: { ...localSettings, webhookHostWhitelist: [] },
    });
    await broker.webhook('http://127.0.0.1:9/', ['contract_published']);
    await broker.publish('Foo', 'Bar');
    const [one] = await broker.finished('failure');
    expect(await broker.log(one)).toContain('is not on the public internet');
    const run = await broker.request('POST', '/webhooks/execute', {
      request: { method: 'POST', url: 'http://no-such-host.invalid/x' },
    });
    expect(run.body).toMatchObject({
      success: false,
      message: `For security purposes, the response details are not logged. To enable response logging, configure the webhook_host_whitelist property. See ${broker.url}/doc/webhooks#whitelist for more information.`,
      request: { url: '/x' },
    });
    expect(run.body).not.toHaveProperty('error');
    expect(run.text).not.toContain('ENOTFOUND');
  });
});
