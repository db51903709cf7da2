import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '../../../test/until.ts';
import { localSettings, startWebhookBroker, type WebhookBroker } from '../../../test/webhook-broker.ts';
import { selfSigned, startReceiver, type Receiver } from '../../../test/webhook-receiver.ts';
import { send } from './send.ts';

const publicOnly = { ...localSettings, webhookHostWhitelist: [] };
const tryUrl = (broker: WebhookBroker, url: string) =>
  broker.request('POST', '/webhooks/execute', { request: { method: 'POST', url } });
const refusal = {
  success: false,
  error: { message: expect.stringContaining('not on the public internet') },
};

describe('A webhook', () => {
  it.each([
    '127.0.0.1',
    '2130706433',
    '0177.0.0.1',
    '0x7f.1',
    '127.1',
    '0',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    'localhost',
    'LOCALHOST',
  ])('does not reach this machine as %s, unless its host is listed', async (host) => {
    await using receiver = await startReceiver();
    const { port } = new URL(receiver.url);
    await using broker = await startWebhookBroker({ settings: publicOnly });
    expect((await tryUrl(broker, `http://${host}:${port}/`)).body).toMatchObject(refusal);
    expect(receiver.requests).toEqual([]);
  });

  it('is not sent again to a refused target, nor to another name of the same place', async () => {
    await using broker = await startWebhookBroker({ settings: publicOnly });
    await broker.webhook('http://localhost:9/', ['contract_published']);
    await broker.webhook('http://169.254.169.254/latest/meta-data/', ['contract_published']);
    await broker.publish('Foo', 'Bar');
    const all = await broker.finished('failure');
    expect(all).toMatchObject([{ attemptsMade: 1 }, { attemptsMade: 1 }]);
    for (const one of all) {
      const log = await broker.log(one);
      expect(log).toContain('webhook_host_whitelist');
      expect(log).toContain('Webhook execution failed after 1 attempts');
    }
  });

  it.each([['localhost'], ['/^local/'], ['127.0.0.0/8']])('reaches it when %s is listed', async (entry) => {
    await using receiver = await startReceiver();
    const { port } = new URL(receiver.url);
    await using broker = await startWebhookBroker({
      settings: { ...localSettings, webhookHostWhitelist: [entry] },
    });
    const host = entry.includes('local') ? 'localhost' : '127.0.0.1';
    expect((await tryUrl(broker, `http://${host}:${port}/`)).body).toMatchObject({ success: true });
  });

  it('is checked against the lists at the time of the attempt', async () => {
    await using receiver = await startReceiver();
    const directory = mkdtempSync(join(tmpdir(), 'embedded-broker-webhooks-target-'));
    const db = join(directory, 'broker.sqlite');
    const saving = await startWebhookBroker({ db });
    await saving.webhook(receiver.url, ['contract_published']);
    await saving.close();
    const settings = {
      ...localSettings,
      webhookHostWhitelist: ['ci.example'],
      webhookSchemeWhitelist: ['https'],
      webhookHttpMethodWhitelist: ['PUT'],
    };
    const sending = await startWebhookBroker({ db, settings });
    await sending.publish('Foo', 'Bar');
    const log = await sending.log((await sending.finished('failure'))[0]);
    expect(log).toContain('method must be PUT.');
    expect(log).toContain('scheme must be https.');
    expect(log).toContain('host must be in the whitelist "ci.example".');
    expect(receiver.requests).toEqual([]);
    await sending.close();
    rmSync(directory, { recursive: true });
  });

  it('stays on its host whatever its parameters hold', async () => {
    await using other = await startReceiver();
    await using receiver = await startReceiver();
    await using broker = await startWebhookBroker();
    await broker.webhook(`${receiver.url}/\${pactbroker.consumerVersionNumber}`, ['contract_published']);
    const version = `@${new URL(other.url).host}/../#?x`;
    await broker.publish('Foo', 'Bar', { version });
    await receiver.count(1);
    expect(receiver.requests[0]?.path).toMatch(/^\/%40127/);
    expect(other.requests).toEqual([]);
  });

  it.each([301, 302, 303, 307, 308])('does not follow redirects: %i', async (status) => {
    await using inner = await startReceiver();
    await using receiver = await startReceiver(() => ({ status, headers: { location: inner.url } }));
    await using broker = await startWebhookBroker();
    expect((await tryUrl(broker, receiver.url)).body).toMatchObject({
      success: false,
      response: { status },
    });
    expect(receiver.requests).toHaveLength(1);
    expect(inner.requests).toEqual([]);
  });

  describe('for a receiver with an untrusted certificate', () => {
    let receiver: Receiver;
    beforeAll(async () => {
      receiver = await startReceiver(undefined, selfSigned());
    });
    afterAll(() => receiver[Symbol.asyncDispose]());
    afterEach(() => void receiver.requests.splice(0));

    it.each([{}, { disableSslVerification: false }])('is not sent with %j', async (changes) => {
      await using broker = await startWebhookBroker({ settings: { ...localSettings, ...changes } });
      expect((await tryUrl(broker, receiver.url)).body).toMatchObject({
        success: false,
        error: { message: expect.stringContaining('self-signed certificate') },
      });
      await broker.webhook(receiver.url, ['contract_published']);
      await broker.publish('Foo', 'Bar');
      const [one] = await broker.finished('failure');
      expect(await broker.log(one)).toContain('self-signed certificate');
      expect(receiver.requests).toEqual([]);
    });

    it('is sent when certificates are not checked', async () => {
      const settings = { ...localSettings, disableSslVerification: true };
      await using broker = await startWebhookBroker({ settings });
      expect((await tryUrl(broker, `${receiver.url}/x`)).body).toMatchObject({ success: true });
      await broker.webhook(`${receiver.url}/y`, ['contract_published']);
      await broker.publish('Foo', 'Bar');
      expect(await broker.finished('success')).toHaveLength(1);
      expect(receiver.requests.map(({ path }) => path)).toEqual(['/x', '/y']);
    });
  });
});

describe('A request', () => {
  const request = (url: string) => ({ method: 'POST', url: new URL(url), headers: {}, body: '' });
  const options = { publicOnly: false, rejectUnauthorized: true };

  /** A server that writes to each connection what the test wants. */
  const startRaw = async (say: (socket: Socket) => void) => {
    const sockets: Socket[] = [];
    const server = createServer((socket) => {
      sockets.push(socket.on('error', () => undefined).resume());
      say(socket);
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    return {
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      sockets,
      [Symbol.asyncDispose]: () => {
        for (const socket of sockets) socket.destroy();
        return new Promise<void>((resolve) => server.close(() => resolve()));
      },
    };
  };

  it.each([
    ['an answer', ''],
    ['the end of the headers', 'HTTP/1.1 200 OK\r\nA: '],
    ['the end of an answer', 'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx'],
  ])(
    'does not wait for ever for %s, with or without a signal',
    async (_what, said) => {
      await using slow = await startRaw((socket) => socket.write(said));
      for (const stoppable of [{}, { signal: new AbortController().signal }]) {
        await expect(send(request(slow.url), { ...options, ...stoppable, timeLimitMs: 50 })).rejects.toThrow(
          'no answer within 0.05 seconds',
        );
      }
      await until(
        () => 'the end of the connections',
        () => Promise.resolve(slow.sockets.every((socket) => socket.destroyed) || undefined),
      );
    },
    5_000,
  );

  it.each([
    [
      'a change of the protocol',
      'POST',
      'HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n',
    ],
    ['a tunnel', 'CONNECT', 'HTTP/1.1 200 OK\r\n\r\n'],
  ])(
    'ends with the connection where the answer is none: %s',
    async (_what, method, said) => {
      await using odd = await startRaw((socket) => socket.write(said));
      await expect(send({ ...request(odd.url), method }, options)).rejects.toThrow(
        'the connection was closed without an answer',
      );
    },
    5_000,
  );

  it('ends when it is aborted, and does not report a timeout', async () => {
    await using silent = await startReceiver(() => undefined);
    const stop = new AbortController();
    const sent = send(request(silent.url), { ...options, signal: stop.signal });
    await silent.count(1);
    stop.abort();
    await expect(sent).rejects.toThrow('aborted');
  });

  it('reads the beginning of an endless response only', async () => {
    let written = 0;
    await using endless = await startRaw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      const chunk = 'x'.repeat(16 * 1024);
      const pour = () => {
        while (!socket.destroyed && written < 64 * 1024 * 1024 && socket.write(chunk))
          written += chunk.length;
      };
      socket.on('drain', pour);
      pour();
    });
    const answer = await send(request(endless.url), options);
    expect(answer).toMatchObject({ status: 200, body: 'x'.repeat(64 * 1024) });
    await until(
      () => 'the end of the connection',
      () => Promise.resolve(endless.sockets.every((socket) => socket.destroyed) || undefined),
    );
    // The buffers of the two sides are far smaller.
    expect(written).toBeLessThan(32 * 1024 * 1024);
  });
});
