import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestBroker } from '../../../test/broker-client.ts';
import { pageClient } from '../../../test/page-client.ts';
import { startWebhookBroker, type WebhookBroker } from '../../../test/webhook-broker.ts';
import { filledIn } from '../../../test/webhook-form.ts';
import { startReceiver } from '../../../test/webhook-receiver.ts';

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

  it('create a webhook that the API shows like one of its own', async () => {
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
    'report a mistake at its field, keep what was typed, and save nothing: %j',
    async (change, field, message) => {
      const { status, text } = await pages.send('/webhooks/new', filledIn(change));
      expect(status).toBe(400);
      const [, error = ''] = new RegExp(`id="field-${field}-error">([^<]*)<`).exec(text) ?? [];
      expect(error.replaceAll('&quot;', '"')).toContain(message);
      expect(text).toContain('value="Tell CI"');
      expect(await stored()).toEqual([]);
    },
  );

  it('keep the ends of the lines of a body, although forms send CR LF', async () => {
    const path = await create({ 'request[body]': 'one\r\ntwo' });
    const { body } = await broker.request('GET', path);
    expect((body as { request: object }).request).toMatchObject({ body: 'one\ntwo' });
  });

  it('report that a webhook needs an event', async () => {
    const { text } = await pages.send(
      '/webhooks/new',
      filledIn().filter(([name]) => name !== 'events[]'),
    );
    expect(text).toContain('id="field-events-error"');
  });

  it('show triggered webhooks with their logs, and run one again', async () => {
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

  it('show each webhook with what it was triggered by, and with the last of that in the list', async () => {
    let status = 500;
    await using receiver = await startReceiver(({ path }) => ({ status: path === '/a' ? status : 200 }));
    const failing = await create({ description: 'Failing', 'request[url]': `${receiver.url}/a` });
    const working = await create({ description: 'Working', 'request[url]': `${receiver.url}/b` });
    const shown = async (path: string) =>
      [...(await pages.visit(path)).text.matchAll(/<span class="status \w+">(Failed|Delivered)</g)].map(
        ([, word]) => word,
      );
    const publish = async (version: string) => {
      await broker.publish('Foo', 'Bar', { version });
      await broker.settled(version);
    };
    await publish('2');
    expect([await shown(failing), await shown(working)]).toEqual([['Failed'], ['Delivered']]);
    expect(await shown('/webhooks')).toEqual(['Failed', 'Delivered']);
    status = 200;
    await publish('3');
    // The last first.
    expect(await shown(failing)).toEqual(['Delivered', 'Failed']);
    expect(await shown('/webhooks')).toEqual(['Delivered', 'Delivered']);
  });

  it('delete a webhook after a confirmation', async () => {
    const path = await create();
    expect((await pages.visit(`${path}/delete`)).text).toContain('Delete the webhook');
    expect(await stored()).toHaveLength(1);
    expect((await pages.send(`${path}/delete`, [])).location).toBe('/webhooks');
    expect(await stored()).toEqual([]);
    expect((await pages.visit(path)).status).toBe(404);
  });
});

it('Only the writer may use the forms of webhooks; a reader may see the list', async () => {
  await using broker = await startTestBroker({
    basicAuth: { writer: { username: 'w', password: 'w' }, reader: { username: 'r', password: 'r' } },
  });
  const as = (user: string) => pageClient(broker, { authorization: `Basic ${btoa(`${user}:${user}`)}` });
  const status = async (user: string, path: string) => (await as(user).visit(path)).status;
  expect(await status('r', '/webhooks')).toBe(200);
  expect(await status('r', '/webhooks/new')).toBe(401);
  expect(await status('w', '/webhooks/new')).toBe(200);
  expect((await as('r').send('/webhooks/new', filledIn())).status).toBe(401);
  // These paths are the API's lists for pacticipants with such names.
  for (const path of ['/webhooks/consumer/edit', '/webhooks/provider/delete'])
    expect(
      (await broker.request('GET', path, undefined, { authorization: `Basic ${btoa('r:r')}` })).status,
    ).toBe(404);
});
