import { describe, expect, it } from '@jest/globals';
import { answerWith, startFakeUserService } from '../../test/fake-user-service.ts';
import {
  ServiceUnavailableError,
  UnexpectedResponseError,
  UserNotFoundError,
  UserServiceClient,
} from './index.ts';

const sally = {
  id: 10,
  name: 'Sally McSmiley Face😀😍',
  firstName: 'Sally',
  lastName: 'McSmiley Face😀😍',
  username: 'sally',
  type: 'admin',
};

describe('The client of the User Service', () => {
  it('asks for one user, with what the service wants to know', async () => {
    await using service = await startFakeUserService(answerWith(200, sally));
    const client = new UserServiceClient({ baseUrl: service.url });
    await expect(client.getUser(10)).resolves.toEqual(sally);
    expect(service.lastRequest).toMatchObject({ method: 'GET', url: '/user/10' });
    expect(service.lastRequest?.headers).toMatchObject({ accept: 'application/json' });
    expect(service.lastRequest?.headers['x-api-correlation-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('ignores fields it does not know', async () => {
    await using service = await startFakeUserService(answerWith(200, [{ ...sally, colour: 'red' }]));
    await expect(new UserServiceClient({ baseUrl: service.url }).getUsers()).resolves.toEqual([sally]);
  });

  it.each([
    ['there is no such user', 404, {}, UserNotFoundError],
    ['the service is out of order', 500, {}, ServiceUnavailableError],
    ['the service is overloaded', 503, {}, ServiceUnavailableError],
    ['the status is none it knows', 204, undefined, UnexpectedResponseError],
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

  it('does not wait longer than its timeout', async () => {
    await using service = await startFakeUserService(() => undefined);
    const client = new UserServiceClient({ baseUrl: service.url, timeoutMs: 50 });
    await expect(client.getUsers()).rejects.toThrow('no answer in time');
  });

  it.each([
    ['stops in the middle', 0],
    ['trickles', 10],
  ])('does not wait longer for an answer that %s', async (_, everyMs) => {
    await using service = await startFakeUserService((_request, response) => {
      response.writeHead(200).write('[');
      const trickle = everyMs > 0 ? setInterval(() => response.write(' '), everyMs) : undefined;
      response.on('close', () => clearInterval(trickle));
    });
    const client = new UserServiceClient({ baseUrl: service.url, timeoutMs: 50 });
    await expect(client.getUsers()).rejects.toThrow('no answer in time');
  });
});
