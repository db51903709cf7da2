import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Matchers, Pact, SpecificationVersion } from '@pact-foundation/pact';
import { UnauthorizedError, UserNotFoundError, UserServiceClient } from './index.ts';

const { eachLike, like, regex } = Matchers;

const dir = process.env['PACT_DIR'] ?? fileURLToPath(new URL('../../../../pacts', import.meta.url));
const pact = new Pact({
  consumer: 'AdminService',
  provider: 'UserService',
  dir,
  spec: SpecificationVersion.SPECIFICATION_VERSION_V4,
  logLevel: 'error',
});

// The emoji goes through the whole chain on purpose: contract, broker, verification. Names are matched by type.
const sally = {
  // TODO: ask for no more than is used.
  name: like('Sally McSmiley Face😀😍'),
  firstName: like('Sally'),
  lastName: like('McSmiley Face😀😍'),
  username: like('sally'),
  type: regex('^(admin|user|guest)$', 'admin'),
};
const json = { 'Content-Type': regex('^application/json.*', 'application/json; charset=utf-8') };
const correlationId = { 'X-Api-Correlation-Id': like('100') };
const authorization = { Authorization: regex('^Bearer .+', 'Bearer a-valid-token') };

const clientOf = (baseUrl: string) => new UserServiceClient({ baseUrl });

describe('The User Service, as the Admin Service needs it', () => {
  // Pact adds to a file that is there, so an interaction that was renamed or removed would stay in it.
  beforeAll(() => rm(join(dir, 'AdminService-UserService.json'), { force: true }));

  it('gives a user that exists', () =>
    pact
      .addInteraction()
      .given('User sally exists')
      .uponReceiving("a request for the user with Sally's id")
      .withRequest('GET', '/user/10', (request) =>
        request.headers({ Accept: 'application/json', ...authorization }),
      )
      .willRespondWith(200, (response) =>
        response.headers({ ...json, ...correlationId }).jsonBody({ id: 10, ...sally }),
      )
      .executeTest(async ({ url }) => {
        await expect(clientOf(url).withToken('a-valid-token').getUser(10)).resolves.toEqual({
          id: 10,
          name: 'Sally McSmiley Face😀😍',
          firstName: 'Sally',
          lastName: 'McSmiley Face😀😍',
          username: 'sally',
          type: 'admin',
        });
      }));

  it('has no user where none exists', () =>
    pact
      .addInteraction()
      .given('User sally does not exist')
      .uponReceiving('a request for a user that does not exist')
      .withRequest('GET', '/user/10', (request) =>
        request.headers({ Accept: 'application/json', ...authorization }),
      )
      .willRespondWith(404, (response) => response.headers({ ...json, ...correlationId }))
      .executeTest(async ({ url }) => {
        await expect(clientOf(url).withToken('a-valid-token').getUser(10)).rejects.toThrow(UserNotFoundError);
      }));

  it('lists its users', () =>
    pact
      .addInteraction()
      .given('Users exist')
      .uponReceiving('a request for the list of users')
      .withRequest('GET', '/users', (request) =>
        request.headers({ Accept: 'application/json', ...authorization }),
      )
      .willRespondWith(200, (response) =>
        response.headers({ ...json, ...correlationId }).jsonBody(eachLike({ id: like(10), ...sally })),
      )
      .executeTest(async ({ url }) => {
        const users = await clientOf(url).withToken('a-valid-token').getUsers();
        expect(users.map((user) => user.username)).toEqual(['sally']);
      }));

  it('refuses a request without a token', () =>
    pact
      .addInteraction()
      .given('User is not authenticated')
      .uponReceiving('a request for a user without a token')
      .withRequest('GET', '/user/10', (request) => request.headers({ Accept: 'application/json' }))
      .willRespondWith(401, (response) =>
        response.headers({ ...json, ...correlationId, 'WWW-Authenticate': 'Bearer' }),
      )
      .executeTest(async ({ url }) => {
        await expect(clientOf(url).getUser(10)).rejects.toThrow(UnauthorizedError);
      }));
});
