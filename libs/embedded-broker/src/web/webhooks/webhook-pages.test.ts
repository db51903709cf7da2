import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestBroker } from '../../../test/broker-client.ts';
import { pageClient } from '../../../test/page-client.ts';
import { startWebhookBroker, type WebhookBroker } from '../../../test/webhook-broker.ts';
import { startReceiver } from '../../../test/webhook-receiver.ts';

const filledIn = (changes: Record<string, string> = {}): [string, string][] =>
  Object.entries({
    description: 'Tell CI',
    enabled: 'true',
    'consumer[name]': '',
    'consumer[label]': '',
    'provider[name]': 'Bar',
    'provider[label]': '',
    'events[]': 'contract_published',
    'request[method]': 'POST',
    'request[url]': 'http://127.0.0.1:1/hook',
    'request[headers]': 'Content-Type: application/json\r\nX-Api-Key: key-Sesame',
    'request[body]': '{"of": "${pactbroker.consumerName}"}',
    'request[username]': 'ann',
    'request[password]': 'pass-Sesame',
    ...changes,
  });

describe('The pages of webhooks', () => {
  let broker: WebhookBroker;
  let pages: ReturnType<typeof pageClient>;
  beforeEach(async () => {
    broker = await startWebhookBroker();
    pages = pageClient(broker);
    await broker.publish('Foo', 'Bar');
  });
  afterEach(() => broker.close());
  const stored = async () => {
    const { body } = await broker.request('GET', '/webhooks');
    return (body as { _links: Record<string, { href: string }[]> })._links['pb:webhooks'] ?? [];
  };
  const create = async (changes: Record<string, string> = {}) => {
    const { status, location, text } = await pages.send('/webhooks/new', filledIn(changes));
    if (status !== 303 || location === null) throw new Error(`${status}: ${text}`);
    return location;
  };

  it('create one that the API shows as if it had been sent there', async () => {
    const path = await create();
    expect((await broker.request('GET', path)).body).toMatchObject({
      description: 'Tell CI',
      provider: { name: 'Bar' },
      enabled: true,
      events: [{ name: 'contract_published' }],
      request: {
        method: 'POST',
        url: 'http://127.0.0.1:1/hook',
        headers: { 'content-type': 'application/json', 'x-api-key': '**********' },
        body: { of: '${pactbroker.consumerName}' },
        username: 'ann',
        password: '**********',
      },
    });
    expect((await pages.visit('/webhooks')).text).toContain('Tell CI');
  });

  it.each([
    [{ 'request[url]': 'ftp://x' }, 'request-url', 'scheme must be'],
    [{ 'request[method]': 'JUMP' }, 'request-method', 'is not a recognised HTTP method'],
    [{ 'provider[name]': 'Nobody' }, 'provider-name', 'does not match an existing pacticipant'],
    [{ 'provider[label]': 'team' }, 'provider-label', 'name and label cannot be provided at the same time'],
    [{ 'request[headers]': 'no colon' }, 'request-headers', 'line 1 is not "Name: value"'],
    [{ 'request[headers]': 'a: 1\na: 2' }, 'request-headers', 'a is given twice'],
    [{ 'events[]': 'nothing' }, 'events', 'name must be one of'],
  ])(
    'say at the field what is wrong, keep what was typed, and save nothing: %j',
    async (change, field, message) => {
      const { status, text } = await pages.send('/webhooks/new', filledIn(change));
      expect(status).toBe(400);
      const [, error = ''] = new RegExp(`id="field-${field}-error">([^<]*)<`).exec(text) ?? [];
      expect(error.replaceAll('&quot;', '"')).toContain(message);
      expect(text).toContain('value="Tell CI"');
      expect(await stored()).toEqual([]);
    },
  );

  it('leave the API’s requests without a body to the broker’s own pages, too', async () => {
    await using receiver = await startReceiver();
    const path = await create({ 'request[url]': receiver.url });
    const body = JSON.stringify({ request: { method: 'POST', url: receiver.url } });
    for (const to of [`${path}/execute`, '/webhooks/execute']) {
      const headers = { 'content-type': 'text/plain', origin: 'https://evil.example' };
      const { status } = await fetch(broker.url + to, { method: 'POST', body, headers });
      expect(status).toBe(403);
    }
    expect(receiver.requests).toEqual([]);
    const own = await fetch(`${broker.url}${path}/execute`, {
      method: 'POST',
      headers: { origin: broker.url },
    });
    expect(own.status).toBe(200);
  });

  it('say that at least one event is needed', async () => {
    const { text } = await pages.send(
      '/webhooks/new',
      filledIn().filter(([name]) => name !== 'events[]'),
    );
    expect(text).toContain('id="field-events-error"');
  });

  it('keep the secrets that are not typed again, and take those that are', async () => {
    await using receiver = await startReceiver();
    const url = receiver.url.replace('http://', 'http://me:url-Sesame@');
    const path = await create({ 'request[url]': `${url}/hook` });
    const form = (await pages.visit(`${path}/edit`)).text;
    const [, headers = ''] = /<textarea[^>]*name="request\[headers\]"[^>]*>([^<]*)</.exec(form) ?? [];
    const [, shownUrl = ''] = /name="request\[url\]"[^>]*value="([^"]*)"/.exec(form) ?? [];
    expect(headers).toContain('x-api-key: **********');
    const unchanged = { 'request[headers]': headers, 'request[url]': shownUrl, 'request[password]': '' };
    expect((await pages.send(`${path}/edit`, filledIn({ ...unchanged, description: 'New' }))).status).toBe(
      303,
    );
    await pages.send(`${path}/test`, []);
    expect(receiver.requests[0]?.headers).toMatchObject({
      'x-api-key': 'key-Sesame',
      authorization: `Basic ${btoa('ann:pass-Sesame')}`,
    });
    const changed = { 'request[headers]': 'x-api-key: other-Sesame', 'request[url]': `${receiver.url}/hook` };
    await pages.send(`${path}/edit`, filledIn({ ...changed, 'request[password]': 'new-Sesame' }));
    await pages.send(`${path}/test`, []);
    expect(receiver.requests[1]?.headers).toMatchObject({
      'x-api-key': 'other-Sesame',
      authorization: `Basic ${btoa('ann:new-Sesame')}`,
    });
    await pages.send(`${path}/edit`, [
      ...filledIn({ ...changed, 'request[password]': '', 'request[username]': '' }),
      ['request[removePassword]', 'true'],
    ]);
    await pages.send(`${path}/test`, []);
    expect(receiver.requests[2]?.headers).not.toHaveProperty('authorization');
  });

  it('show no secret anywhere, not even what was just typed with a mistake', async () => {
    await using receiver = await startReceiver(({ headers }) => ({
      status: 500,
      body: JSON.stringify(headers),
    }));
    const url = receiver.url.replace('http://', 'http://me:url-Sesame@');
    const path = await create({ 'request[url]': url });
    await broker.publish('Foo', 'Bar', { version: '2' });
    const [delivery] = await broker.finished('failure', '2');
    const logs = new URL(delivery?._links['pb:logs']?.href ?? '').pathname;
    const mistake = await pages.send(
      `${path}/edit`,
      filledIn({ 'request[url]': url, 'request[method]': 'X' }),
    );
    const shown = [
      mistake,
      await pages.send('/webhooks/new', filledIn({ 'request[url]': `${url}/ü`, 'request[method]': 'X' })),
      await pages.send(`${path}/test`, []),
      ...(await Promise.all(['/webhooks', path, `${path}/edit`, `${path}/delete`, logs].map(pages.visit))),
    ];
    expect(shown.map(({ status }) => status)).toEqual([400, 400, 200, 200, 200, 200, 200, 200]);
    for (const { text } of shown) expect(text).not.toContain('Sesame');
  });

  it('show deliveries with their logs, and run one again', async () => {
    let status = 500;
    await using receiver = await startReceiver(() => ({ status }));
    const path = await create({ 'request[url]': receiver.url });
    await broker.publish('Foo', 'Bar', { version: '2' });
    await broker.finished('failure', '2');
    const { text } = await pages.visit(path);
    expect(text).toContain('<span class="status bad">Failed</span>');
    const [, logs = ''] = /href="(\/triggered-webhooks\/[^"]+\/logs)"/.exec(text) ?? [];
    const log = (await pages.visit(logs)).text;
    expect(log).toContain('Webhook execution failed after 3 attempts');
    status = 200;
    const again = await pages.send(logs.replace('/logs', '/run-again'), []);
    expect([again.status, again.location]).toEqual([303, logs]);
    await broker.finished('success', '2');
    expect((await pages.visit(logs)).text).toContain('Attempt 4');
    expect((await pages.visit('/webhooks')).text).toContain('<span class="status good">Delivered</span>');
  });

  it('delete one after asking', async () => {
    const path = await create();
    expect((await pages.visit(`${path}/delete`)).text).toContain('Delete the webhook');
    expect(await stored()).toHaveLength(1);
    expect((await pages.send(`${path}/delete`, [])).location).toBe('/webhooks');
    expect(await stored()).toEqual([]);
    expect((await pages.visit(path)).status).toBe(404);
  });

  it.each([
    { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
    { 'sec-fetch-site': 'same-site', origin: 'https://evil.example' },
    { origin: 'https://evil.example' },
    { origin: 'null' },
  ])('do nothing for a form of another site: %j', async (headers) => {
    const path = await create();
    const answers = [
      await pages.send('/webhooks/new', filledIn(), headers as Record<string, string>),
      await pages.send(
        `${path}/edit`,
        filledIn({ description: 'Changed' }),
        headers as Record<string, string>,
      ),
      await pages.send(`${path}/delete`, [], headers as Record<string, string>),
      await pages.send(`${path}/test`, [], headers as Record<string, string>),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
    expect(await stored()).toHaveLength(1);
    expect((await pages.visit(path)).text).not.toContain('Changed');
  });

  it.each(['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x'])(
    'are not by-passed by a form that goes to the API: %s',
    async (type) => {
      const body = JSON.stringify({
        events: [{ name: 'contract_published' }],
        request: { method: 'POST', url: 'http://127.0.0.1:1' },
      });
      for (const accept of ['text/html', '*/*']) {
        const headers = {
          'content-type': type,
          accept,
          origin: 'https://evil.example',
          'sec-fetch-site': 'cross-site',
        };
        const { status } = await fetch(`${broker.url}/webhooks`, { method: 'POST', body, headers });
        expect(status).toBeGreaterThanOrEqual(400);
      }
      expect(await stored()).toEqual([]);
    },
  );

  it('leave the API’s requests without a body to the broker’s own pages, too', async () => {
    await using receiver = await startReceiver();
    const path = await create({ 'request[url]': receiver.url });
    const body = JSON.stringify({ request: { method: 'POST', url: receiver.url } });
    for (const to of [`${path}/execute`, '/webhooks/execute']) {
      const headers = { 'content-type': 'text/plain', origin: 'https://evil.example' };
      const { status } = await fetch(broker.url + to, { method: 'POST', body, headers });
      expect(status).toBe(403);
    }
    expect(receiver.requests).toEqual([]);
    const own = await fetch(`${broker.url}${path}/execute`, {
      method: 'POST',
      headers: { origin: broker.url },
    });
    expect(own.status).toBe(200);
  });

  it('show what people wrote as text', async () => {
    const evil = '</textarea></pre><script>alert(1)</script>';
    await broker.publish(evil, 'Bar', { version: evil });
    const path = await create({
      description: evil,
      'consumer[name]': evil,
      'request[body]': evil,
      'request[username]': evil,
      'request[headers]': 'x: </textarea><script>',
    });
    await broker.publish(evil, 'Bar', { version: `${evil}2` });
    const wrong = await pages.send('/webhooks/new', filledIn({ description: evil, 'request[url]': evil }));
    const shown = [
      wrong,
      ...(await Promise.all(['/webhooks', path, `${path}/edit`, `${path}/delete`].map(pages.visit))),
    ];
    for (const { text } of shown) {
      expect(text).toContain('&lt;script>alert(1)');
      expect(text).not.toMatch(/<script>/);
    }
  });
});

it('Forms of webhooks are the writer’s; a reader may look at the list', async () => {
  await using broker = await startTestBroker({
    basicAuth: { writer: { username: 'w', password: 'w' }, reader: { username: 'r', password: 'r' } },
  });
  const as = (user: string) => pageClient(broker, { authorization: `Basic ${btoa(`${user}:${user}`)}` });
  const status = async (user: string, path: string) => (await as(user).visit(path)).status;
  expect(await status('r', '/webhooks')).toBe(200);
  expect(await status('r', '/webhooks/new')).toBe(401);
  expect(await status('w', '/webhooks/new')).toBe(200);
  expect((await as('r').send('/webhooks/new', filledIn())).status).toBe(401);
  // These are the API's webhooks of pacticipants with such names.
  for (const path of ['/webhooks/consumer/edit', '/webhooks/provider/delete'])
    expect(
      (await broker.request('GET', path, undefined, { authorization: `Basic ${btoa('r:r')}` })).status,
    ).toBe(404);
});
