import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startBroker } from '../../test/start-broker.ts';
import { findBroker, namedBroker } from './find-broker.ts';

describe('What is at an address', () => {
  let url: string;
  let answer: RequestListener;
  const server = createServer((request, response) => answer(request, response));
  beforeEach(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(async () => {
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  });

  const index = (...relations: string[]) =>
    JSON.stringify({ _links: Object.fromEntries(relations.map((name) => [name, { href: '/' }])) });

  it.each<[string, number, string, Record<string, string>, string, string]>([
    ['the index of a broker', 200, index('self', 'pb:publish-contracts'), {}, 'broker', ''],
    ['the index of an older broker', 200, index('pb:latest-pact-versions'), {}, 'broker', ''],
    ['a question for credentials', 401, '', {}, 'broker', ''],
    [
      'a broker that ends with another command',
      ...([200, index('pb:publish-contracts'), { 'x-embedded-broker-passing': 'true' }] as const),
      ...(['temporary', ''] as const),
    ],
    ['another page', 200, 'hello', {}, 'other', 'status 200'],
    ['another API', 200, index('self'), {}, 'other', 'status 200'],
    ['JSON of another kind', 200, '[]', {}, 'other', 'status 200'],
    ['a refusal', 403, '', {}, 'other', 'status 403'],
    ['nothing there', 404, '{}', {}, 'other', 'status 404'],
    ['a way elsewhere', 301, '', { location: 'http://a/' }, 'other', 'a redirect to http://a/'],
    [
      'a way elsewhere with a password',
      ...([302, '', { location: 'https://u:p@ss@a/' }] as const),
      ...(['other', 'a redirect to https://***@a/'] as const),
    ],
  ])('is recognized by its answer: %s', async (_, status, body, headers, kind, instead) => {
    answer = (_request, response) => response.writeHead(status, headers).end(body);
    expect(await findBroker(url)).toEqual({ kind, instead });
  });

  it('is nothing where connections are not answered, or cut off', async () => {
    answer = (request) => request.socket.destroy();
    expect(await findBroker(url)).toEqual({ kind: 'nothing', instead: 'socket hang up' });
    answer = (request, response) => {
      response.writeHead(200, { 'content-length': '10' }).write('{');
      response.once('close', () => undefined);
      setImmediate(() => request.socket.destroy());
    };
    expect(await findBroker(url)).toEqual({ kind: 'nothing', instead: 'aborted' });
    expect(await findBroker(url.replace('http:', 'https:'))).toMatchObject({ kind: 'nothing' });
    expect(await findBroker('http://127.0.0.1:1')).toEqual({
      kind: 'nothing',
      instead: 'connect ECONNREFUSED 127.0.0.1:1',
    });
  });

  it('is nothing where the answer changes the protocol', async () => {
    answer = (_request, response) => response.writeHead(101, { connection: 'upgrade', upgrade: 'x' }).end();
    expect(await findBroker(url)).toEqual({
      kind: 'nothing',
      instead: 'the connection was closed without an answer',
    });
  }, 4_000);

  it('is nothing where the answer is not whole in time, however often a byte comes', async () => {
    answer = (_request, response) => {
      const drip = setInterval(() => response.write(' '), 10);
      response.once('close', () => clearInterval(drip));
    };
    expect(await findBroker(url, 200)).toEqual({ kind: 'nothing', instead: 'no answer within 0.2 seconds' });
  }, 4_000);

  it('is asked with the credentials of the URL, on its path, for an API', async () => {
    const asked: unknown[] = [];
    answer = ({ url: path, headers: { authorization, accept } }, response) => {
      asked.push({ path, authorization, accept });
      response.end(index('pb:publish-contracts'));
    };
    await findBroker(`${url.replace('//', '//u:sesame@')}/pacts`);
    expect(asked).toEqual([
      { path: '/pacts', authorization: `Basic ${btoa('u:sesame')}`, accept: 'application/hal+json' },
    ]);
  });

  it.each([
    [{}, 'broker'],
    [{ basicAuth: { writer: { username: 'u', password: 'sesame' } } }, 'broker'],
    [{ temporary: true }, 'temporary'],
  ])('is found where it is a broker with %j', async (options, kind) => {
    await using broker = await startBroker(options);
    expect(await findBroker(broker.url)).toEqual({ kind, instead: '' });
  });
});

describe('The broker that the environment names', () => {
  it.each([
    [{}, undefined],
    [{ PACT_BROKER_BASE_URL: '' }, undefined],
    [{ PACT_BROKER_BASE_URL: '', PACT_BROKER_URL: '' }, undefined],
    [{ PACT_BROKER_PROTO: 'https' }, undefined],
    [{ PACT_BROKER_BASE_URL: 'https://a/b//' }, ['https://a/b', 'https://a/b', 'PACT_BROKER_BASE_URL']],
    [
      { PACT_BROKER_BASE_URL: 'https://a', PACT_BROKER_URL: 'b' },
      ['https://a', 'https://a', 'PACT_BROKER_BASE_URL'],
    ],
    [{ PACT_BROKER_URL: 'a:9292' }, ['http://a:9292', 'http://a:9292', 'PACT_BROKER_URL']],
    [{ PACT_BROKER_URL: 'a', PACT_BROKER_PROTO: 'https' }, ['https://a', 'https://a', 'PACT_BROKER_URL']],
    [
      { PACT_BROKER_BASE_URL: 'http://u:sesame@a' },
      ['http://u:sesame@a', 'http://***@a', 'PACT_BROKER_BASE_URL'],
    ],
    [
      { PACT_BROKER_BASE_URL: 'http://u:ses@me@a' },
      ['http://u:ses@me@a', 'http://***@a', 'PACT_BROKER_BASE_URL'],
    ],
    [{ PACT_BROKER_URL: 'u:ses@me@a/x' }, ['http://u:ses@me@a/x', 'http://***@a/x', 'PACT_BROKER_URL']],
  ])('of %j', (env, named) => {
    const { url, shownUrl, variable } = namedBroker(env) ?? {};
    expect(url === undefined ? undefined : [url, shownUrl, variable]).toEqual(named);
  });

  it.each([
    [
      { PACT_BROKER_BASE_URL: 'garbage' },
      'PACT_BROKER_BASE_URL is "garbage", which is not a valid http(s) URL.',
    ],
    [{ PACT_BROKER_BASE_URL: 'ftp://a' }, 'PACT_BROKER_BASE_URL is "ftp://a"'],
    [{ PACT_BROKER_BASE_URL: 'http:///a' }, 'PACT_BROKER_BASE_URL is "http:///a"'],
    [{ PACT_BROKER_BASE_URL: 'http://a:b' }, 'PACT_BROKER_BASE_URL is "http://a:b"'],
    [{ PACT_BROKER_BASE_URL: 'ftp://u:ses@me@a' }, 'PACT_BROKER_BASE_URL is "ftp://***@a"'],
    [{ PACT_BROKER_URL: 'a', PACT_BROKER_PROTO: 'ftp' }, 'PACT_BROKER_URL is "ftp://a"'],
  ])('is refused without its password where it is none: %j', (env, message) => {
    expect(() => namedBroker(env)).toThrow(message);
  });
});
