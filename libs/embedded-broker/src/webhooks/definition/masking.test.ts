import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { startWebhookBroker } from '../../../test/webhook-broker.ts';
import { startReceiver } from '../../../test/webhook-receiver.ts';
import { secretsOf, withoutSecrets } from './masking.ts';
import { isSecretName } from './secret-names.ts';

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

  it('are not in any answer or log, even when the receiver repeats them', async () => {
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
    // The answers to refused requests must not repeat them either.
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

  it('stay the same when a PUT has the masks', async () => {
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

  it('stay in a URL that a PUT has with the masks, even when its other parameters change', async () => {
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

  it('are shown when they are only a parameter', async () => {
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

  it('are not in the error of a missing receiver whose name holds one', async () => {
    await using broker = await startWebhookBroker({
      settings: { webhookHostWhitelist: ['/.*/'], webhookRetrySchedule: [] },
    });
    const saved = await broker.webhook(
      'http://sesame-token.invalid/sesame-token',
      ['contract_published'],
      {},
      { headers: { 'X-Token': 'sesame-token' } },
    );
    const path = `/webhooks/${(saved.body as { uuid: string }).uuid}`;
    const run = await broker.request('POST', `${path}/execute`);
    expect(run.body).toMatchObject({
      success: false,
      error: { message: expect.stringContaining('**********.invalid') },
    });
    const page = await broker.request('POST', `${path}/test`, '', {
      accept: 'text/html',
      'content-type': 'application/x-www-form-urlencoded',
    });
    await broker.publish('Foo', 'Bar');
    const log = await broker.log((await broker.finished('failure'))[0]);
    expect(log).toContain('**********.invalid');
    const { error, logs } = run.body as { error: object; logs: string };
    const [shown = ''] = /<pre[^]*<\/pre>/.exec(page.text) ?? [];
    expect(shown).toContain('**********.invalid');
    for (const text of [JSON.stringify(error), logs, shown, log]) expect(text).not.toContain('sesame-token');
  });
});

describe('In a text', () => {
  const template = {
    method: 'POST',
    url: 'https://me:url%20secret@ci.example/?token=in%2Fquery&open=shown',
    headers: { authorization: 'Bearer abcdefgh', 'x-token': 'abcd', 'x-open': 'visible' },
    body: null,
    username: 'ann',
    password: 'pass-word',
  };
  const masked = (text: string, changes = {}) => withoutSecrets(text, secretsOf({ ...template, ...changes }));

  it.each([
    ['Bearer abcdefgh', '**********'],
    ['abcdefgh', '**********'],
    ['<abcd>', '<**********>'],
    ['url%20secret, url secret', '**********, **********'],
    ['in%2Fquery, in/query', '**********, **********'],
    ['pass-word', '**********'],
    [btoa('ann:pass-word'), '**********'],
    ['abcd abcd', '********** **********'],
    ['me ann visible shown ci.example', 'me ann visible shown ci.example'],
  ])('%j of a webhook is shown as %j', (text, shown) => expect(masked(text)).toBe(shown));

  it.each([
    [{ headers: { authorization: 'Bearer ${pactbroker.buildUrl}' } }, 'Bearer buildUrl'],
    [{ password: 'abc' }, 'an abc'],
    [{ password: null, username: null }, 'Og=='],
    [{ url: 'https://ci.example/?token=%E0%A4%A' }, 'ci'],
  ])('other values and short secrets are not masked: %j', (changes, text) => {
    expect(masked(text, changes)).toBe(text);
  });

  it('all secrets are masked, even when one begins with another', () => {
    const secret = fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 4, maxLength: 8 });
    fc.assert(
      fc.property(fc.array(secret, { minLength: 1 }), secret, (tokens, password) => {
        const headers = Object.fromEntries(tokens.map((token, i) => [`token-${i}`, token]));
        const all = [...tokens, password];
        const text = withoutSecrets(all.join(' '), secretsOf({ ...template, headers, password }));
        expect(text).toBe(all.map(() => '**********').join(' '));
      }),
    );
  });
});

describe('A name', () => {
  it.each([
    'Authorization',
    'X-Gitlab-Token',
    'access_token',
    'client-secret',
    'Password',
    'passwd',
    'Set-Cookie',
    'X-Signature',
    'apikey',
    'api_key',
    'X-Api-Key',
    'x-functions-key',
    'key',
    'sig',
  ])('like %s means a secret', (name) => expect(isSecretName(name)).toBe(true));

  it.each(['X-Auth', 'keyboard', 'monkey', 'signal', 'content-type'])('like %s does not', (name) =>
    expect(isSecretName(name)).toBe(false),
  );
});
