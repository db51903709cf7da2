import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { pageClient } from '../../../test/page-client.ts';
import { startWebhookBroker, type WebhookBroker } from '../../../test/webhook-broker.ts';
import { filledIn } from '../../../test/webhook-form.ts';
import { startReceiver } from '../../../test/webhook-receiver.ts';

describe('The pages of webhooks, against attacks and mistakes', () => {
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

  it('keep other sites from requests of the API that have no body', async () => {
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

  it('keep secrets that are not typed again, and replace those that are', async () => {
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

  it('never show a secret, not even one that was just typed in a form with a mistake', async () => {
    await using receiver = await startReceiver(({ headers }) => ({
      status: 500,
      body: JSON.stringify(headers),
    }));
    const url = receiver.url.replace('http://', 'http://me:url-Sesame@');
    const path = await create({ 'request[url]': url });
    await broker.publish('Foo', 'Bar', { version: '2' });
    const [failed] = await broker.finished('failure', '2');
    const logs = new URL(failed?._links['pb:logs']?.href ?? '').pathname;
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

  it.each([
    { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
    { 'sec-fetch-site': 'same-site', origin: 'https://evil.example' },
    { origin: 'https://evil.example' },
    { origin: 'null' },
  ])('refuse a form of another site: %j', async (headers) => {
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
    'cannot be bypassed by a form that goes to the API: %s',
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

  it('show the input of people as text', async () => {
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
