import { describe, expect, it } from '@jest/globals';
import { until } from '../../../test/until.ts';
import { localSettings, startWebhookBroker } from '../../../test/webhook-broker.ts';
import { startReceiver } from '../../../test/webhook-receiver.ts';

describe('A triggered webhook', () => {
  it('has the log of the official broker, and can be sent again', async () => {
    let status = 500;
    await using receiver = await startReceiver(() => ({
      status,
      headers: { 'x-a': 'b' },
      body: '{"hello":"you"}',
    }));
    await using broker = await startWebhookBroker();
    await broker.webhook(
      `${receiver.url}/fail`,
      ['contract_published'],
      {},
      { headers: { Authorization: 'abcd' } },
    );
    await broker.publish('Foo', 'Bar', { branch: 'main', tags: ['t'] });
    const [failed] = await broker.finished('failure');
    expect(failed).toMatchObject({
      name: 'POST 127.0.0.1',
      attemptsMade: 3,
      attemptsRemaining: 0,
      triggerType: 'resource_creation',
      eventName: 'contract_published',
    });
    const host = new URL(receiver.url).host;
    const lines = (await broker.log(failed)).split('\n').map((line) => line.replace(/^\[[^\]]*\] /, ''));
    const attempt = (conclusion: string) => [
      `DEBUG: Webhook context {"base_url":"${broker.url}","consumer_version_branch":"main","consumer_version_tags":["t"],"event_name":"contract_published"}`,
      `INFO: HTTP/1.1 POST ${receiver.url}/fail`,
      'INFO: accept: */*',
      'INFO: user-agent: Pact Broker v2.122.0',
      'INFO: authorization: **********',
      `INFO: host: ${host}`,
      'INFO: content-length: 0',
      'INFO: HTTP/1.1 500 Internal Server Error',
      'INFO: x-a: b',
      expect.stringMatching(/^INFO: date: /),
      'INFO: connection: close',
      'INFO: transfer-encoding: chunked',
      'INFO: {"hello":"you"}',
      `INFO: ${conclusion}`,
      '',
    ];
    expect(lines).toEqual([
      ...attempt('Retrying webhook in 0 seconds'),
      ...attempt('Retrying webhook in 0 seconds'),
      ...attempt('Webhook execution failed after 3 attempts'),
    ]);
    const json = await broker.request('GET', failed?._links['pb:logs']?.href ?? '');
    expect(json.body).toMatchObject({
      executions: [{ success: false }, { success: false }, { success: false }],
      eventName: 'contract_published',
      consumerName: 'Foo',
      providerName: 'Bar',
      _links: { self: { title: 'Triggered webhook logs' }, 'pb:webhook': { title: 'Webhook' } },
    });

    status = 201;
    const again = await broker.request('POST', failed?._links['pb:redeliver']?.href ?? '');
    expect(again).toMatchObject({ status: 200, body: { status: 'not_run', attemptsRemaining: 3 } });
    expect(await broker.finished('success')).toMatchObject([{ attemptsMade: 4, attemptsRemaining: 0 }]);
  });

  it('is listed for the pact or result that triggered it, and for no other', async () => {
    await using receiver = await startReceiver();
    await using broker = await startWebhookBroker();
    await broker.webhook(receiver.url, ['contract_published', 'provider_verification_published']);
    const of = async (path: string) => {
      const { body } = await broker.request('GET', path);
      return (
        body as { _embedded: { triggeredWebhooks: { eventName: string }[] } }
      )._embedded.triggeredWebhooks.map(({ eventName }) => eventName);
    };
    for (const version of ['1', '2']) await broker.publish('Foo', 'Bar', { version, content: version });
    const results = [];
    for (const version of ['p', 'q']) {
      const { body } = await broker.verify('Foo', 'Bar', { version });
      results.push((body as { _links: Record<string, { href: string }> })._links);
    }
    const contract = (version: string) =>
      of(`/pacts/provider/Bar/consumer/Foo/version/${version}/triggered-webhooks`);
    expect(await contract('2')).toEqual(['contract_published']);
    // The last first.
    const results1 = ['provider_verification_published', 'provider_verification_published'];
    expect(await contract('1')).toEqual([...results1, 'contract_published']);
    for (const links of results)
      expect(await of(links['pb:triggered-webhooks']?.href ?? '')).toEqual([
        'provider_verification_published',
      ]);
  });

  it('is found by the link of the result that triggered it', async () => {
    await using receiver = await startReceiver();
    await using broker = await startWebhookBroker();
    await broker.webhook(receiver.url, ['provider_verification_published']);
    await broker.publish('Foo', 'Bar');
    const result = await broker.verify('Foo', 'Bar', { version: 'p' });
    const href = (result.body as { _links: Record<string, { href: string }> })._links['pb:triggered-webhooks']
      ?.href;
    const triggered = await broker.request('GET', href ?? '');
    expect(triggered.body).toMatchObject({
      _embedded: { triggeredWebhooks: [{ eventName: 'provider_verification_published' }] },
      _links: { self: { title: 'Webhooks triggered by the publication of verification result 101', href } },
    });
    for (const path of [
      href?.replace('101', '99'),
      '/pacts/provider/Bar/consumer/Foo/version/9/triggered-webhooks',
      '/triggered-webhooks/nope/logs',
    ]) {
      expect((await broker.request('GET', path ?? '')).status).toBe(404);
    }
  });

  it('counts in the status of its integration only when it is the last of its webhook and event', async () => {
    let status = 500;
    await using receiver = await startReceiver(() => ({ status }));
    await using broker = await startWebhookBroker({
      settings: { ...localSettings, webhookRetrySchedule: [] },
    });
    const { uuid } = (await broker.webhook(receiver.url, ['contract_published'])).body as { uuid: string };
    await broker.publish('Foo', 'Bar');
    await broker.finished('failure');
    status = 200;
    await broker.publish('Foo', 'Bar', { version: '2' });
    await broker.finished('success', '2');
    status = 500;
    await broker.publish('Foo', 'Other', { version: '8' });
    await broker.publish('Other', 'Bar', { version: '9' });
    await receiver.count(4);
    const summary = async () => {
      const { body } = await broker.request('GET', '/pacts/provider/Bar/consumer/Foo/webhooks/status');
      return body;
    };
    expect(await summary()).toMatchObject({
      summary: { successful: 1, failed: 0 },
      _links: { 'pb:error-logs': [], 'pb:pact-version': { href: expect.stringMatching(/version\/2$/) } },
    });
    await broker.request('DELETE', `/webhooks/${uuid}`);
    expect(await summary()).toMatchObject({ summary: { successful: 0, failed: 0 } });
  });

  it('counts as successful, failed or retrying in the status of its integration', async () => {
    await using receiver = await startReceiver(({ path }) => ({ status: path === '/ok' ? 200 : 500 }));
    await using broker = await startWebhookBroker({
      settings: { ...localSettings, webhookRetrySchedule: [3600] },
    });
    await broker.webhook(`${receiver.url}/ok`, ['contract_published', 'contract_content_changed']);
    await broker.webhook(`${receiver.url}/fail`, ['contract_published']);
    for (const version of ['1', '2']) await broker.publish('Foo', 'Bar', { version });
    const status = await until(
      () => 'two webhooks that succeeded beside one that is retrying',
      async () => {
        const answer = await broker.request('GET', '/pacts/provider/Bar/consumer/Foo/webhooks/status');
        const { summary } = answer.body as { summary: { successful: number; retrying?: number } };
        return summary.successful === 2 && summary.retrying === 1 ? answer : undefined;
      },
    );
    expect(status.body).toMatchObject({
      summary: { successful: 2, failed: 0, retrying: 1 },
      _links: {
        self: { title: 'Webhooks status' },
        'pb:error-logs': [{ title: 'Error logs', name: 'POST 127.0.0.1' }],
        'pb:pact-webhooks': {
          title: 'Webhooks for the pact between Foo and Bar',
          href: `${broker.url}/pacts/provider/Bar/consumer/Foo/webhooks`,
        },
        'pb:pact-version': { title: 'Pact' },
        'pb:consumer': { title: 'Consumer', name: 'Foo' },
        'pb:provider': { title: 'Provider', name: 'Bar' },
      },
    });
    const waiting = (await broker.triggered('2')).find((one) => one.status === 'retrying');
    expect(waiting).toMatchObject({ attemptsMade: 1, attemptsRemaining: 1 });
    expect((await broker.log(waiting)).match(/Webhook context/g)).toHaveLength(1);
    expect(waiting?._links).not.toHaveProperty('pb:redeliver');
    const logs = waiting?._links['pb:logs']?.href ?? '';
    expect((await broker.request('POST', logs.replace('/logs', '/redeliver'))).status).toBe(409);
    const none = await broker.request('GET', '/pacts/provider/Foo/consumer/Bar/webhooks/status');
    expect(none.body).toMatchObject({ summary: { successful: 0, failed: 0 } });
    expect((await broker.request('GET', '/pacts/provider/Bar/consumer/No/webhooks/status')).body).toEqual({
      error: "No consumer with name 'No' found",
    });
  });
});
