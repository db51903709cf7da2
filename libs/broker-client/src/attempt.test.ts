import type { RequestListener } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { answering, startServer, type TestServer } from '../test/http-server.ts';
import { BrokerClient, BrokerUnreachableError, type HalResource } from './index.ts';

/** What servers do until the end of a test, and the servers: a test that fails may still wait for them. */
let running: NodeJS.Timeout[] = [];
let servers: TestServer[] = [];
beforeEach(() => {
  running = [];
  servers = [];
});
afterEach(async () => {
  running.forEach((timer) => clearInterval(timer));
  await Promise.all(servers.map((server) => server[Symbol.asyncDispose]()));
});

async function serve(listener: RequestListener): Promise<TestServer> {
  const server = await startServer(listener);
  servers.push(server);
  return server;
}

/** Sends a piece of an answer now and then, and never the end. */
const dripping: RequestListener = (_request, response) => {
  response.writeHead(200, { 'Content-Type': 'application/json' });
  running.push(setInterval(() => response.write(' '), 5));
};
/** Sends the lines of its headers now and then. */
const drippingHeaders: RequestListener = (request) => {
  request.socket.write('HTTP/1.1 200 OK\r\n');
  running.push(setInterval(() => request.socket.write('X-More: 1\r\n'), 5));
};
/** Changes the protocol instead of an answer. */
const switching: RequestListener = (request) => {
  request.socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: other\r\n\r\n');
};
const closing: RequestListener = (request) => request.socket.end();

/** Ways to send a request. */
const ways: [string, (client: BrokerClient, url: string) => Promise<HalResource | string | void>][] = [
  ['get', (client, url) => client.get(url)],
  ['getText', (client, url) => client.getText(url)],
  ['post', (client, url) => client.post(url, {})],
  ['delete', (client, url) => client.delete(url)],
];

describe.each(ways)('An attempt by %s', (_, ask) => {
  it.each([
    ['silence', () => undefined],
    ['an answer in small pieces', dripping],
    ['headers in small pieces', drippingHeaders],
  ])(
    'has a limit for all of it: %s',
    async (__, listener) => {
      const server = await serve(listener);
      const client = new BrokerClient({ baseUrl: server.url, retries: 0, timeoutMs: 60 }, {});
      const asking = ask(client, server.url);
      await expect(asking).rejects.toThrow(BrokerUnreachableError);
      await expect(asking).rejects.toThrow('(no whole answer within 60 ms)');
    },
    5000,
  );

  it.each([
    ['another protocol (101)', switching, 'the connection was closed without an answer'],
    ['its end', closing, 'ECONNRESET'],
  ])(
    'ends with its connection, closed by %s',
    async (__, listener, reason) => {
      const server = await serve(listener);
      const asking = ask(new BrokerClient({ baseUrl: server.url, retries: 0 }, {}), server.url);
      await expect(asking).rejects.toThrow(BrokerUnreachableError);
      await expect(asking).rejects.toThrow(`(${reason})`);
    },
    5000,
  );
});

it('An attempt after one without an answer has a limit of its own', async () => {
  let count = 0;
  const server = await serve((request, response) =>
    ++count === 1 ? switching(request, response) : answering(200, { whole: true })(request, response),
  );
  expect(await new BrokerClient(server.url, {}).get(server.url)).toEqual({ whole: true });
});

it('An attempt without a limit waits for its answer', async () => {
  const server = await serve((request, response) => {
    running.push(setTimeout(() => answering(200, { late: true })(request, response), 30));
  });
  const client = new BrokerClient({ baseUrl: server.url, timeoutMs: 0 }, {});
  expect(await client.get(server.url)).toEqual({ late: true });
});
