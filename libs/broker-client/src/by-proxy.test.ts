import type { RequestListener } from 'node:http';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { answering, deadUrl, startServer, type TestServer } from '../test/http-server.ts';
import { BrokerClient, BrokerUnreachableError } from './index.ts';

/** A broker that only a proxy can reach, as there is no such name. */
const baseUrl = 'http://broker.example/path';
const connection = { baseUrl, username: 'u', password: 'sesame', retries: 0 };

describe('A request behind a proxy', () => {
  const before = process.env;
  let proxy: TestServer | undefined;
  beforeEach(() => {
    proxy = undefined;
  });
  afterEach(async () => {
    process.env = before;
    await proxy?.[Symbol.asyncDispose]();
  });
  async function behind(listener: RequestListener): Promise<TestServer> {
    proxy = await startServer(listener);
    process.env = { ...before, HTTP_PROXY: proxy.url, http_proxy: proxy.url, NO_PROXY: '', no_proxy: '' };
    return proxy;
  }

  it('goes through it, as all others do', async () => {
    const { requests } = await behind(answering(200, { by: 'proxy' }));
    expect(await new BrokerClient(connection).put(`${baseUrl}/x?y=z`, { a: 1 })).toEqual({ by: 'proxy' });
    expect(requests.map(({ method, url, headers }) => ({ method, url, headers }))).toMatchObject([
      {
        method: 'PUT',
        url: `${baseUrl}/x?y=z`,
        headers: {
          accept: 'application/hal+json, application/json',
          authorization: 'Basic dTpzZXNhbWU=',
          'content-type': 'application/json',
          'user-agent': 'pact-tooling',
        },
      },
    ]);
  });

  it('has the text of an answer, and the errors of the broker', async () => {
    await behind((request, response) =>
      request.url?.endsWith('/text')
        ? answering(200, { a: 1 })(request, response)
        : answering(404, { error: 'nothing there' })(request, response),
    );
    const client = new BrokerClient(connection);
    expect(await client.getText(`${baseUrl}/text`)).toBe('{"a":1}');
    expect(await client.find(`${baseUrl}/none`)).toBeUndefined();
    await expect(client.get(`${baseUrl}/none`)).rejects.toThrow('nothing there (404');
  });

  it.each([
    ['its answer broke off', () => behind(breakingOff)],
    ['ECONNREFUSED', async () => behind(breakingOff).then((gone) => gone[Symbol.asyncDispose]())],
  ])('fails as others do (%s), without credentials in the error', async (reason, begin) => {
    await begin();
    const error: unknown = await new BrokerClient(connection).get(baseUrl).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(BrokerUnreachableError);
    expect((error as Error).message).toContain(`(${reason})`);
    expect(inspect(error, { depth: 20, showHidden: true })).not.toMatch(/sesame|dTpzZXNhbWU/);
  });

  it('is not sent there for a broker of this machine', async () => {
    await using broker = await startServer(answering(200, { direct: true }));
    const dead = await deadUrl();
    process.env = { ...before, ALL_PROXY: dead, all_proxy: dead, NO_PROXY: '', no_proxy: '' };
    expect(await new BrokerClient({ baseUrl: broker.url, retries: 0 }).get(broker.url)).toEqual({
      direct: true,
    });
  });
});

const breakingOff: RequestListener = (request, response) => {
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '1000' });
  response.write('{"part":', () => request.socket.destroy());
};
