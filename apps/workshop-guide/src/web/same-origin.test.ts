import { once } from 'node:events';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { onlyFromHere, strictHeaders } from './same-origin.ts';

describe('The protection of the guide, which runs commands', () => {
  let server: Server;
  let port: number;
  let passed = 0;
  beforeAll(async () => {
    const app = express().use(strictHeaders, onlyFromHere, (_request, response) => {
      passed += 1;
      response.end();
    });
    server = createServer(app).listen(0, '127.0.0.1');
    await once(server, 'listening');
    ({ port } = server.address() as AddressInfo);
  });
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });

  /** The status, and whether the request was let through; `PORT` in a header is replaced by the server's port. */
  const ask = async (method: string, given: Record<string, string>, path = '/') => {
    const headers = Object.fromEntries(
      Object.entries(given).map(([name, value]) => [name, value.replace('PORT', String(port))]),
    );
    const before = passed;
    const asked = request({ host: '127.0.0.1', port, method, path, headers }).end();
    const [response] = (await once(asked, 'response')) as [{ statusCode: number; resume(): void }];
    response.resume();
    return [response.statusCode, passed > before];
  };

  const own = { host: '127.0.0.1:PORT' };
  it.each(['127.0.0.1:PORT', 'localhost:PORT', '[::1]:PORT', '127.0.0.1'])(
    'answers to the name %s',
    async (host) => {
      expect(await ask('GET', { host })).toEqual([200, true]);
      expect(await ask('POST', { host, origin: `http://${host}` })).toEqual([200, true]);
    },
  );

  it.each([
    'elsewhere.example',
    'elsewhere.example:PORT',
    'evil-localhost:PORT',
    'evil.localhost',
    'notlocalhost',
    'x127.0.0.1:PORT',
    '127.0.0.1.evil.example:PORT',
    'localhost.evil.example',
    'localhost:PORT.evil.example',
    'LOCALHOST.',
  ])('answers to no other name, whatever the request: %j', async (host) => {
    for (const method of ['GET', 'POST']) {
      expect(await ask(method, { host, origin: `http://${host}` })).toEqual([421, false]);
    }
  });

  it.each([
    ['that is missing', {}],
    ['of another site', { origin: 'https://elsewhere.example' }],
    ['of another program on this machine', { origin: 'http://127.0.0.1:1' }],
    ['with another name of this machine', { origin: 'http://localhost:PORT' }],
    ['of another scheme', { origin: 'https://127.0.0.1:PORT' }],
    ['without a port', { origin: 'http://127.0.0.1' }],
    ['that only begins like the guide’s', { origin: 'http://127.0.0.1:PORT.evil.example' }],
    ['that is hidden', { origin: 'null' }],
    ['that is empty', { origin: '' }],
  ])('refuses requests with an origin %s', async (_, origin) => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH'])
      for (const path of ['/', '/restore', '/lessons/01-greet/solve'])
        expect(await ask(method, { ...own, ...origin }, path)).toEqual([403, false]);
    expect(await ask('GET', { ...own, ...origin })).toEqual([200, true]);
    expect(await ask('HEAD', { ...own, ...origin })).toEqual([200, true]);
  });

  it('allows its pages only their own scripts and resources', async () => {
    const { headers } = await fetch(`http://127.0.0.1:${port}`);
    const policy = headers.get('content-security-policy') ?? '';
    const rules = Object.fromEntries(
      policy.split('; ').map((rule) => {
        const [name = '', value = ''] = rule.split(/ (.*)/);
        return [name, value] as const;
      }),
    );
    const self = "'self'";
    expect(rules).toEqual({
      'default-src': "'none'",
      ...{ 'script-src': self, 'style-src': self, 'img-src': self, 'connect-src': self, 'form-action': self },
      'base-uri': "'none'",
      'frame-ancestors': "'none'",
    });
    expect(headers.get('cache-control')).toBe('no-store');
  });
});
