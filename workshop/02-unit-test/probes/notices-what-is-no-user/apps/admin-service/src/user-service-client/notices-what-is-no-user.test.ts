import { expect, it } from '@jest/globals';
import { answerWith, startFakeUserService } from '../../test/fake-user-service.ts';
import { UnexpectedResponseError, UserServiceClient } from './index.ts';

const sally = {
  ...{ id: 10, name: 'Sally Smith', firstName: 'Sally', lastName: 'Smith' },
  ...{ username: 'sally', type: 'admin' },
};

it.each([
  ['a list', [sally]],
  ['a user without a name', { ...sally, name: undefined }],
  ['a user with an id that is no number', { ...sally, id: '10' }],
  ['nothing', null],
])('The client does not take %s for a user', async (_, body) => {
  await using service = await startFakeUserService(answerWith(200, body));
  await expect(new UserServiceClient({ baseUrl: service.url }).getUser(10)).rejects.toThrow(
    UnexpectedResponseError,
  );
});
