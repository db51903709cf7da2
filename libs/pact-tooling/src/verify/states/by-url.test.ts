import { text } from 'node:stream/consumers';
import type { RequestListener } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import { answering, deadUrl, startServer } from '@pact-workshop/broker-client/test/http-server.ts';
import { byUrl } from './by-url.ts';

const change = { state: 's', action: 'setup' as const, params: {}, text: '{"state":"s","n":1.0}' };
/** Sends a state change to an address that answers like this. */
async function send(listener: RequestListener, timeoutMs = 10_000) {
  await using server = await startServer(listener);
  return { answer: await byUrl(server.url, timeoutMs)(change), requests: server.requests };
}
const body =
  (content: string): RequestListener =>
  (_request, response) =>
    void response.end(content);

const never: RequestListener = () => undefined;
const begun: RequestListener = (_request, response) => void response.write('{');
const dripping: RequestListener = (_request, response) => {
  const timer = setInterval(() => response.write(' '), 5);
  response.on('close', () => clearInterval(timer));
};
const switching: RequestListener = (request) =>
  void request.socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n');
const tooLate = /^http:.* does not answer \(The operation was aborted due to timeout\)$/;

describe('A state change by URL', () => {
  it('is sent unchanged', async () => {
    let seen = '';
    const { requests } = await send((request, response) => {
      void text(request).then((received) => {
        seen = received;
        response.end();
      });
    });
    expect(seen).toBe(change.text);
    expect(requests).toMatchObject([{ method: 'POST', headers: { 'content-type': 'application/json' } }]);
  });

  it.each([
    ['{"id":1.0,"name":"x"}', { text: '{"id":1.0,"name":"x"}', names: ['id', 'name'] }],
    ['{}', { text: '{}', names: [] }],
    ['', { text: '{}', names: [] }],
    ['done', { text: '{}', names: [] }],
    ['null', { text: '{}', names: [] }],
    ['["id"]', { text: '{}', names: [] }],
    ['"id"', { text: '{}', names: [] }],
  ])('with the answer %j returns its values', async (content, values) => {
    expect((await send(body(content))).answer).toEqual(values);
  });

  it.each<[string, RequestListener, RegExp]>([
    ['refuses', answering(404, 'no such state'), /answered 404: "no such state"$/],
    ['fails without a word', answering(500, undefined), /answered 500$/],
    ['says much', answering(400, 'x'.repeat(1000)), /answered 400: "x{199}$/],
    [
      'leads elsewhere',
      (_request, response) => response.writeHead(302, { Location: '/login' }).end(),
      /answered 302$/,
    ],
    [
      'leads elsewhere for good',
      (_request, response) => response.writeHead(308, { Location: '/' }).end(),
      /answered 308$/,
    ],
    ['breaks off', (request) => void request.socket.destroy(), /does not answer \(.*\)$/],
    ['takes too long', never, tooLate],
    ['takes too long for the rest', begun, tooLate],
    ['sends small pieces', dripping, tooLate],
    ['changes the protocol', switching, /does not answer \(.*\)$/],
  ])('fails at a URL that %s', async (_, listener, message) => {
    await expect(send(listener, message === tooLate ? 100 : 10_000)).rejects.toThrow(message);
  });

  it('fails without a server', async () => {
    await expect(byUrl(await deadUrl(), 10_000)(change)).rejects.toThrow(/does not answer \(ECONNREFUSED\)/);
  });
});
