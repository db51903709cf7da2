import { expect, it } from '@jest/globals';
import { answerWith, startFakeUserService } from '../../test/fake-user-service.ts';
import { UserServiceClient } from './index.ts';

const sally = {
  ...{ id: 10, name: 'Sally Smith', firstName: 'Sally', lastName: 'Smith' },
  ...{ username: 'sally', type: 'admin' },
};

it('The client gives a user that came', async () => {
  await using service = await startFakeUserService(answerWith(200, sally));
  await expect(new UserServiceClient({ baseUrl: service.url }).getUser(10)).resolves.toEqual(sally);
});
