import { request } from 'node:http';
import { afterEach, describe, expect, it } from '@jest/globals';
import { startBroker } from '../../test/start-broker.ts';
import type { BrokerOptions, RunningBroker } from '../server.ts';

const asBrowser = { 'accept-language': 'en', accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

describe('A broker that listens to its own machine', () => {
  let broker: RunningBroker | undefined;
  afterEach(() => broker?.close());

  /** Unlike fetch, lets the Host be chosen. */
  async function ask(
    host: string,
    headers: Record<string, string> = asBrowser,
    options: BrokerOptions = {},
  ): Promise<{ readonly status: number; readonly text: string }> {
    broker = await startBroker(options);
    const { port } = new URL(broker.url);
    return new Promise((resolve, reject) => {
      request(
        `http://127.0.0.1:${port}/`,
        { headers: { ...headers, host: host.replace('PORT', port) } },
        (response) => {
          let text = '';
          response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
          response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
        },
      )
        .on('error', reject)
        .end();
    });
  }

  it.each([
    '127.0.0.1:PORT',
    'localhost:PORT',
    'broker.localhost',
    '[::1]:PORT',
    '192.168.7.7',
    'Broker.Example',
  ])('answers a browser that calls it %s', async (host) => {
    const { status } = await ask(host, asBrowser, {
      settings: { baseUrls: ['https://broker.example/base'] },
    });
    expect(status).toBe(200);
  });

  it.each<[string, Record<string, string>]>([
    ['a page', asBrowser],
    ['a script', { 'sec-fetch-site': 'same-origin' }],
    ['a form', { origin: 'http://evil.example:9292' }],
    ['a link', { referer: 'http://evil.example:9292/' }],
    ['a script that pretends to be a proxy', { ...asBrowser, 'x-forwarded-host': '127.0.0.1' }],
  ])('refuses a foreign name: %s', async (_what, headers) => {
    const { status, text } = await ask('evil.example:9292', headers);
    expect(status).toBe(421);
    expect(text).toContain('PACT_BROKER_BASE_URL');
  });

  it.each([
    'evillocalhost',
    'localhost.evil.example',
    'broker.example.evil',
    'evil.broker.example',
    '127.0.0.1.evil',
  ])('refuses a name that only looks like its own: %s', async (host) => {
    const settings = { baseUrls: ['https://broker.example/base'] };
    expect((await ask(host, asBrowser, { settings })).status).toBe(421);
  });

  it.each<[string, Record<string, string>]>([
    ['a client', {}],
    ['fetch of Node', { 'accept-language': '*', 'sec-fetch-mode': 'cors' }],
  ])('answers programs, whatever they call it: %s', async (_what, headers) => {
    const { status } = await ask('broker.internal', { accept: 'application/hal+json', ...headers });
    expect(status).toBe(200);
  });

  it('leaves foreign names to basic auth where it has that, and to the network where that reaches it', async () => {
    const basicAuth = { writer: { username: 'u', password: 'p' } };
    expect((await ask('evil.example', asBrowser, { basicAuth })).status).toBe(401);
    await broker?.close();
    const open = { basicAuth: { ...basicAuth, publicRead: true } };
    expect((await ask('evil.example', asBrowser, open)).status).toBe(421);
    await broker?.close();
    expect((await ask('trainer.local', asBrowser, { host: '0.0.0.0' })).status).toBe(200);
  });
});
