import type { RequestListener } from 'node:http';
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { startServer } from '@pact-workshop/broker-client/test/http-server.ts';
import { readAll } from '../read-all.ts';
import { checkProvider } from './check-provider.ts';
import { send } from './send.ts';

const switching: RequestListener = (request) =>
  void request.socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n');
/** Sends an answer without an end. */
const streaming: RequestListener = (_request, response) => {
  const timer = setInterval(() => response.write('more'), 5);
  response.on('close', () => clearInterval(timer));
};

/** Starts a provider, and tells when the connection of its first request is closed. */
async function providerThat(listener: RequestListener) {
  const closed = Promise.withResolvers<void>();
  const server = await startServer((request, response) => {
    void once(request.socket, 'close').then(() => closed.resolve());
    listener(request, response);
  });
  return { server, closed: closed.promise };
}

const request = { method: 'GET', path: '/', headers: [['Host', 'x'] as const], body: Buffer.alloc(0) };

describe('A connection to the provider', () => {
  it('is closed after an answer that changes the protocol', async () => {
    const { server, closed } = await providerThat(switching);
    await using _ = server;
    const answer = await send(request, { baseUrl: server.url }, AbortSignal.timeout(5000));
    expect([answer.statusCode, (await readAll(answer)).length]).toEqual([101, 0]);
    await closed;
  }, 5000);

  it.each([
    ['changes the protocol', switching],
    ['has no end', streaming],
  ])(
    'is closed after the first look, although the answer %s',
    async (_, listener) => {
      const { server, closed } = await providerThat(listener);
      await using __ = server;
      await checkProvider({ baseUrl: server.url });
      await closed;
    },
    5000,
  );
});

it('A stream that is closed before its end is an error', async () => {
  const stream = new PassThrough();
  const reading = readAll(stream);
  stream.destroy();
  await expect(reading).rejects.toThrow('closed before its end');
});
