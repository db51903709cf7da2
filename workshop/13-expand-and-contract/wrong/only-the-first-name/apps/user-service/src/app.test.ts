import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import jwt from 'jsonwebtoken';
import { signToken, tokenRules } from './auth/bearer-token.ts';
import { startServer, type RunningServer } from './server.ts';
import { sampleUsers } from './users/sample-users.ts';
import { openUserRepository } from './users/user-repository.ts';

const jwtSecret = 'a secret for tests only';
const noon = Date.parse('2026-06-01T12:00:00Z');

describe('The User Service', () => {
  const users = openUserRepository(':memory:');
  let now = noon;
  let server: RunningServer;

  beforeAll(async () => {
    server = await startServer({ users, jwtSecret, port: 0, clock: () => now });
  });
  beforeEach(() => {
    now = noon;
    users.replaceAll(sampleUsers);
  });
  afterAll(async () => {
    await server.close();
    users.close();
  });

  const token = () => signToken(jwtSecret, () => now, 60);
  const get = (path: string, headers: Record<string, string> = { authorization: `Bearer ${token()}` }) =>
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
      name: 10,
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

  it('takes no id for another one that a number can not tell from it', async () => {
    const [sally] = sampleUsers;
    users.replaceAll(sally ? [{ ...sally, id: 2 ** 53 }] : []);
    expect((await get('/user/9007199254740993')).status).toBe(404);
  });

  it.each(['x', '1.5', '1e3', '%20', '-'])('answers 400 for the id %j', async (id) => {
    const response = await get(`/user/${id}`);
    expect(response.status).toBe(400);
    expect(await response.json()).toHaveProperty('error');
  });

  it('answers 400 as JSON for a path that can not be read', async () => {
    const response = await get('/user/%E0%A4%A');
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ error: 'malformed request' });
  });

  it('answers 404 as JSON for a path it does not have', async () => {
    const response = await get('/nowhere');
    expect(response.status).toBe(404);
    expect(await response.json()).toHaveProperty('error');
  });

  describe('correlation id', () => {
    it('is kept from the request', async () => {
      const response = await get('/users', {
        authorization: `Bearer ${token()}`,
        'x-api-correlation-id': 'abc',
      });
      expect(response.headers.get('x-api-correlation-id')).toBe('abc');
    });

    it('is made where that of the request is blank', async () => {
      const response = await get('/health', { 'x-api-correlation-id': ' ' });
      expect(response.headers.get('x-api-correlation-id')).toMatch(/^[0-9a-f-]{36}$/);
    });

    it('is made where the request has none, on every kind of answer', async () => {
      const answers = await Promise.all([
        get('/users'),
        get('/user/99'),
        get('/users', {}),
        get('/health', {}),
      ]);
      const ids = answers.map(({ headers }) => headers.get('x-api-correlation-id'));
      expect(new Set(ids).size).toBe(4);
      for (const id of ids) expect(id).toMatch(/^[0-9a-f-]{36}$/);
    });
  });

  describe('authentication', () => {
    const claims = { exp: noon / 1000 + 60 };
    const sign = (payload: object, secret: string, options: jwt.SignOptions) =>
      jwt.sign(payload, secret, { noTimestamp: true, ...options });
    const good: jwt.SignOptions = {
      issuer: tokenRules.issuer,
      audience: tokenRules.audience,
      algorithm: 'HS256',
    };
    const bad: Record<string, string | undefined> = {
      'no header': undefined,
      'another scheme': 'Basic YTpi',
      'no token': 'Bearer ',
      'no JWT': 'Bearer nonsense',
      'another secret': `Bearer ${sign(claims, 'another secret for tests', good)}`,
      'another issuer': `Bearer ${sign(claims, jwtSecret, { ...good, issuer: 'somebody' })}`,
      'another audience': `Bearer ${sign(claims, jwtSecret, { ...good, audience: 'somebody' })}`,
      'another algorithm': `Bearer ${sign(claims, jwtSecret, { ...good, algorithm: 'HS512' })}`,
      'no algorithm': `Bearer ${jwt.sign({ ...claims, iss: tokenRules.issuer, aud: tokenRules.audience }, '', { algorithm: 'none' })}`,
      'no expiry': `Bearer ${sign({}, jwtSecret, good)}`,
      'a payload that is no JSON': `Bearer ${['{"alg":"HS256","typ":"JWT"}', 'no JSON', 'signature'].map((part) => Buffer.from(part).toString('base64url')).join('.')}`,
      'a time that has not come': `Bearer ${sign({ ...claims, nbf: noon / 1000 + 30 }, jwtSecret, good)}`,
      expired: `Bearer ${sign({ exp: noon / 1000 - 1 }, jwtSecret, good)}`,
    };

    it('lets the good token in that the bad ones are made of', async () => {
      const response = await get('/users', { authorization: `Bearer ${sign(claims, jwtSecret, good)}` });
      expect(response.status).toBe(200);
    });

    it.each(['Bearer', 'bearer', 'BEARER', 'Bearer '])('takes the scheme as "%s"', async (scheme) => {
      expect((await get('/users', { authorization: `${scheme} ${token()}` })).status).toBe(200);
    });

    it.each([
      [undefined, 'Bearer'],
      ['Basic YTpi', 'Bearer'],
      ['Bearer nonsense', 'Bearer error="invalid_token"'],
      [bad['expired'], 'Bearer error="invalid_token"'],
    ])('says what it wants, and of a token that it is not good: %s', async (header, expected) => {
      const response = await get('/users', header === undefined ? {} : { authorization: header });
      expect(response.headers.get('www-authenticate')).toBe(expected);
    });

    it('is asked for before anything is told of what there is', async () => {
      for (const path of ['/user/99', '/user/x', '/nowhere'])
        expect([path, (await get(path, {})).status]).toEqual([path, 401]);
    });

    describe.each(['/users', '/user/10'])('of %s', (path) => {
      it.each(Object.keys(bad))('refuses a request with %s', async (kind) => {
        const header = bad[kind];
        const response = await get(path, header === undefined ? {} : { authorization: header });
        expect(response.status).toBe(401);
        expect(response.headers.get('www-authenticate')).toMatch(/^Bearer/);
        expect(await response.json()).toHaveProperty('error');
      });
    });

    it('refuses a token as soon as its time is over', async () => {
      const headers = { authorization: `Bearer ${token()}` };
      now = noon + 59_000;
      expect((await get('/users', headers)).status).toBe(200);
      now = noon + 61_000;
      expect((await get('/users', headers)).status).toBe(401);
    });

    it('is not needed for the health check', async () => {
      const response = await get('/health', {});
      expect(response.status).toBe(200);
      expect(await response.json()).toEqual({ status: 'ok' });
    });
  });
});
