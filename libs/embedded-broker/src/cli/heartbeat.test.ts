import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { startBroker } from '../../test/start-broker.ts';
import { askHeartbeat } from './heartbeat.ts';

const limitMs = 10_000;

/** Something that is no broker, on a port of its own. */
async function serve(answer: RequestListener, host = '127.0.0.1') {
  const server = createServer(answer).listen(0, host);
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async [Symbol.asyncDispose]() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

describe('The heartbeat of a broker', () => {
  it('is asked for where it listens', async () => {
    await using broker = await startBroker({ host: '0.0.0.0' });
    const port = Number(new URL(broker.url).port);
    for (const host of ['0.0.0.0', '127.0.0.1', 'localhost'])
      expect(await askHeartbeat({ host, port }, undefined, limitMs)).toBe(
        `http://${host === 'localhost' ? host : '127.0.0.1'}:${port}`,
      );
  });

  it.each(['::', '::1'])('is asked for over IPv6 where it listens at %s', async (host) => {
    await using broker = await startBroker({ host });
    const port = Number(new URL(broker.url).port);
    expect(await askHeartbeat({ host, port }, undefined, limitMs)).toBe(`http://[::1]:${port}`);
  });

  it('needs no credentials where it is public', async () => {
    const basicAuth = { writer: { username: 'u', password: 'sesame' }, publicHeartbeat: true };
    await using broker = await startBroker({ basicAuth });
    const port = Number(new URL(broker.url).port);
    expect(await askHeartbeat({ host: '127.0.0.1', port }, undefined, limitMs)).toBe(broker.url);
  });

  it.each<[string, number, string]>([
    ['a page', 200, 'hello'],
    ['other JSON', 200, '{"ok":false}'],
    ['JSON of another kind', 200, 'null'],
    ['a failure', 500, '{"ok":true}'],
    ['a redirect', 301, ''],
  ])('is not %s', async (_, status, body) => {
    await using server = await serve((_request, response) => response.writeHead(status).end(body));
    await expect(askHeartbeat({ host: '127.0.0.1', port: server.port }, undefined, limitMs)).rejects.toThrow(
      `what answers at http://127.0.0.1:${server.port} is no broker that is well: status ${status}`,
    );
  });

  it.each<[string, RequestListener]>([
    ['no answer', () => undefined],
    ['half an answer', (_request, response) => response.writeHead(200).write('{"ok":')],
  ])(
    'is waited for until the limit: %s',
    async (_, answer) => {
      await using server = await serve(answer);
      await expect(askHeartbeat({ host: '127.0.0.1', port: server.port }, undefined, 200)).rejects.toThrow(
        `no broker answers at http://127.0.0.1:${server.port}: no answer within 0.2 seconds`,
      );
    },
    5000,
  );

  it('is not an answer that changes the protocol', async () => {
    await using server = await serve((_request, response) =>
      response.writeHead(101, { connection: 'upgrade', upgrade: 'x' }).end(),
    );
    await expect(askHeartbeat({ host: '127.0.0.1', port: server.port }, undefined, limitMs)).rejects.toThrow(
      `no broker answers at http://127.0.0.1:${server.port}: the connection was closed without an answer`,
    );
  }, 5000);

  it('is not looked for on port 0', async () => {
    await expect(askHeartbeat({ host: '127.0.0.1', port: 0 }, undefined, limitMs)).rejects.toThrow(
      'name the port of the broker by --port',
    );
  });
});
