import type { RequestListener } from 'node:http';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { answering, startServer } from '../test/http-server.ts';
import { BrokerClient, BrokerRedirectError, NotAPactBrokerError } from './index.ts';
import { redirectTarget } from './redirects.ts';

const redirecting =
  (status: number, location: string): RequestListener =>
  (_request, response) =>
    response.writeHead(status, { Location: location }).end();
/** Answers with the method and the body of the request. */
const echo: RequestListener = (request, response) => {
  void text(request).then((sent) => answering(200, { method: request.method, sent })(request, response));
};

describe('A redirect', () => {
  it.each([
    [301, 'POST'],
    [302, 'POST'],
    [303, 'POST'],
    [303, 'PUT'],
    [303, 'PATCH'],
    [303, 'DELETE'],
  ] as const)('of %i is no answer to a %s, which would become a GET', async (status, method) => {
    await using other = await startServer(answering(200, { uuid: 'x', _links: { self: { href: '/x' } } }));
    await using server = await startServer(redirecting(status, `${other.url}/a/b`));
    const client = new BrokerClient(server.url, {});
    const url = `${server.url}/a/b`;
    const writes = {
      POST: () => client.post(url, {}),
      PUT: () => client.put(url, {}),
      PATCH: () => client.patch(url, {}),
      DELETE: () => client.delete(url),
    };
    const writing = writes[method]();
    await expect(writing).rejects.toThrow(BrokerRedirectError);
    await expect(writing).rejects.toMatchObject({ url, target: `${other.url}/a/b` });
    expect(other.requests).toHaveLength(0);
    expect(server.requests).toHaveLength(1);
  });

  it.each([
    [307, 'POST'],
    [308, 'POST'],
    [301, 'PUT'],
    [302, 'PUT'],
    [308, 'PUT'],
  ] as const)('of %i is followed by a %s with its body', async (status, method) => {
    await using other = await startServer(echo);
    await using server = await startServer(redirecting(status, `${other.url}/there`));
    const client = new BrokerClient(server.url, {});
    const answer = await client[method === 'POST' ? 'post' : 'put'](`${server.url}/here`, { a: 1 });
    expect(answer).toEqual({ method, sent: '{"a":1}' });
  });

  it('keeps the credentials only within one server', async () => {
    await using other = await startServer(answering(200, { moved: true }));
    await using server = await startServer((request, response) =>
      redirecting(307, request.url === '/1' ? '/2' : `${other.url}/3`)(request, response),
    );
    const client = new BrokerClient({ baseUrl: server.url, token: 'sesame' }, {});
    expect(await client.post(`${server.url}/1`, {})).toEqual({ moved: true });
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer sesame',
      'Bearer sesame',
    ]);
    expect(other.requests[0]?.headers.authorization).toBeUndefined();
  });

  it('may lead on to another, but not without end', async () => {
    await using server = await startServer((request, response) =>
      request.url === '/10'
        ? answering(200, { found: true })(request, response)
        : redirecting(302, `/${Number(request.url?.slice(1)) + 1}`)(request, response),
    );
    const client = new BrokerClient(server.url, {});
    expect(await client.get(`${server.url}/0`)).toEqual({ found: true });
    await expect(client.get(`${server.url}/11`)).rejects.toThrow(NotAPactBrokerError);
  });

  it('without a usable address is an error', async () => {
    await using server = await startServer((request, response) =>
      response.writeHead(302, request.url === '/odd' ? { Location: 'http://[' } : {}).end(),
    );
    const client = new BrokerClient(server.url, {});
    await expect(client.get(`${server.url}/none`)).rejects.toThrow('status 302');
    await expect(client.get(`${server.url}/odd`)).rejects.toThrow('status 302');
  });
});

describe('The error of a redirected write', () => {
  const write = (url: string, location: string, baseUrl: string) => () =>
    redirectTarget({ status: 301, headers: { location } }, { method: 'POST', url, redirects: 0 }, baseUrl);

  it('names both addresses', () => {
    expect(write('http://b/path/x?y=1', 'https://b/path/x?y=1', 'http://b/path')).toThrow(
      'POST http://b/path/x?y=1 is redirected to https://b/path/x?y=1 (301), where it would only read, so nothing was ' +
        'written. ',
    );
  });

  it.each([
    [
      'http://b/path/x',
      'https://b/path/x',
      'http://b/path',
      'written. Set PACT_BROKER_BASE_URL to https://b/path. If the broker’s own links lead to http://b, start the ' +
        'broker with the base URL https://b/path, or let its proxy send X-Forwarded-Proto.',
    ],
    [
      'http://b/x',
      'https://b/x',
      'https://b',
      'written. The broker’s own links lead to http://b: start the broker with the base URL https://b, or let its ' +
        'proxy send X-Forwarded-Proto.',
    ],
    ['http://b/x', '/login', 'http://b', 'written. Check PACT_BROKER_BASE_URL.'],
  ])('from %s to %s advises users of %s', (url, location, baseUrl, advice) => {
    expect(write(url, location, baseUrl)).toThrow(advice);
  });
});
