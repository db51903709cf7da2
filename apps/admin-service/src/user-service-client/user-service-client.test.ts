import { afterEach, describe, expect, it } from '@jest/globals';
import { answerWith, startFakeUserService } from '../../test/fake-user-service.ts';
import {
  ServiceUnavailableError,
  UnauthorizedError,
  UnexpectedResponseError,
  UserNotFoundError,
  UserServiceClient,
} from './index.ts';

const sally = { id: 10, firstName: 'Sally', lastName: 'McSmiley Face😀😍', username: 'sally', type: 'admin' };

describe('The client of the User Service', () => {
  it('asks for one user, with what the service wants to know', async () => {
    await using service = await startFakeUserService(answerWith(200, sally));
    const client = new UserServiceClient({ baseUrl: service.url }).withToken('abc');
    await expect(client.getUser(10)).resolves.toEqual(sally);
    expect(service.lastRequest).toMatchObject({ method: 'GET', url: '/user/10' });
    expect(service.lastRequest?.headers).toMatchObject({
      accept: 'application/json',
      authorization: 'Bearer abc',
    });
    expect(service.lastRequest?.headers['x-api-correlation-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('asks for a token before each request', async () => {
    await using service = await startFakeUserService(answerWith(200, []));
    let count = 0;
    const client = new UserServiceClient({
      baseUrl: service.url,
      token: () => Promise.resolve(`token-${++count}`),
    });
    await client.getUsers();
    await client.getUsers();
    expect(service.lastRequest?.headers.authorization).toBe('Bearer token-2');
  });

  it('sends no authorization without a token', async () => {
    await using service = await startFakeUserService(answerWith(200, []));
    await new UserServiceClient({ baseUrl: service.url }).getUsers();
    expect(service.lastRequest?.headers.authorization).toBeUndefined();
  });

  it('ignores fields it does not know', async () => {
    await using service = await startFakeUserService(answerWith(200, [{ ...sally, colour: 'red' }]));
    await expect(new UserServiceClient({ baseUrl: service.url }).getUsers()).resolves.toEqual([sally]);
  });

  it.each([
    ['there is no such user', 404, {}, UserNotFoundError],
    ['the token is not accepted', 401, {}, UnauthorizedError],
    ['the token may not do that', 403, {}, UnauthorizedError],
    ['the service is out of order', 500, {}, ServiceUnavailableError],
    ['the service is overloaded', 503, {}, ServiceUnavailableError],
    ['the status is none it knows', 204, undefined, UnexpectedResponseError],
    ['the status is none it knows, although a user comes', 202, sally, UnexpectedResponseError],
    ['a list comes instead of a user', 200, [sally], UnexpectedResponseError],
    ['a field is missing', 200, { ...sally, firstName: undefined }, UnexpectedResponseError],
    ['a field is of another type', 200, { ...sally, id: '10' }, UnexpectedResponseError],
    ['the type of user is unknown', 200, { ...sally, type: 'robot' }, UnexpectedResponseError],
    ['the body is no JSON', 200, undefined, UnexpectedResponseError],
  ])('says so when %s', async (_, status, body, error) => {
    await using service = await startFakeUserService((_request, response) => {
      response.writeHead(status).end(body === undefined ? 'hello' : JSON.stringify(body));
    });
    await expect(new UserServiceClient({ baseUrl: service.url }).getUser(10)).rejects.toThrow(error);
  });

  it('names the field that is wrong', async () => {
    await using service = await startFakeUserService(answerWith(200, [sally, { ...sally, lastName: 1 }]));
    await expect(new UserServiceClient({ baseUrl: service.url }).getUsers()).rejects.toThrow('1.lastName');
  });

  it('says so when nobody listens', async () => {
    const service = await startFakeUserService(answerWith(200, []));
    await service[Symbol.asyncDispose]();
    await expect(new UserServiceClient({ baseUrl: service.url }).getUsers()).rejects.toThrow(
      ServiceUnavailableError,
    );
  });

  it.each([
    ['does not come', () => undefined],
    ['stops in the middle', (_request, response) => void response.writeHead(200).write('[')],
    [
      'trickles',
      (_request, response) => {
        response.writeHead(200).write('[');
        const trickle = setInterval(() => response.write(' '), 10);
        response.on('close', () => clearInterval(trickle));
      },
    ],
  ] satisfies [string, Parameters<typeof startFakeUserService>[0]][])(
    'does not wait longer than its timeout for an answer that %s',
    async (_, answer) => {
      await using service = await startFakeUserService(answer);
      const client = new UserServiceClient({ baseUrl: service.url, timeoutMs: 50 });
      await expect(inTime('the client’s end', client.getUsers())).rejects.toThrow('no answer in time');
    },
  );

  describe('with a proxy in the environment', () => {
    const before = { ...process.env };
    afterEach(() => {
      process.env = { ...before };
    });

    it('asks the service itself: what is on this machine, a proxy elsewhere does not find', async () => {
      await using service = await startFakeUserService(answerWith(200, [sally]));
      await using proxy = await startFakeUserService(answerWith(200, []));
      for (const name of ['NO_PROXY', 'no_proxy']) delete process.env[name];
      for (const name of ['HTTP_PROXY', 'http_proxy', 'ALL_PROXY']) process.env[name] = proxy.url;
      const client = new UserServiceClient({ baseUrl: service.url }).withToken('secret');
      await expect(client.getUsers()).resolves.toEqual([sally]);
      expect(proxy.lastRequest).toBeUndefined();
    });
  });
});

/**
 * Waits for something that must not take long.
 * @param what is waited for
 * @throws Error that names it when it does not come
 */
async function inTime<T>(what: string, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} does not come`)), 5000);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
