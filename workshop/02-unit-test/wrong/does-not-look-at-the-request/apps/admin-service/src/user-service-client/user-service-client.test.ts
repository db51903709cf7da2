import { describe, expect, it } from '@jest/globals';
import { answerWith, startFakeUserService } from '../../test/fake-user-service.ts';
import { ServiceUnavailableError, UserServiceClient } from './index.ts';

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
