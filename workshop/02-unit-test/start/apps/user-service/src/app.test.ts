import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startServer, type RunningServer } from './server.ts';
import { sampleUsers } from './users/sample-users.ts';
import { openUserRepository } from './users/user-repository.ts';

describe('The User Service', () => {
  const users = openUserRepository(':memory:');
  let server: RunningServer;

  beforeAll(async () => {
    server = await startServer({ users, port: 0 });
  });
  beforeEach(() => users.replaceAll(sampleUsers));
  afterAll(async () => {
    await server.close();
    users.close();
  });

  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${server.url}${path}`, { headers });

  it('lists its users', async () => {
    const response = await get('/users');
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject(sampleUsers);
  });

  it('gives one user, with every letter of the name', async () => {
    const response = await get('/user/10');
    expect(await response.json()).toEqual({
      firstName: 'Jean-Marie',
      lastName: 'de La Beaujardière😀😍',
      username: 'sally',
      type: 'admin',
      id: 10,
      name: 'Jean-Marie de La Beaujardière😀😍',
    });
  });

  it.each(['99', '-1', '12345678901234567890'])(
    'answers 404 for the id %s, which no user has',
    async (id) => {
      const response = await get(`/user/${id}`);
      expect(response.status).toBe(404);
      expect(await response.json()).toEqual({ error: `no user with id ${id}` });
    },
  );

  it.each(['x', '1.5', '1e3', '%20', '-'])('answers 400 for the id %j', async (id) => {
    const response = await get(`/user/${id}`);
    expect(response.status).toBe(400);
    expect(await response.json()).toHaveProperty('error');
  });

  it('answers 404 as JSON for a path it does not have', async () => {
    const response = await get('/nowhere');
    expect(response.status).toBe(404);
    expect(await response.json()).toHaveProperty('error');
  });

  describe('correlation id', () => {
    it('is kept from the request', async () => {
      const response = await get('/users', { 'x-api-correlation-id': 'abc' });
      expect(response.headers.get('x-api-correlation-id')).toBe('abc');
    });

    it('is made where the request has none, on every kind of answer', async () => {
      const answers = await Promise.all([get('/users'), get('/user/99'), get('/health')]);
      const ids = answers.map(({ headers }) => headers.get('x-api-correlation-id'));
      expect(new Set(ids).size).toBe(3);
      for (const id of ids) expect(id).toMatch(/^[0-9a-f-]{36}$/);
    });
  });

  it('has a health check', async () => {
    const response = await get('/health');
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: 'ok' });
  });
});
