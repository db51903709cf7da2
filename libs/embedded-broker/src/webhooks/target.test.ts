import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { localSettings, startWebhookBroker, type WebhookBroker } from '../../test/webhook-broker.ts';
import { startReceiver } from '../../test/webhook-receiver.ts';
import { isPublicAddress } from './public-address.ts';
import { send } from './send.ts';

const publicOnly = { ...localSettings, webhookHostWhitelist: [] };
const tryUrl = (broker: WebhookBroker, url: string) =>
  broker.request('POST', '/webhooks/execute', { request: { method: 'POST', url } });
const refusal = {
  success: false,
  error: { message: expect.stringContaining('not on the public internet') },
};

describe('An address', () => {
  it.each([
    '0.0.0.0',
    '10.0.0.1',
    '100.64.0.1',
    '127.0.0.1',
    '127.255.255.254',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    'fc00::1',
    'fd00:ec2::254',
    'fe80::1',
    'ff02::1',
    '2001:db8::1',
    '2002:7f00:1::',
    'not an address',
  ])('like %s is not public', (address) => expect(isPublicAddress(address)).toBe(false));

  it.each([
    '1.1.1.1',
    '172.32.0.1',
    '172.15.255.255',
    '192.167.1.1',
    '100.128.0.1',
    '2606:4700::1111',
    '2a00:1450::1',
  ])('like %s is public', (address) => expect(isPublicAddress(address)).toBe(true));
});

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

  it('is not called again when it may not go there, nor by another name of the same place', async () => {
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

  it.each([['localhost'], ['/^local/'], ['127.0.0.0/8']])('reaches it where %s is listed', async (entry) => {
    await using receiver = await startReceiver();
    const { port } = new URL(receiver.url);
    await using broker = await startWebhookBroker({
      settings: { ...localSettings, webhookHostWhitelist: [entry] },
    });
    const host = entry.includes('local') ? 'localhost' : '127.0.0.1';
    expect((await tryUrl(broker, `http://${host}:${port}/`)).body).toMatchObject({ success: true });
  });

  it('is held to the lists as they are when it is called', async () => {
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
    const calling = await startWebhookBroker({ db, settings });
    await calling.publish('Foo', 'Bar');
    const log = await calling.log((await calling.finished('failure'))[0]);
    expect(log).toContain('method must be PUT.');
    expect(log).toContain('scheme must be https.');
    expect(log).toContain('host must be in the whitelist "ci.example".');
    expect(receiver.requests).toEqual([]);
    await calling.close();
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

  it('does not follow redirects', async () => {
    await using inner = await startReceiver();
    await using receiver = await startReceiver(() => ({ status: 307, headers: { location: inner.url } }));
    await using broker = await startWebhookBroker();
    expect((await tryUrl(broker, receiver.url)).body).toMatchObject({
      success: false,
      response: { status: 307 },
    });
    expect(inner.requests).toEqual([]);
  });

  it('does not wait for ever, nor read without end', async () => {
    const request = (url: string) => ({ method: 'POST', url: new URL(url), headers: {}, body: '' });
    await using silent = await startReceiver(() => undefined);
    await expect(
      send(request(silent.url), { publicOnly: false, rejectUnauthorized: true, timeLimitMs: 50 }),
    ).rejects.toThrow('no answer within 0.05 seconds');
    const endless = createServer((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      const chunk = 'x'.repeat(16 * 1024);
      const pour = () => {
        while (!socket.destroyed && socket.write(chunk));
      };
      socket.on('drain', pour).on('error', () => undefined);
      pour();
    }).listen(0, '127.0.0.1');
    await once(endless, 'listening');
    const url = `http://127.0.0.1:${(endless.address() as AddressInfo).port}`;
    const answer = await send(request(url), { publicOnly: false, rejectUnauthorized: true });
    expect(answer).toMatchObject({ status: 200, body: 'x'.repeat(64 * 1024) });
    endless.close();
  });
});
