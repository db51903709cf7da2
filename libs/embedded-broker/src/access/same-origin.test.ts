import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestBroker, type TestBroker } from '../../test/broker-client.ts';

/** A broker behind a proxy, which passes requests on under another name. */
describe('A request that writes', () => {
  let broker: TestBroker;
  beforeAll(async () => {
    broker = await startTestBroker({ settings: { baseUrls: ['https://pacts.example/broker'] } });
  });
  afterAll(() => broker.close());

  /** Unlike fetch, sends no headers but these. */
  const write = (headers: Record<string, string>, method = 'POST') =>
    new Promise<number>((resolve, reject) => {
      const own = headers['origin']?.replace('OWN', new URL(broker.url).host);
      request(
        `${broker.url}/webhooks/execute`,
        {
          method,
          headers: {
            accept: 'application/hal+json',
            'content-length': '0',
            ...headers,
            ...(own === undefined ? {} : { origin: own }),
          },
        },
        (response) => response.resume().on('end', () => resolve(response.statusCode ?? 0)),
      )
        .on('error', reject)
        .end();
    });
  // A request that passes is answered that it has no webhook in it.
  const letThrough = 400;

  it.each<[string, Record<string, string>]>([
    ['a program', {}],
    ['an own page', { origin: 'http://OWN' }],
    ['an own page by the public name', { origin: 'https://pacts.example' }],
    ['an own page, as the browser says', { 'sec-fetch-site': 'same-origin', origin: 'https://elsewhere' }],
    ['a person who typed the address', { 'sec-fetch-site': 'none' }],
  ])('is taken from %s', async (_who, headers) => {
    expect(await write(headers)).toBe(letThrough);
  });

  it.each<[string, Record<string, string>]>([
    ['another site', { origin: 'https://evil.example' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:1' }],
    ['a name that begins like the public one', { origin: 'https://pacts.example.evil' }],
    ['a name that ends like the public one', { origin: 'https://evil-pacts.example' }],
    ['a page without a place', { origin: 'null' }],
    ['another site, as the browser says', { 'sec-fetch-site': 'cross-site' }],
    ['another host of the same site', { 'sec-fetch-site': 'same-site', origin: 'http://OWN' }],
  ])('is refused from %s', async (_who, headers) => {
    expect(await write(headers)).toBe(403);
    for (const method of ['PUT', 'PATCH', 'DELETE']) expect(await write(headers, method)).toBe(403);
  });

  it('is refused with a problem document, or with a page for browsers', async () => {
    const foreign = { origin: 'https://evil.example' };
    const toProgram = await broker.request('POST', '/pacticipants', { name: 'A' }, foreign);
    expect(toProgram.headers.get('content-type')).toBe('application/problem+json;charset=utf-8');
    expect(toProgram.body).toMatchObject({ title: 'Forbidden', type: '/problem/foreign-site', status: 403 });
    const toPerson = await broker.request('POST', '/pacticipants', undefined, {
      ...foreign,
      accept: 'text/html',
    });
    expect([toPerson.status, toPerson.headers.get('content-type')]).toEqual([403, 'text/html;charset=utf-8']);
    expect((await broker.request('GET', '/pacticipants/A')).status).toBe(404);
  });

  it.each(['GET', 'OPTIONS'])('is not what another site asks by %s', async (method) => {
    const { status } = await broker.request(method, '/pacticipants', undefined, {
      origin: 'https://evil.example',
    });
    expect(status).toBe(200);
  });
});
