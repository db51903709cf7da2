import { expect, it } from '@jest/globals';
import { answerWith, startFakeUserService } from '../../test/fake-user-service.ts';
import { UserServiceClient } from './index.ts';

it('The client asks for the user that it is asked for', async () => {
  await using service = await startFakeUserService(answerWith(404, {}));
  await new UserServiceClient({ baseUrl: service.url }).getUser(11).catch(() => undefined);
  expect(service.lastRequest?.url).toBe('/user/11');
});
