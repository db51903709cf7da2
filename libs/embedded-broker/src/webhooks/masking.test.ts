import { describe, expect, it } from '@jest/globals';
import { startWebhookBroker } from '../../test/webhook-broker.ts';
import { startReceiver } from '../../test/webhook-receiver.ts';

const secrets = {
  password: 'pass-Sesame',
  bearer: 'Bearer bear-Sesame',
  token: 'tok-Sesame',
  key: 'key-Sesame',
  functionsKey: 'fun-Sesame',
  url: 'url-Sesame',
};

describe('The secrets of a webhook', () => {
  const request = (url: string) => ({
    method: 'POST',
    url: url.replace('http://', `http://user:${secrets.url}@`),
    headers: {
      Authorization: secrets.bearer,
      'X-Gitlab-Token': secrets.token,
      'X-Api-Key': secrets.key,
      'X-Functions-Key': secrets.functionsKey,
      open: 'yes',
    },
    body: { of: '${pactbroker.consumerName}' },
  });

  it('are in no answer and no log, even when the receiver repeats them', async () => {
    let hasFailed = false;
    await using receiver = await startReceiver(({ headers }) => {
      const status = hasFailed ? 200 : 500;
      hasFailed = true;
      return { status, headers: { 'x-echo': headers['x-api-key'] as string }, body: JSON.stringify(headers) };
    });
    await using broker = await startWebhookBroker();
    const answers: string[] = [];
    const ask = async (method: string, path: string, body?: unknown, headers = {}) => {
      const answer = await broker.request(method, path, body, headers);
      answers.push(answer.text + JSON.stringify([...answer.headers]));
      return answer;
    };
    const webhook = { request: request(receiver.url), events: [{ name: 'contract_published' }] };
    const { uuid } = (await ask('POST', '/webhooks', webhook)).body as { uuid: string };
    const basic = { ...webhook, request: { ...webhook.request, username: 'u', password: secrets.password } };
    await ask('PUT', '/webhooks/with-basic-auth-12345', basic);
    await ask('POST', '/contracts/publish', {
      pacticipantName: 'Foo',
      pacticipantVersionNumber: '1',
      contracts: [broker.contract('Foo', 'Bar')],
    });
    for (const one of await broker.finished('success')) {
      for (const accept of ['text/plain', 'application/hal+json'])
        await ask('GET', one._links['pb:logs']?.href ?? '', undefined, { accept });
    }
    const sent = receiver.requests.map(({ headers }) => headers);
    expect(sent.some(({ authorization }) => authorization === secrets.bearer)).toBe(true);
    expect(sent.some(({ authorization }) => authorization === `Basic ${btoa(`u:${secrets.password}`)}`)).toBe(
      true,
    );
    await ask('POST', `/webhooks/${uuid}/execute`);
    await ask('POST', '/webhooks/execute', basic);
    await ask('POST', '/webhooks/execute', { request: { ...basic.request, url: 'http://127.0.0.1:1/' } });
    for (const path of [
      '/webhooks',
      `/webhooks/${uuid}`,
      '/pacts/provider/Bar/consumer/Foo/webhooks/status',
      '/pacts/provider/Bar/consumer/Foo/version/1/triggered-webhooks',
      '/pacts/provider/Bar/consumer/Foo/version/1',
    ]) {
      await ask('GET', path);
    }
    // Refused requests must not repeat what they were given, either.
    await ask('POST', '/webhooks', {
      ...basic,
      events: [{ name: 'x' }],
      request: { ...basic.request, method: 'GET' },
    });
    expect(answers.length).toBeGreaterThan(14);
    for (const answer of answers) {
      expect(answer).not.toContain('Sesame');
      expect(answer).not.toContain(btoa(`u:${secrets.password}`));
    }
  });

  it('stay as they are when the masks are put back', async () => {
    await using receiver = await startReceiver();
    await using broker = await startWebhookBroker();
    const path = '/webhooks/masks-put-back-12345';
    const first = await broker.request('PUT', path, {
      request: { ...request(receiver.url), username: 'u', password: secrets.password },
      events: [{ name: 'contract_published' }],
    });
    expect(first.status).toBe(201);
    const shown = first.body as { request: { headers: Record<string, string>; url: string } };
    expect(shown.request).toMatchObject({
      url: receiver.url.replace('http://', 'http://user:**********@'),
      headers: {
        authorization: '**********',
        'x-gitlab-token': '**********',
        'x-api-key': '**********',
        'x-functions-key': '**********',
        open: 'yes',
      },
      password: '**********',
    });
    expect((await broker.request('PUT', path, shown)).body).toMatchObject({ request: shown.request });
    await broker.publish('Foo', 'Bar');
    const [sent] = await receiver.count(1);
    expect(sent?.headers).toMatchObject({
      authorization: `Basic ${btoa(`u:${secrets.password}`)}`,
      'x-gitlab-token': secrets.token,
      'x-api-key': secrets.key,
    });
  });

  it.each([
    ['http://tok-Sesame@host/', 'http://**********@host/'],
    ['http://tok-Sesame:@host/', 'http://**********:@host/'],
    ['http://tok-Sesame:x-oauth-basic@host/', 'http://**********:x-oauth-basic@host/'],
    ['http://me:tok@Sesame@host/', 'http://me:**********@host/'],
    ['http://host/a?ref=1&token=tok-Sesame#b', 'http://host/a?ref=1&token=**********#b'],
    ['http://host?api%5Fkey=tok-Sesame&key=', 'http://host?api%5Fkey=**********&key='],
    ['http://host?token=${pactbroker.consumerName}', 'http://host?token=${pactbroker.consumerName}'],
  ])('are masked in a URL: %s', async (url, shown) => {
    await using broker = await startWebhookBroker({ settings: { webhookHostWhitelist: ['/.*/'] } });
    const { body } = await broker.webhook(url, ['contract_published']);
    expect((body as { request: object }).request).toMatchObject({ url: shown });
  });

  it('stay in a URL whose masks are put back, even when its other parameters change', async () => {
    await using receiver = await startReceiver(({ path }) => ({
      status: 500,
      headers: {},
      body: `You sent ${path}`,
    }));
    await using broker = await startWebhookBroker();
    const webhook = '/webhooks/masked-url-123456789';
    const put = (url: string) =>
      broker.request('PUT', webhook, {
        request: { method: 'POST', url },
        events: [{ name: 'contract_published' }],
      });
    const { origin } = new URL(receiver.url);
    const withUser = origin.replace('//', '//user-Sesame@');
    await put(`${withUser}/hook?token=tok-Sesame&token=second-Sesame`);
    const masked = `${origin.replace('//', '//**********@')}/hook?new=1&token=**********&token=**********`;
    expect((await put(masked)).body).toMatchObject({ request: { url: masked } });

    const run = await broker.request('POST', `${webhook}/execute`);
    const [sent] = await receiver.count(1);
    expect(sent?.path).toBe('/hook?new=1&token=tok-Sesame&token=second-Sesame');
    expect(run.text).toContain('/hook?new=1&token=**********&token=**********');
    expect(run.text).toContain('You sent');
    expect(run.text).not.toContain('Sesame');
  });

  it('are shown where they are only a parameter', async () => {
    await using broker = await startWebhookBroker();
    const { body } = await broker.webhook(
      'http://127.0.0.1/',
      ['contract_published'],
      {},
      {
        headers: { Authorization: 'Bearer ${pactbroker.buildUrl}', 'X-Token': 'half-${pactbroker.buildUrl}' },
      },
    );
    expect((body as { request: object }).request).toMatchObject({
      headers: { authorization: 'Bearer ${pactbroker.buildUrl}', 'x-token': '**********' },
    });
  });
});
