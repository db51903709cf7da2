import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import jwt from 'jsonwebtoken';
import { answerWith, startFakeUserService, type FakeUserService } from '../test/fake-user-service.ts';
import { createApp } from './app.ts';
import { serviceToken } from './service-token.ts';
import { UserServiceClient } from './user-service-client/index.ts';

const secret = 'a secret for tests only';
const mallory = { id: 7, firstName: '<b>Mal</b>', lastName: 'Ory & Sons', username: 'mal"', type: 'user' };

describe('The site for administrators', () => {
  const servers: Server[] = [];
  const services: FakeUserService[] = [];
  afterEach(async () => {
    for (const server of servers.splice(0)) server.close();
    for (const service of services.splice(0)) await service[Symbol.asyncDispose]();
  });

  async function visit(path: string, answer: Parameters<typeof startFakeUserService>[0]) {
    const service = await startFakeUserService(answer);
    services.push(service);
    const client = new UserServiceClient({
      baseUrl: service.url,
      token: serviceToken(secret),
      timeoutMs: 500,
    });
    const server = createApp(client).listen(0, '127.0.0.1');
    servers.push(server);
    await new Promise((resolve) => server.once('listening', resolve));
    const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`);
    return { status: response.status, body: await response.text(), service };
  }

  it('lists the users, each with a link, and shows names as text', async () => {
    const { status, body } = await visit('/', answerWith(200, [mallory]));
    expect(status).toBe(200);
    expect(body).toContain('href="/users/7"');
    expect(body).toContain('&lt;b>Mal&lt;/b> Ory &amp; Sons');
    expect(body).not.toContain('<b>Mal');
  });

  it('says when there are none', async () => {
    expect((await visit('/', answerWith(200, []))).body).toContain('There are no users yet.');
  });

  it('shows one user', async () => {
    const { status, body } = await visit('/users/7', answerWith(200, mallory));
    expect(status).toBe(200);
    expect(body).toContain('Username');
  });

  it.each([
    [404, 404, 'No such user'],
    [401, 502, 'USER_SERVICE_JWT_SECRET'],
    [500, 503, 'make run-provider'],
    [418, 502, 'make provider'],
  ])('explains an answer of %i with a page of status %i', async (answered, status, text) => {
    const page = await visit('/users/7', answerWith(answered, {}));
    expect(page.status).toBe(status);
    expect(page.body).toContain(text);
    expect(page.body).toContain('<nav>');
  });

  it.each([
    ['/users/abc', 400],
    ['/users/-1', 400],
    // As a number it would be another one.
    ['/users/12345678901234567', 400],
    ['/nowhere', 404],
    ['/users/%E0%A4%A', 400],
  ])('has a page for %s', async (path, status) => {
    const page = await visit(path, answerWith(200, []));
    expect(page.status).toBe(status);
    expect(page.body).toContain('<nav>');
  });

  it('comes with a token that is good for a minute', async () => {
    const { service } = await visit('/', answerWith(200, []));
    const token = service.lastRequest?.headers.authorization?.replace('Bearer ', '') ?? '';
    const claims = jwt.verify(token, secret, {
      algorithms: ['HS256'],
      issuer: 'admin-service',
      audience: 'user-service',
    }) as jwt.JwtPayload;
    expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(60);
  });
});
