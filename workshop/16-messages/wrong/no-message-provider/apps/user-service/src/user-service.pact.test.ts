import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyProvider, type StateHandlers, type VerifyOptions } from '@pact-workshop/pact-tooling';
import { signToken } from './auth/bearer-token.ts';
import { userCreated } from './events/user-created.ts';
import { startServer, type RunningServer } from './server.ts';
import { openUserRepository } from './users/user-repository.ts';
import type { User } from './users/user.ts';

const jwtSecret = 'the secret of this verification';
const sally: User = {
  id: 10,
  firstName: 'Jean-Marie',
  lastName: 'de La Beaujardière😀😍',
  username: 'sally',
  type: 'admin',
};

// Verifies the User Service against its consumers' contracts: those of the broker, whose results it publishes when
// PUBLISH_RESULTS=true, or those in PACT_FILES (files or directories, separated by commas).
describe('The User Service', () => {
  const users = openUserRepository(':memory:');
  let server: RunningServer;

  beforeAll(async () => {
    server = await startServer({ users, jwtSecret, port: 0 });
  });
  afterAll(async () => {
    await server.close();
    users.close();
  });

  const stateHandlers: StateHandlers = {
    'User sally exists': () => users.replaceAll([sally]),
    'User sally does not exist': () => users.replaceAll([]),
    'Users exist': () => users.replaceAll([sally]),
    'User is not authenticated': () => users.replaceAll([sally]),
    'Sally has just been created': () => undefined,
  };

  // A token in a contract has expired long since. Only where the consumer sent one is it replaced by a valid one, so
  // that a request without stays without.
  const requestFilter: VerifyOptions['requestFilter'] = (request, _response, next) => {
    if (request.headers.authorization !== undefined) {
      request.headers.authorization = `Bearer ${signToken(jwtSecret, Date.now, 60)}`;
    }
    next();
  };

  it('does what its consumers expect of it', async () => {
    // Paths are meant from where the verification was asked for, not from this package.
    const root = process.env['PACT_ROOT'] ?? '.';
    const files = process.env['PACT_FILES']
      ?.split(',')
      .map((path) => path.trim())
      .filter(Boolean)
      .map((path) => resolve(root, path));
    const { interactions } = await verifyProvider({
      provider: 'UserService',
      providerBaseUrl: server.url,
      stateHandlers,
      requestFilter,
      ...(files?.length
        ? { files }
        : {
            publishResults: process.env['PUBLISH_RESULTS'] === 'true',
            // What consumers wish for is verified early, and told; only what once worked can fail the build.
            enablePending: true,
            includeWipPactsSince: '2026-01-01',
          }),
    });
    expect(interactions.length).toBeGreaterThan(0);
  }, 120_000);
});
