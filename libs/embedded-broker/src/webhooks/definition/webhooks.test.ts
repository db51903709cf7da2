import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestBroker, type Answer, type TestBroker } from '../../../test/broker-client.ts';

const errors = ({ body }: Answer) => (body as { errors: Record<string, string[]> }).errors;
const request = { method: 'POST', url: 'https://example.org/x' };

describe('Webhooks', () => {
  let broker: TestBroker;
  beforeEach(async () => {
    broker = await startTestBroker();
    await broker.publish('C', 'P');
  });
  afterEach(() => broker.close());
  const save = (body: unknown, path = '/webhooks') => broker.request('POST', path, body);
  const links = async (path: string) => {
    const { body } = await broker.request('GET', path);
    return (body as { _links: { 'pb:webhooks': { title: string; name: string }[] } })._links[
      'pb:webhooks'
    ].map(({ title, name }) => `${name}: ${title}`);
  };

  it('are shown as the official broker shows them', async () => {
    const answer = await save({
      description: 'd',
      consumer: { label: 'l' },
      provider: { name: 'P' },
      request: {
        method: 'post',
        url: 'https://example.org/x?y=${pactbroker.consumerName}',
        headers: { Authorization: 'secret', 'X-Token': '${pactbroker.consumerName}', 'X-Auth': 'open' },
        body: { a: 1 },
        username: 'u',
        password: 'pw',
      },
    });
    expect(answer.status).toBe(201);
    const { uuid } = answer.body as { uuid: string };
    expect(uuid).toMatch(/^[\w-]{22}$/);
    const href = `${broker.url}/webhooks/${uuid}`;
    expect(answer.headers.get('location')).toBe(href);
    const expected = {
      uuid,
      description: 'd',
      consumer: { label: 'l' },
      provider: { name: 'P' },
      enabled: true,
      request: {
        method: 'post',
        url: 'https://example.org/x?y=${pactbroker.consumerName}',
        headers: { authorization: '**********', 'x-token': '${pactbroker.consumerName}', 'x-auth': 'open' },
        body: { a: 1 },
        username: 'u',
        password: '**********',
      },
      events: [{ name: 'contract_content_changed' }],
      createdAt: expect.stringMatching(/\+00:00$/),
      _links: {
        self: { title: 'd', href },
        'pb:execute': {
          title:
            'Test the execution of the webhook with the latest matching pact or verification by sending a POST request to this URL',
          href: `${href}/execute`,
        },
        'pb:consumers': {
          title: 'Consumers by label',
          name: 'l',
          href: `${broker.url}/pacticipants/label/l`,
        },
        'pb:provider': { title: 'Provider', name: 'P', href: `${broker.url}/pacticipants/P` },
        'pb:webhooks': { title: 'All webhooks', href: `${broker.url}/webhooks` },
      },
    };
    expect(answer.body).toEqual(expected);
    expect((await broker.request('GET', href)).body).toEqual(expected);
  });

  it('are listed by the consumer and provider that they name', async () => {
    expect((await save({ request }, '/webhooks/provider/P/consumer/C')).status).toBe(201);
    await save({ request, description: 'p' }, '/webhooks/provider/P');
    await save({ request, description: 'c' }, '/webhooks/consumer/C');
    await save({ request, description: 'pact' }, '/pacts/provider/P/consumer/C/webhooks');
    await save({ request, description: 'all' });
    await save({ request, description: 'l', consumer: { label: 'x' }, provider: { label: 'y' } });
    const all = [
      'POST example.org: A webhook for the pact between C and P',
      'p: A webhook for all pacts with provider P',
      'c: A webhook for all pacts with consumer C',
      'pact: A webhook for the pact between C and P',
      'all: A webhook for all pacts',
      "l: A webhook for the pact between consumers labeled 'x' and providers labeled 'y'",
    ];
    expect(await links('/webhooks')).toEqual(all);
    expect(await links('/webhooks/provider/P/consumer/C')).toEqual([all[0], all[3]]);
    expect(await links('/pacts/provider/P/consumer/C/webhooks')).toEqual([all[0], all[3]]);
    expect(await links('/webhooks/provider/P')).toEqual([all[1]]);
    expect(await links('/webhooks/consumer/C')).toEqual([all[2]]);
    expect((await broker.request('GET', '/webhooks/provider/P')).body).toMatchObject({
      _links: {
        self: { title: 'Webhooks', href: `${broker.url}/webhooks/provider/P` },
        'pb:create': { title: 'POST to create a webhook', href: `${broker.url}/webhooks/provider/P` },
        curies: [{ name: 'pb', href: `${broker.url}/doc/webhooks-{rel}`, templated: true }],
      },
    });
    for (const [path, error] of [
      ['/webhooks/provider/Nope', "No provider with name 'Nope' found"],
      ['/webhooks/provider/Nope/consumer/No', "No consumer with name 'No' found"],
    ] as const) {
      expect((await broker.request('GET', path)).body).toEqual({ error });
      expect(await save({ request }, path)).toMatchObject({ status: 404, body: { error } });
    }
  });

  const names =
    'contract_published, contract_content_changed, provider_verification_published, ' +
    'provider_verification_succeeded, provider_verification_failed, contract_requiring_verification_published';
  // The answers of the official broker.
  it.each([
    [{}, { request: ['is missing'] }],
    [[1], { request: ['is missing'] }],
    [{ request: null }, { request: ['must be a hash'] }],
    [
      { request: {}, events: [], enabled: null, consumer: {}, provider: { name: 'x', label: 'l' } },
      {
        request: ['must be filled'],
        events: ['size cannot be less than 1'],
        enabled: ['must be boolean'],
        'consumer.name': ['cannot be blank'],
        'provider.label': ['name and label cannot be provided at the same time'],
        'provider.name': ['does not match an existing pacticipant'],
      },
    ],
    [
      { request, events: [{ name: 'foo' }, {}, { name: '' }, { name: 4 }, 'x'] },
      {
        events: [
          `name must be one of: ${names} (at index 0)`,
          'name is missing (at index 1)',
          'name must be filled (at index 2)',
          `name must be one of: ${names} (at index 3)`,
          'name is missing (at index 4)',
        ],
      },
    ],
    [
      { request: { method: 'FOO', url: 'nope' } },
      {
        'request.url': ['is not a valid URL eg. http://example.org'],
        'request.method': ['is not a recognised HTTP method'],
      },
    ],
    [
      { request: { method: 'GET', url: 'http://${pactbroker.consumerName}.x/' } },
      {
        'request.method': ['must be POST. See /doc/webhooks#whitelist for more information.'],
        'request.url': ['cannot have a template parameter in the host'],
      },
    ],
    [
      { request: { method: 4, url: 5 } },
      { 'request.method': ['must be a string'], 'request.url': ['must be a string'] },
    ],
    [
      { request: { method: '', url: '' } },
      { 'request.method': ['must be filled'], 'request.url': ['must be filled'] },
    ],
    [
      { request: { ...request, method: 'CONNECT' } },
      { 'request.method': ['is not a recognised HTTP method'] },
    ],
    [{ request: { method: 'POST' } }, { 'request.url': ['is missing'] }],
    [
      { request: { method: 'POST', url: 'http://example.org' } },
      { 'request.url': ['scheme must be https. See /doc/webhooks#whitelist for more information.'] },
    ],
    [
      { consumer: { name: 4 }, provider: { label: 5 }, request, enabled: 'true' },
      {
        enabled: ['must be boolean'],
        'consumer.name': ['must be a string'],
        'provider.label': ['must be a string'],
      },
    ],
    [
      { consumer: 'x', provider: [], request },
      { consumer: ['must be a hash'], provider: ['must be a hash'] },
    ],
    [
      { uuid: 's', request },
      {
        uuid: [
          'The UUID can only contain the characters A-Z, a-z, 0-9, _ and -, and must be 16 or more characters.',
        ],
      },
    ],
  ])('are refused in the official words: %j', async (body, expected) => {
    const answer = await save(body);
    expect(answer.status).toBe(400);
    expect(errors(answer)).toEqual(expected);
  });

  it.each([
    'https://example.org/ a',
    'https://example.org:${pactbroker.consumerName}/',
    '/x',
    'https:///x',
    'https://example.org/${x}',
    'https://example.org/ü',
    'mailto:a@example.org',
    'https://example.org\\@evil.example',
  ])('are refused with %j, which is not a URL', async (url) => {
    expect(errors(await save({ request: { method: 'POST', url } }))).toEqual({
      'request.url': ['is not a valid URL eg. http://example.org'],
    });
  });

  it.each([
    [{ request: { ...request, headers: 'x' } }, { 'request.headers': ['must be a hash'] }],
    [
      { request: { ...request, headers: { 'a b': 'c' } } },
      { 'request.headers': ["'a b' is not a valid header name"] },
    ],
    [{ request, events: 'y' }, { events: ['must be an array'] }],
    [{ request, description: 5 }, { description: ['must be a string'] }],
  ])('are refused where the official broker fails: %j', async (body, expected) => {
    expect(errors(await save(body))).toEqual(expected);
  });

  it('can be put under a chosen uuid, and replaced there', async () => {
    const path = '/webhooks/my-own-uuid-1234567';
    const put = (body: object) => broker.request('PUT', path, body);
    const first = await put({
      description: 'two',
      consumer: { name: 'C' },
      request: {
        ...request,
        headers: { Authorization: 'a', b: 'c' },
        username: 'u',
        password: 'p',
        body: 'x',
      },
      events: [{ name: 'contract_published' }],
      enabled: false,
    });
    expect([first.status, first.headers.get('location')]).toEqual([201, null]);
    const second = await put({ request, events: [{ name: 'contract_published' }] });
    expect(second).toMatchObject({ status: 200, body: { uuid: 'my-own-uuid-1234567', description: 'two' } });
    expect((second.body as { request: object }).request).toEqual({ ...request, password: '**********' });
    expect([first.body, second.body]).toMatchObject([{ enabled: false }, { enabled: true }]);
    expect(second.body).not.toHaveProperty('consumer');
    expect(errors(await broker.request('PUT', '/webhooks/short', {}))).toHaveProperty('uuid');
    expect((await broker.request('DELETE', path)).status).toBe(204);
    for (const method of ['GET', 'DELETE']) expect((await broker.request(method, path)).status).toBe(404);
    expect((await broker.request('POST', `${path}/execute`)).status).toBe(404);
    expect((await broker.request('GET', '/webhooks/execute')).status).toBe(405);
  });

  it('are replaced as a whole, with the time of the change', async () => {
    let now = Date.UTC(2030, 0);
    await using broker = await startTestBroker({ clock: () => new Date(now) });
    await broker.publish('C', 'P');
    const put = (body: object) => broker.request('PUT', '/webhooks/my-own-uuid-1234567', body);
    const event = (name: string) => ({ name });
    const first = await put({ request, provider: { name: 'P' }, consumer: { label: 'x' } });
    expect(first.body).not.toHaveProperty('updatedAt');
    now += 60_000;
    const changed = {
      description: 'other',
      enabled: false,
      consumer: { name: 'C' },
      provider: { label: 'y' },
      request: {
        method: 'POST',
        url: 'https://other.example/',
        headers: { a: 'b' },
        body: [1],
        username: 'u',
      },
      events: [
        event('contract_published'),
        event('contract_published'),
        event('provider_verification_failed'),
      ],
    };
    const second = await put(changed);
    expect(second.body).toMatchObject({
      ...changed,
      events: [event('contract_published'), event('provider_verification_failed')],
      createdAt: '2030-01-01T00:00:00+00:00',
      updatedAt: '2030-01-01T00:01:00+00:00',
    });
    expect((await broker.request('GET', '/webhooks/my-own-uuid-1234567')).body).toEqual(second.body);
  });

  it('are changed and deleted one by one', async () => {
    const put = (uuid: string, description: string) =>
      broker.request('PUT', `/webhooks/${uuid}-1234567890123456`, { request, description });
    for (const name of ['one', 'two', 'three']) await put(name, name);
    await put('two', 'changed');
    expect(await links('/webhooks')).toEqual(
      ['one', 'changed', 'three'].map((name) => `${name}: A webhook for all pacts`),
    );
    await broker.request('DELETE', '/webhooks/two-1234567890123456');
    expect(await links('/webhooks')).toEqual(
      ['one', 'three'].map((name) => `${name}: A webhook for all pacts`),
    );
  });

  it('have links to the consumer and provider that they apply to', async () => {
    const linked = async (scope: object) => {
      const { body } = await save({ request, ...scope });
      return Object.entries((body as { _links: Record<string, { href: string }> })._links)
        .map(([rel, { href }]) => `${rel} ${href.slice(broker.url.length)}`)
        .filter((text) => !/^(self|pb:execute|pb:webhooks) /.test(text));
    };
    expect(await linked({})).toEqual([]);
    expect(await linked({ consumer: { name: 'C' }, provider: { name: 'P' } })).toEqual([
      'pb:consumer /pacticipants/C',
      'pb:provider /pacticipants/P',
      'pb:pact-webhooks /webhooks/provider/P/consumer/C',
    ]);
    expect(await linked({ consumer: { name: 'C' }, provider: { label: 'l' } })).toEqual([
      'pb:consumer /pacticipants/C',
      'pb:providers /pacticipants/label/l',
    ]);
  });

  it('are deleted with the pacticipant that they name', async () => {
    await save({ request, description: 'p' }, '/webhooks/provider/P');
    await save({ request, description: 'all' });
    await broker.request('DELETE', '/pacticipants/P');
    expect(await links('/webhooks')).toEqual(['all: A webhook for all pacts']);
  });
});
