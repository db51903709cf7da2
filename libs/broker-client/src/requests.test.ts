import type { IncomingMessage, RequestListener } from 'node:http';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { answering, deadUrl, startServer } from '../test/http-server.ts';
import {
  BrokerClient,
  BrokerResponseError,
  BrokerUnreachableError,
  NotAPactBrokerError,
  PactToolingError,
} from './index.ts';

/** Answers with the body of the request. */
const echo: RequestListener = (request, response) => {
  void text(request).then((sent) => answering(200, { sent })(request, response));
};
const hal = 'application/hal+json, application/json';

describe('A request', () => {
  it.each([
    ['GET', (client: BrokerClient, url: string) => client.get(url), hal, undefined, ''],
    ['GET', (client: BrokerClient, url: string) => client.get(url, 'x/y'), 'x/y', undefined, ''],
    ['GET', (client: BrokerClient, url: string) => client.find(url), hal, undefined, ''],
    ['GET', (client: BrokerClient, url: string) => client.getText(url), hal, undefined, ''],
    [
      'POST',
      (client: BrokerClient, url: string) => client.post(url, { a: 'é' }),
      hal,
      'application/json',
      '{"a":"é"}',
    ],
    ['PUT', (client: BrokerClient, url: string) => client.put(url, {}), hal, 'application/json', '{}'],
    [
      'PATCH',
      (client: BrokerClient, url: string) => client.patch(url, { a: null }),
      hal,
      'application/merge-patch+json',
      '{"a":null}',
    ],
    ['DELETE', (client: BrokerClient, url: string) => client.delete(url), '*/*', undefined, ''],
  ])('by %s has the media types that brokers expect: %s', async (method, ask, accept, contentType, body) => {
    const sent = Promise.withResolvers<string>();
    await using server = await startServer((request, response) => {
      void text(request).then(sent.resolve);
      answering(200, {})(request, response);
    });
    await ask(new BrokerClient(server.url, {}), `${server.url}/x?y=z`);
    const { headers, ...request } = server.requests[0] as IncomingMessage;
    expect({ method: request.method, url: request.url }).toEqual({ method, url: '/x?y=z' });
    expect(headers.accept).toBe(accept);
    expect(headers['content-type']).toBe(contentType);
    expect(await sent.promise).toBe(body);
  });

  it.each([
    [{ username: 'ü', password: 'a:b é' }, 'ü:a:b é'],
    [{ username: 'u' }, 'u:'],
  ])('has the user name and password as UTF-8: %j', async (credentials, expected) => {
    await using server = await startServer(answering(200, {}));
    await new BrokerClient({ baseUrl: server.url, ...credentials }, {}).get(server.url);
    const [, encoded = ''] = server.requests[0]?.headers.authorization?.split(' ') ?? [];
    expect(Buffer.from(encoded, 'base64').toString('utf8')).toBe(expected);
  });

  it('may be as large as a contract', async () => {
    await using server = await startServer(echo);
    const large = 'x'.repeat(11 * 2 ** 20);
    const { sent } = await new BrokerClient(server.url, {}).post(server.url, { large });
    expect(String(sent)).toHaveLength(large.length + '{"large":""}'.length);
  });

  it('to this machine bypasses the proxy', async () => {
    await using server = await startServer(answering(200, { direct: true }));
    const proxy = await deadUrl();
    const before = process.env;
    // NO_PROXY is empty: the client must know this machine without it.
    process.env = { ...before, HTTP_PROXY: proxy, http_proxy: proxy, NO_PROXY: '', no_proxy: '' };
    try {
      expect(await new BrokerClient({ baseUrl: server.url, retries: 0 }, {}).get(server.url)).toEqual({
        direct: true,
      });
    } finally {
      process.env = before;
    }
  });

  it('follows a redirect, but sends no credentials to another host', async () => {
    await using other = await startServer(answering(200, { moved: true }));
    await using server = await startServer((_, response) =>
      response.writeHead(302, { Location: other.url.replace('127.0.0.1', 'localhost') }).end(),
    );
    const client = new BrokerClient({ baseUrl: server.url, username: 'u', password: 'p' }, {});
    expect(await client.get(server.url)).toEqual({ moved: true });
    expect(server.requests[0]?.headers.authorization).toBeDefined();
    expect(other.requests[0]?.headers.authorization).toBeUndefined();
  });
});

describe('A request that can’t be sent', () => {
  it.each(['/relative', 'ftp://127.0.0.1/x'])('is told at once, and not repeated: %s', async (url) => {
    let retries = 0;
    const onRetry = () => void retries++;
    const client = new BrokerClient({ baseUrl: 'http://127.0.0.1:9', onRetry }, {});
    const error = await client.get(url).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(PactToolingError);
    expect(error).not.toBeInstanceOf(BrokerUnreachableError);
    expect(retries).toBe(0);
    expect((error as Error).message).toContain(`The request for ${url} can't be sent`);
  });

  it('for its token is told before', () => {
    expect(() => new BrokerClient('http://127.0.0.1:9', { PACT_BROKER_TOKEN: 'töken€' })).toThrow(
      'PACT_BROKER_TOKEN has a character that no HTTP header can have',
    );
    expect(() => new BrokerClient({ baseUrl: 'http://127.0.0.1:9', token: 'a\u200b' }, {})).toThrow(
      'The broker’s token has a character that no HTTP header can have',
    );
  });
});

/** Starts an answer and breaks the connection before its end. */
const brokenOff: RequestListener = (request, response) => {
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '1000' });
  response.write('{"part":', () => request.socket.destroy());
};

describe('An answer', () => {
  it('that breaks off causes another request', async () => {
    let count = 0;
    await using server = await startServer((request, response) =>
      ++count === 1 ? brokenOff(request, response) : answering(200, { whole: true })(request, response),
    );
    expect(await new BrokerClient(server.url, {}).get(server.url)).toEqual({ whole: true });
    await using broken = await startServer(brokenOff);
    const client = new BrokerClient({ baseUrl: broken.url, retries: 0 }, {});
    await expect(client.get(broken.url)).rejects.toThrow(BrokerUnreachableError);
    await expect(client.get(broken.url)).rejects.toThrow('(its answer broke off)');
    await expect(client.getText(broken.url)).rejects.toThrow(BrokerUnreachableError);
  });

  it('that is too late is an error', async () => {
    await using silent = await startServer(() => undefined);
    const client = new BrokerClient({ baseUrl: silent.url, retries: 0, timeoutMs: 50 }, {});
    await expect(client.get(silent.url)).rejects.toThrow(BrokerUnreachableError);
  }, 10_000);

  it.each([
    [200, 'application/json', '{"cut":'],
    [200, 'application/json', ''],
    [200, 'application/json', 'null'],
    [200, 'application/json', '1'],
    [201, 'text/plain', 'created'],
  ])('of %i with %s %j is not that of a Pact Broker', async (status, type, body) => {
    await using server = await startServer((_, response) =>
      response.writeHead(status, { 'Content-Type': type }).end(body),
    );
    const client = new BrokerClient(server.url, {});
    await expect(client.get(server.url)).rejects.toThrow(NotAPactBrokerError);
    await expect(client.put(server.url, {})).rejects.toThrow('its answer is not JSON');
  });

  it('may be empty (204)', async () => {
    await using server = await startServer((_, response) => response.writeHead(204).end());
    const client = new BrokerClient(server.url, {});
    expect(await client.put(server.url, {})).toEqual({});
    await client.delete(server.url);
  });

  it('is exact as a text', async () => {
    const body = '{"b": 1.0, "a": 1e3, "a": "\\u20ac é"}\n';
    await using server = await startServer((_, response) =>
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(body),
    );
    expect(await new BrokerClient(server.url, {}).getText(server.url)).toBe(body);
  });

  it('may be packed', async () => {
    const packed = gzipSync('{"a":"é"}');
    await using server = await startServer((request, response) => {
      expect(request.headers['accept-encoding']).toBe('gzip');
      response.writeHead(200, { 'Content-Encoding': 'gzip' });
      response.end(request.url === '/cut' ? packed.subarray(0, -9) : packed);
    });
    const client = new BrokerClient({ baseUrl: server.url, retries: 0 }, {});
    expect(await client.get(server.url)).toEqual({ a: 'é' });
    expect(await client.getText(server.url)).toBe('{"a":"é"}');
    await expect(client.get(`${server.url}/cut`)).rejects.toThrow('(its answer broke off)');
  });

  it('may begin with a byte order mark', async () => {
    await using server = await startServer((_, response) => response.writeHead(200).end('\uFEFF{"a":1}'));
    const client = new BrokerClient(server.url, {});
    expect(await client.get(server.url)).toEqual({ a: 1 });
    expect(await client.getText(server.url)).toBe('{"a":1}');
  });

  it('may name its server', async () => {
    await using server = await startServer((request, response) => {
      if (request.url === '/named') response.setHeader('Server', 'A Broker');
      answering(200, {})(request, response);
    });
    const client = new BrokerClient(server.url, {});
    expect(client.server).toBeUndefined();
    await client.get(`${server.url}/named`);
    expect(client.server).toBe('A Broker');
    await client.get(`${server.url}/other`);
    expect(client.server).toBeUndefined();
  });

  it.each([
    [404, undefined],
    [400, BrokerResponseError],
    [410, BrokerResponseError],
    [500, BrokerResponseError],
  ])('of %i means that there is nothing only if it is 404', async (status, error) => {
    await using server = await startServer(answering(status, { error: 'no' }));
    const finding = new BrokerClient({ baseUrl: server.url, retries: 0 }, {}).find(server.url);
    if (error) await expect(finding).rejects.toThrow(error);
    else expect(await finding).toBeUndefined();
  });
});
