import { expect, it } from '@jest/globals';
import { answerWith, startFakeUserService } from '../../test/fake-user-service.ts';
import { UnauthorizedError, UserServiceClient } from './index.ts';

it.each([401, 403])('The client makes an UnauthorizedError of %i', async (status) => {
  await using service = await startFakeUserService(answerWith(status, {}));
  const client = new UserServiceClient({ baseUrl: service.url });
  await expect(client.getUser(10)).rejects.toThrow(UnauthorizedError);
  await expect(client.getUsers()).rejects.toThrow(UnauthorizedError);
});
